import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ending } from '../../src/services/outbox.ts';
import type { Notice } from '../../src/services/ports.ts';
import { printCsv } from '../../src/services/print-csv.ts';
import { sqliteFileName } from '../../src/storage/open-storage.ts';
import { createRepositories, type Repositories } from '../../src/storage/repositories.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { recordingLog } from '../support/recording-log.ts';
import { academy, documentOf } from './string-terminal.ts';

const now = '2026-10-05T09:00:00Z';
const at = Temporal.Instant.from(now);

let folder = '';
let env: Record<string, string> = {};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-sending-'));
  env = { DATA_DIR: folder };
  await academy(['import', 'test/fixtures/roster.csv'], { env, now });
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...words: string[]) => academy(words, { env, now });
const documentFrom = async (...words: string[]) => documentOf(await run(...words, '--json'));

async function withRecords(work: (ports: Repositories) => Promise<void>): Promise<void> {
  const clock = { now: () => at };
  const newId = () => crypto.randomUUID();
  const storage = openSqliteStorage({ file: join(folder, sqliteFileName), clock, newId });
  await work(createRepositories({ tables: storage.tables, clock, newId, log: recordingLog() }));
  await storage.close();
}

/** Puts a notice into somebody's lane and, where an ending is given, brings it there. */
async function notice(
  ports: Repositories,
  email: string,
  key: string,
  ending?: Ending,
  on = at,
): Promise<void> {
  const person = await ports.people.byEmail(email);
  if (person === undefined) throw new Error(`${email} is on no roster.`);
  const destination = { kind: 'person', personId: person.id } as const;
  const one: Notice = {
    key,
    recipient: destination,
    subject: { card: 'confirm-record', participantId: 'p', recordId: key },
    mode: 'show',
    owedAt: on,
  };
  await ports.outbox.accept(destination, one, on);
  if (ending === undefined) return;
  const lane = ports.outbox.laneOf(destination);
  const claimed = await ports.outbox.claim(lane, 'test', on, on.add({ seconds: 60 }));
  if (!claimed.ok) throw new Error('The lane is held.');
  const pending = (await ports.outbox.pending(lane)).filter((each) => each.notice.key === key);
  const ended = pending.map((each) => ({ pending: each, ending }));
  const settled = await ports.outbox.settle(
    claimed.claim,
    { ended, putOff: [] },
    on,
    on.add({ seconds: 60 }),
  );
  if (settled !== 'lost') await ports.outbox.release(settled, null);
}

describe('academy pause-sending and resume-sending', () => {
  it('stop and start what the bot sends, and say so to a reader and to a script', async () => {
    const stopped = await run('pause-sending');
    expect(stopped.exit).toBe(0);
    expect(stopped.out).toContain(
      'All sending is stopped, by the administrator (command line) since Mon 5 Oct 2026, 10:00',
    );
    expect((await run('pause-sending')).out).toContain('It was stopped already.');
    expect(await documentFrom('pilot')).toMatchObject({ stopped: { at: now }, pilot: null, waiting: 0 });
    expect((await run('resume-sending')).out).toContain('Messages are being sent.');
    expect(await documentFrom('resume-sending')).toMatchObject({ came: 'already', stopped: null });
  });

  it('wake each lane in which something waits', async () => {
    await withRecords((ports) => notice(ports, 'amara.nqsw@example.org', 'n1'));
    await run('pause-sending');
    expect((await run('resume-sending')).out).toContain('1 message waits.');
    const storage = openSqliteStorage({
      file: join(folder, sqliteFileName),
      clock: { now: () => at },
      newId: () => crypto.randomUUID(),
    });
    const alarms = await storage.alarms.receive(32, 30);
    await storage.close();
    expect(
      alarms.map(({ payload }) => JSON.parse(payload)).filter(({ kind }) => kind === 'lane'),
    ).toHaveLength(1);
  });

  it('show in doctor while they are in force', async () => {
    await run('pause-sending');
    await run('pilot', 'set', 'amara.nqsw@example.org');
    const { out } = await run('doctor');
    expect(out).toContain('WARNING sending: all sending is stopped, by the administrator (command line)');
    expect(out).toContain('WARNING sending: only the pilot group of 1 person gets messages');
    await run('resume-sending');
    await run('pilot', 'off');
    expect((await run('doctor')).out).toContain('sending: messages go out, to everybody on the roster');
  });
});

describe('academy pilot', () => {
  it('limits messages to people of the roster, whatever the case of their addresses, and ends it', async () => {
    const set = await run(
      'pilot',
      'set',
      'Amara.NQSW@example.org',
      'priya.senior@example.org',
      'amara.nqsw@example.org',
    );
    expect(set.out).toContain('Only the pilot group gets messages: Amara Okoro, Priya Nandakumar.');
    expect(await documentFrom('pilot')).toMatchObject({ pilot: ['Amara Okoro', 'Priya Nandakumar'] });
    expect((await run('pilot', 'off')).out).toContain('Everybody on the roster gets messages.');
  });

  it('names every e-mail that is nobody’s, and changes nothing', async () => {
    await run('pilot', 'set', 'amara.nqsw@example.org');
    const words = ['pilot', 'set', 'priya.senior@example.org', 'nobody@example.org', 'none@example.org'];
    const refused = await run(...words);
    expect(refused.exit).toBe(1);
    expect(refused.err).toContain('2 e-mails name nobody on the roster; nothing was changed');
    expect(refused.err).toContain('- nobody@example.org');
    expect(JSON.parse((await run(...words, '--json')).out)).toMatchObject({
      error: { code: 'unknown-person', unknown: ['nobody@example.org', 'none@example.org'] },
    });
    expect(await documentFrom('pilot')).toMatchObject({ pilot: ['Amara Okoro'] });
  });

  it.each([[['pilot', 'set']], [['pilot', 'set', 'amara']]])('%j is not understood', async (words) => {
    expect((await run(...words)).exit).toBe(2);
  });
});

describe('academy report delivery', () => {
  beforeEach(() =>
    withRecords(async (ports) => {
      const old = Temporal.Instant.from('2026-08-01T09:00:00Z');
      await notice(ports, 'amara.nqsw@example.org', 'sent', { as: 'sent' });
      await notice(ports, 'amara.nqsw@example.org', 'waits');
      await notice(ports, 'amara.nqsw@example.org', 'moved', { as: 'dropped' });
      await notice(ports, 'ben.nqsw@example.org', 'lost', {
        as: 'undelivered',
        reason: 'blocked',
        code: '403',
      });
      await notice(ports, 'ben.nqsw@example.org', 'lost2', {
        as: 'undelivered',
        reason: 'blocked',
        code: '403',
      });
      await notice(ports, 'tom.manager@example.org', 'bad', {
        as: 'undelivered',
        reason: 'rejected',
        code: '413',
      });
      await notice(ports, 'tom.manager@example.org', 'old', { as: 'sent' }, old);
    }),
  );

  it('counts by outcome and reason, by kind, and names whom it did not reach', async () => {
    expect(await documentFrom('report', 'delivery')).toEqual({
      from: '2026-09-06',
      to: '2026-10-05',
      total: { sent: 1, unreachable: 2, givenUp: 1, heldBack: 0, dropped: 1, waiting: 1 },
      messages: 1,
      unreachable: [{ reason: 'blocked', count: 2 }],
      givenUp: [{ reason: 'rejected', count: 1 }],
      heldBack: [],
      throttled: { notices: 0, times: 0 },
      ambiguous: 0,
      kinds: [
        { card: 'confirm-record', sent: 1, unreachable: 2, givenUp: 1, heldBack: 0, dropped: 1, waiting: 1 },
      ],
      notReached: [
        { name: 'Benedikt Søgaard', reason: 'blocked', count: 2, since: now },
        { name: 'Tom Adeyemi', reason: 'rejected', count: 1, since: now },
      ],
    });
  });

  it('covers the days that are asked for, both included, and what waits now', async () => {
    const of = async (...words: string[]) => {
      const { total } = (await documentFrom('report', 'delivery', ...words)) as { total: unknown };
      return total;
    };
    const none = { unreachable: 0, givenUp: 0, heldBack: 0, dropped: 0, waiting: 1 };
    expect(await of('--from', '2026-08-01', '--to', '2026-08-01')).toEqual({ ...none, sent: 1 });
    expect(await of('--from', '2026-08-02', '--to', '2026-10-04')).toEqual({ ...none, sent: 0 });
    const backwards = await run('report', 'delivery', '--from', '2026-09-02', '--to', '2026-09-01');
    expect(backwards.exit).toBe(1);
    expect((await run('report', 'delivery', '--from', 'yesterday')).exit).toBe(2);
    expect((await run('report')).exit).toBe(2);
  });

  it('is a table for a reader and a sheet with a header for a spreadsheet', async () => {
    expect((await run('report', 'delivery')).out).toMatchInlineSnapshot(`
      "Delivery from Sun 6 Sep 2026 to Mon 5 Oct 2026

      what              outcome                    count  reason                     since
      everything        sent                           1
      everything        not reached                    2  has blocked the app
      everything        given up                       1  Teams refused the message
      everything        held back                      0
      everything        no longer needed               1
      everything        waiting now                    1
      everything        slowed down by Teams           0
      everything        asked to slow down, times      0
      everything        may have arrived twice         0
      Records to agree  sent                           1
      Records to agree  not reached                    2
      Records to agree  given up                       1
      Records to agree  no longer needed               1
      Records to agree  waiting now                    1
      Benedikt Søgaard  not reached                    2  has blocked the app        2026-10-05
      Tom Adeyemi       not reached                    1  Teams refused the message  2026-10-05
      "
    `);
    const { out } = await run('report', 'delivery', '--csv');
    const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toContainEqual({
      part: 'person',
      name: 'Benedikt Søgaard',
      outcome: 'not reached',
      reason: 'has blocked the app',
      count: '2',
      since: '2026-10-05',
    });
    expect(out).not.toContain('undefined');
  });
});

describe('academy report not-installed', () => {
  it('names everybody on the roster whom no message can reach, by team and role', async () => {
    await withRecords(async ({ addresses }) => {
      await addresses.savePerson({
        entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0002',
        personId: null,
        tenantId: 't',
        serviceUrl: 'https://smba.trafficmanager.net/uk/',
        conversationId: 'a:1',
        userId: '29:1',
        botId: '28:1',
        status: 'reachable',
        welcomedAt: null,
        seenAt: at,
      });
    });
    const { people, of } = (await documentFrom('report', 'not-installed')) as {
      people: { name: string }[];
      of: number;
    };
    expect(of).toBe(9);
    expect(people).toHaveLength(8);
    expect(people.map(({ name }) => name)).not.toContain('Amara Okoro');
    const { out } = await run('report', 'not-installed');
    expect(out).toContain('8 of 9 on the roster cannot be reached.');
    expect(out).toMatch(
      /Family Safeguarding 1 +NQSW +Benedikt Søgaard +ben\.nqsw@example\.org +has not added the app/,
    );
    expect(
      parse((await run('report', 'not-installed', '--csv')).out, { bom: true, columns: true }),
    ).toHaveLength(8);
  });
});

describe('a sheet', () => {
  it('keeps names that look like formulas as texts, and quotes what would break a row', () => {
    const names = ['=HYPERLINK("x")', '+1', '-1', '@cmd', 'O’Brien, Ann', 'said "yes"', 'two\nlines', '＝1'];
    const sheet = printCsv(
      ['name', 'n'],
      names.map((name, n) => [name, n]),
    );
    const rows = parse(sheet, { bom: true, columns: true }) as { name: string; n: string }[];
    expect(rows.map(({ name }) => name)).toEqual([
      '\'=HYPERLINK("x")',
      "'+1",
      "'-1",
      "'@cmd",
      'O’Brien, Ann',
      'said "yes"',
      'two\nlines',
      "'＝1",
    ]);
    expect(rows.at(-1)?.n).toBe('7');
  });
});
