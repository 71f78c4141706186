import { Temporal } from 'temporal-polyfill';
import { type AssessmentEntry, standingReviews } from './assessment.ts';
import type { ConcernStep } from './concern.ts';
import type { EnrolmentStep } from './enrolment.ts';
import { clockStart } from './enrolment-history.ts';
import type { MoveStep } from './move-team.ts';
import type {
  CategoryCount,
  Confirmation,
  DoneBy,
  ParticipantFile,
  SessionRecord,
} from './participant-file.ts';
import type { PauseStep } from './pause.ts';
import { pauseTold, settlementsOf } from './pause-chronology.ts';
import type { AllocatedFunction } from './roles.ts';
import type { YearEntry } from './year-entry.ts';

/** One thing that happened to an NQSW or was recorded of them. */
export type ChronologyEvent =
  | { readonly kind: 'programme-began' }
  | {
      readonly kind: 'allocated' | 'allocation-ended';
      readonly function: AllocatedFunction;
      readonly name: string;
    }
  | { readonly kind: 'session'; readonly record: SessionRecord }
  | { readonly kind: 'record-answered'; readonly item: string; readonly confirmation: Confirmation }
  | { readonly kind: 'caseload'; readonly count: number; readonly categories: readonly CategoryCount[] }
  | {
      readonly kind: 'caseload-alert';
      readonly change: 'opened' | 'closed';
      readonly count: number;
      readonly cap: number;
    }
  | {
      readonly kind: 'overdue-alert';
      readonly change: 'opened' | 'closed';
      readonly item: string;
      readonly dueOn: Temporal.PlainDate;
    }
  | { readonly kind: 'pause'; readonly untilOn: Temporal.PlainDate | null }
  /** What was done about a pause; `settles` where with it all four have agreed. */
  | { readonly kind: 'pause-step'; readonly step: PauseStep; readonly settles: boolean }
  | { readonly kind: 'pause-over'; readonly catchesUp: boolean }
  | { readonly kind: 'enrolment'; readonly step: EnrolmentStep }
  | { readonly kind: 'standards'; readonly standards: string | null }
  | { readonly kind: 'move-request'; readonly step: MoveStep }
  | { readonly kind: 'concern'; readonly step: ConcernStep }
  | { readonly kind: 'assessment'; readonly entry: AssessmentEntry }
  /** `about` is the session whose new day was answered; null for every other entry, which names what it is about. */
  | { readonly kind: 'year'; readonly entry: YearEntry; readonly about: string | null };

/** Whoever recorded it: by name where the file knows it, otherwise by id. */
export interface ChronologyAuthor {
  readonly id: string;
  readonly name: string | null;
}

export interface ChronologyEntry {
  /** The day on which it happened, in the programme's zone. */
  readonly on: Temporal.PlainDate;
  /** Null for what the roster says and nobody recorded. */
  readonly recordedAt: Temporal.Instant | null;
  readonly by: ChronologyAuthor | null;
  /** A later entry has taken its place; it stays where it is (L5). */
  readonly isSuperseded: boolean;
  readonly event: ChronologyEvent;
}

interface Drafting {
  readonly file: ParticipantFile;
  readonly today: Temporal.PlainDate;
  readonly dayOf: (at: Temporal.Instant) => Temporal.PlainDate;
}

const entry = (
  on: Temporal.PlainDate,
  event: ChronologyEvent,
  recorded: { readonly at: Temporal.Instant; readonly by: ChronologyAuthor | null } | null = null,
  isSuperseded = false,
): ChronologyEntry => ({
  on,
  recordedAt: recorded?.at ?? null,
  by: recorded?.by ?? null,
  isSuperseded,
  event,
});

const author = (id: string, name: string | null): ChronologyAuthor => ({ id, name });

/** What was done in the chat has somebody and a moment; what a roster says has neither. */
const doneBy = (done: DoneBy | undefined) =>
  done === undefined ? null : { at: done.at, by: author(done.by, done.byName) };

/** What the roster says, as far as its day has come. */
function fromRoster({ file }: Drafting): readonly ChronologyEntry[] {
  const begunOn = clockStart(file);
  const began = begunOn === null ? [] : [entry(begunOn, { kind: 'programme-began' })];
  const allocated = file.allocations.flatMap(({ function: of, name, fromOn, untilOn, given, ended }) => [
    entry(fromOn, { kind: 'allocated', function: of, name }, doneBy(given)),
    ...(untilOn === null
      ? []
      : [entry(untilOn, { kind: 'allocation-ended', function: of, name }, doneBy(ended))]),
  ]);
  return [...began, ...allocated];
}

/** The pauses that count, from their first day to the first day back; days that were settled anew follow those before them. */
function fromPauses({ file }: Drafting): readonly ChronologyEntry[] {
  return file.pauses.flatMap((pause) => {
    const { days, back } = pauseTold(file, pause);
    const settled = (at: Temporal.Instant | null) => (at === null ? null : { at, by: null });
    const paused = days.map(({ fromOn, untilOn, at }, index) =>
      entry(fromOn, { kind: 'pause', untilOn }, settled(at), index < days.length - 1),
    );
    if (back === null) return paused;
    const over = { kind: 'pause-over', catchesUp: back.catchesUp } as const;
    return [...paused, entry(back.on, over, settled(back.at))];
  });
}

/** What was done about every pause that was asked for or proposed, whatever became of it (M4). */
function fromPauseSteps({ file, dayOf }: Drafting): readonly ChronologyEntry[] {
  const byPause = Map.groupBy(file.pauseSteps, ({ pauseId }) => pauseId);
  const settling = new Set([...byPause.values()].flatMap(settlementsOf).map(({ step }) => step));
  return file.pauseSteps.map((step) => {
    const settles = step.step === 'agree' && settling.has(step);
    const event = { kind: 'pause-step', step, settles } as const;
    return entry(dayOf(step.at), event, { at: step.at, by: author(step.by, step.byName) });
  });
}

function fromRecords({ file, dayOf }: Drafting): readonly ChronologyEntry[] {
  const isReplaced = (record: SessionRecord) =>
    file.records.findLast(({ item }) => item === record.item) !== record;
  const recorded = file.records.map((record) => {
    const by = author(record.recordedBy, record.recordedByName);
    const on = record.outcome === 'held' ? record.heldOn : dayOf(record.recordedAt);
    return entry(on, { kind: 'session', record }, { at: record.recordedAt, by }, isReplaced(record));
  });
  const answered = file.confirmations.flatMap((confirmation) => {
    const record = file.records.find(({ recordId }) => recordId === confirmation.recordId);
    if (record === undefined) return [];
    const by = author(
      confirmation.by,
      confirmation.by === file.participant.personId ? file.participant.name : null,
    );
    const event = { kind: 'record-answered', item: record.item, confirmation } as const;
    return [entry(dayOf(confirmation.at), event, { at: confirmation.at, by }, isReplaced(record))];
  });
  return [...recorded, ...answered];
}

function fromCaseloads({ file, dayOf }: Drafting): readonly ChronologyEntry[] {
  const reported = file.caseloads.map(({ count, categories, by, byName, at }) =>
    entry(dayOf(at), { kind: 'caseload', count, categories }, { at, by: author(by, byName) }),
  );
  const alerted = file.alerts.flatMap(({ openedAt, resolved, count, cap }) => {
    const event = { kind: 'caseload-alert', count, cap } as const;
    // An alert follows the count while it is open: what opened it stands in the report of that moment.
    const first = file.caseloads.find(({ at }) => at.equals(openedAt))?.count ?? count;
    const opening = { ...event, count: first, change: 'opened' } as const;
    const opened = entry(dayOf(openedAt), opening, { at: openedAt, by: null });
    return [opened, ...closing(resolved, { ...event, change: 'closed' }, dayOf)];
  });
  return [...reported, ...alerted];
}

function closing(
  resolved: ParticipantFile['alerts'][number]['resolved'],
  event: ChronologyEvent,
  dayOf: Drafting['dayOf'],
): readonly ChronologyEntry[] {
  if (resolved === null) return [];
  const by = resolved.by === null ? null : author(resolved.by, resolved.name);
  return [entry(dayOf(resolved.at), event, { at: resolved.at, by })];
}

function fromOverdueAlerts({ file, dayOf }: Drafting): readonly ChronologyEntry[] {
  return file.overdueAlerts.flatMap(({ openedAt, resolved, item, dueOn }) => {
    const event = { kind: 'overdue-alert', item, dueOn } as const;
    const opened = entry(dayOf(openedAt), { ...event, change: 'opened' }, { at: openedAt, by: null });
    return [opened, ...closing(resolved, { ...event, change: 'closed' }, dayOf)];
  });
}

function fromEnrolment({ file, dayOf }: Drafting): readonly ChronologyEntry[] {
  const last = file.standards.at(-1);
  return [
    ...file.enrolment.map(({ step, decidedOn, by, at }) => {
      const on = step.step === 'extend' ? decidedOn : step.on;
      return entry(on, { kind: 'enrolment', step }, { at, by: author(by, null) });
    }),
    ...file.standards.map((choice) => {
      const recorded = { at: choice.at, by: author(choice.by, null) };
      return entry(
        dayOf(choice.at),
        { kind: 'standards', standards: choice.standards },
        recorded,
        choice !== last,
      );
    }),
  ];
}

/** Each step of a procedure stands on the day that it names, or else on which it was taken. */
function fromProcedures({ file, dayOf }: Drafting): readonly ChronologyEntry[] {
  const stepped = [
    ...file.moveSteps.map((step) => ({ step, event: { kind: 'move-request', step } as const })),
    ...file.concernSteps.map((step) => ({ step, event: { kind: 'concern', step } as const })),
  ];
  return stepped.map(({ step, event }) => {
    const on = 'heldOn' in step ? step.heldOn : dayOf(step.at);
    return entry(on, event, { at: step.at, by: author(step.by, step.byName) });
  });
}

function dayOfAssessment(act: AssessmentEntry, dayOf: Drafting['dayOf']): Temporal.PlainDate {
  if ('heldOn' in act) return act.heldOn;
  if ('receivedOn' in act) return act.receivedOn;
  return 'on' in act ? act.on : dayOf(act.at);
}

function fromAssessment({ file, dayOf }: Drafting): readonly ChronologyEntry[] {
  const standing: readonly AssessmentEntry[] = standingReviews(file.assessed);
  return file.assessed.map((act) => {
    const recorded = { at: act.at, by: author(act.by, act.byName) };
    const isReplaced = act.entry === 'review' && !standing.includes(act);
    return entry(dayOfAssessment(act, dayOf), { kind: 'assessment', entry: act }, recorded, isReplaced);
  });
}

/** The day that an entry names, or else on which it was entered. */
function dayOfYearEntry(act: YearEntry, dayOf: Drafting['dayOf']): Temporal.PlainDate {
  if ('heldOn' in act) return act.heldOn;
  if ('weekOf' in act) return act.weekOf;
  return 'on' in act ? act.on : dayOf(act.at);
}

/**
 * What an entry settles, where one entered later takes its place: the day or the attendance of a session, a statement,
 * the hours of a week. Null where each stands for itself, such as decisions, which count from their own day on.
 */
function settledBy(act: YearEntry): string | null {
  switch (act.entry) {
    case 'date-held':
    case 'attendance':
    case 'attested':
      return `${act.entry}~${act.item}`;
    case 'protected-time':
      return `${act.entry}~${act.weekOf}`;
    default:
      return null;
  }
}

function answeredIn({ entries }: ParticipantFile, act: YearEntry): string | null {
  if (act.entry !== 'reschedule-answered') return null;
  const proposed = entries.find(({ entryId }) => entryId === act.proposal);
  return proposed?.entry === 'reschedule-proposed' ? proposed.item : null;
}

function fromYear({ file, dayOf }: Drafting): readonly ChronologyEntry[] {
  const last = new Map(file.entries.map((act) => [settledBy(act), act]));
  return file.entries.map((act) => {
    const recorded = { at: act.at, by: author(act.by, act.byName) };
    const settles = settledBy(act);
    const isReplaced = settles !== null && last.get(settles) !== act;
    const event = { kind: 'year', entry: act, about: answeredIn(file, act) } as const;
    return entry(dayOfYearEntry(act, dayOf), event, recorded, isReplaced);
  });
}

const recordedFirst = ({ recordedAt }: ChronologyEntry) => recordedAt?.epochMilliseconds ?? 0;

/**
 * Everything that a file holds, in the order in which it happened and, on one day, in which it was recorded (L5, P9).
 * Nothing is left out because something later took its place: that is marked. `timeZone` is the programme's. What
 * somebody has put off is theirs alone and no part of it.
 */
export function chronologyOf(
  file: ParticipantFile,
  { today, timeZone }: { readonly today: Temporal.PlainDate; readonly timeZone: string },
): readonly ChronologyEntry[] {
  const drafting: Drafting = {
    file,
    today,
    dayOf: (at) => at.toZonedDateTimeISO(timeZone).toPlainDate(),
  };
  const hasCome = ({ on }: ChronologyEntry) => Temporal.PlainDate.compare(on, today) <= 0;
  const all = [
    ...[...fromRoster(drafting), ...fromPauses(drafting)].filter(hasCome),
    ...fromPauseSteps(drafting),
    ...fromRecords(drafting),
    ...fromCaseloads(drafting),
    ...fromOverdueAlerts(drafting),
    ...fromProcedures(drafting),
    ...fromAssessment(drafting),
    ...fromYear(drafting),
    // Last, because a step of the enrolment may follow at once from what was decided.
    ...fromEnrolment(drafting),
  ];
  return all.toSorted(
    (one, other) => Temporal.PlainDate.compare(one.on, other.on) || recordedFirst(one) - recordedFirst(other),
  );
}
