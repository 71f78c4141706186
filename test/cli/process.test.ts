import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const node = resolve('node_modules/.bin/node');
const entry = resolve('src/cli/academy.ts');

interface Run {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line as a shell starts it: a process of its own with the project's own Node. */
function shell(words: readonly string[], env: Record<string, string>, input = ''): Promise<Run> {
  return new Promise((done, failed) => {
    const child = spawn(node, [entry, ...words], { env: { PATH: process.env.PATH ?? '', ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.on('error', failed);
    child.on('close', (exit) => done({ exit, out, err }));
    child.stdin.end(input);
  });
}

// Starting processes takes as long as the machine is busy.
describe('the command line in a process of its own', { timeout: 60_000 }, () => {
  let folder = '';
  const inFolder = () => ({ DATA_DIR: join(folder, 'data') });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'academy-process-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('exits 0, 1 and 2, with one JSON document on standard output and nothing on standard error', async () => {
    const plan = ['plan', '--programme', 'luton', '--start', '2026-09-07'];
    const runs = await Promise.all([
      shell([...plan, '--json'], {}),
      shell([...plan, '--fte', '2', '--json'], {}),
      shell([...plan, '--fte', 'x', '--json'], {}),
    ]);
    expect(runs.map(({ exit }) => exit)).toEqual([0, 1, 2]);
    expect(runs.map(({ err }) => err)).toEqual(['', '', '']);
    const documents = runs.map(({ out }) => JSON.parse(out));
    expect(documents[0]).toMatchObject({ programme: 'luton' });
    expect(documents[1]).toMatchObject({ error: { code: 'fte-out-of-range' } });
    expect(documents[2]).toMatchObject({ error: { code: 'usage' } });
  });

  it('imports in one process what the next one answers from', async () => {
    const saved = await shell(['import', 'test/fixtures/roster.csv', '--json'], inFolder());
    expect(saved).toMatchObject({ exit: 0, err: '' });
    const words = [
      'ask',
      'when is my next review',
      '--as',
      'amara.nqsw@example.org',
      '--now',
      '2026-11-02T09:00Z',
      '--json',
    ];
    const answer = await shell(words, inFolder());
    expect(answer).toMatchObject({ exit: 0, err: '' });
    expect(JSON.parse(answer.out)).toMatchObject({ intent: 'next-review' });
  });

  it('reads messages from standard input', async () => {
    const { exit, out } = await shell(['understand', '--stdin'], {}, 'thank you\nhelp\n');
    expect(exit).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).intent),
    ).toEqual(['thanks', 'help']);
  });
});
