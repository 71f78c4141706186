/** A process may die between any two writes of a look, and two processes may look at once: told once all the same. */
import { expect, test } from 'vitest';
import { createRepositories } from '../../src/storage/repositories.ts';
import type { TableStore } from '../../src/storage/table-store.ts';
import { london, openReminding, type Reminding } from './reminding-world.ts';

const told = [
  'Mon 09-21 09:00 post amara-nqsw: before-5 amara #1',
  'Mon 09-21 09:00 post sam: before-5 amara #1',
];

/** A store that dies at its n-th write and takes nothing from then on; the write itself is kept or lost. */
function mortal(tables: TableStore, dieAt: number, isKept: boolean) {
  let writes = 0;
  const count = { get: () => writes };
  const writing =
    <A extends readonly unknown[], R>(write: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      writes += 1;
      if (writes > dieAt) throw Object.assign(new Error('dead'), { code: 'dead' });
      if (writes < dieAt) return write(...given);
      if (isKept) await write(...given);
      throw Object.assign(new Error('dead'), { code: 'dead' });
    };
  const dying: TableStore = {
    get: (...given) => tables.get(...given),
    range: (given) => tables.range(given),
    insert: writing((table, row) => tables.insert(table, row)),
    update: writing((table, row, etag) => tables.update(table, row, etag)),
    put: writing((table, row) => tables.put(table, row)),
    delete: writing((table, partition, row, etag) => tables.delete(table, partition, row, etag)),
    transact: writing((table, partition, operations) => tables.transact(table, partition, operations)),
    close: () => tables.close(),
  };
  return { dying, count };
}

/** At a quarter to nine a process looks at Amara and dies at its n-th write; another goes on two minutes later. */
async function dieAndGoOn(dieAt: number, isKept: boolean) {
  const academy: Reminding = await openReminding();
  try {
    await academy.enrol('amara');
    await academy.until('2026-09-18 12:00');
    await academy.stop();
    await academy.world.time.advance(academy.world.time.clock.now().until(london('2026-09-21 08:45')));
    const { world, parts } = academy;
    const { dying, count } = mortal(world.storage.tables, dieAt, isKept);
    let ids = 0;
    const repositories = createRepositories({
      tables: dying,
      clock: world.time.clock,
      newId: () => `dying-${++ids}`,
      log: world.log,
    });
    const first = world.worker({ ...parts, ...repositories, owner: 'dying' });
    await first.drain().catch(() => {});
    const writes = count.get();
    const stopped = first.stop();
    await world.time.advance({ seconds: 11 });
    await stopped;
    await world.time.advance({ seconds: 120 });
    const second = world.worker({ ...parts, owner: 'second' });
    await academy.stepWith(second, '2026-09-22 08:00');
    const { told: kept } = await world.repositories.reminders.read('amara');
    return { writes, sent: academy.sent.toSorted(), kept: kept.length };
  } finally {
    await academy.world.close();
  }
}

test('whichever write a process dies at, everybody is told once and at nine', {
  timeout: 120_000,
}, async () => {
  const whole = await dieAndGoOn(Number.MAX_SAFE_INTEGER, true);
  expect(whole.sent).toEqual(told);
  expect(whole.writes).toBeGreaterThan(5);
  for (let dieAt = 1; dieAt <= whole.writes; dieAt += 1) {
    for (const isKept of [true, false]) {
      const { sent, kept } = await dieAndGoOn(dieAt, isKept);
      expect({ dieAt, isKept, sent, kept }).toEqual({ dieAt, isKept, sent: told, kept: 2 });
    }
  }
});

test('two workers who look at the same people at once tell each of them once', async () => {
  const academy = await openReminding();
  for (const id of ['amara', 'ben', 'cara']) await academy.enrol(id);
  const { world, parts } = academy;
  const other = world.worker({ ...parts, owner: 'other' });
  for (const at of ['2026-09-21 08:45', '2026-09-21 09:00', '2026-09-25 08:45', '2026-09-25 09:00']) {
    await world.time.advance(world.time.clock.now().until(london(at)));
    await Promise.all([academy.drain(), other.drain()]);
  }
  const toSam = academy.sent.filter((line) => line.includes(' sam: '));
  expect(toSam).toEqual([
    'Mon 09-21 09:00 post sam: before-5 amara #1, before-5 ben #1, before-5 cara #1',
    'Fri 09-25 09:00 post sam: before-1 amara #1, before-1 ben #1, before-1 cara #1',
  ]);
  await world.close();
});
