/** Old rows that go, on whichever store is open. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Ending } from '../../src/services/outbox.ts';
import { createHints } from '../../src/storage/hints.ts';
import { createInboundLedger, seenActivity } from '../../src/storage/inbound-ledger.ts';
import { keyPart } from '../../src/storage/keys.ts';
import { createPurge } from '../../src/storage/purge.ts';
import { rowOf } from '../../src/storage/row-shape.ts';
import type { TableName } from '../../src/storage/table-store.ts';
import { all } from './adapters.ts';
import { at, notice, ports, storage, tag } from './repository-store.ts';

const days = (n: number) => at.add({ hours: 24 * n });
const everything = { from: ' ', to: '~~' } as const;

const rowsIn = async (table: TableName) =>
  (await all(storage.tables.range({ table, partition: everything }))).length;

async function empty(table: TableName): Promise<void> {
  for (const { partitionKey, rowKey, etag } of await all(
    storage.tables.range({ table, partition: everything }),
  ))
    await storage.tables.delete(table, partitionKey, rowKey, etag);
}

const setAside = () => {
  throw new Error('A row could not be read.');
};

function purgeOf(most: number) {
  const { tables } = storage;
  const hintsOf = (kind: 'waits' | 'aside') =>
    createHints({ tables, clock: { now: () => at }, setAside }, kind);
  return createPurge({ tables, most, hints: { waits: hintsOf('waits'), aside: hintsOf('aside') } });
}

/** A purge that reads a few rows a step, taken to its end; how many steps that needed and what went. */
async function purged(now: typeof at, most = 7) {
  const purge = purgeOf(most);
  const sum = { steps: 0, inbound: 0, ledger: 0 };
  for (;;) {
    const step = await purge.step(now);
    if (step === undefined) return sum;
    sum.steps += 1;
    sum.inbound += step.inbound;
    sum.ledger += step.ledger;
    if (sum.steps > 100) throw new Error('The purge does not come to an end.');
  }
}

export function purgeCases(): void {
  describe('the purge', () => {
    beforeEach(async () => {
      for (const table of ['inbound', 'outbox', 'settings'] as const) await empty(table);
    });

    async function ended(personId: string, keyOf: string, ending: Ending, when: typeof at): Promise<void> {
      const destination = { kind: 'person', personId } as const;
      await ports.outbox.accept(destination, notice(keyOf), when);
      const lane = ports.outbox.laneOf(destination);
      const until = when.add({ seconds: 60 });
      const claimed = await ports.outbox.claim(lane, 'test', when, until);
      if (!claimed.ok) throw new Error('The lane is held.');
      const pending = (await ports.outbox.pending(lane)).filter((one) => one.notice.key === keyOf);
      const settlement = { ended: pending.map((one) => ({ pending: one, ending })), putOff: [] };
      const claim = await ports.outbox.settle(claimed.claim, settlement, when, until);
      if (claim !== 'lost') await ports.outbox.release(claim, null);
    }

    test('forgets activities of more than a week ago, and no younger one', async () => {
      for (let n = 0; n < 30; n++)
        await ports.inbound.firstSeen(`a:${tag}-${n % 3}`, `activity ${n}`, days(n));
      const { inbound } = await purged(days(30));
      expect(inbound).toBeGreaterThanOrEqual(30 - 7 - 2 * 7);
      const left = await all(storage.tables.range({ table: 'inbound', partition: everything }));
      const ages = left.map((row) => {
        const read = seenActivity.read(row);
        return read.ok ? days(30).since(read.value.at).total('hours') / 24 : 0;
      });
      expect(Math.max(...ages)).toBeLessThan(15);
      for (let n = 23; n < 30; n++) {
        const again = days(n).add({ hours: 20 });
        expect(await ports.inbound.firstSeen(`a:${tag}-${n % 3}`, `activity ${n}`, again)).toBe(false);
      }
      expect(await purged(days(30))).toEqual({ steps: 0, inbound: 0, ledger: 0 });
    });

    test('knows a second delivery across the end of a week, and one from before there were weeks', async () => {
      // The week of the ledger begins on a Thursday, 1 January 1970 having been one.
      const beforeMidnight = at.add({ hours: 24 * 2 + 15, minutes: 59 });
      expect(beforeMidnight.toString()).toBe('2026-09-16T23:59:00Z');
      const inbound = createInboundLedger(storage.tables);
      expect(await inbound.firstSeen(`a:${tag}`, 'late', beforeMidnight)).toBe(true);
      expect(await inbound.firstSeen(`a:${tag}`, 'late', beforeMidnight.add({ minutes: 2 }))).toBe(false);
      expect(await inbound.firstSeen(`a:${tag}`, 'late', beforeMidnight.add({ hours: 20 }))).toBe(false);
      const old = rowOf(keyPart(`a:${tag}/#?`), keyPart('old'), seenActivity, { at });
      await storage.tables.insert('inbound', old);
      const restarted = createInboundLedger(storage.tables);
      expect(await restarted.firstSeen(`a:${tag}/#?`, 'old', days(1))).toBe(false);
      expect(await restarted.firstSeen(`a:${tag}/#?`, 'new', days(1))).toBe(true);
      expect(await purged(days(6))).toMatchObject({ inbound: 0 });
      expect((await purged(days(8))).inbound).toBe(1);
    });

    test('forgets after 400 days what became of notices, and never one that still waits', async () => {
      const sent = { as: 'sent' } as const;
      const lost = { as: 'undelivered', reason: 'blocked', code: '403' } as const;
      for (let n = 0; n < 20; n++)
        await ended(`${tag}-${n % 4}`, `old ${n}`, n % 5 === 0 ? lost : sent, days(n));
      await ended(`${tag}-1`, 'young', sent, days(300));
      await ports.outbox.accept({ kind: 'person', personId: `${tag}-9` }, notice('waits'), at);
      const { ledger, steps } = await purged(days(430));
      expect(ledger).toBe(20 + 4);
      expect(steps).toBeGreaterThan(2);
      const left = await all(ports.ledger.entries());
      expect(left.map(({ state }) => state).toSorted()).toEqual(['pending', 'sent']);
      expect(await all(ports.outbox.undelivered())).toEqual([]);
      expect(
        await ports.outbox.pending(ports.outbox.laneOf({ kind: 'person', personId: `${tag}-9` })),
      ).toHaveLength(1);
    });

    test('goes on where another process stopped, also on the day after', async () => {
      for (let n = 0; n < 12; n++) await ended(`${tag}-${n}`, `old ${n}`, { as: 'sent' }, at);
      const first = await purgeOf(5).step(days(410));
      expect(first).toEqual({ inbound: 0, ledger: 5, isDone: false });
      expect((await purged(days(411), 5)).ledger).toBe(7);
      expect(await rowsIn('outbox')).toBe(0);
    });

    test('of two processes at once takes each row away once and leaves nothing behind', async () => {
      for (let n = 0; n < 10; n++) await ended(`${tag}-${n % 2}`, `old ${n}`, { as: 'sent' }, at);
      const both = [1, 2].map(() => purgeOf(50).step(days(410)));
      const removed = (await Promise.all(both)).map((step) => step?.ledger ?? 0);
      expect(Math.max(...removed)).toBeLessThanOrEqual(10);
      expect(await rowsIn('outbox')).toBe(0);
    });

    test('leaves alone what it cannot read', async () => {
      const broken = { partitionKey: `person~${tag}`, rowKey: 'notice~x', schema: 9, body: {} };
      await storage.tables.put('outbox', broken);
      await purged(days(4_000));
      expect(await rowsIn('outbox')).toBe(1);
    });
  });
}
