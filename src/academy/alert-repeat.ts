import type { Temporal } from 'temporal-polyfill';
import { addWorkingDays, type WorkingCalendar } from './calendar.ts';
import { civilDay } from './civil-days.ts';
import type { AlertHandling } from './participant-file.ts';
import type { Programme } from './programme.ts';
import { reminderInstant } from './sending-time.ts';

const workingDaysToAcknowledge = 2;
/** Two working weeks of postings; whoever has not answered by then is asked once a week. */
const oftenPostings = 5;
const workingDaysAfterwards = 5;

/**
 * When an alert that nobody has acknowledged is posted again, at the time of the programme's reminders (M3): two working
 * days after it was last posted; after its fifth repeat five working days after, and without an end, because a caseload
 * over its limit that nobody has seen is not to fall silent. Null once somebody has acknowledged it, or it is closed.
 */
export function nextPostingOf(
  { openedAt, repeatedAt, acknowledged, resolved }: AlertHandling,
  programme: Programme,
  calendar: WorkingCalendar,
): Temporal.Instant | null {
  if (acknowledged !== null || resolved !== null) return null;
  const last = repeatedAt.at(-1) ?? openedAt;
  const postedOn = last.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const days = repeatedAt.length < oftenPostings ? workingDaysToAcknowledge : workingDaysAfterwards;
  return reminderInstant(programme, civilDay(addWorkingDays(calendar, postedOn, days)));
}
