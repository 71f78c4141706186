import { addMonths, type CivilDay } from './civil-days.ts';

/** How a number of months became a date for somebody who works part of the week (A7). */
export interface Stretch {
  readonly day: CivilDay;
  readonly months: number;
  readonly fte: number;
  /** Whole months after the division, or null when the sum had to be made in days. */
  readonly stretchedMonths: number | null;
  /** Calendar days of the full-time period, and after the division; the same when in months. */
  readonly fullTimeDays: number;
  readonly stretchedDays: number;
}

/**
 * The date `months` after the clock start for an FTE: months ÷ FTE where that is a whole number of months, otherwise the
 * full-time days ÷ FTE, rounded up to a whole day (A7). An FTE has at most two decimals, so the division is made in
 * hundredths and is exact.
 */
export function stretch(start: CivilDay, months: number, fte: number): Stretch {
  const hundredths = Math.round(fte * 100);
  const fullTimeDays = addMonths(start, months) - start;
  if ((months * 100) % hundredths === 0) {
    const stretchedMonths = (months * 100) / hundredths;
    const day = addMonths(start, stretchedMonths);
    return { day, months, fte, stretchedMonths, fullTimeDays, stretchedDays: day - start };
  }
  const stretchedDays = Math.floor((fullTimeDays * 100 + hundredths - 1) / hundredths);
  return { day: start + stretchedDays, months, fte, stretchedMonths: null, fullTimeDays, stretchedDays };
}
