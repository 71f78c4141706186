import type { QuestionView } from '../services/views.ts';
import type { Example } from './card.ts';

/* A question that is handed to a person, as the NQSW and whoever gets it see it. */

const next = { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } };
const asked = { title: 'Asked', value: 'Mon 5 Oct 2026, 10:00 (UK time)' };
const of = { title: 'For', value: 'Senior Practitioner' };
const chat = (title: string, who: string) => ({
  title,
  url: `https://teams.microsoft.com/l/chat/0/0?users=${who}%40example.org`,
});

const form: QuestionView = {
  heading: 'Ask a person',
  tone: 'default',
  lines: [
    'They get your words with your name, and answer you in your own chat. Your words are erased as soon as they have been seen, at the latest after five working days.',
    'If the person is on leave, somebody else gets them and you are told who. Please write nothing that points to a child or a family, and nothing about health.',
  ],
  words: '',
  facts: [],
  form: {
    submissionId: 's-q1',
    choices: [
      { title: 'Senior Practitioner: Priya Nandakumar', value: 'reflective-supervisor' },
      { title: 'Practice Educator: Marta Kowalczyk', value: 'assessor' },
      { title: 'Team Manager: Tom Adeyemi', value: 'host-manager' },
      { title: 'Academy Manager: Helen Boateng', value: 'academy-manager' },
    ],
    to: 'reflective-supervisor',
    words: 'Can we move Thursday’s session to the afternoon?',
    longest: 400,
    errors: { to: null, question: null },
  },
  links: [],
  actions: [{ title: 'Hand over my question', verb: 'question-send', data: { submissionId: 's-q1' } }],
};

const standing: QuestionView = { ...form, form: null, lines: [], actions: [] };
const refused: QuestionView = {
  ...form,
  form:
    form.form === null
      ? null
      : {
          ...form.form,
          words: '',
          errors: {
            to: null,
            question: 'This looks like a date of birth. These words have not been kept.',
          },
        },
};

export const questionExamples: readonly Example<QuestionView>[] = [
  { title: 'form', data: form },
  { title: 'form with errors', data: refused },
  {
    title: 'handed over',
    data: {
      ...standing,
      heading: 'Handed to Owen Prys',
      lines: [
        'The Senior Practitioner is on leave, so this went to Owen Prys in their place.',
        'You see here when they have seen it. They answer you in your own chat.',
      ],
      facts: [
        asked,
        of,
        { title: 'Seen', value: 'not yet' },
        { title: 'Kept at most until', value: 'Mon 12 Oct 2026, 09:00 (UK time)' },
      ],
      links: [chat('Write to Owen', 'owen.senior')],
      actions: [next],
    },
  },
  {
    title: 'seen',
    data: {
      ...standing,
      heading: 'Owen Prys has seen your question',
      tone: 'good',
      lines: ['Your words are erased. The answer comes in your own chat.'],
      facts: [asked, of, { title: 'Seen', value: 'Mon 5 Oct 2026, 11:20 (UK time)' }],
      links: [chat('Write to Owen', 'owen.senior')],
      actions: [next],
    },
  },
  {
    title: 'to whom it was handed',
    data: {
      ...standing,
      heading: 'A question from Amara Okoro',
      tone: 'warning',
      lines: [
        'The Senior Practitioner is on leave, so this went to you in their place.',
        'Please answer in your own chat. When you say that you have seen it, its words are erased here too.',
      ],
      words: 'Can we move Thursday’s session to the afternoon?',
      facts: [
        asked,
        of,
        { title: 'Seen', value: 'not yet' },
        { title: 'Kept at most until', value: 'Mon 12 Oct 2026, 09:00 (UK time)' },
      ],
      links: [chat('Reply in your own chat', 'amara.nqsw')],
      actions: [
        {
          title: 'I have seen this',
          verb: 'question-seen',
          data: { participantId: 'p-amara', questionId: 'q-1' },
        },
      ],
    },
  },
  {
    title: 'nobody has looked',
    data: {
      ...standing,
      heading: 'Nobody has looked at your question',
      tone: 'warning',
      lines: [
        'Priya Nandakumar has not opened it within five working days, and your words are erased.',
        'You can ask again, write to them, or ask somebody else.',
      ],
      facts: [asked, of, { title: 'Erased unseen', value: 'Mon 12 Oct 2026, 09:00 (UK time)' }],
      links: [chat('Write to Priya', 'priya.senior')],
      actions: [
        { title: 'Ask again', verb: 'question-open', data: { function: 'reflective-supervisor' } },
        next,
      ],
    },
  },
];
