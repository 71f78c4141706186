import { Temporal } from 'temporal-polyfill';
import type { AcademyFunction } from './roles.ts';
import { dayOf, limitFrom, rolledAfter, type TimeGround } from './time-limit.ts';

/*
 * The request to move to another team (L29): what has been done so far is a list of steps, and where the request
 * stands is folded from it. Nothing but the steps is ever kept.
 */

/** What was agreed at the three-way meeting: codes of the programme's lists, and where the council keeps the plan itself. */
export interface SupportPlan {
  readonly meetingOn: Temporal.PlainDate;
  readonly aims: readonly string[];
  readonly supports: readonly string[];
  /** An https address in the council's own document store. */
  readonly link: string;
}

/** One step with what it brings. */
export type MoveAct =
  | { readonly step: 'wish' }
  | { readonly step: 'conversation'; readonly heldOn: Temporal.PlainDate }
  | {
      readonly step: 'meeting';
      readonly heldOn: Temporal.PlainDate;
      readonly aims: readonly string[];
      readonly supports: readonly string[];
      readonly link: string;
    }
  /** A day for the three-way meeting, and what the host manager says to it: that day, or another (T4). */
  | { readonly step: 'invite' | 'propose-day'; readonly meetOn: Temporal.PlainDate }
  | { readonly step: 'accept-day' }
  | { readonly step: 'review'; readonly heldOn: Temporal.PlainDate }
  | { readonly step: 'stay' | 'approve' | 'withdraw' }
  | { readonly step: 'go-on' }
  | { readonly step: 'request'; readonly reasons: readonly string[] }
  | { readonly step: 'refuse'; readonly reason: string }
  | { readonly step: 'ask-more'; readonly questions: readonly string[] }
  | { readonly step: 'answer-more'; readonly reasons: readonly string[]; readonly link: string };

export const moveSteps = [
  'wish',
  'conversation',
  'invite',
  'accept-day',
  'propose-day',
  'meeting',
  'review',
  'stay',
  'go-on',
  'request',
  'approve',
  'refuse',
  'ask-more',
  'answer-more',
  'withdraw',
] as const satisfies readonly MoveAct['step'][];
export type MoveStepName = (typeof moveSteps)[number];

/** Somebody comes to hold the function whose turn it is while a procedure is open: nobody presses it, and it moves nothing. */
export interface TakenOver {
  readonly step: 'take-over';
  readonly function: AcademyFunction;
}

/** Who took a step and when, and whom it concerns. */
export interface StepTaken {
  readonly by: string;
  readonly byName: string;
  readonly at: Temporal.Instant;
  /** Ids of the people who got a message of their own about this step. */
  readonly told: readonly string[];
  /** Ids of the people whose turn it was from then on, who are reminded. */
  readonly asked: readonly string[];
}

/** A step as it was taken. */
export type MoveStep = (MoveAct | TakenOver) & StepTaken & { readonly requestId: string };

interface Waiting {
  /** The civil day from which it stands so. */
  readonly since: Temporal.PlainDate;
  /** By when whoever's turn it is should have acted. */
  readonly dueOn: Temporal.PlainDate;
}
interface Requested extends Waiting {
  readonly plan: SupportPlan;
  readonly reasons: readonly string[];
}

/** The day that was proposed for the three-way meeting; `otherOn` is what the host manager proposed instead. */
export interface Invitation {
  readonly meetOn: Temporal.PlainDate;
  readonly answer: 'open' | 'accepted' | 'other-day';
  readonly otherOn: Temporal.PlainDate | null;
}

export type MoveState =
  | ({ readonly at: 'wish-expressed' } & Waiting)
  | ({
      readonly at: 'conversation-held';
      readonly heldOn: Temporal.PlainDate;
      readonly invitation: Invitation | null;
    } & Waiting)
  /** `dueOn` is the day of the plan's review (A10). */
  | ({ readonly at: 'plan-agreed'; readonly plan: SupportPlan } & Waiting)
  | ({ readonly at: 'plan-reviewed'; readonly plan: SupportPlan } & Waiting)
  | ({ readonly at: 'going-on'; readonly plan: SupportPlan } & Waiting)
  | ({ readonly at: 'requested' } & Requested)
  | ({ readonly at: 'more-asked'; readonly questions: readonly string[] } & Requested)
  | {
      readonly at: 'stayed' | 'approved' | 'refused' | 'withdrawn';
      readonly since: Temporal.PlainDate;
      readonly reason?: string;
    };

type OpenAt = Exclude<MoveState['at'], 'stayed' | 'approved' | 'refused' | 'withdrawn'>;
export type OpenMove = Extract<MoveState, { at: OpenAt }>;

/** Whose turn it is, and the steps that they can take, the usual one first. */
const turns: Readonly<
  Record<OpenAt, { readonly turn: AcademyFunction; readonly steps: readonly MoveStepName[] }>
> = {
  'wish-expressed': { turn: 'reflective-supervisor', steps: ['conversation'] },
  'conversation-held': {
    turn: 'reflective-supervisor',
    steps: ['meeting', 'invite', 'accept-day', 'propose-day'],
  },
  'plan-agreed': { turn: 'reflective-supervisor', steps: ['review'] },
  'plan-reviewed': { turn: 'nqsw', steps: ['stay', 'go-on'] },
  'going-on': { turn: 'nqsw', steps: ['request'] },
  requested: { turn: 'head-of-academy', steps: ['approve', 'refuse', 'ask-more'] },
  'more-asked': { turn: 'nqsw', steps: ['answer-more'] },
};

/** The order of the steps: what is not later than where the request stands has been done. */
const rank: Readonly<Record<MoveStepName | OpenAt, number>> = {
  wish: 0,
  'wish-expressed': 0,
  conversation: 1,
  'conversation-held': 1,
  invite: 2,
  'accept-day': 2,
  'propose-day': 2,
  meeting: 2,
  'plan-agreed': 2,
  review: 3,
  'plan-reviewed': 3,
  stay: 4,
  'go-on': 4,
  'going-on': 4,
  request: 5,
  requested: 5,
  'more-asked': 5,
  approve: 6,
  refuse: 6,
  'ask-more': 6,
  'answer-more': 6,
  withdraw: 6,
};

const stepTakers: Readonly<Record<MoveStepName, AcademyFunction>> = {
  wish: 'nqsw',
  conversation: 'reflective-supervisor',
  invite: 'reflective-supervisor',
  'accept-day': 'host-manager',
  'propose-day': 'host-manager',
  meeting: 'reflective-supervisor',
  review: 'reflective-supervisor',
  stay: 'nqsw',
  'go-on': 'nqsw',
  request: 'nqsw',
  approve: 'head-of-academy',
  refuse: 'head-of-academy',
  'ask-more': 'head-of-academy',
  'answer-more': 'nqsw',
  withdraw: 'nqsw',
};

export function isOpenMove(state: MoveState | undefined): state is OpenMove {
  return state !== undefined && state.at in turns;
}

/** Whose turn it is. */
export const turnOf = (state: OpenMove): AcademyFunction => turns[state.at].turn;

/** Steps beside the way: they move the request no further, and a card that does not show them yet is still good. */
const asides: ReadonlySet<MoveStep['step']> = new Set(['invite', 'accept-day', 'propose-day', 'take-over']);
export const isAside = (step: MoveStep['step']): boolean => asides.has(step);

/** The three-way meeting is being arranged: what has been said of its day so far. */
function arranged(
  invitation: Invitation | null,
  step: Extract<MoveStep, { step: 'invite' | 'accept-day' | 'propose-day' }>,
): Invitation | null {
  if (step.step === 'invite') return { meetOn: step.meetOn, answer: 'open', otherOn: null };
  if (invitation === null) return null;
  return step.step === 'accept-day'
    ? { ...invitation, answer: 'accepted', otherOn: null }
    : { ...invitation, answer: 'other-day', otherOn: step.meetOn };
}

const closedAs = { stay: 'stayed', approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;

/** The civil day of a step, and a limit in working days from it. */
interface Counted {
  readonly since: Temporal.PlainDate;
  readonly within: (workingDays: number) => Waiting;
}

/** Where a request stands after one more step, by the limits of the programme. */
function after(ground: TimeGround, state: MoveState | undefined, step: MoveStep): MoveState {
  const { answerWithinWorkingDays: limits, planReviewAfter } = ground.programme.moveTeam;
  const since = dayOf(ground, step.at);
  const within = (days: number): Waiting => ({ since, dueOn: limitFrom(ground, since, days) });
  switch (step.step) {
    case 'wish':
      return { at: 'wish-expressed', ...within(limits.conversation) };
    case 'conversation':
      return {
        at: 'conversation-held',
        heldOn: step.heldOn,
        invitation: null,
        ...within(limits.meeting),
      };
    case 'invite':
    case 'accept-day':
    case 'propose-day':
    case 'take-over':
      return aside(state, step, since);
    case 'meeting': {
      const { heldOn: meetingOn, aims, supports, link } = step;
      const dueOn = rolledAfter(ground, meetingOn, planReviewAfter);
      return { at: 'plan-agreed', plan: { meetingOn, aims, supports, link }, since, dueOn };
    }
    case 'stay':
    case 'approve':
    case 'withdraw':
      return { at: closedAs[step.step], since };
    case 'refuse':
      return { at: 'refused', since, reason: step.reason };
    default:
      return afterThePlan(state, step, { since, within }, limits);
  }
}

/** Without what came before it, which could not be read, nothing follows from a step beside the way. */
function aside(
  state: MoveState | undefined,
  step: Extract<MoveStep, { step: 'invite' | 'accept-day' | 'propose-day' | 'take-over' }>,
  since: Temporal.PlainDate,
): MoveState {
  if (state === undefined) return { at: 'withdrawn', since };
  if (state.at !== 'conversation-held' || step.step === 'take-over') return state;
  return { ...state, invitation: arranged(state.invitation, step) };
}

type WithPlan = Extract<MoveStep, { step: 'review' | 'go-on' | 'request' | 'ask-more' | 'answer-more' }>;

function afterThePlan(
  state: MoveState | undefined,
  step: WithPlan,
  { since, within }: Counted,
  limits: TimeGround['programme']['moveTeam']['answerWithinWorkingDays'],
): MoveState {
  // The row of the meeting could not be read: a plan cannot be made up, so nothing can follow from it.
  if (state === undefined || !('plan' in state)) return { at: 'withdrawn', since };
  const { plan } = state;
  const reasons = 'reasons' in state ? state.reasons : [];
  switch (step.step) {
    case 'review':
      return { at: 'plan-reviewed', plan, ...within(limits.decision) };
    case 'go-on':
      return { at: 'going-on', plan, ...within(limits.request) };
    case 'request':
      return { at: 'requested', plan, reasons: step.reasons, ...within(limits.answer) };
    case 'ask-more':
      return { at: 'more-asked', plan, reasons, questions: step.questions, ...within(limits.more) };
    case 'answer-more':
      return {
        at: 'requested',
        plan: { ...plan, link: step.link },
        reasons: step.reasons,
        ...within(limits.answer),
      };
  }
}

/** Where a request stands, from its steps in order; undefined before the first. */
export function moveStateOf(ground: TimeGround, steps: readonly MoveStep[]): MoveState | undefined {
  return steps.reduce<MoveState | undefined>((state, step) => after(ground, state, step), undefined);
}

/** Why a step is not taken. Each says what the next useful thing is. */
export type MoveRefusal =
  | { readonly refused: 'no-request' }
  | { readonly refused: 'already-open' }
  | { readonly refused: 'closed'; readonly as: 'stayed' | 'approved' | 'refused' | 'withdrawn' }
  | { readonly refused: 'not-your-step'; readonly whose: AcademyFunction }
  | { readonly refused: 'already-done'; readonly step: MoveStepName }
  /** What has to come first, who does it, and by when they should. */
  | {
      readonly refused: 'too-early';
      readonly missing: MoveStepName;
      readonly whose: AcademyFunction;
      readonly dueOn: Temporal.PlainDate;
    }
  | { readonly refused: 'nothing-asked' }
  /** No day has been proposed to them. */
  | { readonly refused: 'not-invited' }
  | { readonly refused: 'in-the-past' }
  | { readonly refused: 'in-the-future' }
  | { readonly refused: 'before-the-step-before'; readonly earliestOn: Temporal.PlainDate }
  /** The plan may be reviewed from then on (A10). */
  | { readonly refused: 'review-not-due'; readonly reviewOn: Temporal.PlainDate };

export type MoveDecision = { readonly ok: true } | ({ readonly ok: false } & MoveRefusal);

const refuse = (refusal: MoveRefusal): MoveDecision => ({ ok: false, ...refusal });

/** The earliest day on which what is recorded now can have been held. */
function earliestFor(state: OpenMove): Temporal.PlainDate {
  return state.at === 'conversation-held' ? state.heldOn : state.since;
}

function decideDate(state: OpenMove, heldOn: Temporal.PlainDate, today: Temporal.PlainDate): MoveDecision {
  const compare = Temporal.PlainDate.compare;
  if (compare(heldOn, today) > 0) return refuse({ refused: 'in-the-future' });
  if (state.at === 'plan-agreed') {
    if (compare(heldOn, state.dueOn) >= 0) return { ok: true };
    return refuse({ refused: 'review-not-due', reviewOn: state.dueOn });
  }
  const earliestOn = earliestFor(state);
  if (compare(heldOn, earliestOn) >= 0) return { ok: true };
  return refuse({ refused: 'before-the-step-before', earliestOn });
}

/** The day of the three-way meeting is arranged while it is still to be held: it gates nothing (T4). */
function decideArranging(state: OpenMove, act: MoveAct, today: Temporal.PlainDate): MoveDecision {
  const isAnswer = act.step === 'accept-day' || act.step === 'propose-day';
  if (isAnswer && (state.at !== 'conversation-held' || state.invitation === null))
    return refuse({ refused: 'not-invited' });
  const isPast = 'meetOn' in act && Temporal.PlainDate.compare(act.meetOn, today) < 0;
  return isPast ? refuse({ refused: 'in-the-past' }) : { ok: true };
}

function decideOrder(state: OpenMove, step: MoveStepName): MoveDecision {
  const { turn, steps } = turns[state.at];
  if (step === 'withdraw' || steps.includes(step)) return { ok: true };
  if (rank[step] <= rank[state.at]) return refuse({ refused: 'already-done', step });
  if (step === 'answer-more' && state.at === 'requested') return refuse({ refused: 'nothing-asked' });
  const [missing = step] = steps;
  return refuse({ refused: 'too-early', missing, whose: turn, dueOn: state.dueOn });
}

/**
 * Whether somebody who holds `functions` for this NQSW may take a step now (L29): the four steps in their order, none
 * skipped, each by whoever it belongs to; the plan is not reviewed before its day (A10); an answer ends it, and until
 * then the NQSW may withdraw. `today` is the civil day in the academy's zone.
 */
export function decideMove(
  state: MoveState | undefined,
  act: MoveAct,
  functions: readonly AcademyFunction[],
  today: Temporal.PlainDate,
): MoveDecision {
  const { step } = act;
  const whose = stepTakers[step];
  if (!functions.includes(whose)) return refuse({ refused: 'not-your-step', whose });
  if (step === 'wish') return isOpenMove(state) ? refuse({ refused: 'already-open' }) : { ok: true };
  if (state === undefined) return refuse({ refused: 'no-request' });
  if (!isOpenMove(state)) return refuse({ refused: 'closed', as: state.at });
  const inOrder = decideOrder(state, step);
  if (!inOrder.ok) return inOrder;
  return 'heldOn' in act ? decideDate(state, act.heldOn, today) : decideArranging(state, act, today);
}

/**
 * Who gets a message of their own about a step, by function; the formal request goes to exactly three. `told-before`:
 * everybody who ever got one. Whoever took the step has the answer to it.
 */
export const toldOfMove: Readonly<Record<MoveStepName, readonly AcademyFunction[] | 'told-before'>> = {
  wish: ['nqsw', 'reflective-supervisor'],
  conversation: [],
  invite: ['nqsw', 'host-manager'],
  'accept-day': ['reflective-supervisor'],
  'propose-day': ['reflective-supervisor'],
  meeting: ['nqsw'],
  review: ['nqsw'],
  stay: ['reflective-supervisor'],
  'go-on': [],
  request: ['host-manager', 'head-of-academy', 'academy-manager'],
  approve: 'told-before',
  refuse: 'told-before',
  'ask-more': ['nqsw'],
  'answer-more': ['head-of-academy'],
  withdraw: 'told-before',
};

/** Functions without which a step reaches nobody, so that it must not be taken. */
export const neededForMove: Partial<Record<MoveStepName, readonly AcademyFunction[]>> = {
  wish: ['reflective-supervisor'],
  invite: ['host-manager'],
  request: ['host-manager', 'head-of-academy', 'academy-manager'],
};

/**
 * Which functions a request has reached: the NQSW, their reflective supervisor and the Academy Manager from the
 * beginning; the Team Manager when they are invited to the three-way meeting, or with the formal request; the Head of the
 * Academy only with the formal request.
 */
export function moveReaches(steps: readonly MoveStep[]): readonly AcademyFunction[] {
  const always: readonly AcademyFunction[] = ['nqsw', 'reflective-supervisor', 'academy-manager'];
  const isFormal = steps.some(({ step }) => step === 'request');
  if (isFormal) return [...always, 'host-manager', 'head-of-academy'];
  return steps.some(({ step }) => step === 'invite') ? [...always, 'host-manager'] : always;
}

/** The steps of one request, in the order in which they were taken. */
export function stepsOfMove(all: readonly MoveStep[], requestId: string): readonly MoveStep[] {
  return all.filter((step) => step.requestId === requestId);
}
