/** One step of somebody's enrolment as a card (M4, Q22, D13, D20): first every date that it would move, then the step. */

import type { Temporal } from 'temporal-polyfill';
import { type Enrolment, type EnrolmentStep, leavingReasons } from '../academy/enrolment.ts';
import { enrolmentOf, withPauses } from '../academy/enrolment-history.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate } from '../academy/wording.ts';
import { enrolmentAsked } from '../understanding/enrolment-words.ts';
import { type Asker, permittedFiles, standing } from './asker.ts';
import { knownCohorts, writtenCohort } from './cohorts.ts';
import { previewEnrolment } from './enrolment-preview.ts';
import { enrolmentStateWords, leavingReasonTitles, stepRefusedWords, stepWords } from './enrolment-words.ts';
import { type StepRefusal, toldEnrolmentStep } from './manage-enrolment.ts';
import type { Needs } from './needs.ts';
import {
  type CodedList,
  dateInput,
  dayInput,
  type Filled,
  listInput,
  procedureCard,
  textInput,
} from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { ActionView, FactView, ProcedureView, View } from './views.ts';
import {
  type Given,
  openYearForm,
  saveYear,
  type YearForm,
  type YearGround,
  type YearOutcome,
  type YearSent,
} from './year-form.ts';

const stepNames = ['start', 'extend', 'complete', 'leave', 'return'] as const;
type StepName = (typeof stepNames)[number];

const titles: Readonly<Record<StepName, { readonly open: string; readonly save: string }>> = {
  start: { open: 'They start', save: 'Start the programme' },
  extend: { open: 'Extend the programme', save: 'Extend the programme' },
  complete: { open: 'They have completed it', save: 'Complete the programme' },
  leave: { open: 'They leave', save: 'They leave on this day' },
  return: { open: 'They come back', save: 'They come back on this day' },
};

const nextFrom: Readonly<Record<Enrolment['state'], readonly StepName[]>> = {
  'registration-pending': ['start', 'leave'],
  active: ['extend', 'leave', 'complete'],
  extended: ['extend', 'leave', 'complete'],
  paused: ['return', 'leave'],
  completed: ['leave'],
  left: ['return'],
};

const stepNamed = (name: string): StepName | undefined => stepNames.find((one) => one === name);
const aboutParts = (about: string) => {
  const [name = '', on = ''] = about.split('~');
  return { step: stepNamed(name), on };
};

/** Where somebody stands today, an agreed pause that lasts included. */
const standingOn = (file: ParticipantFile, today: Temporal.PlainDate): Enrolment =>
  withPauses(enrolmentOf(file), file.pauses, { step: 'leave', on: today });

function factsOf({ needs, asker, file }: YearGround): readonly FactView[] {
  const enrolment = standingOn(file, asker.today);
  const { start, end } = planOf(needs, file, asker.today);
  return [
    { title: 'Stands', value: `${file.participant.name} ${enrolmentStateWords(enrolment.state)}` },
    { title: 'Cohort', value: enrolment.cohort === '' ? 'none' : enrolment.cohort },
    ...(start === null ? [] : [{ title: 'Began', value: longDate(start) }]),
    ...(end === null ? [] : [{ title: 'Ends', value: longDate(end) }]),
  ];
}

const headingOf = ({ participant }: ParticipantFile) => `Enrolment of ${participant.name}`;

/** Where somebody stands, with what can be done from there. */
function overview(ground: YearGround, error: string | null = null): View {
  const { asker, file } = ground;
  const { id } = file.participant;
  const open = nextFrom[standingOn(file, asker.today).state];
  return procedureCard({
    heading: headingOf(file),
    tone: error === null ? 'default' : 'warning',
    state: `As it stands on ${longDate(asker.today)}`,
    facts: factsOf(ground),
    sections: [
      {
        title: 'What changes?',
        inputs: [],
        actions: open.map((step) => openYearForm(titles[step].open, id, 'enrolment', step)),
      },
    ],
    note: 'A time away after which they come back is a pause. Before anything is kept you see every date that it moves.',
    error,
  });
}

const reasons: CodedList = leavingReasons.map((code) => ({ code, title: leavingReasonTitles[code] }));

function inputsFor(
  step: StepName,
  ground: YearGround,
  filled: Filled,
): ProcedureView['sections'][number]['inputs'] {
  const { asker, gathered } = ground;
  switch (step) {
    case 'start':
      return [dayInput(filled, 'on', 'First day of the programme')];
    case 'extend':
      return [dayInput(filled, 'to', 'The programme goes on to')];
    case 'complete':
      return [dateInput(filled, 'on', 'Completed on', asker.today)];
    case 'leave':
      return [
        dayInput(filled, 'on', 'Last day on the programme'),
        listInput(filled, 'one', 'choice', 'Kind of reason', reasons),
      ];
    case 'return':
      return [
        dayInput(filled, 'on', 'First day back'),
        listInput(filled, 'one', 'choice', 'Cohort that they join', gathered),
        textInput(filled, 'name', 'Or a new cohort, in place of the one above'),
      ];
    default:
      return step satisfies never;
  }
}

function view(ground: YearGround, given: Given): View {
  const { asker, file } = ground;
  const { step, on } = aboutParts(given.about);
  if (step === undefined) return overview(ground);
  const { state } = standingOn(file, asker.today);
  if (!nextFrom[state].includes(step))
    return overview(
      ground,
      stepRefusedWords(file.participant.name, { refused: 'not-from-here', from: state }),
    );
  const cohort = ground.gathered.find(({ title }) => title === enrolmentOf(file).cohort)?.code ?? '';
  const values = { on, to: on, choice: step === 'return' ? cohort : '', ...given.filled.values };
  return procedureCard({
    heading: headingOf(file),
    state: titles[step].open,
    facts: factsOf(ground),
    sections: [
      {
        title: 'When?',
        inputs: inputsFor(step, ground, { values, errors: given.filled.errors }),
        actions: [saveYear('Show what that moves', ground, 'enrolment', given, `preview-${step}`)],
      },
    ],
    note:
      step === 'leave'
        ? 'Only the kind of reason is kept, never the story. Nothing is kept before you have seen the dates.'
        : 'Nothing is kept before you have seen the dates.',
  });
}

type Reading =
  | { readonly ok: true; readonly step: EnrolmentStep }
  | { readonly ok: false; readonly errors: Filled['errors'] };

/** The cohort that was written, or else the one that was chosen. */
function cohortIn(
  { choice, name = '' }: YearSent,
  cohorts: CodedList,
): { readonly name: string } | { readonly at: 'name' | 'choice'; readonly words: string } {
  const chosen = cohorts.find(({ code }) => code === choice)?.title;
  if (name === '') {
    const words = 'Choose the cohort, or write a new one.';
    return chosen === undefined ? { at: 'choice', words } : { name: chosen };
  }
  const written = writtenCohort(
    name,
    cohorts.map(({ title }) => title),
  );
  return written.ok ? { name: written.cohort } : { at: 'name', words: written.words };
}

/** The step that was filled in, or what is missing at its fields. */
function readStep(name: StepName, sent: YearSent, cohorts: CodedList): Reading {
  const field = name === 'extend' ? 'to' : 'on';
  const day = typedDate(sent[field]);
  const reason = leavingReasons.find((one) => one === sent.choice);
  const cohort = cohortIn(sent, cohorts);
  const errors: Record<string, string> = {};
  if (day === undefined) errors[field] = 'Choose the day.';
  if (name === 'leave' && reason === undefined) errors.choice = 'Choose the kind of reason.';
  if (name === 'return' && 'words' in cohort) errors[cohort.at] = cohort.words;
  if (day === undefined || Object.keys(errors).length > 0) return { ok: false, errors };
  switch (name) {
    case 'start':
    case 'complete':
      return { ok: true, step: { step: name, on: day } };
    case 'extend':
      return { ok: true, step: { step: name, to: day } };
    case 'leave':
      return { ok: true, step: { step: name, on: day, reason: reason ?? 'not-disclosed' } };
    case 'return':
      return { ok: true, step: { step: name, on: day, cohort: 'words' in cohort ? '' : cohort.name } };
    default:
      return name satisfies never;
  }
}

function refusedWith(ground: YearGround, name: StepName, refusal: StepRefusal): YearOutcome {
  const words = stepRefusedWords(ground.file.participant.name, refusal);
  if (refusal.refused === 'not-from-here') return { view: overview(ground, words) };
  return { errors: { [name === 'extend' ? 'to' : 'on']: words } };
}

function previewView(
  ground: YearGround,
  name: StepName,
  step: EnrolmentStep,
  after: ParticipantFile,
  sent: YearSent,
) {
  const { needs, asker, file } = ground;
  const { moved, notes } = previewEnrolment(needs, file, after, asker.today, standing(asker, file));
  const { on, to, choice, name: written = '' } = sent;
  const given = { submissionId: sent.submissionId, about: name };
  const save = saveYear(titles[name].save, ground, 'enrolment', given, name);
  const back: ActionView = openYearForm(
    'Choose another day',
    file.participant.id,
    'enrolment',
    `${name}~${on === '' ? to : on}`,
  );
  return procedureCard({
    heading: `${headingOf(file)}: what would move`,
    state: 'Nothing is kept before you press the button',
    moved,
    sections: [
      {
        title: 'Is this right?',
        inputs: [],
        actions: [{ ...save, data: { ...save.data, on, to, choice, name: written } }, back],
      },
    ],
    note: [stepWords(file.participant.name, step), ...notes].join(' '),
  });
}

function decide(ground: YearGround, sent: YearSent): YearOutcome {
  const { needs, asker, file, gathered } = ground;
  const isPreview = sent.step.startsWith('preview-');
  const name = stepNamed(sent.step.replace('preview-', ''));
  if (name === undefined) return { view: overview(ground) };
  const reading = readStep(name, sent, gathered);
  if (!reading.ok) return { errors: reading.errors };
  const { step } = reading;
  const at = { by: asker.person.id, now: asker.now, today: asker.today };
  const { facts, result } = toldEnrolmentStep(needs, file, step, at);
  if (!result.ok)
    return result.refused === 'not-found' ? { view: overview(ground) } : refusedWith(ground, name, result);
  if (isPreview) return { view: previewView(ground, name, step, result.file, sent) };
  return {
    acts: [],
    facts: () => facts,
    shown: () =>
      message('The enrolment has been changed', [stepWords(file.participant.name, step)], {
        tone: 'good',
        facts: factsOf({ ...ground, file: result.file }),
        actions: [openYearForm('Change something else', file.participant.id, 'enrolment')],
      }),
  };
}

/** A code that stays with its cohort when another one comes between the card and its answer. */
const codeOf = (title: string) =>
  `cohort-${title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}`.slice(0, 60);

/** The cohorts of the academy. Of two whose names are alike but for their signs the second is known by its place too. */
async function cohorts(needs: Needs, asker: Asker): Promise<CodedList> {
  const files = await permittedFiles(needs, asker, 'manage-enrolment');
  const titles = knownCohorts(files.map(({ file }) => file));
  return titles.map((title, at) => {
    const isFirst = titles.findIndex((other) => codeOf(other) === codeOf(title)) === at;
    return { code: isFirst ? codeOf(title) : `${codeOf(title)}~${at}`, title };
  });
}

/** Start, extend, complete, leave and return, for the Academy Manager (M4, Q22). */
export const enrolmentForm: YearForm = {
  permission: 'manage-enrolment',
  title: 'Whose enrolment changes?',
  elseAsked: true,
  gathers: cohorts,
  heard: (text, { date }) => {
    const step = stepNamed(enrolmentAsked(text) ?? '');
    return step === undefined ? '' : date === undefined ? step : `${step}~${date}`;
  },
  view,
  decide,
};
