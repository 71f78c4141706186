import { z } from 'zod';
import template from '../../cards/choose-person.json' with { type: 'json' };
import type { ChoosePersonView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { choices, error, text, typed } from './view-parts.ts';

const schema = z.object({
  heading: text,
  question: text,
  people: choices,
  chosen: typed,
  error,
  verb: z.enum([
    'record-open',
    'caseload-open',
    'concern-open',
    'pause-open',
    'allocation-open',
    'assess-review-open',
    'assess-correction-open',
    'assess-observation-open',
    'assess-evidence-open',
    'assess-final-open',
    'year-open',
  ]),
  form: z.string().max(40).exactOptional(),
  actionTitle: z.string().min(1).max(60),
}) satisfies z.ZodType<ChoosePersonView>;

/** A few names are read at a glance with what is owed beside them; more are a list to open. */
const mostAtAGlance = 6;

export const choosePerson = defineCard<ChoosePersonView>({
  name: 'choose-person',
  template,
  schema,
  bind: (view) => ({
    ...view,
    form: view.form ?? '',
    style: view.people.length <= mostAtAGlance ? 'expanded' : 'compact',
  }),
  fieldErrors: (view) => ({ participantId: view.error }),
  sentences: (view) => [
    view.error,
    view.heading,
    view.question,
    ...view.people.map((person) => person.title),
  ],
  examples: [
    {
      title: 'a few people',
      data: {
        heading: 'Record supervision',
        question: 'With whom?',
        people: [
          { title: 'Amara Okoro – 1 overdue', value: 'p-amara' },
          { title: 'Callum Reid – due today', value: 'p-callum' },
          { title: 'Priya Nair – next in 5 days', value: 'p-priya' },
        ],
        chosen: 'p-amara',
        error: null,
        verb: 'record-open',
        actionTitle: 'Continue',
      },
    },
    {
      title: 'many people, with an error',
      data: {
        heading: 'Report caseload',
        question: 'Whose caseload?',
        people: [
          { title: 'Amara Okoro', value: 'p-amara' },
          { title: 'Callum Reid', value: 'p-callum' },
          { title: 'Deniz Kaya', value: 'p-deniz' },
          { title: 'Holly Marsh', value: 'p-holly' },
          { title: 'Jonah Wright', value: 'p-jonah' },
          { title: 'Priya Nair', value: 'p-priya' },
          { title: 'Sasha Bell', value: 'p-sasha' },
        ],
        chosen: '',
        error: 'Choose the person whose caseload you want to report.',
        verb: 'caseload-open',
        actionTitle: 'Continue',
      },
    },
    {
      title: 'about whose programme',
      data: {
        heading: 'Raise a concern',
        question: 'Whose programme is it about?',
        people: [
          { title: 'Amara Okoro', value: 'p-amara' },
          { title: 'Callum Reid', value: 'p-callum' },
        ],
        chosen: 'p-amara',
        error: null,
        verb: 'concern-open',
        actionTitle: 'Continue',
      },
    },
  ],
});
