import type { Temporal } from 'temporal-polyfill';
import { openOnOrAfter } from './calendar.ts';
import { civilDay, plainDate } from './civil-days.ts';
import type { CaseloadReport, ParticipantFile } from './participant-file.ts';
import type { TimeGround } from './time-limit.ts';
import { type CaseloadConfirmed, entriesOf, type YearEntry } from './year-entry.ts';

/*
 * Whether a host manager has the same number as the NQSW (T6): asked once a month, and of each month one answer stands.
 * What is not answered lapses when the next month is asked about.
 */

export type Confirmed = Extract<YearEntry, CaseloadConfirmed>;

/** The day on which a month is asked about: the programme's, or the working day after it; null where nobody is asked. */
export function confirmationDay(
  { programme, calendar }: TimeGround,
  month: Temporal.PlainYearMonth,
): Temporal.PlainDate | null {
  const { confirmation } = programme.caseload;
  if (confirmation === null) return null;
  const day = month.toPlainDate({ day: confirmation.dayOfMonth });
  return plainDate(openOnOrAfter(calendar, civilDay(day)));
}

/** Closures can push a day into another month, but never further than this. */
const monthsBack = [0, 1, 2, 3];

/** The month that is asked about on a day: the last one whose day has come. Null where nobody is asked. */
export function confirmationMonth(
  ground: TimeGround,
  today: Temporal.PlainDate,
): Temporal.PlainYearMonth | null {
  const found = monthsBack
    .map((months) => today.toPlainYearMonth().subtract({ months }))
    .find((month) => {
      const day = confirmationDay(ground, month);
      return day !== null && civilDay(day) <= civilDay(today);
    });
  return found ?? null;
}

/** What was said of a month; undefined while nobody has answered. */
export const confirmedIn = (file: ParticipantFile, month: Temporal.PlainYearMonth): Confirmed | undefined =>
  entriesOf(file.entries, 'caseload-confirmed').find((one) => one.month === month.toString());

/**
 * Whether a month is asked about for this NQSW: something had been reported before its day, so that there is a number to
 * confirm. `dayOf` gives the civil day of an instant.
 */
export const isAskedAbout = (
  { caseloads: [first] }: { readonly caseloads: readonly CaseloadReport[] },
  askedOn: Temporal.PlainDate,
  dayOf: (at: Temporal.Instant) => Temporal.PlainDate,
): boolean => first !== undefined && civilDay(dayOf(first.at)) < civilDay(askedOn);

/** What the host manager last said of the number as it stands now; undefined once another has been reported. */
export function saidOfLatest({ caseloads, entries }: ParticipantFile): Confirmed | undefined {
  const last = entriesOf(entries, 'caseload-confirmed').at(-1);
  return last !== undefined && last.reportId === caseloads.at(-1)?.reportId ? last : undefined;
}

/** The two numbers that stand against each other; null where there is no difference, or it has been settled. */
export function standingDifference(file: ParticipantFile): Confirmed | null {
  const said = saidOfLatest(file);
  return said === undefined || said.counted === said.reported ? null : said;
}
