import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Purge } from '../services/purge.ts';
import { everyLane } from './delivery-ledger.ts';
import type { Hints } from './hints.ts';
import { partitionsOlderThanAWeek, partitionsWithoutWeek, seenActivity } from './inbound-ledger.ts';
import { keysOf, kindOfKey } from './keys.ts';
import { ledger, undelivered } from './outbox-rows.ts';
import { rowOf, rowShape } from './row-shape.ts';
import type { Range, StoredRow, TableName, TableStore } from './table-store.ts';

const keptInboundDays = 7;
const keptLedgerDays = 400;
/** Rows read in one step: some pages of the store, however much there is. */
const mostRead = 5_000;
const mostDeletedTogether = 100;

/** Where the purge of a day has come to: the lanes are the only part that one step may not finish. */
export const purgeState = rowShape(
  z.object({
    /** The day (UTC) that it belongs to. */
    day: z.iso.date(),
    after: z.object({ partition: z.string(), row: z.string() }).nullable(),
    isDone: z.boolean(),
  }),
);
type State = Parameters<typeof purgeState.body>[0];

export const purgeRow = 'purge';
const purgePartition = 'purge';

const dayOf = (at: Temporal.Instant) => at.toString().slice(0, '2026-09-14'.length);
const daysBefore = (now: Temporal.Instant, days: number) => now.subtract({ hours: 24 * days });

/** When a row came to be, as far as it can be read: a row that cannot be read is left for `doctor` to name. */
function atOf(row: StoredRow): Temporal.Instant | undefined {
  const kind = kindOfKey(row.rowKey);
  if (kind === 'undelivered') return readable(undelivered.read(row))?.at;
  const entry = readable(ledger.read(row));
  return entry === undefined || entry.state === 'pending' ? undefined : entry.at;
}

const readable = <T>(reading: { ok: true; value: T } | { ok: false }): T | undefined =>
  reading.ok ? reading.value : undefined;

interface PurgeNeeds {
  readonly tables: TableStore;
  readonly hints: { readonly waits: Hints; readonly aside: Hints };
  /** How many rows a step may read. */
  readonly most?: number;
}

/**
 * The daily purge: activities taken in longer than a week ago, and what became of notices 400 days ago. The first are
 * found by their week; the second by going through the lanes, some thousand rows a step, from where the last step
 * stopped. Nothing is taken away that has changed since it was read.
 */
export function createPurge({ tables, hints, most = mostRead }: PurgeNeeds): Purge {
  async function remove(table: TableName, rows: readonly StoredRow[]): Promise<number> {
    let removed = 0;
    for (const all of Map.groupBy(rows, ({ partitionKey }) => partitionKey).values()) {
      for (let from = 0; from < all.length; from += mostDeletedTogether) {
        removed += await removeTogether(table, all.slice(from, from + mostDeletedTogether));
      }
    }
    return removed;
  }

  async function removeTogether(table: TableName, rows: readonly StoredRow[]): Promise<number> {
    const [first] = rows;
    if (first === undefined) return 0;
    const operations = rows.map(({ rowKey, etag }) => ({ op: 'delete', rowKey, etag }) as const);
    const together = await tables.transact(table, first.partitionKey, operations);
    if (together.ok) return rows.length;
    // Somebody else was at one of them: each for itself then.
    let removed = 0;
    for (const { partitionKey, rowKey, etag } of rows) {
      if ((await tables.delete(table, partitionKey, rowKey, etag)).ok) removed += 1;
    }
    return removed;
  }

  async function rowsOf(range: Range): Promise<readonly StoredRow[]> {
    const found: StoredRow[] = [];
    for await (const row of tables.range(range)) found.push(row);
    return found;
  }

  async function purgeInbound(
    now: Temporal.Instant,
  ): Promise<{ readonly removed: number; readonly isDone: boolean }> {
    const old = await rowsOf({ table: 'inbound', partition: partitionsOlderThanAWeek(now), limit: most });
    let removed = await remove('inbound', old);
    let isDone = old.length < most;
    const before = daysBefore(now, keptInboundDays).epochMilliseconds;
    for (const partition of partitionsWithoutWeek) {
      const rows = await rowsOf({ table: 'inbound', partition, limit: most });
      const past = rows.filter((row) => {
        const at = readable(seenActivity.read(row))?.at;
        return at !== undefined && at.epochMilliseconds < before;
      });
      removed += await remove('inbound', past);
      isDone &&= rows.length < most || past.length === 0;
    }
    return { removed, isDone };
  }

  /** The next rows of the lanes after a place: the rest of its lane first, then the lanes behind it. */
  async function nextInLanes(after: State['after']): Promise<readonly StoredRow[]> {
    const kinds = { from: keysOf('notice').from, to: keysOf('undelivered').to };
    if (after === null) return rowsOf({ table: 'outbox', partition: everyLane, rows: kinds, limit: most });
    const rest = { from: `${after.row}!`, to: kinds.to };
    const lane = await rowsOf({ table: 'outbox', partition: after.partition, rows: rest, limit: most });
    if (lane.length >= most) return lane;
    const partition = { from: `${after.partition}!`, to: everyLane.to };
    return [
      ...lane,
      ...(await rowsOf({ table: 'outbox', partition, rows: kinds, limit: most - lane.length })),
    ];
  }

  /** Whoever goes through all lanes anyway mends the hints: one that was lost is missed for a day at most. */
  async function noteAgain(rows: readonly StoredRow[]): Promise<void> {
    for (const [kind, to] of [
      ['pending', hints.waits],
      ['undelivered', hints.aside],
    ] as const) {
      const found = rows.filter(({ rowKey }) => kindOfKey(rowKey) === kind);
      for (const lane of new Set(found.map(({ partitionKey }) => partitionKey))) await to.note(lane);
    }
  }

  async function purgeLanes(now: Temporal.Instant, after: State['after']) {
    const rows = await nextInLanes(after);
    await noteAgain(rows);
    const before = daysBefore(now, keptLedgerDays).epochMilliseconds;
    const past = rows.filter((row) => {
      const kind = kindOfKey(row.rowKey);
      if (kind !== 'notice' && kind !== 'undelivered') return false;
      const at = atOf(row);
      return at !== undefined && at.epochMilliseconds < before;
    });
    const removed = await remove('outbox', past);
    const last = rows.at(-1);
    const isDone = rows.length < most || last === undefined;
    return { removed, after: isDone ? null : { partition: last.partitionKey, row: last.rowKey }, isDone };
  }

  return {
    async step(now) {
      const standing = await tables.get('settings', purgePartition, purgeRow);
      const state = standing === undefined ? undefined : readable(purgeState.read(standing));
      const day = dayOf(now);
      if (state?.isDone && state.day === day) return undefined;
      const inbound = await purgeInbound(now);
      const lanes = await purgeLanes(now, state?.isDone === false ? state.after : null);
      const next: State = { day, after: lanes.after, isDone: lanes.isDone && inbound.isDone };
      const row = rowOf(purgePartition, purgeRow, purgeState, next);
      // Whoever wrote meanwhile has done the same work: their place is as good as ours.
      if (standing === undefined) await tables.insert('settings', row);
      else await tables.update('settings', row, standing.etag);
      return { inbound: inbound.removed, ledger: lanes.removed, isDone: next.isDone };
    },
  };
}
