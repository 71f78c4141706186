import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { academy, documentOf } from './string-terminal.ts';

const header =
  'email,name,roles,team,entraId,nonWorkingDays,cohort,start,fte,contractedHours,reflectiveSupervisor,assessor,hostManager,deputyManager,mentor';
const staff = (email: string, name: string, role: string) => `${email},${name},${role},North,,,,,,,,,,,`;
const nqsw = (email: string, name: string, start: string) =>
  `${email},${name},nqsw,North,,,Autumn 2026,${start},1,37,sam@example.org,pat@example.org,tom@example.org,,`;
const roster = [
  header,
  staff('sam@example.org', 'Sam Senior', 'senior-practitioner'),
  staff('pat@example.org', 'Pat Educator', 'practice-educator'),
  staff('tom@example.org', 'Tom Manager', 'team-manager'),
  nqsw('amara@example.org', 'Amara Okoro', '2026-09-07'),
  nqsw('ben@example.org', 'Ben Waits', ''),
].join('\n');

const now = '2026-11-30T10:00Z';
let folder = '';
let env: Record<string, string> = {};

/** Each of these is a story that goes on: one store for all of them. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-enrol-'));
  env = { DATA_DIR: join(folder, 'data'), PROGRAMME: 'durham' };
  const file = join(folder, 'roster.csv');
  await writeFile(file, roster);
  const imported = await academy(['import', file], { env, now });
  expect(imported.exit).toBe(0);
  expect(imported.out).toContain('Ben Waits (Autumn 2026): no dates until the start is known, full time');
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...words: string[]) => academy(words, { env, now });
const asked = async (text: string, email: string, at = now) =>
  (await academy(['ask', text, '--as', email, '--now', at], { env, now })).out;
const errorOf = (ran: Awaited<ReturnType<typeof run>>) =>
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }).parse(documentOf(ran)).error;

describe('academy enrol', () => {
  it('tells somebody whose registration is pending so, whatever they ask, and invents no date', async () => {
    for (const text of [
      'when is my next review?',
      'what’s next',
      'my year',
      'why is my 3 month review then?',
    ]) {
      const said = await asked(text, 'ben@example.org');
      expect(said).toContain('Your programme has no dates yet');
      expect(said).toContain('please ask the Service Improvement Manager');
      expect(said).not.toMatch(/20\d\d/);
    }
  });

  it('starts the clock on the day that is entered', async () => {
    const ran = await run('enrol', 'ben@example.org', 'start', '--on', '2026-12-07', '--json');
    expect(documentOf(ran)).toMatchObject({
      step: 'start',
      state: 'active',
      start: '2026-12-07',
      end: '2027-12-07',
    });
    expect(await asked('when is my next review?', 'ben@example.org')).toContain('Monday 8 March 2027');
    const again = await run('enrol', 'ben@example.org', 'start', '--json');
    expect(again.exit).toBe(1);
    expect(errorOf(again)).toEqual({
      code: 'not-from-here',
      message:
        'Ben Waits is on the programme: from there it can be extended or completed, or they can leave.',
    });
  });

  it('keeps the start that is known when a later roster has none', async () => {
    const file = join(folder, 'roster.csv');
    await writeFile(file, roster.replace('2026-09-07', ''));
    expect((await academy(['import', file], { env, now })).out).toContain(
      'Amara Okoro (Autumn 2026): starts Mon 7 Sep 2026, ends Tue 7 Sep 2027',
    );
  });

  it('extends the programme, and refuses a day that is not later than its end', async () => {
    const early = await run('enrol', 'amara@example.org', 'extend', '--to', '2027-09-07', '--json');
    expect(errorOf(early)).toEqual({
      code: 'not-later',
      message: 'The programme ends on Tuesday 7 September 2027 already: an extension needs a later day.',
    });
    const ran = await run('enrol', 'amara@example.org', 'extend', '--to', '2027-12-01');
    expect(ran.out).toContain('Amara Okoro’s programme is extended to Wednesday 1 December 2027.');
    expect(ran.out).toContain('npm run academy -- ask "my year" --as amara@example.org');
    expect(await asked('my year', 'amara@example.org')).toContain(
      'The panel has extended the programme to Wed 1 Dec 2027.',
    );
  });

  it('lets somebody leave: nothing is due after that day, and they are told so', async () => {
    const ran = await run('enrol', 'amara@example.org', 'leave', '--reason', 'other-council');
    expect(ran.out).toContain(
      'Amara Okoro leaves on Monday 30 November 2026 for another council: nothing is due after it.',
    );
    expect(await asked('what’s next', 'amara@example.org', '2026-12-01T10:00Z')).toContain(
      'Its last day was Monday 30 November 2026.',
    );
    expect(await asked('my year', 'amara@example.org', '2026-12-01T10:00Z')).toContain(
      'What was planned after it is cancelled.',
    );
  });

  it('brings them back into a later cohort with the time served', async () => {
    const early = await run(
      ...['enrol', 'amara@example.org', 'return', '--on', '2026-11-30', '--cohort', 'Spring 2027', '--json'],
    );
    expect(errorOf(early)).toEqual({
      code: 'too-early',
      message: 'That day is too early: the first that is possible is Tuesday 1 December 2026.',
    });
    const ran = await run(
      ...['enrol', 'amara@example.org', 'return', '--on', '2027-04-05', '--cohort', 'Spring 2027', '--json'],
    );
    expect(documentOf(ran)).toMatchObject({ state: 'extended', cohort: 'Spring 2027', lastDay: null });
    expect(await asked('when is my 3 month review?', 'amara@example.org')).toContain('Monday 12 April 2027');
  });

  it('completes the programme on a day that has come, and not before', async () => {
    const early = await run('enrol', 'ben@example.org', 'complete', '--on', '2027-12-07', '--json');
    expect(errorOf(early)).toEqual({
      code: 'in-future',
      message: 'That day has not come yet: today is Monday 30 November 2026. Enter it once it is a fact.',
    });
    const at = '2027-12-08T10:00Z';
    const later = (...words: string[]) => academy(words, { env, now: at });
    const ran = await later('enrol', 'ben@example.org', 'complete');
    expect(ran.out).toContain('Ben Waits completed the programme on Wednesday 8 December 2027');
    expect(await asked('when is my next supervision?', 'ben@example.org', '2027-12-09T10:00Z')).toContain(
      'Your programme is complete',
    );
  });

  const usage: readonly (readonly [why: string, words: readonly string[], said: string])[] = [
    ['an unknown step', ['enrol', 'ben@example.org', 'leaves'], 'did you mean leave?'],
    ['no reason', ['enrol', 'ben@example.org', 'leave'], '--reason is missing'],
    [
      'a reason in words',
      ['enrol', 'ben@example.org', 'leave', '--reason', 'poorly'],
      'is one of agency-work',
    ],
    ['no cohort', ['enrol', 'ben@example.org', 'return'], '--cohort is missing'],
    ['no new end', ['enrol', 'ben@example.org', 'extend'], '--to is missing'],
    [
      'another step’s option',
      ['enrol', 'ben@example.org', 'start', '--cohort', 'Spring'],
      '--cohort does not belong to start, which takes --on',
    ],
    ['no e-mail address', ['enrol', 'ben', 'start'], 'is not an e-mail address'],
    ['no date', ['enrol', 'ben@example.org', 'start', '--on', 'soon'], 'is not a date'],
  ];
  it.each(usage)('does not understand %s (2)', async (_why, words, said) => {
    const ran = await run(...words);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain(said);
  });

  it.each([
    ['nobody known', 'nobody@example.org', 'unknown-person'],
    ['somebody who is no NQSW', 'sam@example.org', 'no-nqsw'],
  ])('refuses %s (1)', async (_why, email, code) => {
    const ran = await run('enrol', email, 'start', '--json');
    expect(ran.exit).toBe(1);
    expect(errorOf(ran).code).toBe(code);
  });
});

describe('academy require', () => {
  it('gives a conditional review its date, once', async () => {
    expect(await asked('when is my 9 month review?', 'ben@example.org', '2027-01-04T10:00Z')).not.toContain(
      'Tuesday 7 September 2027',
    );
    const ran = await run('require', 'ben@example.org', 'review-9m');
    expect(ran.out).toContain('is required now and has its date');
    expect(await asked('when is my 9 month review?', 'ben@example.org', '2027-01-04T10:00Z')).toContain(
      'Tuesday 7 September 2027',
    );
    expect((await run('require', 'ben@example.org', 'review-9m')).out).toContain('was required already');
  });

  it('refuses what is no conditional review of the programme, and names those that are', async () => {
    const ran = await run('require', 'ben@example.org', 'review-6m', '--json');
    expect(ran.exit).toBe(1);
    expect(errorOf(ran).message).toBe(
      'review-6m is no review that can be required: those of this programme are review-9m',
    );
  });
});

describe('academy standards', () => {
  const at = '2026-12-15T10:00Z';
  it('holds every review against those chosen, until they follow their dates again', async () => {
    expect(await asked('when is my next review?', 'ben@example.org', at)).toContain(
      'Post-qualifying standards',
    );
    const ran = await run('standards', 'ben@example.org', 'ecs');
    expect(ran.out).toContain('are all held against the Early Career Standards, whatever their date');
    const chosen = await asked('why is my 3 month review then?', 'ben@example.org', at);
    expect(chosen).toContain('Standards: Early Career Standards.');
    expect((await run('standards', 'ben@example.org', 'auto')).out).toContain('follow their dates again');
    expect(await asked('when is my next review?', 'ben@example.org', at)).toContain(
      'Post-qualifying standards',
    );
  });

  it('refuses what the programme does not know', async () => {
    const ran = await run('standards', 'ben@example.org', 'kss', '--json');
    expect(ran.exit).toBe(1);
    expect(errorOf(ran)).toEqual({
      code: 'unknown-standards',
      message: 'kss names no standards: write pqs, ecs, auto',
    });
  });
});
