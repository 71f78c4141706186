import type { HeldRecord, ParticipantFile } from '../academy/participant-file.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import { type Asker, permittedFile, permittedFiles, standing } from './asker.ts';
import { correctable, correctionWords, notToBeCorrected, recordAsSent } from './correct-record.ts';
import type { Needs } from './needs.ts';
import { freshRecordErrors, type RecordErrors } from './record-form.ts';
import { planOf, recordableItems, sessionChoices } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { RecordFormView, View } from './views.ts';

type RecordSubmission = Submissions['record-supervision'];

/** A form for one NQSW as it is opened: what the asker can record of their year today. */
export interface OpenForm {
  readonly asker: Asker;
  readonly file: ParticipantFile;
  readonly plan: YearPlan;
  readonly items: ReturnType<typeof recordableItems>;
}

export function openFormOf(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  corrected?: HeldRecord,
): OpenForm {
  const plan = planOf(needs, file, asker.today);
  const items =
    corrected === undefined
      ? recordableItems(needs.programme, plan, file, standing(asker, file))
      : plan.items.filter(({ id }) => id === corrected.item);
  return { asker, file, plan, items };
}

export const itemIds = ({ items }: OpenForm): ReadonlySet<string> => new Set(items.map(({ id }) => id));

const emptyRow = { what: '', owner: 'nqsw', dueOn: '' };

export function recordForm(
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

/** The session that was asked for, or else the first of those that are owed. */
export const offeredItem = ({ items }: OpenForm, item: string): string =>
  items.some((candidate) => candidate.id === item) ? item : (items[0]?.id ?? '');

function freshRecord(needs: Needs, form: OpenForm, item: string): RecordSubmission {
  return {
    submissionId: needs.newId(),
    participantId: form.file.participant.id,
    corrects: '',
    item: offeredItem(form, item),
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
