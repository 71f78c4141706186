import { z } from 'zod';
import type { Heartbeats } from '../services/outbox.ts';
import { key, keysOf } from './keys.ts';
import { instant, readRow, rowOf, rowShape, type SetAside } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

/** That a process runs, and how much it sends. `count` moves with every beat: nobody has to compare clocks. */
export const heartbeat = rowShape(
  z.object({
    process: z.string().min(1),
    count: z.int().nonnegative(),
    sends: z.boolean(),
    answersPerSecond: z.number().nonnegative(),
    at: instant,
  }),
);

const partition = 'processes';
const beatKey = (process: string) => key('beat', process);

/** One row for each process that runs, in one partition: a beat is one write and one short read. */
export function createHeartbeats(tables: TableStore, setAside: SetAside): Heartbeats {
  return {
    async beat(beat) {
      await tables.put('settings', rowOf(partition, beatKey(beat.process), heartbeat, { ...beat }));
    },

    async list() {
      const found: Awaited<ReturnType<Heartbeats['list']>>[number][] = [];
      for await (const row of tables.range({ table: 'settings', partition, rows: keysOf('beat') })) {
        const value = readRow('settings', row, heartbeat, setAside);
        if (value !== undefined) found.push(value);
      }
      return found;
    },

    async end(process) {
      const row = await tables.get('settings', partition, beatKey(process));
      if (row !== undefined) await tables.delete('settings', partition, row.rowKey, row.etag);
    },
  };
}
