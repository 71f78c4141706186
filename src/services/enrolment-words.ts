import type { Enrolment, EnrolmentStep, LeavingReason } from '../academy/enrolment.ts';
import { longDate } from '../academy/wording.ts';
import type { StepRefusal } from './manage-enrolment.ts';

/** What each state of an enrolment is called, and what can be done next from there. */
const stateWords: Readonly<Record<Enrolment['state'], { readonly is: string; readonly next: string }>> = {
  'registration-pending': { is: 'has not begun the programme', next: 'they can start, or leave' },
  active: { is: 'is on the programme', next: 'it can be extended or completed, or they can leave' },
  extended: { is: 'is on an extended programme', next: 'it can be completed, or they can leave' },
  paused: { is: 'is paused on that day', next: 'they can return, or leave' },
  completed: { is: 'has completed the programme', next: 'they can leave the council' },
  left: { is: 'has left', next: 'they can return, unless they had completed the programme' },
};

const reasonWords: Readonly<Record<LeavingReason, string>> = {
  'agency-work': 'for agency work',
  'left-profession': 'and has left the profession',
  'other-council': 'for another council',
  redeployed: 'and was redeployed',
  'insufficient-support': 'for want of support',
  workload: 'because of the workload',
  'no-career-path': 'for want of a career path',
  'not-disclosed': '(reason not disclosed)',
  other: '(other reason)',
};

/** Where somebody stands, after their name. */
export const enrolmentStateWords = (state: Enrolment['state']): string =>
  state === 'paused' ? 'is paused' : stateWords[state].is;

/** Why somebody leaves, to choose from. */
export const leavingReasonTitles: Readonly<Record<LeavingReason, string>> = {
  'agency-work': 'Agency work',
  'left-profession': 'Has left the profession',
  'other-council': 'Another council',
  redeployed: 'Redeployed',
  'insufficient-support': 'Not enough support',
  workload: 'The workload',
  'no-career-path': 'No career path',
  'not-disclosed': 'Not disclosed',
  other: 'Another reason',
};

/** What a step has done, as a sentence. */
export function stepWords(name: string, step: EnrolmentStep): string {
  switch (step.step) {
    case 'start':
      return `${name} starts the programme on ${longDate(step.on)}: every date is worked out from there.`;
    case 'extend':
      return `${name}’s programme is extended to ${longDate(step.to)}.`;
    case 'complete':
      return `${name} completed the programme on ${longDate(step.on)}: nothing is due after it.`;
    case 'leave':
      return `${name} leaves on ${longDate(step.on)} ${reasonWords[step.reason]}: nothing is due after it.`;
    case 'return':
      return `${name} returns on ${longDate(step.on)} into ${step.cohort}: the time away is a pause, and the time served before it counts.`;
    case 'pause':
      return `${name} pauses from ${longDate(step.on)}.`;
    case 'resume':
      return `${name} resumes on ${longDate(step.on)}.`;
    default:
      return step satisfies never;
  }
}

/** Why a step cannot be taken, and what can be done instead. */
export function stepRefusedWords(name: string, refusal: StepRefusal): string {
  switch (refusal.refused) {
    case 'not-from-here': {
      const { is, next } = stateWords[refusal.from];
      return `${name} ${is}: from there ${next}.`;
    }
    case 'too-early':
      return `That day is too early: the first that is possible is ${longDate(refusal.earliestOn)}.`;
    case 'in-future':
      return `That day has not come yet: today is ${longDate(refusal.today)}. Enter it once it is a fact.`;
    case 'not-later':
      return `The programme ends on ${longDate(refusal.endOn)} already: an extension needs a later day.`;
    default:
      return refusal satisfies never;
  }
}
