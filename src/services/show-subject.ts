import { alertOf, alertView, assigneesOf } from './alert-steps.ts';
import { showHandover } from './handover-form.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Recipient, ReminderEntry, Subject } from './ports.ts';
import { confirmRecordView, disagreementView, recordedView } from './record-views.ts';
import { showQuestion } from './see-question.ts';
import { message } from './short-answers.ts';
import { showAssessment } from './show-assessment.ts';
import { showCaseloadsToConfirm } from './show-caseloads.ts';
import { showConcern, showConcernPost } from './show-concern.ts';
import { showDigest } from './show-digest.ts';
import { showEnrolment } from './show-enrolment.ts';
import { showLearningSet } from './show-learning-set.ts';
import { showMoveRequest } from './show-move-request.ts';
import { showPause, showPausePost, showReturn } from './show-pause.ts';
import { showReminders } from './show-reminders.ts';
import { showYearCall } from './show-year-call.ts';
import { showYearEntry } from './show-year-entry.ts';
import type { View } from './views.ts';

type AlertSubject = Extract<Subject, { alertId: string }>;
type RecordSubject = Extract<Subject, { recordId: string }>;

const toChoose = 'To choose one, write in it: use this channel for escalations';

/** Why an alert came to a manager alone; null when the channel has it too. */
async function aloneWords(needs: Pick<Needs, 'addresses'>): Promise<string | null> {
  const channel = await needs.addresses.escalations();
  if (channel === undefined)
    return `This came to you alone because no channel has been chosen for alerts. ${toChoose}`;
  if (channel.status === 'reachable') return null;
  return 'This came to you alone because the app is no longer in the channel for alerts. Add it to that team again and write there, or in another channel: use this channel for escalations';
}

/** On the card of somebody who had the alert before: nothing of it any more. */
const givenToAnother = message('This alert is no longer with you', [
  'An Academy Manager has given it to somebody else.',
]);

async function showAlert(
  needs: Needs,
  recipient: Recipient,
  subject: AlertSubject,
  isStanding: boolean,
): Promise<View | undefined> {
  const file = (await needs.files.load(subject.participantId))?.file;
  const known = file === undefined ? undefined : alertOf(file, subject.alertId);
  if (file === undefined || known === undefined) return undefined;
  const { again } = subject;
  const now = needs.clock.now();
  if (recipient.kind === 'escalations') {
    return alertView(needs, file, known, now, { assignees: await assigneesOf(needs), again });
  }
  const person = await needs.people.byId(recipient.personId);
  if (person === undefined) return undefined;
  if (!may('handle-alert', person.roles, ['academy'])) {
    if (known.alert.assigned?.to === person.id) {
      return alertView(needs, file, known, now, { assignees: [], again, toRead: true });
    }
    return isStanding ? givenToAnother : undefined;
  }
  const note = await aloneWords(needs);
  return alertView(needs, file, known, now, { assignees: await assigneesOf(needs), again, note });
}

/** Asked when the message goes: whoever was a manager when it was owed may no longer be one. */
async function isManager(needs: Pick<Needs, 'people'>, personId: string): Promise<boolean> {
  const person = await needs.people.byId(personId);
  return person?.roles.includes('academy-manager') ?? false;
}

async function showRecord(
  needs: Needs,
  recipient: Recipient,
  subject: RecordSubject,
): Promise<View | undefined> {
  if (recipient.kind !== 'person') return undefined;
  const versioned = await needs.files.load(subject.participantId);
  const record = versioned?.file.records.find((candidate) => candidate.recordId === subject.recordId);
  if (versioned === undefined || record === undefined) return undefined;
  const { file } = versioned;
  switch (subject.card) {
    case 'confirm-record':
      return file.participant.personId === recipient.personId
        ? confirmRecordView(needs.programme, file, record)
        : undefined;
    case 'supervision-recorded':
      return record.recordedBy === recipient.personId
        ? recordedView(needs.programme, file, record)
        : undefined;
    case 'record-disagreement':
      return (await isManager(needs, recipient.personId))
        ? disagreementView(needs.programme, file, record)
        : undefined;
    default:
      return subject satisfies never;
  }
}

/**
 * What a subject looks like now to this recipient: asked for at the moment of sending, so that a message which
 * waited says what is true when it arrives. Undefined when there is nothing (any more) that they may see.
 * `isStanding` says that a message of it stands in their chat already.
 */
export function createShowSubject(needs: Needs) {
  return async (
    recipient: Recipient,
    subject: Subject,
    isStanding: boolean,
    entries: readonly ReminderEntry[],
  ): Promise<View | undefined> => {
    switch (subject.card) {
      case 'caseload-alert':
      case 'overdue-alert':
        return showAlert(needs, recipient, subject, isStanding);
      case 'move-request':
        return showMoveRequest(needs, recipient, subject, isStanding);
      case 'concern':
        return showConcern(needs, recipient, subject, isStanding);
      case 'pause':
        return showPause(needs, recipient, subject, isStanding);
      case 'pause-post':
        return showPausePost(needs, recipient, subject);
      case 'pause-return':
        return showReturn(needs, recipient, subject);
      case 'concern-post':
        return showConcernPost(needs, recipient, subject);
      case 'question':
        return showQuestion(needs, recipient, subject);
      case 'review-recorded':
      case 'final-assessment':
      case 'observations-short':
        return showAssessment(needs, recipient, subject);
      case 'handover':
        return showHandover(needs, recipient, subject);
      case 'enrolment':
        return showEnrolment(needs, recipient, subject);
      case 'year-entry':
        return showYearEntry(needs, recipient, subject);
      case 'year-call':
        return showYearCall(needs, recipient, subject, isStanding);
      case 'caseloads-to-confirm':
        return showCaseloadsToConfirm(needs, recipient, subject, isStanding);
      case 'reminders':
        return showReminders(needs, subject, isStanding, entries);
      case 'learning-set':
        return showLearningSet(needs, recipient, subject, isStanding);
      case 'digest':
        return showDigest(needs, subject, isStanding);
      default:
        return showRecord(needs, recipient, subject);
    }
  };
}
