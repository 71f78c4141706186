import type { Asker } from './asker.ts';
import { openAttendance, openLeading, submitAttendance } from './attend-learning-set.ts';
import { openSession, takeStep } from './book-learning-set.ts';
import { showFigures } from './learning-set-figures.ts';
import type { Needs } from './needs.ts';
import { askCancel, cancelSession, openPlan, submitPlan } from './plan-learning-set.ts';
import { openPresent, submitPresent } from './present-at-learning-set.ts';
import type { Submission } from './submissions.ts';
import type { Reply } from './turn.ts';

export type LearningSetSubmission = Extract<Submission, { verb: `learning-set-${string}` }>;

export const isOfLearningSet = (submission: Submission): submission is LearningSetSubmission =>
  submission.verb.startsWith('learning-set-');

/** Every button about a learning set. */
export function pressLearningSet(
  needs: Needs,
  asker: Asker,
  submission: LearningSetSubmission,
): Promise<Reply> {
  switch (submission.verb) {
    case 'learning-set-open':
      return openSession(needs, asker, submission.data.sessionId);
    case 'learning-set-book':
      return takeStep(needs, asker, submission.data.sessionId, 'book');
    case 'learning-set-wait':
      return takeStep(needs, asker, submission.data.sessionId, 'wait');
    case 'learning-set-accept':
      return takeStep(needs, asker, submission.data.sessionId, 'accept');
    case 'learning-set-leave':
      return takeStep(needs, asker, submission.data.sessionId, 'leave');
    case 'learning-set-not-present':
      return takeStep(needs, asker, submission.data.sessionId, 'not-present');
    case 'learning-set-present-open':
      return openPresent(needs, asker, submission.data.sessionId);
    case 'learning-set-present':
      return submitPresent(needs, asker, submission.data);
    case 'learning-set-plan-open':
      return openPlan(needs, asker, submission.data);
    case 'learning-set-plan':
      return submitPlan(needs, asker, submission.data);
    case 'learning-set-cancel-open':
      return askCancel(needs, asker, submission.data.sessionId);
    case 'learning-set-cancel':
      return cancelSession(needs, asker, submission.data.sessionId);
    case 'learning-set-lead':
      return openLeading(needs, asker, submission.data.sessionId);
    case 'learning-set-attendance-open':
      return openAttendance(needs, asker, submission.data.sessionId);
    case 'learning-set-attendance':
      return submitAttendance(needs, asker, submission.data);
    case 'learning-set-figures':
      return showFigures(needs, asker);
  }
}
