import type { CorrectionReason } from '../academy/assessment.ts';
import type { CorrectionFault } from '../academy/review-correction.ts';

export const correctionReasonWords: Readonly<Record<CorrectionReason, string>> = {
  'entered-wrongly': 'It was entered wrongly',
  'report-differs': 'The written report says something else',
  'after-discussion': 'Agreed together afterwards',
  moderation: 'Moderation came to something else',
  other: 'Another reason',
};

const faultWords: Readonly<Record<CorrectionFault, string>> = {
  'no-such-review': 'Choose the review.',
  missing: 'This is still missing.',
  'in-future': 'That day is still to come. Choose today or a day before it.',
  'before-start': 'That day is before the programme began.',
  'in-pause': 'The programme was paused on that day.',
  'not-after-review': 'Choose a day after the review.',
  'in-past': 'Choose today or a later day.',
  'only-unsatisfactory': 'Only an unsatisfactory review is followed by an additional one. Leave this empty.',
  'rested-on': 'A recommendation rests on this, so it stays as it is.',
  'additional-begun': 'The additional review has begun, so its day stays as it is.',
  'conditional-held': 'That review has been held, so it was needed.',
};
const missingWords: Readonly<Record<string, string>> = {
  heldOn: 'Choose the day on which it was held.',
  outcome: 'Choose the outcome.',
  nextPlanOn: 'Choose the day on which the next development plan is due.',
  additionalOn: 'An unsatisfactory review is followed by an additional one: choose its day.',
  needed: 'Say whether it is needed.',
  because: 'Choose why it is corrected.',
};

/** What is wrong with each field of a review's form, in words. */
export function reviewErrors(
  faults: Readonly<Record<string, CorrectionFault | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(faults).flatMap(([field, fault]) => {
      if (fault === undefined) return [];
      const missing = fault === 'missing' ? missingWords[field] : undefined;
      return [[field, missing ?? faultWords[fault]]];
    }),
  );
}
