import { Temporal } from 'temporal-polyfill';
import {
  type AppealStep,
  type AssessmentEntry,
  appealSteps,
  type FinalAct,
  type FinalEntry,
  type OutcomeChosen,
} from './assessment.ts';

/*
 * The end of the assessed year (A5, A6, A9): the assessor recommends, another person decides for the panel, and a fail
 * opens an appeal record. Never the same act, and never the same person.
 */

type Day = Temporal.PlainDate;

export const finalSteps = [
  'recommend',
  'decide',
  ...appealSteps,
] as const satisfies readonly FinalAct['entry'][];
export type FinalStep = (typeof finalSteps)[number];

export type FinalState =
  /** The final review has not been recorded. */
  | { readonly at: 'not-reviewed' }
  | { readonly at: 'to-recommend'; readonly since: Day }
  | { readonly at: 'recommended'; readonly since: Day; readonly chosen: OutcomeChosen; readonly by: string }
  | { readonly at: 'passed'; readonly since: Day }
  /** The programme goes on; the next recommendation may follow. */
  | { readonly at: 'extended'; readonly since: Day; readonly to: Day | null }
  | {
      readonly at: 'appeal-opened' | 'appeal-acknowledged' | 'appeal-heard' | 'appeal-closed';
      readonly since: Day;
    };

export const finalPlaces = [
  'not-reviewed',
  'to-recommend',
  'recommended',
  'passed',
  'extended',
  'appeal-opened',
  'appeal-acknowledged',
  'appeal-heard',
  'appeal-closed',
] as const satisfies readonly FinalState['at'][];

const isFinalEntry = (entry: AssessmentEntry): entry is FinalEntry =>
  finalSteps.some((step) => step === entry.entry);

/** The entries of the final assessment, in the order in which they were made. */
export const finalEntriesIn = (entries: readonly AssessmentEntry[]): readonly FinalEntry[] =>
  entries.filter(isFinalEntry);

const appealLeadsTo = {
  'acknowledge-appeal': 'appeal-acknowledged',
  'hear-appeal': 'appeal-heard',
  'close-appeal': 'appeal-closed',
} as const;

function decided({ outcome, to }: OutcomeChosen, since: Day): FinalState {
  if (outcome === 'pass') return { at: 'passed', since };
  return outcome === 'extend' ? { at: 'extended', since, to } : { at: 'appeal-opened', since };
}

function after(entry: FinalEntry, timeZone: string): FinalState {
  const since = entry.at.toZonedDateTimeISO(timeZone).toPlainDate();
  switch (entry.entry) {
    case 'recommend':
      return { at: 'recommended', since, chosen: { outcome: entry.outcome, to: entry.to }, by: entry.by };
    case 'decide':
      return decided(entry, since);
    default:
      return { at: appealLeadsTo[entry.entry], since: entry.on };
  }
}

/** Where the final assessment stands; `reviewedOn` is the day on which the final review was held. */
export function finalStateOf(
  entries: readonly AssessmentEntry[],
  reviewedOn: Day | null,
  timeZone: string,
): FinalState {
  const last = finalEntriesIn(entries).at(-1);
  if (last !== undefined) return after(last, timeZone);
  return reviewedOn === null ? { at: 'not-reviewed' } : { at: 'to-recommend', since: reviewedOn };
}

/** In which part somebody acts: as the assessor, for the panel, or for the academy, which keeps the appeal record. */
export type FinalPart = 'assessor' | 'panel' | 'academy';

const partOf: Readonly<Record<FinalStep, FinalPart>> = {
  recommend: 'assessor',
  decide: 'panel',
  'acknowledge-appeal': 'academy',
  'hear-appeal': 'academy',
  'close-appeal': 'academy',
};

const opens: Readonly<Record<FinalState['at'], FinalStep | null>> = {
  'not-reviewed': null,
  'to-recommend': 'recommend',
  recommended: 'decide',
  passed: null,
  extended: 'recommend',
  'appeal-opened': 'acknowledge-appeal',
  'appeal-acknowledged': 'hear-appeal',
  'appeal-heard': 'close-appeal',
  'appeal-closed': null,
};

/** The one step that can be taken from a place, and in which part; null where there is none. */
export function nextFinalStep({
  at,
}: FinalState): { readonly step: FinalStep; readonly part: FinalPart } | null {
  const step = opens[at];
  return step === null ? null : { step, part: partOf[step] };
}

export type FinalRefusal =
  | { readonly refused: 'not-your-part'; readonly part: FinalPart }
  /** Whoever recommended does not decide. */
  | { readonly refused: 'same-person' }
  | { readonly refused: 'final-review-missing' }
  | { readonly refused: 'nothing-recommended' }
  | { readonly refused: 'already-recommended' }
  | { readonly refused: 'already-decided' }
  | { readonly refused: 'no-appeal' }
  | { readonly refused: 'appeal-step-first'; readonly step: AppealStep }
  | { readonly refused: 'appeal-step-done' }
  | { readonly refused: 'not-anonymised' }
  | { readonly refused: 'in-the-future' }
  | { readonly refused: 'too-early'; readonly earliestOn: Day };

export type FinalDecision = { readonly ok: true } | ({ readonly ok: false } & FinalRefusal);

export interface FinalActor {
  readonly id: string;
  readonly parts: readonly FinalPart[];
}

const refuse = (refusal: FinalRefusal): FinalDecision => ({ ok: false, ...refusal });
const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0;
const isAppeal = (step: FinalStep): step is AppealStep => appealSteps.some((known) => known === step);

function appealOutOfOrder(state: FinalState, step: AppealStep): FinalDecision {
  const place = finalPlaces.indexOf(state.at);
  if (place < finalPlaces.indexOf('appeal-opened')) return refuse({ refused: 'no-appeal' });
  const next = opens[state.at];
  const isStillAhead = place < finalPlaces.indexOf(appealLeadsTo[step]);
  return isStillAhead && next !== null && isAppeal(next)
    ? refuse({ refused: 'appeal-step-first', step: next })
    : refuse({ refused: 'appeal-step-done' });
}

function outOfOrder(state: FinalState, step: FinalStep): FinalDecision {
  if (isAppeal(step)) return appealOutOfOrder(state, step);
  if (state.at === 'not-reviewed') return refuse({ refused: 'final-review-missing' });
  if (step === 'recommend') {
    return refuse({ refused: state.at === 'recommended' ? 'already-recommended' : 'already-decided' });
  }
  return refuse({ refused: state.at === 'to-recommend' ? 'nothing-recommended' : 'already-decided' });
}

function dateRefusal(state: FinalState, on: Day, today: Day): FinalDecision {
  if (isBefore(today, on)) return refuse({ refused: 'in-the-future' });
  if ('since' in state && isBefore(on, state.since)) {
    return refuse({ refused: 'too-early', earliestOn: state.since });
  }
  return { ok: true };
}

/**
 * Whether a step of the final assessment may be taken now (A5, A6, A9): a recommendation after the final review, in
 * words of the assessor's own and with the portfolio anonymised; a decision on a recommendation, by another person;
 * the appeal of a fail in its order, on days that have come.
 */
export function decideFinal(
  state: FinalState,
  act: FinalAct,
  actor: FinalActor,
  { today, anonymised }: { readonly today: Day; readonly anonymised: boolean },
): FinalDecision {
  const part = partOf[act.entry];
  if (!actor.parts.includes(part)) return refuse({ refused: 'not-your-part', part });
  if (opens[state.at] !== act.entry) return outOfOrder(state, act.entry);
  if (state.at === 'recommended' && state.by === actor.id) return refuse({ refused: 'same-person' });
  if (act.entry === 'recommend' && !anonymised) return refuse({ refused: 'not-anonymised' });
  return 'on' in act ? dateRefusal(state, act.on, today) : { ok: true };
}
