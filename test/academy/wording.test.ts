import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarOf, yearPlan } from '../../src/academy/plan.ts';
import {
  clockTime,
  dateAndTime,
  dayAndMonth,
  itemWhenWords,
  longDate,
  monthAndYear,
  shortDate,
  whenWords,
} from '../../src/academy/wording.ts';
import { date, inputOf, itemOf, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const calendar = calendarOf(luton);

describe('Dates in words', () => {
  it('read as people in Britain write them', () => {
    expect(longDate(date('2026-09-07'))).toBe('Monday 7 September 2026');
    expect(shortDate(date('2026-09-07'))).toBe('Mon 7 Sep 2026');
    expect(shortDate(date('2027-02-28'))).toBe('Sun 28 Feb 2027');
  });
});

describe('How far a date is', () => {
  it.each([
    ['2026-12-19', 'in 12 days'],
    ['2026-12-09', 'in 2 days'],
    ['2026-12-08', 'tomorrow'],
    ['2026-12-07', 'today'],
    ['2026-12-06', '1 day overdue (1 working day)'],
    ['2026-12-02', '5 days overdue (3 working days)'],
    ['2026-12-04', '3 days overdue (1 working day)'],
  ])('is on 7 December 2026, of %s, “%s”', (due, words) => {
    expect(whenWords(date(due), date('2026-12-07'), calendar)).toBe(words);
  });

  it('counts no working day over Christmas', () => {
    expect(whenWords(date('2026-12-24'), date('2026-12-28'), calendar)).toBe(
      '4 days overdue (0 working days)',
    );
  });

  it('says of an item what its state makes of the date', () => {
    const words = (id: string, given: Parameters<typeof planOf>[1]) => {
      const plan = planOf(luton, given);
      return itemWhenWords(itemOf(plan, id), plan.today, calendar);
    };
    const today = '2026-11-20';
    expect(words('case-supervision-2', { today, held: { 'case-supervision-2': '2026-11-11' } })).toBe(
      'held on Wed 11 Nov 2026',
    );
    expect(words('induction-end', { today })).toBe('done');
    expect(words('case-supervision-1', { today })).toBe('missed');
    expect(words('case-supervision-2', { today })).toBe('11 days overdue (9 working days)');
    expect(words('case-supervision-2', { today, pauses: ['2026-11-16..2026-11-29'] })).toBe('paused');
    expect(words('review-3m', { today, pauses: ['2026-11-16..'] })).toBe(
      'paused, no date until the pause ends',
    );
    expect(words('review-3m', { today })).toBe('in 17 days');
    const left = { ...inputOf({}), lastOn: date('2026-11-30') };
    const plan = yearPlan(luton, calendar, left, date(today));
    expect(itemWhenWords(itemOf(plan, 'review-3m'), plan.today, calendar)).toBe('cancelled');
    expect(words('review-3m', { today: '2026-12-07' })).toBe('today');
  });
});

describe('Times of day', () => {
  const at = Temporal.Instant.from;

  it('are the wall clock of the academy’s zone, summer and winter', () => {
    expect(clockTime(at('2026-09-14T08:00:00Z'), 'Europe/London')).toBe('09:00 (UK time)');
    expect(clockTime(at('2026-12-14T09:00:00Z'), 'Europe/London')).toBe('09:00 (UK time)');
    expect(dateAndTime(at('2026-10-24T23:30:00Z'), 'Europe/London')).toBe('Sun 25 Oct 2026, 00:30 (UK time)');
    expect(clockTime(at('2027-01-04T09:05:00Z'), 'Europe/Dublin')).toBe('09:05 (Europe/Dublin time)');
  });
});

describe('Parts of a date in words', () => {
  it('are a day with its month, and a month with its year', () => {
    expect(dayAndMonth(date('2026-09-07'))).toBe('7 Sep');
    expect(monthAndYear(date('2026-09-07').toPlainYearMonth())).toBe('September 2026');
    expect(monthAndYear(date('2027-01-31').toPlainYearMonth())).toBe('January 2027');
  });

  it('are none for an item that has no date while nothing holds it', () => {
    const item = { ...itemOf(planOf(luton), 'review-3m'), due: null };
    expect(itemWhenWords(item, date('2026-09-07'), calendar)).toBe('no date');
  });
});
