import type { Temporal } from 'temporal-polyfill';
import { type Nominal, nominalsOf } from './cadence.ts';
import { type CivilDay, civilDay } from './civil-days.ts';
import { longestGapDays } from './national-floor.ts';
import { isShorter, type Period, plusPeriod } from './period.ts';
import { type Ground, pauseOn, place } from './placement.ts';
import type { Programme } from './programme.ts';
import type { Phase } from './programme-fields.ts';
import { type RecordHistory, recordedOn } from './record-history.ts';
import type { CadenceDecided } from './year-entry.ts';

/** The series whose rhythm is decided at six months (L2, A16). */
export const decidedSeries = 'reflective-supervision';

/** What was decided of how often reflective supervision is held, and on which day (P15). */
export interface CadenceChosen extends Pick<CadenceDecided, 'choice' | 'everyWeeks'> {
  readonly on: Temporal.PlainDate;
}

const monthly: Period = { unit: 'month', count: 1 };
export const mostCustomWeeks = 12;

const isUpTo = (until: Phase['until'], at: Period): until is Period =>
  until !== 'end' && !isShorter(at, until);

/** The phases up to the decision; one that runs beyond it ends there. */
function phasesBefore(cadence: readonly Phase[], at: Period): readonly Phase[] {
  const before = cadence.filter(({ until }) => isUpTo(until, at));
  const last = before.at(-1);
  const isReached = last?.until !== undefined && last.until !== 'end' && !isShorter(last.until, at);
  const next = cadence[before.length];
  return isReached || next === undefined ? before : [...before, { ...next, until: at }];
}

/** The rhythm up to the decision, which `keep` goes on with; null in a programme that has no such decision. */
export function rhythmBefore({ series, cadenceDecision }: Programme): Period | null {
  const cadence = series.find(({ id }) => id === decidedSeries)?.cadence;
  if (cadence === undefined || cadenceDecision === null) return null;
  return phasesBefore(cadence, cadenceDecision.at).at(-1)?.every ?? null;
}

/** How often is meant by a choice (P15): as before, monthly, or every so many whole weeks. */
export function rhythmOf(
  programme: Programme,
  { choice, everyWeeks }: Pick<CadenceChosen, 'choice' | 'everyWeeks'>,
): Period {
  if (choice === 'monthly') return monthly;
  if (choice === 'custom') return { unit: 'week', count: everyWeeks ?? 1 };
  return rhythmBefore(programme) ?? monthly;
}

/** What the dates of the series are judged on. */
interface DecidedGround {
  readonly start: CivilDay;
  readonly end: CivilDay;
  readonly ground: Ground;
  readonly roll: Programme['roll'];
  readonly history: RecordHistory;
}

/** The steps of a rhythm after the last date that stays, in order. */
function* stepsFrom(last: Nominal | undefined, every: Period, { start, end }: DecidedGround) {
  const base = last?.day ?? start;
  const from = every.unit === 'month' ? start : base;
  const phase: Phase = { every, until: 'end' };
  for (let times = 1; ; times += 1) {
    const day = plusPeriod(from, every, times);
    if (day > end) return;
    if (day <= base) continue;
    const fromStart = from === start;
    yield { by: 'cadence', day, from, fromStart, times, phase, afterPhase: last?.phase ?? null } as const;
  }
}

/**
 * The series after one decision. What was due by the day of the decision, or was recorded by then, stays with its number;
 * so do the dates up to the six-month point. From the last of them the new rhythm steps. Where a step of it would lie in
 * the past, the session that was planned next stays as well if it comes first: deciding late puts nothing off.
 */
function decided(
  dates: readonly Nominal[],
  fixed: number,
  every: Period,
  on: CivilDay,
  ground: DecidedGround,
): readonly Nominal[] {
  const dueOf = (day: CivilDay, heldOn: CivilDay | null) =>
    place(day, ground.roll, heldOn, ground.ground).due;
  const stays = ({ day }: Nominal, index: number) => {
    const recorded = recordedOn(ground.history, `${decidedSeries}-${index + 1}`, on);
    const due = dueOf(day, recorded?.on ?? null);
    return index < fixed || recorded !== null || (due !== null && due <= on);
  };
  const kept = dates.slice(0, dates.findLastIndex(stays) + 1);
  const steps = [...stepsFrom(kept.at(-1), every, ground)];
  const isPast = ({ day }: Nominal) => {
    const due = dueOf(day, null);
    return due !== null && due <= on;
  };
  const ahead = steps.filter((step) => !isPast(step));
  const planned = dates[kept.length];
  const first = ahead[0];
  const isPlannedFirst =
    planned !== undefined && steps.length > ahead.length && planned.day < (first?.day ?? Infinity);
  if (!isPlannedFirst) return [...kept, ...ahead.map((step) => ({ ...step, decidedOn: on }))];
  const further = [...stepsFrom(planned, every, ground)].map((step) => ({ ...step, decidedOn: on }));
  return [...kept, planned, ...further];
}

/**
 * The dates of reflective supervision with everything that was decided about its rhythm, in order: of several decisions
 * the last counts from its own day on (P15, A16). One that was taken in a pause or before the start does not count, like
 * its record.
 */
export function decidedNominals(
  { series, cadenceDecision }: Programme,
  choices: readonly { readonly every: Period; readonly on: Temporal.PlainDate }[],
  ground: DecidedGround,
): readonly Nominal[] {
  const cadence = series.find(({ id }) => id === decidedSeries)?.cadence ?? [];
  const { start, end } = ground;
  const dates = nominalsOf(cadence, start, end);
  if (cadenceDecision === null) return dates;
  const before = phasesBefore(cadence, cadenceDecision.at);
  const open: Phase = { every: monthly, until: 'end' };
  const fixed = nominalsOf([...before, open], start, end).filter(({ phase }) => phase !== open).length;
  return choices
    .map(({ every, on }) => ({ every, on: civilDay(on) }))
    .filter(({ on }) => on >= start && pauseOn(ground.ground.pauses, on) === undefined)
    .reduce<readonly Nominal[]>((so, { every, on }) => decided(so, fixed, every, on, ground), dates);
}

/** A time without a session that is longer than the national standard allows; both are days of sessions, or the end. */
export interface FloorGap {
  readonly from: CivilDay;
  readonly until: CivilDay;
}

/**
 * The first time without a session, from the decision on, of more than 31 days (RULES "Two standards"): judged on the
 * dates by cadence alone. Null when there is none.
 */
export function gapBeyondFloor(dates: readonly Nominal[], on: CivilDay, end: CivilDay): FloorGap | null {
  const first = dates.findIndex(({ decidedOn }) => decidedOn === on);
  const days = [...dates.slice(first === -1 ? -1 : Math.max(first - 1, 0)).map(({ day }) => day), end];
  for (const [index, until] of days.entries()) {
    const from = days[index - 1];
    if (from !== undefined && until - from > longestGapDays) return { from, until };
  }
  return null;
}
