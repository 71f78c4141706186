/** How somebody is reminded: shown, chosen, kept (FEATURES Q20). */

import {
  type Leave,
  type LeaveReading,
  type LeaveRefusal,
  longestLeaveDays,
  readLeave,
  remindingTimes,
  withLeave,
  withoutLeave,
} from '../academy/own-settings.ts';
import { typedDate } from '../academy/typed-date.ts';
import { shortDate } from '../academy/wording.ts';
import { whatsNext } from './ask-buttons.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { concernedWith } from './own-participants.ts';
import { may, relations } from './permission.ts';
import type { PersonSettings } from './ports.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { ActionView, SettingsView, View } from './views.ts';
import { wakeDelivery } from './wake-delivery.ts';
import { openYearForm } from './year-form.ts';

type Typed = Submissions['settings-save'];
type Errors = SettingsView['errors'];

const noErrors: Errors = { summary: null, reminders: null, at: null, leaveFrom: null, leaveUntil: null };

/** Stands for the programme's own time, which may change. */
const usual = 'usual';
const rhythms = ['single', 'weekly'] as const;
/** More is not somebody's leave but a slip, and the card has to show it all. */
const mostLeave = 12;

const typedFrom = ({ reminders, at, calendarLinks }: PersonSettings): Typed => ({
  reminders,
  at: at ?? usual,
  calendarLinks: calendarLinks ? 'yes' : 'no',
  leaveFrom: '',
  leaveUntil: '',
});

const spanWords = ({ fromOn, untilOn }: Leave) =>
  fromOn.equals(untilOn) ? shortDate(fromOn) : `${shortDate(fromOn)} to ${shortDate(untilOn)}`;

function timeChoices({ programme }: Pick<Needs, 'programme'>, standing: PersonSettings) {
  const times = new Set(remindingTimes(programme));
  if (standing.at !== null) times.add(standing.at);
  const own = [...times].toSorted().map((time) => ({ value: time, title: time }));
  return [{ value: usual, title: `As usual (${programme.reminders.at})` }, ...own];
}

const always = [
  'What is overdue, and what you put off yourself',
  'Questions that wait for your answer, such as whether a record is right',
  'Alerts that are given to you',
];

/** Whoever is away can have somebody in their place: the reminders go there, and not nowhere (P13). */
const mayArrangeCover = ({ person }: Asker) =>
  person.participantId === null && may('arrange-cover', person.roles, relations);
const cover = openYearForm('Arrange cover', '', 'cover');
const arrangeCover: ActionView = { ...cover, data: { ...cover.data, opens: 'new' } };

function settingsView(
  needs: Pick<Needs, 'programme'>,
  asker: Asker,
  standing: PersonSettings,
  typed: Typed,
  came: { readonly saved?: string; readonly errors?: Errors } = {},
): View {
  const leave = withLeave(standing.leave, null, asker.today);
  return {
    card: 'settings',
    summary: 'How you are reminded',
    data: {
      heading: 'How you are reminded',
      saved: came.saved ?? '',
      ...typed,
      reminderChoices: [
        { value: 'single', title: 'One by one, each at its time' },
        { value: 'weekly', title: 'One message a week with all its dates' },
      ],
      atChoices: timeChoices(needs, standing),
      leave: leave.map((one) => ({
        words: spanWords(one),
        data: { fromOn: one.fromOn.toString(), untilOn: one.untilOn.toString() },
      })),
      earliestDate: asker.today.toString(),
      always,
      errors: came.errors ?? noErrors,
      actions: [...(leave.length > 0 && mayArrangeCover(asker) ? [arrangeCover] : []), whatsNext],
    },
  };
}

const mayChoose = ({ person }: Asker) => may('change-settings', person.roles, ['academy']);

/** The card with what stands; null for somebody whom nobody reminds of anything. */
export async function openSettings(needs: Needs, asker: Asker): Promise<View | null> {
  if (!mayChoose(asker)) return null;
  const standing = await needs.preferences.of(asker.person.id);
  return settingsView(needs, asker, standing, typedFrom(standing));
}

const leaveWords: Readonly<Record<LeaveRefusal, string>> = {
  missing: 'Give both days, or leave both empty.',
  'no-date': 'This is not a date. Choose one from the calendar, or write it as 2026-09-14.',
  'ends-before-it-begins': 'The last day is before the first one.',
  over: 'This leave is over already.',
  'too-long': `This is longer than ${longestLeaveDays} days. Please give it in parts.`,
};

function leaveErrors(reading: LeaveReading, isFull: boolean): Pick<Errors, 'leaveFrom' | 'leaveUntil'> {
  if (isFull) {
    const full = `I keep ${mostLeave} times of leave. Please remove one first.`;
    return { leaveFrom: full, leaveUntil: null };
  }
  if (reading.ok) return { leaveFrom: null, leaveUntil: null };
  const words = leaveWords[reading.refused];
  return reading.at === 'from'
    ? { leaveFrom: words, leaveUntil: null }
    : { leaveFrom: null, leaveUntil: words };
}

type Checked =
  | { readonly ok: true; readonly chosen: Omit<PersonSettings, 'leave'>; readonly leave: Leave | null }
  | { readonly ok: false; readonly errors: Errors };

function check(needs: Needs, asker: Asker, standing: PersonSettings, typed: Typed): Checked {
  const reading = readLeave(typed.leaveFrom, typed.leaveUntil, asker.today);
  const reminders = rhythms.find((one) => one === typed.reminders);
  const isTime = timeChoices(needs, standing).some(({ value }) => value === typed.at);
  const leave = reading.ok ? reading.leave : null;
  const isFull = withLeave(standing.leave, leave, asker.today).length > mostLeave;
  const errors: Errors = {
    summary: null,
    reminders: reminders === undefined ? 'Choose one of the two.' : null,
    at: isTime ? null : 'Choose a time from the list.',
    ...leaveErrors(reading, isFull),
  };
  if (reminders === undefined || Object.values(errors).some((error) => error !== null)) {
    return { ok: false, errors: { ...errors, summary: 'Nothing has been saved yet.' } };
  }
  const at = typed.at === usual ? null : typed.at;
  return { ok: true, chosen: { reminders, at, calendarLinks: typed.calendarLinks === 'yes' }, leave };
}

/** What is owed to somebody changes with how they want to be told, for everybody they are told about. */
async function lookAgain(needs: Needs, asker: Asker): Promise<void> {
  const ids = await concernedWith(needs, asker.person);
  for (const id of ids) await wakeDelivery(needs, { participant: id }, asker.now);
}

/** Keeps what was chosen, or sends the card back with the reason at its field and everything typed. */
export async function saveSettings(needs: Needs, asker: Asker, typed: Typed): Promise<Reply> {
  if (!mayChoose(asker)) return notForYou(needs.programme);
  let errors: Errors | null = null;
  const standing = await needs.preferences.change(
    asker.person.id,
    (before) => {
      const checked = check(needs, asker, before, typed);
      errors = checked.ok ? null : checked.errors;
      if (!checked.ok) return before;
      return { ...checked.chosen, leave: withLeave(before.leave, checked.leave, asker.today) };
    },
    asker.now,
  );
  if (errors !== null) return pressedView(settingsView(needs, asker, standing, typed, { errors }));
  await lookAgain(needs, asker);
  const saved =
    standing.reminders === 'weekly'
      ? 'Saved. From next week the dates come in one message on your first working day.'
      : 'Saved.';
  return pressedView(settingsView(needs, asker, standing, typedFrom(standing), { saved }));
}

function spanOf({ fromOn, untilOn }: Submissions['settings-leave-remove']): Leave | undefined {
  const [from, until] = [typedDate(fromOn), typedDate(untilOn)];
  return from === undefined || until === undefined ? undefined : { fromOn: from, untilOn: until };
}

/** Takes one leave back at once; what was typed beside it stays as it was. */
export async function removeLeave(
  needs: Needs,
  asker: Asker,
  submission: Submissions['settings-leave-remove'],
): Promise<Reply> {
  const removed = spanOf(submission);
  if (removed === undefined || !mayChoose(asker)) return notForYou(needs.programme);
  const standing = await needs.preferences.change(
    asker.person.id,
    (before) => {
      const leave = withoutLeave(before.leave, removed);
      return leave.length === before.leave.length ? before : { ...before, leave };
    },
    asker.now,
  );
  await lookAgain(needs, asker);
  const { fromOn: _, untilOn: __, ...typed } = submission;
  return pressedView(
    settingsView(needs, asker, standing, typed, { saved: `Removed: ${spanWords(removed)}.` }),
  );
}
