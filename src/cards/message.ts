import { z } from 'zod';
import template from '../../cards/message.json' with { type: 'json' };
import type { MessageView } from '../services/views.ts';
import { assessmentMessages } from './assessment-examples.ts';
import { defineCard } from './card.ts';
import { enrolmentMessages } from './enrol-examples.ts';
import { sendingExamples } from './sending-examples.ts';
import { sessionMessages } from './session-examples.ts';
import { actions, facts, panelOf, text, texts, tone, withPrimary } from './view-parts.ts';

const schema = z.object({
  heading: text,
  tone,
  lines: texts,
  facts,
  actions,
}) satisfies z.ZodType<MessageView>;

export const message = defineCard<MessageView>({
  name: 'message',
  template,
  schema,
  bind: (view) => ({
    ...view,
    panel: panelOf(view.tone),
    lines: view.lines.map((line) => ({ line })),
    actions: withPrimary(view.actions),
  }),
  sentences: (view) => [
    view.heading,
    ...view.lines,
    ...view.facts.map((fact) => `${fact.title}: ${fact.value}`),
  ],
  examples: [
    {
      title: 'confirmation',
      data: {
        heading: 'Caseload kept: 14 children',
        tone: 'good',
        lines: ['That is within the limit of 15 that applies this month.'],
        facts: [
          { title: 'Reported', value: 'Wed 30 Sep 2026, 10:00 (UK time)' },
          { title: 'By', value: 'Amara Okoro' },
        ],
        actions: [{ title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } }],
      },
    },
    {
      title: 'refusal',
      data: {
        heading: 'I cannot show you that',
        tone: 'warning',
        lines: [
          'Either there is no such person on the programme, or their year is not yours to see.',
          'Your Academy Manager can tell you who works with whom.',
        ],
        facts: [],
        actions: [{ title: 'Help', verb: 'ask', data: { intent: 'help' } }],
      },
    },
    {
      title: 'fault',
      data: {
        heading: 'That did not work, and nothing has been saved',
        tone: 'attention',
        lines: ['Please try again in a minute. If it happens again, tell your Academy Manager the code.'],
        facts: [{ title: 'Code', value: 'storage-unavailable' }],
        actions: [],
      },
    },
    {
      title: 'before something begins',
      data: {
        heading: 'Thinking of moving to another team?',
        tone: 'default',
        lines: [
          'It begins with a conversation with your Senior Practitioner. You can withdraw at any time before the answer.',
        ],
        facts: [],
        actions: [{ title: 'I wish to move team', verb: 'move-wish', data: { submissionId: 's-7b1' } }],
      },
    },
    {
      title: 'plain answer',
      data: {
        heading: 'You are welcome',
        tone: 'default',
        lines: ['Ask whenever you need me.'],
        facts: [],
        actions: [],
      },
    },
    ...sendingExamples,
    ...assessmentMessages,
    ...sessionMessages,
    ...enrolmentMessages,
  ],
});
