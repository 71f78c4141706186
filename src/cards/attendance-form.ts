import { z } from 'zod';
import template from '../../cards/attendance-form.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { AttendanceFormView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { code, id, people } from './submission-fields.ts';
import { choices, error, text, typed } from './view-parts.ts';

const ids = z.string().max(6000);
const schema = z.object({
  sessionId: typed,
  heading: text,
  when: text,
  people: choices,
  attended: ids,
  apologies: ids,
  nobody: z.object({ words: text, choices }).nullable(),
  happened: typed,
  error,
}) satisfies z.ZodType<AttendanceFormView>;

const fresh: AttendanceFormView = {
  sessionId: 's-december',
  heading: 'Action learning set: who came?',
  when: 'Thursday 3 December 2026, 14:00 to 15:30 (UK time)',
  people: [
    { title: 'Amara Okoro', value: 'amara' },
    { title: 'Callum Reid', value: 'callum' },
    { title: 'Priya Nair', value: 'priya' },
  ],
  attended: 'amara,callum,priya',
  apologies: '',
  nobody: null,
  happened: '',
  error: null,
};

export const attendanceForm = defineCard<AttendanceFormView>({
  name: 'attendance-form',
  template,
  schema,
  bind: (view) => ({
    ...view,
    question: view.nobody?.words ?? '',
    choices: view.nobody?.choices ?? [],
  }),
  fieldErrors: (view) => ({ apologies: view.error }),
  sentences: (view) => [view.error, view.nobody?.words ?? null, view.heading, view.when],
  examples: [
    { title: 'fresh', data: fresh },
    {
      title: 'with an error',
      data: {
        ...fresh,
        apologies: 'amara',
        error: 'Amara Okoro is ticked in both lists. Choose one of them.',
      },
    },
    {
      title: 'nobody came',
      data: {
        ...fresh,
        attended: '',
        apologies: 'callum',
        nobody: {
          words: 'Nobody is ticked, so nothing is saved yet. Tick whoever was there, or say what happened.',
          choices: [
            { title: 'It did not take place: whoever leads it was off sick', value: 'supervisor-sickness' },
            { title: 'It did not take place: urgent work came first', value: 'urgent-work' },
            { title: 'It was held, and nobody came', value: 'nobody-came' },
          ],
        },
      },
    },
    { title: 'nobody had a place', data: { ...fresh, people: [], attended: '' } },
  ],
});

export const attendance = z.object({
  sessionId: id,
  attended: people,
  apologies: people,
  happened: code,
}) satisfies z.ZodType<Submissions['learning-set-attendance']>;
