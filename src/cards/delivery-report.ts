import { z } from 'zod';
import template from '../../cards/delivery-report.json' with { type: 'json' };
import type { DeliveryReportView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { actions, facts, text, texts, tone, withPrimary } from './view-parts.ts';

const outcome = z.object({
  title: text,
  share: z.int().min(0).max(100),
  words: text,
  detail: text,
  tone,
});

const schema = z.object({
  heading: text,
  period: text,
  outcomes: z.array(outcome).max(8),
  notes: texts,
  kinds: facts,
  people: facts,
  more: text,
  actions,
}) satisfies z.ZodType<DeliveryReportView>;

/**
 * Strokes of a bar, heavy for what is filled and light for the rest: they fit a phone, have the contrast of text and tell
 * apart without colour.
 */
const strokes = 18;
const heavy = '━';
const light = '─';

/** Something is never drawn as nothing, nor a part as the whole. */
function barOf({ share, tone: value }: DeliveryReportView['outcomes'][number]) {
  const least = share > 0 ? 1 : 0;
  const most = share < 100 ? strokes - 1 : strokes;
  const filled = Math.min(most, Math.max(least, Math.round((share * strokes) / 100)));
  const colour = value === 'default' ? 'accent' : value;
  return { filled: heavy.repeat(filled), rest: light.repeat(strokes - filled), colour };
}

const month: DeliveryReportView = {
  heading: 'Delivery report',
  period: 'Mon 31 Aug 2026 to Tue 29 Sep 2026',
  outcomes: [
    { title: 'Sent', share: 86, words: '412 of 480, 86 %', detail: 'in 230 messages', tone: 'good' },
    {
      title: 'Not reached',
      share: 5,
      words: '24 of 480, 5 %',
      detail: 'has not added the app: 20 · has blocked the app: 4',
      tone: 'attention',
    },
    {
      title: 'Held back',
      share: 7,
      words: '32 of 480, 7 %',
      detail: 'kept for the weekly message: 32',
      tone: 'default',
    },
    { title: 'Waiting now', share: 2, words: '12 of 480, 2 %', detail: '', tone: 'warning' },
  ],
  notes: ['Teams asked me to slow down 3 times, for 2 messages; they went later.'],
  kinds: [
    { title: 'Reminders', value: '380 sent, 20 did not arrive, 32 held back, 12 waiting' },
    { title: 'Records to agree', value: '30 sent, 4 did not arrive' },
    { title: 'Caseload alerts', value: '2 sent' },
  ],
  people: [
    { title: 'Ben Carter', value: 'has not added the app (20 messages)' },
    { title: 'Tom Adeyemi', value: 'has blocked the app (4 messages)' },
  ],
  more: '',
  actions: [
    { title: 'Who was not reached', verb: 'undelivered-open', data: {} },
    { title: 'Last 7 days', verb: 'delivery-report', data: { days: '7' } },
    { title: 'Last 30 days', verb: 'delivery-report', data: { days: '30' } },
    { title: 'Is sending on?', verb: 'sending-open', data: {} },
  ],
};

export const deliveryReport = defineCard<DeliveryReportView>({
  name: 'delivery-report',
  template,
  schema,
  bind: (view) => ({
    ...view,
    outcomes: view.outcomes.map((one) => ({ ...one, ...barOf(one) })),
    notes: view.notes.map((line) => ({ line })),
    actions: withPrimary(view.actions),
  }),
  sentences: (view) => [
    `${view.heading}, ${view.period}`,
    ...view.outcomes.map(({ title, words, detail }) =>
      [`${title}: ${words}`, detail].filter(Boolean).join(', '),
    ),
    ...view.notes,
    ...view.kinds.map(({ title, value }) => `${title}: ${value}`),
    ...view.people.map(({ title, value }) => `${title} ${value}`),
    view.more,
  ],
  examples: [
    { title: 'a month', data: month },
    {
      title: 'nothing sent yet',
      data: {
        ...month,
        outcomes: [
          { title: 'Sent', share: 0, words: '0', detail: '', tone: 'good' },
          { title: 'Not reached', share: 0, words: '0', detail: '', tone: 'attention' },
        ],
        notes: [],
        kinds: [],
        people: [],
      },
    },
    {
      title: 'all sent',
      data: {
        ...month,
        outcomes: [
          { title: 'Sent', share: 100, words: '40 of 40, 100 %', detail: 'in 12 messages', tone: 'good' },
          { title: 'Not reached', share: 0, words: '0 of 40, 0 %', detail: '', tone: 'attention' },
        ],
        notes: [],
        kinds: [{ title: 'Reminders', value: '40 sent' }],
        people: [],
      },
    },
  ],
});
