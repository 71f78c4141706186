import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { exampleOf, inputOf } from './procedure-example-parts.ts';

/* What the card of a pause looks like, to whom, at which point. */

const about = { participantId: 'p-amara', pauseId: 'b-4' };
const step = (title: string, name: string, more: object = {}) => ({
  title,
  verb: 'pause-step',
  data: { ...about, step: name, seen: 1, ...more },
});

const moved: NonNullable<ProcedureView['moved']> = [
  {
    title: 'Reviews and other single dates',
    lines: [
      '3-month review: Mon 7 Dec 2026 → Mon 18 Jan 2027',
      '6-month review: Mon 8 Mar 2027 → Mon 19 Apr 2027',
      'End of the programme: Tue 7 Sep 2027 → Tue 19 Oct 2027',
    ],
  },
  {
    title: 'Reflective supervision: 3',
    lines: [
      '8: Mon 2 Nov 2026 → Mon 14 Dec 2026',
      '9: Mon 16 Nov 2026 → Tue 29 Dec 2026',
      '10: Mon 30 Nov 2026 → Mon 11 Jan 2027',
    ],
  },
];

const proposed = exampleOf({
  heading: 'Pause of Amara Okoro’s programme',
  tone: 'warning',
  state: 'Proposed: 1 of 4 have agreed',
  facts: [
    { title: 'Pause', value: 'Monday 2 November 2026 to Sunday 13 December 2026, 42 days' },
    { title: 'Reason', value: 'Not disclosed' },
    { title: 'Your turn', value: 'by Monday 26 October 2026' },
    { title: 'Waiting for', value: 'Tom Adeyemi (Team Manager); Academy Manager' },
  ],
  moved,
  path: [
    { title: 'Amara Okoro has agreed', mark: 'done' },
    { title: 'Marta Kowalczyk (Practice Educator)', mark: 'now' },
    { title: 'Tom Adeyemi (Team Manager)', mark: 'now' },
    { title: 'Academy Manager', mark: 'now' },
  ],
  pathTitle: 'Who has to agree',
  history: [
    'Mon 19 Oct 2026, 10:00 (UK time): a pause from Mon 2 Nov 2026 to Sun 13 Dec 2026 proposed, Helen Boateng',
    'Mon 19 Oct 2026, 12:10 (UK time): agreed as NQSW, Amara Okoro',
  ],
  sections: [
    {
      title: 'Do you agree to this pause and to the new dates?',
      inputs: [],
      actions: [step('I agree', 'agree'), step('I do not agree', 'decline')],
    },
  ],
  note: '6 dates move. The programme would end on Tue 19 Oct 2027.',
});

const reasons = [
  { title: 'Long-term sickness', value: 'sickness' },
  { title: 'Bereavement', value: 'bereavement' },
  { title: 'Not disclosed', value: 'not-disclosed' },
  { title: 'Doubts about capability', value: 'capability' },
];

export const pauseExamples: readonly Example<ProcedureView>[] = [
  {
    title: 'a pause to be filled in, with errors',
    data: exampleOf({
      heading: 'Pause Amara Okoro’s programme',
      state: 'Only the kind of reason is kept, never the story',
      sections: [
        {
          title: 'When, and why',
          inputs: [
            inputOf('one', 'reason', 'Kind of reason', {
              choices: reasons,
              value: 'capability',
              error:
                'Doubts about capability are no reason for a pause: the programme goes on, with support.',
            }),
            inputOf('date', 'fromOn', 'First day of the pause', { error: 'Choose the date.' }),
            inputOf('date', 'untilOn', 'Last day of the pause (leave it empty while nobody knows)'),
          ],
          actions: [
            {
              title: 'Show what would move',
              verb: 'pause-preview',
              data: { ...about, change: 'propose' },
            },
          ],
        },
      ],
      note: 'Nothing is sent yet: first you see every date that would move. Then all four have to agree.',
    }),
  },
  {
    title: 'a pause that is asked for, to the Academy Manager',
    data: exampleOf({
      heading: proposed.heading,
      tone: 'warning',
      state: 'Asked for, and nothing decided yet',
      facts: [{ title: 'Your turn', value: 'by Thursday 22 October 2026' }],
      sections: [
        {
          title: 'When you have talked it over',
          inputs: [],
          actions: [
            { title: 'Propose a pause', verb: 'pause-open', data: about },
            step('There will be no pause', 'decline'),
          ],
        },
      ],
    }),
  },
  { title: 'a pause to agree to, to the Practice Educator', data: proposed },
  {
    title: 'coming back early, before it is saved',
    data: exampleOf({
      heading: 'Pause of Amara Okoro’s programme: what would move',
      state: 'Nothing is kept or sent before you press the button',
      facts: [{ title: 'First day back', value: 'Monday 30 November 2026' }],
      moved: [
        {
          title: 'Reviews and other single dates',
          lines: ['3-month review: Mon 18 Jan 2027 → Mon 4 Jan 2027'],
        },
      ],
      sections: [
        {
          title: 'Is this right?',
          inputs: [],
          actions: [
            step('Save the first day back', 'end', { backOn: '2026-11-30' }),
            { title: 'Leave it as it is', verb: 'pause-show', data: about },
          ],
        },
      ],
      note: '1 date moves.',
    }),
  },
  {
    title: 'a pause that is agreed, to the Academy Manager',
    data: exampleOf({
      heading: 'Pause of Amara Okoro’s programme',
      tone: 'warning',
      state: 'Agreed by all four',
      facts: proposed.facts.slice(0, 2),
      history: proposed.history,
      sections: [
        {
          title: 'Record the pause on the funder’s portal',
          inputs: [],
          actions: [step('Done: funder’s portal', 'record', { task: 'portal' })],
        },
        {
          title: 'When they come back',
          inputs: [inputOf('date', 'backOn', 'First day back')],
          actions: [
            { title: 'Show what that moves', verb: 'pause-preview', data: { ...about, change: 'end' } },
          ],
        },
      ],
    }),
  },
  {
    title: 'the first day back, to the NQSW',
    data: exampleOf({
      heading: 'Welcome back',
      tone: 'good',
      state: 'Your programme goes on: these are your next dates',
      facts: [
        { title: 'Reflective supervision 8', value: 'Mon 14 Dec 2026, today' },
        { title: 'Reflective supervision 9', value: 'Tue 29 Dec 2026, in 15 days' },
        { title: '3-month review', value: 'Mon 18 Jan 2027, in 35 days' },
      ],
      movedTitle: 'Dates that moved',
      moved,
      sections: [
        {
          title: 'The rest of the year',
          inputs: [],
          actions: [{ title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } }],
        },
      ],
      note: 'Dates moved by the days that your programme was paused.',
    }),
  },
];
