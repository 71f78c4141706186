import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAlarms } from '../../src/delivery/alarms.ts';
import { waitUntilFinished } from '../../src/delivery/finish.ts';
import { createPace } from '../../src/delivery/pace.ts';
import type { Notice } from '../../src/services/ports.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import { all } from '../storage/adapters.ts';
import {
  addressOf,
  caseloadAlert,
  channelOf,
  confirmRecord,
  letThingsHappen,
  noticeTo,
  openWorld,
  participantId,
  person,
  start,
  type World,
} from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const alertNotice = (key: string, mode: Notice['mode'] = 'show'): Notice => ({
  key,
  recipient: { kind: 'escalations' },
  subject: caseloadAlert('alert-1'),
  mode,
  owedAt: start,
});

const sent = () => world.teams.calls.map(({ kind, to, card }) => `${kind} to ${to}: ${card}`);

async function deliver(...notices: readonly Notice[]): Promise<void> {
  await world.owe(...notices);
  await world.alarm();
  await worker().drain();
}

let running: ReturnType<World['worker']> | undefined;
beforeEach(() => {
  running = undefined;
});
function worker() {
  running ??= world.worker();
  return running;
}

async function chooseChannel(channelId: string): Promise<void> {
  await world.repositories.addresses.saveChannel(channelOf(channelId));
  await world.repositories.addresses.chooseEscalations(channelId, 'morgan', world.time.clock.now());
}

describe('one person', () => {
  test('a subject is posted once and from then on updated in place', async () => {
    await deliver(noticeTo('amara', confirmRecord('r1')));
    await deliver(noticeTo('amara', confirmRecord('r1'), { key: 'again' }));
    expect(sent()).toEqual([
      'post to chat-amara: confirm-record r1 for amara',
      'update to chat-amara: confirm-record r1 for amara',
    ]);
    expect(world.teams.calls[1]?.activityId).toBe(world.teams.calls[0]?.activityId);
  });

  test('several notices of one subject become one message, and another subject its own', async () => {
    await deliver(
      noticeTo('amara', confirmRecord('r1'), { key: 'a', mode: 'refresh' }),
      noticeTo('amara', confirmRecord('r1'), { key: 'b' }),
      noticeTo('amara', confirmRecord('r2'), { key: 'c' }),
    );
    expect(sent()).toEqual([
      'post to chat-amara: confirm-record r1 for amara',
      'post to chat-amara: confirm-record r2 for amara',
    ]);
  });

  test('forty notices of one subject are still one message', async () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      noticeTo('amara', confirmRecord('r1'), { key: `n${n}` }),
    );
    await deliver(...many);
    expect(sent().filter((line) => line.startsWith('post'))).toHaveLength(1);
    expect(await world.repositories.outbox.pending('person~amara')).toEqual([]);
  });

  test('the same notice owed again after it was sent is not sent again', async () => {
    await deliver(noticeTo('amara', confirmRecord('r1')));
    await deliver(noticeTo('amara', confirmRecord('r1')));
    expect(sent()).toHaveLength(1);
    expect(await world.repositories.owed.of({ kind: 'participant', id: participantId })).toEqual([]);
  });

  test('what is owed later is sent then and not before', async () => {
    const owedAt = start.add({ hours: 24 * 30 });
    await deliver(noticeTo('amara', confirmRecord('r1'), { owedAt }));
    await world.time.advance({ hours: 24 * 30 - 1 });
    await worker().drain();
    expect(sent()).toEqual([]);
    await world.time.advance({ hours: 1 });
    await worker().drain();
    expect(sent()).toHaveLength(1);
  });

  test('a subject that is no longer there is not shown and not asked for again', async () => {
    running = world.worker({ showSubject: async () => undefined });
    await deliver(noticeTo('amara', confirmRecord('r1')));
    expect(sent()).toEqual([]);
    expect(await world.repositories.outbox.pending('person~amara')).toEqual([]);
  });

  test('a messenger that throws has perhaps sent: it is tried again after the grace, not before', async () => {
    world.teams.script.push(() => Promise.reject(new Error('socket gone')));
    await deliver(noticeTo('amara', confirmRecord('r1')));
    await world.time.advance({ seconds: 119 });
    await worker().drain();
    expect(sent()).toEqual([]);
    await world.time.advance({ seconds: 1 });
    await worker().drain();
    expect(sent()).toHaveLength(1);
  });
});

describe('whoever cannot be reached', () => {
  test('is sent what waited at the next sweep, when the process that saw them died before saying so', async () => {
    const { roster, outbox } = world.repositories;
    await roster.save([person('new')], []);
    await deliver(noticeTo('new', confirmRecord('r1')));
    expect(await all(outbox.undelivered())).toHaveLength(1);
    const { clock } = world.time;
    const needs = { tables: world.storage.tables, clock, newId: () => 'dies', log: world.log };
    await createRepositories(needs).addresses.savePerson(addressOf('new'));
    await worker().drain();
    expect(sent()).toEqual([]);
    await world.time.advance({ minutes: 61 });
    await worker().drain();
    expect(sent()).toEqual(['post to chat-new: confirm-record r1 for new']);
    expect(await all(outbox.undelivered())).toEqual([]);
  });

  test('is sent what waited as soon as they are met', async () => {
    const { roster, addresses, people, outbox } = world.repositories;
    await roster.save([person('new', { entraId: null })], []);
    await deliver(noticeTo('new', confirmRecord('r1')));
    expect(await all(outbox.undelivered())).toMatchObject([
      { reason: 'never-met', code: 'entra-id-unknown' },
    ]);
    await people.rememberEntraId('new', 'entra-new');
    await worker().drain();
    expect(sent()).toEqual([]);
    await addresses.savePerson(addressOf('new'));
    await worker().drain();
    expect(sent()).toEqual(['post to chat-new: confirm-record r1 for new']);
    expect(await all(outbox.undelivered())).toEqual([]);
  });

  test('is not tried while blocked, and is sent everything once they are seen again', async () => {
    const { addresses } = world.repositories;
    world.teams.script.push({ outcome: 'unreachable', reason: 'blocked', code: '403' });
    await deliver(noticeTo('amara', confirmRecord('r1')));
    await deliver(noticeTo('amara', confirmRecord('r2')));
    expect(sent()).toHaveLength(1);
    await addresses.savePerson(addressOf('amara', { seenAt: world.time.clock.now().add({ minutes: 1 }) }));
    await worker().drain();
    expect(sent().slice(1).toSorted()).toEqual([
      'post to chat-amara: confirm-record r1 for amara',
      'post to chat-amara: confirm-record r2 for amara',
    ]);
  });

  test('a rejected card is not revived by meeting the person', async () => {
    world.teams.script.push({ outcome: 'permanent', code: '400' });
    await deliver(noticeTo('amara', confirmRecord('r1')));
    await world.repositories.outbox.revive({ kind: 'person', personId: 'amara' }, start);
    await worker().drain();
    expect(sent()).toHaveLength(1);
  });
});

describe('escalations', () => {
  test('go to each Academy Manager one to one while no channel is chosen', async () => {
    await deliver(alertNotice('open'));
    expect(sent().toSorted()).toEqual([
      'post to chat-morgan: caseload-alert alert-1 for morgan',
      'post to chat-robin: caseload-alert alert-1 for robin',
    ]);
  });

  test('go to the chosen channel alone, and are updated there', async () => {
    await chooseChannel('19:a@thread.tacv2');
    await deliver(alertNotice('open'));
    await deliver(alertNotice('more'));
    expect(sent()).toEqual([
      'post to 19:a@thread.tacv2: caseload-alert alert-1 for everybody',
      'update to 19:a@thread.tacv2: caseload-alert alert-1 for everybody',
    ]);
  });

  test('are posted in a channel chosen later, and kept up to date in the one before', async () => {
    await chooseChannel('19:a@thread.tacv2');
    await deliver(alertNotice('open'));
    await chooseChannel('19:b@thread.tacv2');
    await deliver(alertNotice('channel b'));
    expect(sent().toSorted()).toEqual([
      'post to 19:a@thread.tacv2: caseload-alert alert-1 for everybody',
      'post to 19:b@thread.tacv2: caseload-alert alert-1 for everybody',
      'update to 19:a@thread.tacv2: caseload-alert alert-1 for everybody',
    ]);
  });

  test('go to the managers when the channel has thrown the app out, then and afterwards', async () => {
    await chooseChannel('19:a@thread.tacv2');
    world.teams.script.push({ outcome: 'unreachable', reason: 'uninstalled', code: '403' });
    await deliver(alertNotice('open'));
    await deliver({ ...alertNotice('second'), subject: caseloadAlert('alert-2') });
    expect(sent().filter((line) => line.includes('19:a'))).toHaveLength(1);
    expect(sent().filter((line) => line.includes('morgan'))).toHaveLength(2);
    expect(sent().filter((line) => line.includes('robin'))).toHaveLength(2);
  });

  test('stay owed while there is nobody to tell', async () => {
    await world.repositories.roster.save(
      [person('morgan', { roles: ['mentor'] }), person('robin', { roles: ['mentor'] })],
      [],
    );
    await deliver(alertNotice('open'));
    expect(sent()).toEqual([]);
    expect(await world.repositories.owed.of({ kind: 'participant', id: participantId })).toHaveLength(1);
    await world.repositories.roster.save([person('morgan', { roles: ['academy-manager'] })], []);
    await worker().drain();
    expect(sent()).toEqual(['post to chat-morgan: caseload-alert alert-1 for morgan']);
  });
});

describe('throttling', () => {
  test('rests the whole lane until Teams has asked for it, other lanes go on', async () => {
    world.teams.script.push({ outcome: 'throttled', retryAfterSeconds: 60 });
    await deliver(
      noticeTo('amara', confirmRecord('r1')),
      noticeTo('amara', confirmRecord('r2')),
      noticeTo('sam', confirmRecord('r3')),
    );
    const toAmara = () => sent().filter((line) => line.includes('chat-amara'));
    const before = toAmara().length + sent().filter((line) => line.includes('chat-sam')).length;
    // The one that was throttled, and the lane that was not.
    expect(before).toBe(sent().length);
    const throttledFirst = sent()[0]?.includes('amara')
      ? toAmara
      : () => sent().filter((l) => l.includes('sam'));
    expect(throttledFirst()).toHaveLength(1);
    await world.time.advance({ seconds: 59 });
    await worker().drain();
    expect(throttledFirst()).toHaveLength(1);
    await world.time.advance({ seconds: 1 });
    await worker().drain();
    expect(sent()).toHaveLength(4);
  });

  test('a drain may wait for a retry that comes soon', async () => {
    world.teams.script.push({ outcome: 'throttled', retryAfterSeconds: 3 });
    await world.owe(noticeTo('amara', confirmRecord('r1')));
    await world.alarm();
    const drained = worker().drain({ retriesWithinSeconds: 10 });
    await letThingsHappen();
    await world.time.advance({ seconds: 4 });
    await drained;
    expect(sent()).toHaveLength(2);
  });
});

describe('the worker', () => {
  test('does what is due by itself, woken by the alarm', async () => {
    const alone = worker();
    await letThingsHappen();
    await world.owe(noticeTo('amara', confirmRecord('r1')));
    await world.alarm();
    alone.wake();
    await letThingsHappen();
    expect(sent()).toHaveLength(1);
  });

  test('finds at its start, and within the hour, what no alarm speaks of', async () => {
    await world.owe(noticeTo('amara', confirmRecord('r1')));
    worker();
    await letThingsHappen();
    expect(sent()).toHaveLength(1);
    await world.owe(noticeTo('amara', confirmRecord('r2')));
    await world.time.advance({ minutes: 59 });
    expect(sent()).toHaveLength(1);
    await world.time.advance({ minutes: 1 });
    await world.time.advance({ seconds: 3 });
    expect(sent()).toHaveLength(2);
    expect(worker().state().lastSweepAt).toEqual(start.add({ hours: 1 }));
  });

  test('two workers over one store send each message once', async () => {
    const notices = Array.from({ length: 20 }, (_, n) =>
      noticeTo(['amara', 'sam', 'morgan', 'robin'][n % 4] ?? 'amara', confirmRecord(`r${n}`)),
    );
    await world.owe(...notices);
    await world.alarm();
    await world.alarm();
    const drained = Promise.all([worker().drain(), world.worker().drain()]);
    for (let n = 0; n < 40; n++) await world.time.advance({ milliseconds: 250 });
    await drained;
    expect(sent()).toHaveLength(20);
    expect(new Set(sent()).size).toBe(20);
  });

  test('puts aside an alarm that nobody can read, and one that fails five times, and goes on', async () => {
    const { alarms: queue } = world.storage;
    await queue.send('not an alarm', start);
    const failing = world.worker({
      owed: {
        ...world.repositories.owed,
        of: () => Promise.reject(Object.assign(new Error('x'), { code: 'e' })),
      },
    });
    await world.alarm();
    for (let n = 0; n < 8; n++) await world.time.advance({ minutes: 3 });
    const poisoned = await queue.poisoned();
    expect(poisoned.map(({ code }) => code).toSorted()).toEqual(['bad-payload', 'e']);
    expect(failing.state().lastFault).toMatchObject({ code: 'e' });
    await failing.stop();
    await deliver(noticeTo('amara', confirmRecord('r1')));
    expect(sent()).toHaveLength(1);
  });

  test('stops after what is in flight, and another goes on with the rest', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const posted = { serviceUrl: 'http://127.0.0.1:9/', conversationId: 'chat-amara', activityId: 'slow' };
    world.teams.script.push(() => held.then(() => ({ outcome: 'sent', posted })));
    await world.owe(noticeTo('amara', confirmRecord('r1')), noticeTo('amara', confirmRecord('r2')));
    await world.alarm();
    const first = world.worker();
    await letThingsHappen();
    const stopped = first.stop();
    release();
    await stopped;
    expect(sent()).toHaveLength(1);
    expect(first.state()).toMatchObject({ running: false, inFlight: 0 });
    await world.worker().drain();
    expect(sent()).toHaveLength(2);
  });

  test('gives up waiting for a send that never ends after ten seconds', async () => {
    world.teams.script.push(() => new Promise(() => {}));
    await world.owe(noticeTo('amara', confirmRecord('r1')));
    await world.alarm();
    const stuck = world.worker();
    await letThingsHappen();
    let isStopped = false;
    const stopped = stuck.stop().then(() => {
      isStopped = true;
    });
    await world.time.advance({ seconds: 9 });
    expect(isStopped).toBe(false);
    await world.time.advance({ seconds: 1 });
    await stopped;
    expect(isStopped).toBe(true);
  });

  test('asks for its turn before each send', async () => {
    const paced: string[] = [];
    running = world.worker({
      pace: {
        ...createPace({ timers: world.time.timers, perSecond: 100 }),
        turn: async (to) => {
          paced.push(to);
          return { go: true };
        },
        came: (to, { outcome }) => void paced.push(`${to} ${outcome}`),
      },
    });
    await deliver(noticeTo('amara', confirmRecord('r1')), noticeTo('sam', confirmRecord('r2')));
    const [amara, sam] = ['person~amara', 'person~sam'];
    expect(paced.toSorted()).toEqual([amara, `${amara} sent`, sam, `${sam} sent`]);
  });

  test('a process without a worker can wait for those of others, and is told when they take too long', async () => {
    const waiting = { ...world.repositories, ...world.time };
    expect(await waitUntilFinished(waiting, 1)).toBe(true);
    await world.owe(noticeTo('amara', confirmRecord('r1')));
    const alone = waitUntilFinished(waiting, 1);
    for (let n = 0; n < 15; n++) await world.time.advance({ milliseconds: 100 });
    expect(await alone).toBe(false);
    worker();
    const finished = waitUntilFinished(waiting, 5);
    for (let n = 0; n < 20; n++) await world.time.advance({ milliseconds: 100 });
    expect(await finished).toBe(true);
    expect(sent()).toHaveLength(1);
  });

  test('looks at the clock that all processes share before each look at the queue', async () => {
    let looks = 0;
    world.worker({ beforeLook: async () => void looks++ });
    await letThingsHappen();
    const before = looks;
    expect(before).toBeGreaterThan(0);
    await world.time.advance({ seconds: 3 });
    expect(looks).toBeGreaterThan(before);
  });

  test('a row of a lane that cannot be read is reported without its content and holds nothing up', async () => {
    const body = { notice: 'Discussed with Amara' };
    const row = { partitionKey: 'person~amara', rowKey: 'pending~broken', schema: 1, body };
    await world.storage.tables.put('outbox', row);
    await deliver(noticeTo('amara', confirmRecord('r1')));
    expect(sent()).toHaveLength(1);
    const told = world.log.lines.filter(({ event }) => event === 'row-set-aside');
    expect(told[0]?.ids).toEqual({ table: 'outbox', kind: 'pending', fault: 'does-not-parse' });
    expect(JSON.stringify(world.log.lines)).not.toContain('Discussed');
  });
});

describe('alarms', () => {
  test('hop towards an instant further away than the queue can wait', async () => {
    const sentAt: string[] = [];
    const { clock } = world.time;
    const alarms = createAlarms({ send: async (_, at) => void sentAt.push(at.toString()) }, clock);
    await alarms.participant('p', start.add({ hours: 24 * 300 }));
    await alarms.participant('p', start.add({ hours: 24 }));
    expect(sentAt).toEqual(['2026-09-21T07:00:00Z', '2026-09-15T08:00:00Z']);
    const far = start.add({ hours: 24 * 20 });
    await createAlarms(world.storage.alarms, clock).participant(participantId, far);
    await world.owe(noticeTo('amara', confirmRecord('r1'), { owedAt: far }));
    worker();
    for (let day = 0; day < 21; day++) await world.time.advance({ hours: 24 });
    await worker().drain();
    expect(sent()).toHaveLength(1);
    expect(Temporal.Instant.compare(world.time.clock.now(), far)).toBe(1);
  });
});
