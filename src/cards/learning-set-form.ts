import { z } from 'zod';
import template from '../../cards/learning-set-form.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { LearningSetFormView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { learningSetFormExamples } from './learning-set-examples.ts';
import { code, id, idOrNone, sentence, shortAnswer } from './submission-fields.ts';
import { choices, error, text, typed } from './view-parts.ts';

const schema = z.object({
  submissionId: typed,
  sessionId: typed,
  seen: typed,
  heading: text,
  actionTitle: z.string().min(1).max(60),
  title: typed,
  facilitators: choices,
  facilitator: typed,
  earliestDate: typed,
  onDate: typed,
  time: typed,
  minutes: typed,
  place: typed,
  link: typed,
  capacity: typed,
  presenterSlots: typed,
  audiences: choices,
  audience: typed,
  series: choices,
  countsFor: typed,
  acceptWithinHours: typed,
  everyWeeks: typed,
  howOften: typed,
  enrol: typed,
  overbooked: z.object({ question: text, choices }).nullable(),
  errors: z.object({
    summary: error,
    title: error,
    facilitator: error,
    onDate: error,
    time: error,
    minutes: error,
    place: error,
    link: error,
    capacity: error,
    presenterSlots: error,
    audience: error,
    acceptWithinHours: error,
    everyWeeks: error,
    howOften: error,
    whenOverbooked: error,
  }),
}) satisfies z.ZodType<LearningSetFormView>;

export const learningSetForm = defineCard<LearningSetFormView>({
  name: 'learning-set-form',
  template,
  schema,
  bind: (view) => ({
    ...view,
    isNew: view.sessionId === '',
    question: view.overbooked?.question ?? '',
    choices: view.overbooked?.choices ?? [],
  }),
  fieldErrors: ({ errors: { summary: _, ...atFields } }) => atFields,
  sentences: (view) => [view.heading, view.overbooked?.question ?? null, ...Object.values(view.errors)],
  examples: learningSetFormExamples,
});

export const planLearningSet = z.object({
  sessionId: idOrNone,
  submissionId: id,
  seen: shortAnswer,
  title: sentence,
  facilitator: code,
  onDate: shortAnswer,
  time: shortAnswer,
  minutes: shortAnswer,
  place: sentence,
  link: sentence,
  capacity: shortAnswer,
  presenterSlots: shortAnswer,
  audience: sentence,
  countsFor: code,
  acceptWithinHours: shortAnswer,
  everyWeeks: shortAnswer,
  howOften: shortAnswer,
  enrol: code,
  whenOverbooked: code,
}) satisfies z.ZodType<Submissions['learning-set-plan']>;

export const openPlan = z.object({ sessionId: idOrNone, like: idOrNone.exactOptional() }) satisfies z.ZodType<
  Submissions['learning-set-plan-open']
>;
