import type { HeldRecord, ParticipantFile, SessionRecord } from '../academy/participant-file.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import { longDate } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import { permittedFile, permittedFiles, standing } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import { correctable, correctionWords, notToBeCorrected, recordAsSent, unchanged } from './correct-record.ts';
import type { Needs } from './needs.ts';
import type { Person, Subject, VersionedFile } from './ports.ts';
import { recordFacts } from './record-facts.ts';
import {
  checkNotHappened,
  checkRecord,
  freshNotHappenedErrors,
  freshRecordErrors,
  type NotHappenedErrors,
  type RecordErrors,
} from './record-form.ts';
import { didNotHappenWords, recordedView } from './record-views.ts';
import { isDisputed, planOf, recordableItems, recordOf, sessionChoices } from './recordable-items.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { RecordFormView, View } from './views.ts';
import { message, notForYou } from './welcome-and-help.ts';

type RecordSubmission = Submissions['record-supervision'];
type NotHappenedSubmission = Submissions['record-not-happened'];

interface OpenForm {
  readonly asker: Asker;
  readonly file: ParticipantFile;
  readonly plan: YearPlan;
  readonly items: ReturnType<typeof recordableItems>;
}

function openFormOf(needs: Needs, asker: Asker, file: ParticipantFile, corrected?: HeldRecord): OpenForm {
  const plan = planOf(needs, file, asker.today);
  const items =
    corrected === undefined
      ? recordableItems(needs.programme, plan, file, standing(asker, file))
      : plan.items.filter(({ id }) => id === corrected.item);
  return { asker, file, plan, items };
}

const emptyRow = { what: '', owner: 'nqsw', dueOn: '' };

function recordForm(
  needs: Needs,
  form: OpenForm,
  filled: RecordSubmission,
  errors: RecordErrors = freshRecordErrors,
  confirmDate: string | null = null,
): View {
  const { participant } = form.file;
  const data: RecordFormView = {
    ...filled,
    name: participant.name,
    correction: filled.corrects === '' ? null : correctionWords(participant.name),
    sessions: sessionChoices(form.items, form.file),
    latestDate: form.asker.today.toString(),
    themeChoices: needs.programme.supervision.themes.map(({ code, title }) => ({ value: code, title })),
    confirmDate,
    errors,
    wording: {
      childFile: 'Is every case discussion recorded on the child’s file?',
      template: `Was the ${needs.programme.supervision.childFile.template} used?`,
      coWorker: `Is the ${needs.programme.supervision.coWorker ?? 'co-worker recorded on each case'}?`,
    },
  };
  return { card: 'record-form', summary: `Record a supervision with ${participant.name}`, data };
}

function freshRecord(needs: Needs, form: OpenForm, item: string): RecordSubmission {
  const offered = form.items.some((candidate) => candidate.id === item) ? item : (form.items[0]?.id ?? '');
  return {
    submissionId: needs.newId(),
    participantId: form.file.participant.id,
    corrects: '',
    item: offered,
    heldOn: form.asker.today.toString(),
    minutes: String(needs.programme.supervision.minimumMinutes),
    mode: 'face-to-face',
    themes: '',
    childFile: '',
    templateUsed: '',
    coWorkerRecorded: '',
    actionRows: [emptyRow, emptyRow, emptyRow],
    confirmDate: '',
  };
}

function nothingToRecord(form: OpenForm): View {
  return message(`Nothing to record for ${form.file.participant.name}`, [
    'Every session that you lead is recorded, and no further one is planned at the moment.',
  ]);
}

function nobody(needs: Needs, asker: Asker): View {
  const { titles } = needs.programme;
  if (asker.person.participantId !== null) {
    const supervisor = titles['reflective-supervisor'];
    return message(`Your ${supervisor} records the sessions`, [
      'When a session with you has been recorded, you are asked here whether it is right. There is nothing for you to fill in.',
    ]);
  }
  if (asker.person.roles.includes('academy-manager')) {
    return message('Sessions are recorded by whoever leads them', [
      'Nobody is allocated to you yourself. A record that an NQSW does not agree with comes to you here.',
    ]);
  }
  return message('Nobody is allocated to you', [
    `You can record a session for the people who are allocated to you today. If somebody is missing, please ask your ${needs.programme.titles['academy-manager']}.`,
  ]);
}

const overdueNote = (form: OpenForm) => {
  const overdue = form.items.filter((item) => item.status === 'overdue').length;
  return overdue === 0 ? '' : ` – ${overdue} overdue`;
};

function choosePerson(forms: readonly OpenForm[]): View {
  return {
    card: 'choose-person',
    summary: 'Whom did you meet?',
    data: {
      heading: 'Record supervision',
      question: 'Whom did you meet?',
      people: forms.map((form) => ({
        value: form.file.participant.id,
        title: `${form.file.participant.name}${overdueNote(form)}`,
      })),
      chosen: forms[0]?.file.participant.id ?? '',
      error: null,
      verb: 'record-open',
      actionTitle: 'Continue',
    },
  };
}

async function openForms(needs: Needs, asker: Asker): Promise<readonly OpenForm[]> {
  const files = await permittedFiles(needs, asker, 'record-supervision');
  return files.map(({ file }) => openFormOf(needs, asker, file));
}

/** The question whom the asker met, also when it can only be one: a name was given that is not theirs. */
export async function askWhomMet(needs: Needs, asker: Asker): Promise<View> {
  const forms = await openForms(needs, asker);
  return forms.length === 0 ? nobody(needs, asker) : choosePerson(forms);
}

/** The form for one person, or the question whom it is about when there are several (FEATURES P1). */
export async function openRecord(
  needs: Needs,
  asker: Asker,
  wanted: Submissions['record-open'],
): Promise<View | null> {
  if (wanted.participantId !== '') {
    const versioned = await permittedFile(needs, asker, 'record-supervision', wanted.participantId);
    if (versioned === undefined) return null;
    const { file } = versioned;
    if (wanted.corrects !== undefined) return openCorrection(needs, asker, file, wanted.corrects);
    return formFor(needs, openFormOf(needs, asker, file), wanted.item);
  }
  const forms = await openForms(needs, asker);
  const [first, second] = forms;
  if (first === undefined) return nobody(needs, asker);
  return second === undefined ? formFor(needs, first, wanted.item) : choosePerson(forms);
}

function formFor(needs: Needs, form: OpenForm, item: string): View {
  return form.items.length === 0
    ? nothingToRecord(form)
    : recordForm(needs, form, freshRecord(needs, form, item));
}

/** The form of a record that is there, filled in with what it says (FEATURES P2). */
function openCorrection(needs: Needs, asker: Asker, file: ParticipantFile, recordId: string): View | null {
  const corrected = correctable(file, recordId, asker.person.id);
  if (corrected === undefined) return notToBeCorrected(needs, file, recordId, asker.person.id);
  const filled = { ...recordAsSent(corrected, file.participant.id), submissionId: needs.newId() };
  return recordForm(needs, openFormOf(needs, asker, file, corrected), filled);
}

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
  const standing = corrected === undefined ? saidAlready(file, built) : unchanged(corrected, built);
  if (standing !== undefined) return { facts: [], result: shownRecord(needs, file, standing.recordId) };
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

async function submit(
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
  const outcome = await changeFile(needs, versioned, asker.now, (file) =>
    decide(needs, asker, file, submission, managers, (corrected) =>
      build(openFormOf(needs, asker, file, corrected)),
    ),
  );
  return reply(outcome, submission.participantId);
}

const itemIds = (form: OpenForm) => new Set(form.items.map((item) => item.id));

/** Records a session as held, or sends the same form back with what is wrong and everything else kept. */
export function submitRecord(needs: Needs, asker: Asker, submission: RecordSubmission): Promise<Reply> {
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

/** A session that is still to come has not failed to happen: only from its own day on can that be said. */
function withDueOnly(form: OpenForm): OpenForm {
  const today = form.asker.today.toString();
  return { ...form, items: form.items.filter((item) => String(item.due) <= today) };
}

function nothingDueYet(form: OpenForm): View {
  const { id, name } = form.file.participant;
  return message(
    `No session with ${name} is waiting`,
    ['That a session did not happen can be said from its own day on. None is due or overdue at the moment.'],
    {
      actions: [{ title: 'Record supervision', verb: 'record-open', data: { participantId: id, item: '' } }],
    },
  );
}

function notHappenedForm(
  { programme }: Pick<Needs, 'programme'>,
  form: OpenForm,
  filled: NotHappenedSubmission,
  errors: NotHappenedErrors = freshNotHappenedErrors,
): View {
  return {
    card: 'not-happened-form',
    summary: `A supervision with ${form.file.participant.name} did not happen`,
    data: {
      ...filled,
      name: form.file.participant.name,
      sessions: sessionChoices(form.items, form.file),
      reasons: Object.entries(didNotHappenWords(programme)).map(([value, title]) => ({ value, title })),
      earliestDate: form.asker.today.toString(),
      errors,
    },
  };
}

/** The other way of the same card: the session did not happen (FEATURES P4). */
export async function openNotHappened(
  needs: Needs,
  asker: Asker,
  wanted: Submissions['not-happened-open'],
): Promise<View | null> {
  const versioned: VersionedFile | undefined = await permittedFile(
    needs,
    asker,
    'record-supervision',
    wanted.participantId,
  );
  if (versioned === undefined) return null;
  const form = withDueOnly(openFormOf(needs, asker, versioned.file));
  if (form.items.length === 0) return nothingDueYet(form);
  const { item } = freshRecord(needs, form, wanted.item);
  return notHappenedForm(needs, form, {
    submissionId: needs.newId(),
    participantId: wanted.participantId,
    item,
    reason: '',
    rearrangedOn: '',
  });
}

/** Records that a session did not happen: missed until it is held, with its reason and new date. */
export function submitNotHappened(
  needs: Needs,
  asker: Asker,
  submission: NotHappenedSubmission,
): Promise<Reply> {
  const recordId = needs.newId();
  return submit(needs, asker, { ...submission, corrects: '' }, (whole) => {
    const form = withDueOnly(whole);
    const checked = checkNotHappened(submission, {
      today: asker.today,
      items: itemIds(form),
      calendar: needs.calendar,
    });
    if (!checked.ok) return notHappenedForm(needs, form, submission, checked.errors);
    return {
      recordId,
      item: submission.item,
      outcome: 'did-not-happen',
      reason: checked.reason,
      rearrangedOn: checked.rearrangedOn,
      recordedBy: asker.person.id,
      recordedByName: asker.person.name,
      recordedAt: asker.now,
      submissionId: submission.submissionId,
    };
  });
}
