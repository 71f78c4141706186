import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, median } from './measure.ts';

const runs = 5;
const root = join(import.meta.dirname, '..');
const libraries = [
  '@microsoft/teams-ai/lib/Application.js',
  '@microsoft/teams-ai/lib/TeamsAdapter.js',
  'adaptivecards-templating',
  'restify',
  'temporal-polyfill',
  'pino',
  'yaml',
  'zod',
];

async function importingAlone(): Promise<number> {
  const script = libraries.map((name) => `await import(${JSON.stringify(name)});`).join('');
  const began = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    stdio: 'ignore',
  });
  await once(child, 'exit');
  return performance.now() - began;
}

/** From the command to the line that says that the bot listens, with the demo academy already made. */
async function untilReady(dataDir: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['src/main.ts', '--no-playground'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('bot.started')) break;
  }
  const took = performance.now() - began;
  if (!said.includes('bot.started')) throw new Error('the bot did not start');
  child.kill();
  if (child.exitCode === null) await once(child, 'exit');
  return took;
}

/** The start of the bot, against importing the same libraries and nothing else. */
export async function startingFigures(): Promise<readonly Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-start-'));
  await untilReady(dataDir);
  await importingAlone();
  const [ready, imports]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    imports.push(await importingAlone());
    ready.push(await untilReady(dataDir));
  }
  rmSync(dataDir, { recursive: true, force: true });
  return [
    {
      name: 'from `npm start` to ready',
      value: median(ready),
      floor: median(imports),
      unit: 'ms',
      target: '≤ 2 × importing the libraries alone',
    },
  ];
}
