import { z } from 'zod';
import template from '../../cards/recorded.json' with { type: 'json' };
import type { RecordedView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { actions, facts, panelOf, text, texts, tone, withPrimary } from './view-parts.ts';

const schema = z.object({
  heading: text,
  tone,
  status: text,
  facts,
  agreedActions: texts,
  actions,
}) satisfies z.ZodType<RecordedView>;

const waiting: RecordedView = {
  heading: 'Recorded: Reflective supervision 3 with Amara Okoro',
  tone: 'default',
  status: 'Waiting for Amara Okoro to agree.',
  facts: [
    { title: 'Held on', value: 'Tuesday 29 September 2026' },
    { title: 'Length', value: '95 minutes, face to face' },
    { title: 'Themes', value: 'Reflection on practice, Wellbeing' },
    { title: 'On the child’s file', value: 'Yes' },
    { title: 'Template used', value: 'Yes' },
    { title: 'Co-worker recorded', value: 'No' },
  ],
  agreedActions: ['Draft the reflective log for the panel – Amara Okoro, by Friday 9 October 2026'],
  actions: [
    { title: 'Record supervision', verb: 'record-open', data: { participantId: '', item: '' } },
    { title: 'My NQSWs', verb: 'ask', data: { intent: 'my-nqsws' } },
  ],
};

export const recorded = defineCard<RecordedView>({
  name: 'recorded',
  template,
  schema,
  bind: (view) => ({
    ...view,
    panel: panelOf(view.tone),
    agreedActions: view.agreedActions.map((sentence) => ({ sentence })),
    actions: withPrimary(view.actions),
  }),
  sentences: (view) => [
    view.heading,
    view.status,
    ...view.facts.map((fact) => `${fact.title}: ${fact.value}`),
    ...view.agreedActions,
  ],
  examples: [
    { title: 'waiting for agreement', data: waiting },
    {
      title: 'agreed',
      data: {
        ...waiting,
        tone: 'good',
        status: 'Amara Okoro agreed on Wed 30 Sep 2026, 11:20 (UK time).',
      },
    },
    {
      title: 'corrected, and recorded late',
      data: {
        ...waiting,
        facts: [
          { title: 'Held on', value: 'Tuesday 29 September 2026' },
          { title: 'Length', value: '95 minutes; before: 60 minutes (less than the 90 expected)' },
          { title: 'Recorded', value: 'Mon 5 Oct 2026, 10:20 by Priya Nandakumar, 6 days after the session' },
          { title: 'First recorded', value: 'Tue 29 Sep 2026, 16:05 by Priya Nandakumar' },
        ],
        actions: [
          { title: 'Record another session', verb: 'record-open', data: { participantId: '', item: '' } },
          {
            title: 'Correct this record',
            verb: 'record-open',
            data: { participantId: 'p-amara', item: 'reflective-supervision-3', corrects: 'r-2' },
          },
        ],
      },
    },
    {
      title: 'not right',
      data: {
        ...waiting,
        tone: 'attention',
        status:
          'Amara Okoro said on Wed 30 Sep 2026, 11:20 (UK time) that it is not right: “The length”. Please talk it over; the Academy Manager can see this.',
        actions: [
          {
            title: 'Correct the record',
            verb: 'record-open',
            data: { participantId: 'p-amara', item: 'reflective-supervision-3' },
          },
        ],
      },
    },
    {
      title: 'did not happen',
      data: {
        heading: 'Reflective supervision 3 with Amara Okoro: did not happen',
        tone: 'warning',
        status: 'Saved. It counts as missed until it is held; Amara Okoro will be told the new date.',
        facts: [
          { title: 'Reason', value: 'Urgent work' },
          { title: 'New date', value: 'Monday 5 October 2026' },
        ],
        agreedActions: [],
        actions: [
          { title: 'Record another session', verb: 'record-open', data: { participantId: '', item: '' } },
        ],
      },
    },
  ],
});
