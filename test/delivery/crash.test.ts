/**
 * A process that dies at any step: after every call to the store, the queue and Teams in turn, everything stops at
 * once, as it does with kill -9. Then another worker starts on what is there.
 */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createAlarms } from '../../src/delivery/alarms.ts';
import type { Notice } from '../../src/services/ports.ts';
import { StorageUnavailableError } from '../../src/storage/errors.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import type { Range, TableStore } from '../../src/storage/table-store.ts';
import { all } from '../storage/adapters.ts';
import {
  caseloadAlert,
  channelOf,
  confirmRecord,
  letThingsHappen,
  noticeTo,
  openWorld,
  start,
  type World,
} from './world.ts';

const never = new Promise<never>(() => {});

/**
 * Wraps every dealing with the outside: `onCall` is told the number of each call when it has been done. Nothing is
 * begun once `isDead`.
 */
function counted(
  onCall: (call: number) => Promise<void>,
  isDead: () => boolean = () => false,
  beforeCall: (call: number) => void = () => {},
) {
  let calls = 0;
  async function call<T>(run: () => Promise<T>): Promise<T> {
    if (isDead()) return never;
    calls += 1;
    const mine = calls;
    beforeCall(mine);
    const result = await run();
    await onCall(mine);
    return result;
  }
  async function* countedRange(store: TableStore, range: Range) {
    yield* await call(() => all(store.range(range)));
  }
  return {
    calls: () => calls,
    wrap<T extends object>(real: T): T {
      return new Proxy(real, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name);
          if (typeof method !== 'function') return method;
          if (name === 'range') return (range: Range) => countedRange(target as TableStore, range);
          return (...values: readonly unknown[]) => call(() => Reflect.apply(method, target, values));
        },
      });
    },
  };
}

/** Everything stops for good once this call has been done: no later one is answered, nor begun by anybody. */
function mortal(dieAt: number) {
  let dead = false;
  let died = (): void => {};
  const death = new Promise<void>((resolve) => {
    died = resolve;
  });
  const isDead = () => dead;
  const { wrap } = counted((call) => {
    if (call === dieAt) {
      dead = true;
      died();
    }
    return dead ? never : Promise.resolve();
  }, isDead);
  return { wrap, death, isDead };
}

const alertNotice: Notice = {
  key: 'alert',
  recipient: { kind: 'escalations' },
  subject: caseloadAlert('a1'),
  mode: 'show',
  owedAt: start,
};

async function prepare(): Promise<World> {
  const world = await openWorld();
  const { addresses, postedCards } = world.repositories;
  await addresses.saveChannel(channelOf('19:channel'));
  await addresses.chooseEscalations('19:channel', 'morgan', start);
  const standing = { serviceUrl: 'http://127.0.0.1:9/', conversationId: 'chat-sam', activityId: 'sams-card' };
  await postedCards.remember({ kind: 'person', personId: 'sam' }, confirmRecord('r0'), standing);
  await world.owe(
    noticeTo('amara', confirmRecord('r1'), { key: 'one' }),
    noticeTo('amara', confirmRecord('r1'), { key: 'two' }),
    noticeTo('sam', confirmRecord('r0'), { mode: 'refresh' }),
    alertNotice,
  );
  await world.alarm();
  return world;
}

/** A worker whose store, queue and, if wanted, Teams are wrapped. */
function wrappedWorker(world: World, { wrap }: Pick<ReturnType<typeof counted>, 'wrap'>, teamsToo: boolean) {
  const { clock } = world.time;
  const tables = wrap(world.storage.tables);
  const queue = wrap(world.storage.alarms);
  let ids = 0;
  const newId = () => `wrapped-${++ids}`;
  const repositories = createRepositories({ tables, clock, newId, log: world.log });
  const alarms = createAlarms(queue, clock);
  const messenger = teamsToo ? wrap(world.teams.messenger) : world.teams.messenger;
  return world.worker({ ...repositories, queue, alarms, messenger, owner: 'wrapped' });
}

const expected = ['19:channel caseload-alert a1 for everybody', 'chat-amara confirm-record r1 for amara'];

async function dieAndGoOn(dieAt: number) {
  const world = await prepare();
  const fate = mortal(dieAt);
  const first = wrappedWorker(world, fate, true);
  await Promise.race([fate.death, first.drain()]);
  // Calls that were on their way when the process died still arrive.
  await letThingsHappen(20);
  const { outbox } = world.repositories;
  // What Teams had taken and the store did not know when the process died: only this may come twice.
  const unmarked: string[] = [];
  for (const { kind, to, card } of world.teams.calls) {
    const lane = to === '19:channel' ? 'channel~19:channel' : 'person~amara';
    const record = card.split(' ')[1] ?? '';
    const subject = lane.startsWith('channel') ? caseloadAlert(record) : confirmRecord(record);
    if (kind === 'post' && (await outbox.postedAt(lane, subject)) === undefined)
      unmarked.push(`${to} ${card}`);
  }
  // Past the lease and the retries of what the dead process held.
  await world.time.advance({ seconds: 61 });
  const second = world.worker();
  const drained = second.drain();
  await letThingsHappen();
  // It has to have seen the dead one's claim stand unchanged.
  await world.time.advance({ seconds: 51 });
  await drained;
  const posts = world.teams.calls
    .filter(({ kind }) => kind === 'post')
    .map(({ to, card }) => `${to} ${card}`);
  const updates = world.teams.calls.filter(({ activityId }) => activityId === 'sams-card').length;
  const left =
    (await outbox.waiting()).length +
    (await world.repositories.owed.of({ kind: 'participant', id: 'participant-amara' })).length;
  const died = fate.isDead();
  await Promise.all([second.stop(), world.storage.close()]);
  return { died, posts, updates, left, unmarked };
}

test('a worker that dies after any one of its calls loses nothing, and doubles only what Teams took and nobody marked', async () => {
  let deaths = 0;
  let doubled = 0;
  for (let dieAt = 1; dieAt < 400; dieAt++) {
    const { died, posts, updates, left, unmarked } = await dieAndGoOn(dieAt);
    if (!died) break;
    deaths += 1;
    expect([...new Set(posts)].toSorted(), `lost at call ${dieAt}`).toEqual(expected);
    expect(updates, `refresh lost at call ${dieAt}`).toBeGreaterThanOrEqual(1);
    expect(left, `left over at call ${dieAt}`).toBe(0);
    const twice = posts.filter((post, n) => posts.indexOf(post) < n);
    expect(twice.toSorted(), `doubled at call ${dieAt}`).toEqual(unmarked.toSorted());
    doubled += twice.length;
  }
  // Every step was reached, the window between acceptance and mark among them.
  expect(deaths).toBeGreaterThan(50);
  expect(doubled).toBeGreaterThan(0);
}, 120_000);

/** The store fails once, having done what it was told or not; the process lives on. */
async function failOnce(failAt: number, when: 'done' | 'not done') {
  const world = await prepare();
  const fail = (call: number) => {
    if (call === failAt) throw new StorageUnavailableError(when);
  };
  const fate =
    when === 'done' ? counted(async (call) => fail(call)) : counted(async () => {}, undefined, fail);
  const worker = wrappedWorker(world, fate, false);
  // What fails while draining is the caller's to see; the worker goes on by itself.
  const drained = worker.drain().then(fate.calls, fate.calls);
  for (let round = 0; round < 4; round++) await world.time.advance({ seconds: 40 });
  await worker.drain().catch(() => worker.drain());
  const posts = world.teams.calls
    .filter(({ kind }) => kind === 'post')
    .map(({ to, card }) => `${to} ${card}`);
  const left = (await world.repositories.outbox.waiting()).length;
  const callsToFinish = await drained;
  await Promise.all([worker.stop(), world.storage.close()]);
  return { callsToFinish, posts, left };
}

test.each(['done', 'not done'] as const)(
  'a failure of the store at any call, with the work %s, neither loses nor doubles a message',
  async (when) => {
    // An idle worker goes on looking at its queue: far enough is well past the last call that had work to do.
    const enough = (await failOnce(0, when)).callsToFinish + 10;
    for (let failAt = 1; failAt <= enough; failAt++) {
      const { posts, left } = await failOnce(failAt, when);
      expect(posts.toSorted(), `call ${failAt}`).toEqual(expected);
      expect(left, `left over after call ${failAt}`).toBe(0);
    }
    expect(enough).toBeGreaterThan(60);
  },
  120_000,
);

test('a store that is away for half a minute, once Teams has taken a message, does not make it come twice', async () => {
  const world = await prepare();
  const isPosted = () => world.teams.calls.some(({ kind }) => kind === 'post');
  const backAt = start.add({ seconds: 30 });
  let refused = 0;
  const isAway = () => isPosted() && Temporal.Instant.compare(world.time.clock.now(), backAt) < 0;
  const answer = () => {
    if (!isAway()) return;
    refused += 1;
    throw new StorageUnavailableError('away');
  };
  const fate = counted(async () => {}, undefined, answer);
  const worker = wrappedWorker(world, fate, false);
  // Claims that could not be let go meanwhile are waited out as well.
  for (let seconds = 0; seconds < 150; seconds += 2) await world.time.advance({ seconds: 2 });
  const posts = world.teams.calls
    .filter(({ kind }) => kind === 'post')
    .map(({ to, card }) => `${to} ${card}`);
  expect(posts.toSorted()).toEqual(expected);
  expect(await world.repositories.outbox.waiting()).toEqual([]);
  expect(refused).toBeGreaterThan(5);
  await Promise.all([worker.stop(), world.storage.close()]);
});
