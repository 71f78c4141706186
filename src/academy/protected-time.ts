import { Temporal } from 'temporal-polyfill';
import { percentOf } from './compliance.ts';
import type { Programme } from './programme.ts';
import { entriesOf, type YearEntry } from './year-entry.ts';

type Day = Temporal.PlainDate;

/** More is a slip: nobody is contracted for so many hours a week. */
export const mostProtectedHours = 60;
const weeksShown = 4;

/** The Monday of the week of a day. */
export const mondayOf = (day: Day): Day => day.subtract({ days: day.dayOfWeek - 1 });

/** Hours of protected time in quarters of an hour, from 0 to 60; undefined for anything else. */
export function protectedHours(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.');
  if (!/^\d{1,2}(?:\.\d{1,2})?$/u.test(text)) return undefined;
  const hours = Number(text);
  return hours <= mostProtectedHours && Number.isInteger(hours * 4) ? hours : undefined;
}

/** Hours a week that the programme promises of contracted hours (A7); null when those are not known. */
export const promisedHours = (
  { protectedTimePercent }: Pick<Programme, 'protectedTimePercent'>,
  contractedHours: number | null,
): number | null => (contractedHours === null ? null : (contractedHours * protectedTimePercent) / 100);

/** A week and the hours that were last logged for it; null where nothing was, which is not 0. */
export interface ProtectedWeek {
  readonly weekOf: Day;
  readonly hours: number | null;
}

/** The hours of one week, as last logged. */
export const hoursOf = (entries: readonly YearEntry[], weekOf: Day): number | null =>
  entriesOf(entries, 'protected-time').findLast((one) => one.weekOf.equals(weekOf))?.hours ?? null;

/** The four weeks up to this one, oldest first, without those before the programme began (Q11). */
export function lastWeeks(
  entries: readonly YearEntry[],
  startOn: Day | null,
  today: Day,
): readonly ProtectedWeek[] {
  if (startOn === null) return [];
  const first = mondayOf(startOn);
  return Array.from({ length: weeksShown }, (_, back) => mondayOf(today).subtract({ weeks: back }))
    .filter((weekOf) => Temporal.PlainDate.compare(first, weekOf) <= 0)
    .map((weekOf) => ({ weekOf, hours: hoursOf(entries, weekOf) }))
    .toReversed();
}

const hundredths = (value: number) => Math.round(value * 100);

/**
 * How much of what is promised was had, over the weeks that were logged (A7): a whole per cent, rounded half up, also over
 * 100. Null where no week was logged, or the contracted hours are not known: unknown is never 0 (A11).
 */
export function percentOfPromise(
  { protectedTimePercent }: Pick<Programme, 'protectedTimePercent'>,
  contractedHours: number | null,
  weeks: readonly ProtectedWeek[],
): number | null {
  const logged = weeks.flatMap(({ hours }) => (hours === null ? [] : [hours]));
  if (contractedHours === null || logged.length === 0) return null;
  const had = logged.reduce((sum, hours) => sum + hundredths(hours), 0);
  const promised = hundredths(contractedHours) * hundredths(protectedTimePercent) * logged.length;
  return percentOf(had * 10_000, promised);
}
