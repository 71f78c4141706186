import type { Temporal } from 'temporal-polyfill';
import type { AssessmentEntry } from '../academy/assessment.ts';
import type { ConcernStep } from '../academy/concern.ts';
import type { MoveStep } from '../academy/move-team.ts';
import type {
  Allocation,
  CaseloadAlert,
  CaseloadReport,
  Confirmation,
  EnrolmentEntry,
  OverdueAlert,
  Participant,
  Pause,
  SessionRecord,
  Snooze,
  StandardsChoice,
} from '../academy/participant-file.ts';
import type { PauseStep } from '../academy/pause.ts';
import type { Question } from '../academy/question.ts';
import type { CoverArranged, YearEntry } from '../academy/year-entry.ts';
import type { Fact, NewId, ParticipantFiles, VersionedFile, WakeTimes } from '../services/ports.ts';
import { assessmentEntry } from './assessment-rows.ts';
import * as enrolmentRows from './enrolment-rows.ts';
import type { Hints } from './hints.ts';
import { keyPart, kindOfKey } from './keys.ts';
import * as rows from './participant-rows.ts';
import { pauseStep } from './pause-rows.ts';
import { allocationTrail, allocationTrailKey, coverTrailKey, peoplePartitions } from './people-rows.ts';
import { concernStep, moveStep } from './procedure-rows.ts';
import { question } from './question-rows.ts';
import { type RowShape, readRow, rowOf, type SetAside } from './row-shape.ts';
import type { Operation, Row, StoredRow, TableStore } from './table-store.ts';
import { yearEntry } from './year-rows.ts';

interface FileNeeds {
  readonly tables: TableStore;
  readonly newId: NewId;
  readonly setAside: SetAside;
  readonly wakes: Pick<WakeTimes, 'set'>;
  readonly owes: Hints;
}

/** What has been read of a file so far. */
class FileReading {
  head: { readonly etag: string; readonly revision: number } | undefined;
  participant: Participant | undefined;
  readonly lists = {
    allocations: [] as Allocation[],
    records: [] as SessionRecord[],
    confirmations: [] as Confirmation[],
    caseloads: [] as CaseloadReport[],
    alerts: [] as CaseloadAlert[],
    overdueAlerts: [] as OverdueAlert[],
    snoozes: [] as Snooze[],
    pauses: [] as Pause[],
    pauseSteps: [] as PauseStep[],
    enrolment: [] as EnrolmentEntry[],
    required: [] as string[],
    standards: [] as StandardsChoice[],
    moveSteps: [] as MoveStep[],
    concernSteps: [] as ConcernStep[],
    assessed: [] as AssessmentEntry[],
    entries: [] as YearEntry[],
    questions: [] as Question[],
  };
  readonly submissions = new Map<string, string>();

  readonly #setAside: SetAside;
  constructor(setAside: SetAside) {
    this.#setAside = setAside;
  }

  add(row: StoredRow): void {
    const take = this.#takers[kindOfKey(row.rowKey)];
    if (take === undefined) this.#setAside('participants', row, 'unknown-kind');
    else take(row);
  }

  readonly #takers: Readonly<Record<string, (row: StoredRow) => void>> = {
    // An unreadable head is no obstacle: its etag is the version, and the next commit replaces what it holds.
    [rows.headKey]: (row) => {
      const revision = readRow('participants', row, rows.head, this.#setAside)?.revision ?? 0;
      this.head = { etag: row.etag, revision };
    },
    [rows.profileKey]: (row) => {
      this.participant = readRow('participants', row, rows.profile, this.#setAside);
    },
    'file-allocation': (row) => this.#into(this.lists.allocations, row, rows.allocation),
    'file-record': (row) => this.#into(this.lists.records, row, rows.sessionRecord),
    'file-confirmation': (row) => this.#into(this.lists.confirmations, row, rows.confirmation),
    'file-caseload': (row) => this.#into(this.lists.caseloads, row, rows.caseload),
    'file-alert': (row) => this.#into(this.lists.alerts, row, rows.alert),
    'file-overdue': (row) => this.#into(this.lists.overdueAlerts, row, rows.overdueAlert),
    'file-snooze': (row) => this.#into(this.lists.snoozes, row, rows.snooze),
    'file-pause': (row) => {
      const kept = readRow('participants', row, rows.pause, this.#setAside);
      if (kept === undefined || kept.withdrawn === true) return;
      const { pauseId, fromOn, untilOn } = kept;
      this.lists.pauses.push({ pauseId, fromOn, untilOn });
    },
    'file-pausing': (row) => this.#into(this.lists.pauseSteps, row, pauseStep),
    'file-move': (row) => this.#into(this.lists.moveSteps, row, moveStep),
    'file-concern': (row) => this.#into(this.lists.concernSteps, row, concernStep),
    'file-assessment': (row) => this.#into(this.lists.assessed, row, assessmentEntry),
    'file-year': (row) => this.#into(this.lists.entries, row, yearEntry),
    'file-question': (row) => this.#into(this.lists.questions, row, question),
    'file-enrolment': (row) => this.#into(this.lists.enrolment, row, enrolmentRows.enrolmentEntry),
    'file-required': (row) => {
      const kept = readRow('participants', row, enrolmentRows.requirement, this.#setAside);
      if (kept !== undefined && kept.withdrawn !== true) this.lists.required.push(kept.review);
    },
    'file-standards': (row) => this.#into(this.lists.standards, row, enrolmentRows.standardsChoice),
    'file-submission': (row) => {
      const kept = readRow('participants', row, rows.submission, this.#setAside);
      if (kept !== undefined) this.submissions.set(kept.submissionId, kept.made);
    },
  };

  #into<T>(list: T[], row: StoredRow, shape: RowShape<T>): void {
    const value = readRow('participants', row, shape, this.#setAside);
    if (value !== undefined) list.push(value);
  }
}

/** The operation that keeps one fact, in the partition of its participant. */
function operationFor(
  partition: string,
  fact: Fact,
  at: Temporal.Instant,
  revision: number,
  newId: NewId,
): Operation {
  const row = <T>(rowKey: string, shape: RowShape<T>, value: T): Row =>
    rowOf(partition, rowKey, shape, value);
  const keys = rows.participantKeys;
  switch (fact.fact) {
    case 'session-recorded': {
      const { record } = fact;
      const rowKey = keys.record(record.recordedAt, record.recordId);
      return { op: 'insert', row: row(rowKey, rows.sessionRecord, record) };
    }
    case 'record-confirmed': {
      const rowKey = keys.confirmation(fact.confirmation.recordId);
      return { op: 'insert', row: row(rowKey, rows.confirmation, fact.confirmation) };
    }
    case 'caseload-reported': {
      const rowKey = keys.caseload(fact.report.at, fact.report.reportId);
      return { op: 'insert', row: row(rowKey, rows.caseload, fact.report) };
    }
    case 'alert-changed':
      return { op: 'put', row: row(keys.alert(fact.alert.alertId), rows.alert, fact.alert) };
    case 'overdue-alert-changed': {
      const { alert } = fact;
      return { op: 'put', row: row(keys.overdueAlert(alert.alertId), rows.overdueAlert, alert) };
    }
    case 'snoozed': {
      const { personId, item, dueOn } = fact.snooze;
      return { op: 'put', row: row(keys.snooze(personId, item, dueOn), rows.snooze, fact.snooze) };
    }
    case 'allocated': {
      const { allocation } = fact;
      const rowKey = keys.allocation(allocation.function, allocation.fromOn);
      return { op: 'put', row: row(rowKey, rows.allocation, allocation) };
    }
    case 'pause-agreed': {
      const rowKey = keys.pause(fact.pause.fromOn, fact.pause.pauseId);
      return { op: 'put', row: row(rowKey, rows.pause, fact.pause) };
    }
    case 'pause-withdrawn': {
      const rowKey = keys.pause(fact.pause.fromOn, fact.pause.pauseId);
      return { op: 'put', row: row(rowKey, rows.pause, { ...fact.pause, withdrawn: true as const }) };
    }
    case 'pause-stepped': {
      const rowKey = keys.pauseStep(fact.step.at, fact.position);
      return { op: 'insert', row: row(rowKey, pauseStep, fact.step) };
    }
    case 'move-request-stepped': {
      const rowKey = keys.moveStep(fact.step.at, fact.position);
      return { op: 'insert', row: row(rowKey, moveStep, fact.step) };
    }
    case 'concern-stepped': {
      const rowKey = keys.concernStep(fact.step.at, fact.position);
      return { op: 'insert', row: row(rowKey, concernStep, fact.step) };
    }
    case 'assessment-entered': {
      const rowKey = keys.assessment(fact.entry.at, fact.position);
      return { op: 'insert', row: row(rowKey, assessmentEntry, fact.entry) };
    }
    case 'year-entered': {
      const rowKey = keys.yearEntry(fact.entry.at, fact.position);
      return { op: 'insert', row: row(rowKey, yearEntry, fact.entry) };
    }
    case 'question-changed': {
      const rowKey = keys.question(fact.question.askedAt, fact.question.questionId);
      return { op: 'put', row: row(rowKey, question, fact.question) };
    }
    case 'enrolment-stepped': {
      const { entry, position } = fact;
      const rowKey = keys.enrolment(position);
      return { op: 'insert', row: row(rowKey, enrolmentRows.enrolmentEntry, entry) };
    }
    case 'review-required': {
      const { review, by } = fact;
      return {
        op: 'put',
        row: row(keys.required(review), enrolmentRows.requirement, { review, by, at }),
      };
    }
    case 'review-not-required': {
      const { review, by } = fact;
      const value = { review, by, at, withdrawn: true as const };
      return { op: 'put', row: row(keys.required(review), enrolmentRows.requirement, value) };
    }
    case 'standards-chosen': {
      const { choice } = fact;
      return { op: 'put', row: row(keys.standards(choice.at), enrolmentRows.standardsChoice, choice) };
    }
    case 'submission-kept': {
      const { submissionId, made } = fact;
      return {
        op: 'insert',
        row: row(keys.submission(submissionId), rows.submission, { submissionId, made }),
      };
    }
    case 'notice-owed':
      return { op: 'put', row: row(keys.owed(fact.notice.key), rows.owed, fact.notice) };
    case 'audited': {
      const { verb, by, outcome } = fact;
      return {
        op: 'insert',
        row: row(keys.audit(at, newId()), rows.audit, { verb, by, outcome, at, revision }),
      };
    }
    default:
      return fact satisfies never;
  }
}

/** The cover that a fact arranges: it leads somebody to the file as an allocation does. */
const coverIn = (fact: Fact): CoverArranged | undefined =>
  fact.fact === 'year-entered' && fact.entry.entry === 'cover' ? fact.entry : undefined;

const rowKeyOf = (operation: Operation) =>
  operation.op === 'delete' ? operation.rowKey : operation.row.rowKey;

/**
 * The operations that keep these facts. The same notice twice in one commit is one notice, and a transaction may name a row
 * once.
 */
export function operationsFor(
  partition: string,
  facts: readonly Fact[],
  at: Temporal.Instant,
  revision: number,
  newId: NewId,
): readonly Operation[] {
  const operations = facts.map((fact) => operationFor(partition, fact, at, revision, newId));
  return [...new Map(operations.map((operation) => [rowKeyOf(operation), operation])).values()];
}

/** Written before the allocation itself: a trail that leads to none is passed over, a missing one would hide somebody. */
export async function keepTrails(
  tables: TableStore,
  participantId: string,
  facts: readonly Fact[],
): Promise<void> {
  for (const fact of facts) {
    const held = fact.fact === 'allocated' ? fact.allocation : coverIn(fact);
    if (held === undefined) continue;
    const { personId, function: of } = held;
    const fromOn = held.fromOn.toString();
    const isCover = fact.fact !== 'allocated';
    const rowKey = (isCover ? coverTrailKey : allocationTrailKey)(participantId, of, fromOn);
    const value = { participantId, function: of, fromOn, ...(isCover ? { cover: true as const } : {}) };
    await tables.put('people', rowOf(peoplePartitions.allocatedTo(personId), rowKey, allocationTrail, value));
  }
}

/** A version as callers carry it: how many commits the file has had, and the head's etag. */
const printVersion = ({ revision, etag }: { revision: number; etag: string }) => `${revision} ${etag}`;

function parseVersion(version: string): { revision: number; etag: string } {
  const space = version.indexOf(' ');
  return { revision: Number(version.slice(0, space)), etag: version.slice(space + 1) };
}

/**
 * Participants' files over one partition each. The file's version is the etag of its head row, which every commit
 * replaces, so two changes of one file never interleave. Before each change stands a wake time: should the process die
 * before it can tell anybody of the change, a sweep finds who is to be looked at again.
 */
export function createParticipantFiles({
  tables,
  newId,
  setAside,
  wakes,
  owes,
}: FileNeeds): ParticipantFiles {
  return {
    async load(participantId): Promise<VersionedFile | undefined> {
      if (participantId === '') return undefined;
      const reading = new FileReading(setAside);
      const range = {
        table: 'participants',
        partition: keyPart(participantId),
        rows: rows.fileRows,
      } as const;
      for await (const row of tables.range(range)) reading.add(row);
      const { head, participant, lists, submissions } = reading;
      if (head === undefined || participant === undefined) return undefined;
      const file = { participant, ...lists, submissions };
      return { file, version: printVersion(head) };
    },

    async commit(participantId, version, facts, at) {
      const isOwing = facts.some(({ fact }) => fact === 'notice-owed');
      await Promise.all([
        wakes.set({ kind: 'participant', id: participantId }, at),
        ...(isOwing ? [owes.note(participantId)] : []),
      ]);
      await keepTrails(tables, participantId, facts);
      const commit = newId();
      const read = parseVersion(version);
      const revision = read.revision + 1;
      const partition = keyPart(participantId);
      const head = rowOf(partition, rows.headKey, rows.head, { revision, commit, at });
      const isCommitted = async () => {
        const standing = await tables.get('participants', partition, rows.headKey);
        return readRow('participants', standing, rows.head, setAside)?.commit === commit;
      };
      try {
        const result = await tables.transact('participants', partition, [
          { op: 'update', row: head, etag: read.etag },
          ...operationsFor(partition, facts, at, revision, newId),
        ]);
        if (result.ok) return 'committed';
      } catch (fault) {
        // The reply may have been lost after the write: the head says whether the commit stands.
        if (await isCommitted().catch(() => false)) return 'committed';
        throw fault;
      }
      return (await isCommitted()) ? 'committed' : 'conflict';
    },
  };
}
