/**
 * A process that dies at any step: after every call to the store, the queue and Teams in turn, everything stops at
 * once, as it does with kill -9. Then another worker starts on what is there.
 */
import { expect, test } from 'vitest';
import { createAlarms } from '../../src/delivery/alarms.ts';
import type { Notice } from '../../src/services/ports.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import type { TableStore } from '../../src/storage/table-store.ts';
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

/** Lets calls through until one of them kills the process; from then on none ever answers. */
function mortal(dieAt: number, when: 'before' | 'after') {
  let calls = 0;
  let dead = false;
  let died = (): void => {};
  const death = new Promise<void>((resolve) => {
    died = resolve;
  });
  const forever = new Promise<never>(() => {});
  function die(): Promise<never> {
    dead = true;
    died();
    return forever;
  }
  async function call<T>(run: () => Promise<T>): Promise<T> {
    if (dead) return forever;
    calls += 1;
    const mine = calls;
    if (mine === dieAt && when === 'before') return die();
    const result = await run();
    if (dead || mine === dieAt) return die();
    return result;
  }
  /** The same object, every method of which can be the last. */
  function wrap<T extends object>(real: T): T {
    return new Proxy(real, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        if (name === 'range')
          return (range: Parameters<TableStore['range']>[0]) => mortalRange(target, range);
        return (...values: readonly unknown[]) => call(() => Reflect.apply(method, target, values));
      },
    });
  }
  async function* mortalRange(target: object, range: Parameters<TableStore['range']>[0]) {
    const rows = await call(async () => {
      const found = [];
      for await (const row of (target as TableStore).range(range)) found.push(row);
      return found;
    });
    yield* rows;
  }
  return { wrap, death, isDead: () => dead, calls: () => calls };
}

const alertKey = (n: number): Notice => ({
  key: `alert-${n}`,
  recipient: { kind: 'escalations' },
  subject: caseloadAlert('a1'),
  mode: 'show',
  owedAt: start,
});

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
    noticeTo('amara', confirmRecord('r2')),
    noticeTo('sam', confirmRecord('r0'), { mode: 'refresh' }),
    alertKey(1),
    alertKey(2),
  );
  await world.alarm();
  return world;
}

/** A worker all of whose dealings with the outside can be its last. */
function mortalWorker(world: World, fate: ReturnType<typeof mortal>) {
  const { clock } = world.time;
  const tables = fate.wrap(world.storage.tables);
  const queue = fate.wrap(world.storage.alarms);
  let ids = 0;
  const newId = () => `mortal-${++ids}`;
  const repositories = createRepositories({ tables, clock, newId, log: world.log });
  const alarms = createAlarms(queue, clock);
  const messenger = fate.wrap(world.teams.messenger);
  return world.worker({ ...repositories, queue, alarms, messenger, owner: 'mortal' });
}

const expected = [
  '19:channel caseload-alert a1 for everybody',
  'chat-amara confirm-record r1 for amara',
  'chat-amara confirm-record r2 for amara',
];

async function dieAndGoOn(dieAt: number, when: 'before' | 'after') {
  const world = await prepare();
  const fate = mortal(dieAt, when);
  const first = mortalWorker(world, fate);
  await Promise.race([fate.death, first.drain()]);
  await letThingsHappen();
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
  // Past the claim, the lease and the retries of what the dead process held.
  await world.time.advance({ seconds: 61 });
  await world.worker().drain();
  const posts = world.teams.calls
    .filter(({ kind }) => kind === 'post')
    .map(({ to, card }) => `${to} ${card}`);
  const updates = world.teams.calls.filter(({ activityId }) => activityId === 'sams-card').length;
  const left =
    (await outbox.waiting()).length + (await world.repositories.owed.of('participant-amara')).length;
  const died = fate.isDead();
  await world.close();
  return { died, posts, updates, left, unmarked };
}

test.each(['before', 'after'] as const)(
  'a worker that dies %s any one of its calls loses nothing, and doubles only what Teams took and nobody marked',
  async (when) => {
    let deaths = 0;
    let doubled = 0;
    for (let dieAt = 1; dieAt < 400; dieAt++) {
      const { died, posts, updates, left, unmarked } = await dieAndGoOn(dieAt, when);
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
    expect(deaths).toBeGreaterThan(60);
    expect(doubled).toBeGreaterThan(0);
  },
  60_000,
);
