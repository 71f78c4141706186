/** What is pressed on the boards: one of the people, one of the groups, or another board. */
import { answerMyYear } from './answer-my-year.ts';
import type { Asker } from './asker.ts';
import { permittedFile } from './asker.ts';
import { openCaseloads } from './caseload-board.ts';
import { openChronology } from './chronology-view.ts';
import { openCompliance } from './compliance-board.ts';
import type { Needs } from './needs.ts';
import { newView, notForYou, pressedView } from './short-answers.ts';
import type { Submission } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

const boardVerbs = [
  'nqsw-open',
  'compliance-open',
  'caseloads-open',
  'chronology-open',
] as const satisfies readonly Submission['verb'][];
type BoardPress = Extract<Submission, { verb: (typeof boardVerbs)[number] }>;

export const isOfBoard = (submission: Submission): submission is BoardPress =>
  boardVerbs.some((verb) => verb === submission.verb);

/** Somebody’s year beside the board, with the way to their chronology. */
async function openYear(needs: Needs, asker: Asker, participantId: string): Promise<View | null> {
  const permitted = await permittedFile(needs, asker, 'ask-own-nqsws', participantId);
  if (permitted === undefined) return null;
  const view = await answerMyYear(needs, asker, { kind: 'supported', participantId });
  if (view.card !== 'my-year') return view;
  const chronology = {
    title: 'Show the chronology',
    verb: 'chronology-open',
    data: { participantId, earlier: '' },
  };
  return { ...view, data: { ...view.data, actions: [...view.data.actions, chronology] } };
}

/** Answers a button of a board. What opens a person stands beside the board, which stays to choose the next. */
export async function pressBoard(needs: Needs, asker: Asker, press: BoardPress): Promise<Reply> {
  const orRefused = (view: View | null, at: (view: View) => Reply) =>
    view === null ? notForYou(needs.programme) : at(view);
  switch (press.verb) {
    case 'nqsw-open':
      return orRefused(await openYear(needs, asker, press.data.participantId), newView);
    case 'compliance-open':
      return orRefused(await openCompliance(needs, asker, press.data.group), pressedView);
    case 'caseloads-open':
      return orRefused(await openCaseloads(needs, asker), pressedView);
    case 'chronology-open': {
      const isMore = press.data.earlier !== '';
      return orRefused(await openChronology(needs, asker, press.data), isMore ? pressedView : newView);
    }
    default:
      return press satisfies never;
  }
}
