import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sqliteFileName } from '../../src/storage/open-storage.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { academy, documentOf } from './string-terminal.ts';

const roster = 'test/fixtures/roster.csv';
let folder = '';
let env: Record<string, string> = {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-import-'));
  env = { DATA_DIR: join(folder, 'data') };
});
afterEach(() => rm(folder, { recursive: true }));

const importSchema = z.strictObject({
  dryRun: z.boolean(),
  saved: z.boolean(),
  people: z.array(
    z.strictObject({
      row: z.int(),
      change: z.enum(['new', 'changed', 'unchanged']),
      email: z.email(),
      name: z.string(),
      roles: z.array(z.string()),
      team: z.string(),
      nonWorkingDays: z.array(z.string()),
    }),
  ),
  participants: z.array(
    z.strictObject({
      row: z.int(),
      change: z.enum(['new', 'changed', 'unchanged']),
      email: z.email(),
      name: z.string(),
      cohort: z.string(),
      fte: z.number(),
      contractedHours: z.number().nullable(),
      allocations: z.array(
        z.strictObject({
          function: z.string(),
          name: z.string(),
          from: z.iso.date(),
          until: z.iso.date().nullable(),
        }),
      ),
      plan: z.object({ items: z.array(z.object({ id: z.string(), due: z.iso.date().nullable() })) }),
    }),
  ),
  warnings: z.array(z.object({ row: z.int(), column: z.string().nullable(), message: z.string() })),
  absent: z.array(
    z.strictObject({
      id: z.string().min(1),
      email: z.email(),
      name: z.string(),
      roles: z.array(z.string()),
      onProgramme: z.boolean(),
    }),
  ),
});

const imported = async (...more: readonly string[]) =>
  importSchema.parse(documentOf(await academy(['import', roster, ...more, '--json'], { env })));

const asked = (text: string, as: string, more: readonly string[] = []) =>
  academy(['ask', text, '--as', as, '--now', '2026-11-02T09:00Z', ...more], { env });

describe('academy import', () => {
  it('with --dry-run shows everybody and every date, and leaves no trace on the disk', async () => {
    const shown = await imported('--dry-run');
    expect(shown).toMatchObject({ dryRun: true, saved: false });
    expect(shown.people).toHaveLength(9);
    const amara = shown.participants.find(({ email }) => email === 'amara.nqsw@example.org');
    expect(amara?.plan.items).toContainEqual(expect.objectContaining({ id: 'review-3m', due: '2026-12-07' }));
    expect(await readdir(folder)).toEqual([]);
  });

  it('with --dry-run shows a reader every date of each NQSW, and how to save it on the same programme', async () => {
    const { exit, out } = await academy(['import', roster, '--dry-run'], { env });
    expect(exit).toBe(0);
    expect(out).toContain('Amara Okoro (Autumn 2026): starts Mon 7 Sep 2026, ends Tue 7 Sep 2027, full time');
    expect(out).toContain('Benedikt Søgaard (Autumn 2026): starts Mon 21 Sep 2026');
    expect(out).toMatch(/Mon 8 Mar 2027 +6-month review +upcoming/);
    expect(out).toMatch(/Tue 7 Sep 2027 +End of programme +upcoming/);
    expect(out.match(/ Reflective supervision \d+ /g)?.length).toBeGreaterThan(30);
    expect(out).toContain(`Nothing was saved. To save it: npm run academy -- import ${roster}\n`);
    const chosen = await academy(['import', roster, '--dry-run', '--programme', 'durham'], { env });
    expect(chosen.out).toContain('on the programme durham');
    expect(chosen.out).toContain(`import ${roster} --programme durham\n`);
    const set = await academy(['import', roster, '--dry-run'], { env: { ...env, PROGRAMME: 'durham' } });
    expect(set.out).toContain(`To save it: PROGRAMME=durham npm run academy -- import ${roster}\n`);
  });

  it('saves, and a second time finds everybody unchanged', async () => {
    expect(await imported()).toMatchObject({ saved: true });
    const again = await imported();
    expect(new Set(again.people.map(({ change }) => change))).toEqual(new Set(['unchanged']));
    expect(new Set(again.participants.map(({ change }) => change))).toEqual(new Set(['unchanged']));
  });

  it('takes nobody off, and names each NQSW who is left out, with what does', async () => {
    await imported();
    const rows = (await readFile(roster, 'utf8')).trimEnd().split('\n');
    const file = join(folder, 'without-two.csv');
    await writeFile(file, rows.filter((row) => !/^(?:ben|ruth)\./u.test(row)).join('\n'));
    const { out } = await academy(['import', file], { env });
    expect(out).toMatch(
      /1 NQSW on the programme is not in this file and stays on it, because an import takes nobody off:\n {2}- Benedikt Søgaard \(ben\.nqsw@example\.org\): nqsw; id \S+\n/u,
    );
    expect(out).toContain(
      '“Benedikt Søgaard has left”; or:\n  npm run academy -- enrol ben.nqsw@example.org leave ',
    );
    expect(out).toMatch(
      /1 person is known to the academy and not in this file\. They stay as they are:\n {2}- Ruth/u,
    );
    const document = importSchema.parse(documentOf(await academy(['import', file, '--json'], { env })));
    expect(document.absent.map(({ name, onProgramme }) => [name, onProgramme])).toEqual([
      ['Benedikt Søgaard', true],
      ['Ruth Castellan', false],
    ]);
    await academy(['enrol', 'ben.nqsw@example.org', 'leave', '--on', '2026-09-30', '--reason', 'other'], {
      env,
    });
    const after = await academy(['import', file], { env });
    expect(after.out).not.toContain('on the programme is not in this file');
    expect(after.out).toContain('2 people are known to the academy and not in this file');
    expect((await asked('what is next for Ben', 'helen.academy@example.org')).out).toContain('Benedikt');
  });

  it('takes effect at once for a bot that has the same folder open', async () => {
    await mkdir(join(folder, 'data'));
    const clock = { now: () => Temporal.Instant.from('2026-09-30T09:00Z') };
    const newId = () => crypto.randomUUID();
    const storage = openSqliteStorage({ file: join(folder, 'data', sqliteFileName), clock, newId });
    const log = { info() {}, warn() {}, error() {} };
    const { people } = createRepositories({ tables: storage.tables, clock, newId, log });
    expect(await people.isEmpty()).toBe(true);
    await imported();
    expect(await people.byEmail('amara.nqsw@example.org')).toMatchObject({
      name: 'Amara Okoro',
      roles: ['nqsw'],
    });
    await storage.close();
  });

  it('saves nobody when one cell is wrong', async () => {
    const file = join(folder, 'faulty.csv');
    await writeFile(
      file,
      'email,name,roles,team,entraId,nonWorkingDays,cohort,start,fte,contractedHours,reflectiveSupervisor,assessor,hostManager,deputyManager,mentor\r\n' +
        'good@example.org,Gemma Good,team-manager,North,,,,,,,,,,,\r\nbad@example.org,Basil Bad,team-mananger,North,,,,,,,,,,,\r\n',
    );
    const ran = await academy(['import', file, '--json'], { env });
    expect(ran.exit).toBe(1);
    expect(documentOf(ran)).toMatchObject({
      error: {
        code: 'roster-faults',
        faults: [
          { row: 3, column: 'roles', message: '"team-mananger" is not a role – did you mean team-manager?' },
        ],
      },
    });
    const read = await academy(['import', file], { env });
    expect(read.err).toContain('row 3, column roles: "team-mananger" is not a role');
    expect((await asked('help', 'good@example.org')).exit).toBe(1);
  });

  it.each([
    ['a file that is not there', ['import', 'nowhere.csv'], 1, 'does not exist'],
    ['a folder', ['import', 'test'], 1, 'is a folder'],
    ['no file', ['import'], 2, 'roster.csv'],
    ['two files', ['import', roster, roster], 2, 'too many arguments'],
  ])('says what to do about %s', async (_, words, exit, said) => {
    const ran = await academy(words, { env });
    expect(ran.exit).toBe(exit);
    expect(ran.err).toContain(said);
  });

  it.each([
    ['a programme that is none', { PROGRAMME: 'lutn' }, 'programme'],
    ['an environment that is wrong', { PORT: 'many' }, 'configuration'],
  ])('stops before it opens anything for %s', async (_, wrong, code) => {
    const ran = await academy(['import', roster, '--json'], { env: { ...env, ...wrong } });
    expect(ran.exit).toBe(1);
    expect(documentOf(ran)).toMatchObject({ error: { code } });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('academy ask', () => {
  const answerSchema = z.looseObject({
    intent: z.string(),
    text: z.string().min(1),
    card: z.record(z.string(), z.unknown()).nullable(),
  });
  const answer = async (text: string, as: string) =>
    answerSchema.parse(documentOf(await asked(text, as, ['--json'])));

  beforeEach(async () => {
    await imported();
  });

  it('answers as the bot does, from what was imported a moment ago', async () => {
    const { intent, text, card } = await answer('when is my next review?', 'Amara.NQSW@example.org');
    expect(intent).toBe('next-review');
    expect(text).toContain('7 December 2026');
    expect(card).toMatchObject({ type: 'AdaptiveCard' });
    expect(JSON.stringify(card)).toContain('3-month review');
  });

  it('keeps nothing: a caseload typed here alerts nobody and is answered anew each time', async () => {
    const waiting = async () =>
      /\d+ alarms waiting/.exec(
        JSON.stringify(documentOf(await academy(['doctor', '--json'], { env }))),
      )?.[0];
    // The import has asked for a look at each of those whom it brought.
    const before = await waiting();
    expect(before).toBe('2 alarms waiting');
    const first = await answer('my caseload is 16', 'amara.nqsw@example.org');
    expect(first.intent).toBe('caseload');
    expect(await waiting()).toBe(before);
    expect(await answer('my caseload is 16', 'amara.nqsw@example.org')).toEqual(first);
  });

  it('remembers no Entra id for whoever is asked for', async () => {
    await answer('hello', 'ben.nqsw@example.org');
    const again = await imported();
    const ben = again.people.find(({ email }) => email === 'ben.nqsw@example.org');
    expect(ben?.change).toBe('unchanged');
  });

  it.each([
    ['nobody the academy knows', ['--as', 'who@example.org'], 1, 'names nobody the academy knows'],
    ['something that is no e-mail', ['--as', 'amara'], 2, 'is not an e-mail address'],
    ['nobody at all', [], 2, '--as'],
    [
      'a moment without its offset',
      ['--as', 'amara.nqsw@example.org', '--now', '2026-11-02T09:00'],
      2,
      '--now',
    ],
  ])('says what to do about %s', async (_, words, exit, said) => {
    const ran = await academy(['ask', 'hello', ...words], { env });
    expect(ran).toMatchObject({ exit, out: '' });
    expect(ran.err).toContain(said);
  });
});

describe('academy understand', () => {
  const schema = z.strictObject({
    intent: z.string(),
    slots: z.record(z.string(), z.unknown()),
    confidence: z.number().min(0).max(1),
  });

  it('says what one message means', async () => {
    const ran = await academy(['understand', 'my caseload is 16', '--json']);
    expect(schema.parse(documentOf(ran))).toMatchObject({ intent: 'caseload', slots: { count: 16 } });
    expect((await academy(['understand', 'my caseload is 16'])).out).toMatch(
      /^caseload \(\d+ % sure\)\n {2}count: 16\n$/,
    );
  });

  it('says why, when asked', async () => {
    const ran = await academy(['understand', 'has the head agreed to my move', '--json', '--why']);
    const { because } = z
      .object({
        because: z.object({ heard: z.array(z.object({ words: z.string(), as: z.array(z.string()) })) }),
      })
      .parse(documentOf(ran));
    expect(because.heard).toContainEqual({ words: 'head', as: ['function'] });
    expect((await academy(['understand', 'has the head agreed to my move', '--why'])).out).toContain(
      '“head” says function',
    );
  });

  it('says it for many, one document a line, an empty line being unknown', async () => {
    const input = 'when is my next review?\n\nthank you\n';
    const file = join(folder, 'messages.txt');
    await writeFile(file, input);
    const fromInput = await academy(['understand', '--stdin'], { input });
    const fromFile = await academy(['understand', '--file', file, '--json']);
    expect(fromFile.out).toBe(fromInput.out);
    const intents = fromInput.out
      .trimEnd()
      .split('\n')
      .map((line) => schema.parse(JSON.parse(line)).intent);
    expect(intents).toEqual(['next-review', 'unknown', 'thanks']);
  });

  it('takes an empty text for unknown', async () => {
    expect(schema.parse(documentOf(await academy(['understand', '', '--json']))).intent).toBe('unknown');
  });

  it.each([
    ['nothing', ['understand'], 2],
    ['two ways at once', ['understand', 'hello', '--stdin'], 2],
    ['a file that is not there', ['understand', '--file', 'nowhere.txt'], 1],
  ])('says what to do about %s', async (_, words, exit) => {
    const ran = await academy([...words, '--json']);
    expect(ran.exit).toBe(exit);
    expect(documentOf(ran)).toHaveProperty('error.message');
  });
});
