import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type WorkingCalendar } from './calendar.ts';
import { civilDay } from './civil-days.ts';
import { type FloorBreach, floorBreaches } from './floor-breaches.ts';
import { pauseSpans } from './groundwork.ts';
import { pauseOn } from './placement.ts';
import type { PlanInput } from './plan.ts';
import type { PlanItem, YearPlan } from './plan-item.ts';
import { entriesOf, type RescheduleProposed, type YearEntry } from './year-entry.ts';

type Day = Temporal.PlainDate;

/** Why a session cannot be moved to a day at all. */
export type DayRefused = 'not-open' | 'same-day' | 'in-past' | 'in-pause' | 'after-end';

/** What speaks against a day to which a session can be moved all the same, once somebody has confirmed it (P7). */
export type DayWarning =
  | { readonly warns: 'not-working' }
  /** It would come before or after, or on the day of, the next or the last of its series. */
  | { readonly warns: 'neighbour'; readonly other: PlanItem }
  /** The national standard would have no session in these days, which it has now. */
  | { readonly warns: 'floor'; readonly breach: FloorBreach };

export type DayJudged =
  | { readonly ok: true; readonly warnings: readonly DayWarning[] }
  | { readonly ok: false; readonly refused: DayRefused };

/** What a day is judged on: the plan of today, and what it was computed from. */
export interface JudgeGround {
  readonly calendar: WorkingCalendar;
  readonly input: Pick<PlanInput, 'pauses' | 'lastOn'>;
  readonly plan: YearPlan;
}

const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0;

/** Only what is still to come can be given another day: what is past is recorded, or recorded as not held. */
export const isToCome = ({ status, due }: PlanItem): boolean =>
  due !== null && (status === 'upcoming' || status === 'due');

const dayOf = ({ heldOn, due }: PlanItem) => heldOn ?? due;

function neighbourWarnings({ plan }: JudgeGround, item: PlanItem, to: Day): readonly DayWarning[] {
  const crossed = plan.items.filter((other) => {
    const day = dayOf(other);
    if (other.series !== item.series || day === null) return false;
    if (other.sequence === item.sequence - 1) return !isBefore(day, to);
    return other.sequence === item.sequence + 1 && !isBefore(to, day);
  });
  return crossed.map((other) => ({ warns: 'neighbour', other }));
}

/** Long enough for the standard: how long it will be is not known yet. */
const fullSession = 90;
const withFloor = 'reflective-supervision';

function floorWarnings({ plan, input }: JudgeGround, item: PlanItem, to: Day): readonly DayWarning[] {
  const { start, end } = plan;
  if (item.series !== withFloor || start === null || end === null) return [];
  const ground = { startOn: start, endOn: end, today: end, pauses: pauseSpans(input.pauses) };
  const sessions = plan.items.filter(({ series, status }) => series === withFloor && status !== 'missed');
  const breachesWith = (dayFor: (one: PlanItem) => Day | null) =>
    floorBreaches(
      sessions.flatMap((one) => {
        const on = dayFor(one);
        return on === null ? [] : [{ on, minutes: fullSession }];
      }),
      ground,
    );
  const before = new Set(breachesWith(dayOf).map(({ fromOn, untilOn }) => `${fromOn} ${untilOn}`));
  return breachesWith((one) => (one.id === item.id ? to : dayOf(one)))
    .filter(({ fromOn, untilOn }) => !before.has(`${fromOn} ${untilOn}`))
    .map((breach) => ({ warns: 'floor', breach }));
}

/**
 * Whether a session can be moved to a day (P7). Not into the past, into a pause or past the end; on a day off, past its
 * neighbours in the series, or where the national standard would be broken, only once that is confirmed.
 */
export function judgeDay(ground: JudgeGround, item: PlanItem, to: Day): DayJudged {
  const { plan, input, calendar } = ground;
  const last = input.lastOn ?? plan.end;
  if (!isToCome(item)) return { ok: false, refused: 'not-open' };
  if (item.due?.equals(to) === true) return { ok: false, refused: 'same-day' };
  if (isBefore(to, plan.today)) return { ok: false, refused: 'in-past' };
  if (pauseOn(pauseSpans(input.pauses), civilDay(to)) !== undefined)
    return { ok: false, refused: 'in-pause' };
  if (last !== null && isBefore(last, to)) return { ok: false, refused: 'after-end' };
  const off: readonly DayWarning[] = isWorkingDay(calendar, to) ? [] : [{ warns: 'not-working' }];
  return {
    ok: true,
    warnings: [...off, ...neighbourWarnings(ground, item, to), ...floorWarnings(ground, item, to)],
  };
}

export type Proposal = Extract<YearEntry, RescheduleProposed>;

/** `replaced`: another day was proposed after it. `overtaken`: the session was recorded, or moved, or the day has gone by. */
export type ProposalState = 'open' | 'agreed' | 'declined' | 'withdrawn' | 'replaced' | 'overtaken';

/** How a proposal stands in a plan of today. */
export function proposalState(
  entries: readonly YearEntry[],
  proposal: Proposal,
  plan: YearPlan,
): ProposalState {
  const { entryId, item, from, to } = proposal;
  const answer = entriesOf(entries, 'reschedule-answered').find((one) => one.proposal === entryId);
  if (answer !== undefined) return answer.answer;
  const last = entriesOf(entries, 'reschedule-proposed').findLast((one) => one.item === item);
  if (last !== undefined && last.entryId !== entryId) return 'replaced';
  const found = plan.items.find(({ id }) => id === item);
  const isStill = found !== undefined && isToCome(found) && found.due?.equals(from) === true;
  return isStill && !isBefore(to, plan.today) ? 'open' : 'overtaken';
}

/** The proposal of an item that waits for an answer. */
export function openProposal(
  entries: readonly YearEntry[],
  item: string,
  plan: YearPlan,
): Proposal | undefined {
  const last = entriesOf(entries, 'reschedule-proposed').findLast((one) => one.item === item);
  return last !== undefined && proposalState(entries, last, plan) === 'open' ? last : undefined;
}
