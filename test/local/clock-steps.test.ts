import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { type Academy, openAcademy } from '../../src/open-academy.ts';
import { type RunningBot, runBot } from '../../src/run-bot.ts';
import { amara } from '../conversation/academy-in-teams.ts';
import { importRoster } from '../conversation/roster-for-tests.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'clock-steps-'));
const monday = Temporal.Instant.from('2026-09-14T08:00:00Z');
let academy: Academy;
let bot: RunningBot;
let participantId = '';

beforeAll(async () => {
  const reading = readConfig({ DATA_DIR: dataDir });
  if (!reading.ok) throw new Error('configuration');
  academy = await openAcademy({ ...reading.config, port: 0 }, createLog('silent'));
  await academy.movableClock?.moveTo(monday);
  await importRoster(academy, readFileSync(join(import.meta.dirname, '../fixtures/roster.csv')));
  participantId = (await academy.ports.people.byEmail(amara.email))?.participantId ?? '';
  bot = await runBot(academy);
});
afterAll(async () => {
  await bot.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Owes the NQSW a card of a record that has been withdrawn meanwhile: delivery looks at it and lets it go. */
async function owe(key: string, owedAt: Temporal.Instant): Promise<string> {
  const versioned = await academy.ports.files.load(participantId);
  const { personId } = versioned?.file.participant ?? { personId: '' };
  const recipient = { kind: 'person', personId } as const;
  const subject = { card: 'confirm-record', participantId, recordId: 'gone' } as const;
  const notice = { key, recipient, subject, mode: 'show', owedAt } as const;
  const facts = [{ fact: 'notice-owed', notice }] as const;
  await academy.ports.files.commit(participantId, versioned?.version ?? '', facts, academy.clock.now());
  return `person~${personId}`;
}

it('moves through the days between: each notice comes to its end on its own day', async () => {
  const days = [1, 2, 5].map((count) => monday.add({ hours: 24 * count }));
  let lane = '';
  for (const [n, day] of days.entries()) lane = await owe(`n${n}`, day);
  const answer = await fetch(`http://127.0.0.1:${bot.port}/local/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ advance: 'P7D' }),
  });
  expect(answer.status).toBe(200);
  const ended = await Promise.all(
    days.map(async (_, n) => {
      const row = await academy.storage.tables.get('outbox', lane, `notice~n${n}`);
      return JSON.stringify(row?.body);
    }),
  );
  expect(ended.map((body) => /"at":"(\d{4}-\d\d-\d\d)/.exec(body)?.[1])).toEqual([
    '2026-09-15',
    '2026-09-16',
    '2026-09-19',
  ]);
});
