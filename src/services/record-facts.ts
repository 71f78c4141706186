import type { ParticipantFile, SessionRecord } from '../academy/participant-file.ts';
import type { Fact, Notice, Person } from './ports.ts';
import { recordOf } from './recordable-items.ts';

/** What stands in chats about the record that a newer one replaces is brought up to date, where it is shown at all. */
function supersededNotices(
  file: ParticipantFile,
  record: SessionRecord,
  managers: readonly Person[],
): readonly Notice[] {
  const before = recordOf(file, record.item);
  if (before === undefined) return [];
  const participantId = file.participant.id;
  const shown = [
    { card: 'supervision-recorded', personId: before.recordedBy } as const,
    { card: 'confirm-record', personId: file.participant.personId } as const,
    ...managers.map(({ id }) => ({ card: 'record-disagreement', personId: id }) as const),
  ];
  return shown.map(({ card, personId }) => ({
    key: `${card}~${before.recordId}~replaced~${record.recordId}~${personId}`,
    recipient: { kind: 'person', personId },
    subject: { card, participantId, recordId: before.recordId },
    mode: 'refresh',
    owedAt: record.recordedAt,
  }));
}

/**
 * The facts of a new record: itself, its submission, the card that the NQSW is owed, and what is now known of the
 * record before it. `managers` were told that the NQSW disagreed with that one; nobody when there was no disagreement.
 */
export function recordFacts(
  file: ParticipantFile,
  record: SessionRecord,
  managers: readonly Person[],
): readonly Fact[] {
  const { id: participantId, personId } = file.participant;
  const { recordId } = record;
  const toConfirm: Notice = {
    key: `confirm-record~${recordId}`,
    recipient: { kind: 'person', personId },
    subject: { card: 'confirm-record', participantId, recordId },
    mode: 'show',
    owedAt: record.recordedAt,
  };
  const notices = [toConfirm, ...supersededNotices(file, record, managers)];
  return [
    { fact: 'session-recorded', record },
    { fact: 'submission-kept', submissionId: record.submissionId, made: recordId },
    ...notices.map((notice): Fact => ({ fact: 'notice-owed', notice })),
    { fact: 'audited', verb: 'record-supervision', by: record.recordedBy, outcome: record.outcome },
  ];
}
