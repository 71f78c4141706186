import { describe, expect, it } from 'vitest';
import { type Case, itemOf, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const doncaster = await preset('doncaster');

/** The lines of an item's reasons, without what it is held against and without its source. */
const whyOf = (given: Case, id: string, programme = luton) =>
  itemOf(planOf(programme, given), id).why.filter((line) => !/^(Source|Held against)/.test(line));

/** Every date is a sum that a person can check; each of these was checked by hand. */
const table: readonly (readonly [what: string, given: Case, id: string, lines: readonly string[]])[] = [
  [
    'weekly from the start',
    {},
    'reflective-supervision-2',
    ['Start Mon 7 Sep 2026 + 2 weeks = Mon 21 Sep 2026; weekly for the first 6 weeks'],
  ],
  [
    'monthly to the end, from the start itself and clamped',
    { start: '2026-08-31' },
    'case-supervision-6',
    [
      'Start Mon 31 Aug 2026 + 6 months = Sun 28 Feb 2027 (that month has no day 31, so its last day); monthly to the end of the programme',
      'Sunday is not a working day, so the next working day: Mon 1 Mar 2027',
    ],
  ],
  [
    'part-time to whole months',
    { fte: 0.6 },
    'review-3m',
    [
      'Part-time: 3 months ÷ 0.6 = 5 months',
      'Start Mon 7 Sep 2026 + 5 months = Sun 7 Feb 2027',
      'Sunday is not a working day, so the next working day: Mon 8 Feb 2027',
    ],
  ],
  [
    'part-time to whole months, clamped',
    { start: '2026-08-31', fte: 0.5 },
    'review-3m',
    [
      'Part-time: 3 months ÷ 0.5 = 6 months',
      'Start Mon 31 Aug 2026 + 6 months = Sun 28 Feb 2027 (that month has no day 31, so its last day)',
      'Sunday is not a working day, so the next working day: Mon 1 Mar 2027',
    ],
  ],
  [
    'part-time in days, part of a day rounded up',
    { fte: 0.8 },
    'review-3m',
    [
      '3 months from the start are 91 days full-time',
      'Part-time: 91 ÷ 0.8 = 114 days, part of a day rounded up',
      'Start Mon 7 Sep 2026 + 114 days = Wed 30 Dec 2026',
    ],
  ],
  [
    'the induction, its last day included',
    {},
    'induction-end',
    [
      'Start Mon 7 Sep 2026 + 2 weeks, last day included = Sun 20 Sep 2026',
      'Saturday and Sunday are not working days, so the working day before: Fri 18 Sep 2026',
    ],
  ],
  [
    'the first claim',
    {},
    'claim-1',
    ['The day the programme starts, Mon 7 Sep 2026; neither pauses nor working days move it'],
  ],
  [
    'the second claim',
    {},
    'claim-2',
    [
      'The earlier of the full-time programme end Tue 7 Sep 2027 (start Mon 7 Sep 2026 + 12 months) and the last claim day Wed 31 Mar 2027; neither pauses nor working days move it',
    ],
  ],
  [
    'two pauses, one after the other',
    { pauses: ['2026-11-02..2026-11-02', '2026-12-07..2026-12-11'] },
    'review-3m',
    [
      'Start Mon 7 Sep 2026 + 3 months = Mon 7 Dec 2026',
      'Paused Mon 2 Nov 2026 to Mon 2 Nov 2026, 1 day: Mon 7 Dec 2026 + 1 day = Tue 8 Dec 2026',
      'Paused Mon 7 Dec 2026 to Fri 11 Dec 2026, 5 days: Tue 8 Dec 2026 + 5 days = Sun 13 Dec 2026',
      'Sunday is not a working day, so the next working day: Mon 14 Dec 2026',
    ],
  ],
  [
    'an open pause',
    { pauses: ['2026-11-02..'] },
    'review-3m',
    [
      'Start Mon 7 Sep 2026 + 3 months = Mon 7 Dec 2026',
      'Paused from Mon 2 Nov 2026 with no end yet, so it has no date until the pause ends',
    ],
  ],
  [
    'a weekend and a bank holiday by its name',
    { start: '2026-06-25' },
    'case-supervision-6',
    [
      'Start Thu 25 Jun 2026 + 6 months = Fri 25 Dec 2026; monthly to the end of the programme',
      'Fri 25 Dec 2026 is Christmas Day, Saturday and Sunday are not working days, Mon 28 Dec 2026 is Boxing Day (substitute day), so the next working day: Tue 29 Dec 2026',
    ],
  ],
  [
    'a date that rolled into a pause',
    { start: '2026-09-05', pauses: ['2026-12-07..2026-12-11'] },
    'review-3m',
    [
      'Start Sat 5 Sep 2026 + 3 months = Sat 5 Dec 2026',
      'Saturday and Sunday are not working days, Mon 7 Dec 2026 to Fri 11 Dec 2026 is in the pause, Saturday and Sunday are not working days, so the next working day: Mon 14 Dec 2026',
    ],
  ],
  [
    'a closure of up to six reasons, each by its name',
    { start: '2026-09-24', closures: ['2026-12-24..2026-12-24'] },
    'review-3m',
    [
      'Start Thu 24 Sep 2026 + 3 months = Thu 24 Dec 2026',
      'Thu 24 Dec 2026 is a day the council is closed, Fri 25 Dec 2026 is Christmas Day, Saturday and Sunday are not working days, Mon 28 Dec 2026 is Boxing Day (substitute day), so the next working day: Tue 29 Dec 2026',
    ],
  ],
  [
    'a closure of more by its ends',
    { start: '2026-09-24', closures: ['2026-12-24..2027-01-08'] },
    'review-3m',
    [
      'Start Thu 24 Sep 2026 + 3 months = Thu 24 Dec 2026',
      'No day from Thu 24 Dec 2026 to Sun 10 Jan 2027 is a working day, so the next working day: Mon 11 Jan 2027',
    ],
  ],
  [
    'back to the working day before',
    { start: '2026-09-05', roll: 'preceding' },
    'review-3m',
    [
      'Start Sat 5 Sep 2026 + 3 months = Sat 5 Dec 2026',
      'Saturday is not a working day, so the working day before: Fri 4 Dec 2026',
    ],
  ],
  [
    'a claim in a pause, which moves nothing',
    { pauses: ['2027-03-01..2027-04-11'] },
    'claim-2',
    [
      'The earlier of the full-time programme end Tue 7 Sep 2027 (start Mon 7 Sep 2026 + 12 months) and the last claim day Wed 31 Mar 2027; neither pauses nor working days move it',
    ],
  ],
];

describe('Why this date?', () => {
  it.each(table)('%s', (_what, given, id, lines) => {
    expect(whyOf(given, id)).toEqual(lines);
  });

  it('names the source with its line and its wording as far as it has them, last', () => {
    const lastOf = (id: string, programme = luton) => itemOf(planOf(programme), id).why.at(-1);
    expect(lastOf('assessor-support-1')).toBe(
      'Source: Luton handbook, section 2, line 80: “Meet and provide monthly support for the [NQSW]s”',
    );
    expect(lastOf('programme-end')).toBe(
      'Source: Luton handbook, section 1, line 3: “Assessed and Supported Year in Employment”',
    );
    const [series] = luton.series;
    const bare = {
      ...luton,
      series: series === undefined ? [] : [{ ...series, source: { where: 'A note' } }],
    };
    expect(lastOf('reflective-supervision-1', bare)).toBe('Source: A note');
  });

  it('counts a window from the start, with or without a first day', () => {
    const inPlan = {
      ...doncaster,
      arrangements: doncaster.arrangements.map((one) => ({ ...one, inPlan: true })),
    };
    expect(whyOf({}, 'first-rotation', inPlan)).toEqual([
      'Not before 3 months after the start = Mon 7 Dec 2026; at the latest 4 months after the start Mon 7 Sep 2026 = Thu 7 Jan 2027',
    ]);
    const office = {
      ...luton,
      arrangements: luton.arrangements.map((one) => ({ ...one, inPlan: one.id === 'office-attendance' })),
    };
    expect(whyOf({}, 'office-attendance', office)).toEqual([
      'At the latest 3 months after the start Mon 7 Sep 2026 = Mon 7 Dec 2026',
    ]);
  });

  it('counts what is wanted before a review from the review', () => {
    const portfolio = {
      ...luton,
      arrangements: luton.arrangements.map((one) => ({ ...one, inPlan: one.id === 'critical-reflection' })),
    };
    expect(whyOf({}, 'critical-reflection-6m', portfolio)).toEqual([
      'Start Mon 7 Sep 2026 + 6 months = Sun 7 Mar 2027',
      '2 weeks before that = Sun 21 Feb 2027',
      'Saturday and Sunday are not working days, so the working day before: Fri 19 Feb 2027',
    ]);
  });
});
