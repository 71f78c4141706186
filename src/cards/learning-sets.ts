import { z } from 'zod';
import template from '../../cards/learning-sets.json' with { type: 'json' };
import type { LearningSetsView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { learningSetsExamples } from './learning-set-examples.ts';
import { actions, panelOf, text, tone, withPrimary } from './view-parts.ts';

const session = z.object({
  title: text,
  when: text,
  detail: text,
  status: text,
  tone,
  actions: actions.max(2),
});

const schema = z.object({
  heading: text,
  intro: text,
  sessions: z.array(session),
  actions,
}) satisfies z.ZodType<LearningSetsView>;

/** More would be too many for a phone and for the card's size. */
const mostShown = 8;

function moreWords(count: number): string {
  return count > mostShown ? `… and ${count - mostShown} more. To see one of them, ask for its date.` : '';
}

export const learningSets = defineCard<LearningSetsView>({
  name: 'learning-sets',
  template,
  schema,
  bind: (view) => ({
    ...view,
    sessions: view.sessions.slice(0, mostShown).map((each) => ({
      ...each,
      panel: panelOf(each.tone),
      actions: withPrimary(each.actions),
    })),
    more: moreWords(view.sessions.length),
    actions: view.actions.map((action) => ({ ...action, style: 'default' })),
  }),
  sentences: (view) => [
    view.heading,
    view.intro,
    ...view.sessions.slice(0, 4).map((each) => `${each.title}, ${each.when}: ${each.status}`),
    view.sessions.length > 4 ? `And ${view.sessions.length - 4} more` : null,
  ],
  examples: learningSetsExamples,
});
