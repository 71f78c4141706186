import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import { type CivilDay, civilDay, isoDay, plainDate } from './civil-days.ts';
import { groundworkOf } from './groundwork.ts';
import { kept } from './kept.ts';
import { noticeText } from './notice-wording.ts';
import type { PlanInput } from './plan.ts';
import type { Programme } from './programme.ts';
import {
  type Absences,
  isCauseFor,
  type NoticeRecipient,
  type NoticeStage,
  type Reach,
  reachOf,
  reminderSchedule,
  type Scheduled,
} from './reminder-schedule.ts';
import { isBeforeStage, stagesOf } from './reminder-stages.ts';
import type { AcademyFunction } from './roles.ts';
import { nextSendable, reminderInstant } from './sending-time.ts';
import { type Standings, standings } from './standings.ts';

/** Everything that the reminders of one participant are computed from. */
export interface Reminded {
  readonly participant: { readonly id: string; readonly name: string | null };
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly input: PlanInput;
  /** When the people concerned do not work, by function (A13). */
  readonly absences: Absences;
  /** The time of day ("HH:mm") at which somebody wants to be told, by function; the programme's own for all others. */
  readonly hours?: Hours;
}

export type Hours = Partial<Record<AcademyFunction, string>>;

/** One reminder that is owed. Computed, never stored: whether it was sent is kept under its key. */
export interface ReminderNotice {
  /** The same for the same participant, item, due date, stage and recipient, however often it is computed. */
  readonly key: string;
  readonly item: string;
  readonly due: Temporal.PlainDate;
  readonly stage: NoticeStage;
  readonly recipient: NoticeRecipient;
  /** When it was to go out, also where an outage makes it late. */
  readonly sendAt: Temporal.Instant;
  readonly text: string;
}

interface Year {
  readonly reminded: Reminded;
  readonly standings: Standings;
  readonly reach: Reach;
  readonly schedule: readonly Scheduled[];
  readonly moments: readonly Moment[];
}

interface Moment {
  readonly at: Temporal.Instant;
  readonly notice: Scheduled;
}

type Days = Omit<Year, 'reminded' | 'moments'>;

/** The days of somebody's reminders, for each of the ways in which the people concerned are away. */
const daysByAbsences = kept(
  (_input: PlanInput, _programme: Programme, _calendar: WorkingCalendar) => new Map<string, Days>(),
);

function daysOf({ programme, calendar, input, absences }: Reminded): Days {
  const known = daysByAbsences(input, programme, calendar);
  const away = JSON.stringify(absences);
  const found = known.get(away);
  if (found !== undefined) return found;
  const year = standings(groundworkOf(programme, calendar, input), input.records);
  const reach = reachOf(year, absences);
  const made = { standings: year, reach, schedule: reminderSchedule(year, reach) };
  known.set(away, made);
  return made;
}

/** The moments of these days, for each of the ways in which the people concerned want to be told. */
const momentsByHours = kept((_days: Days, _programme: Programme) => new Map<string, readonly Moment[]>());

function momentsOf(reminded: Reminded, days: Days): readonly Moment[] {
  const known = momentsByHours(days, reminded.programme);
  const hours = JSON.stringify(reminded.hours ?? {});
  const found = known.get(hours);
  if (found !== undefined) return found;
  const made = days.schedule.map((notice) => ({ at: sendAtOf(reminded, notice), notice }));
  known.set(hours, made);
  return made;
}

function yearOf(reminded: Reminded): Year {
  const days = daysOf(reminded);
  return { reminded, ...days, moments: momentsOf(reminded, days) };
}

function sendAtOf({ programme, hours = {} }: Reminded, { day, recipient }: Scheduled): Temporal.Instant {
  const hour = recipient === 'academy-manager-channel' ? undefined : hours[recipient];
  return reminderInstant(programme, day, hour);
}

const keyOf = ({ id }: Reminded['participant'], { draft, due, stage, recipient }: Scheduled) =>
  `${id}:${draft.id}:${isoDay(due)}:${stage}:${recipient}`;

function worded({ reminded, standings: year }: Year, notice: Scheduled, today: CivilDay): ReminderNotice {
  const { participant, programme } = reminded;
  const { draft, due, stage, recipient } = notice;
  const who = participant.name ?? `the ${programme.titles.nqsw}`;
  return {
    key: keyOf(participant, notice),
    item: draft.id,
    due: plainDate(due),
    stage,
    recipient,
    sendAt: sendAtOf(reminded, notice),
    text: noticeText({ notice, today, year, who }),
  };
}

const inTextOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** By time, then item, stage and recipient, as text. */
const inOrder = (one: Scheduled, other: Scheduled) =>
  one.day - other.day ||
  inTextOrder(one.draft.id, other.draft.id) ||
  inTextOrder(one.stage, other.stage) ||
  inTextOrder(one.recipient, other.recipient);

/**
 * The reminders that are to go out from one instant up to, and without, another (A12 to A14): each on its day, whoever
 * computes it and whenever. Put together, the notices of adjoining times are those of the whole.
 */
export function noticesBetween(
  reminded: Reminded,
  from: Temporal.Instant,
  to: Temporal.Instant,
): readonly ReminderNotice[] {
  const year = yearOf(reminded);
  return year.moments
    .filter(({ at }) => Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, to) < 0)
    .map(({ notice }) => notice)
    .sort(inOrder)
    .map((notice) => worded(year, notice, notice.day));
}

/** A reminder as far as it can have been sent. */
export type SentReminder = Pick<ReminderNotice, 'item' | 'due' | 'stage' | 'recipient'>;

/** What is known of earlier sending. */
export interface SendingSoFar {
  /** Reminders of before this instant are nobody's debt: the participant was not yet in our care. */
  readonly since: Temporal.Instant;
  readonly wasSent: (key: string, reminder: SentReminder) => boolean;
}

export interface Owed {
  /** To be sent now, worded for today. */
  readonly notices: readonly ReminderNotice[];
  /** The next instant at which more can be owed; null when nothing is to come. */
  readonly nextAt: Temporal.Instant | null;
}

const sameDebt = ({ position, recipient }: Scheduled) => `${position} ${recipient}`;

/** Of each item only the latest stage that has come is still owed to somebody. */
function latestStages(came: readonly Scheduled[]): Scheduled[] {
  const latest = new Map<string, Scheduled>();
  for (const notice of came) {
    const other = latest.get(sameDebt(notice));
    if (other === undefined || other.day < notice.day) latest.set(sameDebt(notice), notice);
  }
  return [...latest.values()];
}

/** After the day itself "5 days before" has lost its sense, and "today" too where a later stage says the rest. */
function isWorthSaying({ draft, due, stage, day }: Scheduled, { reminded }: Year, today: CivilDay): boolean {
  if (today === day || today <= due || stage === 'lapsed') return true;
  if (isBeforeStage(stage)) return false;
  return stage !== 'day' || stagesOf(reminded.programme, draft.kind).at(-1) === 'day';
}

const sentReminder = ({ draft, due, stage, recipient }: Scheduled): SentReminder => ({
  item: draft.id,
  due: plainDate(due),
  stage,
  recipient,
});

type Timely = { readonly came: Scheduled[]; readonly toCome: Moment[] };

/** What has had its moment, as far as it is anybody's debt, and the moments still to come. */
function atMoment({ moments }: Year, now: number, since: number): Timely {
  const timely: Timely = { came: [], toCome: [] };
  for (const moment of moments) {
    const at = moment.at.epochMilliseconds;
    if (at > now) timely.toCome.push(moment);
    else if (at >= since) timely.came.push(moment.notice);
  }
  return timely;
}

function earliest(instants: readonly Temporal.Instant[]): Temporal.Instant | null {
  return instants.reduce<Temporal.Instant | null>(
    (first, at) => (first === null || at.epochMilliseconds < first.epochMilliseconds ? at : first),
    null,
  );
}

/** A suspended item waits for the pause to end; every other must still give cause for its notice. Off the programme nothing is owed. */
function isStillOwed(notice: Scheduled, { standings: year }: Year, today: CivilDay): boolean {
  if (year.last !== null && today > year.last) return false;
  const status = year.statusOn(notice.draft, notice.position, today);
  return status === 'suspended' || isCauseFor(notice, status, year.isRecordedOn(notice.draft, today));
}

/**
 * The reminders that should have gone by now and have not, and when to ask again (RULES, "Reminders are owed, not
 * scheduled"). Asked on time it gives each reminder at its moment; asked late, the latest stage of each item alone,
 * worded for today, and only where it is still true and its recipient may be sent something now.
 */
export function owed(reminded: Reminded, now: Temporal.Instant, { since, wasSent }: SendingSoFar): Owed {
  const year = yearOf(reminded);
  const { programme, participant } = reminded;
  const today = civilDay(now.toZonedDateTimeISO(programme.timeZone).toPlainDate());
  const { came, toCome } = atMoment(year, now.epochMilliseconds, since.epochMilliseconds);
  // Late in the morning of the day on which the next stage has its moment, that stage stands for both.
  const laterToday = new Set(
    toCome.flatMap(({ notice }) => (notice.day === today ? [sameDebt(notice)] : [])),
  );
  const unsent = latestStages(came).filter(
    (notice) =>
      !laterToday.has(sameDebt(notice)) &&
      !wasSent(keyOf(participant, notice), sentReminder(notice)) &&
      isWorthSaying(notice, year, today) &&
      isStillOwed(notice, year, today),
  );
  const waiting = unsent.map((notice) => ({
    notice,
    at: nextSendable(programme, year.reach(notice.recipient), now),
  }));
  const openings = waiting.map(({ at }) => at).filter((at) => at !== null);
  return {
    notices: waiting
      .filter(({ at }) => at === now)
      .map(({ notice }) => notice)
      .sort(inOrder)
      .map((notice) => worded(year, notice, today)),
    nextAt: earliest([...toCome.map(({ at }) => at), ...openings.filter((at) => at !== now)]),
  };
}
