import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { exampleOf, inputOf, openButton, saveButton } from './procedure-example-parts.ts';

/* What is decided, stated and logged around the sixth month. */

const howOften = (
  choice: string,
  weeks: string,
  error: string | null,
): ProcedureView['sections'][number] => ({
  title: 'Your decision on reflective supervision',
  inputs: [
    inputOf('one', 'choice', 'How often from now on', {
      choices: [
        { value: 'keep', title: 'Keep fortnightly' },
        { value: 'monthly', title: 'Monthly' },
        { value: 'custom', title: 'Another number of weeks' },
      ],
      value: choice,
      error,
    }),
    inputOf('number', 'number', 'Weeks between two sessions, if another number', { value: weeks }),
  ],
  actions: [saveButton('Save this decision', 'cadence')],
});

const decision = exampleOf({
  heading: 'How often for Amara Okoro?',
  state: 'To be decided on Monday 8 March 2027, in 5 days',
  facts: [
    { title: 'If fortnightly', value: 'Mon 22 Mar 2027, Mon 5 Apr 2027, Mon 19 Apr 2027' },
    { title: 'If monthly', value: 'Wed 7 Apr 2027, Fri 7 May 2027, Mon 7 Jun 2027' },
  ],
  sections: [howOften('', '', 'Choose how often.')],
  note: 'Sessions up to today keep their dates. The NQSW is told. It can be decided anew at any time.',
});

const asked = howOften('custom', '5', null);
const warned: ProcedureView = {
  ...decision,
  tone: 'warning',
  error:
    'Every 5 weeks leaves 35 days without a session, from Mon 8 Mar 2027 to Mon 12 Apr 2027. The national standard is 31 days at most. You can change it, or decide so all the same.',
  sections: [
    {
      ...asked,
      actions: [
        ...asked.actions,
        saveButton('Decide so all the same', 'cadence', { step: 'confirm-custom-5' }),
      ],
    },
  ],
};

const recording = exampleOf({
  heading: 'Up to date for Amara Okoro?',
  state: '2 things to state',
  sections: [
    {
      title: 'Your statement',
      inputs: [
        inputOf('one', 'choice', 'What is up to date', {
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
          value: 'child-file-recording-3',
        }),
        inputOf('date', 'on', 'As it stood on', {
          latest: '2027-03-10',
          value: '2027-03-12',
          error: 'That day is still to come. Choose today or an earlier day.',
        }),
      ],
      actions: [saveButton('State that it is up to date', 'attest')],
    },
  ],
  note: 'Only the date is kept, and nothing of what is recorded.',
});

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

const hours = exampleOf({
  heading: 'Your protected time',
  state: '81 % in 3 of the last 4 weeks',
  facts: [promised],
  figures,
  sections: [
    {
      title: 'This week, from Mon 19 Oct 2026',
      inputs: [
        inputOf('number', 'number', 'Hours in that week; so far 3', {
          value: '300',
          error: 'Enter hours in quarters, such as 3, 3.5 or 3.75, up to 60.',
        }),
      ],
      actions: [
        saveButton('Save these hours', 'protected-time'),
        openButton('The week before', 'protected-time', { about: '2026-10-12' }),
      ],
    },
  ],
});

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
      actions: [openButton('Change these hours', 'protected-time', { about: '2026-10-19' })],
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
