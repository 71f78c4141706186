import { nominalsOf } from './cadence.ts';
import { addMonths, type CivilDay } from './civil-days.ts';
import type { Programme } from './programme.ts';

/** The national standard: one session in each of so many weeks, then in each fortnight, then never further apart than this. */
export const weeklyWindows = 6;
export const longestGapDays = 31;

/** Where a rhythm first becomes rarer than the national standard. */
export interface FloorShortfall {
  /** The session, or the start, after which the next one is too late. */
  readonly after: CivilDay;
  /** Days to the next session, or to the end. */
  readonly days: number;
  readonly wanted: 'every-week' | 'every-fortnight' | 'every-31-days';
}

const isAnyIn = (days: readonly CivilDay[], after: CivilDay, until: CivilDay) =>
  days.some((day) => day > after && day <= until);

/**
 * The first place at which reflective supervision on these days leaves the national floor (RULES "Two standards"): one
 * session in each of the first six weeks, then one in each fortnight to six months, then never more than 31 days apart
 * to the end. Null when it never does.
 */
function shortfall(days: readonly CivilDay[], start: CivilDay, end: CivilDay): FloorShortfall | null {
  const gapAt = (reached: CivilDay, wanted: FloorShortfall['wanted']): FloorShortfall => {
    const after = days.findLast((day) => day <= reached) ?? start;
    return { after, days: (days.find((day) => day > reached) ?? end) - after, wanted };
  };
  const sixMonths = Math.min(addMonths(start, 6), end);
  let reached = start;
  for (let week = 1; week <= weeklyWindows; week += 1, reached += 7) {
    if (!isAnyIn(days, reached, reached + 7)) return gapAt(reached, 'every-week');
  }
  // A fortnight that the programme's end cuts short wants no session of its own.
  for (; reached < sixMonths && reached + 14 <= end; reached += 14) {
    if (!isAnyIn(days, reached, reached + 14)) return gapAt(reached, 'every-fortnight');
  }
  let last = days.findLast((day) => day <= reached) ?? start;
  for (const day of [...days.filter((later) => later > reached), end]) {
    if (day - last > longestGapDays) return gapAt(last, 'every-31-days');
    last = day;
  }
  return null;
}

/** The floor of a programme is judged on nominals at full time: neither pauses nor FTE raise or lift it. */
export function floorShortfall(programme: Programme, start: CivilDay): FloorShortfall | null {
  const series = programme.series.find(({ id }) => id === 'reflective-supervision');
  const end = addMonths(start, programme.length.period.count);
  const days = series === undefined ? [] : nominalsOf(series.cadence, start, end).map(({ day }) => day);
  return shortfall(days, start, end);
}
