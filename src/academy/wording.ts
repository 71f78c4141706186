import type { Temporal } from 'temporal-polyfill';
import { openDaysBetween, type WorkingCalendar } from './calendar.ts';
import { type CivilDay, civilDate, civilDay, weekdayName } from './civil-days.ts';
import type { PlanItem } from './plan-item.ts';

/** How dates, waits and times of day read, in British English (A15). */

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 1 is January. */
export const monthName = (month: number) => monthNames[month - 1] ?? 'January';

/** Bounds the memory of `shortDay`, as for date objects: more than a century of days. */
const rememberedDays = 40_000;
const shortDays = new Map<CivilDay, string>();

/** "Mon 7 Sep 2026", for a day number. */
export function shortDay(day: CivilDay): string {
  const known = shortDays.get(day);
  if (known !== undefined) return known;
  const { year, month, day: dayOfMonth } = civilDate(day);
  const words = `${weekdayName(day).slice(0, 3)} ${dayOfMonth} ${monthName(month).slice(0, 3)} ${year}`;
  if (shortDays.size >= rememberedDays) shortDays.clear();
  shortDays.set(day, words);
  return words;
}

/** "Mon 7 Sep 2026" */
export function shortDate(on: Temporal.PlainDate): string {
  return shortDay(civilDay(on));
}

/** "Monday 7 September 2026" */
export function longDate(on: Temporal.PlainDate): string {
  return `${weekdayName(civilDay(on))} ${on.day} ${monthName(on.month)} ${on.year}`;
}

/** "7 Sep" */
export const dayAndMonth = ({ day, month }: Temporal.PlainDate): string =>
  `${day} ${monthName(month).slice(0, 3)}`;

/** "September 2026" */
export function monthAndYear({ month, year }: Temporal.PlainYearMonth): string {
  return `${monthName(month)} ${year}`;
}

/** "1 day", "3 working days" */
export function countWords(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/**
 * How far a date is from today: "in 12 days", "tomorrow", "today", "5 days overdue (3 working days)". Days are calendar
 * days; working days are counted from the day after the date up to and including today (A15).
 */
export function waitWords(due: CivilDay, today: CivilDay, calendar: WorkingCalendar): string {
  if (due === today) return 'today';
  if (due === today + 1) return 'tomorrow';
  if (due > today) return `in ${countWords(due - today, 'day')}`;
  const working = countWords(openDaysBetween(calendar, due, today), 'working day');
  return `${countWords(today - due, 'day')} overdue (${working})`;
}

/** The same for a caller that holds dates. */
export function whenWords(
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
): string {
  return waitWords(civilDay(due), civilDay(today), calendar);
}

/** The same for an item, whose date may no longer matter: "held on Mon 7 Sep 2026", "missed", "paused, no date until the pause ends". */
export function itemWhenWords(item: PlanItem, today: Temporal.PlainDate, calendar: WorkingCalendar): string {
  switch (item.status) {
    case 'done':
      return item.heldOn === undefined ? 'done' : `held on ${shortDate(item.heldOn)}`;
    case 'missed':
      return 'missed';
    case 'cancelled':
      return 'cancelled';
    case 'suspended':
      return item.due === null ? 'paused, no date until the pause ends' : 'paused';
    case 'upcoming':
    case 'due':
    case 'overdue':
      return item.due === null ? 'no date' : whenWords(item.due, today, calendar);
  }
}

const zoneWords = (timeZone: string) => (timeZone === 'Europe/London' ? 'UK time' : `${timeZone} time`);

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** "09:00 (UK time)": the wall clock of the academy's zone on that day (A14). */
export function clockTime(at: Temporal.Instant, timeZone: string): string {
  const { hour, minute } = at.toZonedDateTimeISO(timeZone);
  return `${twoDigits(hour)}:${twoDigits(minute)} (${zoneWords(timeZone)})`;
}

/** "Mon 7 Sep 2026, 09:00 (UK time)" */
export function dateAndTime(at: Temporal.Instant, timeZone: string): string {
  return `${shortDate(at.toZonedDateTimeISO(timeZone).toPlainDate())}, ${clockTime(at, timeZone)}`;
}
