import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openAcademy } from '../../src/open-academy.ts';
import { amara } from '../conversation/academy-in-teams.ts';
import { importRoster } from '../conversation/roster-for-tests.ts';
import { createBotClient } from '../support/bot-client.ts';
import { startFakeConnector } from '../support/fake-connector.ts';

/*
 * The bot's own process, killed without warning while it is written to. What it had acknowledged must be there
 * afterwards, each once, and its file must open again.
 */
const kills = 20;
const dataDir = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** A small seeded generator: the moments of a failing run can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function openLocal() {
  const reading = readConfig({ DATA_DIR: dataDir });
  if (!reading.ok) throw new Error('configuration');
  return openAcademy(reading.config, createLog('silent'));
}

async function startProcess(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/main.ts', '--no-playground', '--no-demo'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  });
  for (let look = 0; look < 1_200 && child.exitCode === null; look += 1) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (ready?.status === 200) return child;
    await wait(25);
  }
  child.kill('SIGKILL');
  throw new Error('the bot did not become ready');
}

it(`loses no acknowledged write to ${kills} kills at random moments`, { timeout: 240_000 }, async () => {
  const before = await openLocal();
  await importRoster(before, readFileSync(join(import.meta.dirname, '../fixtures/roster.csv')));
  const participantId = (await before.ports.people.byEmail(amara.email))?.participantId ?? '';
  await before.storage.close();

  const connector = await startFakeConnector();
  const random = seeded(20_261_122);
  const acknowledged: string[] = [];
  let sent = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const port = await freePort();
    const child = await startProcess(port);
    const client = createBotClient({ endpoint: `http://127.0.0.1:${port}/api/messages`, connector });
    const person = client.person(amara);
    let alive = true;
    const gone = once(child, 'exit').then(() => {
      alive = false;
    });
    // Counted from the first answer: however slow the machine, every life has something to lose.
    let timer: NodeJS.Timeout | undefined;
    while (alive) {
      const submissionId = `submission-${sent++}`;
      const data = {
        v: 1,
        verb: 'caseload-report',
        participantId,
        submissionId,
        count: String(1 + (sent % 20)),
      };
      const answer = await person.invokes('caseload-report', data).catch(() => null);
      if (answer?.status === 200 && JSON.stringify(answer.card ?? '').includes('caseload'))
        acknowledged.push(submissionId);
      timer ??= setTimeout(() => child.kill('SIGKILL'), Math.floor(random() * 300));
    }
    await gone;
    clearTimeout(timer);
  }

  const after = await openLocal();
  const file = await after.ports.files.load(participantId);
  const kept = file?.file.submissions ?? new Map<string, string>();
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  const reports = file?.file.caseloads.map((report) => report.reportId) ?? [];
  expect(new Set(reports).size).toBe(reports.length);
  expect(reports).toHaveLength(kept.size);
  expect(file?.file.alerts.filter((alert) => alert.resolved === null).length).toBeLessThanOrEqual(1);
  await after.storage.close();
  await connector.close();
});
