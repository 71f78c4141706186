/** Worker processes of the bot over one store, killed or told to stop while they send; a connector that counts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Academy } from '../../src/open-academy.ts';
import { keysOf } from '../../src/storage/keys.ts';
import type { Chance } from '../simulation/seeded.ts';
import { startCountingConnector } from './counting-connector.ts';
import { openStore, owe, type Store } from './owed-notices.ts';

/** Whether a record is still waiting to be shown, in its file or in a lane. */
async function isAnythingLeft(academy: Academy): Promise<boolean> {
  const owed = { table: 'participants', partition: { from: ' ', to: '~' }, rows: keysOf('owed') } as const;
  const waiting = { table: 'outbox', partition: { from: ' ', to: '~' }, rows: keysOf('pending') } as const;
  for (const range of [owed, waiting]) {
    for await (const { rowKey } of academy.storage.tables.range(range)) {
      if (rowKey.includes('~owed-')) return true;
    }
  }
  return false;
}

async function ambiguousIn(academy: Academy): Promise<number> {
  const ledger = { table: 'outbox', partition: { from: ' ', to: '~' }, rows: keysOf('notice') } as const;
  let ambiguous = 0;
  for await (const { body } of academy.storage.tables.range(ledger)) {
    if ((body as { readonly ambiguous?: boolean }).ambiguous === true) ambiguous += 1;
  }
  return ambiguous;
}

const perParticipant = 20;

export class Workers {
  readonly #env: Store;
  readonly #children = new Set<ChildProcess>();

  constructor(store: Store) {
    const { PATH = '' } = process.env;
    this.#env = { PATH, PORT: '0', ROLES: 'worker', LOG_LEVEL: 'silent', NODE_ENV: 'development', ...store };
  }

  start(): void {
    const child = spawn(process.execPath, ['src/main.ts', '--no-playground', '--no-demo'], {
      env: { ...this.#env },
      stdio: 'ignore',
    });
    this.#children.add(child);
    child.once('exit', () => this.#children.delete(child));
  }

  /** Their process ids. */
  ids(): readonly number[] {
    return [...this.#children].flatMap(({ pid }) => pid ?? []);
  }

  /** One of them, without warning or asked to end; how many milliseconds it took. */
  async end(chance: Chance, signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    const child = chance.pick([...this.#children]);
    const asked = performance.now();
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return performance.now() - asked;
  }

  async stop(): Promise<void> {
    const all = [...this.#children];
    await Promise.all(
      all.map(async (child) => {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }),
    );
  }
}

export interface Plan {
  readonly store: Store;
  readonly notices: number;
  readonly processes: number;
  /** How many are ended at random moments, and how; each is followed by a new one. */
  readonly ends: number;
  readonly signal: 'SIGKILL' | 'SIGTERM';
  /** Milliseconds between two of them, least and most. */
  readonly between: readonly [number, number];
  readonly longestMilliseconds: number;
}

export interface Came {
  readonly notices: number;
  readonly ended: number;
  readonly lost: number;
  readonly doubled: number;
  /** Notices of which an attempt was cut off or its reply lost: these too may come twice. */
  readonly ambiguous: number;
  /** The longest that a process took to end, in milliseconds. */
  readonly slowestEnd: number;
  readonly seconds: number;
}

/** Sends what is owed with processes that end and begin again, and counts what came of it. */
export async function sendWithEnds(plan: Plan, chance: Chance): Promise<Came> {
  const connector = await startCountingConnector();
  const academy = await openStore(plan.store);
  await owe(academy, { from: 0, until: plan.notices, each: perParticipant }, connector.url);
  const begun = performance.now();
  const workers = new Workers(plan.store);
  for (let n = 0; n < plan.processes; n += 1) workers.start();
  let slowestEnd = 0;
  let ended = 0;
  while (connector.posts.size === 0 && performance.now() - begun < plan.longestMilliseconds) await wait(50);
  while (ended < plan.ends && (await isAnythingLeft(academy))) {
    await wait(chance.between(...plan.between));
    slowestEnd = Math.max(slowestEnd, await workers.end(chance, plan.signal));
    ended += 1;
    workers.start();
  }
  while ((await isAnythingLeft(academy)) && performance.now() - begun < plan.longestMilliseconds) {
    await wait(250);
  }
  const seconds = Math.round((performance.now() - begun) / 1_000);
  await workers.stop();
  const ambiguous = await ambiguousIn(academy);
  await academy.storage.close();
  await connector.close();
  const counts = [...connector.posts.values()];
  return {
    notices: plan.notices,
    ended,
    lost: plan.notices - counts.length,
    doubled: counts.reduce((sum, posts) => sum + posts - 1, 0),
    ambiguous,
    slowestEnd: Math.round(slowestEnd),
    seconds,
  };
}
