/** The table of the forms of a year: the one place to add one. */
import { type YearFormName, yearFormNames } from '../academy/year-form-name.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { confirmCaseload } from './confirm-caseload.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { VersionedFile } from './ports.ts';
import type { Submission } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';
import { message, newView, notForYou, pressedView } from './welcome-and-help.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';
import { openForm, sendForm, type YearForm } from './year-form.ts';

const forms: { readonly [Name in YearFormName]?: YearForm } = {
  'confirm-caseload': confirmCaseload,
};

type YearSubmission = Extract<Submission, { verb: `year-${string}` }>;

export const isOfYear = (submission: Submission): submission is YearSubmission =>
  submission.verb.startsWith('year-');

const formOf = (name: string): YearForm | undefined => {
  const known = yearFormNames.find((one) => one === name);
  return known === undefined ? undefined : forms[known];
};

function chooseWhom({ title }: YearForm, form: YearFormName, files: readonly VersionedFile[]): View {
  return {
    card: 'choose-person',
    summary: title,
    data: {
      heading: title,
      question: 'Who is it about?',
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
): Promise<View | null> {
  const form = forms[name];
  if (form === undefined) return null;
  const { permission } = form;
  const own = asker.person.participantId;
  const isOwnMeant = person === undefined || isOwnName(asker, person);
  if (isOwnMeant && own !== null && may(permission, asker.person.roles, ['self']))
    return openForm(needs, asker, form, { participantId: own, about: '' });
  if (person !== undefined) {
    const participantId = await participantMeant(needs, asker, permission, person);
    return participantId === undefined ? null : openForm(needs, asker, form, { participantId, about: '' });
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
    ? openForm(needs, asker, form, { participantId: first.file.participant.id, about: '' })
    : chooseWhom(form, name, files);
}

/** Answers what was typed to enter something of a year. */
export async function answerYearForm(
  needs: Needs,
  asker: Asker,
  name: YearFormName,
  person: string | undefined,
): Promise<readonly Reply[]> {
  const view = await formAskedFor(needs, asker, name, person);
  return [view === null ? notForYou(needs.programme) : newView(view)];
}

/** Every button of these forms. */
export async function pressYear(needs: Needs, asker: Asker, submission: YearSubmission): Promise<Reply> {
  const form = formOf(submission.data.form);
  if (form === undefined) return notForYou(needs.programme);
  switch (submission.verb) {
    case 'year-open': {
      const known = yearFormNames.find((one) => one === submission.data.form);
      const { participantId, opens } = submission.data;
      const view =
        participantId === '' && known !== undefined
          ? await formAskedFor(needs, asker, known, undefined)
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
