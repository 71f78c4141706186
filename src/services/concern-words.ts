import type { ConcernRefusal, ConcernState, ConcernStep } from '../academy/concern.ts';
import type { Programme } from '../academy/programme.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { takenOverWords, titlesOf } from './procedure-view.ts';

/** What has been done, as an entry of a concern's history: never what was said. */
export function concernStepWords(programme: Programme, step: ConcernStep): string {
  const { titles, concerns } = programme;
  switch (step.step) {
    case 'raise':
      return 'raised';
    case 'discuss':
      return `discussed with the ${titles['host-manager']} on ${shortDate(step.heldOn)}`;
    case 'escalate':
      return 'taken to the next level';
    case 'agree':
      return `agreed on ${shortDate(step.heldOn)}`;
    case 'no-agreement':
      return `no agreement, on ${shortDate(step.heldOn)}`;
    case 'resolve':
      return 'resolved';
    case 'decide':
      return `decided: ${titlesOf(concerns.decisions, [step.decision]).toLowerCase()}`;
    case 'review-corrected':
      return step.restsOnIt
        ? 'the review behind it was corrected, and asks for it again'
        : 'the review behind it was corrected, and no longer asks for it';
    case 'take-over':
      return takenOverWords(programme, step.function);
    default:
      return step satisfies never;
  }
}

/** Where a concern stands, as the line under its heading. */
export function concernStateWords({ titles }: Programme, { at, level }: ConcernState): string {
  const words: Readonly<Record<ConcernState['at'], string>> = {
    'level-0': `Level 0: between the ${titles.nqsw}, the ${titles['reflective-supervisor']} and the ${titles.assessor}`,
    'level-1': `Level 1: with the ${titles['academy-manager']}`,
    'level-1-discussed': `Level 1: discussed with the ${titles['host-manager']}`,
    'level-2': `Level 2: with the ${titles['host-manager']}`,
    'no-agreement': 'Level 2: no agreement was found',
    'level-3': `Level 3: with the ${titles['head-of-academy']}, whose decision is final`,
    resolved: `Resolved at level ${level}`,
    decided: `Decided by the ${titles['head-of-academy']}: final`,
  };
  return words[at];
}

/** Why a step was not taken, and what comes first. `who` words a function for this NQSW. */
export function concernRefusalWords(
  { titles }: Programme,
  refusal: ConcernRefusal,
  who: (name: AcademyFunction) => string,
): string {
  switch (refusal.refused) {
    case 'no-concern':
      return 'There is no such concern.';
    case 'already-raised':
      return 'It has been raised already: this is how it stands.';
    case 'closed':
      return 'This concern has ended. Nothing has been changed.';
    case 'not-your-turn':
      return `This is with ${refusal.whose.map(who).join(' and ')} now. Nothing has been changed.`;
    case 'too-early': {
      const missing =
        refusal.missing === 'discuss'
          ? `the discussion with the ${titles['host-manager']} is recorded first`
          : 'it is recorded first that there is no agreement';
      return `Not yet: ${missing}, by ${longDate(refusal.dueOn)} (${refusal.whose.map(who).join(', ')}).`;
    }
    case 'not-at-this-level':
      return `That is no step of level ${refusal.level}. Nothing has been changed.`;
    case 'already-done':
      return 'That has been done already: this is how it stands now.';
    case 'final-level':
      return `There is no higher level: the ${titles['head-of-academy']} decides.`;
    case 'in-the-future':
      return 'That day is still to come. Choose today or a day before it.';
    case 'before-it-began':
      return `This level began on ${longDate(refusal.earliestOn)}. Choose that day or a later one.`;
    default:
      return refusal satisfies never;
  }
}
