import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { dueWakes } from '../../src/delivery/look.ts';
import { findUnfinished } from '../../src/delivery/sweep.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import type { TableStore } from '../../src/storage/table-store.ts';
import { recordingLog } from '../support/recording-log.ts';
import { movableClock, newId, openMemory } from './adapters.ts';

const now = Temporal.Instant.from('2026-09-14T08:00:00Z');
const due = 20;

/** How many rows a look for due work is given, where so many more people's time is still to come. */
async function rowsRead(others: number): Promise<{ readonly rows: number; readonly found: number }> {
  const clock = movableClock();
  const storage = openMemory(clock);
  let rows = 0;
  const tables: TableStore = {
    ...storage.tables,
    async *range(range) {
      for await (const row of storage.tables.range(range)) {
        rows += 1;
        yield row;
      }
    },
  };
  const { wakes, outbox, owed } = createRepositories({ tables, clock, newId, log: recordingLog() });
  for (let n = 0; n < due + others; n += 1) {
    const at = n < due ? now.subtract({ hours: n }) : now.add({ hours: n });
    await wakes.set({ kind: 'participant', id: `n-${n}` }, at);
  }
  rows = 0;
  const found = (await dueWakes({ wakes }, now)).length;
  await findUnfinished({ owed, outbox }, now);
  await storage.close();
  return { rows, found };
}

it('reads as many rows to find due work however many people are still to come', async () => {
  const few = await rowsRead(10);
  const many = await rowsRead(2_000);
  expect(few.found).toBe(due);
  expect(many.found).toBe(due);
  expect(many.rows).toBeLessThanOrEqual(few.rows * 1.2);
});
