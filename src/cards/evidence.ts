import { z } from 'zod';
import template from '../../cards/evidence.json' with { type: 'json' };
import type { EvidenceView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { evidenceExamples } from './evidence-examples.ts';
import { actions, choices, error, facts, text, typed } from './view-parts.ts';

const line = z.object({ mark: z.enum(['there', 'ahead', 'late']), title: text, words: text });

const schema = z.object({
  participantId: text,
  show: text,
  heading: text,
  intro: text,
  saved: text,
  warning: text,
  facts,
  stages: z.array(z.object({ title: text, detail: text, lines: z.array(line).max(12) })).max(6),
  form: z
    .object({
      choices,
      item: typed,
      receivedOn: typed,
      latest: typed,
      errors: z.object({ item: error, receivedOn: error }),
    })
    .nullable(),
  actions,
}) satisfies z.ZodType<EvidenceView>;

/** Told by a sign and in words as well as by colour. */
const marks = {
  there: { sign: '✓', color: 'good', wordsColor: 'default', spoken: 'there' },
  ahead: { sign: '·', color: 'default', wordsColor: 'default', spoken: 'to come' },
  late: { sign: '!', color: 'attention', wordsColor: 'attention', spoken: 'missing' },
} as const;

const nothingToMark = { choices: [], item: '', receivedOn: '', latest: '' };

export const evidence = defineCard<EvidenceView>({
  name: 'evidence',
  template,
  schema,
  bind: (view) => ({
    ...view,
    panel: view.stages.some(({ lines }) => lines.some(({ mark }) => mark === 'late'))
      ? 'warning'
      : 'emphasis',
    hasForm: view.form !== null,
    ...(view.form ?? nothingToMark),
    stages: view.stages.map((stage) => ({
      ...stage,
      lines: stage.lines.map((one) => ({ ...one, ...marks[one.mark] })),
    })),
  }),
  fieldErrors: ({ form }) => form?.errors ?? {},
  sentences: (view) => [
    view.heading,
    view.intro,
    view.saved,
    view.form?.errors.item ?? null,
    view.form?.errors.receivedOn ?? null,
    view.warning,
    ...view.facts.map(({ title, value }) => `${title}: ${value}`),
    ...view.stages.flatMap(({ title, detail, lines }) => [
      `${title}, ${detail}`,
      ...lines.map((one) => `${one.title}: ${marks[one.mark].spoken}, ${one.words}`),
    ]),
  ],
  examples: evidenceExamples,
});
