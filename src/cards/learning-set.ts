import { z } from 'zod';
import template from '../../cards/learning-set.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { LearningSetView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { learningSetExamples } from './learning-set-examples.ts';
import { id } from './submission-fields.ts';
import { actions, facts, isAddress, link, panelOf, text, texts, tone, withPrimary } from './view-parts.ts';

const schema = z.object({
  heading: text,
  when: text,
  intro: text,
  status: text,
  tone,
  facts,
  sections: z.array(z.object({ title: text, lines: texts })).max(5),
  links: z.array(link).max(3),
  actions,
}) satisfies z.ZodType<LearningSetView>;

export const learningSet = defineCard<LearningSetView>({
  name: 'learning-set',
  template,
  schema,
  bind: (view) => ({
    ...view,
    panel: panelOf(view.tone),
    sections: view.sections.map(({ title, lines }) => ({ title, lines: lines.map((line) => ({ line })) })),
    links: view.links.filter(isAddress),
    actions: withPrimary(view.actions),
  }),
  sentences: (view) => [
    view.intro,
    view.heading,
    view.when,
    view.status,
    ...view.facts.map((fact) => `${fact.title}: ${fact.value}`),
    ...view.sections.map(({ title, lines }) => `${title}: ${lines.slice(0, 6).join('; ')}`),
  ],
  examples: learningSetExamples,
});

/** What every button about one session sends. */
export const ofSession = z.object({ sessionId: id }) satisfies z.ZodType<Submissions['learning-set-open']>;

export const figures = z.object({}).transform((): Submissions['learning-set-figures'] => ({}));
