import { z } from 'zod';
import template from '../../cards/welcome.json' with { type: 'json' };
import type { WelcomeView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { actions, text, texts, withPrimary } from './view-parts.ts';

const schema = z.object({
  firstName: text,
  academy: text,
  intro: text,
  canDo: texts,
  actions,
}) satisfies z.ZodType<WelcomeView>;

export const welcome = defineCard<WelcomeView>({
  name: 'welcome',
  template,
  schema,
  bind: (view) => ({
    ...view,
    canDo: view.canDo.map((sentence) => ({ sentence })),
    actions: withPrimary(view.actions),
  }),
  sentences: (view) => [`Hello ${view.firstName}`, view.intro, ...view.canDo],
  examples: [
    {
      title: 'NQSW',
      data: {
        firstName: 'Amara',
        academy: 'Luton Social Work Academy',
        intro: 'I keep your assessed and supported year on its path. Ask me in your own words, at any time.',
        canDo: [
          'Ask when your next review or supervision is, and why it falls on that date.',
          'Agree the record of a supervision, or say what is not right.',
          'Tell me your caseload, so that your academy can protect it.',
        ],
        actions: [
          { title: 'My next review', verb: 'ask', data: { intent: 'next-review' } },
          { title: 'My next supervision', verb: 'ask', data: { intent: 'next-supervision' } },
          { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } },
          { title: 'Report caseload', verb: 'caseload-open', data: { participantId: '' } },
        ],
      },
    },
    {
      title: 'Senior Practitioner',
      data: {
        firstName: 'Rhiannon',
        academy: 'Luton Social Work Academy',
        intro: 'I keep the supervision of your NQSWs on its path and its record in one place.',
        canDo: [
          'Record a supervision in a minute, with the oldest overdue session first.',
          'See what each of your NQSWs is owed next.',
        ],
        actions: [
          { title: 'Record supervision', verb: 'record-open', data: { participantId: '', item: '' } },
          { title: 'My NQSWs', verb: 'ask', data: { intent: 'my-nqsws' } },
        ],
      },
    },
  ],
});
