import { z } from 'zod';
import template from '../../cards/not-happened-form.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { NotHappenedFormView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { code, id, idOrNone, shortAnswer } from './submission-fields.ts';
import { choices, error, text, typed } from './view-parts.ts';

const schema = z.object({
  submissionId: typed,
  participantId: typed,
  name: text,
  sessions: choices,
  item: typed,
  reasons: choices,
  reason: typed,
  earliestDate: typed,
  rearrangedOn: typed,
  errors: z.object({ summary: error, item: error, reason: error, rearrangedOn: error }),
}) satisfies z.ZodType<NotHappenedFormView>;

const fresh: NotHappenedFormView = {
  submissionId: 's-81c2',
  participantId: 'p-amara',
  name: 'Amara Okoro',
  sessions: [
    {
      title: 'Reflective supervision 3 – due 28 September, 2 days overdue',
      value: 'reflective-supervision-3',
    },
    { title: 'Reflective supervision 4 – due 5 October', value: 'reflective-supervision-4' },
  ],
  item: 'reflective-supervision-3',
  reasons: [
    { title: 'NQSW on leave', value: 'nqsw-leave' },
    { title: 'NQSW off sick', value: 'nqsw-sickness' },
    { title: 'Supervisor on leave', value: 'supervisor-leave' },
    { title: 'Supervisor off sick', value: 'supervisor-sickness' },
    { title: 'Urgent work', value: 'urgent-work' },
    { title: 'Training', value: 'training' },
    { title: 'Another reason', value: 'other' },
  ],
  reason: '',
  earliestDate: '2026-09-30',
  rearrangedOn: '',
  errors: { summary: null, item: null, reason: null, rearrangedOn: null },
};

export const notHappenedForm = defineCard<NotHappenedFormView>({
  name: 'not-happened-form',
  template,
  schema,
  bind: (view) => view,
  fieldErrors: ({ errors: { summary: _, ...atFields } }) => atFields,
  sentences: (view) => [
    `A session with ${view.name} did not happen: say why and when it will be held instead`,
    view.errors.summary,
    view.errors.item,
    view.errors.reason,
    view.errors.rearrangedOn,
  ],
  examples: [
    { title: 'fresh', data: fresh },
    {
      title: 'with errors',
      data: {
        ...fresh,
        reason: 'urgent-work',
        rearrangedOn: '2026-10-03',
        errors: {
          ...fresh.errors,
          summary: 'One answer needs another look.',
          rearrangedOn: 'Saturday 3 October is not a working day. Choose a working day from 30 September on.',
        },
      },
    },
  ],
});

export const recordNotHappened = z.object({
  participantId: id,
  submissionId: id,
  item: idOrNone,
  reason: code,
  rearrangedOn: shortAnswer,
}) satisfies z.ZodType<Submissions['record-not-happened']>;
