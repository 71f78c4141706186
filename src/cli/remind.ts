import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { inOneMessage } from '../academy/one-message.ts';
import { noticesBetween, type ReminderNotice } from '../academy/owed.ts';
import type { Programme } from '../academy/programme.ts';
import type { Absences, NoticeRecipient } from '../academy/reminder-schedule.ts';
import { type AcademyFunction, academyFunctions } from '../academy/roles.ts';
import { weekdays } from '../academy/sending-time.ts';
import { dateAndTime } from '../academy/wording.ts';
import { didYouMean } from '../services/nearest-word.ts';
import { dayOrInstant, formProblems, offDays } from './option-values.ts';
import { type OptionProblem, type Outcome, optionsFailed } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { counted, textTable } from './text-table.ts';
import { readYear, yearOptions } from './year-options.ts';

const remindOptions = yearOptions.extend({ from: dayOrInstant, to: dayOrInstant, off: z.array(offDays) });
type RemindOptions = z.output<typeof remindOptions>;

const isFunction = (name: string): name is AcademyFunction =>
  academyFunctions.some((known) => known === name);

/** What is wrong with the days off. */
function offProblems({ off }: RemindOptions, absences: Absences): OptionProblem[] {
  const problems: OptionProblem[] = [];
  for (const { who, days } of off) {
    const option = `--off ${who}=${days.join(';')}`;
    if (!isFunction(who)) {
      const message = `names no function: it is one of ${academyFunctions.join(', ')}${didYouMean(who, academyFunctions)}`;
      problems.push({ code: 'unknown-function', option, message });
    } else if (absences[who]?.weekdays.length === weekdays.length) {
      const message = 'leaves no day of the week on which they could be reminded';
      problems.push({ code: 'never-working', option, message });
    }
  }
  return problems;
}

/** What is given for one function in several places adds up. */
function absencesOf({ off }: RemindOptions): Absences {
  const absences: { -readonly [Who in keyof Absences]: Absences[Who] } = {};
  for (const { who, days } of off) {
    if (!isFunction(who)) continue;
    const all = new Set([...(absences[who]?.weekdays ?? []), ...days]);
    absences[who] = { weekdays: [...all], leave: [] };
  }
  return absences;
}

/** A day's beginning in the programme's zone, or the beginning of the day after it; a moment is what it is. */
function momentOf(asked: RemindOptions['from'], timeZone: string, end: 'first' | 'last'): Temporal.Instant {
  if (asked instanceof Temporal.Instant) return asked;
  const day = end === 'first' ? asked : asked.add({ days: 1 });
  return day.toZonedDateTime(timeZone).toInstant();
}

/** What-ifs reach as far as the time that is asked about: a record is of the future only when it is dated after it. */
function lastDay(to: Temporal.Instant, now: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  const last = to.subtract({ nanoseconds: 1 });
  const later = Temporal.Instant.compare(last, now) > 0 ? last : now;
  return later.toZonedDateTimeISO(timeZone).toPlainDate();
}

const recipientWords = (recipient: NoticeRecipient, programme: Programme) =>
  recipient === 'academy-manager-channel'
    ? `${programme.titles['academy-manager']}’s channel`
    : programme.titles[recipient];

function noticeTable(notices: readonly ReminderNotice[], programme: Programme): string {
  return textTable(notices, [
    { title: 'WHEN', cell: ({ sendAt }) => dateAndTime(sendAt, programme.timeZone) },
    { title: 'TO', cell: ({ recipient }) => recipientWords(recipient, programme) },
    { title: 'ITEM', cell: ({ item }) => item },
    { title: 'STAGE', cell: ({ stage }) => stage },
    { title: 'TEXT', cell: ({ text }) => text },
  ]);
}

function noticesText(notices: readonly ReminderNotice[], programme: Programme): string {
  if (notices.length === 0) return 'Nothing is owed in that time.';
  const messages = inOneMessage(notices, ({ recipient }) => recipient);
  const heading = `${counted(notices.length, 'notice', 'notices')} in ${counted(messages.length, 'message', 'messages')}`;
  return [heading, '', noticeTable(notices, programme)].join('\n');
}

/** `academy remind`: the notices that are owed in a time, computed and sent to nobody. */
export async function remind(typed: unknown, terminal: Terminal): Promise<Outcome> {
  const read = remindOptions.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  const options = read.data;
  const absences = absencesOf(options);
  const problems = offProblems(options, absences);
  if (problems.length > 0) return optionsFailed(1, problems);
  const year = await readYear(options, terminal, (timeZone) =>
    lastDay(momentOf(options.to, timeZone, 'last'), terminal.now(), timeZone),
  );
  if (!year.ok) return year.failed;
  const { programme, calendar, input } = year;
  const from = momentOf(options.from, programme.timeZone, 'first');
  const to = momentOf(options.to, programme.timeZone, 'last');
  if (Temporal.Instant.compare(to, from) < 0) {
    const option = `--from ${options.from.toString()} --to ${options.to.toString()}`;
    const message = 'ends before it begins: swap the moments';
    return optionsFailed(1, [{ code: 'range-reversed', option, message }]);
  }
  const participant = { id: `${programme.id}-${options.start.toString()}`, name: null };
  const reminded = { participant, programme, calendar, input, absences };
  const notices = noticesBetween(reminded, from, to);
  const json = {
    notices: notices.map(({ key, item, stage, recipient, sendAt, text }) => ({
      key,
      item,
      stage,
      recipient,
      sendAt: sendAt.toString(),
      text,
    })),
  };
  return { ok: true, json, text: noticesText(notices, programme) };
}
