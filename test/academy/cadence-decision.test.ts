import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type CadenceChosen,
  decidedNominals,
  gapBeyondFloor,
  rhythmBefore,
  rhythmOf,
} from '../../src/academy/cadence-decision.ts';
import { gapAfterDeciding } from '../../src/academy/cadence-preview.ts';
import { addMonths, civilDay, plainDate } from '../../src/academy/civil-days.ts';
import { periodWords } from '../../src/academy/period.ts';
import { calendarOf, type PlanInput, yearPlan } from '../../src/academy/plan.ts';
import type { YearPlan } from '../../src/academy/plan-item.ts';
import { type PlanRecord, recordHistory } from '../../src/academy/record-history.ts';
import { date, inputOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const calendar = calendarOf(luton);

const chosen = (on: string, choice: CadenceChosen['choice'], everyWeeks: number | null = null) => ({
  on: date(on),
  choice,
  everyWeeks,
});

const planned = (cadence: readonly CadenceChosen[], more: Partial<PlanInput> = {}, today = '2026-09-07') =>
  yearPlan(luton, calendar, { ...inputOf({}), ...more, cadence }, date(today));

const reflective = ({ items }: YearPlan) =>
  items
    .filter(({ series }) => series === 'reflective-supervision')
    .toSorted((one, other) => one.sequence - other.sequence);

/** From the eighteenth session, the last before the six-month point; a start on Monday 7 September 2026. */
const shown = (plan: YearPlan, from = 16) =>
  reflective(plan)
    .filter(({ sequence }) => sequence >= from)
    .map(({ sequence, nominal }) => `${sequence} ${nominal}`)
    .join(', ');

/*
 * Weekly to 19 October, fortnightly to 8 March (the first on or after the six-month day, 7 March), then monthly on the
 * seventh. The decision is due on Monday 8 March 2027 and lapses on Monday 22 March.
 */
const table = `
nothing decided            | 16 2027-03-08, 17 2027-04-07, 18 2027-05-07, 19 2027-06-07, 20 2027-07-07, 21 2027-08-07, 22 2027-09-07
2027-03-08 monthly         | 16 2027-03-08, 17 2027-04-07, 18 2027-05-07, 19 2027-06-07, 20 2027-07-07, 21 2027-08-07, 22 2027-09-07
2027-03-01 keep            | 16 2027-03-08, 17 2027-03-22, 18 2027-04-05, 19 2027-04-19, 20 2027-05-03, 21 2027-05-17, 22 2027-05-31, 23 2027-06-14, 24 2027-06-28, 25 2027-07-12, 26 2027-07-26, 27 2027-08-09, 28 2027-08-23, 29 2027-09-06
2027-03-08 custom 3        | 16 2027-03-08, 17 2027-03-29, 18 2027-04-19, 19 2027-05-10, 20 2027-05-31, 21 2027-06-21, 22 2027-07-12, 23 2027-08-02, 24 2027-08-23
2027-03-19 keep            | 16 2027-03-08, 17 2027-03-22, 18 2027-04-05, 19 2027-04-19, 20 2027-05-03, 21 2027-05-17, 22 2027-05-31, 23 2027-06-14, 24 2027-06-28, 25 2027-07-12, 26 2027-07-26, 27 2027-08-09, 28 2027-08-23, 29 2027-09-06
2027-06-01 keep            | 16 2027-03-08, 17 2027-04-07, 18 2027-05-07, 19 2027-06-04, 20 2027-06-18, 21 2027-07-02, 22 2027-07-16, 23 2027-07-30, 24 2027-08-13, 25 2027-08-27
2027-06-01 custom 3        | 16 2027-03-08, 17 2027-04-07, 18 2027-05-07, 19 2027-06-07, 20 2027-06-28, 21 2027-07-19, 22 2027-08-09, 23 2027-08-30
2027-06-07 custom 4        | 16 2027-03-08, 17 2027-04-07, 18 2027-05-07, 19 2027-06-07, 20 2027-07-05, 21 2027-08-02, 22 2027-08-30
2027-08-30 custom 6        | 16 2027-03-08, 17 2027-04-07, 18 2027-05-07, 19 2027-06-07, 20 2027-07-07, 21 2027-08-07
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

const fromWords = (words: string): readonly CadenceChosen[] => {
  const [on = '', choice = '', weeks] = words.split(' ');
  if (on === 'nothing') return [];
  return [chosen(on, choice as CadenceChosen['choice'], weeks === undefined ? null : Number(weeks))];
};

describe('What is decided of reflective supervision at six months', () => {
  it.each(table)('%s', (words, dates) => {
    expect(shown(planned(fromWords(words ?? '')))).toBe(dates);
  });

  it('means fortnightly by “keep” in Luton, and is asked nowhere else', async () => {
    expect(periodWords(rhythmOf(luton, { choice: 'keep', everyWeeks: null }))).toBe('2 weeks');
    expect(rhythmBefore(await preset('durham'))).toBeNull();
  });

  it('is done by its record, stays done, and no longer lapses', () => {
    const decision = (today: string, cadence: readonly CadenceChosen[]) => {
      const records = cadence.map(
        ({ on }): PlanRecord => ({ item: 'cadence-decision', outcome: 'held', on, confirmed: true }),
      );
      const item = planned(cadence, { records }, today).items.find(({ id }) => id === 'cadence-decision');
      return `${item?.status} ${item?.heldOn ?? ''}`;
    };
    const kept = [chosen('2027-03-10', 'keep')];
    expect(decision('2027-03-10', [])).toBe('overdue ');
    expect(decision('2027-03-10', kept)).toBe('done 2027-03-10');
    expect(decision('2027-03-22', kept)).toBe('done 2027-03-10');
    expect(decision('2027-03-22', [])).toBe('done ');
  });

  it('names the decision and its day in the reason of each later date, and of no earlier one', () => {
    const items = reflective(planned([chosen('2027-03-09', 'keep')]));
    const line = 'How often was decided on Tue 9 Mar 2027: fortnightly';
    expect(items.filter(({ why }) => why.includes(line)).map(({ sequence }) => sequence)).toEqual([
      17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
    ]);
    expect(items.find(({ sequence }) => sequence === 17)?.why[0]).toBe(
      'Last fortnightly date Mon 8 Mar 2027 + 2 weeks = Mon 22 Mar 2027; fortnightly to the end of the programme',
    );
  });

  it('keeps a session that was held before its date where it was, with its number', () => {
    const records = [
      {
        item: 'reflective-supervision-18',
        outcome: 'held',
        on: date('2027-05-04'),
        confirmed: true,
      } as const,
    ];
    const items = reflective(planned([chosen('2027-05-05', 'keep')], { records }));
    expect(items.slice(16, 20).map(({ sequence, nominal }) => `${sequence} ${nominal}`)).toEqual([
      '17 2027-04-07',
      '18 2027-05-07',
      '19 2027-05-21',
      '20 2027-06-04',
    ]);
  });

  it('does not count where it was taken in a pause, like its record', () => {
    const pauses = [{ fromOn: date('2027-03-08'), untilOn: date('2027-03-21') }];
    const without = planned([], { pauses });
    expect(reflective(planned([chosen('2027-03-10', 'keep')], { pauses })).map(({ due }) => due)).toEqual(
      reflective(without).map(({ due }) => due),
    );
  });

  it('of several counts the last, each from its own day', () => {
    const three = [
      chosen('2027-03-08', 'keep'),
      chosen('2027-05-04', 'custom', 3),
      chosen('2027-06-15', 'monthly'),
    ];
    expect(shown(planned(three))).toBe(
      '16 2027-03-08, 17 2027-03-22, 18 2027-04-05, 19 2027-04-19, 20 2027-05-03, 21 2027-05-24, 22 2027-06-14, 23 2027-07-07, 24 2027-08-07, 25 2027-09-07',
    );
  });
});

describe('A rhythm beside the national standard', () => {
  const gapOf = (on: string, choice: CadenceChosen['choice'], weeks: number | null = null) => {
    const start = civilDay(date('2026-09-07'));
    const end = addMonths(start, 12);
    const ground = { start, calendar, pauses: [] };
    const choices = [{ every: rhythmOf(luton, { choice, everyWeeks: weeks }), on: date(on) }];
    const history = recordHistory([], ground);
    const dates = decidedNominals(luton, choices, { start, end, ground, roll: 'following', history });
    const gap = gapBeyondFloor(dates, civilDay(date(on)), end);
    return gap === null ? null : `${plainDate(gap.from)} to ${plainDate(gap.until)}`;
  };
  it.each([
    ['2027-03-08', 'keep', null, null],
    ['2027-03-08', 'monthly', null, null],
    ['2027-03-08', 'custom', 4, null],
    ['2027-03-08', 'custom', 5, '2027-03-08 to 2027-04-12'],
    ['2027-06-01', 'custom', 3, null],
    ['2027-06-01', 'custom', 5, '2027-05-07 to 2027-06-11'],
    ['2027-08-10', 'custom', 8, null],
  ] as const)('decided on %s: %s %s', (on, choice, weeks, gap) => {
    expect(gapOf(on, choice, weeks)).toBe(gap);
  });
});

const firstStart = date('2024-01-01');
interface Case {
  readonly start: Temporal.PlainDate;
  readonly fte: number;
  readonly pauses: PlanInput['pauses'];
  /** Days after the start. */
  readonly on: number;
  readonly every: Pick<CadenceChosen, 'choice' | 'everyWeeks'>;
}
const cases: fc.Arbitrary<Case> = fc.record({
  start: fc.nat({ max: 900 }).map((days) => firstStart.add({ days })),
  fte: fc.constantFrom(1, 1, 0.8, 0.6),
  on: fc.integer({ min: 150, max: 420 }),
  every: fc.constantFrom(
    { choice: 'keep', everyWeeks: null } as const,
    { choice: 'monthly', everyWeeks: null } as const,
    { choice: 'custom', everyWeeks: 3 } as const,
    { choice: 'custom', everyWeeks: 6 } as const,
  ),
  pauses: fc
    .array(fc.tuple(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 50 })), { maxLength: 2 })
    .map((spans) =>
      spans.map(([after, days]) => {
        const fromOn = firstStart.add({ days: after });
        return { fromOn, untilOn: fromOn.add({ days }) };
      }),
    ),
});

/** The pauses are counted from the start of whoever has them. */
const inputFor = ({ start, fte, pauses }: Case): PlanInput => {
  const shift = firstStart.until(start).days;
  const own = pauses.map(({ fromOn, untilOn }) => ({
    fromOn: fromOn.add({ days: shift }),
    untilOn: untilOn?.add({ days: shift }) ?? null,
  }));
  return { startOn: start, fte, contractedHours: null, pauses: own, records: [], required: [] };
};
const dayOf = ({ start, on }: Case) => start.add({ days: on });
const dates = (plan: YearPlan) => reflective(plan).map(({ id, nominal, due }) => `${id} ${nominal} ${due}`);

describe('For any start, FTE, pauses and day', () => {
  it('to decide on monthly by the six-month day is the plan without a decision', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const input = inputFor(given);
        const on = given.start.add({ months: 6 });
        const cadence = [{ on, choice: 'monthly', everyWeeks: null } as const];
        const with_ = yearPlan(luton, calendar, { ...input, cadence }, on);
        expect(dates(with_)).toEqual(dates(yearPlan(luton, calendar, input, on)));
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  it('no date up to the decision changes, none is added there, and numbers follow one another', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const input = inputFor(given);
        const on = dayOf(given);
        const cadence = [{ on, ...given.every }];
        const before = yearPlan(luton, calendar, input, on);
        const after = yearPlan(luton, calendar, { ...input, cadence }, on);
        const past = (plan: YearPlan) =>
          reflective(plan)
            .filter(({ due }) => String(due) <= on.toString())
            .map(({ id, due }) => `${id} ${due}`);
        expect(past(after)).toEqual(past(before));
        const items = reflective(after);
        expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, index) => index + 1));
        const days = items.map(({ nominal }) => String(nominal));
        expect([...days].sort()).toEqual(days);
        expect(new Set(days).size).toBe(days.length);
        const others = (plan: YearPlan) =>
          plan.items
            .filter(({ series }) => series !== 'reflective-supervision')
            .map(({ id, due }) => `${id} ${due}`);
        expect(others(after)).toEqual(others(before));
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  it('no rhythm within the standard leaves more than 31 days between two sessions, whenever it is decided', () => {
    fc.assert(
      fc.property(cases, (given) => {
        if (given.every.everyWeeks === 6) return;
        const cadence = [{ on: dayOf(given), ...given.every }];
        const input = { ...inputFor(given), pauses: [], cadence };
        const days = reflective(yearPlan(luton, calendar, input, given.start)).map(({ nominal }) => nominal);
        const gaps = days.map((day, index) =>
          index === 0 ? 0 : (days[index - 1]?.until(day ?? '').days ?? 0),
        );
        expect(Math.max(...gaps)).toBeLessThanOrEqual(31);
      }),
      { seed: 23, numRuns: 60 },
    );
  });
});

describe('the rhythm up to the decision', () => {
  const week = (count: number) => ({ unit: 'week', count }) as const;
  const month = (count: number) => ({ unit: 'month', count }) as const;
  type Phases = readonly (readonly [
    every: ReturnType<typeof week> | ReturnType<typeof month>,
    until: 'end' | ReturnType<typeof month>,
  ])[];
  const [known] = luton.series;
  if (known === undefined) throw new Error('Luton has no series');
  const upToDecision = (phases: Phases, change: Partial<typeof luton> = {}) => {
    const reflective = {
      ...known,
      id: 'reflective-supervision',
      cadence: phases.map(([every, until]) => ({ every, until, source: known.source })),
    };
    const programme = {
      ...luton,
      series: [{ ...known, id: 'other' }, reflective],
      ...change,
    } as typeof luton;
    return rhythmBefore(programme);
  };

  it.each<readonly [Phases, unknown]>([
    [
      [
        [week(1), month(3)],
        [week(2), month(6)],
        [month(1), 'end'],
      ],
      week(2),
    ],
    [
      [
        [week(1), month(3)],
        [week(3), 'end'],
      ],
      week(3),
    ],
    [
      [
        [week(1), month(3)],
        [week(3), month(9)],
        [month(1), 'end'],
      ],
      week(3),
    ],
    [
      [
        [week(1), month(3)],
        [week(3), month(5)],
      ],
      week(3),
    ],
    [[[week(4), 'end']], week(4)],
    [[], null],
  ])('of %j is %j', (phases, every) => {
    expect(upToDecision(phases)).toEqual(every);
  });

  it('is none without the series, or without a decision', () => {
    expect(upToDecision([[week(4), 'end']], { cadenceDecision: null })).toBeNull();
    expect(upToDecision([[week(4), 'end']], { series: [] })).toBeNull();
  });
});

describe('a rhythm that somebody is about to decide on', () => {
  const gap = (
    choice: 'monthly' | 'custom' | 'keep',
    everyWeeks: number | null,
    cadence: PlanInput['cadence'] = [],
  ) => {
    const wanted = chosen('2027-03-10', choice, everyWeeks);
    const found = gapAfterDeciding(luton, calendar, { ...inputOf({}), cadence }, wanted);
    return found === null ? null : `${plainDate(found.from)}..${plainDate(found.until)}`;
  };

  it('leaves a gap beyond the national standard where it is rarer, whatever was decided before', () => {
    expect([gap('keep', null), gap('monthly', null), gap('custom', 4)]).toEqual([null, null, null]);
    expect(gap('custom', 5)).toMatch(/^2027-03-\d\d\.\.2027-04-\d\d$/);
    const earlier = [{ choice: 'custom', everyWeeks: 5, on: date('2027-03-09') }] as const;
    expect(gap('monthly', null, earlier)).toBeNull();
    expect(
      gap('custom', 5, [{ choice: 'monthly', everyWeeks: null, on: date('2027-03-09') }]),
    ).not.toBeNull();
  });

  it('leaves none where there is no start, and so no session', () => {
    const wanted = chosen('2027-03-10', 'custom', 12);
    expect(gapAfterDeciding(luton, calendar, { ...inputOf({}), startOn: null }, wanted)).toBeNull();
  });
});
