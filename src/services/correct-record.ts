import type { HeldRecord, ParticipantFile, SessionRecord } from '../academy/participant-file.ts';
import type { Needs } from './needs.ts';
import { recordedView } from './record-views.ts';
import { recordOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { View } from './views.ts';

type RecordSubmission = Submissions['record-supervision'];

/** The record as this person may correct it: their own, held, and the one that counts of its session (FEATURES P2). */
export function correctable(
  file: ParticipantFile,
  recordId: string,
  personId: string,
): HeldRecord | undefined {
  const record = file.records.find((candidate) => candidate.recordId === recordId);
  if (record?.outcome !== 'held' || record.recordedBy !== personId) return undefined;
  return recordOf(file, record.item) === record ? record : undefined;
}

/** What is shown instead of the form: the record as it stands, where the asker made it; null where they did not. */
export function notToBeCorrected(
  needs: Pick<Needs, 'programme'>,
  file: ParticipantFile,
  recordId: string,
  personId: string,
): View | null {
  const record = file.records.find((candidate) => candidate.recordId === recordId);
  if (record?.recordedBy !== personId) return null;
  const latest = recordOf(file, record.item);
  if (latest === undefined || latest.recordedBy !== personId) {
    return message('Somebody else has recorded this session since', [
      'Their record is the one that counts. What you have just sent was not kept; please talk to them.',
    ]);
  }
  return recordedView(needs.programme, file, latest);
}

export function correctionWords(name: string): string {
  return `The first record is kept beside the new one. ${name} sees what has changed and is asked to agree again.`;
}

const emptyRow = { what: '', owner: 'nqsw', dueOn: '' };
const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');

/** A record as the form that would make it again; who sends it gives it an id of its own. */
export function recordAsSent(
  record: HeldRecord,
  participantId: string,
): Omit<RecordSubmission, 'submissionId'> {
  const rows = record.actions.map(({ what, owner, dueOn }) => ({ what, owner, dueOn: dueOn.toString() }));
  return {
    participantId,
    corrects: record.recordId,
    item: record.item,
    heldOn: record.heldOn.toString(),
    minutes: String(record.minutes),
    mode: record.mode,
    themes: record.themes.join(','),
    childFile: record.childFile,
    templateUsed: record.childFile === 'no-case-discussed' ? '' : yesOrNo(record.templateUsed),
    coWorkerRecorded: yesOrNo(record.coWorkerRecorded),
    actionRows: [...rows, emptyRow, emptyRow, emptyRow].slice(0, 3),
    confirmDate: '',
  };
}

/** The record itself, where a correction says nothing else than it does: then there is nothing to keep. */
export function unchanged(record: HeldRecord, built: SessionRecord): HeldRecord | undefined {
  if (built.outcome !== 'held') return undefined;
  const said = (one: HeldRecord) => JSON.stringify(recordAsSent({ ...one, recordId: '' }, ''));
  return said(record) === said(built) ? record : undefined;
}
