import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';

/** When something is: a whole day, or from a moment on for some minutes. */
export type CalendarTime =
  | { readonly on: Temporal.PlainDate }
  | { readonly from: Temporal.Instant; readonly minutes: number };

/** One thing in somebody's calendar. */
export interface CalendarEntry {
  /** The same for the same thing, whatever becomes of its date: under it a calendar replaces what it holds. */
  readonly id: string;
  readonly title: string;
  /** Plain text; names at most, and nothing that is said in a session. */
  readonly details: string;
  readonly time: CalendarTime;
  /** Where it is, and the address of a meeting. */
  readonly place?: string;
  readonly url?: string;
  readonly isCancelled?: boolean;
}

/** Revisions are counted in seconds from here, so that nothing need be kept to know that one is later than another. */
const revisionsFrom = Temporal.Instant.from('2026-01-01T00:00:00Z');

/** Grows with every change, because it grows with time: a file made later replaces one made earlier (RFC 5545, 3.8.7.4). */
function revisionAt(at: Temporal.Instant): number {
  return Math.max(0, Math.floor(revisionsFrom.until(at).total('seconds')));
}

function span(time: CalendarTime) {
  if ('on' in time) return { allDay: true, start: time.on, end: time.on.add({ days: 1 }) };
  return { start: time.from, end: time.from.add({ minutes: time.minutes }) };
}

/**
 * A calendar file (iCalendar, to be published, or to cancel what was) with these entries as they stand at `madeAt`. Moments are written in UTC,
 * which every calendar shows on its own wall clock; days are days in any zone.
 */
export function calendarFile(
  name: string,
  entries: readonly CalendarEntry[],
  madeAt: Temporal.Instant,
): string {
  const isAllCancelled = entries.length > 0 && entries.every((entry) => entry.isCancelled === true);
  const calendar = new ICalCalendar({
    name,
    // What only takes away is said so outright: calendars then ask nothing.
    method: isAllCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Academy Assistant', product: 'Academy Assistant', language: 'EN' },
  });
  for (const { id, title, details, time, place, url, isCancelled } of entries) {
    calendar.createEvent({
      id: `${id}@academy-assistant`,
      sequence: revisionAt(madeAt),
      stamp: madeAt,
      summary: title,
      description: details,
      status: isCancelled === true ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(place === undefined ? {} : { location: place }),
      ...(url === undefined ? {} : { url }),
      ...span(time),
    });
  }
  return calendar.toString();
}
