import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarOf, type PlanInput, yearPlan } from '../../src/academy/plan.ts';
import type { YearPlan } from '../../src/academy/plan-item.ts';
import { date, preset } from './support/luton.ts';
import {
  dueDay,
  isPaused,
  reflectiveNominals,
  type Span,
  stretchedDay,
  unpausedDays,
} from './support/oracle.ts';

const luton = await preset('luton');
const calendar = calendarOf(luton);

const firstStart = date('2014-01-01');
const starts = fc.integer({ min: 0, max: 9861 }).map((days) => firstStart.add({ days }));
const hundredths = fc.integer({ min: 30, max: 100 });

/** Pauses within the year, in any order, overlapping or not. */
const pausesAfter = (start: Temporal.PlainDate): fc.Arbitrary<Span[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 })), { maxLength: 3 })
    .map((pairs) =>
      pairs.map(([after, length]) => {
        const fromOn = start.add({ days: after });
        return { fromOn, untilOn: fromOn.add({ days: length - 1 }) };
      }),
    );

const participants = starts.chain((start) =>
  fc.record({ start: fc.constant(start), hundredths, pauses: pausesAfter(start) }),
);

const inputOf = (start: Temporal.PlainDate, fte: number, pauses: readonly Span[]): PlanInput => ({
  startOn: start,
  fte,
  contractedHours: null,
  pauses,
  records: [],
  required: [],
});

const planFor = (start: Temporal.PlainDate, fte: number, pauses: readonly Span[]) =>
  yearPlan(luton, calendar, inputOf(start, fte, pauses), start);

/** `PARTICIPANTS=10000` for the long run; a few hundred find what a change breaks. */
const participantsTried = Number(process.env.PARTICIPANTS ?? 300);

const shown = (plan: YearPlan, series: string) =>
  plan.items
    .filter((item) => item.series === series)
    .sort((one, other) => one.sequence - other.sequence)
    .map(({ id, nominal, due }) => `${id} ${nominal} ${due}`);

describe('Against an independent calculation', () => {
  it(`reviews and reflective supervision stand where a day-by-day walk puts them, for ${participantsTried} participants`, {
    timeout: 60_000 + participantsTried * 100,
  }, () => {
    fc.assert(
      fc.property(participants, ({ start, hundredths: share, pauses }) => {
        const plan = planFor(start, share / 100, pauses);
        const days = unpausedDays(start, pauses, 1300);
        const reviews = [3, 6, 9, 12].map((months) => {
          const nominal = stretchedDay(start, months, share);
          return `review-${months}m ${nominal} ${dueDay(nominal, start, days)}`;
        });
        expect(shown(plan, 'review')).toEqual(reviews);
        const sessions = reflectiveNominals(start, stretchedDay(start, 12, share)).map(
          (nominal, index) =>
            `reflective-supervision-${index + 1} ${nominal} ${dueDay(nominal, start, days)}`,
        );
        expect(shown(plan, 'reflective-supervision')).toEqual(sessions);
      }),
      { seed: 1, numRuns: participantsTried },
    );
  });
});

describe('For any start, FTE and pauses', () => {
  it('the plan is in order, and the order of the pauses does not matter', () => {
    fc.assert(
      fc.property(participants, ({ start, hundredths: share, pauses }) => {
        const plan = planFor(start, share / 100, pauses);
        const days = plan.items.map(({ due }) => String(due));
        expect([...days].sort()).toEqual(days);
        expect(planFor(start, share / 100, [...pauses].reverse()).items).toEqual(plan.items);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('pauses that overlap or touch count once: cut in two or said twice, they give the same plan (A6)', () => {
    fc.assert(
      fc.property(participants, fc.nat({ max: 59 }), ({ start, hundredths: share, pauses }, cut) => {
        const parts = pauses.flatMap(({ fromOn, untilOn }) => {
          const days = fromOn.until(untilOn).days;
          const middle = fromOn.add({ days: cut % (days + 1) });
          return [
            { fromOn: middle, untilOn },
            { fromOn, untilOn: middle },
            { fromOn, untilOn },
          ];
        });
        expect(planFor(start, share / 100, parts)).toEqual(planFor(start, share / 100, pauses));
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('a pause that is taken back leaves no trace, and one after the end changes nothing (A6)', () => {
    fc.assert(
      fc.property(participants, ({ start, hundredths: share, pauses }) => {
        const before = JSON.stringify(planFor(start, share / 100, []));
        planFor(start, share / 100, pauses);
        expect(JSON.stringify(planFor(start, share / 100, []))).toBe(before);
        const { end } = planFor(start, share / 100, []);
        if (end === null) expect.fail('a plan without pauses has an end');
        const late = { fromOn: end.add({ days: 8 }), untilOn: end.add({ days: 30 }) };
        expect(JSON.stringify(planFor(start, share / 100, [late]))).toBe(before);
      }),
      { seed: 8, numRuns: 40 },
    );
  });

  it('the same participant has the same plan, to the last word, whatever was planned in between', () => {
    fc.assert(
      fc.property(participants, participants, (one, other) => {
        const fresh = (calendarMade = calendarOf(luton)) =>
          JSON.stringify(
            yearPlan(luton, calendarMade, inputOf(one.start, one.hundredths / 100, one.pauses), one.start),
          );
        const first = fresh();
        planFor(other.start, other.hundredths / 100, other.pauses);
        expect(fresh()).toBe(first);
        expect(fresh(calendar)).toBe(first);
      }),
      { seed: 9, numRuns: 30 },
    );
  });

  it('a longer pause never brings an item forward (A6)', () => {
    fc.assert(
      fc.property(
        participants,
        fc.integer({ min: 1, max: 20 }),
        ({ start, hundredths: share, pauses }, more) => {
          const [first, ...others] = pauses;
          if (first === undefined) return;
          const longer = [{ ...first, untilOn: first.untilOn.add({ days: more }) }, ...others];
          const due = new Map(planFor(start, share / 100, pauses).items.map((item) => [item.id, item.due]));
          const earlier = planFor(start, share / 100, longer).items.filter(
            (item) => String(item.due) < String(due.get(item.id)),
          );
          expect(earlier.map(({ id }) => id)).toEqual([]);
        },
      ),
      { seed: 10, numRuns: 60 },
    );
  });

  it('an item falls due on a working day outside every pause', () => {
    fc.assert(
      fc.property(participants, ({ start, hundredths: share, pauses }) => {
        // Claims never move; a milestone reached before a pause may lie where a later day of it would.
        const moving = planFor(start, share / 100, pauses).items.filter(
          ({ kind, id }) => kind !== 'claim' && id !== 'induction-end',
        );
        const wrong = moving.filter(({ due }) => due === null || due.dayOfWeek > 5 || isPaused(due, pauses));
        expect(wrong).toEqual([]);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('an item without pauses moves at most four days, over the longest run of Christmas or Easter', () => {
    fc.assert(
      fc.property(starts, (start) => {
        const far = planFor(start, 1, []).items.filter(
          ({ due, nominal }) => due === null || nominal === null || Math.abs(nominal.until(due).days) > 4,
        );
        expect(far).toEqual([]);
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('an item recorded on its day was due or overdue the evening before, and is done from that day on', () => {
    fc.assert(
      fc.property(starts, fc.nat({ max: 400 }), (start, pick) => {
        const { items } = planFor(start, 1, []);
        const { id, due } = items[pick % items.length] ?? {};
        if (id === undefined || due === undefined || due === null) return;
        const record = { item: id, outcome: 'held', on: due, confirmed: true } as const;
        const input = { ...inputOf(start, 1, []), records: [record] };
        const status = (on: Temporal.PlainDate) =>
          yearPlan(luton, calendar, input, on).items.find((item) => item.id === id)?.status;
        expect(status(due.subtract({ days: 1 }))).not.toBe(due.equals(start) ? 'done' : 'overdue');
        expect(status(due)).toBe('done');
        expect(status(due.add({ days: 300 }))).toBe('done');
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});
