import { Temporal } from 'temporal-polyfill';
import { bankHolidays } from '../../../src/academy/bank-holidays.ts';
import type { Reminded } from '../../../src/academy/owed.ts';
import { yearPlan } from '../../../src/academy/plan.ts';
import type { PlanItem, YearPlan } from '../../../src/academy/plan-item.ts';
import type { NoticeRecipient } from '../../../src/academy/reminder-schedule.ts';
import { isPaused } from './oracle.ts';
import { startOf } from './reminded.ts';

/*
 * The same answer by another way: on each day it asks that day's plan how every item stands, walks from the item's date
 * one day at a time to where each stage falls for each person, and keeps the stages that fall on the day itself.
 */
type Day = Temporal.PlainDate;
const holidays = new Set(bankHolidays.map(([on]) => on));
const forever = Temporal.PlainDate.from('2099-12-31');
const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0;
/** Every stage that a file can name, the earliest first, with its working days from the date. */
const distances: readonly (readonly [string, number])[] = Array.from({ length: 41 }, (_, index) => {
  const days = index - 20;
  return [days === 0 ? 'day' : days < 0 ? `before-${-days}` : `overdue-${days}`, days] as const;
});

class Walk {
  readonly #reminded: Reminded;
  readonly #pauses: readonly { fromOn: Day; untilOn: Day }[];
  readonly #open = new Map<string, boolean>();
  readonly #days = new Map<string, string | null>();

  constructor(reminded: Reminded, end: Day | null) {
    this.#reminded = reminded;
    // A pause that begins after the programme's end changes nothing.
    this.#pauses = reminded.input.pauses
      .filter(({ fromOn }) => end === null || !isBefore(end, fromOn))
      .map(({ fromOn, untilOn }) => ({ fromOn, untilOn: untilOn ?? forever }));
  }

  isOpen(day: Day): boolean {
    const text = String(day);
    const known = this.#open.get(text);
    if (known !== undefined) return known;
    const open = day.dayOfWeek <= 5 && !holidays.has(text) && !isPaused(day, this.#pauses);
    this.#open.set(text, open);
    return open;
  }

  isThere(recipient: NoticeRecipient, day: Day): boolean {
    if (!this.isOpen(day)) return false;
    const absence = recipient === 'academy-manager-channel' ? undefined : this.#reminded.absences[recipient];
    if (absence === undefined) return true;
    const weekday = (['mon', 'tue', 'wed', 'thu', 'fri'] as const)[day.dayOfWeek - 1];
    if (absence.weekdays.some((name) => name === weekday)) return false;
    return !isPaused(day, absence.leave);
  }

  /** The first day in one direction, the given one included, of which something is true. */
  first(from: Day, step: 1 | -1, isRight: (day: Day) => boolean): Day | null {
    let day = from;
    for (let tried = 0; tried < 400; tried += 1, day = day.add({ days: step })) if (isRight(day)) return day;
    return null;
  }

  stageDay(due: Day, workingDays: number): Day | null {
    const step = workingDays < 0 ? -1 : 1;
    let day: Day | null = due;
    for (let left = Math.abs(workingDays); left > 0 && day !== null; left -= 1) {
      day = this.first(day.add({ days: step }), step, (one) => this.isOpen(one));
    }
    return day;
  }

  personDay(recipient: NoticeRecipient, stage: string, stageDay: Day): Day | null {
    const startOn = startOf(this.#reminded);
    const isThere = (day: Day) => this.isThere(recipient, day);
    if (stage.startsWith('overdue') || stage === 'lapsed') return this.first(stageDay, 1, isThere);
    const back = this.first(stageDay, -1, isThere);
    if (back !== null && !isBefore(back, startOn)) return back;
    return stage === 'day' ? this.first(stageDay, 1, isThere) : null;
  }

  /** The day on which a recipient hears of a stage of what is due then; remembered, because every day asks for it. */
  dayOf(due: Day, stage: string, workingDays: number, recipient: NoticeRecipient): string | null {
    const asked = `${due} ${stage} ${recipient}`;
    const known = this.#days.get(asked);
    if (known !== undefined) return known;
    const wanted = this.stageDay(due, workingDays);
    const isTooEarly = wanted !== null && workingDays < 0 && isBefore(wanted, startOf(this.#reminded));
    const day = wanted === null || isTooEarly ? null : this.personDay(recipient, stage, wanted);
    const found = day === null ? null : String(day);
    this.#days.set(asked, found);
    return found;
  }
}

const isTold = (item: PlanItem, stage: string, isLast: boolean, recipient: NoticeRecipient) => {
  const wasRecorded = item.heldOn !== undefined;
  if (recipient === 'academy-manager-channel' && !isLast) return false;
  if (item.status === 'missed') return recipient === 'academy-manager-channel';
  if (item.status === 'done')
    return item.kind === 'milestone' && !wasRecorded && !stage.startsWith('overdue');
  return item.status !== 'suspended' && item.status !== 'cancelled';
};

function recipientsOf({ kind, lead }: PlanItem): NoticeRecipient[] {
  const people: NoticeRecipient[] = kind === 'claim' ? [lead] : [...new Set(['nqsw' as const, lead])];
  return [...people, 'academy-manager-channel'];
}

/** The stage of an item that a recipient hears of on a day, or none. */
function heardOn(day: Day, item: PlanItem, recipient: NoticeRecipient, walk: Walk, reminded: Reminded) {
  const { due } = item;
  if (due === null) return undefined;
  const named = reminded.programme.reminders.stages[item.kind].map(String);
  const own = distances.filter(([stage]) => named.includes(stage));
  const last = own.filter(([, days]) => days > 0).at(-1)?.[0];
  return own
    .filter(([stage]) => isTold(item, stage, stage === last, recipient))
    .filter(([stage, distance]) => walk.dayOf(due, stage, distance, recipient) === String(day))
    .at(-1)?.[0];
}

/** A decision is told as lapsed on the day for which it turned done by itself. */
function lapsedOn(day: Day, plans: ReadonlyMap<string, YearPlan>, walk: Walk, firstDay: Day): string[] {
  const decision = (on: Day) => plans.get(String(on))?.items.find(({ kind }) => kind === 'decision');
  const isLapsed = (on: Day) => decision(on)?.status === 'done' && decision(on)?.heldOn === undefined;
  if (!isLapsed(day)) return [];
  const turned = walk.first(day, -1, (on) => isBefore(on, firstDay) || !isLapsed(on.subtract({ days: 1 })));
  if (turned === null || isBefore(turned, firstDay)) return [];
  const told = walk.personDay('academy-manager', 'lapsed', turned);
  const id = decision(day)?.id ?? '';
  return told?.equals(day) === true ? [`${id}:${decision(day)?.due}:lapsed:academy-manager`] : [];
}

/** How far back a lapse is looked for: longer than the longest leave with a part-time pattern beside it. */
const lookBackDays = 70;

function heardOnDay(day: Day, items: readonly PlanItem[], walk: Walk, reminded: Reminded): string[] {
  return items.flatMap((item) =>
    recipientsOf(item).flatMap((recipient) => {
      const stage = heardOn(day, item, recipient, walk, reminded);
      return stage === undefined ? [] : [`${item.id}:${item.due}:${stage}:${recipient}`];
    }),
  );
}

/** "day item:due:stage:recipient" for the days from `first` to `last`, both included. */
export function expectedNotices(reminded: Reminded, first: Day, last: Day): string[] {
  const { programme, calendar, input } = reminded;
  const plans = new Map<string, YearPlan>();
  const firstDay = first.subtract({ days: lookBackDays });
  for (let day = firstDay; !isBefore(last, day); day = day.add({ days: 1 })) {
    plans.set(String(day), yearPlan(programme, calendar, input, day));
  }
  const walk = new Walk(reminded, plans.get(String(first))?.end ?? null);
  const found: string[] = [];
  for (let day = first; !isBefore(last, day); day = day.add({ days: 1 })) {
    if (!walk.isOpen(day)) continue;
    const items = plans.get(String(day))?.items ?? [];
    const heard = [...heardOnDay(day, items, walk, reminded), ...lapsedOn(day, plans, walk, firstDay)];
    found.push(...heard.map((notice) => `${day} ${notice}`));
  }
  return found.sort();
}
