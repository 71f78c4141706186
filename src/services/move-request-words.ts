import type { MoveRefusal, MoveState, MoveStep, MoveStepName } from '../academy/move-team.ts';
import type { Programme } from '../academy/programme.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { takenOverWords } from './procedure-view.ts';

/** How the steps and states of a request to move team read. */

/** What has been done, as an entry of its history. */
export function stepWords(programme: Programme, taken: MoveStep): string {
  if (taken.step === 'take-over') return takenOverWords(programme, taken.function);
  if (taken.step === 'invite') return `three-way meeting proposed for ${shortDate(taken.meetOn)}`;
  if (taken.step === 'propose-day') return `another day proposed for the meeting: ${shortDate(taken.meetOn)}`;
  const { step } = taken;
  const words: Readonly<Record<Exclude<MoveStepName, 'invite' | 'propose-day'>, string>> = {
    wish: 'wish to move team expressed',
    conversation: 'conversation held',
    'accept-day': 'day of the meeting agreed',
    meeting: 'three-way meeting held, support plan agreed',
    review: 'support plan reviewed',
    stay: 'staying in the team',
    'go-on': 'going on with the request',
    request: 'formal request sent',
    approve: 'approved',
    refuse: 'refused',
    'ask-more': `${programme.titles['head-of-academy']} asked for more`,
    'answer-more': 'question answered',
    withdraw: 'withdrawn',
  };
  return words[step];
}

/** What has to be done next, in the middle of a sentence. */
function taskWords(programme: Programme, step: MoveStepName): string {
  const words: Readonly<Record<MoveStepName, string>> = {
    wish: 'saying that you wish to move',
    conversation: `the conversation with the ${programme.titles['reflective-supervisor']}`,
    invite: 'the invitation to the three-way meeting',
    'accept-day': 'the answer to the invitation',
    'propose-day': 'the answer to the invitation',
    meeting: 'the three-way meeting with its support plan',
    review: 'the review of the support plan',
    stay: 'the decision to stay or to go on',
    'go-on': 'the decision to stay or to go on',
    request: 'the formal request',
    approve: 'the answer',
    refuse: 'the answer',
    'ask-more': 'the answer',
    'answer-more': 'the answer to what was asked',
    withdraw: 'the withdrawal',
  };
  return words[step];
}

/** Where a request stands, as the line under its heading. */
export function moveStateWords(programme: Programme, state: MoveState): string {
  const head = programme.titles['head-of-academy'];
  const words: Readonly<Record<MoveState['at'], string>> = {
    'wish-expressed': 'Next: a conversation about it',
    'conversation-held': 'Next: the three-way meeting',
    'plan-agreed': 'A support plan is agreed and runs until its review',
    'plan-reviewed': 'The plan is reviewed: stay, or go on?',
    'going-on': 'Next: the formal request',
    requested: `With the ${head} for an answer`,
    'more-asked': `The ${head} asks for more`,
    stayed: 'Closed: staying in the team',
    approved: 'Approved',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
  };
  return words[state.at];
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Why a step was not taken, and what comes first. `who` words a function for this NQSW. */
export function moveRefusalWords(
  programme: Programme,
  refusal: MoveRefusal,
  who: (name: AcademyFunction) => string,
): string {
  switch (refusal.refused) {
    case 'no-request':
      return 'There is no such request.';
    case 'already-open':
      return 'A request is open already: this is how it stands.';
    case 'closed':
      return 'This request has ended. Nothing has been changed.';
    case 'not-your-step':
      return `This step belongs to ${who(refusal.whose)}. Nothing has been changed.`;
    case 'already-done':
      return 'That has been done already: this is how it stands now.';
    case 'too-early': {
      const missing = sentence(taskWords(programme, refusal.missing));
      return `Not yet. ${missing} comes first: ${who(refusal.whose)}, by ${longDate(refusal.dueOn)}.`;
    }
    case 'nothing-asked':
      return `The ${programme.titles['head-of-academy']} has asked for nothing more.`;
    case 'not-invited':
      return 'No day has been proposed for the three-way meeting yet. Nothing has been changed.';
    case 'in-the-past':
      return 'That day is over. Choose today or a later day.';
    case 'in-the-future':
      return 'That day is still to come. Choose today or a day before it.';
    case 'before-the-step-before':
      return `The step before it was on ${longDate(refusal.earliestOn)}. Choose that day or a later one.`;
    case 'review-not-due':
      return `The plan is to run until ${longDate(refusal.reviewOn)}. It can be reviewed on that day or later.`;
    default:
      return refusal satisfies never;
  }
}
