import { standingReviews } from '../academy/assessment.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { reviewOf } from '../academy/review.ts';
import { dayAndMonth } from '../academy/wording.ts';
import { type Asker, permittedFile, standing } from './asker.ts';
import { openReviewCorrection } from './correct-review.ts';
import { itemTitle } from './item-title.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { correctReview } from './review-view.ts';
import { message } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { ActionView, View } from './views.ts';

const mostOffered = 6;

const kept = 'A review is corrected, never deleted: what was recorded first is kept beside it.';

function nothingRecorded(
  { programme }: Pick<Needs, 'programme'>,
  asker: Asker,
  file: ParticipantFile,
  item: string,
): View {
  const { id: participantId, name } = file.participant;
  const heading =
    item === ''
      ? `No review of ${name} is recorded yet`
      : `The ${itemTitle(programme, item)} of ${name} is not recorded yet`;
  const record: ActionView = {
    title: 'Record a review',
    verb: 'assess-review-open',
    data: { participantId, item },
  };
  const evidence: ActionView = {
    title: 'Evidence so far',
    verb: 'assess-evidence-open',
    data: { participantId, show: 'all' },
  };
  const isAssessor = may('record-review', asker.person.roles, standing(asker, file));
  return message(heading, ['There is nothing to correct.'], { actions: isAssessor ? [record] : [evidence] });
}

/**
 * The form that corrects a recorded review of one NQSW: the one whose item was said, the only one, or the question which.
 * Null for whoever may not.
 */
export async function answerReviewCorrection(
  needs: Needs,
  asker: Asker,
  participantId: string,
  item: string,
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'correct-review', participantId);
  if (versioned === undefined) return null;
  const { file } = versioned;
  const recorded = standingReviews(file.assessed).toReversed();
  const [only, second] = recorded;
  const meant = item === '' && second === undefined ? only : reviewOf(file.assessed, item);
  if (meant !== undefined) return openReviewCorrection(needs, asker, participantId, meant.entryId);
  if (item !== '' || only === undefined) return nothingRecorded(needs, asker, file, item);
  return message(`Which review of ${file.participant.name} is to be corrected?`, [kept], {
    actions: recorded
      .slice(0, mostOffered)
      .map(({ item: of, heldOn, entryId }) =>
        correctReview(
          `${itemTitle(needs.programme, of)}, held ${dayAndMonth(heldOn)}`,
          participantId,
          entryId,
        ),
      ),
  });
}

/** From a button: the review that it names, or the question which. */
export const openCorrectionOf = (
  needs: Needs,
  asker: Asker,
  { participantId, of }: Submissions['assess-correction-open'],
): Promise<View | null> =>
  of === ''
    ? answerReviewCorrection(needs, asker, participantId, '')
    : openReviewCorrection(needs, asker, participantId, of);

/** For an NQSW, who corrects no review: whom to tell. */
export function notYoursToCorrect({ programme: { titles } }: Pick<Needs, 'programme'>): View {
  return message(
    'Whoever leads the review corrects it',
    [`Please tell your ${titles.assessor} what is not right. You are told here when it has been corrected.`],
    {
      actions: [
        { title: 'Who supports me?', verb: 'ask', data: { intent: 'people' } },
        { title: 'My year', verb: 'ask', data: { intent: 'my-year' } },
      ],
    },
  );
}
