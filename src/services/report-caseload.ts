import { z } from 'zod';
import { alertStep, capFor, isBreach, isCaseload } from '../academy/caseload.ts';
import { clockStart } from '../academy/enrolment-history.ts';
import type { CaseloadAlert, CaseloadReport, ParticipantFile } from '../academy/participant-file.ts';
import { dateAndTime } from '../academy/wording.ts';
import { alertNotices, shownOneToOne } from './alert-steps.ts';
import type { Asker } from './asker.ts';
import { permittedFile, permittedFiles } from './asker.ts';
import {
  caseloadForm,
  categoriesIn,
  choosePerson,
  emptyCaseload,
  isOwn,
  noErrors,
  notANumber,
  type ReportedCaseload,
} from './caseload-form.ts';
import { categoriesWords, nextCapWords } from './caseload-words.ts';
import { changeFile, type Decision } from './change-file.ts';
import { differenceSettled } from './confirm-caseload.ts';
import type { Needs } from './needs.ts';
import type { Fact, Person, VersionedFile } from './ports.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

const countSchema = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .refine(isCaseload);

/** The form for the asker, for the one they support, or the question whom it is about (FEATURES Q10, P6). */
export async function openCaseload(needs: Needs, asker: Asker, participantId: string): Promise<View | null> {
  const fresh = emptyCaseload(needs.newId());
  const wanted = participantId === '' ? asker.person.participantId : participantId;
  if (wanted !== null) {
    const versioned = await permittedFile(needs, asker, 'report-caseload', wanted);
    return versioned === undefined ? null : caseloadForm(needs, asker, versioned.file, fresh);
  }
  const files = await permittedFiles(needs, asker, 'report-caseload');
  const [first, second] = files;
  if (first !== undefined && second === undefined) return caseloadForm(needs, asker, first.file, fresh);
  return choosePerson(files);
}

/** The question whose caseload it is, also when it can only be one: a name was given that is not theirs. */
export async function askWhoseCaseload(needs: Needs, asker: Asker): Promise<View | null> {
  return choosePerson(await permittedFiles(needs, asker, 'report-caseload'));
}

const openAlertOf = (file: ParticipantFile) => file.alerts.find((alert) => alert.resolved === null);

/**
 * Whether a person has closed the last alert at this count or a higher one, and the caseload has not been within
 * the limit since: then the same news is not raised again. A count beyond what they saw is (A9 is silent on this).
 */
function isSettled(file: ParticipantFile, report: CaseloadReport, cap: number | null): boolean {
  const closed = file.alerts.findLast(({ resolved }) => resolved?.by != null);
  if (closed?.resolved == null || report.count > closed.count) return false;
  const since = closed.resolved.at.epochMilliseconds;
  return file.caseloads.every(({ at, count }) => at.epochMilliseconds < since || isBreach(count, cap));
}

/** What a report does to the alert, by the rule of crossings (A9). */
function changedAlert(
  file: ParticipantFile,
  report: CaseloadReport,
  cap: number | null,
  alertId: string,
): { readonly alert: CaseloadAlert; readonly change: 'open' | 'update' | 'resolve' } | null {
  const open = openAlertOf(file);
  const { step } = alertStep(open ?? null, report.count, cap);
  if (step === 'none') return null;
  if (open === undefined) {
    if (cap === null || isSettled(file, report, cap)) return null;
    const alert: CaseloadAlert = {
      alertId,
      cap,
      count: report.count,
      openedAt: report.at,
      updatedAt: report.at,
      acknowledged: null,
      assigned: null,
      assignedBefore: [],
      repeatedAt: [],
      resolved: null,
    };
    return { alert, change: 'open' };
  }
  const updated = { ...open, cap: cap ?? open.cap, count: report.count, updatedAt: report.at };
  if (step !== 'resolve') return { alert: updated, change: 'update' };
  return { alert: { ...updated, resolved: { by: null, name: null, at: report.at } }, change: 'resolve' };
}

function toldWords(needs: Needs, change: 'open' | 'update' | 'resolve' | null): readonly string[] {
  const manager = needs.programme.titles['academy-manager'];
  if (change === 'open') return [`That is over the limit, so the ${manager} has been alerted.`];
  if (change === 'update')
    return [`That is still over the limit. The ${manager}’s alert has been brought up to date.`];
  if (change === 'resolve') return ['That is back within the limit, so the alert has been closed.'];
  return ['Thank you, it is saved.'];
}

function keptView(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  report: CaseloadReport,
  change: 'open' | 'update' | 'resolve' | null,
): View {
  const { unit } = needs.programme.caseload;
  const cap = capFor(needs.programme, clockStart(file), asker.today);
  const next = nextCapWords(needs.programme, file, asker);
  const byKind = categoriesWords(needs.programme, report.categories);
  const own = isOwn(asker, file);
  const over = isBreach(report.count, cap);
  const heading = own
    ? `Your caseload: ${report.count} ${unit}`
    : `${file.participant.name}’s caseload: ${report.count} ${unit}`;
  const helper = needs.programme.titles['reflective-supervisor'];
  const support = over && own ? [`Your ${helper} can help you with what you hold: please talk to them.`] : [];
  return message(heading, [...toldWords(needs, change), ...support], {
    tone: over ? 'warning' : 'good',
    facts: [
      { title: 'Limit', value: cap === null ? 'Not set yet' : `${cap} ${unit}` },
      ...(next === '' ? [] : [{ title: 'Next limit', value: next }]),
      ...(byKind === '' ? [] : [{ title: 'By kind of work', value: byKind }]),
      { title: 'Reported', value: dateAndTime(report.at, needs.programme.timeZone) },
    ],
    actions: [
      {
        title: own ? 'Report my caseload' : 'Correct this number',
        verb: 'caseload-open',
        data: { participantId: file.participant.id },
      },
    ],
  });
}

/** The same form once more: what was said of it then, as far as it still holds. */
function shownAgain(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  earlier: CaseloadReport | undefined,
): View {
  if (earlier === undefined) return message('Already sent', ['This form has been sent before.']);
  const cap = capFor(needs.programme, clockStart(file), asker.today);
  const isAlerted = isBreach(earlier.count, cap) && openAlertOf(file) !== undefined;
  return keptView(needs, asker, file, earlier, isAlerted ? 'update' : null);
}

interface Kept {
  readonly view: View;
  /** The alert that this report has closed. */
  readonly resolved: string | null;
  /** Whether it has opened one. */
  readonly opened: boolean;
}

function decide(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  submission: ReportedCaseload,
  made: { readonly reportId: string; readonly alertId: string; readonly managers: readonly Person[] },
): Decision<Kept> {
  const kept = file.submissions.get(submission.submissionId);
  if (kept !== undefined) {
    const earlier = file.caseloads.find((report) => report.reportId === kept);
    return {
      facts: [],
      result: { view: shownAgain(needs, asker, file, earlier), resolved: null, opened: false },
    };
  }
  const report: CaseloadReport = {
    reportId: made.reportId,
    count: submission.count,
    categories: submission.categories,
    by: asker.person.id,
    byName: asker.person.name,
    at: asker.now,
  };
  const cap = capFor(needs.programme, clockStart(file), asker.today);
  const changed = changedAlert(file, report, cap, made.alertId);
  const facts: Fact[] = [
    { fact: 'caseload-reported', report },
    { fact: 'submission-kept', submissionId: submission.submissionId, made: report.reportId },
    ...differenceSettled(file, report, asker.today),
    { fact: 'audited', verb: 'report-caseload', by: asker.person.id, outcome: changed?.change ?? 'kept' },
  ];
  if (changed === null) {
    const view = keptView(needs, asker, file, report, null);
    return { facts, result: { view, resolved: null, opened: false } };
  }
  const { alert, change } = changed;
  facts.push(
    { fact: 'alert-changed', alert },
    ...alertNotices(
      file,
      { card: 'caseload-alert', alert },
      report.reportId,
      report.at,
      shownOneToOne(alert, made.managers),
    ),
  );
  const view = keptView(needs, asker, file, report, change);
  const resolved = change === 'resolve' ? alert.alertId : null;
  return { facts, result: { view, resolved, opened: change === 'open' } };
}

async function keep(
  needs: Needs,
  asker: Asker,
  versioned: VersionedFile,
  submission: ReportedCaseload,
): Promise<View> {
  const participantId = versioned.file.participant.id;
  const managers = await needs.people.withRole('academy-manager');
  const made = { reportId: needs.newId(), alertId: needs.newId(), managers };
  const cap = capFor(needs.programme, clockStart(versioned.file), asker.today);
  // Also while an alert is open: somebody may resolve it before this report is kept, and then it opens another.
  const mayOpen = isBreach(submission.count, cap);
  if (mayOpen) await needs.openAlerts.opening(participantId, made.alertId);
  const { view, resolved, opened } = await changeFile(needs, versioned, asker.now, (file) =>
    decide(needs, asker, file, submission, made),
  );
  if (resolved !== null) await needs.openAlerts.resolved(participantId, resolved);
  if (mayOpen && !opened) await needs.openAlerts.resolved(participantId, made.alertId);
  return view;
}

/** Keeps a count sent with the card, or sends the card back with what is wrong and what was typed. */
export async function submitCaseload(
  needs: Needs,
  asker: Asker,
  submission: Submissions['caseload-report'],
): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'report-caseload', submission.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const count = countSchema.safeParse(submission.count);
  const read = categoriesIn(needs, submission, count.success ? count.data : null);
  if (!count.success || !read.ok) {
    const errors = {
      count: count.success ? null : notANumber,
      categories: read.ok ? noErrors.categories : read.errors,
    };
    return pressedView(caseloadForm(needs, asker, versioned.file, submission, errors));
  }
  const { submissionId } = submission;
  const { categories } = read;
  return pressedView(await keep(needs, asker, versioned, { submissionId, count: count.data, categories }));
}

/** More than twice what was last reported, and ten more at least, is a slip as often as it is news. */
function isLeap(file: ParticipantFile, count: number): boolean {
  const last = file.caseloads.at(-1)?.count;
  return last !== undefined && count > 2 * last && count >= last + 10;
}

function askedFirst(needs: Needs, asker: Asker, file: ParticipantFile, count: number | undefined): View {
  const whose = isOwn(asker, file) ? 'your' : `${file.participant.name}’s`;
  const whole = countSchema.safeParse(String(count));
  const lead = whole.success
    ? `I have not kept that yet: is this ${whose} caseload today? `
    : `I have not kept that yet: please give ${whose} whole caseload today. `;
  const filled = emptyCaseload(needs.newId(), whole.success ? String(whole.data) : '');
  return caseloadForm(needs, asker, file, filled, noErrors, lead);
}

/** A count as typed; `tentative` when it was not plainly said to be today's. */
interface ToldCount {
  readonly count?: number;
  readonly tentative?: true;
}

/** Keeps a count typed as "my caseload is 16"; null when the asker has no caseload of their own. */
export function tellCaseload(needs: Needs, asker: Asker, told: ToldCount): Promise<View | null> {
  const { participantId } = asker.person;
  return participantId === null ? Promise.resolve(null) : tellCaseloadOf(needs, asker, participantId, told);
}

/**
 * Keeps a count typed about one person, as "Amara's caseload is 16". One that is not plainly today's, or a leap, is
 * only filled in on the form: nothing is kept and nobody alerted before it is sent (A8, A9).
 */
export async function tellCaseloadOf(
  needs: Needs,
  asker: Asker,
  participantId: string,
  { count, tentative }: ToldCount,
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'report-caseload', participantId);
  if (versioned === undefined) return null;
  if (count === undefined || tentative === true) return askedFirst(needs, asker, versioned.file, count);
  const submissionId = needs.newId();
  const checked = countSchema.safeParse(String(count));
  if (!checked.success) {
    const errors = { ...noErrors, count: notANumber };
    return caseloadForm(needs, asker, versioned.file, emptyCaseload(submissionId), errors);
  }
  if (isLeap(versioned.file, count)) return askedFirst(needs, asker, versioned.file, count);
  return keep(needs, asker, versioned, { submissionId, count: checked.data, categories: [] });
}
