import { z } from 'zod';
import template from '../../cards/procedure.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { ProcedureInputView, ProcedureView } from '../services/views.ts';
import { allocationExamples } from './allocation-examples.ts';
import { assessmentExamples } from './assessment-examples.ts';
import { barsOf, figures } from './bars.ts';
import { defineCard } from './card.ts';
import { changeExamples } from './change-examples.ts';
import { enrolExamples } from './enrol-examples.ts';
import { movedBlocks } from './moved-blocks.ts';
import { pauseExamples } from './pause-examples.ts';
import { procedureExamples } from './procedure-examples.ts';
import { sessionExamples } from './session-examples.ts';
import { sixMonthsExamples } from './six-months-examples.ts';
import { code, codes, id, idOrNone, sentence, shortAnswer } from './submission-fields.ts';
import {
  actions,
  choices,
  error,
  facts,
  panelOf,
  text,
  texts,
  tone,
  typed,
  withPrimary,
} from './view-parts.ts';
import { yearExamples } from './year-examples.ts';

const input = z.object({
  kind: z.enum(['date', 'many', 'one', 'link', 'number', 'text']),
  id: z.string().min(1).max(40),
  label: text,
  choices,
  latest: typed,
  value: typed,
  error,
}) satisfies z.ZodType<ProcedureInputView>;

const schema = z.object({
  heading: text,
  tone,
  state: text,
  facts,
  path: z.array(z.object({ title: text, mark: z.enum(['done', 'now', 'ahead']) })).max(10),
  pathTitle: text.exactOptional(),
  movedTitle: text.exactOptional(),
  moved: z
    .array(z.object({ title: text, lines: z.array(text).max(120), apart: z.literal(true).exactOptional() }))
    .max(20)
    .exactOptional(),
  figures: figures.exactOptional(),
  history: texts,
  link: z.object({ title: text, url: text }).nullable(),
  sections: z.array(z.object({ title: text, inputs: z.array(input).max(6), actions })).max(6),
  note: text.nullable(),
  error,
}) satisfies z.ZodType<ProcedureView>;

/** How far a station of the way is, told by a sign and a weight as well as by colour. */
const marks = {
  done: { sign: '✓', color: 'good', weight: 'default', subtle: false },
  now: { sign: '➜', color: 'accent', weight: 'bolder', subtle: false },
  ahead: { sign: '·', color: 'default', weight: 'default', subtle: true },
} as const;
const spokenMarks = { done: 'done', now: 'now', ahead: 'to come' } as const;

const httpsAddress = z.url({ protocol: /^https$/ });
/** What is no https address is no button. */
const addressOrNone = (url: string) => (httpsAddress.safeParse(url).success ? url : '');

/** Whether something stands between the head and the sections: under the head alone a line would only repeat its edge. */
const hasMoreAbove = ({ error, note, facts: known, figures: drawn, link, moved }: ProcedureView): boolean =>
  error !== null ||
  note !== null ||
  known.length > 0 ||
  drawn !== undefined ||
  link !== null ||
  moved !== undefined;

/** Taking it back is offered, and never what the card asks for. */
const isAskedFor = ({ actions: [first] }: ProcedureView['sections'][number]): boolean =>
  first?.data.step !== 'withdraw';

/** A form may be put in several sections before its button. */
const firstAsking = ({ sections }: ProcedureView) =>
  sections.findIndex(({ actions: some }) => some.length > 0);

export const procedure = defineCard<ProcedureView>({
  name: 'procedure',
  template,
  schema,
  bind: (view) => ({
    ...view,
    panel: panelOf(view.tone),
    error: view.error ?? '',
    note: view.note ?? '',
    linkTitle: view.link?.title ?? '',
    linkUrl: addressOrNone(view.link?.url ?? ''),
    path: view.path.map(({ title, mark }) => ({ title, ...marks[mark] })),
    pathTitle: view.pathTitle ?? 'The steps',
    figuresTitle: view.figures?.title ?? '',
    bars: view.figures === undefined ? [] : barsOf(view.figures),
    ...movedBlocks(view),
    history: view.history.map((line) => ({ line })),
    sections: view.sections.map((section, at) => ({
      ...section,
      separated: at > 0 || hasMoreAbove(view),
      actions: withPrimary(section.actions).map((action) => ({
        ...action,
        ...(at === firstAsking(view) && isAskedFor(section) ? {} : { style: 'default' }),
        inputsSent: section.inputs.length > 0 ? 'auto' : 'none',
      })),
    })),
  }),
  fieldErrors: ({ sections }) =>
    Object.fromEntries(sections.flatMap(({ inputs }) => inputs.map((one) => [one.id, one.error]))),
  sentences: (view) => [
    view.error,
    view.heading,
    view.state,
    view.note,
    ...view.sections.flatMap(({ inputs }) => inputs.map((one) => one.error)),
    ...view.facts.map((fact) => `${fact.title}: ${fact.value}`),
    ...(view.figures?.bars ?? []).map((bar) => `${bar.title}: ${bar.words}`),
    ...view.path.map(({ title, mark }) => `${title}: ${spokenMarks[mark]}`),
    ...view.sections.map(({ title }) => title),
  ],
  examples: [
    ...procedureExamples,
    ...pauseExamples,
    ...allocationExamples,
    ...changeExamples,
    ...enrolExamples,
    ...assessmentExamples,
    ...yearExamples,
    ...sessionExamples,
    ...sixMonthsExamples,
  ],
});

export const moveWish = z.object({ submissionId: id }) satisfies z.ZodType<Submissions['move-wish']>;

export const moveOpen = z.object({ participantId: id, requestId: idOrNone }) satisfies z.ZodType<
  Submissions['move-open']
>;

export const moveStep = z.object({
  participantId: id,
  requestId: id,
  step: code,
  seen: shortAnswer,
  heldOn: shortAnswer,
  meetOn: shortAnswer,
  aims: codes,
  supports: codes,
  link: sentence,
  reasons: codes,
  reason: code,
  questions: codes,
}) satisfies z.ZodType<Submissions['move-step']>;

export const concernOpen = z.object({ participantId: idOrNone }) satisfies z.ZodType<
  Submissions['concern-open']
>;

export const concernRaise = z.object({
  participantId: id,
  submissionId: id,
  category: code,
  about: code,
}) satisfies z.ZodType<Submissions['concern-raise']>;

export const concernShow = z.object({ participantId: id, concernId: id }) satisfies z.ZodType<
  Submissions['concern-show']
>;

export const concernStep = z.object({
  participantId: id,
  concernId: id,
  step: code,
  seen: shortAnswer,
  heldOn: shortAnswer,
  decision: code,
}) satisfies z.ZodType<Submissions['concern-step']>;
