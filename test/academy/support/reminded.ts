import { Temporal } from 'temporal-polyfill';
import { noticesBetween, type Reminded, type ReminderNotice } from '../../../src/academy/owed.ts';
import { calendarOf } from '../../../src/academy/plan.ts';
import type { Programme } from '../../../src/academy/programme.ts';
import type { Absences } from '../../../src/academy/reminder-schedule.ts';
import { shortDate } from '../../../src/academy/wording.ts';
import { type Case, inputOf } from './luton.ts';

export const at = (text: string) => Temporal.Instant.from(text);

/** Longer than any participant's time on a programme in these tests. */
export const always = [at('2013-01-01T00:00Z'), at('2035-01-01T00:00Z')] as const;

/** Everybody in these tests has begun. */
export function startOf({ input: { startOn } }: Reminded): Temporal.PlainDate {
  if (startOn === null) throw new Error('has no clock start');
  return startOn;
}

export interface RemindedCase extends Case {
  readonly absences?: Absences;
  readonly name?: string;
}

export function remindedOf(programme: Programme, given: RemindedCase = {}): Reminded {
  return {
    participant: { id: 'p1', name: given.name ?? null },
    programme,
    calendar: calendarOf(programme),
    input: inputOf(given),
    absences: given.absences ?? {},
  };
}

export const allNotices = (programme: Programme, given: RemindedCase = {}) =>
  noticesBetween(remindedOf(programme, given), ...always);

/** "Mon 7 Dec 2026 day: assessor, nqsw", one line for each time and stage: a timetable that can be checked by hand. */
export function timetable(notices: readonly ReminderNotice[], item: string): readonly string[] {
  const ofItem = notices.filter((notice) => notice.item === item);
  const lines = Map.groupBy(ofItem, ({ sendAt, stage }) => {
    const on = sendAt.toZonedDateTimeISO('Europe/London').toPlainDate();
    return `${shortDate(on)} ${stage}`;
  });
  return [...lines].map(
    ([line, told]) =>
      `${line}: ${told
        .map(({ recipient }) => recipient)
        .sort()
        .join(', ')}`,
  );
}
