import { Temporal } from 'temporal-polyfill';
import { bankHolidays, bankHolidaysFrom, bankHolidaysUntil } from './bank-holidays.ts';
import { type CivilDay, civilDay, plainDate, weekdayOf } from './civil-days.ts';

/** Days on which the council is closed although they are neither a weekend nor a bank holiday; both ends included. */
export interface Closure {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/**
 * Which days are working days (A2): Monday to Friday, less the bank holidays of England and Wales and the council's
 * closures. Built once for a programme, then shared by every plan.
 */
export interface WorkingCalendar {
  /** The last day whose bank holidays are known; later dates still compute. */
  readonly holidaysUntil: Temporal.PlainDate;
  /** Closed days other than weekends, with what closes them ("Good Friday"). */
  readonly closedDays: ReadonlyMap<CivilDay, string>;
}

const dayOfText = (text: string) => civilDay(Temporal.PlainDate.from(text));

/** A closure longer than this is a slip of the pen, not a closure. */
export const longestClosureDays = 366;

/** Thrown for a closure that no edge should have let through: it ends before it begins, or lasts over a year. */
export class UnreasonableClosureError extends Error {
  readonly code = 'unreasonable-closure';
}

export function isReasonableClosure({ from, until }: Closure): boolean {
  const days = civilDay(until) - civilDay(from) + 1;
  return days >= 1 && days <= longestClosureDays;
}

export function workingCalendar(closures: readonly Closure[] = []): WorkingCalendar {
  const closedDays = new Map<CivilDay, string>();
  for (const closure of closures) {
    if (!isReasonableClosure(closure)) {
      throw new UnreasonableClosureError(`closure from ${closure.from} to ${closure.until}`);
    }
    const last = civilDay(closure.until);
    for (let day = civilDay(closure.from); day <= last; day += 1) {
      closedDays.set(day, 'a day the council is closed');
    }
  }
  for (const [on, name] of bankHolidays) closedDays.set(dayOfText(on), name);
  return { holidaysUntil: Temporal.PlainDate.from(bankHolidaysUntil), closedDays };
}

export const holidaysKnownFrom = dayOfText(bankHolidaysFrom);

export function isOpen(calendar: WorkingCalendar, day: CivilDay): boolean {
  return weekdayOf(day) < 5 && !calendar.closedDays.has(day);
}

/** Bounds every search for a working day, should a council close for ever. */
const longestSearchDays = 5 * longestClosureDays;

function firstOpen(calendar: WorkingCalendar, from: CivilDay, step: 1 | -1): CivilDay {
  let day = from;
  for (let tried = 0; tried < longestSearchDays; tried += 1, day += step) {
    if (isOpen(calendar, day)) return day;
  }
  return from;
}

/** The day itself if it is a working day, otherwise the next one. */
export function openOnOrAfter(calendar: WorkingCalendar, day: CivilDay): CivilDay {
  return firstOpen(calendar, day, 1);
}

/** The day itself if it is a working day, otherwise the one before. */
export function openOnOrBefore(calendar: WorkingCalendar, day: CivilDay): CivilDay {
  return firstOpen(calendar, day, -1);
}

/** The number of working days after `from` up to and including `until`; 0 when `until` is not later (A15). */
export function openDaysBetween(calendar: WorkingCalendar, from: CivilDay, until: CivilDay): number {
  let count = 0;
  for (let day = from + 1; day <= until; day += 1) if (isOpen(calendar, day)) count += 1;
  return count;
}

/** The same three questions for a caller that holds dates. */
export function isWorkingDay(calendar: WorkingCalendar, on: Temporal.PlainDate): boolean {
  return isOpen(calendar, civilDay(on));
}

export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): number {
  return openDaysBetween(calendar, civilDay(from), civilDay(until));
}

/** `count` working days after a date, or before it when negative; 0 gives the date itself. */
export function addWorkingDays(
  calendar: WorkingCalendar,
  on: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  const step = count < 0 ? -1 : 1;
  let day = civilDay(on);
  for (let left = Math.abs(count); left > 0; left -= 1) day = firstOpen(calendar, day + step, step);
  return plainDate(day);
}
