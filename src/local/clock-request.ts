/** The ways to ask for another time in local mode, read into one request: chat command, HTTP body, start argument. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Local mode's wall clock is the academy's. */
const clockZone = 'Europe/London';

export type ClockRequest =
  | { readonly kind: 'tell' }
  | { readonly kind: 'set'; readonly to: Temporal.Instant }
  | { readonly kind: 'advance'; readonly by: Temporal.Duration };

export type ClockReading =
  | { readonly ok: true; readonly request: ClockRequest }
  /** `message` is plain text for whoever asked. */
  | { readonly ok: false; readonly message: string };

/** Outside these years there are neither bank holidays nor programmes to speak of; mostly it is a slip. */
const [earliestYear, latestYear] = [2014, 2100];

const refused = (message: string): ClockReading => ({ ok: false, message });

function withinYears(instant: Temporal.Instant): boolean {
  const { year } = instant.toZonedDateTimeISO(clockZone);
  return year >= earliestYear && year <= latestYear;
}

function instantOf(text: string): Temporal.Instant | undefined {
  const namesItsOffset = /(?:[zZ]|[+-]\d{2}:?\d{2})$/.test(text) && /[tT ]/.test(text);
  try {
    if (namesItsOffset) return Temporal.Instant.from(text);
    const wall = Temporal.PlainDateTime.from(/[tT ]/.test(text) ? text : `${text}T09:00`);
    return wall.toZonedDateTime(clockZone, { disambiguation: 'compatible' }).toInstant();
  } catch {
    return undefined;
  }
}

/**
 * Reads "2026-09-14T09:00" as wall time in Europe/London (A14: in the hour that the clocks skip, an hour later; in
 * the hour that comes twice, the first). A date alone means 09:00; a time with `Z` or an offset is that instant.
 */
export function readClockTime(text: string): ClockReading {
  const instant = instantOf(text.trim());
  if (instant === undefined) {
    return refused(`"${text}" is not a date and time. Write it like 2026-09-14T09:00 (London time).`);
  }
  if (!withinYears(instant)) {
    return refused(`The clock keeps to the years ${earliestYear} to ${latestYear}.`);
  }
  return { ok: true, request: { kind: 'set', to: instant } };
}

const anyDay = Temporal.PlainDateTime.from('2026-01-01T00:00');
const furthestStep = Temporal.Duration.from({ years: 10 });

function isTooFar(duration: Temporal.Duration): boolean {
  return Temporal.Duration.compare(duration, furthestStep, { relativeTo: anyDay }) > 0;
}

/** Forwards only, and by something: to go back, a time is named. */
function advanceBy(duration: Temporal.Duration, asWritten: string): ClockReading {
  if (duration.sign <= 0) {
    return refused(`"${asWritten}" does not lead forwards. To go back, name the date and time.`);
  }
  if (isTooFar(duration)) return refused('One step leads at most ten years ahead. Write a shorter one.');
  return { ok: true, request: { kind: 'advance', by: duration } };
}

function readDuration(text: string): ClockReading {
  try {
    return advanceBy(Temporal.Duration.from(text), text);
  } catch {
    return refused(`"${text}" is not an ISO 8601 duration. Write it like P3D, P2W or PT4H.`);
  }
}

const units = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
const step = /^\+\s*(\d{1,4})\s*(minute|hour|day|week|month|year)s?$/i;

function readStep(text: string): ClockReading | undefined {
  const [, count, unit] = step.exec(text) ?? [];
  const known = units.find((name) => name === unit?.toLowerCase());
  if (count === undefined || known === undefined) return undefined;
  return advanceBy(Temporal.Duration.from({ [`${known}s`]: Number(count) }), text);
}

const command = /^\/clock(?:\s+(?<rest>.+))?$/is;
const commandHelp = 'Write "/clock 2026-09-14 09:00", "/clock +3 days", or "/clock" to be told the time.';

/** Reads a chat message: undefined when it is no clock command at all. */
export function readClockCommand(text: string): ClockReading | undefined {
  const match = command.exec(text.trim());
  if (match === null) return undefined;
  const rest = match.groups?.rest?.trim() ?? '';
  if (rest === '') return { ok: true, request: { kind: 'tell' } };
  if (rest.startsWith('+')) {
    return readStep(rest) ?? refused(`"${rest}" is not a step in time. ${commandHelp}`);
  }
  const reading = readClockTime(rest);
  return reading.ok ? reading : refused(`${reading.message} ${commandHelp}`);
}

const bodySchema = z.union([
  z.strictObject({ now: z.string().max(60) }),
  z.strictObject({ advance: z.string().max(60) }),
]);

/** Reads the JSON body of `POST /local/clock`. */
export function readClockBody(body: unknown): ClockReading {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    return refused('Send {"now":"2026-09-14T09:00"} or {"advance":"P3D"}: one of the two, as a string.');
  }
  return 'now' in parsed.data ? readClockTime(parsed.data.now) : readDuration(parsed.data.advance);
}

/** The instant that a request leads to. Days, weeks and months keep the wall time; hours and minutes are exact. */
export function destination(request: ClockRequest, now: Temporal.Instant): Temporal.Instant {
  if (request.kind === 'tell') return now;
  if (request.kind === 'set') return request.to;
  return now.toZonedDateTimeISO(clockZone).add(request.by).toInstant();
}

/** "Monday 14 September 2026, 09:00" */
export function clockWords(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO(clockZone);
  const date = at.toPlainDate().toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return `${date.replace(',', '')}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
