import { nominalsOf } from './cadence.ts';
import { addMonths, type CivilDay } from './civil-days.ts';
import type { Programme } from './programme.ts';

/** The national standard: one session in each of so many weeks, then in each fortnight, then never further apart than this. */
export const weeklyWindows = 6;
export const longestGapDays = 31;

const isAnyIn = (days: readonly CivilDay[], after: CivilDay, until: CivilDay) =>
  days.some((day) => day > after && day <= until);

/**
 * Whether reflective supervision on these days keeps the national floor (RULES "Two standards"): one session in each of
 * the first six weeks, then one in each fortnight to six months, then never more than 31 days apart to the end.
 */
function keepsNationalFloor(days: readonly CivilDay[], start: CivilDay, end: CivilDay): boolean {
  const sixMonths = Math.min(addMonths(start, 6), end);
  let reached = start;
  for (let week = 1; week <= weeklyWindows; week += 1, reached += 7) {
    if (!isAnyIn(days, reached, reached + 7)) return false;
  }
  // A fortnight that the programme's end cuts short wants no session of its own.
  for (; reached < sixMonths && reached + 14 <= end; reached += 14) {
    if (!isAnyIn(days, reached, reached + 14)) return false;
  }
  let last = days.filter((day) => day <= reached).at(-1) ?? start;
  for (const day of days.filter((later) => later > reached)) {
    if (day - last > longestGapDays) return false;
    last = day;
  }
  return end - last <= longestGapDays;
}

/** The floor of a programme is judged on nominals at full time: neither pauses nor FTE raise or lift it. */
export function isBelowNationalFloor(programme: Programme, start: CivilDay): boolean {
  const series = programme.series.find(({ id }) => id === 'reflective-supervision');
  if (series === undefined) return true;
  const end = addMonths(start, programme.length.period.count);
  const days = nominalsOf(series.cadence, start, end).map(({ day }) => day);
  return !keepsNationalFloor(days, start, end);
}
