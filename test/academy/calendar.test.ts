import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../../src/academy/bank-holidays.ts';
import {
  addWorkingDays,
  isWorkingDay,
  UnreasonableClosureError,
  workingCalendar,
  workingDaysBetween,
} from '../../src/academy/calendar.ts';
import {
  addMonths,
  civilDate,
  civilDay,
  dayNumber,
  plainDate,
  weekdayName,
} from '../../src/academy/civil-days.ts';

const date = (text: string) => Temporal.PlainDate.from(text);

/** Easter Sunday by the anonymous Gregorian algorithm. */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

const mondayOnOrAfter = (day: Temporal.PlainDate) => day.add({ days: (8 - day.dayOfWeek) % 7 });
const lastMonday = (year: number, month: number) =>
  mondayOnOrAfter(Temporal.PlainDate.from({ year, month, day: 25 }));

/** A fixed holiday keeps its day, or goes to the first weekday after it that is not a holiday already. */
function withSubstitutes(days: readonly Temporal.PlainDate[]): Temporal.PlainDate[] {
  const taken = new Set<string>(days.filter(({ dayOfWeek }) => dayOfWeek < 6).map(String));
  for (const day of days.filter(({ dayOfWeek }) => dayOfWeek >= 6)) {
    let substitute = day;
    while (substitute.dayOfWeek >= 6 || taken.has(String(substitute)))
      substitute = substitute.add({ days: 1 });
    taken.add(String(substitute));
  }
  return [...taken].map(date);
}

function regularHolidays(year: number): string[] {
  const sunday = easter(year);
  return [
    ...withSubstitutes([date(`${year}-01-01`)]),
    sunday.subtract({ days: 2 }),
    sunday.add({ days: 1 }),
    mondayOnOrAfter(date(`${year}-05-01`)),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...withSubstitutes([date(`${year}-12-25`), date(`${year}-12-26`)]),
  ].map(String);
}

/** The days that were proclaimed for one year, or moved in one year. */
const oneOff: Readonly<
  Record<number, { readonly added: readonly string[]; readonly gone: readonly string[] }>
> = {
  2020: { added: ['2020-05-08'], gone: ['2020-05-04'] },
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], gone: ['2022-05-30'] },
  2023: { added: ['2023-05-08'], gone: [] },
};

const years = Array.from({ length: 15 }, (_, index) => 2014 + index);

describe('The bank holidays of England and Wales', () => {
  it.each(years)('are in %i what Easter, the fixed days and the proclamations make them', (year) => {
    const { added, gone } = oneOff[year] ?? { added: [], gone: [] };
    const expected = [...regularHolidays(year).filter((day) => !gone.includes(day)), ...added].sort();
    expect(bankHolidays.map(([on]) => on).filter((on) => on.startsWith(String(year)))).toEqual(expected);
  });

  it('are the published ones for 2026 and 2027', () => {
    const published =
      '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 ' +
      '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28';
    const listed = bankHolidays.map(([on]) => on).filter((on) => on >= '2026' && on < '2028');
    expect(listed.join(' ')).toBe(published);
  });

  it('never fall on a weekend, and stand in order without repetition', () => {
    const days = bankHolidays.map(([on]) => on);
    expect([...new Set(days)].sort()).toEqual(days);
    expect(days.filter((on) => date(on).dayOfWeek > 5)).toEqual([]);
  });
});

describe('Civil days', () => {
  it('agree with Temporal on every day from 1999 to 2045', () => {
    let day = dayNumber(1999, 1, 1);
    for (let on = date('1999-01-01'); on.year < 2046; on = on.add({ days: 1 }), day += 1) {
      const { year, month, day: dayOfMonth } = civilDate(day);
      if (year !== on.year || month !== on.month || dayOfMonth !== on.day || civilDay(on) !== day) {
        expect.fail(`${on} is not ${year}-${month}-${dayOfMonth}`);
      }
    }
    expect(weekdayName(civilDay(date('2026-09-07')))).toBe('Monday');
    expect(weekdayName(civilDay(date('1969-12-28')))).toBe('Sunday');
  });

  it('add months as Temporal does, clamped to the month’s end', () => {
    for (const from of ['2024-02-29', '2026-01-31', '2026-08-30', '2026-12-31']) {
      for (let months = -30; months <= 60; months += 1) {
        const expected = String(date(from).add({ months }));
        expect(String(plainDate(addMonths(civilDay(date(from)), months)))).toBe(expected);
      }
    }
  });
});

describe('Working days', () => {
  const calendar = workingCalendar([{ from: date('2026-12-29'), until: date('2026-12-31') }]);

  it('leave out weekends, bank holidays and the council’s closures', () => {
    const december = ['24', '25', '26', '27', '28', '29', '30', '31'].map((day) => `2026-12-${day}`);
    expect(december.filter((on) => isWorkingDay(calendar, date(on)))).toEqual(['2026-12-24']);
    expect(isWorkingDay(calendar, date('2027-01-01'))).toBe(false);
    expect(isWorkingDay(calendar, date('2027-01-04'))).toBe(true);
  });

  it('are counted from the day after up to and including the day itself', () => {
    expect(workingDaysBetween(calendar, date('2026-12-24'), date('2027-01-04'))).toBe(1);
    expect(workingDaysBetween(calendar, date('2026-12-18'), date('2026-12-24'))).toBe(4);
    expect(workingDaysBetween(calendar, date('2026-12-24'), date('2026-12-18'))).toBe(0);
  });

  it('are added forwards and backwards over what lies between', () => {
    expect(String(addWorkingDays(calendar, date('2026-12-24'), 1))).toBe('2027-01-04');
    expect(String(addWorkingDays(calendar, date('2027-01-04'), -1))).toBe('2026-12-24');
    expect(String(addWorkingDays(calendar, date('2026-12-26'), 0))).toBe('2026-12-26');
  });

  it('refuse a closure that ends before it begins or outlasts a year', () => {
    const close = (from: string, until: string) => () =>
      workingCalendar([{ from: date(from), until: date(until) }]);
    expect(close('2026-12-31', '2026-12-29')).toThrow(UnreasonableClosureError);
    expect(close('2026-01-01', '2027-01-02')).toThrow(UnreasonableClosureError);
    expect(close('2026-01-01', '2027-01-01')).not.toThrow();
  });
});
