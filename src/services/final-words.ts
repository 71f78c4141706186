import type { FinalEntry, OutcomeChosen } from '../academy/assessment.ts';
import type { FinalPart, FinalRefusal, FinalState, FinalStep } from '../academy/final-outcome.ts';
import type { Programme } from '../academy/programme.ts';
import { longDate, shortDate } from '../academy/wording.ts';

export const outcomeTitles = [
  { code: 'pass', title: 'Pass' },
  { code: 'fail', title: 'Fail' },
  { code: 'extend', title: 'Extend the programme' },
];

function outcomeWords({ outcome, to }: OutcomeChosen): string {
  if (outcome === 'pass') return 'pass';
  if (outcome === 'fail') return 'fail';
  return to === null ? 'extend' : `extend to ${longDate(to)}`;
}

const appealWords = {
  'acknowledge-appeal': 'appeal acknowledged',
  'hear-appeal': 'appeal heard',
  'close-appeal': 'appeal decided',
} as const;

/** What has been done; the NQSW reads of a recommendation that there is one, and its outcome from the panel. */
export function finalEntryWords(entry: FinalEntry, toNqsw: boolean): string {
  switch (entry.entry) {
    case 'recommend':
      return toNqsw ? 'recommendation made' : `recommended: ${outcomeWords(entry)}`;
    case 'decide':
      return `the panel decided: ${outcomeWords(entry)}`;
    default:
      return `${appealWords[entry.entry]} on ${shortDate(entry.on)}`;
  }
}

/** Where the final assessment stands, as the line under its heading. */
export function finalStateWords({ titles }: Programme, state: FinalState): string {
  switch (state.at) {
    case 'not-reviewed':
      return 'The final review has not been recorded yet';
    case 'to-recommend':
      return `The ${titles.assessor}’s recommendation is next`;
    case 'recommended':
      return 'With the panel, which decides';
    case 'passed':
      return 'The panel decided: pass';
    case 'extended':
      return state.to === null
        ? 'The programme is extended'
        : `The programme goes on until ${longDate(state.to)}`;
    case 'appeal-opened':
      return 'The panel decided: fail. An appeal record is open';
    case 'appeal-acknowledged':
      return 'Appeal acknowledged';
    case 'appeal-heard':
      return 'Appeal heard';
    case 'appeal-closed':
      return 'Appeal decided';
    default:
      return state satisfies never;
  }
}

export const finalStepTitles: Readonly<
  Record<FinalStep, { readonly section: string; readonly button: string }>
> = {
  recommend: { section: 'Your recommendation', button: 'Recommend to the panel' },
  decide: { section: 'The panel’s decision', button: 'Record the decision' },
  'acknowledge-appeal': { section: 'The appeal', button: 'Appeal acknowledged' },
  'hear-appeal': { section: 'The appeal', button: 'Appeal heard' },
  'close-appeal': { section: 'The appeal', button: 'Appeal decided' },
};

export function partWords({ titles }: Programme, part: FinalPart): string {
  const words: Readonly<Record<FinalPart, string>> = {
    assessor: `the ${titles.assessor}`,
    panel: `a member of the panel or the ${titles['academy-manager']}`,
    academy: `the ${titles['academy-manager']}`,
  };
  return words[part];
}

/** Why a step was not taken, who may, and what comes first. */
export function finalRefusalWords(programme: Programme, refusal: FinalRefusal): string {
  switch (refusal.refused) {
    case 'not-your-part':
      return `This is for ${partWords(programme, refusal.part)}. Nothing has been changed.`;
    case 'same-person':
      return `Whoever recommended does not decide: this is for another person, ${partWords(programme, 'panel')}.`;
    case 'final-review-missing':
      return 'The final review is recorded first.';
    case 'nothing-recommended':
      return `The recommendation comes first, from ${partWords(programme, 'assessor')}.`;
    case 'already-recommended':
      return 'It has been recommended already: the panel decides next.';
    case 'already-decided':
      return 'The panel has decided already: this is how it stands.';
    case 'no-appeal':
      return 'There is no appeal.';
    case 'appeal-step-first':
      return `In order: it is recorded first that the appeal was ${refusal.step === 'acknowledge-appeal' ? 'acknowledged' : 'heard'}.`;
    case 'appeal-step-done':
      return 'That has been recorded already: this is how it stands.';
    case 'not-anonymised':
      return 'Tick that everything is anonymised: nothing goes to the panel before that.';
    case 'in-the-future':
      return 'That day is still to come. Choose today or a day before it.';
    case 'too-early':
      return `The step before it was on ${longDate(refusal.earliestOn)}. Choose that day or a later one.`;
    default:
      return refusal satisfies never;
  }
}
