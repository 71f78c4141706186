import { isOpenMove, moveStateOf, stepsOfMove } from '../academy/move-team.ts';
import { shownMove } from './move-request.ts';
import { moveRequestView } from './move-request-view.ts';
import { stepWords } from './move-request-words.ts';
import type { Needs } from './needs.ts';
import type { Recipient, Subject } from './ports.ts';
import { showProcedure } from './procedure-message.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

/** A request in somebody's chat, as it stands now. */
export async function showMoveRequest(
  needs: Needs,
  recipient: Recipient,
  subject: Extract<Subject, { card: 'move-request' }>,
  isStanding: boolean,
): Promise<View | undefined> {
  const { participantId, requestId } = subject;
  return showProcedure(needs, recipient, subject, isStanding, {
    steps: ({ moveSteps }) => stepsOfMove(moveSteps, requestId),
    dueOn: ({ moveSteps }) => {
      const state = moveStateOf(needs, stepsOfMove(moveSteps, requestId));
      return isOpenMove(state) ? state.dueOn : null;
    },
    shown: (asker, file) => shownMove(asker, file, requestId),
    view: (shown, said) => moveRequestView(needs, shown, said),
    stepWords: (step) => stepWords(needs.programme, step),
    passedOn: ({ participant }, line) =>
      message(`${participant.name}: request to move team`, [line], {
        actions: [{ title: 'Show how it stands', verb: 'move-open', data: { participantId, requestId } }],
      }),
    isLeftInPeace: () => true,
  });
}
