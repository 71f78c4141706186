import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemKinds, itemStatuses } from '../../src/academy/plan-item.ts';
import { academyFunctions } from '../../src/academy/roles.ts';
import { academy, documentOf } from './string-terminal.ts';

const date = z.iso.date().nullable();
/** What scripts rely on. Strict, so that a field that comes or goes is noticed here. */
const planSchema = z.strictObject({
  programme: z.string(),
  start: z.iso.date(),
  end: date,
  today: z.iso.date(),
  items: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      series: z.string(),
      sequence: z.int().positive(),
      kind: z.enum(itemKinds),
      title: z.string().min(1),
      nominal: date,
      due: date,
      status: z.enum(itemStatuses),
      lead: z.enum(academyFunctions),
      why: z.array(z.string().min(1)).min(1),
      heldOn: z.iso.date().optional(),
      standards: z.strictObject({ code: z.string(), name: z.string() }).optional(),
    }),
  ),
  warnings: z.array(
    z.strictObject({ code: z.string(), message: z.string(), items: z.array(z.string()).optional() }),
  ),
});

const luton = ['plan', '--programme', 'luton', '--start', '2026-09-07'];

async function planned(...more: readonly string[]) {
  const ran = await academy([...luton, ...more, '--json']);
  expect(ran.exit).toBe(0);
  const plan = planSchema.parse(documentOf(ran));
  return { ...plan, item: (id: string) => plan.items.find((item) => item.id === id) };
}

const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    problems: z.array(z.object({ code: z.string(), option: z.string(), message: z.string() })).optional(),
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});

describe('academy plan', () => {
  it('prints the year as one document whose shape scripts rely on', async () => {
    const plan = await planned('--today', '2026-10-01');
    expect(plan).toMatchObject({
      programme: 'luton',
      start: '2026-09-07',
      end: '2027-09-07',
      today: '2026-10-01',
    });
    expect(plan.item('review-6m')).toMatchObject({
      series: 'review',
      sequence: 2,
      kind: 'review',
      nominal: '2027-03-07',
      due: '2027-03-08',
      status: 'upcoming',
      lead: 'assessor',
    });
  });

  it('looks at it today when no day is given, in the programme’s time zone', async () => {
    const ran = await academy([...luton, '--json'], { now: '2026-09-30T23:30Z' });
    expect(planSchema.parse(documentOf(ran)).today).toBe('2026-10-01');
  });

  it('prints a table for a reader, with the council’s own titles', async () => {
    const { exit, out, err } = await academy([...luton, '--today', '2026-10-01']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/Mon 8 Mar 2027 +review-6m +6-month review +Practice Educator +upcoming/);
  });

  it('counts what was held, the last time that is given for an item', async () => {
    const done = [
      '--done',
      'reflective-supervision-1=2026-09-11',
      '--done',
      'reflective-supervision-1=2026-09-14',
    ];
    const plan = await planned(...done, '--today', '2026-10-01');
    expect(plan.item('reflective-supervision-1')).toMatchObject({ status: 'done', heldOn: '2026-09-14' });
  });

  it('rolls back instead of forward when asked', async () => {
    expect((await planned('--roll', 'preceding')).item('review-6m')?.due).toBe('2027-03-05');
  });

  it('keeps items out of the days the council is closed, however many are given', async () => {
    const closures = ['--closure', '2027-03-08..2027-03-09', '--closure', '2027-03-10..2027-03-10'];
    expect((await planned(...closures)).item('review-6m')?.due).toBe('2027-03-11');
  });

  it('takes another value for any setting of the programme, in a list or by name', async () => {
    const plan = await planned('--set', 'reviews.1.at=P5M', '--set', 'titles.assessor=Practice Lead');
    expect(plan.item('review-5m')?.nominal).toBe('2027-02-07');
    expect((await planned('--set', 'reviews[1].at=P5M')).item('review-5m')?.nominal).toBe('2027-02-07');
    const shorter = await planned('--set', 'series.scrum.cadence=[{every: P7D, until: end}]');
    expect(shorter.item('scrum-2')?.nominal).toBe('2026-09-21');
    expect((await planned('--set', 'cadenceDecision=null')).item('cadence-decision')).toBeUndefined();
  });

  it('stretches the reviews for part-time and moves them with a pause', async () => {
    expect((await planned('--fte', '0.6')).item('review-3m')?.nominal).toBe('2027-02-07');
    const paused = await planned('--pause', '2026-11-02..2026-12-13');
    expect(paused.item('review-3m')).toMatchObject({ nominal: '2026-12-07', due: '2027-01-18' });
    expect((await planned('--pause', '2027-02-01..')).end).toBeNull();
  });

  it('keeps a confirmed record of before the start, but does not count it', async () => {
    const plan = await planned(
      '--done',
      'reflective-supervision-1=2026-09-01',
      '--confirm',
      '--today',
      '2026-09-08',
    );
    expect(plan.item('reflective-supervision-1')?.status).toBe('upcoming');
  });
});

describe('academy plan, told something else', () => {
  const wrongForm: readonly (readonly [why: string, words: readonly string[], said: string])[] = [
    ['no programme', ['plan', '--start', '2026-09-07'], '--programme'],
    ['no start', ['plan', '--programme', 'luton'], '--start'],
    ['a start without its date', ['plan', '--programme', 'luton', '--start'], '--start'],
    ['an option that is none', [...luton, '--colour', 'red'], '--colour'],
    ['words to spare', [...luton, 'please'], 'too many arguments'],
    [
      'a date in British order',
      ['plan', '--programme', 'luton', '--start', '07/09/2026'],
      '--start "07/09/2026"',
    ],
    [
      'a day that does not exist',
      ['plan', '--programme', 'luton', '--start', '2026-02-30'],
      '--start "2026-02-30"',
    ],
    ['a date and time', ['plan', '--programme', 'luton', '--start', '2026-09-07T09:00'], '--start'],
    ['a fraction in words', [...luton, '--fte', 'half'], '--fte "half"'],
    ['a fraction with three decimals', [...luton, '--fte', '0.625'], '--fte "0.625"'],
    ['a fraction with a comma', [...luton, '--fte', '0,6'], '--fte "0,6"'],
    ['hours in words', [...luton, '--hours', '37h'], '--hours "37h"'],
    ['a pause of one date', [...luton, '--pause', '2026-11-02'], '--pause'],
    ['a pause that begins nowhere', [...luton, '--pause', '..2026-11-02'], '--pause'],
    ['a closure without an end', [...luton, '--closure', '2026-12-24..'], '--closure'],
    ['a record without a date', [...luton, '--done', 'review-3m'], '--done'],
    ['a record on no date', [...luton, '--done', 'review-3m=soon'], '--done'],
    ['an item that cannot be one', [...luton, '--require', 'Review 9m'], '--require'],
    ['a third way to roll', [...luton, '--roll', 'sideways'], '--roll'],
    ['a setting without a value', [...luton, '--set', 'caseload.cap'], '--set'],
    ['a today that is none', [...luton, '--today', 'tomorrow'], '--today'],
  ];

  it.each(wrongForm)('was not understood: %s (2)', async (_, words, said) => {
    const asJson = await academy([...words, '--json']);
    expect(asJson.exit).toBe(2);
    const { error } = errorSchema.parse(documentOf(asJson));
    expect(error.code).toBe('usage');
    expect(error.message).toContain(said);
    const read = await academy(words);
    expect(read).toMatchObject({ exit: 2, out: '' });
    expect(read.err).toContain(said);
  });

  const later = ['--today', '2026-12-01'];
  const refused: readonly (readonly [why: string, words: readonly string[], code: string, said: string])[] = [
    [
      'an unknown programme',
      ['plan', '--programme', 'lutn', '--start', '2026-09-07'],
      'unknown-programme',
      'lutn',
    ],
    [
      'a file that is not there',
      ['plan', '--programme', './nowhere.yaml', '--start', '2026-09-07'],
      'unknown-programme',
      'does not exist',
    ],
    ['more than full time', [...luton, '--fte', '1.2'], 'fte-out-of-range', '--fte 1.2 is out of range'],
    ['no time at all', [...luton, '--fte', '0'], 'fte-out-of-range', '--fte 0 is out of range'],
    ['less than nothing', [...luton, '--fte', '-0.5'], 'fte-out-of-range', '--fte -0.5 is out of range'],
    ['a week too long', [...luton, '--hours', '200'], 'hours-out-of-range', '--hours 200'],
    [
      'a pause backwards',
      [...luton, '--pause', '2026-12-01..2026-11-01'],
      'range-reversed',
      'ends before it begins',
    ],
    [
      'a closure backwards',
      [...luton, '--closure', '2026-12-31..2026-12-24'],
      'range-reversed',
      'ends before it begins',
    ],
    [
      'a pause before the start',
      [...luton, '--pause', '2026-09-06..2026-10-01'],
      'pause-before-start',
      'begins before the clock start, 2026-09-07',
    ],
    [
      'a record of the future',
      [...luton, '--done', 'review-3m=2026-12-02', ...later],
      'record-in-future',
      'today is 2026-12-01',
    ],
    [
      'a record of before the start',
      [...luton, '--done', 'review-3m=2026-09-04', ...later],
      'record-before-start',
      '--confirm',
    ],
    [
      'a record inside a pause',
      [...luton, '--pause', '2026-10-01..2026-10-31', '--done', 'review-3m=2026-10-31', ...later],
      'record-in-pause',
      '--confirm',
    ],
    [
      'a record inside an open pause',
      [...luton, '--pause', '2026-10-01..', '--done', 'review-3m=2026-11-30', ...later],
      'record-in-pause',
      '2026-10-01..',
    ],
    [
      'an item of no plan',
      [...luton, '--done', 'review-3=2026-11-02', ...later],
      'unknown-item',
      'did you mean review-3m?',
    ],
    ['a condition of no plan', [...luton, '--require', 'review-10m'], 'unknown-item', '--require review-10m'],
    [
      'a setting of no programme',
      [...luton, '--set', 'caseloads.cap=12'],
      'unknown-setting',
      'the programme has no caseloads',
    ],
    [
      'a member of no list',
      [...luton, '--set', 'reviews.17.at=P2M'],
      'unknown-setting',
      'the programme has no reviews.17',
    ],
    [
      'a setting nobody reads',
      [...luton, '--set', 'caseload.capp=12'],
      'invalid-setting',
      'would not be valid',
    ],
    [
      'a value that does not serve',
      [...luton, '--set', 'caseload.cap=many'],
      'invalid-setting',
      'would not be valid',
    ],
    [
      'a setting of no object',
      [...luton, '--set', 'constructor.prototype=1'],
      'unknown-setting',
      'the programme has no constructor',
    ],
  ];

  it.each(refused)('was understood and is refused: %s (1)', async (_, words, code, said) => {
    const asJson = await academy([...words, '--json']);
    expect(asJson.exit).toBe(1);
    const { error } = errorSchema.parse(documentOf(asJson));
    expect(error.code).toBe(code);
    expect(error.message).toContain(said);
    const read = await academy(words);
    expect(read).toMatchObject({ exit: 1, out: '' });
    expect(read.err).toContain(said);
  });

  it('hears of everything that is wrong at once', async () => {
    const words = [
      ...luton,
      '--fte',
      '3',
      '--pause',
      '2026-09-01..',
      '--pause',
      '2026-12-02..2026-12-01',
      '--json',
    ];
    const { error } = errorSchema.parse(documentOf(await academy(words)));
    expect(error.problems?.map(({ code }) => code)).toEqual([
      'fte-out-of-range',
      'range-reversed',
      'pause-before-start',
    ]);
  });
});

describe('academy programmes', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'academy-programmes-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function checked(change: (yaml: string) => string) {
    const file = join(folder, 'own.yaml');
    await writeFile(file, change(await readFile('programmes/luton.yaml', 'utf8')));
    return { file, ran: await academy(['programmes', 'check', file, '--json']) };
  }

  it('lists the presets', async () => {
    const listed = z.object({ programmes: z.array(z.object({ id: z.string(), valid: z.boolean() })) });
    const { programmes } = listed.parse(documentOf(await academy(['programmes', '--json'])));
    expect(programmes).toContainEqual(expect.objectContaining({ id: 'luton', valid: true }));
    expect((await academy(['programmes'])).out).toMatch(/^luton +Luton/m);
  });

  it('finds a council’s own file in order, and plans by it', async () => {
    const { file, ran } = await checked((yaml) => yaml.replace(/^id: luton$/m, 'id: own'));
    expect(ran.exit).toBe(0);
    expect(documentOf(ran)).toMatchObject({ ok: true, id: 'own' });
    const plan = await academy(['plan', '--programme', file, '--start', '2026-09-07', '--json']);
    expect(documentOf(plan)).toMatchObject({ programme: 'own' });
  });

  it('names every fault of a file by its path, and refuses to plan by it', async () => {
    const { file, ran } = await checked((yaml) =>
      yaml
        .replace(/^id: luton$/m, 'id: Luton!')
        .replace(/^roll: .*$/m, 'roll: sideways')
        .concat('\nshoeSize: 43\n'),
    );
    expect(ran.exit).toBe(1);
    const { error } = errorSchema.parse(documentOf(ran));
    expect(error.code).toBe('programme-faults');
    expect(error.faults?.map(({ path }) => path)).toEqual(expect.arrayContaining(['id', 'shoeSize']));
    const plan = await academy(['plan', '--programme', file, '--start', '2026-09-07', '--json']);
    expect(plan.exit).toBe(1);
    expect(errorSchema.parse(documentOf(plan)).error.code).toBe('invalid-programme');
  });

  it.each([
    ['a file that is not there', ['programmes', 'check', 'nowhere.yaml'], 1],
    ['a folder', ['programmes', 'check', 'programmes'], 1],
    ['no file', ['programmes', 'check'], 2],
    ['another word', ['programmes', 'chekc', 'x.yaml'], 2],
  ])('cannot check %s', async (_, words, exit) => {
    const ran = await academy([...words, '--json']);
    expect(ran.exit).toBe(exit);
    expect(errorSchema.safeParse(documentOf(ran)).success).toBe(true);
  });
});

describe('the command line as a whole', () => {
  it('answers --help with every command, and for a command with its options', async () => {
    const { exit, out } = await academy(['--help']);
    expect(exit).toBe(0);
    for (const command of ['plan', 'import', 'ask', 'understand', 'programmes', 'cards', 'doctor']) {
      expect(out).toMatch(new RegExp(`^ +${command} `, 'm'));
    }
    expect((await academy(['plan', '--help'])).out).toContain('--closure <from..to>');
  });

  it('says which release it is', async () => {
    expect(await academy(['--version'])).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it.each([
    ['nothing at all', [], 'which command'],
    ['an unknown command', ['plna'], 'plan'],
    ['only --json', ['--json'], ''],
  ])('says what to do about %s (2)', async (_, words, said) => {
    const { exit, out, err } = await academy(words);
    expect(exit).toBe(2);
    expect(`${out}${err}`).toContain(said);
  });
});
