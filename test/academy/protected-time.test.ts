import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  lastWeeks,
  mondayOf,
  percentOfPromise,
  promisedHours,
  protectedHours,
} from '../../src/academy/protected-time.ts';
import type { YearEntry } from '../../src/academy/year-entry.ts';
import { date, preset } from './support/luton.ts';

const luton = await preset('luton');

const logged = (weekOf: string, hours: number): YearEntry => ({
  entry: 'protected-time',
  entryId: `${weekOf}-${hours}`,
  weekOf: date(weekOf),
  hours,
  by: 'amara',
  byName: 'Amara Okoro',
  at: Temporal.Instant.from('2026-10-01T09:00:00Z'),
});

describe('Hours of protected time', () => {
  it.each([
    ['3', 3],
    [' 3.5 ', 3.5],
    ['3,25', 3.25],
    ['0', 0],
    ['60', 60],
    ['60.25', undefined],
    ['3.3', undefined],
    ['-1', undefined],
    ['300', undefined],
    ['', undefined],
    ['half', undefined],
  ])('“%s” is %s', (typed, hours) => {
    expect(protectedHours(typed)).toBe(hours);
  });

  it('are promised as a tenth of the contracted hours, and nothing is said of hours that are not known', () => {
    expect(promisedHours(luton, 37)).toBeCloseTo(3.7);
    expect(promisedHours(luton, null)).toBeNull();
  });
});

describe('The last four weeks', () => {
  it('end with this one, begin no earlier than the programme, and hold what was logged last', () => {
    const entries = [logged('2026-09-14', 2), logged('2026-09-28', 1), logged('2026-09-28', 3)];
    const weeks = (startOn: string, today: string) =>
      lastWeeks(entries, date(startOn), date(today)).map(({ weekOf, hours }) => `${weekOf} ${hours}`);
    expect(mondayOf(date('2026-10-04')).toString()).toBe('2026-09-28');
    expect(weeks('2026-09-07', '2026-10-04')).toEqual([
      '2026-09-07 null',
      '2026-09-14 2',
      '2026-09-21 null',
      '2026-09-28 3',
    ]);
    expect(weeks('2026-09-23', '2026-09-28')).toEqual(['2026-09-21 null', '2026-09-28 3']);
    expect(lastWeeks(entries, null, date('2026-10-04'))).toEqual([]);
  });

  it.each([
    [37, [3], 81],
    [37, [3, null, 3.75, 0], 61],
    [37, [3.75], 101],
    [22.2, [2.25], 101],
    [37, [null, null], null],
    [null, [3], null],
    [0, [3], null],
  ])('of %s contracted hours, %j logged are %s per cent', (contracted, hours, percent) => {
    const weeks = hours.map((one, at) => ({ weekOf: date('2026-09-07').add({ weeks: at }), hours: one }));
    expect(percentOfPromise(luton, contracted, weeks)).toBe(percent);
  });
});
