import type { ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { choicesOf, exampleOf, inputOf, openButton, saveButton } from './procedure-example-parts.ts';

/* Cover, a handover and the steps of an enrolment. */

const coverForm = exampleOf({
  heading: 'Cover for Amara Okoro',
  state: 'A colleague does it for some days',
  facts: [
    {
      title: 'Senior Practitioner',
      value: 'Owen Prys covers for Priya Nandakumar from Mon 26 Oct 2026 to Fri 30 Oct 2026',
    },
  ],
  sections: [
    {
      title: 'Arrange cover',
      inputs: [
        inputOf('one', 'personId', 'Who covers?', {
          choices: choicesOf('Owen Prys', 'Marta Kowalczyk'),
          value: 'owen-prys',
        }),
        inputOf('date', 'on', 'First day of cover', { value: '2026-11-09' }),
        inputOf('date', 'to', 'Last day of cover', {
          value: '2026-11-06',
          error: 'The last day is before the first one.',
        }),
      ],
      actions: [saveButton('Arrange this cover', 'cover')],
    },
    {
      title: 'Back earlier?',
      inputs: [],
      actions: [openButton('End cover by Owen Prys', 'cover', { about: 'e-1' })],
    },
  ],
  note: 'On those days they see what the holder sees, and get the reminders instead of the holder; before and after it nothing. Everybody concerned is told.',
});

const handover = exampleOf({
  heading: 'Handover of Amara Okoro',
  state: 'Only the day is kept, and nothing of what was said',
  facts: [
    { title: 'Change', value: 'Practice Educator: from Marta Kowalczyk to Tom Adeyemi on Mon 16 Nov 2026' },
  ],
  path: [
    { title: 'What comes next, and what was agreed and is still open.', mark: 'ahead' },
    { title: 'How the NQSW likes to work, said with the NQSW there.', mark: 'ahead' },
  ],
  pathTitle: 'What to talk about',
  sections: [
    {
      title: 'When was it held?',
      inputs: [inputOf('date', 'on', 'Held on', { latest: '2026-11-16', value: '2026-11-16' })],
      actions: [saveButton('Handover held', 'handover')],
    },
  ],
});

const enrolment = exampleOf({
  heading: 'Enrolment of Amara Okoro',
  state: 'As it stands on Monday 19 October 2026',
  facts: [
    { title: 'Stands', value: 'Amara Okoro is on the programme' },
    { title: 'Cohort', value: 'Autumn 2026' },
    { title: 'Began', value: 'Monday 7 September 2026' },
    { title: 'Ends', value: 'Tuesday 7 September 2027' },
  ],
  sections: [
    {
      title: 'What changes?',
      inputs: [],
      actions: [
        openButton('Extend the programme', 'enrolment', { about: 'extend' }),
        openButton('They leave', 'enrolment', { about: 'leave' }),
        openButton('They have completed it', 'enrolment', { about: 'complete' }),
      ],
    },
  ],
  note: 'A time away after which they come back is a pause. Before anything is kept you see every date that it moves.',
});

const leaving = exampleOf({
  heading: 'Enrolment of Amara Okoro: what would move',
  state: 'Nothing is kept before you press the button',
  moved: [
    {
      title: 'No longer due',
      lines: [
        'Reflective supervision: 16, from Mon 2 Nov 2026 to Tue 7 Sep 2027',
        '3-month review: Mon 7 Dec 2026',
        'End of programme: Tue 7 Sep 2027',
      ],
      apart: true,
    },
  ],
  sections: [
    {
      title: 'Is this right?',
      inputs: [],
      actions: [
        saveButton('They leave on this day', 'enrolment', { step: 'leave' }),
        openButton('Choose another day', 'enrolment', { about: 'leave~2026-10-30' }),
      ],
    },
  ],
  note: 'Amara Okoro leaves on Friday 30 October 2026 for agency work: nothing is due after it. 18 dates fall away.',
});

const returning = exampleOf({
  heading: 'Enrolment of Amara Okoro: what would move',
  state: 'Nothing is kept before you press the button',
  moved: [
    {
      title: 'Reviews and other single dates',
      lines: [
        '6-month review: Mon 8 Mar 2027 → Mon 5 Apr 2027',
        '12-month review: Tue 7 Sep 2027 → Tue 5 Oct 2027',
      ],
    },
    {
      title: 'Case supervision: 2',
      lines: ['6: Mon 8 Mar 2027 → Mon 5 Apr 2027', '7: Wed 7 Apr 2027 → Wed 5 May 2027'],
    },
    { title: 'New dates', lines: ['Service session: 2, from Wed 7 Jul 2027 to Thu 7 Oct 2027'], apart: true },
    {
      title: 'No longer due',
      lines: ['Team meeting: 3, from Mon 8 Feb 2027 to Mon 22 Feb 2027'],
      apart: true,
    },
  ],
  sections: [
    {
      title: 'Is this right?',
      inputs: [],
      actions: [
        saveButton('They return on this day', 'enrolment', { step: 'return' }),
        openButton('Choose another day', 'enrolment', { about: 'return~2027-03-01' }),
      ],
    },
  ],
  note: '4 dates move. The programme would end on Tue 5 Oct 2027. 2 dates are new. 3 dates fall away.',
});

export const changeExamples: readonly Example<ProcedureView>[] = [
  { title: 'cover with a last day that is too early', data: coverForm },
  { title: 'a handover to be entered', data: handover },
  { title: 'an enrolment and what can change', data: enrolment },
  { title: 'what falls away when somebody leaves', data: leaving },
  { title: 'what moves, comes and falls away with a return', data: returning },
];
