import { Temporal } from 'temporal-polyfill';
import type { CaseloadReport } from './participant-file.ts';

const trendWeeks = 4;

/** What somebody carries and has carried. */
export interface CaseloadTrend {
  /** The last count reported by the end of each of the last four weeks, today's last; null while there was none. */
  readonly weeks: readonly (number | null)[];
  /** The day of the newest report. */
  readonly reportedOn: Temporal.PlainDate | null;
}

/** Where a caseload comes from (M6): as it stood today, a week ago, and so on, on the academy's days. */
export function caseloadTrend(
  reports: readonly CaseloadReport[],
  today: Temporal.PlainDate,
  timeZone: string,
): CaseloadTrend {
  const dated = reports.map(({ count, at }) => ({
    count,
    on: at.toZonedDateTimeISO(timeZone).toPlainDate(),
  }));
  const asOf = (day: Temporal.PlainDate) =>
    dated.findLast(({ on }) => Temporal.PlainDate.compare(on, day) <= 0)?.count ?? null;
  return { weeks: weekEnds(today).map(asOf), reportedOn: dated.at(-1)?.on ?? null };
}

export interface CohortAverage {
  /** To one decimal, rounded half up; null when nobody has reported (A11). */
  readonly average: number | null;
  /** Of how many people. */
  readonly reported: number;
}

function averageOf(known: readonly (number | null)[]): CohortAverage {
  const counts = known.filter((count) => count !== null);
  const sum = counts.reduce((total, count) => total + count, 0);
  const average =
    counts.length === 0 ? null : Math.floor((20 * sum + counts.length) / (2 * counts.length)) / 10;
  return { average, reported: counts.length };
}

/** The average of those who have reported, today. */
export const cohortAverage = (trends: readonly CaseloadTrend[]): CohortAverage =>
  averageOf(trends.map(({ weeks }) => weeks.at(-1) ?? null));

/** The days on which the four weeks end, today's last. */
export const weekEnds = (today: Temporal.PlainDate): readonly Temporal.PlainDate[] =>
  Array.from({ length: trendWeeks }, (_, index) => today.subtract({ weeks: trendWeeks - 1 - index }));

/** The average at the end of each of the four weeks, of those who had reported by then (M6). */
export const averagesByWeek = (trends: readonly CaseloadTrend[]): readonly CohortAverage[] =>
  Array.from({ length: trendWeeks }, (_, index) =>
    averageOf(trends.map(({ weeks }) => weeks[index] ?? null)),
  );
