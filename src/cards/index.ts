/** The table of cards and of what their buttons send: the one place to add either. */
import type { z } from 'zod';
import type { CardMessage } from '../services/ports.ts';
import type { Submission, Submissions, SubmissionVerb } from '../services/submissions.ts';
import type { CardName, View, Views } from '../services/views.ts';
import { alertAcknowledge, alertAssign, alertResolve } from './alert.ts';
import { allocationOpen, allocationSave } from './allocation-buttons.ts';
import {
  correctionOpen,
  correctionSent,
  evidenceMarked,
  evidenceOpen,
  finalSent,
  observationSent,
  ofParticipant,
  reviewOpen,
  reviewSent,
} from './assessment.ts';
import { attendance, attendanceForm } from './attendance-form.ts';
import { board, chronologyOpen, complianceOpen, nqswOpen } from './board.ts';
import { ask, openCaseload, openRecord } from './buttons.ts';
import type { Card } from './card.ts';
import { caseloadAlert } from './caseload-alert.ts';
import { caseloadForm, caseloadReport } from './caseload-form.ts';
import { choosePerson } from './choose-person.ts';
import { confirmAgree, confirmNotRight, confirmRecord } from './confirm-record.ts';
import { deliveryReport } from './delivery-report.ts';
import { digest } from './digest.ts';
import { plainText } from './display-text.ts';
import { enrolSave } from './enrol-form.ts';
import { evidence } from './evidence.ts';
import { dataVersion } from './finish-card.ts';
import { help } from './help.ts';
import { itemList } from './item-list.ts';
import { figures, learningSet, ofSession } from './learning-set.ts';
import { learningSetForm, openPlan, planLearningSet } from './learning-set-form.ts';
import { learningSets } from './learning-sets.ts';
import { message } from './message.ts';
import { myYear } from './my-year.ts';
import { nextItem } from './next-item.ts';
import { notHappenedForm, recordNotHappened } from './not-happened-form.ts';
import { overdueAlert } from './overdue-alert.ts';
import { pauseOpen, pausePreview, pauseShow, pauseStep } from './pause-buttons.ts';
import { present, presentForm } from './present-form.ts';
import {
  concernOpen,
  concernRaise,
  concernShow,
  concernStep,
  moveOpen,
  moveStep,
  moveWish,
  procedure,
} from './procedure.ts';
import { question, questionOpen, questionSeen, questionSend } from './question.ts';
import { openNotHappened, recordForm, recordSupervision } from './record-form.ts';
import { recorded } from './recorded.ts';
import { reminderChoose, reminderSnooze, reminders } from './reminders.ts';
import { nothingMore, reportDays, retryWhom } from './sending-buttons.ts';
import { settings, settingsLeaveRemove, settingsSave } from './settings.ts';
import { undelivered } from './undelivered.ts';
import { welcome } from './welcome.ts';
import { yearOpen, yearSave } from './year-form.ts';

export { CardError, largestCardBytes } from './card.ts';
export { actionTitles, submissionVerbs } from './verbs.ts';

export const cards: { readonly [Name in CardName]: Card<Views[Name]> } = {
  welcome,
  help,
  message,
  'next-item': nextItem,
  'item-list': itemList,
  'my-year': myYear,
  board,
  'choose-person': choosePerson,
  'record-form': recordForm,
  'not-happened-form': notHappenedForm,
  recorded,
  'confirm-record': confirmRecord,
  'caseload-form': caseloadForm,
  procedure,
  evidence,
  question,
  'caseload-alert': caseloadAlert,
  'overdue-alert': overdueAlert,
  reminders,
  settings,
  digest,
  'delivery-report': deliveryReport,
  undelivered,
  'learning-sets': learningSets,
  'learning-set': learningSet,
  'present-form': presentForm,
  'learning-set-form': learningSetForm,
  'attendance-form': attendanceForm,
};

const submissions: { readonly [Verb in SubmissionVerb]: z.ZodType<Submissions[Verb]> } = {
  ask,
  'record-open': openRecord,
  'record-supervision': recordSupervision,
  'not-happened-open': openNotHappened,
  'record-not-happened': recordNotHappened,
  'confirm-agree': confirmAgree,
  'confirm-not-right': confirmNotRight,
  'caseload-open': openCaseload,
  'caseload-report': caseloadReport,
  'move-wish': moveWish,
  'move-open': moveOpen,
  'move-step': moveStep,
  'allocation-open': allocationOpen,
  'allocation-save': allocationSave,
  'pause-open': pauseOpen,
  'pause-show': pauseShow,
  'pause-preview': pausePreview,
  'pause-step': pauseStep,
  'concern-open': concernOpen,
  'concern-raise': concernRaise,
  'concern-show': concernShow,
  'concern-step': concernStep,
  'question-open': questionOpen,
  'question-send': questionSend,
  'question-seen': questionSeen,
  'assess-review-open': reviewOpen,
  'assess-review': reviewSent,
  'assess-correction-open': correctionOpen,
  'assess-correction': correctionSent,
  'assess-observation-open': ofParticipant,
  'assess-observation': observationSent,
  'assess-evidence-open': evidenceOpen,
  'assess-evidence': evidenceMarked,
  'assess-final-open': ofParticipant,
  'assess-final': finalSent,
  'enrol-open': nothingMore,
  'enrol-save': enrolSave,
  'year-open': yearOpen,
  'year-save': yearSave,
  'alert-acknowledge': alertAcknowledge,
  'alert-assign': alertAssign,
  'alert-resolve': alertResolve,
  'nqsw-open': nqswOpen,
  'compliance-open': complianceOpen,
  'caseloads-open': nothingMore,
  'chronology-open': chronologyOpen,
  'settings-save': settingsSave,
  'settings-leave-remove': settingsLeaveRemove,
  'reminder-choose': reminderChoose,
  'reminder-snooze': reminderSnooze,
  'sending-open': nothingMore,
  'sending-stop': nothingMore,
  'sending-stop-now': nothingMore,
  'sending-resume': nothingMore,
  'delivery-report': reportDays,
  'undelivered-open': nothingMore,
  'undelivered-retry': retryWhom,
  'learning-set-open': ofSession,
  'learning-set-book': ofSession,
  'learning-set-wait': ofSession,
  'learning-set-accept': ofSession,
  'learning-set-leave': ofSession,
  'learning-set-present-open': ofSession,
  'learning-set-present': present,
  'learning-set-not-present': ofSession,
  'learning-set-plan-open': openPlan,
  'learning-set-plan': planLearningSet,
  'learning-set-cancel-open': ofSession,
  'learning-set-cancel': ofSession,
  'learning-set-lead': ofSession,
  'learning-set-attendance-open': ofSession,
  'learning-set-attendance': attendance,
  'learning-set-figures': figures,
};

const longestSummary = 150;

/** The card for a view, ready to send. Throws `CardError` for a view that its card cannot show. */
export function cardMessage(view: View): CardMessage {
  const summary = plainText(view.summary).slice(0, longestSummary);
  return { name: view.card, card: cards[view.card].render(view.data), summary };
}

export type ParsedSubmission =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly code: 'unknown-verb' | 'bad-data' };

function isVerb(verb: string): verb is SubmissionVerb {
  return Object.hasOwn(submissions, verb);
}

function hasOurVersion(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'v' in data && data.v === dataVersion;
}

/**
 * What a person sent by pressing a button. Everything in it is untrusted: unknown verbs, other versions and
 * anything out of bounds are refused, missing answers are '', and nothing says who acts.
 */
export function parseSubmission(verb: string, data: unknown): ParsedSubmission {
  if (!isVerb(verb)) return { ok: false, code: 'unknown-verb' };
  const parsed = hasOurVersion(data) ? submissions[verb].safeParse(data) : undefined;
  if (!parsed?.success) return { ok: false, code: 'bad-data' };
  // The table pairs each verb with the schema of its own data, which the compiler cannot follow through an index.
  return { ok: true, submission: { verb, data: parsed.data } as Submission };
}
