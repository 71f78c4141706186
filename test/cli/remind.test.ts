import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { academyFunctions } from '../../src/academy/roles.ts';
import { academy, documentOf } from './string-terminal.ts';

/** What scripts rely on. Strict, so that a field that comes or goes is noticed here. */
const noticesSchema = z.strictObject({
  notices: z.array(
    z.strictObject({
      key: z.string().min(1),
      item: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      stage: z.enum(['before-5', 'before-1', 'day', 'overdue-1', 'overdue-3', 'overdue-5', 'lapsed']),
      recipient: z.enum([...academyFunctions, 'academy-manager-channel']),
      sendAt: z.iso.datetime(),
      text: z.string().min(1),
    }),
  ),
});
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const bare = ['remind', '--programme', 'luton', '--start', '2026-09-07'];
const year = ['--from', '2026-09-01T00:00Z', '--to', '2027-12-31T00:00Z'];
const december = ['--from', '2026-12-07T00:00Z', '--to', '2026-12-12T00:00+00:00'];

async function reminded(...more: readonly string[]) {
  const ran = await academy([...bare, ...more, '--json'], { now: '2026-09-01T09:00Z' });
  expect(ran.exit).toBe(0);
  return noticesSchema.parse(documentOf(ran)).notices;
}
const ofReview = (notices: Awaited<ReturnType<typeof reminded>>) =>
  notices
    .filter(({ item }) => item === 'review-3m')
    .map(({ stage, recipient, sendAt }) => `${sendAt} ${stage} ${recipient}`);

describe('academy remind', () => {
  it('prints the notices of a time as one document whose shape scripts rely on', async () => {
    const notices = await reminded(...december);
    expect(ofReview(notices)).toEqual([
      '2026-12-07T09:00:00Z day assessor',
      '2026-12-07T09:00:00Z day nqsw',
      '2026-12-08T09:00:00Z overdue-1 assessor',
      '2026-12-08T09:00:00Z overdue-1 nqsw',
      '2026-12-10T09:00:00Z overdue-3 assessor',
      '2026-12-10T09:00:00Z overdue-3 nqsw',
    ]);
    expect(notices.find(({ item }) => item === 'review-3m')).toMatchObject({
      key: 'luton-2026-09-07:review-3m:2026-12-07:day:assessor',
      text: '3-month review for the NQSW is due today, Mon 7 Dec 2026.',
    });
  });

  it('takes the first moment in and leaves the last one out, whatever the offset', async () => {
    const between = async (from: string, to: string) => ofReview(await reminded('--from', from, '--to', to));
    expect(await between('2026-12-07T10:00+01:00', '2026-12-08T09:00Z')).toHaveLength(2);
    expect(await between('2026-12-07T09:00:01Z', '2026-12-08T09:00:01Z')).toEqual([
      '2026-12-08T09:00:00Z overdue-1 assessor',
      '2026-12-08T09:00:00Z overdue-1 nqsw',
    ]);
    expect(await between('2026-12-08T09:00Z', '2026-12-08T09:00Z')).toEqual([]);
  });

  it('adds up to the whole when the time is cut', async () => {
    const whole = await reminded(...year);
    const pieces = [
      ...(await reminded('--from', '2026-09-01T00:00Z', '--to', '2026-12-08T09:00Z')),
      ...(await reminded('--from', '2026-12-08T09:00Z', '--to', '2027-12-31T00:00Z')),
    ];
    expect(pieces).toEqual(whole);
    expect(whole.length).toBeGreaterThan(1000);
  });

  it('moves what somebody would get on a day off, and adds up what is given for them', async () => {
    const moved = ofReview(await reminded(...december, '--off', 'assessor=mon;tue', '--off', 'nqsw=tue'));
    expect(moved).toEqual([
      '2026-12-07T09:00:00Z day nqsw',
      '2026-12-09T09:00:00Z overdue-1 assessor',
      '2026-12-09T09:00:00Z overdue-1 nqsw',
      '2026-12-10T09:00:00Z overdue-3 assessor',
      '2026-12-10T09:00:00Z overdue-3 nqsw',
    ]);
    const twice = ofReview(await reminded(...december, '--off', 'assessor=mon', '--off', 'assessor=tue'));
    expect(twice.filter((line) => line.endsWith('assessor'))).toEqual(
      moved.filter((line) => line.endsWith('assessor')),
    );
  });

  it('takes everything that plan takes', async () => {
    expect(ofReview(await reminded(...year, '--pause', '2026-11-02..2026-12-13'))[0]).toBe(
      '2027-01-11T09:00:00Z before-5 assessor',
    );
    expect(ofReview(await reminded(...december, '--closure', '2026-12-07..2026-12-07'))[0]).toBe(
      '2026-12-08T09:00:00Z day assessor',
    );
    expect(ofReview(await reminded(...december, '--set', 'reminders.at="10:30"'))[0]).toBe(
      '2026-12-07T10:30:00Z day assessor',
    );
    const nine = await reminded(...year, '--programme', 'durham', '--require', 'review-9m');
    expect(nine.some(({ item }) => item === 'review-9m')).toBe(true);
  });

  it('looks at records to the end of the time, for a what-if of the future', async () => {
    expect(ofReview(await reminded(...december, '--done', 'review-3m=2026-12-08'))).toEqual([
      '2026-12-07T09:00:00Z day assessor',
      '2026-12-07T09:00:00Z day nqsw',
    ]);
    const ran = await academy([...bare, ...december, '--done', 'review-3m=2026-12-12', '--json']);
    expect(ran.exit).toBe(1);
    expect(errorSchema.parse(documentOf(ran)).error.code).toBe('record-in-future');
  });

  it('prints a table for a reader, with the council’s own titles', async () => {
    const { exit, out, err } = await academy([...bare, ...december]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^\d+ notices in \d+ messages$/m);
    expect(out).toMatch(
      /^Mon 7 Dec 2026, 09:00 \(UK time\) +Practice Educator +review-3m +day +3-month review for the NQSW is due today/m,
    );
    // A day is meant whole, in the programme's zone: the same notices as from its first moment to its last.
    const byDays = await academy([...bare, '--from', '2026-12-07', '--to', '2026-12-11']);
    expect(byDays.out).toBe(out);
    const quiet = await academy([...bare, '--from', '2020-01-01T00:00Z', '--to', '2020-02-01T00:00Z']);
    expect(quiet).toMatchObject({ exit: 0, out: 'Nothing is owed in that time.\n' });
  });
});

describe('academy remind that', () => {
  const wrongForm: readonly (readonly [why: string, words: readonly string[], said: string])[] = [
    ['has no beginning', [...bare, '--to', '2026-12-12T00:00Z'], '--from'],
    ['has no end', [...bare, '--from', '2026-12-12T00:00Z'], '--to'],
    [
      'begins at no day of the calendar',
      [...bare, '--from', '2026-02-30', '--to', '2026-12-12T00:00Z'],
      '--from',
    ],
    [
      'ends at a time without its offset',
      [...bare, '--from', '2026-12-07T00:00Z', '--to', '2026-12-12T00:00'],
      '--to',
    ],
    ['has a day off at the weekend', [...bare, ...december, '--off', 'nqsw=sat'], '--off'],
    ['has days off of nobody', [...bare, ...december, '--off', 'mon;fri'], '--off'],
    ['has no days off after all', [...bare, ...december, '--off', 'nqsw='], '--off'],
    ['has an option that is none', [...bare, ...december, '--colour', 'red'], '--colour'],
    ['has a fault in an option of plan', [...bare, ...december, '--fte', 'half'], '--fte'],
  ];

  it.each(wrongForm)('%s was not understood (2)', async (_, words, said) => {
    const asJson = await academy([...words, '--json']);
    expect(asJson.exit).toBe(2);
    const { error } = errorSchema.parse(documentOf(asJson));
    expect(error.code).toBe('usage');
    expect(error.message).toContain(said);
    expect(await academy(words)).toMatchObject({ exit: 2, out: '' });
  });

  const refused: readonly (readonly [why: string, words: readonly string[], code: string, said: string])[] = [
    [
      'ends before it begins',
      [...bare, '--from', '2026-12-12T00:00Z', '--to', '2026-12-07T00:00Z'],
      'range-reversed',
      'swap the moments',
    ],
    [
      'gives days off to no function',
      [...bare, ...december, '--off', 'asessor=mon'],
      'unknown-function',
      'did you mean assessor?',
    ],
    [
      'leaves somebody no day',
      [...bare, ...december, '--off', 'nqsw=mon;tue;wed', '--off', 'nqsw=thu;fri'],
      'never-working',
      'no day of the week',
    ],
    ['is of no programme', [...bare, ...december, '--programme', 'lutn'], 'unknown-programme', 'lutn'],
    ['is more than full time', [...bare, ...december, '--fte', '2'], 'fte-out-of-range', '--fte 2'],
  ];

  it.each(refused)('%s is refused (1)', async (_, words, code, said) => {
    const asJson = await academy([...words, '--json']);
    expect(asJson.exit).toBe(1);
    const { error } = errorSchema.parse(documentOf(asJson));
    expect(error.code).toBe(code);
    const { exit, out, err } = await academy(words);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain(said);
  });
});
