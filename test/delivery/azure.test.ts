/** The same worker over Azure's tables and queue, as the emulator serves them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realTimers } from '../../src/delivery/timers.ts';
import { openAzureStorage } from '../../src/storage/azure-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { newId, realClock } from '../storage/adapters.ts';
import { type Azurite, startAzurite } from '../support/azurite.ts';
import { caseloadAlert, confirmRecord, letThingsHappen, noticeTo, openWorld, start } from './world.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  const { connectionString } = azurite;
  storage = await openAzureStorage({ connectionString }, { clock: realClock, newId });
});
afterAll(async () => {
  await storage.close();
  await azurite.stop();
});

/** The emulator's queue goes by its own clock, so here everything does. */
const realTime = {
  clock: realClock,
  timers: realTimers,
  advance: () => letThingsHappen(1),
  waiting: () => 0,
};

test('two workers on Azure send each message once and leave nothing behind', async () => {
  const world = await openWorld({ storage, time: realTime });
  const people = ['amara', 'sam', 'morgan', 'robin'];
  const toEach = people.flatMap((id) => [
    noticeTo(id, confirmRecord('r1')),
    noticeTo(id, confirmRecord('r2')),
  ]);
  const subject = caseloadAlert('a1');
  await world.owe(...toEach, {
    key: 'alert',
    recipient: { kind: 'escalations' },
    subject,
    mode: 'show',
    owedAt: start,
  });
  await world.alarm();
  const [one, other] = [world.worker(), world.worker()];
  await Promise.all([one.drain(), other.drain()]);
  const cards = world.teams.calls.map(({ kind, to, card }) => `${kind} ${to} ${card}`);
  expect(new Set(cards).size).toBe(10);
  expect(cards).toHaveLength(10);
  expect(await world.repositories.outbox.waiting()).toEqual([]);
  expect(await storage.alarms.poisoned()).toEqual([]);
  await Promise.all([one.stop(), other.stop()]);
}, 30_000);
