import type { HeldRecord, ParticipantFile, SessionRecord } from '../academy/participant-file.ts';
import { longDate } from '../academy/wording.ts';
import { type Asker, permittedFile, standing } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import { correctable, notToBeCorrected, unchanged } from './correct-record.ts';
import type { Needs } from './needs.ts';
import { itemIds, type OpenForm, openFormOf, recordForm } from './open-record.ts';
import { may } from './permission.ts';
import type { Person, Subject } from './ports.ts';
import { recordFacts } from './record-facts.ts';
import { checkRecord } from './record-form.ts';
import { recordedView } from './record-views.ts';
import { isDisputed, recordOf } from './recordable-items.ts';
import { message, notForYou } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

type Outcome = { readonly view: View; readonly recordId: string | null };

function shownRecord(needs: Needs, file: ParticipantFile, recordId: string): Outcome {
  const record = file.records.find((candidate) => candidate.recordId === recordId);
  if (record === undefined)
    return { view: message('Already sent', ['This form has been sent before.']), recordId: null };
  return { view: recordedView(needs.programme, file, record), recordId };
}

/** Somebody else recorded the same session while the form was open. */
function alreadyHeld(needs: Needs, file: ParticipantFile, item: string): Outcome | undefined {
  const record = recordOf(file, item);
  if (record?.outcome !== 'held' || isDisputed(file, item)) return undefined;
  const view = message('This session is recorded already', [
    `${record.recordedByName} recorded it as held on ${longDate(record.heldOn)}. What you have just sent was not kept.`,
  ]);
  needs.log.info('record.already-held', { participant: file.participant.id });
  return { view, recordId: null };
}

/** A session that is known not to have happened, for the same reason and with the same new date: sent from another form. */
function saidAlready(file: ParticipantFile, built: SessionRecord): SessionRecord | undefined {
  const standing = recordOf(file, built.item);
  if (built.outcome === 'held' || standing?.outcome !== 'did-not-happen') return undefined;
  const isSame = standing.reason === built.reason && standing.rearrangedOn.equals(built.rearrangedOn);
  return isSame ? standing : undefined;
}

interface Sent {
  readonly participantId: string;
  readonly submissionId: string;
  readonly item: string;
  readonly corrects: string;
}

/** What keeps a submission from taking effect on the file as it stands; undefined where nothing does. */
function inTheWay(needs: Needs, asker: Asker, file: ParticipantFile, sent: Sent): Outcome | undefined {
  const made = file.submissions.get(sent.submissionId);
  if (made !== undefined) return shownRecord(needs, file, made);
  if (sent.corrects === '') return alreadyHeld(needs, file, sent.item);
  if (correctable(file, sent.corrects, asker.person.id) !== undefined) return undefined;
  const view = notToBeCorrected(needs, file, sent.corrects, asker.person.id);
  return { view: view ?? message('This record is not there to be corrected', []), recordId: null };
}

/** One submission, decided on the file as it stands: kept once, whoever and however often it is sent. */
function decide(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  submission: Sent,
  managers: readonly Person[],
  build: (corrected: HeldRecord | undefined) => SessionRecord | View,
): Decision<Outcome> {
  const settled = inTheWay(needs, asker, file, submission);
  if (settled !== undefined) return { facts: [], result: settled };
  const corrected = correctable(file, submission.corrects, asker.person.id);
  const built = build(corrected);
  if ('card' in built) return { facts: [], result: { view: built, recordId: null } };
  const same = corrected === undefined ? saidAlready(file, built) : unchanged(corrected, built);
  if (same !== undefined) return { facts: [], result: shownRecord(needs, file, same.recordId) };
  const after = { ...file, records: [...file.records, built] };
  return {
    facts: recordFacts(file, built, managers),
    result: { view: recordedView(needs.programme, after, built), recordId: built.recordId },
  };
}

function reply(outcome: Outcome, participantId: string): Reply {
  const at = 'pressed';
  if (outcome.recordId === null) return { kind: 'view', view: outcome.view, at };
  const shows: Subject = { card: 'supervision-recorded', participantId, recordId: outcome.recordId };
  return { kind: 'view', view: outcome.view, at, shows };
}

/** Decides a submission about one session, whichever of its two forms it comes from. */
export async function submit(
  needs: Needs,
  asker: Asker,
  submission: Sent,
  build: (form: OpenForm) => SessionRecord | View,
): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'record-supervision', submission.participantId);
  if (versioned === undefined) return notForYou(needs.programme);
  const managers = isDisputed(versioned.file, submission.item)
    ? await needs.people.withRole('academy-manager')
    : [];
  const outcome = await changeFile(
    needs,
    versioned,
    asker.now,
    (file): Decision<Outcome | null> =>
      // Whoever changed the file meanwhile may have given the function to somebody else.
      may('record-supervision', asker.person.roles, standing(asker, file))
        ? decide(needs, asker, file, submission, managers, (corrected) =>
            build(openFormOf(needs, asker, file, corrected)),
          )
        : { facts: [], result: null },
  );
  if (outcome === null) return notForYou(needs.programme);
  return reply(outcome, submission.participantId);
}

/** Records a session as held, or sends the same form back with what is wrong and everything else kept. */
export function submitRecord(
  needs: Needs,
  asker: Asker,
  submission: Submissions['record-supervision'],
): Promise<Reply> {
  const recordId = needs.newId();
  return submit(needs, asker, submission, (form) => {
    const checked = checkRecord(submission, {
      today: asker.today,
      themes: new Set(needs.programme.supervision.themes.map((theme) => theme.code)),
      items: itemIds(form),
      file: form.file,
    });
    if (!checked.ok) {
      const filled = { ...submission, actionRows: checked.actionRows };
      return recordForm(needs, form, filled, checked.errors, checked.confirmDate);
    }
    return {
      ...checked.record,
      recordId,
      item: submission.item,
      outcome: 'held',
      recordedBy: asker.person.id,
      recordedByName: asker.person.name,
      recordedAt: asker.now,
      submissionId: submission.submissionId,
    };
  });
}
