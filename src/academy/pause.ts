import type { Temporal } from 'temporal-polyfill';
import type { StepTaken } from './move-team.ts';
import type { Pause } from './participant-file.ts';
import type { AcademyFunction } from './roles.ts';
import { dayOf, limitFrom, type TimeGround } from './time-limit.ts';

type Day = Temporal.PlainDate;

/*
 * A pause of the programme, from the wish for it to what is left to do once it is agreed (RULES "Pause", M4). It is only
 * proposed until the four who agree a pause have agreed; what was done is a list of steps, the state is folded from it.
 */

/** Why a programme pauses: a category and never more, because the rest is about somebody's health or family. */
export const pauseReasons = [
  'sickness',
  'bereavement',
  'parental-leave',
  'support',
  'other',
  'not-disclosed',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Those who agree a pause: the NQSW, the assessor, the line manager and the co-ordinator. */
export const pauseParties = [
  'nqsw',
  'assessor',
  'host-manager',
  'academy-manager',
] as const satisfies readonly AcademyFunction[];
export type PauseParty = (typeof pauseParties)[number];

/** What is left to do elsewhere once a pause is agreed, and whose it is. */
export const pauseTasks = {
  agreement: 'assessor',
  portfolio: 'nqsw',
  portal: 'academy-manager',
} as const satisfies Readonly<Record<string, PauseParty>>;
export type PauseTask = keyof typeof pauseTasks;
export const pauseTaskNames = ['agreement', 'portfolio', 'portal'] as const satisfies readonly PauseTask[];

export interface PauseTerms {
  readonly reason: PauseReason;
  readonly fromOn: Day;
  /** The last paused day; null while nobody knows. */
  readonly untilOn: Day | null;
}

export type PauseAct =
  /** The NQSW would like one: nothing but that. */
  | { readonly step: 'ask' }
  | ({ readonly step: 'propose' } & PauseTerms)
  /** A later last day: the four agree to it as they did to the pause. */
  | { readonly step: 'lengthen'; readonly untilOn: Day }
  | { readonly step: 'agree' | 'decline'; readonly parties: readonly PauseParty[] }
  /** The first day back. */
  | { readonly step: 'end'; readonly backOn: Day }
  | { readonly step: 'withdraw' }
  | { readonly step: 'record'; readonly task: PauseTask };
export type PauseStepName = PauseAct['step'];

export type PauseStep = PauseAct & StepTaken & { readonly pauseId: string };

interface Since {
  /** The civil day of the step that led here. */
  readonly since: Day;
}
interface Awaited extends Since {
  readonly terms: PauseTerms;
  readonly agreed: readonly PauseParty[];
  readonly dueOn: Day;
}
interface Agreed extends Since {
  readonly terms: PauseTerms;
  readonly done: readonly PauseTask[];
}

export type PauseState =
  | ({ readonly at: 'asked'; readonly dueOn: Day } & Since)
  | ({ readonly at: 'proposed' } & Awaited)
  | ({ readonly at: 'agreed'; readonly dueOn: Day } & Agreed)
  /** `terms` are those that stand until everybody has agreed to `wanted`. */
  | ({ readonly at: 'lengthening'; readonly wanted: Day } & Awaited & Agreed)
  | ({ readonly at: 'declined' | 'withdrawn' } & Since);

/** Working days for an answer: of the Academy Manager to a wish, of the four to a proposal, and for what is to be recorded. */
const within = { answer: 3, agreement: 5, tasks: 5 } as const;

/** Who has not agreed yet. */
export const notYetAgreed = ({ agreed }: Pick<Awaited, 'agreed'>): readonly PauseParty[] =>
  pauseParties.filter((party) => !agreed.includes(party));

/** What is still to be recorded. */
export const tasksLeft = ({ done }: Pick<Agreed, 'done'>): readonly PauseTask[] =>
  pauseTaskNames.filter((task) => !done.includes(task));

type Open = Extract<PauseState, { at: 'proposed' | 'lengthening' }>;

function afterAgreement(
  ground: TimeGround,
  state: Open,
  parties: readonly PauseParty[],
  since: Day,
): PauseState {
  const agreed = pauseParties.filter((party) => state.agreed.includes(party) || parties.includes(party));
  if (agreed.length < pauseParties.length) return { ...state, agreed };
  const dueOn = limitFrom(ground, since, within.tasks);
  const terms = state.at === 'proposed' ? state.terms : { ...state.terms, untilOn: state.wanted };
  return { at: 'agreed', since, terms, done: [], dueOn };
}

/** Somebody does not agree: a proposal has ended, and a pause that was to be longer stays as it was. */
function afterRefusal(ground: TimeGround, state: Open, since: Day): PauseState {
  if (state.at === 'proposed') return { at: 'declined', since };
  const { terms, done } = state;
  return { at: 'agreed', since, terms, done, dueOn: limitFrom(ground, since, within.tasks) };
}

function onProposal(ground: TimeGround, state: Open, step: PauseStep, since: Day): PauseState {
  switch (step.step) {
    case 'agree':
      return afterAgreement(ground, state, step.parties, since);
    case 'decline':
      return afterRefusal(ground, state, since);
    case 'withdraw':
      return state.at === 'proposed' ? { at: 'withdrawn', since } : afterRefusal(ground, state, since);
    default:
      return state.at === 'lengthening' && step.step === 'record'
        ? { ...state, done: [...state.done, step.task] }
        : state;
  }
}

function onAgreed(
  ground: TimeGround,
  state: Extract<PauseState, { at: 'agreed' }>,
  step: PauseStep,
  since: Day,
): PauseState {
  switch (step.step) {
    case 'lengthen': {
      const { terms, done } = state;
      const dueOn = limitFrom(ground, since, within.agreement);
      return { at: 'lengthening', since, terms, done, wanted: step.untilOn, agreed: [], dueOn };
    }
    case 'end':
      return { ...state, since, terms: { ...state.terms, untilOn: step.backOn.subtract({ days: 1 }) } };
    case 'record':
      return { ...state, done: [...state.done, step.task] };
    case 'withdraw':
      return { at: 'withdrawn', since };
    default:
      return state;
  }
}

function proposed(ground: TimeGround, step: PauseStep & { step: 'propose' }, since: Day): PauseState {
  const { reason, fromOn, untilOn } = step;
  const dueOn = limitFrom(ground, since, within.agreement);
  return { at: 'proposed', since, terms: { reason, fromOn, untilOn }, agreed: [], dueOn };
}

function after(ground: TimeGround, state: PauseState | undefined, step: PauseStep): PauseState | undefined {
  const since = dayOf(ground, step.at);
  if (step.step === 'ask') return { at: 'asked', since, dueOn: limitFrom(ground, since, within.answer) };
  if (step.step === 'propose') return proposed(ground, step, since);
  switch (state?.at) {
    case 'asked':
      return step.step === 'withdraw' || step.step === 'decline' ? { at: 'withdrawn', since } : state;
    case 'proposed':
    case 'lengthening':
      return onProposal(ground, state, step, since);
    case 'agreed':
      return onAgreed(ground, state, step, since);
    default:
      return state;
  }
}

/**
 * Where a pause stands, from its steps in order; undefined before the first. `kept` is the agreed pause as the file has
 * it: somebody who returned from it in another way has ended it there.
 */
export function pauseStateOf(
  ground: TimeGround,
  steps: readonly PauseStep[],
  kept?: Pause,
): PauseState | undefined {
  const state = steps.reduce<PauseState | undefined>((now, step) => after(ground, now, step), undefined);
  if (kept === undefined || (state?.at !== 'agreed' && state?.at !== 'lengthening')) return state;
  return { ...state, terms: { ...state.terms, untilOn: kept.untilOn } };
}

/** Whether something about it is still to be decided. */
export function isUndecided(state: PauseState | undefined): boolean {
  return state?.at === 'asked' || state?.at === 'proposed' || state?.at === 'lengthening';
}

/** Whose turn it is now, and by when; null when nobody's is. */
export function awaitedFor(
  state: PauseState | undefined,
): { readonly parties: readonly PauseParty[]; readonly dueOn: Day } | null {
  switch (state?.at) {
    case 'asked':
      return { parties: ['academy-manager'], dueOn: state.dueOn };
    case 'proposed':
    case 'lengthening':
      return { parties: notYetAgreed(state), dueOn: state.dueOn };
    case 'agreed': {
      const parties = tasksLeft(state).map((task) => pauseTasks[task]);
      return parties.length === 0 ? null : { parties, dueOn: state.dueOn };
    }
    default:
      return null;
  }
}

/**
 * How often the terms have been put anew: a card that shows other terms than those that stand now changes nothing.
 * Agreeing and ticking off change none, so that several may do so at once.
 */
export const roundOf = (steps: readonly PauseStep[]): number =>
  steps.filter(({ step }) => step !== 'agree' && step !== 'record').length;

/** The steps of one pause, in the order in which they were taken. */
export const stepsOfPause = (all: readonly PauseStep[], pauseId: string): readonly PauseStep[] =>
  all.filter((step) => step.pauseId === pauseId);
