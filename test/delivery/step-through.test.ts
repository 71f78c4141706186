import type { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stepThrough } from '../../src/delivery/step-through.ts';
import { confirmRecord, noticeTo, openWorld, start, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Moves the clock to `to` and tells at which instant each message was tried. */
async function triedOnTheWayTo(to: Temporal.Instant): Promise<readonly string[]> {
  const { time, repositories, teams } = world;
  const tried: string[] = [];
  const worker = world.worker({
    messenger: {
      ...teams.messenger,
      toPerson: (address, message) => {
        tried.push(`${time.clock.now().toString()} ${message.summary}`);
        return teams.messenger.toPerson(address, message);
      },
    },
  });
  await stepThrough({ ...repositories, clock: time.clock }, to, {
    moveTo: (at) => time.advance(time.clock.now().until(at)),
    finish: () => worker.drain(),
  });
  return tried;
}

const days = (count: number) => start.add({ hours: 24 * count });
const owedOn = (recordId: string, owedAt: Temporal.Instant) =>
  noticeTo('amara', confirmRecord(recordId), { owedAt });

test('everything that falls due on the way is sent at its own time, in order', async () => {
  await world.owe(owedOn('r3', days(3)), owedOn('r0', start), owedOn('r1', days(1)), owedOn('r9', days(9)));
  expect(await triedOnTheWayTo(days(4))).toEqual([
    '2026-09-14T08:00:00Z confirm-record r0 for amara',
    '2026-09-15T08:00:00Z confirm-record r1 for amara',
    '2026-09-17T08:00:00Z confirm-record r3 for amara',
  ]);
  expect(world.time.clock.now().toString()).toBe('2026-09-18T08:00:00Z');
});

test('what Teams did not take is tried again when it would have been, before what comes later', async () => {
  world.teams.script.push({ outcome: 'throttled', retryAfterSeconds: 600 });
  await world.owe(owedOn('r1', days(1)), owedOn('r2', days(2)));
  expect(await triedOnTheWayTo(days(3))).toEqual([
    '2026-09-15T08:00:00Z confirm-record r1 for amara',
    '2026-09-15T08:10:00Z confirm-record r1 for amara',
    '2026-09-16T08:00:00Z confirm-record r2 for amara',
  ]);
});

test('what Teams never takes is given up on the way, and the way has an end', async () => {
  world.teams.always.outcome = { outcome: 'busy', code: 'http-503' };
  await world.owe(owedOn('r1', days(1)));
  const tried = await triedOnTheWayTo(days(30));
  expect(tried.length).toBeGreaterThan(20);
  expect(tried.length).toBeLessThan(150);
  expect(await world.repositories.outbox.pending('person~amara')).toEqual([]);
});

test('the way back leads past nothing', async () => {
  await world.owe(owedOn('r1', days(1)));
  expect(await triedOnTheWayTo(start.subtract({ hours: 24 }))).toEqual([]);
});
