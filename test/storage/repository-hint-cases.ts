/** What finding unfinished work reads, on whichever store is open: as much as is unfinished, however much is done. */
import { describe, expect, test } from 'vitest';
import type { Destination } from '../../src/services/outbox.ts';
import type { TableStore } from '../../src/storage/table-store.ts';
import { all } from './adapters.ts';
import { at, committed, enrol, notice, over, ports, storage, tag } from './repository-store.ts';

const to = (n: number): Destination => ({ kind: 'person', personId: `${tag}-${n}` });
const until = at.add({ seconds: 45 });

/** Accepts one notice for each of so many people, and brings it to an end. */
async function told(from: number, count: number, ending: { as: 'sent' } | { as: 'undelivered' }) {
  const { outbox } = ports;
  for (let n = from; n < from + count; n += 1) {
    await outbox.accept(to(n), notice(`hint-${n}`), at);
    const claimed = await outbox.claim(outbox.laneOf(to(n)), 'w', at, until);
    if (!claimed.ok) throw new Error('The lane is somebody else’s.');
    const [pending] = await outbox.pending(claimed.claim.lane);
    if (pending === undefined) throw new Error('Nothing waits.');
    const end =
      ending.as === 'sent' ? ending : ({ as: 'undelivered', reason: 'blocked', code: '403' } as const);
    await outbox.settle(claimed.claim, { ended: [{ pending, ending: end }], putOff: [] }, at, until);
    await outbox.release(claimed.claim, null);
  }
}

/** Tables as they stand `seconds` later, with the rows counted that a range gives; the outbox's scans are told apart. */
function counting() {
  const counts = { rows: 0, scans: 0 };
  const tables: TableStore = {
    get: (...values) => storage.tables.get(...values),
    insert: (...values) => storage.tables.insert(...values),
    update: (...values) => storage.tables.update(...values),
    put: (...values) => storage.tables.put(...values),
    delete: (...values) => storage.tables.delete(...values),
    transact: (...values) => storage.tables.transact(...values),
    close: () => storage.tables.close(),
    async *range(range) {
      if (typeof range.partition !== 'string') counts.scans += 1;
      for await (const row of storage.tables.range(range)) {
        counts.rows += 1;
        yield row;
      }
    },
  };
  return { counts, tables };
}

export function hintCases(pass: (seconds: number) => void): void {
  describe('finding what is unfinished', () => {
    async function look() {
      const { counts, tables } = counting();
      const { outbox, owed } = over(tables);
      const lanes = (await outbox.waiting(at)).filter(({ lane }) => lane.includes(`${tag}-`));
      const aside = (await all(outbox.undelivered())).filter(
        ({ destination }) => destination.kind === 'person' && destination.personId.startsWith(`${tag}-`),
      );
      const owners = (await all(owed.owners(at))).filter(({ id }) => id.startsWith(tag));
      return { lanes: lanes.length, aside: aside.length, owners: owners.length, ...counts };
    }

    test('reads no whole table, and no more rows when others are done with', async () => {
      await enrol();
      await committed({ fact: 'notice-owed', notice: notice('hint-owed') });
      await told(0, 2, { as: 'undelivered' });
      for (const n of [2, 3, 4]) await ports.outbox.accept(to(n), notice(`hint-${n}`), at);
      pass(120);
      await look();
      const before = await look();
      expect(before).toMatchObject({ lanes: 3, aside: 2, owners: 1, scans: 0 });
      await told(10, 25, { as: 'sent' });
      pass(120);
      // The first look after it finds nothing there any more, and says so for the next.
      await look();
      expect(await look()).toEqual(before);
    });

    test('leaves what was noted a moment ago, for its commit may be on the way', async () => {
      const hints = async () =>
        (await all(storage.tables.range({ table: 'wakes', partition: 'waits' }))).filter(({ body }) =>
          JSON.stringify(body).includes(`${tag}-7`),
        );
      await told(7, 1, { as: 'sent' });
      await ports.outbox.waiting(at);
      expect(await hints()).toHaveLength(1);
      pass(120);
      await ports.outbox.waiting(at);
      expect(await hints()).toHaveLength(0);
    });
  });
}
