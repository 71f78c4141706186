import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { caseloadTrend, cohortAverage } from '../../src/academy/caseload-trend.ts';
import type { CaseloadReport } from '../../src/academy/participant-file.ts';
import { date } from './support/luton.ts';

const report = (at: string, count: number): CaseloadReport => ({
  reportId: at,
  count,
  categories: [],
  by: 'amara',
  byName: 'Amara Okoro',
  at: Temporal.Instant.from(at),
});
const trend = (reports: readonly CaseloadReport[], today = '2026-10-28') =>
  caseloadTrend(reports, date(today), 'Europe/London');

describe('a caseload over four weeks', () => {
  it('is the last count known at the end of each week, and nothing before the first report', () => {
    const reports = [
      report('2026-10-09T09:00Z', 12),
      report('2026-10-14T09:00Z', 13),
      report('2026-10-28T08:00Z', 16),
    ];
    expect(trend(reports).weeks).toEqual([null, 13, 13, 16]);
    expect(String(trend(reports).reportedOn)).toBe('2026-10-28');
  });

  it('counts a report by the academy’s day: half past midnight in summer is yesterday in UTC', () => {
    expect(trend([report('2026-10-21T23:30Z', 9)], '2026-10-21').weeks).toEqual([null, null, null, null]);
    expect(trend([report('2026-10-21T22:30Z', 9)], '2026-10-21').weeks).toEqual([null, null, null, 9]);
  });

  it('knows nothing of somebody who never reported', () => {
    expect(trend([])).toEqual({ weeks: [null, null, null, null], reportedOn: null });
  });
});

describe('a cohort’s average', () => {
  const of = (...counts: readonly (number | null)[]) =>
    cohortAverage(counts.map((count) => ({ weeks: [null, null, null, count], reportedOn: null })));

  it('is of those who reported, to one decimal, half up', () => {
    expect(of(10, null, 11)).toEqual({ average: 10.5, reported: 2 });
    expect(of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2)).toEqual({
      average: 1.1,
      reported: 20,
    });
    expect(of(0, 0)).toEqual({ average: 0, reported: 2 });
  });

  it('is no number at all when nobody has reported', () => {
    expect(of(null, null)).toEqual({ average: null, reported: 0 });
  });
});
