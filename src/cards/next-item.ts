import { z } from 'zod';
import template from '../../cards/next-item.json' with { type: 'json' };
import type { NextItemView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { actions, facts, panelOf, text, tone, withPrimary } from './view-parts.ts';

const schema = z.object({
  heading: text,
  title: text,
  date: text,
  when: text,
  tone,
  facts,
  before: z.array(z.object({ title: text, date: text, when: text })).max(10),
  others: z.array(z.object({ title: text, date: text, when: text })).max(10),
  why: z.array(text).min(1).max(15),
  whyShown: z.literal(true).exactOptional(),
  // "Why this date?" is the sixth button.
  actions: actions.max(5),
}) satisfies z.ZodType<NextItemView>;

/** The reasons one after the other, with or without a full stop of their own. */
const inSentences = (reasons: readonly string[]) =>
  `${reasons.map((reason) => reason.replace(/\.$/u, '')).join('. ')}.`;

export const nextItem = defineCard<NextItemView>({
  name: 'next-item',
  template,
  schema,
  bind: (view) => ({
    ...view,
    panel: panelOf(view.tone),
    why: view.why.map((reason, at) => ({ step: at + 1, reason })),
    whyShown: view.whyShown === true,
    actions: withPrimary(view.actions),
  }),
  sentences: (view) => [
    `${view.heading}: ${view.title}, ${view.date}, ${view.when}`,
    ...view.facts.map((fact) => `${fact.title}: ${fact.value}`),
    ...view.before.map((item) => `Before then: ${item.title}, ${item.date}, ${item.when}`),
    ...view.others.map((item) => `Then: ${item.title}, ${item.date}, ${item.when}`),
    ...(view.whyShown === true ? [`Why this date? ${inSentences(view.why)}`] : []),
  ],
  examples: [
    {
      title: 'review ahead',
      data: {
        heading: 'Your next review',
        title: '6-month review',
        date: 'Monday 8 March 2027',
        when: 'in 12 days',
        tone: 'default',
        facts: [
          { title: 'Led by', value: 'Gwen Hartley, Practice Educator' },
          { title: 'With', value: 'Rhiannon Pryce, Senior Practitioner, and Tom Adeyemi, Team Manager' },
        ],
        before: [
          { title: 'Reflective supervision 12', date: 'Tuesday 2 March 2027', when: 'in 6 days' },
          { title: 'Case supervision 6', date: 'Friday 5 March 2027', when: 'in 9 days' },
        ],
        others: [],
        why: [
          'Your programme began on Monday 7 September 2026.',
          'The second review is held six months after that day: Sunday 7 March 2027.',
          'That is not a working day, so it moves to the following one: Monday 8 March 2027.',
        ],
        actions: [
          { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } },
          { title: 'My year', verb: 'ask', data: { intent: 'my-year' } },
        ],
      },
    },
    {
      title: 'supervision overdue',
      data: {
        heading: 'Your next supervision',
        title: 'Reflective supervision 3',
        date: 'Monday 28 September 2026',
        when: '5 days overdue (4 working days)',
        tone: 'attention',
        facts: [{ title: 'Led by', value: 'Rhiannon Pryce, Senior Practitioner' }],
        before: [],
        others: [
          { title: 'Case supervision 1', date: 'Wednesday 7 October 2026', when: 'in 4 days' },
          { title: 'Peer supervision 1', date: 'Wednesday 7 October 2026', when: 'in 4 days' },
        ],
        why: [
          'Your programme began on Monday 7 September 2026.',
          'In the first six weeks reflective supervision is weekly: session 3 falls 21 days after the start.',
        ],
        actions: [{ title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } }],
      },
    },
    {
      title: 'why this date, typed',
      data: {
        heading: 'Your next date',
        title: '3-month review',
        date: 'Monday 7 December 2026',
        when: 'in 63 days',
        tone: 'default',
        facts: [{ title: 'Led by', value: 'Gwen Hartley, Practice Educator' }],
        before: [],
        others: [],
        why: [
          'Your programme began on Monday 7 September 2026.',
          'The first review is held three months after that day: Monday 7 December 2026.',
        ],
        whyShown: true,
        actions: [{ title: 'My year', verb: 'ask', data: { intent: 'my-year' } }],
      },
    },
    {
      title: 'due today',
      data: {
        heading: 'Your next supervision',
        title: 'Case supervision 1',
        date: 'Wednesday 7 October 2026',
        when: 'today',
        tone: 'warning',
        facts: [{ title: 'Led by', value: 'Tom Adeyemi, Team Manager' }],
        before: [],
        others: [],
        why: ['Case supervision is monthly: the first falls one month after Monday 7 September 2026.'],
        actions: [],
      },
    },
  ],
});
