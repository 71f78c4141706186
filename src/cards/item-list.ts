import { z } from 'zod';
import template from '../../cards/item-list.json' with { type: 'json' };
import type { ItemListView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { actions, panelOf, text, tone, withPrimary } from './view-parts.ts';

const item = z.object({ title: text, date: text, when: text, tone, lead: text });

const schema = z.object({
  heading: text,
  intro: text,
  items: z.array(item),
  actions,
}) satisfies z.ZodType<ItemListView>;

/** Longer lists are cut here and say so: nobody reads more on a phone, and the card stays within its size. */
const mostItemsShown = 20;

function whatIsLeftOut(count: number): string {
  const left = count - mostItemsShown;
  return left > 0 ? `… and ${left} more` : '';
}

export const itemList = defineCard<ItemListView>({
  name: 'item-list',
  template,
  schema,
  bind: (view) => ({
    ...view,
    items: view.items.slice(0, mostItemsShown).map((each) => ({ ...each, panel: panelOf(each.tone) })),
    more: whatIsLeftOut(view.items.length),
    actions: withPrimary(view.actions),
  }),
  sentences: (view) => [
    view.heading,
    view.intro,
    ...view.items.slice(0, 5).map((each) => `${each.title}, ${each.date}, ${each.when}`),
    view.items.length > 5 ? `And ${view.items.length - 5} more` : null,
  ],
  examples: [
    {
      title: 'what is next',
      data: {
        heading: 'What’s next',
        intro: 'One session is overdue; three more fall due in the next four weeks.',
        items: [
          {
            title: 'Reflective supervision 3',
            date: 'Monday 28 September 2026',
            when: '2 days overdue (2 working days)',
            tone: 'attention',
            lead: 'Rhiannon Pryce, Senior Practitioner',
          },
          {
            title: 'Team meeting 4',
            date: 'Wednesday 30 September 2026',
            when: 'today',
            tone: 'warning',
            lead: 'Tom Adeyemi, Team Manager',
          },
          {
            title: 'Reflective supervision 4',
            date: 'Monday 5 October 2026',
            when: 'in 5 days',
            tone: 'default',
            lead: 'Rhiannon Pryce, Senior Practitioner',
          },
          {
            title: 'Case supervision 1',
            date: 'Wednesday 7 October 2026',
            when: 'in 7 days',
            tone: 'default',
            lead: 'Tom Adeyemi, Team Manager',
          },
          {
            title: 'Reflective supervision 2',
            date: 'Monday 21 September 2026',
            when: 'held on Monday 21 September',
            tone: 'good',
            lead: '',
          },
        ],
        actions: [{ title: 'My next review', verb: 'ask', data: { intent: 'next-review' } }],
      },
    },
    {
      title: 'requests and concerns that are open',
      data: {
        heading: 'Requests to move team',
        intro: '2 open, 1 past the date.',
        items: [
          {
            title: 'Amara Okoro: A support plan is agreed and runs until its review',
            date: 'Monday 12 October 2026',
            when: '2 days overdue (2 working days)',
            tone: 'attention',
            lead: 'Next: Rhiannon Pryce (Senior Practitioner). Open for 27 working days.',
          },
          {
            title: 'Callum Reid: With the Head of the Academy for an answer',
            date: 'Wednesday 28 October 2026',
            when: 'in 14 days',
            tone: 'default',
            lead: 'Next: Head of the Academy. Open for 31 working days.',
          },
        ],
        actions: [
          {
            title: 'Open: Amara Okoro',
            verb: 'move-open',
            data: { participantId: 'p-amara', requestId: 'm-10' },
          },
          {
            title: 'Open: Callum Reid',
            verb: 'concern-show',
            data: { participantId: 'p-callum', concernId: 'c-3' },
          },
        ],
      },
    },
    {
      title: 'nothing owed',
      data: {
        heading: 'Overdue among your NQSWs',
        intro: 'Nothing is overdue. Every session up to today is recorded.',
        items: [],
        actions: [
          { title: 'Record supervision', verb: 'record-open', data: { participantId: '', item: '' } },
        ],
      },
    },
  ],
});
