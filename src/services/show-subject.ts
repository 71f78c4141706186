import { assigneesOf, caseloadAlertToRead, caseloadAlertView } from './caseload-alert.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Recipient, Subject } from './ports.ts';
import { confirmRecordView, disagreementView, recordedView } from './record-views.ts';
import type { View } from './views.ts';

type AlertSubject = Extract<Subject, { card: 'caseload-alert' }>;
type RecordSubject = Exclude<Subject, AlertSubject>;

const alone =
  'This came to you alone because no channel has been chosen for alerts. To choose one, write in it: use this channel for escalations';

async function showAlert(
  needs: Needs,
  recipient: Recipient,
  subject: AlertSubject,
): Promise<View | undefined> {
  const versioned = await needs.files.load(subject.participantId);
  const alert = versioned?.file.alerts.find((candidate) => candidate.alertId === subject.alertId);
  if (versioned === undefined || alert === undefined) return undefined;
  const { programme } = needs;
  if (recipient.kind === 'escalations') {
    return caseloadAlertView(programme, versioned.file, alert, await assigneesOf(needs));
  }
  const person = await needs.people.byId(recipient.personId);
  if (person === undefined) return undefined;
  if (!may('handle-caseload-alert', person.roles, ['academy'])) {
    const mine = alert.assigned?.to === person.id;
    return mine ? caseloadAlertToRead(programme, versioned.file, alert) : undefined;
  }
  const note = (await needs.addresses.escalations()) === undefined ? alone : null;
  return caseloadAlertView(programme, versioned.file, alert, await assigneesOf(needs), { note });
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
      return disagreementView(needs.programme, file, record);
    default:
      return subject satisfies never;
  }
}

/**
 * What a subject looks like now to this recipient: asked for at the moment of sending, so that a message which
 * waited says what is true when it arrives. Undefined when there is nothing (any more) that they may see.
 */
export function createShowSubject(needs: Needs) {
  return (recipient: Recipient, subject: Subject): Promise<View | undefined> =>
    subject.card === 'caseload-alert'
      ? showAlert(needs, recipient, subject)
      : showRecord(needs, recipient, subject);
}
