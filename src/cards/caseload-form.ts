import { z } from 'zod';
import template from '../../cards/caseload-form.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { CaseloadFormView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { id, idOrNone, shortAnswer } from './submission-fields.ts';
import { error, text, typed } from './view-parts.ts';

const schema = z.object({
  submissionId: typed,
  participantId: typed,
  heading: text,
  question: text,
  hint: text,
  count: typed,
  error,
}) satisfies z.ZodType<CaseloadFormView>;

const fresh: CaseloadFormView = {
  submissionId: 's-90aa',
  participantId: 'p-amara',
  heading: 'Your caseload',
  question: 'How many children are allocated to you today?',
  hint: 'Your cap this month is 15 children. Your academy is told when you are above it.',
  count: '',
  error: null,
};

export const caseloadForm = defineCard<CaseloadFormView>({
  name: 'caseload-form',
  template,
  schema,
  bind: (view) => view,
  fieldErrors: (view) => ({ count: view.error }),
  sentences: (view) => [view.heading, view.error, view.question, view.hint],
  examples: [
    { title: 'fresh', data: fresh },
    {
      title: 'with an error',
      data: { ...fresh, count: '15.5', error: 'A caseload is a whole number, 0 or more.' },
    },
  ],
});

export const caseloadReport = z.object({
  participantId: idOrNone,
  submissionId: id,
  count: shortAnswer,
}) satisfies z.ZodType<Submissions['caseload-report']>;
