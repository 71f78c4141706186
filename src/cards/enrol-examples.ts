import type { ActionView, MessageView, ProcedureView } from '../services/views.ts';
import { exampleOf, inputOf } from './procedure-example-parts.ts';

const named = (...names: readonly string[]) =>
  names.map((title) => ({ title, value: `p-${title.split(' ')[0]?.toLowerCase()}` }));
const leaders = named('Bo Finch', 'Cy Rook', 'Di Lark', 'Priya Nandakumar');
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((title) => ({
  title,
  value: title.slice(0, 3).toLowerCase(),
}));
const cohorts = ['Autumn 2026', 'Spring 2026'].map((title) => ({ title, value: title }));

type Typed = Readonly<Record<string, string>>;

function form(values: Typed, errors: Typed = {}): ProcedureView {
  const input = (
    kind: Parameters<typeof inputOf>[0],
    id: string,
    label: string,
    choices: typeof cohorts = [],
  ) => inputOf(kind, id, label, { choices, value: values[id] ?? '', error: errors[id] ?? null });
  const isFaulty = Object.keys(errors).length > 0;
  return exampleOf({
    heading: 'Enrol one NQSW',
    tone: isFaulty ? 'warning' : 'default',
    state: 'You see every date before anything is kept',
    sections: [
      {
        title: 'Who is it?',
        inputs: [
          input('text', 'name', 'Name, as colleagues know it'),
          input('text', 'email', 'Work e-mail address, as they sign in to Teams'),
          input('text', 'team', 'Host team'),
          input('many', 'nonWorkingDays', 'Days on which they do not work', weekdays),
          input('text', 'entraId', 'Entra object id (only if the address is not enough)'),
        ],
        actions: [],
      },
      {
        title: 'Which programme?',
        inputs: [
          input('one', 'cohort', 'Cohort', cohorts),
          input('text', 'newCohort', 'Or a new cohort'),
          input('date', 'start', 'First day (leave it empty until registration is confirmed)'),
          input('number', 'fte', 'Full-time equivalent, such as 1 or 0.6'),
          input('number', 'contractedHours', 'Contracted hours a week, if known'),
        ],
        actions: [],
      },
      {
        title: 'Who supports them?',
        inputs: [
          input('one', 'reflectiveSupervisor', 'Senior Practitioner', leaders),
          input('one', 'assessor', 'Practice Educator', leaders),
          input('one', 'hostManager', 'Team Manager', leaders),
          input('one', 'deputyManager', 'Deputy Team Manager, if there is one', leaders),
          input('one', 'mentor', 'Mentor, if there is one', leaders),
        ],
        actions: [
          { title: 'Show every date', verb: 'enrol-save', data: { submissionId: 's-1', step: 'dates' } },
        ],
      },
    ],
    error: isFaulty ? '3 answers need another look: the reason stands at each. Nothing has been kept.' : null,
  });
}

const weekly = ['9 Nov', '16 Nov', '23 Nov', '30 Nov', '7 Dec', '14 Dec', '28 Dec'];

const dates = exampleOf({
  heading: 'Enrol Nadia Brook: every date',
  state: 'Nothing is kept before you press the button',
  facts: [
    { title: 'Cohort', value: 'Winter 2026' },
    { title: 'Host team', value: 'East' },
    { title: 'First day', value: 'Monday 2 November 2026' },
    { title: 'Ends', value: 'Tuesday 2 November 2027' },
    { title: 'Works', value: 'full time' },
    { title: 'Senior Practitioner', value: 'Bo Finch' },
    { title: 'Practice Educator', value: 'Cy Rook' },
    { title: 'Team Manager', value: 'Di Lark' },
  ],
  movedTitle: 'The dates of the year',
  moved: [
    {
      title: 'Reviews and other single dates',
      lines: [
        'End of induction: Fri 13 Nov 2026',
        '3-month review: Tue 2 Feb 2027',
        '6-month review: Tue 4 May 2027',
        '12-month review: Tue 2 Nov 2027',
      ],
    },
    {
      title: 'Reflective supervision: 7',
      lines: [weekly.map((day, at) => `Mon ${day}${at === 0 ? ' 2026' : ''}`).join('; ')],
    },
    { title: 'Case supervision: 2', lines: ['Wed 2 Dec 2026; Mon 4 Jan 2027'] },
  ],
  sections: [
    {
      title: 'Is this right?',
      inputs: [],
      actions: [
        { title: 'Enrol Nadia Brook', verb: 'enrol-save', data: { submissionId: 's-1', step: 'save' } },
        { title: 'Change what I typed', verb: 'enrol-save', data: { submissionId: 's-1', step: 'change' } },
      ],
    },
  ],
  note: '13 dates.',
});

const typed = {
  name: 'Nadia Brook',
  email: 'nadia.brook',
  team: 'East',
  start: '2026-11-02',
  fte: '1.2',
  reflectiveSupervisor: 'p-bo',
  assessor: 'p-cy',
};

export const enrolExamples = [
  { title: 'enrolling one NQSW: the form', data: form({ name: 'Nadia Brook', fte: '1' }) },
  {
    title: 'enrolling one NQSW: what is wrong, at its field',
    data: form(typed, {
      email: '"nadia.brook" is not an e-mail address: write it as name@council.example.',
      fte: 'This must be at most 1 (full time).',
      hostManager: 'This is empty: every NQSW needs it.',
    }),
  },
  { title: 'enrolling one NQSW: every date', data: dates },
];

const ask = (title: string, intent: string): ActionView => ({ title, verb: 'ask', data: { intent } });

export const enrolmentMessages: readonly { readonly title: string; readonly data: MessageView }[] = [
  {
    title: 'somebody joins, for whoever supports them',
    data: {
      heading: 'Nadia Brook joins the programme',
      tone: 'default',
      lines: [
        'Nadia Brook is in the cohort Winter 2026 in East. The first day is Monday 2 November 2026.',
        'You are their Senior Practitioner.',
      ],
      facts: [],
      actions: [ask('My NQSWs', 'my-nqsws'), ask('What’s next', 'whats-next')],
    },
  },
  {
    title: 'on the programme, for the NQSW',
    data: {
      heading: 'You are on the programme',
      tone: 'default',
      lines: [
        'You are in the cohort Winter 2026. Your first day is Monday 2 November 2026. Every date is counted from it.',
      ],
      facts: [
        { title: 'Senior Practitioner', value: 'Bo Finch' },
        { title: 'Practice Educator', value: 'Cy Rook' },
        { title: 'Team Manager', value: 'Di Lark' },
      ],
      actions: [ask('What’s next', 'whats-next'), ask('My year', 'my-year')],
    },
  },
  {
    title: 'enrolled already',
    data: {
      heading: 'Nadia Brook is enrolled already',
      tone: 'default',
      lines: [
        'Nadia Brook is in the cohort Winter 2026, from Monday 2 November 2026.',
        'Helen Boateng enrolled them on Monday 19 October 2026.',
        'Nothing has been changed.',
      ],
      facts: [],
      actions: [
        {
          title: 'Open their enrolment',
          verb: 'year-open',
          data: { participantId: 'p-nadia', form: 'enrolment', about: '' },
        },
        { title: 'Enrol somebody else', verb: 'enrol-open', data: {} },
      ],
    },
  },
  {
    title: 'somebody leaves, for whoever supports them',
    data: {
      heading: 'Amara Okoro leaves the programme',
      tone: 'default',
      lines: [
        'The last day is Friday 30 October 2026. Nothing is due after that day, and nobody is reminded.',
      ],
      facts: [{ title: 'Entered by', value: 'Helen Boateng, Mon 19 Oct 2026' }],
      actions: [ask('My NQSWs', 'my-nqsws')],
    },
  },
];
