import { z } from 'zod';
import template from '../../cards/digest.json' with { type: 'json' };
import type { DigestView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { actions, text } from './view-parts.ts';

const item = z.object({ title: text, who: text, when: text });

const schema = z.object({
  heading: text,
  intro: text,
  overdue: z.array(item).max(30),
  days: z.array(z.object({ day: text, items: z.array(item).min(1).max(30) })).max(7),
  more: text,
  actions,
}) satisfies z.ZodType<DigestView>;

type Item = z.infer<typeof item>;

const aboutOf = ({ who, when }: Item) => [who, when].filter((part) => part !== '').join(' · ');
const bound = (each: Item) => ({ ...each, about: aboutOf(each) });
const said = (each: Item) => [each.title, each.who, each.when].filter((part) => part !== '').join(', ');

const days: DigestView['days'] = [
  {
    day: 'Monday 5 October 2026',
    items: [
      { title: 'Reflective supervision 4', who: 'Amara Okoro', when: 'today' },
      { title: 'Reflective supervision 2', who: 'Benedikt Søgaard', when: 'today' },
    ],
  },
  {
    day: 'Thursday 8 October 2026',
    items: [{ title: '3-month review', who: 'Chidi Eze', when: 'in 3 days' }],
  },
];

export const digest = defineCard<DigestView>({
  name: 'digest',
  template,
  schema,
  bind: (view) => ({
    ...view,
    overdue: view.overdue.map(bound),
    days: view.days.map(({ day, items }) => ({ day, items: items.map(bound) })),
  }),
  sentences: (view) => [
    view.heading,
    view.intro,
    ...view.overdue.slice(0, 5).map((each) => `Overdue: ${said(each)}`),
    ...view.days.flatMap(({ day, items }) => items.slice(0, 4).map((each) => `${day}: ${said(each)}`)),
  ],
  examples: [
    {
      title: 'of somebody who supports others',
      data: {
        heading: 'Your week from Monday 5 October 2026',
        intro: '3 dates this week, and 1 overdue.',
        overdue: [
          {
            title: 'Reflective supervision 3',
            who: 'Amara Okoro',
            when: '7 days overdue (5 working days)',
          },
        ],
        days,
        more: '',
        actions: [
          { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } },
          {
            title: 'Record supervision',
            verb: 'record-open',
            data: { participantId: '', item: '', opens: 'new' },
          },
          { title: 'Change how I am reminded', verb: 'ask', data: { intent: 'settings' } },
        ],
      },
    },
    {
      title: 'of an NQSW',
      data: {
        heading: 'Your week from Monday 5 October 2026',
        intro: '5 dates this week.',
        overdue: [],
        days: [
          {
            day: 'Monday 5 October 2026',
            items: [
              { title: 'Reflective supervision 4', who: '', when: 'today' },
              { title: 'Team meeting 5', who: '', when: 'today' },
            ],
          },
          {
            day: 'Thursday 8 October 2026',
            items: [{ title: 'Case supervision 1', who: '', when: 'in 3 days' }],
          },
        ],
        more: '… and 2 more: ask “what’s next”',
        actions: [
          { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } },
          { title: 'Change how I am reminded', verb: 'ask', data: { intent: 'settings' } },
        ],
      },
    },
  ],
});
