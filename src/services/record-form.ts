import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isWorkingDay, type WorkingCalendar } from '../academy/calendar.ts';
import { findIdentifier } from '../academy/identifier-guard.ts';
import type { DidNotHappenReason, HeldRecord, ParticipantFile } from '../academy/participant-file.ts';
import { childFileAnswers, didNotHappenReasons, supervisionModes } from '../academy/participant-file.ts';
import { planInputOf } from '../academy/plan.ts';
import { longDate } from '../academy/wording.ts';
import type { Submissions } from './submissions.ts';
import type { NotHappenedFormView, RecordFormView } from './views.ts';

type RecordSubmission = Submissions['record-supervision'];
type NotHappenedSubmission = Submissions['record-not-happened'];
export type RecordErrors = RecordFormView['errors'];
export type NotHappenedErrors = NotHappenedFormView['errors'];

/** What a correctly filled record form says: a held record, but for who sent it and when. */
export type CheckedRecord = Pick<
  HeldRecord,
  'heldOn' | 'minutes' | 'mode' | 'themes' | 'childFile' | 'templateUsed' | 'coWorkerRecorded' | 'actions'
>;

export type RecordCheck =
  | { readonly ok: true; readonly record: CheckedRecord }
  | {
      readonly ok: false;
      readonly errors: RecordErrors;
      readonly confirmDate: string | null;
      /** Action rows as they may be shown again: what the identifier guard refused is gone. */
      readonly actionRows: RecordSubmission['actionRows'];
    };

export interface RecordRules {
  readonly today: Temporal.PlainDate;
  readonly themes: ReadonlySet<string>;
  /** Item ids that a record may be sent for. */
  readonly items: ReadonlySet<string>;
  readonly file: ParticipantFile;
}

const civilDate = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const minutesSchema = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(480));

const noErrors: RecordErrors = {
  summary: null,
  item: null,
  heldOn: null,
  minutes: null,
  mode: null,
  themes: null,
  childFile: null,
  templateUsed: null,
  coWorkerRecorded: null,
  actionRows: [null, null, null],
};
export const freshRecordErrors: RecordErrors = noErrors;

function dateError(text: string, today: Temporal.PlainDate): string | null {
  if (text === '') return 'Choose the date on which you met.';
  const parsed = civilDate.safeParse(text);
  if (!parsed.success) return 'This is not a date. Choose one from the calendar, or write it as 2026-09-14.';
  if (Temporal.PlainDate.compare(parsed.data, today) > 0) {
    return `${longDate(parsed.data)} has not come yet. A session can be recorded from its own day on.`;
  }
  return null;
}

/** Dates that a session is rarely held on: before the programme's start, or inside a pause (RULES, records). */
function unusualDate(text: string, file: ParticipantFile): string | null {
  const parsed = civilDate.safeParse(text);
  if (!parsed.success) return null;
  const on = parsed.data;
  const { startOn, pauses } = planInputOf(file);
  if (startOn !== null && Temporal.PlainDate.compare(on, startOn) < 0) {
    return `${longDate(on)} is before the programme started on ${longDate(startOn)}. The record will be kept, but it will not count towards the sessions that are owed.`;
  }
  const paused = pauses.find(
    (pause) =>
      pause.fromOn.toString() <= on.toString() && on.toString() <= (pause.untilOn?.toString() ?? '9999'),
  );
  if (paused === undefined) return null;
  return `${longDate(on)} is inside an agreed pause. The record will be kept, but it will not count towards the sessions that are owed.`;
}

function choiceError(value: string, allowed: readonly string[], words: string): string | null {
  return allowed.includes(value) ? null : words;
}

function themesError(themes: readonly string[], known: ReadonlySet<string>): string | null {
  if (themes.length === 0) return 'Choose at least one theme.';
  return themes.every((theme) => known.has(theme)) ? null : 'Choose themes from the list.';
}

type ActionRow = RecordSubmission['actionRows'][number];
const isEmptyRow = (row: ActionRow) => row.what === '' && row.dueOn === '';

function actionError(row: ActionRow, heldOn: string): string | null {
  if (isEmptyRow(row)) return null;
  const found = findIdentifier(row.what);
  if (found !== null) return found.words;
  if (row.what === '') return 'Say what is to be done, or clear this row.';
  if (row.owner !== 'nqsw' && row.owner !== 'supervisor') return 'Choose who will do it.';
  if (!civilDate.safeParse(row.dueOn).success) return 'Choose the date it should be done by.';
  return row.dueOn < heldOn
    ? 'This date is before the session. Choose the day of the session or a later one.'
    : null;
}

const themesOf = (submission: RecordSubmission) =>
  submission.themes.split(',').filter((theme) => theme !== '');

function errorsOf(submission: RecordSubmission, rules: RecordRules): RecordErrors {
  const noCase = submission.childFile === 'no-case-discussed';
  const yesOrNo = (value: string, words: string) => choiceError(value, ['yes', 'no'], words);
  const fields = {
    item: rules.items.has(submission.item) ? null : 'Choose the session from the list.',
    heldOn: dateError(submission.heldOn, rules.today),
    minutes: minutesSchema.safeParse(submission.minutes).success
      ? null
      : 'Give the length in whole minutes, from 1 to 480.',
    mode: choiceError(submission.mode, supervisionModes, 'Choose how you met.'),
    themes: themesError(themesOf(submission), rules.themes),
    childFile: choiceError(submission.childFile, childFileAnswers, 'Choose one of the three answers.'),
    templateUsed: noCase ? null : yesOrNo(submission.templateUsed, 'Say whether the template was used.'),
    coWorkerRecorded: yesOrNo(submission.coWorkerRecorded, 'Say whether the co-worker is recorded.'),
  };
  const actionRows = submission.actionRows.map((row) => actionError(row, submission.heldOn));
  const count = [...Object.values(fields), ...actionRows].filter((error) => error !== null).length;
  const summary =
    count === 0
      ? null
      : `Nothing has been recorded yet: ${count === 1 ? 'one answer needs' : `${count} answers need`} another look. Your other answers are still here.`;
  return { ...fields, actionRows, summary };
}

function withoutRefusedText(rows: RecordSubmission['actionRows']): RecordSubmission['actionRows'] {
  return rows.map((row) => (findIdentifier(row.what) === null ? row : { ...row, what: '' }));
}

/** Checks a submitted record field by field; every fault has its words and its remedy (FEATURES P1). */
export function checkRecord(submission: RecordSubmission, rules: RecordRules): RecordCheck {
  const errors = errorsOf(submission, rules);
  const actionRows = withoutRefusedText(submission.actionRows);
  if (errors.summary !== null) return { ok: false, errors, confirmDate: null, actionRows };
  const unusual = unusualDate(submission.heldOn, rules.file);
  if (unusual !== null && submission.confirmDate !== 'true') {
    const summary = 'Nothing has been recorded yet: please confirm the date.';
    return { ok: false, errors: { ...noErrors, summary }, confirmDate: unusual, actionRows };
  }
  const record: CheckedRecord = {
    heldOn: civilDate.parse(submission.heldOn),
    minutes: minutesSchema.parse(submission.minutes),
    mode: z.enum(supervisionModes).parse(submission.mode),
    themes: themesOf(submission),
    childFile: z.enum(childFileAnswers).parse(submission.childFile),
    templateUsed: submission.templateUsed === 'yes',
    coWorkerRecorded: submission.coWorkerRecorded === 'yes',
    actions: submission.actionRows
      .filter((row) => !isEmptyRow(row))
      .map((row) => ({
        what: row.what,
        owner: z.enum(['nqsw', 'supervisor']).parse(row.owner),
        dueOn: civilDate.parse(row.dueOn),
      })),
  };
  return { ok: true, record };
}

export type NotHappenedCheck =
  | { readonly ok: true; readonly reason: DidNotHappenReason; readonly rearrangedOn: Temporal.PlainDate }
  | { readonly ok: false; readonly errors: NotHappenedErrors };

export const freshNotHappenedErrors: NotHappenedErrors = {
  summary: null,
  item: null,
  reason: null,
  rearrangedOn: null,
};

function newDateError(text: string, { today, calendar }: NotHappenedRules): string | null {
  const parsed = civilDate.safeParse(text);
  if (!parsed.success) return 'Choose the new date.';
  if (Temporal.PlainDate.compare(parsed.data, today) < 0) {
    return `${longDate(parsed.data)} has gone by. Choose today or a later day.`;
  }
  if (!isWorkingDay(calendar, parsed.data)) {
    return `${longDate(parsed.data)} is not a working day. Choose a day from Monday to Friday that is no bank holiday or closure.`;
  }
  const latest = today.add({ months: 3 });
  if (Temporal.PlainDate.compare(parsed.data, latest) > 0) {
    return 'Choose a day within the next three months.';
  }
  return null;
}

export interface NotHappenedRules extends Pick<RecordRules, 'today' | 'items'> {
  readonly calendar: WorkingCalendar;
}

/** Checks "it did not happen": a reason from the list and a new working day from today on (FEATURES P4). */
export function checkNotHappened(
  submission: NotHappenedSubmission,
  rules: NotHappenedRules,
): NotHappenedCheck {
  const item = rules.items.has(submission.item) ? null : 'Choose the session from the list.';
  const reason = choiceError(submission.reason, didNotHappenReasons, 'Choose the reason.');
  const rearrangedOn = newDateError(submission.rearrangedOn, rules);
  if (item !== null || reason !== null || rearrangedOn !== null) {
    const summary =
      'Nothing has been recorded yet: please look at the marked answers. Your other answers are still here.';
    return { ok: false, errors: { summary, item, reason, rearrangedOn } };
  }
  return {
    ok: true,
    reason: z.enum(didNotHappenReasons).parse(submission.reason),
    rearrangedOn: civilDate.parse(submission.rearrangedOn),
  };
}
