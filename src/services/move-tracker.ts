import { isOpenMove, moveStateOf, turnOf } from '../academy/move-team.ts';
import { dayOf } from '../academy/time-limit.ts';
import { type Asker, permittedFile, permittedFiles } from './asker.ts';
import { moveNotOffered } from './move-not-offered.ts';
import { currentMove, explainMove, shownMove } from './move-request.ts';
import { moveRequestView } from './move-request-view.ts';
import { moveStateWords } from './move-request-words.ts';
import type { Needs } from './needs.ts';
import type { VersionedFile } from './ports.ts';
import { type Tracked, trackerView } from './procedure-list.ts';
import { whoWords } from './procedure-people.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';

const startAction = { title: 'I want to move team', verb: 'ask', data: { intent: 'move-team' } };

const isOffered = ({ programme }: Needs) => programme.moveTeam.offered;

/** The asker's own request, as its card; null for somebody who is not on the programme. */
async function ownFile(needs: Needs, asker: Asker): Promise<VersionedFile | undefined> {
  const { participantId } = asker.person;
  return participantId === null ? undefined : permittedFile(needs, asker, 'ask-move-request', participantId);
}

function ownCard(needs: Needs, asker: Asker, own: VersionedFile, note: string | null = null): View | null {
  const requestId = currentMove(needs, own.file);
  return requestId === undefined
    ? null
    : moveRequestView(needs, shownMove(asker, own.file, requestId), { note });
}

function hasOpen(needs: Needs, { file }: VersionedFile): boolean {
  const requestId = currentMove(needs, file) ?? '';
  return isOpenMove(
    moveStateOf(
      needs,
      file.moveSteps.filter((step) => step.requestId === requestId),
    ),
  );
}

/** "I want to move team": the request that is open, or what it would mean and the button that begins it (Q7). */
export async function answerMoveTeam(needs: Needs, asker: Asker): Promise<View | null> {
  const own = await ownFile(needs, asker);
  if (own === undefined) return answerMoveStatus(needs, asker, undefined);
  if (hasOpen(needs, own)) return ownCard(needs, asker, own);
  return isOffered(needs) ? explainMove(needs, own, asker) : moveNotOffered(needs, asker);
}

/** Their own request, or how one begins. */
async function ownStatus(needs: Needs, asker: Asker, own: VersionedFile): Promise<View> {
  const standing = ownCard(needs, asker, own);
  if (standing !== null) return standing;
  if (!isOffered(needs)) return moveNotOffered(needs, asker);
  return message('You have no request to move team', ['Nothing is open and nothing has been kept.'], {
    actions: [startAction],
  });
}

/** "Where is my move request?", and for those whom requests have reached the tracker of them (M9). */
export async function answerMoveStatus(
  needs: Needs,
  asker: Asker,
  person: string | undefined,
): Promise<View | null> {
  const own = await ownFile(needs, asker);
  const isOwn = own !== undefined && (person === undefined || isOwnName(asker, person));
  if (isOwn) return ownStatus(needs, asker, own);
  const files = await permittedFiles(needs, asker, 'follow-move-request');
  const isAllowed = files.length > 0 || asker.person.roles.includes('academy-manager');
  if (!isAllowed) return null;
  if (person === undefined) return trackerOf(needs, asker, files);
  const meant = await participantMeant(needs, asker, 'follow-move-request', person);
  const one = files.find(({ file }) => file.participant.id === meant);
  return one === undefined ? null : trackerOf(needs, asker, [one]);
}

const noneOpen = message('No request to move team is open', [
  'When one is, it stands here with its step, its age and who is next. An NQSW asks for it themselves, by writing to me: I want to move team.',
]);

/** Only what has reached the asker: of the rest nothing shows, not even that it exists. */
function trackerOf(needs: Needs, asker: Asker, files: readonly VersionedFile[]): View | Promise<View> {
  const tracked = files.flatMap(({ file }) => {
    const requestId = currentMove(needs, file);
    return requestId === undefined ? [] : trackedMove(needs, asker, shownMove(asker, file, requestId));
  });
  if (tracked.length > 0) return trackerView(needs, asker, 'Requests to move team', tracked);
  return isOffered(needs) ? noneOpen : moveNotOffered(needs, asker);
}

function trackedMove(
  needs: Needs,
  asker: Asker,
  { file, steps, requestId, functions }: ReturnType<typeof shownMove>,
): readonly Tracked[] {
  const state = moveStateOf(needs, steps);
  const [first] = steps;
  if (functions.length === 0 || first === undefined || !isOpenMove(state)) return [];
  const { id: participantId, name } = file.participant;
  return [
    {
      title: `${name}: ${moveStateWords(needs.programme, state)}`,
      next: whoWords(needs.programme, file, turnOf(state), asker.today),
      openSince: dayOf(needs, first.at),
      dueOn: state.dueOn,
      action: { title: `Open: ${name}`, verb: 'move-open', data: { participantId, requestId } },
    },
  ];
}

/** "Withdraw my move request": the card with the button that does it (Q8). */
export async function answerWithdrawMove(needs: Needs, asker: Asker): Promise<View | null> {
  const own = await ownFile(needs, asker);
  if (own === undefined) return null;
  if (hasOpen(needs, own)) {
    return ownCard(
      needs,
      asker,
      own,
      'To take it back, press “Withdraw my request”. Everybody who was told of it is told once.',
    );
  }
  return message('You have no open request to move team', ['There is nothing to withdraw.'], {
    actions: [startAction],
  });
}
