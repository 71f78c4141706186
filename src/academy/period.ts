import { addMonths, type CivilDay } from './civil-days.ts';

/** A length of calendar time as a programme file writes it: `P10D`, `P6W`, `P3M`, `P1Y` (ISO 8601, one unit). */
export interface Period {
  readonly unit: 'day' | 'week' | 'month';
  readonly count: number;
}

const pattern = /^P([1-9]\d{0,2})([DWMY])$/;

/** Undefined when the text is not a period of one unit. */
export function parsePeriod(text: string): Period | undefined {
  const [, digits, letter] = pattern.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const count = Number(digits);
  if (letter === 'Y') return { unit: 'month', count: count * 12 };
  return { unit: letter === 'D' ? 'day' : letter === 'W' ? 'week' : 'month', count };
}

/** `from` plus `times` periods; months are clamped and always counted from `from` itself (A5). */
export function plusPeriod(from: CivilDay, period: Period, times = 1): CivilDay {
  if (period.unit === 'month') return addMonths(from, period.count * times);
  return from + period.count * times * (period.unit === 'week' ? 7 : 1);
}

/** "6 weeks", "1 month". */
export function periodWords(period: Period, times = 1): string {
  const count = period.count * times;
  return `${count} ${period.unit}${count === 1 ? '' : 's'}`;
}

const everyWords: Readonly<Record<string, string>> = {
  '1 day': 'daily',
  '1 week': 'weekly',
  '2 weeks': 'fortnightly',
  '1 month': 'monthly',
  '2 months': 'two-monthly',
  '3 months': 'quarterly',
  '12 months': 'yearly',
};

/** "weekly", "fortnightly", otherwise "every 5 weeks". */
export function rhythmWords(every: Period): string {
  const words = periodWords(every);
  return everyWords[words] ?? `every ${words}`;
}

const shortestDays = { day: 1, week: 7, month: 28 } as const;

/** Whether one period certainly ends before another, whatever the months' lengths. */
export function isShorter(one: Period, other: Period): boolean {
  if (one.unit === 'month' && other.unit === 'month') return one.count < other.count;
  const longest = one.count * (one.unit === 'month' ? 31 : shortestDays[one.unit]);
  return longest < other.count * shortestDays[other.unit];
}
