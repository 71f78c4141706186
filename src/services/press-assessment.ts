import { openCorrectionOf } from './answer-correction.ts';
import type { Asker } from './asker.ts';
import { submitReviewCorrection } from './correct-review.ts';
import { markEvidence, openEvidence } from './evidence.ts';
import { openFinal, takeFinalStep } from './final-assessment.ts';
import type { Needs } from './needs.ts';
import { openObservation, submitObservation } from './observation-form.ts';
import { openReview, submitReview } from './review-form.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submission } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

type AssessmentSubmission = Extract<Submission, { verb: `assess-${string}` }>;

export const isOfAssessment = (submission: Submission): submission is AssessmentSubmission =>
  submission.verb.startsWith('assess-');

const shown = (needs: Needs, view: View | null): Reply =>
  view === null ? notForYou(needs.programme) : pressedView(view);

/** Every button about reviews, observations, evidence and the final assessment. */
export async function pressAssessment(
  needs: Needs,
  asker: Asker,
  submission: AssessmentSubmission,
): Promise<Reply> {
  switch (submission.verb) {
    case 'assess-review-open':
      return shown(needs, await openReview(needs, asker, submission.data));
    case 'assess-review':
      return submitReview(needs, asker, submission.data);
    case 'assess-correction-open':
      return shown(needs, await openCorrectionOf(needs, asker, submission.data));
    case 'assess-correction':
      return submitReviewCorrection(needs, asker, submission.data);
    case 'assess-observation-open':
      return shown(needs, await openObservation(needs, asker, submission.data));
    case 'assess-observation':
      return submitObservation(needs, asker, submission.data);
    case 'assess-evidence-open':
      return shown(needs, await openEvidence(needs, asker, submission.data));
    case 'assess-evidence':
      return markEvidence(needs, asker, submission.data);
    case 'assess-final-open':
      return openFinal(needs, asker, submission.data);
    case 'assess-final':
      return takeFinalStep(needs, asker, submission.data);
  }
}
