import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Wake, Waker, WakeTimes } from '../services/ports.ts';
import { instantPart, key } from './keys.ts';
import { instant, readRow, rowOf, rowShape, type SetAside } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

/** One who is to be looked at, at one time. */
export const wake = rowShape(
  z.object({ kind: z.enum(['participant', 'person']), id: z.string().min(1), at: instant }),
);
export const wakeKind = 'wake';
export const trailKind = 'at';

/** The rows of one hour stand together, so that what is due is read from the front and nothing else is read. */
const hourOf = (at: Temporal.Instant) => instantPart(at).slice(0, '2026-09-14T08'.length);
const wakeKey = ({ kind, id }: Waker, at: Temporal.Instant) => key(wakeKind, instantPart(at), kind, id);
/** Where it stands written at which times somebody is in the index: hours begin with a digit, these do not. */
const trailOf = ({ kind, id }: Waker) => key(kind, id);
const trailKey = (at: Temporal.Instant) => key(trailKind, instantPart(at));
const firstHour = '0';
const afterLastHour = ':';

/**
 * Wake times, ordered by time. The trail is written before the row in the index and taken away after it, so that a
 * process that dies between the two leaves a trail that leads nowhere, never a row that nobody can take away.
 */
export function createWakeTimes(tables: TableStore, setAside: SetAside): WakeTimes {
  async function* hours(from: string, to: string): AsyncIterable<Wake> {
    for await (const row of tables.range({ table: 'wakes', partition: { from, to } })) {
      const value = readRow('wakes', row, wake, setAside);
      if (value !== undefined) yield value;
    }
  }

  async function remove(partition: string, rowKey: string): Promise<void> {
    const row = await tables.get('wakes', partition, rowKey);
    if (row !== undefined) await tables.delete('wakes', partition, rowKey, row.etag);
  }

  return {
    async set({ kind, id }, at) {
      const value = { kind, id, at };
      await tables.put('wakes', rowOf(trailOf(value), trailKey(at), wake, value));
      const written = await tables.insert('wakes', rowOf(hourOf(at), wakeKey(value, at), wake, value));
      return written.ok ? 'new' : 'standing';
    },

    async *due(now) {
      for await (const one of hours(firstHour, `${hourOf(now)}~`)) {
        if (Temporal.Instant.compare(one.at, now) > 0) return;
        yield one;
      }
    },

    async next(now) {
      for await (const { at } of hours(hourOf(now), afterLastHour)) {
        if (Temporal.Instant.compare(at, now) > 0) return at;
      }
      return undefined;
    },

    async done(who, now) {
      const partition = trailOf(who);
      const rows = { from: `${trailKind}~`, to: `${trailKey(now)}~` };
      for await (const row of tables.range({ table: 'wakes', partition, rows })) {
        const value = readRow('wakes', row, wake, setAside);
        if (value === undefined) continue;
        await remove(hourOf(value.at), wakeKey(value, value.at));
        await tables.delete('wakes', partition, row.rowKey, row.etag);
      }
    },
  };
}
