import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  confirmationDay,
  confirmationMonth,
  isAskedAbout,
  saidOfLatest,
  standingDifference,
} from '../../src/academy/caseload-confirmation.ts';
import type { CaseloadReport, ParticipantFile } from '../../src/academy/participant-file.ts';
import { calendarOf } from '../../src/academy/plan.ts';
import type { YearEntry } from '../../src/academy/year-entry.ts';
import { amara, nothingHappened } from '../support/empty-file.ts';
import { date, preset } from './support/luton.ts';

const luton = await preset('luton');
const ground = { programme: luton, calendar: calendarOf(luton) };
const on = (dayOfMonth: number) => {
  const programme = { ...luton, caseload: { ...luton.caseload, confirmation: { dayOfMonth } } };
  return { programme, calendar: ground.calendar };
};
const month = (text: string) => Temporal.PlainYearMonth.from(text);

describe('The day on which a month is asked about (T6)', () => {
  it.each([
    // A Thursday, a Sunday, New Year's Day before a weekend, Good Friday before Easter Monday.
    [1, '2026-10', '2026-10-01'],
    [1, '2026-11', '2026-11-02'],
    [1, '2027-01', '2027-01-04'],
    [26, '2027-03', '2027-03-30'],
    [28, '2027-02', '2027-03-01'],
  ])('day %d of %s is %s', (dayOfMonth, asked, expected) => {
    expect(String(confirmationDay(on(dayOfMonth), month(asked)))).toBe(expected);
  });

  it.each([
    [1, '2026-10-31', '2026-10'],
    [1, '2026-11-01', '2026-10'],
    [1, '2026-11-02', '2026-11'],
    [28, '2027-02-28', '2027-01'],
    [28, '2027-03-01', '2027-02'],
  ])('with day %d, on %s the month is %s', (dayOfMonth, today, expected) => {
    expect(String(confirmationMonth(on(dayOfMonth), date(today)))).toBe(expected);
  });

  it('never comes where the council does not want it', () => {
    const programme = { ...luton, caseload: { ...luton.caseload, confirmation: null } };
    expect(confirmationMonth({ ...ground, programme }, date('2026-11-02'))).toBeNull();
    expect(confirmationDay({ ...ground, programme }, month('2026-11'))).toBeNull();
  });
});

const report = (reportId: string, at: string, count: number): CaseloadReport => ({
  reportId,
  count,
  categories: [],
  by: 'amara',
  byName: 'Amara Okoro',
  at: Temporal.Instant.from(at),
});
const said = (reportId: string, reported: number, counted: number): YearEntry => ({
  entry: 'caseload-confirmed',
  entryId: `${reportId}-${counted}`,
  month: '2026-11',
  reportId,
  reported,
  counted,
  by: 'tom',
  byName: 'Tom Adeyemi',
  at: Temporal.Instant.from('2026-11-02T09:00Z'),
});
const fileOf = (caseloads: readonly CaseloadReport[], entries: readonly YearEntry[]): ParticipantFile => ({
  ...nothingHappened,
  participant: { ...amara, id: 'p', team: '' },
  caseloads,
  entries,
});

describe('What is asked about', () => {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/London').toPlainDate();
  it.each([
    ['2026-11-01T23:59Z', true],
    ['2026-11-02T08:59Z', false],
  ])('is a number that was there before the day: one of %s is %s', (at, asked) => {
    expect(isAskedAbout(fileOf([report('a', at, 14)], []), date('2026-11-02'), dayOf)).toBe(asked);
  });

  it('is nothing while nobody has reported', () => {
    expect(isAskedAbout(fileOf([], []), date('2026-11-02'), dayOf)).toBe(false);
  });
});

describe('A difference', () => {
  const first = report('a', '2026-10-26T10:00Z', 14);
  const second = report('b', '2026-11-03T10:00Z', 12);

  it.each<[string, readonly CaseloadReport[], readonly YearEntry[], string]>([
    ['nothing said', [first], [], 'nothing, none'],
    ['the same number', [first], [said('a', 14, 14)], 'said 14, none'],
    ['another number', [first], [said('a', 14, 12)], 'said 12, 12'],
    ['a newer report', [first, second], [said('a', 14, 12)], 'nothing, none'],
    ['the same number later', [first], [said('a', 14, 12), said('a', 14, 14)], 'said 14, none'],
  ])('with %s', (_, caseloads, entries, expected) => {
    const file = fileOf(caseloads, entries);
    const latest = saidOfLatest(file);
    const words = latest === undefined ? 'nothing' : `said ${latest.counted}`;
    expect(`${words}, ${standingDifference(file)?.counted ?? 'none'}`).toBe(expected);
  });
});
