import type { Temporal } from 'temporal-polyfill';
import { advance, type LearningSet, type Refusal, type Step } from '../academy/learning-set.ts';
import { inTurn } from './in-turn.ts';
import { noticesOfChange } from './learning-set-notices.ts';
import type { Needs } from './needs.ts';
import type { VersionedSet } from './ports.ts';
import { wakeDelivery } from './wake-delivery.ts';

export type SetNeeds = Pick<Needs, 'learningSets' | 'alarms' | 'log' | 'programme' | 'calendar'>;

/** What a step came to, and the session as it then stood. */
export type SetChange =
  | { readonly ok: true; readonly set: LearningSet }
  | ({ readonly ok: false; readonly set: LearningSet } & Refusal);

/** Thrown when a session keeps changing under us: the person is asked to try again, nothing was kept. */
class SetBusyError extends Error {
  readonly code = 'learning-set-busy';
  override readonly name = 'SetBusyError';
  constructor() {
    super('The session kept changing while a change was being made');
  }
}

/** In one process people take turns; each time round one of the processes gets through. */
const mostTries = 50;

/**
 * Takes a step on the session as read and keeps it together with what people are owed for it; when somebody else changed
 * the session meanwhile, reads it again and takes the step anew, so that the last place is given once.
 */
export function changeSet(
  needs: SetNeeds,
  first: VersionedSet,
  step: Step,
  by: string,
  now: Temporal.Instant,
): Promise<SetChange> {
  return changeInTurn<never>(needs, first, { step, by, now, refuses: () => undefined });
}

/**
 * The same of somebody who may take the step only while the session says so: whom a change in between has taken off it is
 * refused.
 */
export function changeSetWhile(
  needs: SetNeeds,
  first: VersionedSet,
  step: Step,
  {
    by,
    now,
    mayTake,
  }: { readonly by: string; readonly now: Temporal.Instant; readonly mayTake: (set: LearningSet) => boolean },
): Promise<SetChange | 'not-theirs'> {
  return changeInTurn(needs, first, {
    step,
    by,
    now,
    refuses: (set) => (mayTake(set) ? undefined : 'not-theirs'),
  });
}

interface Taking<Refused> {
  readonly step: Step;
  readonly by: string;
  readonly now: Temporal.Instant;
  /** Asked of the session each time as it then stands. */
  readonly refuses: (set: LearningSet) => Refused | undefined;
}

function changeInTurn<Refused>(
  needs: SetNeeds,
  first: VersionedSet,
  taking: Taking<Refused>,
): Promise<SetChange | Refused> {
  const { id } = first.set;
  return inTurn(needs.learningSets, id, async (isFirst) => {
    const current = isFirst ? first : await needs.learningSets.load(id);
    return changeAsRead(needs, current ?? first, taking);
  });
}

async function changeAsRead<Refused>(
  needs: SetNeeds,
  first: VersionedSet,
  { step, by, now, refuses }: Taking<Refused>,
): Promise<SetChange | Refused> {
  let current: VersionedSet | undefined = first;
  for (let attempt = 0; attempt < mostTries && current !== undefined; attempt += 1) {
    const refusal = refuses(current.set);
    if (refusal !== undefined) return refusal;
    const stepped = advance(current.set, step, now);
    if (!stepped.ok) return { ...stepped, set: current.set };
    if (stepped.set === current.set) return stepped;
    const notices = noticesOfChange(needs, current, stepped.set, now);
    const audit = { verb: `learning-set-${step.step}`, by, outcome: 'kept' };
    const outcome = await needs.learningSets.commit(current, stepped.set, { notices, audit }, now);
    if (outcome === 'committed') {
      await wakeDelivery(needs, { session: first.set.id }, now);
      return stepped;
    }
    current = await needs.learningSets.load(first.set.id);
  }
  throw new SetBusyError();
}
