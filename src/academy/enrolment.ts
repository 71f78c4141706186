import { Temporal } from 'temporal-polyfill';

type Day = Temporal.PlainDate;

/** Why somebody left, as a code and never as a story (D13, S14r). */
export const leavingReasons = [
  'agency-work',
  'left-profession',
  'other-council',
  'redeployed',
  'insufficient-support',
  'workload',
  'no-career-path',
  'not-disclosed',
  'other',
] as const;
export type LeavingReason = (typeof leavingReasons)[number];

/** How far somebody was when they left: before the clock started, in the middle of the programme, or having finished it. */
export type LeavingStage = 'before-start' | 'mid-programme' | 'after-completion';

/** Days on which the clock stands still, both included; `untilOn` null while nobody knows. */
export interface Standstill {
  readonly fromOn: Day;
  readonly untilOn: Day | null;
}

interface Enrolled {
  readonly cohort: string;
  /** Programme day 0: it stays the same whatever happens after it (A1, A5). */
  readonly startOn: Day;
  /** In date order and disjoint. */
  readonly standstills: readonly Standstill[];
  /** The later day to which the panel has let the programme go on; null while it has its usual end. */
  readonly extendedTo: Day | null;
}

/** Where an NQSW stands with the programme as a whole. Only somebody who has a clock start has dates (D20). */
export type Enrolment =
  | { readonly state: 'registration-pending'; readonly cohort: string }
  | (Enrolled & { readonly state: 'active' | 'extended' | 'paused' })
  | (Enrolled & { readonly state: 'completed'; readonly completedOn: Day })
  | {
      readonly state: 'left';
      readonly leftOn: Day;
      readonly stage: LeavingStage;
      readonly reason: LeavingReason;
      /** What they had behind them: null when they left before the clock started. */
      readonly before: Enrolled | null;
      readonly cohort: string;
    };

export type EnrolmentStep =
  | { readonly step: 'start'; readonly on: Day }
  | { readonly step: 'pause'; readonly on: Day }
  | { readonly step: 'resume'; readonly on: Day }
  /** The panel has decided that the programme goes on to a later day. */
  | { readonly step: 'extend'; readonly to: Day }
  | { readonly step: 'complete'; readonly on: Day }
  | { readonly step: 'leave'; readonly on: Day; readonly reason: LeavingReason }
  /** Joins a later cohort and keeps the time already served (S18r). */
  | { readonly step: 'return'; readonly on: Day; readonly cohort: string };

export type EnrolmentRefusal =
  /** The state knows no such step: `from` says which state that is. */
  | { readonly refused: 'not-from-here'; readonly from: Enrolment['state'] }
  /** The step is dated before something that has already happened, on `earliestOn` at the earliest. */
  | { readonly refused: 'too-early'; readonly earliestOn: Day };

export type EnrolmentOutcome =
  | { readonly ok: true; readonly enrolment: Enrolment }
  | ({ readonly ok: false } & EnrolmentRefusal);

const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0;

const enrolled = ({ cohort, startOn, standstills, extendedTo }: Enrolled): Enrolled => ({
  cohort,
  startOn,
  standstills,
  extendedTo,
});

const running = (one: Enrolled): Enrolment => ({
  state: one.extendedTo === null ? 'active' : 'extended',
  ...one,
});

/** Where a step leads, and the first day that it can be dated on; null when any day serves. */
interface Move {
  readonly next: Enrolment;
  readonly on: Day;
  readonly earliestOn: Day | null;
}

const since = (earliestOn: Day | null, on: Day, next: Enrolment): Move => ({ next, on, earliestOn });

/** The first day on which something new can be dated: after all that is known of the clock. */
function earliest({ startOn, standstills }: Enrolled): Day {
  const last = standstills.at(-1);
  return last === undefined ? startOn : (last.untilOn ?? last.fromOn).add({ days: 1 });
}

/** The standing still that has no end yet ends on the evening before the return. */
function resumed(one: Enrolled, on: Day): Enrolled {
  const { standstills } = one;
  const last = standstills.at(-1);
  if (last === undefined || last.untilOn !== null) return enrolled(one);
  const ended = { fromOn: last.fromOn, untilOn: on.subtract({ days: 1 }) };
  return { ...enrolled(one), standstills: [...standstills.slice(0, -1), ended] };
}

const standingStill = (one: Enrolled, fromOn: Day): Enrolled => ({
  ...one,
  standstills: [...one.standstills, { fromOn, untilOn: null }],
});

function left(enrolment: Exclude<Enrolment, { state: 'left' }>, on: Day, reason: LeavingReason): Enrolment {
  const { cohort, state } = enrolment;
  const leaving = { state: 'left', leftOn: on, reason, cohort } as const;
  if (state === 'registration-pending') return { ...leaving, stage: 'before-start', before: null };
  const stage = state === 'completed' ? 'after-completion' : 'mid-programme';
  return { ...leaving, stage, before: enrolled(enrolment) };
}

type Pending = Extract<Enrolment, { state: 'registration-pending' }>;
type Left = Extract<Enrolment, { state: 'left' }>;
type OnProgramme = Extract<Enrolment, { state: 'active' | 'extended' | 'paused' }>;

/** What somebody whose clock runs can do next. */
function fromRunning(now: OnProgramme, step: EnrolmentStep): Move | null {
  const one = enrolled(now);
  const first = earliest(now);
  switch (step.step) {
    case 'pause':
      return since(first, step.on, { state: 'paused', ...standingStill(one, step.on) });
    case 'extend':
      return since(first, step.to, running({ ...one, extendedTo: step.to }));
    case 'complete':
      return since(first, step.on, { state: 'completed', ...one, completedOn: step.on });
    case 'leave':
      return since(first, step.on, left(now, step.on, step.reason));
    default:
      return null;
  }
}

/** What somebody whose clock stands still can do next. */
function fromPaused(now: OnProgramme, step: EnrolmentStep): Move | null {
  const first = earliest(now);
  switch (step.step) {
    case 'resume':
      return since(first, step.on, running(resumed(now, step.on)));
    case 'return':
      return since(first, step.on, running({ ...resumed(now, step.on), cohort: step.cohort }));
    case 'leave':
      return since(first.subtract({ days: 1 }), step.on, left(now, step.on, step.reason));
    default:
      return null;
  }
}

/** Somebody who has finished the programme has nothing to return to. */
function fromLeft(now: Left, step: EnrolmentStep): Move | null {
  if (step.step !== 'return' || now.stage === 'after-completion') return null;
  const first = now.leftOn.add({ days: 1 });
  const { before } = now;
  if (before === null) return since(first, step.on, { state: 'registration-pending', cohort: step.cohort });
  const away = before.standstills.at(-1)?.untilOn === null ? before : standingStill(before, first);
  return since(first, step.on, running({ ...resumed(away, step.on), cohort: step.cohort }));
}

function fromPending(now: Pending, step: EnrolmentStep): Move | null {
  if (step.step === 'leave') return since(null, step.on, left(now, step.on, step.reason));
  if (step.step !== 'start') return null;
  const begun = running({ cohort: now.cohort, startOn: step.on, standstills: [], extendedTo: null });
  return since(null, step.on, begun);
}

function fromHere(now: Enrolment, step: EnrolmentStep): Move | null {
  switch (now.state) {
    case 'registration-pending':
      return fromPending(now, step);
    case 'active':
    case 'extended':
      return fromRunning(now, step);
    case 'paused':
      return fromPaused(now, step);
    case 'completed':
      return step.step === 'leave' ? since(now.completedOn, step.on, left(now, step.on, step.reason)) : null;
    case 'left':
      return fromLeft(now, step);
  }
}

/** What becomes of an enrolment by one step, or why it cannot be taken (D13, D20, S18r). */
export function advance(now: Enrolment, step: EnrolmentStep): EnrolmentOutcome {
  const move = fromHere(now, step);
  if (move === null) return { ok: false, refused: 'not-from-here', from: now.state };
  const { next, on, earliestOn } = move;
  if (earliestOn !== null && isBefore(on, earliestOn)) return { ok: false, refused: 'too-early', earliestOn };
  return { ok: true, enrolment: next };
}

/** The same for a step that was taken once and is kept: its day is not judged again. Null where it leads nowhere. */
export function advanced(now: Enrolment, step: EnrolmentStep): Enrolment | null {
  return fromHere(now, step)?.next ?? null;
}

/** Days of the programme served by the end of `on`, those of standing still left out; 0 before the clock starts. */
export function daysServed(enrolment: Enrolment, on: Day): number {
  const one = enrolment.state === 'left' ? enrolment.before : enrolment;
  if (one === null || !('startOn' in one)) return 0;
  const last = enrolment.state === 'left' && isBefore(enrolment.leftOn, on) ? enrolment.leftOn : on;
  const days = (from: Day, until: Day) => Math.max(0, from.until(until).days + 1);
  const still = one.standstills.reduce((sum, { fromOn, untilOn }) => {
    const until = untilOn === null || isBefore(last, untilOn) ? last : untilOn;
    return sum + days(fromOn, until);
  }, 0);
  return days(one.startOn, last) - still;
}
