/** The adapters as the conformance suites open them. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../src/services/ports.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';

export const newId = (): string => randomUUID();

/** Retries as in earnest, but without the waiting. */
export const briskAttempts = { attempts: 4, pauseMilliseconds: 1, deadlineMilliseconds: 5_000 } as const;

export interface MovableClock extends Clock {
  advance(seconds: number): void;
}

export function movableClock(start = '2026-09-07T08:00:00Z'): MovableClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    advance: (seconds) => {
      now = now.add({ seconds });
    },
  };
}

export const realClock: Clock = { now: () => Temporal.Now.instant() };

export interface TemporaryFile {
  readonly file: string;
  remove(): Promise<void>;
}

export async function temporaryFile(): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), 'academy-store-'));
  return {
    file: join(folder, 'nested', 'academy.sqlite'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export function openMemory(clock: Clock = movableClock()): Storage {
  return openSqliteStorage({ file: ':memory:', clock, newId });
}

/** Everything an iterable yields. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
