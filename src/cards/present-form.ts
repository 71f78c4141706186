import { z } from 'zod';
import template from '../../cards/present-form.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { PresentFormView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { id, sentence, shortAnswer } from './submission-fields.ts';
import { error, text, texts, typed } from './view-parts.ts';

const schema = z.object({
  sessionId: typed,
  heading: text,
  when: text,
  rotation: texts,
  topic: typed,
  minutes: typed,
  least: z.int(),
  most: z.int(),
  errors: z.object({ topic: error, minutes: error }),
}) satisfies z.ZodType<PresentFormView>;

const fresh: PresentFormView = {
  sessionId: 's-december',
  heading: 'Present at the action learning set',
  when: 'Thursday 3 December 2026, 14:00 to 15:30 (UK time)',
  rotation: ['Callum Reid, Thu 5 Nov 2026', 'Not yet: Amara Okoro, Priya Nair'],
  topic: '',
  minutes: '10',
  least: 5,
  most: 10,
  errors: { topic: null, minutes: null },
};

export const presentForm = defineCard<PresentFormView>({
  name: 'present-form',
  template,
  schema,
  bind: (view) => ({ ...view, rotation: view.rotation.map((line) => ({ line })) }),
  fieldErrors: (view) => view.errors,
  sentences: (view) => [view.heading, view.when, view.errors.topic, view.errors.minutes],
  examples: [
    { title: 'fresh', data: fresh },
    {
      title: 'with errors',
      data: {
        ...fresh,
        minutes: '30',
        errors: {
          topic: 'This looks like somebody’s initials. These words have not been kept.',
          minutes: 'Give 5 to 10 whole minutes.',
        },
      },
    },
  ],
});

export const present = z.object({
  sessionId: id,
  topic: sentence,
  minutes: shortAnswer,
}) satisfies z.ZodType<Submissions['learning-set-present']>;
