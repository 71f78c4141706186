import { z } from 'zod';
import template from '../../cards/reminders.json' with { type: 'json' };
import type { Submissions } from '../services/submissions.ts';
import type { OpenReminderView, RemindersView } from '../services/views.ts';
import { defineCard } from './card.ts';
import { reminderExamples } from './reminders-examples.ts';
import { code, id, shortAnswer } from './submission-fields.ts';
import { action, actions, choices, error, facts, panelOf, text, texts, tone, typed } from './view-parts.ts';

const data = z.record(z.string(), z.union([z.string().max(200), z.number(), z.boolean()]));

/** Made by the bot: what is no address is no button. */
const address = z.string().max(2000);
const addressOrNone = (url: string) => (/^(https:\/\/|http:\/\/127\.0\.0\.1[:/])/.test(url) ? url : '');

/** The way into a calendar; none where no address would be a button. */
function calendarOf(links: OpenReminderView['calendar']): OpenReminderView['calendar'] {
  if (links === null) return null;
  const meetingUrl = addressOrNone(links.meetingUrl);
  const fileUrl = addressOrNone(links.fileUrl);
  return meetingUrl === '' && fileUrl === '' ? null : { ...links, meetingUrl, fileUrl };
}

const line = z.object({
  title: text,
  who: text,
  date: text,
  was: text,
  when: text,
  tone,
  choose: data.nullable(),
});

const open = z.object({
  at: z.int().min(0),
  participantId: typed,
  item: typed,
  facts,
  notes: texts,
  saved: text,
  record: z.enum(['first', 'also', 'no']),
  notHappened: z.boolean(),
  form: action.nullable(),
  otherDay: action.nullable(),
  later: z
    .object({
      data,
      choices: choices.min(1),
      choice: typed,
      earliestDate: typed,
      latestDate: typed,
      date: typed,
      errors: z.object({ choice: error, date: error }),
    })
    .nullable(),
  calendar: z.object({ hint: text, meetingUrl: address, fileUrl: address }).nullable(),
  why: z.array(text).max(15),
}) satisfies z.ZodType<OpenReminderView>;

const schema = z.object({
  heading: text,
  intro: text,
  tone,
  lines: z.array(line).min(1).max(8),
  rest: z.array(text).max(14),
  more: text,
  open: open.nullable(),
  actions,
}) satisfies z.ZodType<RemindersView>;

const hasErrors = ({ later }: OpenReminderView) =>
  later !== null && (later.errors.choice !== null || later.errors.date !== null);

/** What is unfolded within the unfolded reminder: only what has to be looked at again. */
function showsOf(view: OpenReminderView | null) {
  if (view === null) return { later: false, calendar: false, why: false, buttons: false, otherDay: false };
  return {
    later: hasErrors(view),
    calendar: false,
    why: false,
    buttons:
      view.form !== null ||
      view.otherDay !== null ||
      view.record !== 'no' ||
      view.later !== null ||
      view.calendar !== null ||
      view.why.length > 0,
    otherDay: view.later?.choices.some(({ value }) => value === 'date') ?? false,
  };
}

const openOf = (view: OpenReminderView | null) =>
  view === null
    ? null
    : {
        ...view,
        calendar: calendarOf(view.calendar),
        notes: view.notes.map((note) => ({ line: note })),
        why: view.why.map((reason, at) => ({ step: at + 1, reason })),
      };

export const reminders = defineCard<RemindersView>({
  name: 'reminders',
  template,
  schema,
  bind: (view) => ({
    ...view,
    panel: panelOf(view.tone),
    rest: view.rest.map((each) => ({ line: each })),
    open: openOf(view.open),
    shows: showsOf(view.open),
    lines: view.lines.map((one, at) => ({
      ...one,
      panel: panelOf(one.tone),
      choosable: one.choose !== null,
      about: [one.title, one.who].filter((part) => part !== '').join(', '),
      opened: view.open?.at === at,
    })),
  }),
  fieldErrors: ({ open: unfolded }) => unfolded?.later?.errors ?? {},
  sentences: (view) => [
    view.open?.later?.errors.choice ?? null,
    view.open?.later?.errors.date ?? null,
    view.heading,
    ...view.lines
      .slice(0, 6)
      .map((one) => [one.title, one.who, one.date, one.when].filter((part) => part !== '').join(', ')),
    view.lines.length + view.rest.length > 6 ? `And ${view.lines.length + view.rest.length - 6} more` : null,
    view.open?.saved ?? null,
    ...(view.open?.notes ?? []),
  ],
  examples: reminderExamples,
});

const reminder = {
  moment: shortAnswer.pipe(z.iso.datetime()),
  participantId: id,
  item: id,
  dueOn: shortAnswer.pipe(z.iso.date()),
};

export const reminderChoose = z.object(reminder) satisfies z.ZodType<Submissions['reminder-choose']>;
export const reminderSnooze = z.object({
  ...reminder,
  choice: code,
  date: shortAnswer,
}) satisfies z.ZodType<Submissions['reminder-snooze']>;
