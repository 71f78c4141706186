import { isOpenMove, type MoveStep, moveStateOf, stepsOfMove } from '../academy/move-team.ts';
import { dateAndTime } from '../academy/wording.ts';
import { shownMove } from './move-request.ts';
import { moveRequestView } from './move-request-view.ts';
import { stepWords } from './move-request-words.ts';
import type { Needs } from './needs.ts';
import type { Recipient, Subject } from './ports.ts';
import { isPausedFor, noLongerWithYou, readerOf, readForMessage, showingOf } from './procedure-message.ts';
import type { View } from './views.ts';
import { message } from './welcome-and-help.ts';

type MoveSubject = Extract<Subject, { card: 'move-request' }>;

/** What stands in a message that something has followed: it stays true. */
function passedOn(name: string, { participantId, requestId }: MoveSubject, line: string): View {
  return message(`${name}: request to move team`, [line], {
    actions: [{ title: 'Show how it stands', verb: 'move-open', data: { participantId, requestId } }],
  });
}

const doneWords = ({ programme }: Needs, step: MoveStep) =>
  `${dateAndTime(step.at, programme.timeZone)}: ${stepWords(programme, step)}, ${step.byName}.`;

/** A request in somebody's chat, as it stands now. */
export async function showMoveRequest(
  needs: Needs,
  recipient: Recipient,
  subject: MoveSubject,
  isStanding: boolean,
): Promise<View | undefined> {
  const read = await readForMessage(needs, recipient, subject.participantId);
  if (read === undefined) return undefined;
  const { file, person } = read;
  const steps = stepsOfMove(file.moveSteps, subject.requestId);
  const state = moveStateOf(needs, steps);
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const { turn, nudge } = subject;
  const asker = readerOf(needs, person, last, nudge, isOpenMove(state) ? state.dueOn : null);
  const shown = shownMove(asker, file, subject.requestId);
  const showing = showingOf({
    steps,
    turn,
    nudge,
    personId: person.id,
    isTheirs: shown.functions.length > 0,
    isStanding,
    isPaused: isPausedFor(read, asker),
  });
  switch (showing.as) {
    case 'standing':
    case 'reminder':
      return moveRequestView(needs, shown, { isReminder: showing.as === 'reminder' }) ?? undefined;
    case 'followed':
      return passedOn(file.participant.name, subject, doneWords(needs, showing.by));
    case 'newer-below':
      return passedOn(file.participant.name, subject, 'There is a newer message about it below.');
    case 'not-yours':
      return noLongerWithYou;
    case 'nothing':
      return undefined;
    default:
      return showing satisfies never;
  }
}
