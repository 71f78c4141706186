import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import { civilDay, plainDate, weekdayOf } from './civil-days.ts';
import type { Programme } from './programme.ts';
import { type Absence, reachableDays, reminderInstant } from './sending-time.ts';

/** What a person's weekly message depends on, beside the week. */
export interface WeeklyRhythm {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly absence: Absence;
  /** "HH:mm" on the academy's wall clock; the programme's own time when undefined. */
  readonly hour?: string;
}

export interface WeeklyMessage {
  /** The Monday of its week. */
  readonly weekOf: Temporal.PlainDate;
  readonly sendAt: Temporal.Instant;
}

/** Longer than this nobody is looked for who never works. */
const mostWeeks = 53;

/**
 * The first weekly message from an instant on: at the person's hour on the first day of the week on which they work (Q20,
 * A13). A week without such a day has none; null when no week of a year has.
 */
export function weeklyMessageFrom(
  { programme, calendar, absence, hour }: WeeklyRhythm,
  from: Temporal.Instant,
): WeeklyMessage | null {
  const reachable = reachableDays({ calendar, pauses: [] }, absence);
  const today = civilDay(from.toZonedDateTimeISO(programme.timeZone).toPlainDate());
  const thisMonday = today - weekdayOf(today);
  for (let week = 0; week < mostWeeks; week += 1) {
    const monday = thisMonday + 7 * week;
    const day = [0, 1, 2, 3, 4].map((n) => monday + n).find(reachable);
    if (day === undefined) continue;
    const sendAt = reminderInstant(programme, day, hour);
    if (Temporal.Instant.compare(sendAt, from) >= 0) return { weekOf: plainDate(monday), sendAt };
  }
  return null;
}
