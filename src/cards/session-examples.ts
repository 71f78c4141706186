import type { MessageView, ProcedureView } from '../services/views.ts';
import type { Example } from './card.ts';
import { exampleOf, inputOf, saveButton } from './procedure-example-parts.ts';

/* A session kept by its day, attendance of a group, and another day that two people agree. */

export const sessionExamples: readonly Example<ProcedureView>[] = [
  {
    title: 'the day of a personal supervision',
    data: exampleOf({
      heading: 'Personal supervision with Amara Okoro',
      state:
        'Only the day is kept, and only you, the NQSW and the deputy see it. Please enter nothing of what was said.',
      sections: [
        {
          title: 'When was it held?',
          inputs: [
            inputOf('one', 'choice', 'Session', {
              choices: [
                {
                  title: 'Personal supervision 1, due Wed 7 Oct 2026, overdue',
                  value: 'personal-supervision-1',
                },
                { title: 'Personal supervision 2, due Mon 9 Nov 2026', value: 'personal-supervision-2' },
              ],
              value: 'personal-supervision-1',
            }),
            inputOf('date', 'on', 'Held on', {
              latest: '2026-10-12',
              value: '2026-10-13',
              error: 'That day is still to come. Enter it once it has been held.',
            }),
          ],
          actions: [saveButton('Save the day', 'date-held')],
        },
      ],
    }),
  },
  {
    title: 'who was at a peer supervision',
    data: exampleOf({
      heading: 'Peer supervision, Autumn 2026',
      state: 'Tick whoever was there. Only the day and who came are kept.',
      sections: [
        {
          title: 'Who was there?',
          inputs: [
            inputOf('date', 'on', 'Held on', { latest: '2026-10-12', value: '2026-10-07' }),
            inputOf('many', 'codes', 'Who came', {
              choices: [
                { title: 'Amara Okoro', value: 'p-amara' },
                { title: 'Benedikt Søgaard', value: 'p-ben' },
                { title: 'Callum Reid', value: 'p-callum' },
              ],
              value: 'p-amara,p-ben',
            }),
          ],
          actions: [saveButton('Save attendance', 'attendance', { participantId: '' })],
        },
      ],
    }),
  },
  {
    title: 'a peer supervision at which nobody was',
    data: exampleOf({
      heading: 'Peer supervision, Autumn 2026',
      state: 'Tick whoever was there. Only the day and who came are kept.',
      error: 'Nobody is ticked, so nothing is saved yet. Tick whoever was there, or say what happened.',
      sections: [
        {
          title: 'Who was there?',
          inputs: [
            inputOf('date', 'on', 'Held on', { latest: '2026-10-12', value: '2026-10-07' }),
            inputOf('many', 'codes', 'Who came', {
              choices: [
                { title: 'Amara Okoro', value: 'p-amara' },
                { title: 'Benedikt Søgaard', value: 'p-ben' },
                { title: 'Callum Reid', value: 'p-callum' },
              ],
            }),
            inputOf('one', 'choice', 'If nobody was there: what happened?', {
              choices: [
                { title: 'It did not take place: whoever leads it was on leave', value: 'supervisor-leave' },
                { title: 'It did not take place: urgent work came first', value: 'urgent-work' },
                { title: 'It was held, and nobody came', value: 'nobody-came' },
              ],
            }),
            inputOf('date', 'to', 'Another day for it, if one is set'),
          ],
          actions: [saveButton('Save attendance', 'attendance', { participantId: '' })],
        },
      ],
    }),
  },
  {
    title: 'another day that would break the national standard',
    data: exampleOf({
      heading: 'Agree another day with Amara Okoro',
      state: 'The other side is asked. Until they agree nothing moves; then only this session does.',
      error:
        'The national standard would not be kept: no reflective supervision from Tue 20 Oct 2026 to Mon 2 Nov 2026.',
      sections: [
        {
          title: 'Which session, and when?',
          inputs: [
            inputOf('one', 'choice', 'Session', {
              choices: [
                { title: 'Reflective supervision 7, Mon 2 Nov 2026', value: 'reflective-supervision-7' },
              ],
              value: 'reflective-supervision-7',
            }),
            inputOf('date', 'on', 'New day', { value: '2026-11-05' }),
          ],
          actions: [
            saveButton('Propose this day', 'reschedule', { step: 'propose' }),
            saveButton('Propose it all the same', 'reschedule', { step: 'anyway-2026-11-05' }),
          ],
        },
      ],
    }),
  },
  {
    title: 'a day that somebody proposes',
    data: exampleOf({
      heading: 'Reflective supervision 7',
      state: 'Priya Nandakumar proposes Thursday 29 October 2026 instead of Monday 2 November 2026',
      sections: [
        {
          title: 'Does that day suit you?',
          inputs: [],
          actions: [
            saveButton('Agree', 'reschedule', { step: 'agree' }),
            saveButton('Decline', 'reschedule', { step: 'decline' }),
          ],
        },
        {
          title: 'Or another day',
          inputs: [inputOf('date', 'on', 'Another day')],
          actions: [saveButton('Propose this day', 'reschedule', { step: 'propose' })],
        },
      ],
    }),
  },
  {
    title: 'a day that has been agreed',
    data: exampleOf({
      heading: 'Reflective supervision 7 with Amara Okoro',
      tone: 'good',
      state: 'Agreed: Thursday 29 October 2026 instead of Monday 2 November 2026',
      sections: [
        {
          title: 'Your next dates',
          inputs: [],
          actions: [{ title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } }],
        },
      ],
    }),
  },
];

export const sessionMessages: readonly Example<MessageView>[] = [
  {
    title: 'a session of a group that did not take place',
    data: {
      heading: 'Peer supervision on Wednesday 7 October 2026: it did not take place',
      tone: 'warning',
      lines: [
        'It counts as missed for them until it is held. When it is, record attendance for that day: it then counts for this session.',
        'To correct it, record the same day again.',
      ],
      facts: [
        { title: 'Why', value: 'urgent work came first' },
        { title: 'New date', value: 'Wednesday 14 October 2026' },
        { title: 'Told', value: 'Amara Okoro, Benedikt Søgaard' },
      ],
      actions: [{ title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } }],
    },
  },
  {
    title: 'a session that did not take place, for the NQSW',
    data: {
      heading: 'Peer supervision 2 did not take place',
      tone: 'default',
      lines: [
        'Marta Kowalczyk noted it for Wednesday 7 October 2026.',
        'It counts as missed until it is held.',
      ],
      facts: [
        { title: 'Why', value: 'urgent work came first' },
        { title: 'New date', value: 'Wednesday 14 October 2026' },
      ],
      actions: [{ title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } }],
    },
  },
];
