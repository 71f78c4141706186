import { Temporal } from 'temporal-polyfill';
import { isOpen } from './calendar.ts';
import { type CivilDay, civilDay, plainDate, weekdayOf } from './civil-days.ts';
import { type Ground, pauseOn } from './placement.ts';
import type { Programme } from './programme.ts';

/** The days of the week on which somebody can be off, as rosters and the command line spell them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
export type Weekday = (typeof weekdays)[number];

/** When one person does not work: the part-time pattern and leave, both ends of which are included (A13). */
export interface Absence {
  readonly weekdays: readonly Weekday[];
  readonly leave: readonly { readonly fromOn: Temporal.PlainDate; readonly untilOn: Temporal.PlainDate }[];
}

/** Whether somebody can be sent a message on a day. */
export type Reachable = (day: CivilDay) => boolean;

/** On working days outside every pause, and not while the person is off or on leave (A6, A13). */
export function reachableDays(
  { calendar, pauses }: Pick<Ground, 'calendar' | 'pauses'>,
  absence: Absence | undefined,
): Reachable {
  const off = new Set(absence?.weekdays.map((name) => weekdays.indexOf(name)));
  const leave = (absence?.leave ?? []).map((span) => ({
    from: civilDay(span.fromOn),
    until: civilDay(span.untilOn),
  }));
  return (day) =>
    isOpen(calendar, day) &&
    !off.has(weekdayOf(day)) &&
    !leave.some(({ from, until }) => from <= day && day <= until) &&
    pauseOn(pauses, day) === undefined;
}

/** A message waits no longer than this for somebody who is never reachable. */
const longestWaitDays = 3 * 366;

export function firstReachable(reachable: Reachable, from: CivilDay): CivilDay | null {
  for (let day = from; day <= from + longestWaitDays; day += 1) if (reachable(day)) return day;
  return null;
}

/** The last reachable day up to `from`; null when it would be before `earliest`. */
export function lastReachable(reachable: Reachable, from: CivilDay, earliest: CivilDay): CivilDay | null {
  for (let day = from; day >= earliest; day -= 1) if (reachable(day)) return day;
  return null;
}

/** A time of day on the wall clock of a zone on one day (A14). */
function atTime(day: CivilDay, time: string, timeZone: string): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from(time);
  return plainDate(day).toZonedDateTime({ timeZone, plainTime }).toInstant();
}

/** The middle one of the three; times of day have two digits each, so that they sort as text. */
function withinSendingHours({ sendingHours: { from, until } }: Programme, at: string): string {
  return [from, at, until].sort()[1] ?? at;
}

/** The moments of a programme's days, found once: a zone's rules are slow to ask. Bounded, as for date objects. */
const reminderInstants = new WeakMap<Programme, Map<string, Map<CivilDay, Temporal.Instant>>>();
const rememberedInstants = 40_000;

function knownInstants(programme: Programme, time: string): Map<CivilDay, Temporal.Instant> {
  const ofProgramme = reminderInstants.get(programme) ?? new Map<string, Map<CivilDay, Temporal.Instant>>();
  reminderInstants.set(programme, ofProgramme);
  const known = ofProgramme.get(time) ?? new Map<CivilDay, Temporal.Instant>();
  ofProgramme.set(time, known);
  if (known.size >= rememberedInstants) known.clear();
  return known;
}

/**
 * The moment of a day at which its reminders go out (A12 to A14): at the programme's own time, or at the one somebody has
 * chosen ("HH:mm"), either way within the sending hours.
 */
export function reminderInstant(
  programme: Programme,
  day: CivilDay,
  time = programme.reminders.at,
): Temporal.Instant {
  const known = knownInstants(programme, time);
  const found = known.get(day);
  if (found !== undefined) return found;
  const made = atTime(day, withinSendingHours(programme, time), programme.timeZone);
  known.set(day, made);
  return made;
}

/** The moment of a day from which anything at all may be sent (A13). */
export function openingInstant({ sendingHours, timeZone }: Programme, day: CivilDay): Temporal.Instant {
  return atTime(day, sendingHours.from, timeZone);
}

/** Whether an instant lies within its day's sending hours, both ends included (A13). */
function isWithinSendingHours(
  { sendingHours: { from, until }, timeZone }: Programme,
  at: Temporal.Instant,
): boolean {
  const time = at.toZonedDateTimeISO(timeZone).toPlainTime();
  const compare = Temporal.PlainTime.compare;
  return compare(time, from) >= 0 && compare(time, until) <= 0;
}

/** The first instant from `at` on at which somebody can be sent a message: then, or at an opening; null for never. */
export function nextSendable(
  programme: Programme,
  reachable: Reachable,
  at: Temporal.Instant,
): Temporal.Instant | null {
  const today = civilDay(at.toZonedDateTimeISO(programme.timeZone).toPlainDate());
  if (reachable(today)) {
    if (isWithinSendingHours(programme, at)) return at;
    const opening = openingInstant(programme, today);
    if (opening.epochMilliseconds > at.epochMilliseconds) return opening;
  }
  const day = firstReachable(reachable, today + 1);
  return day === null ? null : openingInstant(programme, day);
}
