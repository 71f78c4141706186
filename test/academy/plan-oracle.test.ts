import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarOf, type PlanInput, yearPlan } from '../../src/academy/plan.ts';
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

describe('Against an independent calculation', () => {
  it('reviews stand where a day-by-day walk puts them, for any start, FTE and pauses', () => {
    fc.assert(
      fc.property(participants, ({ start, hundredths: share, pauses }) => {
        const reviews = planFor(start, share / 100, pauses).items.filter(({ series }) => series === 'review');
        const days = unpausedDays(start, pauses, 1300);
        const expected = [3, 6, 9, 12].map((months) => {
          const nominal = stretchedDay(start, months, share);
          return `review-${months}m ${nominal} ${dueDay(nominal, start, days)}`;
        });
        expect(reviews.map(({ id, nominal, due }) => `${id} ${nominal} ${due}`)).toEqual(expected);
      }),
      { seed: 1, numRuns: 80 },
    );
  });

  it('reflective supervision stands where a day-by-day walk puts it, for any start, FTE and pauses', () => {
    fc.assert(
      fc.property(participants, ({ start, hundredths: share, pauses }) => {
        const plan = planFor(start, share / 100, pauses);
        const sessions = plan.items
          .filter(({ series }) => series === 'reflective-supervision')
          .sort((one, other) => one.sequence - other.sequence);
        const days = unpausedDays(start, pauses, 1300);
        const expected = reflectiveNominals(start, stretchedDay(start, 12, share)).map(
          (nominal, index) => `${index + 1} ${nominal} ${dueDay(nominal, start, days)}`,
        );
        expect(sessions.map(({ sequence, nominal, due }) => `${sequence} ${nominal} ${due}`)).toEqual(
          expected,
        );
      }),
      { seed: 2, numRuns: 60 },
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
