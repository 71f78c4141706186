import { z } from 'zod';
import template from '../../cards/undelivered.json' with { type: 'json' };
import type { UndeliveredView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { actions, choices, facts, text, texts } from './view-parts.ts';

const schema = z.object({
  heading: text,
  intro: text,
  note: text.nullable(),
  people: z.array(z.object({ name: text, reason: text, since: text })).max(15),
  more: text,
  hints: texts,
  choices,
  chosen: z.string().max(100),
  notInstalled: z.object({ intro: text, groups: facts }),
  actions,
}) satisfies z.ZodType<UndeliveredView>;

const some: UndeliveredView = {
  heading: 'Messages that did not arrive',
  intro: '7 messages for 2 people.',
  note: null,
  people: [
    { name: 'Ben Carter', reason: 'has not added the app', since: '5 messages, since Mon 7 Sep 2026' },
    { name: 'Tom Adeyemi', reason: 'has blocked the app', since: '2 messages, since Thu 24 Sep 2026' },
  ],
  more: '',
  hints: [
    'Has not added the app: ask them to open it once in Teams, or ask your Teams administrator to install it for them.',
    'Has blocked the app: ask them to allow it again in their Teams chat with me.',
  ],
  choices: [
    { title: 'Everybody on this list', value: 'everybody' },
    { title: 'Ben Carter', value: 'u-ben' },
    { title: 'Tom Adeyemi', value: 'u-tom' },
  ],
  chosen: 'everybody',
  notInstalled: {
    intro:
      '3 of the 24 people on the roster cannot be reached, because they have not added the app or have taken it away.',
    groups: [
      { title: 'NQSW, Assessment North', value: 'Ben Carter, Chloe Nwosu' },
      { title: 'Team Manager, Assessment North', value: 'Tom Adeyemi' },
    ],
  },
  actions: [
    { title: 'Delivery report', verb: 'delivery-report', data: {} },
    { title: 'Is sending on?', verb: 'sending-open', data: {} },
  ],
};

export const undelivered = defineCard<UndeliveredView>({
  name: 'undelivered',
  template,
  schema,
  bind: (view) => ({
    ...view,
    panel: view.people.length > 0 ? 'warning' : 'good',
    note: view.note ?? '',
    hints: view.hints.map((line) => ({ line })),
  }),
  sentences: (view) => [
    view.heading,
    view.intro,
    view.note,
    ...view.people.map(({ name, reason, since }) => `${name} ${reason}: ${since}`),
    view.more,
    ...view.hints,
    view.notInstalled.intro,
    ...view.notInstalled.groups.map(({ title, value }) => `${title}: ${value}`),
  ],
  examples: [
    { title: 'two people', data: some },
    {
      title: 'tried again',
      data: {
        ...some,
        intro: '5 messages for 1 person.',
        note: 'Trying again: 2 messages for Tom Adeyemi. There is nowhere to send to yet for Ben Carter: they have not added the app. Their messages go by themselves once they do.',
        people: some.people.slice(0, 1),
        hints: some.hints.slice(0, 1),
        choices: some.choices.slice(1, 2),
        chosen: 'u-ben',
      },
    },
    {
      title: 'everything arrived',
      data: {
        ...some,
        heading: 'Every message has arrived',
        intro: 'No message waits for anybody.',
        people: [],
        hints: [],
        choices: [],
        chosen: '',
        notInstalled: { intro: 'Everybody on the roster has the app.', groups: [] },
      },
    },
  ],
});
