import type { Temporal } from 'temporal-polyfill';
import {
  notYetAgreed,
  type PauseAct,
  type PauseParty,
  type PauseState,
  type PauseStepName,
  pauseTasks,
} from './pause.ts';
import type { AcademyFunction } from './roles.ts';

type Day = Temporal.PlainDate;

/** Why a step of a pause is not taken. Each says what the next useful thing is. */
export type PauseRefusal =
  | { readonly refused: 'no-pause' }
  /** One is asked for, proposed or agreed already under this id. */
  | { readonly refused: 'already-begun' }
  | { readonly refused: 'closed'; readonly as: 'declined' | 'withdrawn' }
  | { readonly refused: 'not-your-step'; readonly whose: readonly PauseParty[] }
  /** There is nothing to agree to, or nothing agreed to change, yet or any more. */
  | { readonly refused: 'nothing-proposed' }
  | { readonly refused: 'not-yet-agreed' }
  | { readonly refused: 'already-done' }
  | { readonly refused: 'ends-before-it-begins' }
  /** A pause needs a programme that has begun. */
  | { readonly refused: 'before-start'; readonly startOn: Day | null }
  /** The first day back is after the first paused day. */
  | { readonly refused: 'back-too-early'; readonly earliestOn: Day }
  /** Later than agreed is a longer pause, which the four agree to. */
  | { readonly refused: 'back-too-late'; readonly latestOn: Day }
  | { readonly refused: 'not-longer'; readonly untilOn: Day | null }
  /** A pause that has begun is ended, not withdrawn. */
  | { readonly refused: 'has-begun'; readonly fromOn: Day };

export type PauseDecision = { readonly ok: true } | ({ readonly ok: false } & PauseRefusal);

const refuse = (refusal: PauseRefusal): PauseDecision => ({ ok: false, ...refusal });
const taken: PauseDecision = { ok: true };
const isBefore = (one: Day, other: Day) => one.toString() < other.toString();

const manager: readonly PauseParty[] = ['academy-manager'];

/** Who may take each step, whatever the state; for some steps the state narrows it. */
const actors: Readonly<Record<PauseStepName, readonly PauseParty[]>> = {
  ask: ['nqsw'],
  propose: manager,
  lengthen: manager,
  agree: ['nqsw', 'assessor', 'host-manager', 'academy-manager'],
  decline: ['nqsw', 'assessor', 'host-manager', 'academy-manager'],
  end: manager,
  // Taken back by whoever asked, or by whoever proposed.
  withdraw: ['nqsw', 'academy-manager'],
  record: ['nqsw', 'assessor', 'academy-manager'],
};

/** The parties that `functions` stand for in this step. */
function actingAs(act: PauseAct, state: PauseState | undefined, functions: readonly AcademyFunction[]) {
  const whose =
    act.step === 'record'
      ? [pauseTasks[act.task]]
      : act.step === 'withdraw' && state?.at !== 'asked'
        ? manager
        : act.step === 'decline' && state?.at === 'asked'
          ? manager
          : actors[act.step];
  return { whose, acts: whose.some((party) => functions.includes(party)) };
}

interface Ground {
  readonly functions: readonly AcademyFunction[];
  readonly today: Day;
  /** Programme day 0; null while registration is pending. */
  readonly startOn: Day | null;
}

function decideBegin(state: PauseState | undefined, act: PauseAct, { startOn }: Ground): PauseDecision {
  if (act.step === 'propose') {
    const { fromOn, untilOn } = act;
    if (state !== undefined && state.at !== 'asked') return refuse({ refused: 'already-begun' });
    if (startOn === null || isBefore(fromOn, startOn)) return refuse({ refused: 'before-start', startOn });
    if (untilOn !== null && isBefore(untilOn, fromOn)) return refuse({ refused: 'ends-before-it-begins' });
    return taken;
  }
  if (state !== undefined) return refuse({ refused: 'already-begun' });
  return startOn === null ? refuse({ refused: 'before-start', startOn }) : taken;
}

function decideAnswer(state: PauseState, act: PauseAct & { step: 'agree' | 'decline' }): PauseDecision {
  // A wish that is not met is declined by the manager, without a proposal.
  if (state.at === 'asked' && act.step === 'decline') return taken;
  if (state.at !== 'proposed' && state.at !== 'lengthening') return refuse({ refused: 'nothing-proposed' });
  const open = notYetAgreed(state);
  if (act.step === 'agree' && !act.parties.some((party) => open.includes(party)))
    return refuse({ refused: 'already-done' });
  return taken;
}

type Agreed = Extract<PauseState, { at: 'agreed' | 'lengthening' }>;

function decideEnd({ terms }: Agreed, backOn: Day): PauseDecision {
  const earliestOn = terms.fromOn.add({ days: 1 });
  if (isBefore(backOn, earliestOn)) return refuse({ refused: 'back-too-early', earliestOn });
  const latestOn = terms.untilOn?.add({ days: 1 });
  return latestOn !== undefined && isBefore(latestOn, backOn)
    ? refuse({ refused: 'back-too-late', latestOn })
    : taken;
}

function decideLonger({ terms }: Agreed, untilOn: Day): PauseDecision {
  const isLonger = terms.untilOn !== null && isBefore(terms.untilOn, untilOn);
  return isLonger ? taken : refuse({ refused: 'not-longer', untilOn: terms.untilOn });
}

function decideChange(state: PauseState, act: PauseAct, today: Day): PauseDecision {
  if (act.step === 'withdraw') {
    const hasBegun = state.at === 'agreed' && !isBefore(today, state.terms.fromOn);
    return hasBegun ? refuse({ refused: 'has-begun', fromOn: state.terms.fromOn }) : taken;
  }
  if (state.at !== 'agreed' && state.at !== 'lengthening') return refuse({ refused: 'not-yet-agreed' });
  if (act.step === 'record')
    return state.done.includes(act.task) ? refuse({ refused: 'already-done' }) : taken;
  // What is being agreed is first agreed or taken back.
  if (state.at === 'lengthening') return refuse({ refused: 'already-begun' });
  if (act.step === 'end') return decideEnd(state, act.backOn);
  return act.step === 'lengthen' ? decideLonger(state, act.untilOn) : taken;
}

/**
 * Whether somebody who holds `functions` for this NQSW may take a step of a pause now (RULES "Pause"): the NQSW asks, the
 * Academy Manager proposes, the four agree each for themselves, and nothing counts before the last of them has.
 */
export function decidePause(state: PauseState | undefined, act: PauseAct, ground: Ground): PauseDecision {
  const { whose, acts } = actingAs(act, state, ground.functions);
  if (!acts) return refuse({ refused: 'not-your-step', whose });
  if (state?.at === 'declined' || state?.at === 'withdrawn')
    return refuse({ refused: 'closed', as: state.at });
  if (act.step === 'ask' || act.step === 'propose') return decideBegin(state, act, ground);
  if (state === undefined) return refuse({ refused: 'no-pause' });
  return act.step === 'agree' || act.step === 'decline'
    ? decideAnswer(state, act)
    : decideChange(state, act, ground.today);
}
