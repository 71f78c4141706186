import type { Temporal } from 'temporal-polyfill';
import {
  addWorkingDays,
  isWorkingDay,
  openOnOrAfter,
  openOnOrBefore,
  type WorkingCalendar,
} from './calendar.ts';
import { civilDay, plainDate } from './civil-days.ts';
import { type Period, plusPeriod } from './period.ts';
import type { Programme } from './programme.ts';
import { reminderInstant, type Weekday, weekdays } from './sending-time.ts';

/** What the two procedures count their times by. */
export interface TimeGround {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
}

/** The civil day of an instant in the academy's zone (A1). */
export function dayOf({ programme }: TimeGround, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(programme.timeZone).toPlainDate();
}

/** The last day of a time limit in working days, counted from the day after the one on which it began. */
export function limitFrom(
  ground: TimeGround,
  since: Temporal.PlainDate,
  workingDays: number,
): Temporal.PlainDate {
  return addWorkingDays(ground.calendar, since, workingDays);
}

/** A period after a date, moved off a non-working day as the programme rolls its dates (A4). */
export function rolledAfter(
  { programme, calendar }: TimeGround,
  from: Temporal.PlainDate,
  period: Period,
): Temporal.PlainDate {
  const nominal = plusPeriod(civilDay(from), period);
  const roll = programme.roll === 'following' ? openOnOrAfter : openOnOrBefore;
  return plainDate(roll(calendar, nominal));
}

/** Working days after the due day on which whoever has not answered is asked again. */
const askedAgainAfter = 3;
const daysInWeek = 7;

/** The first working day on or after `from` on which somebody with this part-time pattern works (A13). */
function firstDayAtWork(
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  off: readonly Weekday[],
): Temporal.PlainDate {
  let day = plainDate(openOnOrAfter(calendar, civilDay(from)));
  for (let tried = 0; tried < 2 * daysInWeek; tried += 1) {
    const name = weekdays[day.dayOfWeek - 1];
    if (name !== undefined && !off.includes(name) && isWorkingDay(calendar, day)) return day;
    day = addWorkingDays(calendar, day, 1);
  }
  return day;
}

/** When somebody whose turn it is is reminded: on the due day, and three working days after it (A12, A13). */
export function nudgesFor(
  { programme, calendar }: TimeGround,
  dueOn: Temporal.PlainDate,
  off: readonly Weekday[],
): readonly Temporal.Instant[] {
  const again = addWorkingDays(calendar, dueOn, askedAgainAfter);
  return [dueOn, again].map((on) => reminderInstant(programme, civilDay(firstDayAtWork(calendar, on, off))));
}
