import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const node = resolve('node_modules/.bin/node');
const main = resolve('src/main.ts');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-start-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Started {
  readonly child: ChildProcess;
  /** Everything that was written, once nobody is left who could write more. */
  readonly written: Promise<string>;
  readonly says: (words: string) => Promise<void>;
}

function started(command: string, words: readonly string[], env: Record<string, string>): Started {
  const path = process.env.PATH ?? '';
  const child = spawn(command, words, { env: { PATH: path, DATA_DIR: join(folder, 'data'), ...env } });
  let text = '';
  const heard: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += String(chunk);
      for (const look of heard) look();
    });
  }
  const written = once(child, 'close').then(() => text);
  const says = (awaited: string) =>
    new Promise<void>((done, failed) => {
      const look = () => {
        if (text.includes(awaited)) done();
      };
      heard.push(look);
      look();
      void written.then(() => failed(new Error(`it ended without saying ${awaited}: ${text}`)));
    });
  return { child, written, says };
}

// Starting processes takes as long as the machine is busy.
describe('the start, in a process of its own', { timeout: 60_000 }, () => {
  it('names a wrong setting and a wrong programme in the same message', async () => {
    const { child, written } = started(node, [main], { PORT: 'x', PROGRAMME: 'lutn' });
    const text = await written;
    expect(child.exitCode).toBe(2);
    expect(text).toContain('- PORT must be a port number');
    expect(text).toContain('- PROGRAMME=lutn no programme is called lutn');
  });

  it('keeps nothing when its port is taken', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    const { child, written } = started(node, [main, '--no-playground'], { PORT: String(port) });
    const text = await written;
    other.close();
    expect(child.exitCode).toBe(2);
    expect(text).toContain(`Cannot listen on 127.0.0.1:${port}`);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  const underShell = it.skipIf(process.platform === 'win32');
  underShell('ends in order when the shell that npm started it in is ended', async () => {
    // A second command keeps every shell from becoming the first.
    const words = ['-c', `"${node}" "${main}" --no-playground --no-demo; true`];
    const { child, written, says } = started('sh', words, { PORT: '0', npm_lifecycle_event: 'start' });
    await says('bot.started');
    child.kill('SIGTERM');
    expect(await written).toContain('bot.stopped');
  });
});
