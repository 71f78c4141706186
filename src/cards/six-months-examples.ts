import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';

/* What is decided, stated and logged around the sixth month. */

const nothing = { path: [], history: [], link: null, note: null, error: null } as const;
const year = { participantId: 'p-amara', submissionId: 's-1', about: '', step: '' };
const save = (title: string, form: string, step = '') => ({
  title,
  verb: 'year-save',
  data: { ...year, form, step },
});
const open = (title: string, form: string, about: string) => ({
  title,
  verb: 'year-open',
  data: { participantId: 'p-amara', form, about },
});

const howOften = (
  choice: string,
  weeks: string,
  error: string | null,
): ProcedureView['sections'][number] => ({
  title: 'Your decision on reflective supervision',
  inputs: [
    {
      kind: 'one',
      id: 'choice',
      label: 'How often from now on',
      choices: [
        { value: 'keep', title: 'Keep fortnightly' },
        { value: 'monthly', title: 'Monthly' },
        { value: 'custom', title: 'Another number of weeks' },
      ],
      latest: '',
      value: choice,
      error,
    },
    {
      kind: 'number',
      id: 'number',
      label: 'Weeks between two sessions, if another number',
      choices: [],
      latest: '',
      value: weeks,
      error: null,
    },
  ],
  actions: [save('Save this decision', 'cadence')],
});

const decision: ProcedureView = {
  ...nothing,
  heading: 'How often for Amara Okoro?',
  tone: 'default',
  state: 'To be decided on Monday 8 March 2027, in 5 days',
  facts: [
    { title: 'If fortnightly', value: 'Mon 22 Mar 2027, Mon 5 Apr 2027, Mon 19 Apr 2027' },
    { title: 'If monthly', value: 'Wed 7 Apr 2027, Fri 7 May 2027, Mon 7 Jun 2027' },
  ],
  sections: [howOften('', '', 'Choose how often.')],
  note: 'Sessions up to today keep their dates. The NQSW is told. It can be decided anew at any time.',
};

const asked = howOften('custom', '5', null);
const warned: ProcedureView = {
  ...decision,
  tone: 'warning',
  error:
    'Every 5 weeks leaves 35 days without a session, from Mon 8 Mar 2027 to Mon 12 Apr 2027. The national standard is 31 days at most. You can change it, or decide so all the same.',
  sections: [
    { ...asked, actions: [...asked.actions, save('Decide so all the same', 'cadence', 'confirm-custom-5')] },
  ],
};

const recording: ProcedureView = {
  ...nothing,
  heading: 'Up to date for Amara Okoro?',
  tone: 'default',
  state: '2 things to state',
  facts: [],
  sections: [
    {
      title: 'Your statement',
      inputs: [
        {
          kind: 'one',
          id: 'choice',
          label: 'What is up to date',
          choices: [
            {
              value: 'child-file-recording-3',
              title: 'Recording on the child’s file 3 – due Mon 8 Mar 2027, overdue',
            },
            {
              value: 'co-worker-check-7',
              title: 'Co-worker recorded on each case 7 – due Wed 7 Apr 2027',
            },
          ],
          latest: '',
          value: 'child-file-recording-3',
          error: null,
        },
        {
          kind: 'date',
          id: 'on',
          label: 'As it stood on',
          choices: [],
          latest: '2027-03-10',
          value: '2027-03-12',
          error: 'That day is still to come. Choose today or an earlier day.',
        },
      ],
      actions: [save('State that it is up to date', 'attest')],
    },
  ],
  note: 'Only the date is kept, and nothing of what is recorded.',
};

const promised = { title: 'Promised each week', value: '3.7 hours, 10 per cent of 37' };
const figures: NonNullable<ProcedureView['figures']> = {
  title: 'The last four weeks',
  bars: [
    { title: 'Week of 28 Sep', share: 54, words: '2 hours, 54 %' },
    { title: 'Week of 5 Oct', share: 0, words: 'nothing logged' },
    { title: 'Week of 12 Oct', share: 100, words: '4 hours, 108 %' },
    { title: 'Week of 19 Oct', share: 81, words: '3 hours, 81 %' },
  ],
};

const hours: ProcedureView = {
  ...nothing,
  heading: 'Your protected time',
  tone: 'default',
  state: '81 % in 3 of the last 4 weeks',
  facts: [promised],
  figures,
  sections: [
    {
      title: 'This week, from Mon 19 Oct 2026',
      inputs: [
        {
          kind: 'number',
          id: 'number',
          label: 'Hours in that week; so far 3',
          choices: [],
          latest: '',
          value: '300',
          error: 'Enter hours in quarters, such as 3, 3.5 or 3.75, up to 60.',
        },
      ],
      actions: [
        save('Save these hours', 'protected-time'),
        open('The week before', 'protected-time', '2026-10-12'),
      ],
    },
  ],
};

const saved: ProcedureView = {
  ...hours,
  heading: '3 hours of protected time',
  tone: 'good',
  state: 'This week, from Mon 19 Oct 2026',
  facts: [promised, { title: 'Had in that week', value: '81 % of what is promised' }],
  sections: [
    {
      title: 'Saved',
      inputs: [],
      actions: [open('Change these hours', 'protected-time', '2026-10-19')],
    },
  ],
  note: 'It takes the place of 2.5 hours that you had logged.',
};

export const sixMonthsExamples: readonly Example<ProcedureView>[] = [
  { title: 'how often is to be decided, and nothing was chosen', data: decision },
  { title: 'a rhythm beyond the national standard, to be confirmed', data: warned },
  { title: 'a recording to state, with a day that is to come', data: recording },
  { title: 'protected time, with a number that is too high', data: hours },
  { title: 'protected time that was saved', data: saved },
];
