import type { Temporal } from 'temporal-polyfill';
import { addWorkingDays, type WorkingCalendar } from './calendar.ts';
import { civilDay } from './civil-days.ts';
import type { AlertHandling } from './participant-file.ts';
import type { Programme } from './programme.ts';
import { reminderInstant } from './sending-time.ts';

const workingDaysToAcknowledge = 2;

/**
 * When an alert that nobody has acknowledged is posted again: two working days after it was last posted, at the time of
 * the programme's reminders (M3). Null once somebody has, or it is closed.
 */
export function nextPostingOf(
  { openedAt, repeatedAt, acknowledged, resolved }: AlertHandling,
  programme: Programme,
  calendar: WorkingCalendar,
): Temporal.Instant | null {
  if (acknowledged !== null || resolved !== null) return null;
  const last = repeatedAt.at(-1) ?? openedAt;
  const postedOn = last.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  return reminderInstant(programme, civilDay(addWorkingDays(calendar, postedOn, workingDaysToAcknowledge)));
}
