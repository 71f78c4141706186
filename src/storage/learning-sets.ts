import type { Temporal } from 'temporal-polyfill';
import type { LearningSet, Place } from '../academy/learning-set.ts';
import type { LearningSets, NewId, SetFacts, VersionedSet } from '../services/ports.ts';
import type { Hints } from './hints.ts';
import { keyPart } from './keys.ts';
import * as rows from './learning-set-rows.ts';
import { owed } from './participant-rows.ts';
import { readRow, rowOf, type SetAside } from './row-shape.ts';
import type { Operation, StoredRow, TableStore } from './table-store.ts';

interface SetNeeds {
  readonly tables: TableStore;
  readonly newId: NewId;
  readonly setAside: SetAside;
  readonly owes: Hints;
}

const table = 'sessions';

/** The places that are not as they were. */
function changedPlaces(before: LearningSet | null, after: LearningSet): readonly Place[] {
  const known = new Set(before?.places);
  return after.places.filter((place) => !known.has(place));
}

interface Commit {
  readonly before: VersionedSet | null;
  readonly after: LearningSet;
  readonly facts: SetFacts;
  readonly at: Temporal.Instant;
  readonly commit: string;
}

/** The rows of one commit: the head on the version that was read, and whatever has changed. */
function operationsOf({ before, after, facts, at, commit }: Commit): readonly Operation[] {
  const partition = keyPart(after.id);
  const revision = (before?.revision ?? 0) + 1;
  const { places: _, ...rest } = after;
  const head = rowOf(partition, rows.headKey, rows.head, { ...rest, revision, commit });
  const keys = rows.sessionKeys;
  const changed = changedPlaces(before?.set ?? null, after).map((place) =>
    rowOf(partition, keys.place(place.personId), rows.place, place),
  );
  // Two notices for the same thing in one commit are one, and a transaction may name a row once.
  const notices = new Map(facts.notices.map((notice) => [keys.owed(notice.key), notice]));
  const owing = [...notices].map(([rowKey, notice]) => rowOf(partition, rowKey, owed, notice));
  const audited = { ...facts.audit, at, revision };
  return [
    before === null ? { op: 'insert', row: head } : { op: 'update', row: head, etag: before.etag },
    ...[...changed, ...owing].map((row): Operation => ({ op: 'put', row })),
    { op: 'insert', row: rowOf(partition, keys.audit(at, commit), rows.audit, audited) },
  ];
}

/**
 * Sessions over one partition each, as participants' files are: the version is the etag of the head row, which every
 * commit replaces. What is not in a session's partition is only the index by time, which is written first and is a hint.
 */
export function createLearningSets({ tables, newId, setAside, owes }: SetNeeds): LearningSets {
  function readSet(found: readonly StoredRow[]): VersionedSet | undefined {
    const [first] = found;
    if (first === undefined || first.rowKey !== rows.headKey) return undefined;
    const head = readRow(table, first, rows.head, setAside);
    if (head === undefined) return undefined;
    const places = found
      .filter(({ rowKey }) => rowKey !== rows.headKey)
      .map((row) => readRow(table, row, rows.place, setAside))
      .filter((place) => place !== undefined)
      .toSorted((a, b) => a.order - b.order);
    const { revision, commit: _, ...rest } = head;
    return { set: { ...rest, places }, revision, etag: first.etag };
  }

  async function load(sessionId: string): Promise<VersionedSet | undefined> {
    if (sessionId === '') return undefined;
    const found: StoredRow[] = [];
    const partition = keyPart(sessionId);
    for await (const row of tables.range({ table, partition, rows: rows.setRows })) found.push(row);
    return readSet(found);
  }

  async function index({ id, terms: { startsAt } }: LearningSet): Promise<void> {
    const row = rowOf(rows.byStart, rows.sessionKeys.start(startsAt, id), rows.start, { id, startsAt });
    await tables.put(table, row);
  }

  /** What is written before the commit: where to find the session by its time, and that it may owe notices. */
  async function announce(before: VersionedSet | null, after: LearningSet, facts: SetFacts): Promise<void> {
    const isMoved = before?.set.terms.startsAt.equals(after.terms.startsAt) !== true;
    if (isMoved) await index(after);
    if (facts.notices.length > 0) await owes.note(after.id);
  }

  return {
    load,

    async commit(before, after, facts, at) {
      const commit = newId();
      const partition = keyPart(after.id);
      await announce(before, after, facts);
      const isCommitted = async () => {
        const standing = await tables.get(table, partition, rows.headKey);
        return readRow(table, standing, rows.head, setAside)?.commit === commit;
      };
      try {
        const operations = operationsOf({ before, after, facts, at, commit });
        const result = await tables.transact(table, partition, operations);
        if (result.ok) return 'committed';
      } catch (fault) {
        // The reply may have been lost after the write: the head says whether the commit stands.
        if (await isCommitted().catch(() => false)) return 'committed';
        throw fault;
      }
      return (await isCommitted()) ? 'committed' : 'conflict';
    },

    async between(from, until) {
      const range = {
        from: rows.sessionKeys.start(from, ''),
        to: rows.sessionKeys.start(until, ''),
      };
      const hints: { readonly id: string; readonly startsAt: Temporal.Instant }[] = [];
      for await (const row of tables.range({ table, partition: rows.byStart, rows: range })) {
        const hint = readRow(table, row, rows.start, setAside);
        if (hint !== undefined) hints.push(hint);
      }
      const loaded = await Promise.all(hints.map(({ id }) => load(id)));
      // A session that has been moved is found again under its new time.
      return loaded.flatMap((versioned, at) => {
        if (versioned === undefined) return [];
        return hints[at]?.startsAt.equals(versioned.set.terms.startsAt) === true ? [versioned] : [];
      });
    },
  };
}
