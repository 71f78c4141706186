import {
  decideMove,
  isAside,
  isOpenMove,
  type MoveAct,
  type MoveState,
  type MoveStep,
  moveReaches,
  moveStateOf,
  neededForMove,
  stepsOfMove,
  toldOfMove,
  turnOf,
} from '../academy/move-team.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { type Asker, permittedFile } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import { moveNotOffered } from './move-not-offered.ts';
import { readMoveAct } from './move-request-form.ts';
import { type MoveShown, moveRequestView } from './move-request-view.ts';
import { moveRefusalWords } from './move-request-words.ts';
import type { Needs } from './needs.ts';
import type { Fact, Subject } from './ports.ts';
import { procedureNotices } from './procedure-notices.ts';
import {
  functionsFor,
  type Holders,
  holdersFor,
  peopleOf,
  refuseAudited,
  unheld,
  whoWords,
} from './procedure-people.ts';
import type { Filled } from './procedure-view.ts';
import { message, notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

export const moveSubject = (
  participantId: string,
  requestId: string,
  turn: number,
  nudge: number,
): Subject => ({
  card: 'move-request',
  participantId,
  requestId,
  turn,
  nudge,
});

/** The request for somebody; empty `functions` when it has not reached them, or does not exist. */
export function shownMove(asker: Asker, file: ParticipantFile, requestId: string): MoveShown {
  const steps = stepsOfMove(file.moveSteps, requestId);
  const reached = steps.length === 0 ? [] : moveReaches(steps);
  const functions = functionsFor(asker, file, 'follow-move-request').filter((name) => reached.includes(name));
  return { file, requestId, steps, functions, today: asker.today };
}

/** The request that is open, or else the newest. */
export function currentMove(needs: Needs, file: ParticipantFile): string | undefined {
  const ids = [...new Set(file.moveSteps.map(({ requestId }) => requestId))];
  const open = ids.find((id) => isOpenMove(moveStateOf(needs, stepsOfMove(file.moveSteps, id))));
  return open ?? ids.at(-1);
}

/** Ids of those who get a message about the step. */
function toldBy(act: MoveAct, before: readonly MoveStep[], holders: Holders, by: string): readonly string[] {
  const told = toldOfMove[act.step];
  const ids =
    told === 'told-before'
      ? before.flatMap((step) => step.told)
      : peopleOf(holders, told).map(({ id }) => id);
  const others = [...new Set(ids)].filter((id) => id !== by);
  // The NQSW's own card begins with the wish: it is the answer to their button.
  return act.step === 'wish' ? [by, ...others] : others;
}

/** What a step that may be taken adds to the file, and who is told. */
function factsOf(
  needs: Needs,
  asker: Asker,
  shown: Omit<MoveShown, 'functions'>,
  act: MoveAct,
  holders: Holders,
): { readonly facts: readonly Fact[]; readonly step: MoveStep } {
  const { file, requestId, steps } = shown;
  const taken = { requestId, by: asker.person.id, byName: asker.person.name, at: asker.now };
  const told = toldBy(act, steps, holders, asker.person.id);
  const state = moveStateOf(needs, [...steps, { ...act, ...taken, told, asked: [] }]);
  const waiting = isOpenMove(state)
    ? { people: peopleOf(holders, [turnOf(state)]), dueOn: state.dueOn }
    : null;
  const asked = (waiting?.people ?? []).map(({ id }) => id);
  const step: MoveStep = { ...act, ...taken, told, asked };
  const notices = procedureNotices({
    ground: needs,
    key: `move-request~${requestId}`,
    subjectAt: (turn, nudge) => moveSubject(file.participant.id, requestId, turn, nudge),
    before: steps,
    step,
    waiting,
  });
  const facts: readonly Fact[] = [
    { fact: 'move-request-stepped', step, position: file.moveSteps.length },
    ...notices.map((notice): Fact => ({ fact: 'notice-owed', notice })),
    { fact: 'audited', verb: `move-${act.step}`, by: asker.person.id, outcome: 'done' },
  ];
  return { facts, step };
}

/** Words for functions that nobody holds, so that a step would reach nobody. */
function nobodyWords({ programme }: Needs, missing: readonly AcademyFunction[]): string {
  const names = missing.map((name) => programme.titles[name]).join(' and ');
  return `There is nobody as ${names} for this yet, so it cannot be sent. Please ask your ${programme.titles['academy-manager']} to add them.`;
}

/** Starts with a card, not with the words: nothing begins because of how a message was understood. */
export function explainMove(needs: Needs, versioned: { readonly file: ParticipantFile }, asker: Asker): View {
  const { titles } = needs.programme;
  const supervisor = whoWords(needs.programme, versioned.file, 'reflective-supervisor', asker.today);
  return message(
    'Thinking of moving to another team?',
    [
      `It begins with a conversation with ${supervisor}, then a three-way meeting that agrees a plan of support. When the plan is reviewed, you decide whether to stay or to send a formal request.`,
      `The ${titles['head-of-academy']} answers the formal request, and is told nothing before it. You can withdraw at any time until then.`,
    ],
    {
      actions: [
        { title: 'I wish to move team', verb: 'move-wish', data: { submissionId: needs.newId() } },
        { title: 'Who supports me?', verb: 'ask', data: { intent: 'people' } },
      ],
    },
  );
}

/** Begins a request (L29, step 1), once for each form. */
export async function expressWish(
  needs: Needs,
  asker: Asker,
  sent: Submissions['move-wish'],
): Promise<Reply> {
  const versioned = await permittedFile(needs, asker, 'ask-move-request', asker.person.participantId ?? '');
  if (versioned === undefined) return notForYou(needs.programme);
  if (!needs.programme.moveTeam.offered) return pressedView(await moveNotOffered(needs, asker));
  const holders = await holdersFor(needs, versioned.file, asker.today);
  const missing = unheld(holders, neededForMove.wish ?? []);
  if (missing.length > 0) return pressedView(message('Not sent', [nobodyWords(needs, missing)]));
  const requestId = needs.newId();
  const view = await changeFile(needs, versioned, asker.now, (file): Decision<Wished> => {
    const standing = file.submissions.get(sent.submissionId) ?? currentMove(needs, file);
    const state = moveStateOf(needs, stepsOfMove(file.moveSteps, standing ?? ''));
    const decided = decideMove(state, { step: 'wish' }, ['nqsw'], asker.today);
    const isSent = file.submissions.has(sent.submissionId);
    if (standing !== undefined && (isSent || !decided.ok)) {
      return { facts: [], result: { file, requestId: standing } };
    }
    const { facts, step } = factsOf(
      needs,
      asker,
      { file, requestId, steps: [], today: asker.today },
      { step: 'wish' },
      holders,
    );
    const kept = { fact: 'submission-kept', submissionId: sent.submissionId, made: requestId } as const;
    const changed = { ...file, moveSteps: [...file.moveSteps, step] };
    return { facts: [...facts, kept], result: { file: changed, requestId } };
  });
  return wishedReply(needs, asker, view);
}

interface Wished {
  readonly file: ParticipantFile;
  readonly requestId: string;
}

/** The first card of a request is where it stands from then on, for the NQSW. */
function wishedReply(needs: Needs, asker: Asker, { file, requestId }: Wished): Reply {
  const view = moveRequestView(needs, shownMove(asker, file, requestId));
  if (view === null) return notForYou(needs.programme);
  const shows = moveSubject(file.participant.id, requestId, 0, 0);
  return { kind: 'view', view, at: 'pressed', shows };
}

/** Opens a request for whoever it has reached; the same words for everybody else as for none. */
export async function openMove(needs: Needs, asker: Asker, sent: Submissions['move-open']): Promise<Reply> {
  const versioned = await needs.files.load(sent.participantId);
  const shown = versioned && shownMove(asker, versioned.file, sent.requestId);
  const view = shown && shown.functions.length > 0 ? moveRequestView(needs, shown) : null;
  return view === null ? refuseAudited(needs, asker, 'follow-move-request', versioned) : pressedView(view);
}

const movedOn = 'This card was from before: somebody has taken a step since. This is how it stands now.';

/** A card that shows fewer steps than have been taken, unless the last of them is this very press, sent again. */
function isStale(
  steps: readonly MoveStep[],
  { seen, step }: { readonly seen: string; readonly step: MoveAct['step'] },
  asker: Asker,
): 'no' | 'repeated' | 'stale' {
  const isThis = (one: MoveStep | undefined) => one?.by === asker.person.id && one.step === step;
  // Taking it back is meant whatever has been done meanwhile.
  if (step === 'withdraw') return isThis(steps.at(-1)) ? 'repeated' : 'no';
  if (!/^\d{1,4}$/.test(seen) || Number(seen) > steps.length) return 'stale';
  const later = steps.slice(Number(seen));
  // A card that asks for the next step stays good when a day was answered meanwhile, or somebody took over.
  const passed = isAside(step) ? later : later.filter((one) => !isAside(one.step));
  if (passed.length === 0) return 'no';
  return passed.length === 1 && isThis(passed[0]) ? 'repeated' : 'stale';
}

function decideStep(
  needs: Needs,
  asker: Asker,
  shown: MoveShown,
  act: MoveAct,
  sent: Submissions['move-step'],
  holders: Holders,
): Decision<View | null> {
  const { file, steps, functions } = shown;
  const stale = isStale(steps, { seen: sent.seen, step: act.step }, asker);
  if (stale !== 'no') {
    const note = stale === 'stale' ? movedOn : null;
    return { facts: [], result: moveRequestView(needs, shown, { note }) };
  }
  const state: MoveState | undefined = moveStateOf(needs, steps);
  const decided = decideMove(state, act, functions, asker.today);
  if (!decided.ok) {
    const error = moveRefusalWords(needs.programme, decided, (name) =>
      whoWords(needs.programme, file, name, asker.today),
    );
    return { facts: [], result: moveRequestView(needs, shown, { error, filled: sentAgain(sent) }) };
  }
  const missing = unheld(holders, neededForMove[act.step] ?? []);
  if (missing.length > 0) {
    const error = nobodyWords(needs, missing);
    return { facts: [], result: moveRequestView(needs, shown, { error, filled: sentAgain(sent) }) };
  }
  const { facts, step } = factsOf(needs, asker, shown, act, holders);
  const changed = { ...file, moveSteps: [...file.moveSteps, step] };
  return { facts, result: moveRequestView(needs, shownMove(asker, changed, shown.requestId)) };
}

const sentAgain = ({
  heldOn,
  meetOn,
  aims,
  supports,
  link,
  reasons,
  reason,
  questions,
}: Submissions['move-step']): Filled => ({
  values: { heldOn, meetOn, aims, supports, link, reasons, reason, questions },
  errors: {},
});

/** Takes a step of a request, or says what is missing. Twenty presses at once are one transition. */
export async function takeMoveStep(
  needs: Needs,
  asker: Asker,
  sent: Submissions['move-step'],
): Promise<Reply> {
  const versioned = await needs.files.load(sent.participantId);
  const shown = versioned && shownMove(asker, versioned.file, sent.requestId);
  const reading = readMoveAct(needs.programme, sent);
  if (
    versioned === undefined ||
    shown === undefined ||
    shown.functions.length === 0 ||
    reading === undefined
  ) {
    return refuseAudited(needs, asker, 'follow-move-request', versioned);
  }
  if (!reading.ok) {
    const view = moveRequestView(needs, shown, { filled: reading.filled });
    return view === null ? notForYou(needs.programme) : pressedView(view);
  }
  const holders = await holdersFor(needs, versioned.file, asker.today);
  const view = await changeFile(needs, versioned, asker.now, (file) =>
    decideStep(needs, asker, shownMove(asker, file, sent.requestId), reading.act, sent, holders),
  );
  return view === null ? notForYou(needs.programme) : pressedView(view);
}
