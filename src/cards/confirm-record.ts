import { z } from 'zod';
import template from '../../cards/confirm-record.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { ConfirmRecordView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { code, id } from './submission-fields.ts';
import {
  actions,
  choices,
  error,
  facts,
  panelOf,
  text,
  texts,
  tone,
  typed,
  withPrimary,
} from './view-parts.ts';

const schema = z.object({
  participantId: typed,
  recordId: typed,
  heading: text,
  intro: text,
  facts,
  agreedActions: texts,
  reasons: choices.min(1),
  answered: z.object({ text, tone }).nullable(),
  actions: actions.max(3),
  error,
}) satisfies z.ZodType<ConfirmRecordView>;

const waiting: ConfirmRecordView = {
  participantId: 'p-amara',
  recordId: 'r-2b91',
  heading: 'Is this record right?',
  intro: 'Rhiannon Pryce has recorded Reflective supervision 3 with you.',
  facts: [
    { title: 'Held on', value: 'Tuesday 29 September 2026' },
    { title: 'Length', value: '95 minutes, face to face' },
    { title: 'Themes', value: 'Reflection on practice, Wellbeing' },
    { title: 'On the child’s file', value: 'Yes' },
    { title: 'Template used', value: 'Yes' },
  ],
  agreedActions: ['Draft the reflective log for the panel – you, by Friday 9 October 2026'],
  reasons: [
    { title: 'It was not held', value: 'not-held' },
    { title: 'The date', value: 'wrong-date' },
    { title: 'The length', value: 'wrong-length' },
    { title: 'The themes', value: 'wrong-themes' },
    { title: 'What is said of the file or the template', value: 'wrong-attestation' },
    { title: 'An action', value: 'wrong-action' },
  ],
  answered: null,
  actions: [],
  error: null,
};
const answered: ConfirmRecordView = {
  ...waiting,
  heading: 'Reflective supervision 3',
  intro: 'Rhiannon Pryce has recorded this session with you.',
};
/** Once it is answered the next step is elsewhere. */
const next = [
  { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } },
  { title: 'My year', verb: 'ask', data: { intent: 'my-year' } },
];

export const confirmRecord = defineCard<ConfirmRecordView>({
  name: 'confirm-record',
  template,
  schema,
  bind: (view) => ({
    ...view,
    agreedActions: view.agreedActions.map((sentence) => ({ sentence })),
    answer: view.answered?.text ?? '',
    panel: panelOf(view.answered?.tone ?? 'default'),
    actions: withPrimary(view.actions),
  }),
  sentences: (view) => [
    view.error,
    view.heading,
    view.intro,
    ...view.facts.map((fact) => `${fact.title}: ${fact.value}`),
    ...view.agreedActions,
    view.answered?.text ?? null,
  ],
  examples: [
    { title: 'waiting', data: waiting },
    {
      title: 'agreed',
      data: {
        ...answered,
        answered: { text: 'You agreed on Wed 30 Sep 2026, 11:20 (UK time).', tone: 'good' },
        actions: next,
      },
    },
    {
      title: 'not right',
      data: {
        ...answered,
        answered: {
          text: 'You said on Wed 30 Sep 2026, 11:20 (UK time) that this is not right: “The length”. Rhiannon Pryce can see that and can record it again.',
          tone: 'warning',
        },
        actions: next,
      },
    },
    {
      title: 'with an error',
      data: { ...waiting, agreedActions: [], error: 'Choose what is not right before you send it.' },
    },
  ],
});

export const confirmAgree = z.object({
  participantId: id,
  recordId: id,
}) satisfies z.ZodType<Submissions['confirm-agree']>;

export const confirmNotRight = z.object({
  participantId: id,
  recordId: id,
  reason: code,
}) satisfies z.ZodType<Submissions['confirm-not-right']>;
