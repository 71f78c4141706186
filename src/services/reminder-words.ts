/** What is said of a reminder on the day on which it is read. */
import { Temporal } from 'temporal-polyfill';
import { workingDaysBetween } from '../academy/calendar.ts';
import { rhythmWords } from '../academy/period.ts';
import type { ItemKind, PlanItem } from '../academy/plan-item.ts';
import { countWords, itemWhenWords, longDate, shortDate, whenWords } from '../academy/wording.ts';
import type { Needs } from './needs.ts';
import type { ReminderNow } from './reminder-now.ts';
import type { ReminderLineView, Tone } from './views.ts';

type Wordable = Pick<Needs, 'programme' | 'calendar'>;

/** What takes place of itself is "on" a day; everything else is "due". */
const takesPlace: ReadonlySet<ItemKind> = new Set(['meeting', 'milestone']);
/** What is done rather than held. */
const isDone: ReadonlySet<ItemKind> = new Set(['recording', 'document']);
/** What nobody records needs no word about recording. */
const unrecorded: ReadonlySet<ItemKind> = new Set(['meeting', 'milestone', 'claim', 'decision']);

function doneWords({ record, item }: ReminderNow): string {
  if (item?.kind === 'recording' && item.heldOn !== undefined)
    return `stated to be up to date on ${shortDate(item.heldOn)}`;
  if (record?.outcome !== 'held') return 'done';
  return `held on ${shortDate(record.heldOn)}, recorded by ${record.recordedByName}`;
}

function missedWords({ record }: ReminderNow): string {
  if (record?.outcome !== 'did-not-happen') {
    return 'missed: nothing was recorded before the next one fell due';
  }
  return `did not happen; new date ${shortDate(record.rearrangedOn)}, said by ${record.recordedByName}`;
}

function movedWords({ item }: ReminderNow, today: Temporal.PlainDate, needs: Wordable): string {
  if (item === undefined || item.status === 'cancelled') return 'no longer planned';
  return item.due === null ? 'moved' : `moved, now ${whenWords(item.due, today, needs.calendar)}`;
}

/** A milestone is done by itself on its day: on that day its reader is told that it has come. */
const isMilestoneToday = ({ item, entry, record }: ReminderNow, today: Temporal.PlainDate) =>
  item?.kind === 'milestone' && record === undefined && entry.dueOn.equals(today);

/** A meeting that nobody records is owed by nobody: once its day is over it has been, and is neither overdue nor missed. */
const hasSimplyBeen = ({ item, entry, record }: ReminderNow, today: Temporal.PlainDate) =>
  item?.kind === 'meeting' && record === undefined && Temporal.PlainDate.compare(entry.dueOn, today) < 0;

/** How the item stands: "in 5 days", "held on Mon 28 Sep 2026, recorded by Priya Nandakumar". */
export function standingWords(now: ReminderNow, today: Temporal.PlainDate, needs: Wordable): string {
  switch (now.standing) {
    case 'open':
      return hasSimplyBeen(now, today) ? 'has been' : whenWords(now.entry.dueOn, today, needs.calendar);
    case 'done':
      return isMilestoneToday(now, today) ? 'today' : doneWords(now);
    case 'missed':
      return hasSimplyBeen(now, today) ? 'has been' : missedWords(now);
    case 'suspended':
      return now.item === undefined ? 'paused' : itemWhenWords(now.item, today, needs.calendar);
    case 'moved':
      return movedWords(now, today, needs);
    default:
      return now.standing satisfies never;
  }
}

export function reminderTone({ standing, entry, item }: ReminderNow, today: Temporal.PlainDate): Tone {
  if (standing === 'done') return 'good';
  if (standing !== 'open') return 'default';
  if (item?.kind === 'meeting') return today.until(entry.dueOn).days === 0 ? 'warning' : 'default';
  const days = today.until(entry.dueOn).days;
  if (days < 0) return 'attention';
  return days <= 1 ? 'warning' : 'default';
}

/** The date as it stands, and the one it was told with where that is another. */
export function datesOf({ entry, item }: ReminderNow): Pick<ReminderLineView, 'date' | 'was'> {
  const due = item?.due ?? null;
  if (due?.equals(entry.dueOn) === true) return { date: longDate(due), was: '' };
  return { date: due === null ? '' : longDate(due), was: shortDate(entry.dueOn) };
}

export const titleOf = ({ item, entry }: ReminderNow) => item?.title ?? entry.item;

function openHeading(now: ReminderNow, what: string, today: Temporal.PlainDate, needs: Wordable): string {
  const { item, entry } = now;
  if (hasSimplyBeen(now, today)) return `${what} has been`;
  if (today.until(entry.dueOn).days < 0) return `${what} is overdue`;
  const isDue = item !== undefined && takesPlace.has(item.kind) ? 'is' : 'is due';
  return `${what} ${isDue} ${whenWords(entry.dueOn, today, needs.calendar)}`;
}

/** One reminder as a heading: "Reflective supervision 3 for Amara Okoro is due tomorrow". */
export function headingOf(now: ReminderNow, today: Temporal.PlainDate, needs: Wordable): string {
  const title = titleOf(now);
  const what = now.isOwn ? title : `${title} for ${now.file.participant.name}`;
  switch (now.standing) {
    case 'open':
      return openHeading(now, what, today, needs);
    case 'done':
      return isMilestoneToday(now, today) ? `${what} is today` : `${what} is done`;
    case 'missed':
      if (hasSimplyBeen(now, today)) return `${what} has been`;
      return now.record === undefined ? `${what} was missed` : `${what} did not happen`;
    case 'suspended':
      return `${what} is paused`;
    case 'moved':
      return now.item?.due == null ? `${what} is no longer planned` : `${what} has moved`;
    default:
      return now.standing satisfies never;
  }
}

function recordingWords({ isOwn }: ReminderNow, item: PlanItem, mayRecord: boolean, { programme }: Wordable) {
  if (unrecorded.has(item.kind)) return [];
  if (item.kind === 'recording' && !isOwn) return ['Nobody has stated yet that it is up to date.'];
  if (mayRecord) return ['Nothing is recorded yet: please record it, or say that it did not happen.'];
  if (!isOwn || item.lead === 'nqsw') return ['Nothing is recorded yet.'];
  const done = isDone.has(item.kind) ? 'done' : 'held';
  return [
    `Nothing is recorded yet: if it was ${done}, please ask the ${programme.titles[item.lead]} to record it.`,
  ];
}

/** The decision answers itself when nobody does (A16). */
function decisionWords({ entry, standing, item }: ReminderNow, { programme }: Wordable): readonly string[] {
  const { cadenceDecision } = programme;
  if (cadenceDecision === null) return [];
  const wait = countWords(cadenceDecision.lapsesAfterWorkingDays, 'working day');
  const then = rhythmWords(cadenceDecision.unlessAnswered);
  if (item?.heldOn !== undefined) return [`It was decided on ${shortDate(item.heldOn)}.`];
  if (entry.stage === 'lapsed') return [`There was no answer within ${wait}: it is now ${then}.`];
  return standing === 'open' ? [`Without an answer within ${wait} it becomes ${then}.`] : [];
}

function waitingWords(
  now: ReminderNow,
  today: Temporal.PlainDate,
  { calendar }: Wordable,
): readonly string[] {
  const { entry, putOffUntil } = now;
  if (putOffUntil !== null) return [`You have put this off: I will remind you on ${shortDate(putOffUntil)}.`];
  if (entry.stage === 'snoozed') return ['You asked me to bring this up again.'];
  const left = workingDaysBetween(calendar, today, entry.dueOn);
  return left > 1 ? [`${countWords(left, 'working day')} to go.`] : [];
}

/** Why it is brought up, and what is asked of the reader. */
export function notesOf(
  now: ReminderNow,
  today: Temporal.PlainDate,
  mayRecord: boolean,
  needs: Wordable,
): readonly string[] {
  const { item, standing, entry } = now;
  const decision = item?.kind === 'decision' ? decisionWords(now, needs) : [];
  if (standing !== 'open' || item === undefined) return decision;
  const isOver = Temporal.PlainDate.compare(entry.dueOn, today) < 0;
  const own = isOver ? recordingWords(now, item, mayRecord, needs) : waitingWords(now, today, needs);
  return [...own, ...decision];
}
