import { z } from 'zod';
import template from '../../cards/caseload-form.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { CaseloadFormView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { code, id, idOrNone, shortAnswer } from './submission-fields.ts';
import { error, text, typed } from './view-parts.ts';

const schema = z.object({
  submissionId: typed,
  participantId: typed,
  heading: text,
  question: text,
  hint: text,
  count: typed,
  error,
  categories: z.array(z.object({ code: text, title: text, count: typed, error })).max(30),
  each: text,
}) satisfies z.ZodType<CaseloadFormView>;

/** The input of a kind of work is called by its code. */
const kindInput = 'kind-';

const fresh: CaseloadFormView = {
  submissionId: 's-90aa',
  participantId: 'p-amara',
  heading: 'Your caseload',
  question: 'How many children are allocated to you today?',
  hint: 'The limit this month is 15 children. Nothing has been reported yet.',
  count: '',
  error: null,
  categories: [],
  each: 'Count each child once, under what weighs most, and leave out what does not apply.',
};

const kinds = ['Immigration', 'Housing', 'Mental health', 'Court work', 'Child sexual exploitation'];
const byKind: CaseloadFormView['categories'] = kinds.map((title) => ({
  code: title.toLowerCase().replaceAll(' ', '-'),
  title,
  count: '',
  error: null,
}));
const typedIn: Readonly<Record<string, string>> = { housing: '4', 'court-work': '3' };
const tooMany = 'By kind these are 7, and 5 in all. Count each child once.';

export const caseloadForm = defineCard<CaseloadFormView>({
  name: 'caseload-form',
  template,
  schema,
  bind: (view) => ({
    ...view,
    kinds: view.categories.map(({ code, ...kind }) => ({ ...kind, input: `${kindInput}${code}` })),
    // Folded until it is wanted, unless there is something in it to see.
    isOpen: view.categories.some(({ count, error: wrong }) => count !== '' || wrong !== null),
  }),
  fieldErrors: (view) => ({
    count: view.error,
    ...Object.fromEntries(view.categories.map(({ code, error: wrong }) => [`${kindInput}${code}`, wrong])),
  }),
  sentences: (view) => [
    view.heading,
    view.error,
    ...view.categories.map(({ title, error: wrong }) => (wrong === null ? null : `${title}: ${wrong}`)),
    view.question,
    view.hint,
  ],
  examples: [
    { title: 'fresh', data: fresh },
    {
      title: 'with an error',
      data: { ...fresh, count: '15.5', error: 'A caseload is a whole number, 0 or more.' },
    },
    {
      title: 'by kind of work, folded',
      data: {
        ...fresh,
        hint: 'The limit this month is 8. From Mon 7 Dec 2026: up to 12 children. Nothing has been reported yet.',
        categories: byKind,
      },
    },
    {
      title: 'by kind of work, more than there are',
      data: {
        ...fresh,
        count: '5',
        categories: byKind.map((kind) => ({
          ...kind,
          count: typedIn[kind.code] ?? '',
          error: kind.code === 'court-work' ? tooMany : null,
        })),
      },
    },
  ],
});

/** The kinds of work come back as inputs of their own, as many as the council has. */
function withKinds(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const categories = Object.entries(data)
    .filter(([input]) => input.startsWith(kindInput))
    .map(([input, answer]) => ({ code: input.slice(kindInput.length), typed: answer }));
  return { ...data, categories };
}

export const caseloadReport = z.preprocess(
  withKinds,
  z.object({
    participantId: idOrNone,
    submissionId: id,
    count: shortAnswer,
    categories: z.array(z.object({ code, typed: shortAnswer })).max(30),
  }),
) satisfies z.ZodType<Submissions['caseload-report']>;
