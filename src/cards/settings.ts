import { z } from 'zod';
import template from '../../cards/settings.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { SettingsView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { code, shortAnswer } from './submission-fields.ts';
import { actions, choices, error, text, texts, typed } from './view-parts.ts';

const schema = z.object({
  heading: text,
  saved: text,
  reminders: typed,
  reminderChoices: choices.min(1),
  at: typed,
  atChoices: choices.min(1),
  calendarLinks: typed,
  leave: z
    .array(
      z.object({
        words: text,
        data: z.record(z.string(), z.union([z.string().max(200), z.number(), z.boolean()])),
      }),
    )
    .max(12),
  leaveFrom: typed,
  leaveUntil: typed,
  earliestDate: typed,
  always: texts,
  errors: z.object({ summary: error, reminders: error, at: error, leaveFrom: error, leaveUntil: error }),
  actions,
}) satisfies z.ZodType<SettingsView>;

const fresh: SettingsView = {
  heading: 'How you are reminded',
  saved: '',
  reminders: 'single',
  reminderChoices: [
    { value: 'single', title: 'One by one, each at its time' },
    { value: 'weekly', title: 'One message a week with all its dates' },
  ],
  at: 'usual',
  atChoices: [
    { value: 'usual', title: 'As usual (09:00)' },
    ...['08:00', '08:30', '09:00', '09:30'].map((time) => ({ value: time, title: time })),
  ],
  calendarLinks: 'yes',
  leave: [],
  leaveFrom: '',
  leaveUntil: '',
  earliestDate: '2026-10-05',
  always: [
    'What is overdue, and what you put off yourself',
    'Questions that wait for your answer, such as whether a record is right',
    'Alerts that are given to you',
  ],
  errors: { summary: null, reminders: null, at: null, leaveFrom: null, leaveUntil: null },
  actions: [{ title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } }],
};

const october = {
  words: 'Mon 26 Oct 2026 to Fri 30 Oct 2026',
  data: { fromOn: '2026-10-26', untilOn: '2026-10-30' },
};

export const settings = defineCard<SettingsView>({
  name: 'settings',
  template,
  schema,
  bind: (view) => ({ ...view, always: view.always.map((each) => ({ line: `• ${each}` })) }),
  fieldErrors: ({ errors: { summary: _, ...atFields } }) => atFields,
  sentences: (view) => [
    view.errors.summary,
    ...Object.entries(view.errors).flatMap(([field, words]) => (field === 'summary' ? [] : [words])),
    view.heading,
    view.saved,
    ...view.leave.map(({ words }) => `Leave: ${words}`),
    `What always comes by itself: ${view.always.join('; ')}`,
  ],
  examples: [
    { title: 'as usual', data: fresh },
    {
      title: 'saved, with leave',
      data: { ...fresh, saved: 'Saved.', reminders: 'weekly', at: '08:30', leave: [october] },
    },
    {
      title: 'with errors',
      data: {
        ...fresh,
        calendarLinks: 'no',
        leaveFrom: '2026-10-30',
        leaveUntil: '2026-10-26',
        errors: {
          ...fresh.errors,
          summary: 'Nothing has been saved yet.',
          leaveUntil: 'The last day is before the first one.',
        },
      },
    },
  ],
});

const onCard = {
  reminders: code,
  at: shortAnswer,
  calendarLinks: code,
  leaveFrom: shortAnswer,
  leaveUntil: shortAnswer,
};

export const settingsSave = z.object(onCard) satisfies z.ZodType<Submissions['settings-save']>;
export const settingsLeaveRemove = z.object({
  ...onCard,
  fromOn: shortAnswer.pipe(z.iso.date()),
  untilOn: shortAnswer.pipe(z.iso.date()),
}) satisfies z.ZodType<Submissions['settings-leave-remove']>;
