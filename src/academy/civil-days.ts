import { Temporal } from 'temporal-polyfill';

/**
 * A civil date as the number of days since 1 January 1970. The rules add, compare and count dates by the hundred for
 * one plan, and whole numbers do that some fifty times faster than date objects; Temporal stands at the border.
 */
export type CivilDay = number;

/** Monday first, so that 0 to 4 are the working week. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export type WeekdayName = (typeof weekdayNames)[number];

const daysPerEra = 146_097;
const daysFromEraToEpoch = 719_468;

/** The day number of a date of the proleptic Gregorian calendar; years are counted from March so that leap days come last. */
export function dayNumber(year: number, month: number, day: number): CivilDay {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysFromEraToEpoch;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The inverse of `dayNumber`. */
export function civilDate(day: CivilDay): CivilDate {
  const fromEra = day + daysFromEraToEpoch;
  const era = Math.floor(fromEra / daysPerEra);
  const dayOfEra = fromEra - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 31);
}

/** The same day number `months` later, or the month's last day where it has no such day (A5). */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const from = civilDate(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayNumber(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: CivilDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function weekdayName(day: CivilDay): WeekdayName {
  return weekdayNames[weekdayOf(day)] ?? 'Monday';
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** "2026-09-07" */
export function isoDay(day: CivilDay): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

export function civilDay(date: Temporal.PlainDate): CivilDay {
  return dayNumber(date.year, date.month, date.day);
}

/** Bounds the memory of `plainDate`: more than a century of days. */
const rememberedDates = 40_000;
const plainDates = new Map<CivilDay, Temporal.PlainDate>();

/** The date object of a day number. Dates are immutable, so the same object serves every plan. */
export function plainDate(day: CivilDay): Temporal.PlainDate {
  const known = plainDates.get(day);
  if (known !== undefined) return known;
  const { year, month, day: dayOfMonth } = civilDate(day);
  const made = new Temporal.PlainDate(year, month, dayOfMonth);
  if (plainDates.size >= rememberedDates) plainDates.clear();
  plainDates.set(day, made);
  return made;
}
