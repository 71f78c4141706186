import type { Confirmation, DisagreementReason, ParticipantFile } from '../academy/participant-file.ts';
import { disagreementReasons } from '../academy/participant-file.ts';
import type { Asker } from './asker.ts';
import { permittedFile } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import type { Fact, Notice, Person } from './ports.ts';
import { confirmRecordView } from './record-views.ts';
import { recordOf } from './recordable-items.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

type Answer = { readonly answer: 'agreed' } | { readonly answer: 'not-right'; readonly reason: string };

/** The recorder's card is brought up to date; a disagreement is shown to every Academy Manager as well. */
function noticesOf(
  file: ParticipantFile,
  confirmation: Confirmation,
  managers: readonly Person[],
): readonly Notice[] {
  const { recordId } = confirmation;
  const participantId = file.participant.id;
  const record = file.records.find((candidate) => candidate.recordId === recordId);
  if (record === undefined) return [];
  const refreshed: Notice = {
    key: `supervision-recorded~${recordId}~${confirmation.answer}`,
    recipient: { kind: 'person', personId: record.recordedBy },
    subject: { card: 'supervision-recorded', participantId, recordId },
    mode: 'refresh',
    owedAt: confirmation.at,
  };
  if (confirmation.answer === 'agreed') return [refreshed];
  const shown = managers.map(
    (manager): Notice => ({
      key: `record-disagreement~${recordId}~${manager.id}`,
      recipient: { kind: 'person', personId: manager.id },
      subject: { card: 'record-disagreement', participantId, recordId },
      mode: 'show',
      owedAt: confirmation.at,
    }),
  );
  // The recorder is told of a disagreement even when the card they recorded with can no longer be updated.
  return [{ ...refreshed, mode: 'show' }, ...shown];
}

function isReason(value: string): value is DisagreementReason {
  return disagreementReasons.some((reason) => reason === value);
}

function decide(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  recordId: string,
  answer: Answer,
  managers: readonly Person[],
): Decision<View | null> {
  const record = file.records.find((candidate) => candidate.recordId === recordId);
  if (record?.outcome !== 'held') return { facts: [], result: null };
  const view = (after: ParticipantFile, error: string | null = null) =>
    confirmRecordView(needs.programme, after, record, error);
  // A record that another one has replaced is not asked about any more: its card says so.
  if (recordOf(file, record.item) !== record) return { facts: [], result: view(file) };
  // The first answer stands: a second press, or another device, is shown what was said.
  if (file.confirmations.some((confirmation) => confirmation.recordId === recordId)) {
    return { facts: [], result: view(file) };
  }
  const reason = answer.answer === 'agreed' ? null : answer.reason;
  if (reason !== null && !isReason(reason)) {
    return { facts: [], result: view(file, 'Choose what is not right, then press “Not right” again.') };
  }
  const confirmation: Confirmation = {
    recordId,
    answer: answer.answer,
    reason,
    by: asker.person.id,
    at: asker.now,
  };
  const facts: Fact[] = [
    { fact: 'record-confirmed', confirmation },
    ...noticesOf(file, confirmation, managers).map((notice): Fact => ({ fact: 'notice-owed', notice })),
    { fact: 'audited', verb: 'confirm-record', by: asker.person.id, outcome: answer.answer },
  ];
  return { facts, result: view({ ...file, confirmations: [...file.confirmations, confirmation] }) };
}

/** The NQSW agrees with a record, or says what is not right: once (FEATURES Q9). */
export async function confirmRecord(
  needs: Needs,
  asker: Asker,
  target: Submissions['confirm-agree'],
  answer: Answer,
): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'confirm-record', target.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const managers = answer.answer === 'agreed' ? [] : await needs.people.withRole('academy-manager');
  const view = await changeFile(needs, versioned, asker.now, (file) =>
    decide(needs, asker, file, target.recordId, answer, managers),
  );
  return view === null ? notForYou(needs.programme) : pressedView(view);
}
