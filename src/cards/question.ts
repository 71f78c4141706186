import { z } from 'zod';
import template from '../../cards/question.json' with { type: 'json' };
import { longestQuestion } from '../academy/question.ts';
import type { Submissions } from '../services/submissions.ts';
import type { QuestionView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { questionExamples } from './question-examples.ts';
import { code, id, sentence } from './submission-fields.ts';
import {
  actions,
  choices,
  error,
  facts,
  isAddress,
  link,
  panelOf,
  text,
  texts,
  tone,
  typed,
  withPrimary,
} from './view-parts.ts';

const schema = z.object({
  heading: text,
  tone,
  lines: texts,
  words: typed,
  facts,
  form: z
    .object({
      submissionId: typed,
      choices,
      to: typed,
      words: typed,
      longest: z.int(),
      errors: z.object({ to: error, question: error }),
    })
    .nullable(),
  links: z.array(link).max(3),
  actions,
}) satisfies z.ZodType<QuestionView>;

export const question = defineCard<QuestionView>({
  name: 'question',
  template,
  schema,
  bind: (view) => ({
    ...view,
    panel: panelOf(view.tone),
    lines: view.lines.map((line) => ({ line })),
    isForm: view.form !== null,
    choices: view.form?.choices ?? [],
    to: view.form?.to ?? '',
    typed: view.form?.words ?? '',
    longest: view.form?.longest ?? longestQuestion,
    links: view.links.filter(isAddress),
    actions: withPrimary(view.actions),
  }),
  fieldErrors: (view) => view.form?.errors ?? {},
  sentences: (view) => [
    view.heading,
    view.form?.errors.to ?? null,
    view.form?.errors.question ?? null,
    ...view.lines,
    view.words === '' ? null : `In their words: ${view.words}`,
    ...view.facts.map((fact) => `${fact.title}: ${fact.value}`),
  ],
  examples: questionExamples,
});

export const questionOpen = z.object({ function: code }) satisfies z.ZodType<Submissions['question-open']>;

export const questionSend = z.object({
  submissionId: id,
  to: code,
  question: sentence,
}) satisfies z.ZodType<Submissions['question-send']>;

export const questionSeen = z.object({ participantId: id, questionId: id }) satisfies z.ZodType<
  Submissions['question-seen']
>;
