import type { Temporal } from 'temporal-polyfill';
import type { StepTaken, TakenOver } from './move-team.ts';
import type { AcademyFunction } from './roles.ts';
import { dayOf, limitFrom, type TimeGround } from './time-limit.ts';

/*
 * A concern and its ladder (L30): level 0 among the NQSW, the reflective supervisor and the assessor, then the Academy
 * Manager, the Team Manager, the Head. What has been done is a list of steps; the level is folded from it.
 */

export type ConcernAct =
  | {
      readonly step: 'raise';
      /** A code of the programme's list: what was said of it is kept nowhere. */
      readonly category: string;
      /** Id of the reflective supervisor whom it is about; null when it is not about them. */
      readonly aboutId: string | null;
    }
  | { readonly step: 'discuss' | 'agree' | 'no-agreement'; readonly heldOn: Temporal.PlainDate }
  | { readonly step: 'escalate' | 'resolve' }
  | { readonly step: 'decide'; readonly decision: string };

export const concernSteps = [
  'raise',
  'discuss',
  'escalate',
  'agree',
  'no-agreement',
  'decide',
  'resolve',
] as const satisfies readonly ConcernAct['step'][];
export type ConcernStepName = (typeof concernSteps)[number];

/** The review that opened it has been corrected: it is told so, and stays where it is until somebody closes it (A2). */
export interface ReviewCorrected {
  readonly step: 'review-corrected';
  /** Whether the review asks for a concern as it reads now. */
  readonly restsOnIt: boolean;
}

export type ConcernStep = (ConcernAct | TakenOver | ReviewCorrected) &
  StepTaken & { readonly concernId: string };

interface Ladder {
  readonly category: string;
  readonly aboutId: string | null;
  /** Who raised it, by id. */
  readonly raisedBy: string;
  /** The civil day from which it has been open. */
  readonly openSince: Temporal.PlainDate;
}
interface Standing extends Ladder {
  readonly since: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
}

export type ConcernState =
  | ({ readonly at: 'level-0' | 'level-1' | 'level-1-discussed'; readonly level: 0 | 1 } & Standing)
  | ({ readonly at: 'level-2' | 'no-agreement'; readonly level: 2 } & Standing)
  | ({ readonly at: 'level-3'; readonly level: 3 } & Standing)
  | ({
      readonly at: 'resolved' | 'decided';
      readonly level: 0 | 1 | 2 | 3;
      readonly since: Temporal.PlainDate;
      readonly decision: string | null;
    } & Ladder);

type OpenAt = Exclude<ConcernState['at'], 'resolved' | 'decided'>;
export type OpenConcern = Extract<ConcernState, { dueOn: Temporal.PlainDate }>;

export function isOpenConcern(state: ConcernState | undefined): state is OpenConcern {
  return state !== undefined && state.at !== 'resolved' && state.at !== 'decided';
}

const among: readonly AcademyFunction[] = ['nqsw', 'reflective-supervisor', 'assessor'];

/** Whose turn it is at each place, who is reminded of it, and what they can do; the usual step first. */
const turns: Readonly<
  Record<
    OpenAt,
    {
      readonly turn: readonly AcademyFunction[];
      readonly asked: readonly AcademyFunction[];
      readonly steps: readonly ConcernStepName[];
    }
  >
> = {
  'level-0': {
    turn: among,
    asked: ['reflective-supervisor', 'assessor'],
    steps: ['resolve', 'escalate'],
  },
  'level-1': { turn: ['academy-manager'], asked: ['academy-manager'], steps: ['discuss', 'resolve'] },
  'level-1-discussed': {
    turn: ['academy-manager'],
    asked: ['academy-manager'],
    steps: ['resolve', 'escalate'],
  },
  'level-2': { turn: ['host-manager'], asked: ['host-manager'], steps: ['agree', 'no-agreement'] },
  'no-agreement': {
    turn: ['academy-manager'],
    asked: ['academy-manager'],
    steps: ['escalate', 'resolve'],
  },
  'level-3': { turn: ['head-of-academy'], asked: ['head-of-academy'], steps: ['decide'] },
};

export const concernTurn = (state: OpenConcern): readonly AcademyFunction[] => turns[state.at].turn;
export const concernAsked = (state: OpenConcern): readonly AcademyFunction[] => turns[state.at].asked;
/** The steps that are open to whoever's turn it is. */
export const concernChoices = (state: OpenConcern): readonly ConcernStepName[] => turns[state.at].steps;

/** With whom a concern is after one more level; undefined at the highest. */
export function nextConcernFunction({ level }: OpenConcern): AcademyFunction | undefined {
  const levels: readonly AcademyFunction[] = ['academy-manager', 'host-manager', 'head-of-academy'];
  return levels[level];
}

const nextLevel = {
  'level-0': 'level-1',
  'level-1-discussed': 'level-2',
  'no-agreement': 'level-3',
} as const;

function raised(ground: TimeGround, step: ConcernStep & { step: 'raise' }): ConcernState {
  const { firstTalk, academyManager } = ground.programme.concerns.answerWithinWorkingDays;
  const { category, aboutId } = step;
  const since = dayOf(ground, step.at);
  const shared = { category, aboutId, raisedBy: step.by, openSince: since, since };
  return aboutId === null
    ? { at: 'level-0', level: 0, ...shared, dueOn: limitFrom(ground, since, firstTalk) }
    : { at: 'level-1', level: 1, ...shared, dueOn: limitFrom(ground, since, academyManager) };
}

function escalated(ground: TimeGround, state: OpenConcern, since: Temporal.PlainDate): ConcernState {
  const limits = ground.programme.concerns.answerWithinWorkingDays;
  const within = (days: number) => ({ since, dueOn: limitFrom(ground, since, days) });
  switch (state.at) {
    case 'level-0':
      return { ...state, at: nextLevel[state.at], level: 1, ...within(limits.academyManager) };
    case 'level-1-discussed':
      return { ...state, at: nextLevel[state.at], level: 2, ...within(limits.hostManager) };
    case 'no-agreement':
      return { ...state, at: nextLevel[state.at], level: 3, ...within(limits.headOfAcademy) };
    default:
      return state;
  }
}

function closed(
  state: OpenConcern,
  at: 'resolved' | 'decided',
  since: Temporal.PlainDate,
  decision: string | null,
): ConcernState {
  const { category, aboutId, raisedBy, openSince, level } = state;
  return { at, level, since, decision, category, aboutId, raisedBy, openSince };
}

function after(
  ground: TimeGround,
  state: ConcernState | undefined,
  step: ConcernStep,
): ConcernState | undefined {
  if (step.step === 'raise') return raised(ground, step);
  // Steps without a beginning: its row could not be read, and nobody can be shown what is not known.
  if (!isOpenConcern(state)) return state;
  const since = dayOf(ground, step.at);
  switch (step.step) {
    case 'discuss':
      return state.level === 1 ? { ...state, at: 'level-1-discussed' } : state;
    case 'escalate':
      return escalated(ground, state, since);
    case 'no-agreement': {
      const { academyManager } = ground.programme.concerns.answerWithinWorkingDays;
      const dueOn = limitFrom(ground, since, academyManager);
      return { ...state, at: 'no-agreement', level: 2, since, dueOn };
    }
    case 'agree':
    case 'resolve':
      return closed(state, 'resolved', since, null);
    case 'decide':
      return closed(state, 'decided', since, step.decision);
    case 'take-over':
    case 'review-corrected':
      return state;
    default:
      return step satisfies never;
  }
}

/** Where a concern stands, from its steps in order; undefined before the first. */
export function concernStateOf(ground: TimeGround, steps: readonly ConcernStep[]): ConcernState | undefined {
  return steps.reduce<ConcernState | undefined>((state, step) => after(ground, state, step), undefined);
}

/** Why a step is not taken. Each says what the next useful thing is. */
export type ConcernRefusal =
  | { readonly refused: 'no-concern' }
  | { readonly refused: 'already-raised' }
  | { readonly refused: 'closed'; readonly as: 'resolved' | 'decided' }
  | { readonly refused: 'not-your-turn'; readonly whose: readonly AcademyFunction[] }
  /** Level 2 asks for the discussion with the Team Manager, level 3 for the lack of agreement (L30). */
  | {
      readonly refused: 'too-early';
      readonly missing: 'discuss' | 'no-agreement';
      readonly whose: readonly AcademyFunction[];
      readonly dueOn: Temporal.PlainDate;
    }
  | { readonly refused: 'not-at-this-level'; readonly level: 0 | 1 | 2 | 3 }
  | { readonly refused: 'already-done'; readonly step: ConcernStepName }
  | { readonly refused: 'final-level' }
  | { readonly refused: 'in-the-future' }
  | { readonly refused: 'before-it-began'; readonly earliestOn: Temporal.PlainDate };

export type ConcernDecision = { readonly ok: true } | ({ readonly ok: false } & ConcernRefusal);

const refuse = (refusal: ConcernRefusal): ConcernDecision => ({ ok: false, ...refusal });

/** The places in the order of the ladder. */
const places: readonly OpenAt[] = [
  'level-0',
  'level-1',
  'level-1-discussed',
  'level-2',
  'no-agreement',
  'level-3',
];
/** The last place at which a step can be taken. */
const lastPlaceOf = (step: ConcernStepName) => places.findLastIndex((at) => turns[at].steps.includes(step));

function decideOrder(state: OpenConcern, step: ConcernStepName): ConcernDecision {
  const { steps, turn } = turns[state.at];
  if (steps.includes(step)) return { ok: true };
  if (step === 'escalate') {
    if (state.at === 'level-3') return refuse({ refused: 'final-level' });
    const missing = state.at === 'level-1' ? 'discuss' : 'no-agreement';
    return refuse({ refused: 'too-early', missing, whose: turn, dueOn: state.dueOn });
  }
  const isOver = step !== 'resolve' && places.indexOf(state.at) > lastPlaceOf(step);
  if (isOver) return refuse({ refused: 'already-done', step });
  return refuse({ refused: 'not-at-this-level', level: state.level });
}

/**
 * Whether somebody who holds `functions` for this NQSW may take a step now (L30, L38): no level is skipped, level 2 only
 * after the discussion with the Team Manager, level 3 only without agreement, and the Head's decision is final. Steps of
 * a level belong to whoever the level is with.
 */
export function decideConcern(
  state: ConcernState | undefined,
  act: ConcernAct,
  functions: readonly AcademyFunction[],
  today: Temporal.PlainDate,
): ConcernDecision {
  if (act.step === 'raise') {
    if (!functions.some((name) => among.includes(name)))
      return refuse({ refused: 'not-your-turn', whose: among });
    return state === undefined ? { ok: true } : refuse({ refused: 'already-raised' });
  }
  if (state === undefined) return refuse({ refused: 'no-concern' });
  if (!isOpenConcern(state)) return refuse({ refused: 'closed', as: state.at });
  const whose = concernTurn(state);
  if (!functions.some((name) => whose.includes(name))) return refuse({ refused: 'not-your-turn', whose });
  const inOrder = decideOrder(state, act.step);
  return inOrder.ok && 'heldOn' in act ? decideDate(state, act.heldOn, today) : inOrder;
}

function decideDate(
  state: OpenConcern,
  heldOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): ConcernDecision {
  if (heldOn.toString() > today.toString()) return refuse({ refused: 'in-the-future' });
  const earliestOn = state.since;
  if (heldOn.toString() < earliestOn.toString()) return refuse({ refused: 'before-it-began', earliestOn });
  return { ok: true };
}

/** Who gets a message of their own about a step, by the place to which it led. */
export function toldOfConcern(
  step: ConcernStepName | ReviewCorrected['step'],
  state: ConcernState,
): readonly AcademyFunction[] | 'told-before' {
  if (!isOpenConcern(state)) return 'told-before';
  switch (step) {
    case 'raise':
      return state.level === 0 ? among : ['nqsw', 'academy-manager'];
    case 'discuss':
      return [];
    default:
      return ['nqsw', ...concernAsked(state)];
  }
}

/** Which functions a concern has reached: each level adds its own, and one that began at level 1 never had level 0. */
export function concernReaches(state: ConcernState): readonly AcademyFunction[] {
  const first: readonly AcademyFunction[] = state.aboutId === null ? among : ['nqsw'];
  const levels: readonly AcademyFunction[] = ['academy-manager', 'host-manager', 'head-of-academy'];
  return [...first, ...levels.slice(0, state.level)];
}

/** The steps of one concern, in the order in which they were taken. */
export function stepsOfConcern(all: readonly ConcernStep[], concernId: string): readonly ConcernStep[] {
  return all.filter((step) => step.concernId === concernId);
}
