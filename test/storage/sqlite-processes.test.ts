/** Several processes on one file, and processes that die in the middle of a write. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { all, newId, realClock, type TemporaryFile, temporaryFile } from './adapters.ts';

const program = fileURLToPath(new URL('./sqlite-child.ts', import.meta.url));
type Child = ChildProcessByStdio<null, Readable, null>;

let place: TemporaryFile;
beforeEach(async () => {
  place = await temporaryFile();
});
afterEach(() => place.remove());

function start(...parameters: readonly string[]): Child {
  return spawn(process.execPath, [program, ...parameters], { stdio: ['ignore', 'pipe', 'ignore'] });
}

const open = (): Storage => openSqliteStorage({ file: place.file, clock: realClock, newId });

/** Lets a writer acknowledge so many writes, kills it at once, and gives every line that it got out. */
async function killAfter(acknowledged: number, name: string): Promise<string[]> {
  const child = start('write', place.file, name);
  const ended = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === acknowledged) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return lines;
}

interface Kept {
  readonly rows: ReadonlyMap<string, unknown>;
  readonly parts: ReadonlySet<string>;
  readonly alarms: ReadonlySet<string>;
}

async function rowsOf(storage: Storage, name: string): Promise<Omit<Kept, 'alarms'>> {
  const rows = await all(storage.tables.range({ table: 'people', partition: name }));
  const parts = await all(storage.tables.range({ table: 'participants', partition: name }));
  return {
    rows: new Map(rows.map(({ rowKey, body }) => [rowKey, body])),
    parts: new Set(parts.map(({ rowKey }) => rowKey)),
  };
}

async function alarmsOf(storage: Storage): Promise<ReadonlySet<string>> {
  const payloads = new Set<string>();
  for (let taken = await storage.alarms.receive(32, 600); taken.length > 0; ) {
    for (const { payload } of taken) payloads.add(payload);
    taken = await storage.alarms.receive(32, 600);
  }
  return payloads;
}

function isKept(line: string, name: string, kept: Kept): boolean {
  const [what, n = '', version] = line.split(' ');
  if (what === 'row') return [version, 'second'].includes(String(kept.rows.get(n)));
  if (what === 'transaction') return ['a', 'b', 'c'].every((part) => kept.parts.has(`${n}-${part}`));
  return kept.alarms.has(`${name} ${n}`);
}

describe('a process killed while it writes', () => {
  it('loses no acknowledged write and leaves no half transaction, twenty times over', async () => {
    const moments = fc.sample(fc.integer({ min: 1, max: 120 }), { numRuns: 20, seed: 20_260_907 });
    let acknowledged = 0;
    // In pairs: one may die while the other waits for its turn to write.
    for (let index = 0; index < moments.length; index += 2) {
      const names = [`writer-${index}`, `writer-${index + 1}`];
      const killed = await Promise.all(names.map((name, of) => killAfter(moments[index + of] ?? 1, name)));
      const storage = open();
      const alarms = await alarmsOf(storage);
      for (const [of, name] of names.entries()) {
        const lines = killed[of] ?? [];
        acknowledged += lines.length;
        const kept = { alarms, ...(await rowsOf(storage, name)) };
        expect(lines.filter((line) => !isKept(line, name, kept))).toEqual([]);
        expect(kept.parts.size % 3).toBe(0);
      }
      await storage.close();
    }
    expect(acknowledged).toBeGreaterThanOrEqual(moments.reduce((sum, moment) => sum + moment, 0));
  }, 120_000);
});

describe('processes that share a file', () => {
  it('never lose a change and never take the same alarm', async () => {
    const writers = 3;
    const times = 40;
    const storage = open();
    for (let n = 0; n < 30; n += 1) await storage.alarms.send(`alarm ${n}`, realClock.now());
    const children = Array.from({ length: writers }, () => start('compete', place.file, String(times)));
    const outputs = await Promise.all(children.map((child) => text(child.stdout)));
    const taken = outputs.flatMap((output) => output.split('\n').filter((line) => line !== ''));
    expect(taken).toHaveLength(30);
    expect(new Set(taken).size).toBe(30);
    expect(await storage.tables.get('people', 'shared', 'counter')).toMatchObject({ body: writers * times });
    await storage.close();
  }, 60_000);

  it('make it together', async () => {
    const children = Array.from({ length: 4 }, () => start('compete', place.file, '5'));
    const ends = await Promise.all(children.map((child) => once(child, 'exit')));
    expect(ends).toEqual(children.map(() => [0, null]));
    const storage = open();
    expect(await storage.tables.get('people', 'shared', 'counter')).toMatchObject({ body: 20 });
    await storage.close();
  }, 60_000);
});
