import { concernStateOf, isOpenConcern, stepsOfConcern } from '../academy/concern.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Asker } from './asker.ts';
import { concernFacts } from './concern-step.ts';
import type { Needs } from './needs.ts';
import type { Fact } from './ports.ts';
import { functionsFor, type Holders } from './procedure-people.ts';

/* The concern that an unsatisfactory review opens (A2, L13), and what it hears of a correction. */

const shownOf = (asker: Asker, file: ParticipantFile, concernId: string) => ({
  file,
  concernId,
  steps: stepsOfConcern(file.concernSteps, concernId),
  functions: functionsFor(asker, file, 'raise-concern'),
  today: asker.today,
});

/** Opens a concern at level 0, among those whom it concerns first; null where the council has no category for it. */
export function openedConcern(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  holders: Holders,
): { readonly concernId: string; readonly facts: readonly Fact[] } | null {
  const { categories } = needs.programme.concerns;
  const category = categories.find(({ code }) => code === 'progress') ?? categories.at(-1);
  if (category === undefined) return null;
  const concernId = needs.newId();
  const act = { step: 'raise', category: category.code, aboutId: null } as const;
  return {
    concernId,
    facts: concernFacts(needs, asker, shownOf(asker, file, concernId), act, holders).facts,
  };
}

/** Whether the concern that a review opened is open still; false where it opened none. */
export function isConcernOpen(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  file: ParticipantFile,
  concernId: string | undefined,
): boolean {
  if (concernId === undefined) return false;
  return isOpenConcern(concernStateOf(needs, stepsOfConcern(file.concernSteps, concernId)));
}

/** Those whom an open concern is with are told that its review was corrected: whether it is settled is theirs to say. */
export function toldConcern(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  holders: Holders,
  { concernId, restsOnIt }: { readonly concernId: string; readonly restsOnIt: boolean },
): readonly Fact[] {
  const act = { step: 'review-corrected', restsOnIt } as const;
  return concernFacts(needs, asker, shownOf(asker, file, concernId), act, holders).facts;
}
