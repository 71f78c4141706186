import { Temporal } from 'temporal-polyfill';
import { type PutOffOffer, putOffOffer } from '../academy/put-off.ts';
import { type Reachable, reachableDays } from '../academy/sending-time.ts';
import { shortDate } from '../academy/wording.ts';
import { leadOf } from './answer-dates.ts';
import { whatsNext } from './ask-buttons.ts';
import { type Asker, standing } from './asker.ts';
import { attendanceButton } from './group-attendance.ts';
import { calendarLinksFor } from './item-calendar.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { PersonSettings, ReminderEntry } from './ports.ts';
import { planOf, recordableItems } from './recordable-items.ts';
import type { ReminderNow } from './reminder-now.ts';
import { datesOf, headingOf, notesOf, reminderTone, standingWords, titleOf } from './reminder-words.ts';
import { otherDayButton } from './reschedule-view.ts';
import type { ActionView, ChoiceView, FactView, OpenReminderView, ReminderLineView, View } from './views.ts';
import { changeReminders } from './welcome-and-help.ts';
import { formSettling } from './year-forms.ts';

/** What came of the button that was pressed on the unfolded reminder, and what was typed beside it. */
export interface PressedLater {
  readonly saved: string;
  readonly choice: string;
  readonly date: string;
  readonly errors: { readonly choice: string | null; readonly date: string | null };
}

/** A message of reminders as it is to be shown. */
export interface ShownReminders {
  readonly moment: string;
  readonly reminders: readonly ReminderNow[];
  readonly settings: PersonSettings;
  /** Which one is unfolded; the only one always is. */
  readonly open: ReminderEntry | null;
  readonly pressed?: PressedLater;
}

/** Days on which somebody can be sent something: their working days outside their leave. */
export function worksOn({ calendar }: Pick<Needs, 'calendar'>, { person }: Asker, settings: PersonSettings) {
  return reachableDays({ calendar, pauses: [] }, { weekdays: person.nonWorkingDays, leave: settings.leave });
}

/** Whether it may be put off by its reader, and until when; overdue, moved and done ones may not. */
export function offerFor({ entry, standing: how }: ReminderNow, asker: Asker, reachable: Reachable) {
  return how === 'open' ? putOffOffer(entry.dueOn, asker.today, reachable) : null;
}

type Named = Pick<ReminderEntry, 'participantId' | 'item' | 'dueOn'>;

export const isSameEntry = (one: Named, other: Named) =>
  one.participantId === other.participantId && one.item === other.item && one.dueOn.equals(other.dueOn);

const dataOf = (moment: string, { participantId, item, dueOn }: ReminderEntry) => ({
  moment,
  participantId,
  item,
  dueOn: dueOn.toString(),
});

function laterChoices({
  tomorrow,
  nextWorkingDay,
  earliestOn,
  latestOn,
}: PutOffOffer): readonly ChoiceView[] {
  const days = [
    { value: 'tomorrow', title: 'Tomorrow', on: tomorrow },
    { value: 'next-working-day', title: 'On your next working day', on: nextWorkingDay },
  ].flatMap(({ value, title, on }) => (on === null ? [] : [{ value, title: `${title}, ${shortDate(on)}` }]));
  const isMore = Temporal.PlainDate.compare(earliestOn, latestOn) < 0;
  const other = { value: 'date', title: `On another day, up to ${shortDate(latestOn)}` };
  return isMore ? [...days, other] : days;
}

const untouched: PressedLater = { saved: '', choice: '', date: '', errors: { choice: null, date: null } };

function laterView(
  offer: PutOffOffer,
  data: ActionView['data'],
  { choice, date, errors }: PressedLater,
): OpenReminderView['later'] {
  return {
    data,
    choices: laterChoices(offer),
    choice,
    date,
    earliestDate: offer.earliestOn.toString(),
    latestDate: offer.latestOn.toString(),
    errors,
  };
}

/** What the reader may do about recording it: nothing, unless they lead it and it waits for a record. */
function recordingOf(needs: Needs, asker: Asker, { file, item, standing: how, entry }: ReminderNow) {
  const nothing = { record: 'no', notHappened: false } as const;
  const relations = standing(asker, file);
  if (item === undefined || how === 'done' || !may('record-supervision', asker.person.roles, relations)) {
    return nothing;
  }
  const plan = planOf(needs, file, asker.today);
  if (!recordableItems(needs.programme, plan, file, relations).some(({ id }) => id === entry.item))
    return nothing;
  const hasCome = item.due !== null && Temporal.PlainDate.compare(item.due, asker.today) <= 0;
  return { record: hasCome ? 'first' : 'also', notHappened: hasCome && how === 'open' } as const;
}

/** Whom it is with; of several the line above says the name already. */
function factsOf(
  needs: Needs,
  { file, item, isOwn, entry }: ReminderNow,
  asker: Asker,
  isAlone: boolean,
): readonly FactView[] {
  const whose =
    isOwn || !isAlone ? [] : [{ title: needs.programme.titles.nqsw, value: file.participant.name }];
  if (item === undefined || item.lead === entry.recipient) return whose;
  return [...whose, leadOf(needs, file, item, asker.today)];
}

const isToCome = ({ standing: how, item }: ReminderNow) =>
  (how === 'open' || how === 'moved') && item !== undefined && item.status !== 'cancelled';

async function openView(
  needs: Needs,
  asker: Asker,
  { moment, reminders, settings, pressed = untouched }: ShownReminders,
  one: ReminderNow,
  at: number,
): Promise<OpenReminderView> {
  const { file, item, entry, standing: how } = one;
  const recording = recordingOf(needs, asker, one);
  const offer = offerFor(one, asker, worksOn(needs, asker, settings));
  const wantsCalendar = settings.calendarLinks && item !== undefined && isToCome(one);
  return {
    at,
    participantId: entry.participantId,
    item: entry.item,
    facts: factsOf(needs, one, asker, oncePerItem(reminders).length === 1),
    notes: pressed.saved === '' ? notesOf(one, asker.today, recording.record !== 'no', needs) : [],
    saved: pressed.saved,
    ...recording,
    form:
      item === undefined || how === 'done'
        ? null
        : (formSettling(needs, asker, file, item) ?? attendanceButton(needs, asker, file, item)),
    otherDay: item === undefined || how !== 'open' ? null : otherDayButton({ needs, asker, file }, item),
    later: offer === null ? null : laterView(offer, dataOf(moment, entry), pressed),
    calendar: wantsCalendar ? await calendarLinksFor(needs, file, item, asker.person, asker) : null,
    why: isToCome(one) ? (item?.why ?? []) : [],
  };
}

/** Not yet done first, and of those what was due longest ago. */
function inOrder(one: ReminderNow, other: ReminderNow): number {
  const rank = ({ standing: how }: ReminderNow) => (how === 'open' ? 0 : 1);
  return rank(one) - rank(other) || Temporal.PlainDate.compare(one.entry.dueOn, other.entry.dueOn);
}

/** Of an item that is told in two stages at one moment, or put off to a moment of its own stage, one line is enough. */
function oncePerItem(reminders: readonly ReminderNow[]): readonly ReminderNow[] {
  return reminders.filter(
    ({ entry }, index) => reminders.findIndex((other) => isSameEntry(other.entry, entry)) === index,
  );
}

/** With more, buttons and all would outgrow the card: the others have a line each, and the rest is found elsewhere. */
const mostUnfoldable = 8;
const mostLines = 22;

/** In order, but for the unfolded one where it would have had no room. */
function laidOut(shown: ShownReminders) {
  const sorted = oncePerItem(shown.reminders.toSorted(inOrder));
  const { open } = shown;
  const at = open === null ? -1 : sorted.findIndex(({ entry }) => isSameEntry(entry, open));
  const wanted = sorted[at];
  if (wanted === undefined || at < mostUnfoldable) return { all: sorted, at };
  return { all: [wanted, ...sorted.filter((one) => one !== wanted)], at: 0 };
}

function lineOf(needs: Needs, one: ReminderNow, today: Temporal.PlainDate): Omit<ReminderLineView, 'choose'> {
  return {
    title: titleOf(one),
    who: one.isOwn ? '' : one.file.participant.name,
    ...datesOf(one),
    when: standingWords(one, today, needs),
    tone: reminderTone(one, today),
  };
}

function inOneLine({ title, who, date, when }: Omit<ReminderLineView, 'choose'>): string {
  return `${[title, who, date].filter((part) => part !== '').join(', ')}: ${when}`;
}

const mayChoose = (one: ReminderNow) => isToCome(one) || one.standing === 'missed';

/** One reminder, which needs no line of its own beside the heading. */
async function aloneView(
  needs: Needs,
  asker: Asker,
  shown: ShownReminders,
  only: ReminderNow,
): Promise<View> {
  const { today } = asker;
  const heading = headingOf(only, today, needs);
  const line = { ...lineOf(needs, only, today), title: '', who: '', choose: null };
  return {
    card: 'reminders',
    summary: heading,
    data: {
      heading,
      intro: '',
      tone: line.tone,
      lines: [line],
      rest: [],
      more: '',
      open: await openView(needs, asker, shown, only, 0),
      actions: [whatsNext, changeReminders],
    },
  };
}

/** Everything of one moment on one card, worded for the day on which it is shown. */
export async function remindersView(needs: Needs, asker: Asker, shown: ShownReminders): Promise<View> {
  const { all, at } = laidOut(shown);
  const [only, second] = all;
  if (only !== undefined && second === undefined) return aloneView(needs, asker, shown, only);
  const { today } = asker;
  const lines = all.slice(0, mostUnfoldable).map((one, index): ReminderLineView => {
    const choose = index !== at && mayChoose(one) ? dataOf(shown.moment, one.entry) : null;
    return { ...lineOf(needs, one, today), choose };
  });
  const rest = all.slice(mostUnfoldable, mostLines).map((one) => inOneLine(lineOf(needs, one, today)));
  const opened = all[at];
  const day = Temporal.Instant.from(shown.moment).toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const heading = `${all.length} reminders of ${shortDate(day)}`;
  const left = all.length - lines.length - rest.length;
  return {
    card: 'reminders',
    summary: heading,
    data: {
      heading,
      intro: 'What is due or overdue comes first.',
      tone: 'default',
      lines,
      rest,
      more: left > 0 ? `… and ${left} more: ask “what’s next”` : '',
      open: opened === undefined ? null : await openView(needs, asker, shown, opened, at),
      actions: [whatsNext, changeReminders],
    },
  };
}
