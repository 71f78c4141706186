/** The table of the forms of a year: the one place to add one. */

import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { type YearFormName, yearFormNames } from '../academy/year-form-name.ts';
import type { Slots } from '../understanding/intents.ts';
import { type Asker, permittedFiles, standing } from './asker.ts';
import { attendedForm } from './attended-form.ts';
import { attestForm } from './attest-form.ts';
import { auditForm } from './audit-form.ts';
import { cadenceForm } from './cadence-form.ts';
import { confirmCaseload } from './confirm-caseload.ts';
import { coverForm } from './cover-form.ts';
import { dateHeldForm } from './date-held-form.ts';
import { enrolmentForm } from './enrolment-form.ts';
import { exitForm } from './exit-form.ts';
import { openAttendance, saveAttendance } from './group-attendance.ts';
import { handoverForm } from './handover-form.ts';
import { inductionForm } from './induction-form.ts';
import type { Needs } from './needs.ts';
import { may, relations } from './permission.ts';
import type { VersionedFile } from './ports.ts';
import { probationForm } from './probation-form.ts';
import { protectedTimeForm } from './protected-time.ts';
import { rescheduleForm } from './reschedule-form.ts';
import { message, newView, notForYou, pressedView } from './short-answers.ts';
import type { Submission } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { ActionView, View } from './views.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';
import { openForm, openYearForm, sendForm, type YearForm } from './year-form.ts';

const forms: { readonly [Name in YearFormName]?: YearForm } = {
  cadence: cadenceForm,
  'protected-time': protectedTimeForm,
  attest: attestForm,
  audit: auditForm,
  exit: exitForm,
  induction: inductionForm,
  probation: probationForm,
  cover: coverForm,
  enrolment: enrolmentForm,
  handover: handoverForm,
  'date-held': dateHeldForm,
  attended: attendedForm,
  reschedule: rescheduleForm,
  'confirm-caseload': confirmCaseload,
};

type YearSubmission = Extract<Submission, { verb: `year-${string}` }>;

export const isOfYear = (submission: Submission): submission is YearSubmission =>
  submission.verb.startsWith('year-');

/** Whether some role of the asker has this form at all, whoever it is about. */
const hasRoleFor = ({ permission }: YearForm, { person }: Asker) => may(permission, person.roles, relations);

function chooseWhom(
  needs: Needs,
  asker: Asker,
  { title, intro }: YearForm,
  form: YearFormName,
  files: readonly VersionedFile[],
): View {
  const said = intro?.(
    needs,
    asker,
    files.map(({ file }) => file),
  );
  return {
    card: 'choose-person',
    summary: title,
    data: {
      heading: title,
      question: [...(said ?? []), 'Who is it about?'].join(' '),
      people: files.map(({ file }) => ({ value: file.participant.id, title: file.participant.name })),
      chosen: files[0]?.file.participant.id ?? '',
      error: null,
      verb: 'year-open',
      form,
      actionTitle: 'Continue',
    },
  };
}

/** A form for whoever is named, for oneself, for the only one that it can be, or the question about whom it is. */
async function formAskedFor(
  needs: Needs,
  asker: Asker,
  name: YearFormName,
  person: string | undefined,
  about: string,
): Promise<View | null> {
  const form = forms[name];
  if (form === undefined) return null;
  const { permission } = form;
  const own = asker.person.participantId;
  const isOwnMeant = person === undefined || isOwnName(asker, person);
  if (isOwnMeant && own !== null && may(permission, asker.person.roles, ['self']))
    return openForm(needs, asker, form, { participantId: own, about });
  if (person !== undefined) {
    const participantId = await participantMeant(needs, asker, permission, person);
    return participantId === undefined ? null : openForm(needs, asker, form, { participantId, about });
  }
  const files = await permittedFiles(needs, asker, permission);
  const [first, second] = files;
  if (first === undefined) {
    const isTheirs = asker.person.roles.some((role) => role !== 'nqsw');
    return isTheirs
      ? message('There is nobody for whom you do this', ['Ask the academy if you expected somebody.'])
      : null;
  }
  return second === undefined
    ? openForm(needs, asker, form, { participantId: first.file.participant.id, about })
    : chooseWhom(needs, asker, form, name, files);
}

const shownOrRefused = ({ programme }: Needs, view: View | null): Reply =>
  view === null ? notForYou(programme) : newView(view);

const recordsAttendance = ({ person }: Asker) => may('record-attendance', person.roles, relations);

/** Of a group it is one card for many NQSWs, and not a form for one. */
async function answerAttendance(
  needs: Needs,
  asker: Asker,
  { series = '', date = '' }: Slots,
): Promise<readonly Reply[] | undefined> {
  return recordsAttendance(asker)
    ? [newView(await openAttendance(needs, asker, `${series}~~${date}`))]
    : undefined;
}

async function pressAttendance(needs: Needs, asker: Asker, { verb, data }: YearSubmission): Promise<Reply> {
  if (!recordsAttendance(asker)) return notForYou(needs.programme);
  if (verb === 'year-save') return pressedView(await saveAttendance(needs, asker, data));
  const view = await openAttendance(needs, asker, data.about);
  return data.opens === 'new' ? newView(view) : pressedView(view);
}

/**
 * Answers what was typed to enter something of a year; undefined where the words are a question of somebody who has no role
 * for the form.
 */
export async function answerYearForm(
  needs: Needs,
  asker: Asker,
  name: YearFormName,
  { text, slots }: { readonly text: string; readonly slots: Slots },
): Promise<readonly Reply[] | undefined> {
  if (name === 'attendance') return answerAttendance(needs, asker, slots);
  const form = forms[name];
  const { person } = slots;
  const hasRole = form === undefined || hasRoleFor(form, asker);
  if (form?.elseAsked === true && !hasRole) {
    const other = await form.instead?.(needs, asker, person);
    return other === undefined ? undefined : [shownOrRefused(needs, other)];
  }
  const about = form?.heard?.(text, slots, asker.today) ?? '';
  const view = await formAskedFor(needs, asker, name, person, about);
  return [shownOrRefused(needs, view ?? (await form?.instead?.(needs, asker, person)) ?? null)];
}

/** The button of the form that settles an item, for whoever may; it opens as a message of its own. */
export function formSettling(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  item: PlanItem,
): ActionView | null {
  const near = standing(asker, file);
  for (const name of yearFormNames) {
    const form = forms[name];
    const title = form?.settles?.({ needs, asker, file }, item) ?? null;
    if (form === undefined || title === null || !may(form.permission, asker.person.roles, near)) continue;
    const { data, ...button } = openYearForm(title, file.participant.id, name, item.id);
    return { ...button, data: { ...data, opens: 'new' } };
  }
  return null;
}

/** Every button of these forms. */
export async function pressYear(needs: Needs, asker: Asker, submission: YearSubmission): Promise<Reply> {
  if (submission.data.form === 'attendance') return pressAttendance(needs, asker, submission);
  const name = yearFormNames.find((one) => one === submission.data.form);
  const form = name === undefined ? undefined : forms[name];
  if (name === undefined || form === undefined) return notForYou(needs.programme);
  switch (submission.verb) {
    case 'year-open': {
      const { participantId, opens } = submission.data;
      const view =
        participantId === ''
          ? await formAskedFor(needs, asker, name, undefined, '')
          : await openForm(needs, asker, form, submission.data);
      if (view === null) return notForYou(needs.programme);
      return opens === 'new' ? newView(view) : pressedView(view);
    }
    case 'year-save':
      return sendForm(needs, asker, form, submission.data);
    default:
      return submission satisfies never;
  }
}
