import type { SubmissionVerb } from '../services/submissions.ts';

/**
 * The titles under which each verb stands on a card, in the users' words. `ask` stands for a typed question, so its
 * titles are as free as questions are. A card's own button must carry one of the titles listed here.
 */
export const actionTitles = {
  ask: 'any',
  'record-open': [
    'Record supervision',
    'Choose someone else',
    'Back to the record',
    'Continue',
    'Correct the record',
  ],
  'record-supervision': ['Record supervision'],
  'not-happened-open': ['It did not happen'],
  'record-not-happened': ['Save: it did not happen'],
  'confirm-agree': ['Agree'],
  'confirm-not-right': ['Not right'],
  'caseload-open': ['Report caseload', 'Update caseload', 'Choose someone else', 'Continue'],
  'caseload-report': ['Report caseload'],
  'alert-acknowledge': ['Acknowledge'],
  'alert-assign': ['Assign'],
  'alert-resolve': ['Resolve'],
} as const satisfies Record<SubmissionVerb, readonly string[] | 'any'>;

/** Every verb that a button of ours can carry. */
export const submissionVerbs = Object.keys(actionTitles) as readonly SubmissionVerb[];
