import { describe, expect, it } from 'vitest';
import { civilDay, isoDay } from '../../src/academy/civil-days.ts';
import {
  isShorter,
  type Period,
  parsePeriod,
  periodWords,
  plusPeriod,
  rhythmWords,
} from '../../src/academy/period.ts';
import { date } from './support/luton.ts';

const period = (text: string): Period => {
  const parsed = parsePeriod(text);
  if (parsed === undefined) throw new Error(`no period: ${text}`);
  return parsed;
};

describe('A period', () => {
  it.each<[string, Period]>([
    ['P1D', { unit: 'day', count: 1 }],
    ['P10D', { unit: 'day', count: 10 }],
    ['P366D', { unit: 'day', count: 366 }],
    ['P6W', { unit: 'week', count: 6 }],
    ['P3M', { unit: 'month', count: 3 }],
    ['P2Y', { unit: 'month', count: 24 }],
  ])('%s is read', (text, expected) => {
    expect(parsePeriod(text)).toEqual(expected);
  });

  it.each([
    '',
    'P',
    'P0D',
    'P01W',
    'P1000D',
    'P6',
    '6W',
    'P6w',
    'p6W',
    'P1H',
    'P1M2W',
    'PxW',
    'P1xW',
    'xP6W',
    'P6Wx',
    'P-1D',
  ])('"%s" is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it.each([
    ['P1D', 3, '2026-09-10'],
    ['P2W', 1, '2026-09-21'],
    ['P2W', 2, '2026-10-05'],
    ['P1M', 5, '2027-02-07'],
    ['P1Y', 1, '2027-09-07'],
  ])('%s, %i times, is counted from a day', (text, times, day) => {
    expect(isoDay(plusPeriod(civilDay(date('2026-09-07')), period(text), times))).toBe(day);
  });

  it.each([
    ['P1D', '1 day', 'daily'],
    ['P1W', '1 week', 'weekly'],
    ['P2W', '2 weeks', 'fortnightly'],
    ['P3W', '3 weeks', 'every 3 weeks'],
    ['P1M', '1 month', 'monthly'],
    ['P2M', '2 months', 'two-monthly'],
    ['P3M', '3 months', 'quarterly'],
    ['P4M', '4 months', 'every 4 months'],
    ['P1Y', '12 months', 'yearly'],
  ])('%s is “%s”, and as a rhythm “%s”', (text, words, rhythm) => {
    expect(periodWords(period(text))).toBe(words);
    expect(rhythmWords(period(text))).toBe(rhythm);
  });

  it.each([
    ['P2M', 'P3M', true],
    ['P3M', 'P3M', false],
    ['P4M', 'P3M', false],
    ['P6D', 'P1W', true],
    ['P7D', 'P1W', false],
    ['P27D', 'P1M', true],
    ['P28D', 'P1M', false],
    ['P3W', 'P1M', true],
    ['P4W', 'P1M', false],
    ['P1M', 'P4W', false],
    ['P1M', 'P31D', false],
    ['P1M', 'P32D', true],
  ])('%s certainly ends before %s: %s', (one, other, expected) => {
    expect(isShorter(period(one), period(other))).toBe(expected);
  });
});
