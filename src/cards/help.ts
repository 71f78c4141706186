import { z } from 'zod';
import template from '../../cards/help.json' with { type: 'json' };
import type { HelpView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { actions, text, withPrimary } from './view-parts.ts';

const schema = z.object({
  heading: text,
  intro: text,
  examples: z.array(z.object({ say: text, get: text })).max(22),
  actions,
}) satisfies z.ZodType<HelpView>;

export const help = defineCard<HelpView>({
  name: 'help',
  template,
  schema,
  bind: (view) => ({ ...view, actions: withPrimary(view.actions) }),
  sentences: (view) => [
    view.heading,
    view.intro,
    ...view.examples.map((example) => `Type “${example.say}”: ${example.get}`),
  ],
  examples: [
    {
      title: 'NQSW',
      data: {
        heading: 'How I can help',
        intro: 'Press a button, or type a question as you would to a colleague.',
        examples: [
          {
            say: 'when is my next review',
            get: 'Which review, its date, who leads it and what comes before it',
          },
          {
            say: 'my caseload is 14',
            get: 'Keeps the number, and tells your academy when it is over your limit',
          },
          { say: 'who is my assessor', get: 'The people who hold a part in your year' },
        ],
        actions: [
          { title: 'My next review', verb: 'ask', data: { intent: 'next-review' } },
          { title: 'My next supervision', verb: 'ask', data: { intent: 'next-supervision' } },
          { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } },
          { title: 'My year', verb: 'ask', data: { intent: 'my-year' } },
          { title: 'Report caseload', verb: 'caseload-open', data: { participantId: '' } },
        ],
      },
    },
    {
      title: 'not understood',
      data: {
        heading: 'I am not sure what you mean',
        intro: 'Did you mean one of these?',
        examples: [],
        actions: [
          { title: 'My next review', verb: 'ask', data: { intent: 'next-review' } },
          { title: 'My next supervision', verb: 'ask', data: { intent: 'next-supervision' } },
          { title: 'Help', verb: 'ask', data: { intent: 'help' } },
        ],
      },
    },
  ],
});
