import type { CivilDay } from './civil-days.ts';
import { type Period, plusPeriod } from './period.ts';
import type { Phase } from './programme-fields.ts';

/** A date by cadence alone: before pauses and before it is moved off a non-working day. */
export interface Nominal {
  readonly by: 'cadence';
  readonly day: CivilDay;
  /** What the date was counted from: the clock start, or the last date of the phase before. */
  readonly from: CivilDay;
  readonly fromStart: boolean;
  /** How many periods of its phase lie between the two. */
  readonly times: number;
  readonly phase: Phase;
  /** The rhythm of the phase whose last date it was counted from. */
  readonly afterPhase: Phase | null;
  /** The day on which its rhythm was decided (P15); absent of the programme's own. */
  readonly decidedOn?: CivilDay;
}

/** Stops a cadence of days over a programme of years from growing without bound. */
const mostDates = 2000;

interface Step {
  readonly phase: Phase;
  readonly afterPhase: Phase | null;
  readonly isLast: boolean;
  readonly until: CivilDay;
}

function untilOf(until: Period | 'end', start: CivilDay, end: CivilDay): CivilDay {
  return until === 'end' ? end : plusPeriod(start, until);
}

/** The last day that a phase may use: the programme's end, and for the last phase its own end too. */
const lastDayOf = (step: Step, end: CivilDay) => (step.isLast ? Math.min(step.until, end) : end);

/** Days and weeks step from the last date of the phase before. */
function datesByDays(step: Step, base: CivilDay, start: CivilDay, end: CivilDay): Nominal[] {
  const dates: Nominal[] = [];
  const last = lastDayOf(step, end);
  const { phase, afterPhase } = step;
  let reached = base;
  for (let times = 1; (step.isLast || reached < step.until) && times <= mostDates; times += 1) {
    const day = plusPeriod(base, phase.every, times);
    if (day > last) break;
    dates.push({ by: 'cadence', day, from: base, fromStart: base === start, times, phase, afterPhase });
    reached = day;
  }
  return dates;
}

/** Months count from the clock start itself, for the dates after the end of the phase before. */
function datesByMonths(step: Step, after: CivilDay, start: CivilDay, end: CivilDay): Nominal[] {
  const dates: Nominal[] = [];
  const last = lastDayOf(step, end);
  const { phase, afterPhase } = step;
  let reached = after;
  for (let times = 1; (step.isLast || reached < step.until) && times <= mostDates; times += 1) {
    const day = plusPeriod(start, phase.every, times);
    if (day > last) break;
    if (day <= after) continue;
    dates.push({ by: 'cadence', day, from: start, fromStart: true, times, phase, afterPhase });
    reached = day;
  }
  return dates;
}

/**
 * The dates of a series (A3, A5). A phase that another one follows runs up to and including its first date on or after
 * its end; no date is after the programme's end, and none is the clock start itself.
 */
export function nominalsOf(cadence: readonly Phase[], start: CivilDay, end: CivilDay): Nominal[] {
  const dates: Nominal[] = [];
  let after = start;
  cadence.forEach((phase, index) => {
    const step: Step = {
      phase,
      afterPhase: cadence[index - 1] ?? null,
      isLast: index === cadence.length - 1,
      until: untilOf(phase.until, start, end),
    };
    const base = dates.at(-1)?.day ?? start;
    const found =
      phase.every.unit === 'month'
        ? datesByMonths(step, after, start, end)
        : datesByDays(step, base, start, end);
    for (const date of found) dates.push(date);
    after = step.until;
  });
  return dates;
}
