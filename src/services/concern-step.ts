import {
  type ConcernAct,
  type ConcernStep,
  concernAsked,
  concernReaches,
  concernStateOf,
  concernSteps,
  decideConcern,
  isOpenConcern,
  nextConcernFunction,
  type ReviewCorrected,
  stepsOfConcern,
  toldOfConcern,
} from '../academy/concern.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { typedDate } from '../academy/typed-date.ts';
import type { Asker } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import { type ConcernShown, concernView } from './concern-view.ts';
import { concernRefusalWords } from './concern-words.ts';
import type { Needs } from './needs.ts';
import type { Fact, Notice, Subject } from './ports.ts';
import { procedureNotices } from './procedure-notices.ts';
import {
  functionsFor,
  type Holders,
  holdersFor,
  peopleOf,
  refuseAudited,
  whoWords,
} from './procedure-people.ts';
import { chosenOf, type Filled } from './procedure-view.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import type { View } from './views.ts';

type Sent = Submissions['concern-step'];

/**
 * A concern for somebody; empty `functions` when its level has not reached them, when it is about them, or when it does
 * not exist. Whoever raised it follows it to its end.
 */
export function shownConcern(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  asker: Asker,
  file: ParticipantFile,
  concernId: string,
): ConcernShown {
  const steps = stepsOfConcern(file.concernSteps, concernId);
  const state = concernStateOf(needs, steps);
  const isAboutThem = state?.aboutId === asker.person.id;
  const reached = state === undefined || isAboutThem ? [] : concernReaches(state);
  const functions = functionsFor(asker, file, 'follow-concern').filter((name) => reached.includes(name));
  return { file, concernId, steps, functions, today: asker.today };
}

/** The channel sees that a concern stands at a level, never why; one about a person in the academy it does not see. */
function channelNotices(
  { file, concernId, steps }: ConcernShown,
  level: number,
  aboutId: string | null,
  owedAt: Asker['now'],
): readonly Notice[] {
  if (level === 0 || aboutId !== null) return [];
  return [channelNotice(file.participant.id, concernId, String(steps.length), owedAt)];
}

const channelNotice = (
  participantId: string,
  concernId: string,
  change: string,
  owedAt: Asker['now'],
): Notice => ({
  key: `concern-post~${concernId}~${change}`,
  recipient: { kind: 'escalations' },
  subject: { card: 'concern-post', participantId, concernId },
  mode: 'show',
  owedAt,
});

/**
 * What the channel is owed of an open concern when another has been chosen, or the app is back in it. `change` makes the
 * key unique for each time.
 */
export function concernShownAgain(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  file: ParticipantFile,
  concernId: string,
  change: string,
  owedAt: Asker['now'],
): readonly Fact[] {
  const state = concernStateOf(needs, stepsOfConcern(file.concernSteps, concernId));
  if (!isOpenConcern(state)) return [];
  const post = channelNotice(file.participant.id, concernId, change, owedAt);
  return state.level === 0 || state.aboutId !== null ? [] : [{ fact: 'notice-owed', notice: post }];
}

export const concernSubject = (
  participantId: string,
  concernId: string,
  turn: number,
  nudge: number,
): Subject => ({
  card: 'concern',
  participantId,
  concernId,
  turn,
  nudge,
});

/** What a step that may be taken adds to the file, and who is told. */
export function concernFacts(
  needs: Needs,
  asker: Asker,
  shown: ConcernShown,
  act: ConcernAct | ReviewCorrected,
  holders: Holders,
): { readonly facts: readonly Fact[]; readonly step: ConcernStep } {
  const { file, concernId, steps } = shown;
  const { id: by, name: byName } = asker.person;
  const bare: ConcernStep = { ...act, concernId, by, byName, at: asker.now, told: [], asked: [] };
  const state = concernStateOf(needs, [...steps, bare]);
  if (state === undefined) return { facts: [], step: bare };
  const told = toldOfConcern(act.step, state);
  const ids =
    told === 'told-before'
      ? steps.flatMap((step) => step.told)
      : peopleOf(holders, told, [state.aboutId]).map(({ id }) => id);
  const others = [...new Set(ids)].filter((id) => id !== by);
  const waiting = isOpenConcern(state)
    ? { people: peopleOf(holders, concernAsked(state), [state.aboutId]), dueOn: state.dueOn }
    : null;
  const step: ConcernStep = {
    ...bare,
    told: act.step === 'raise' ? [by, ...others] : others,
    asked: (waiting?.people ?? []).map(({ id }) => id),
  };
  const notices = [
    ...procedureNotices({
      ground: needs,
      key: `concern~${concernId}`,
      subjectAt: (turn, nudge) => concernSubject(file.participant.id, concernId, turn, nudge),
      before: steps,
      step,
      waiting,
    }),
    ...channelNotices(shown, state.level, state.aboutId, asker.now),
  ];
  const facts: readonly Fact[] = [
    { fact: 'concern-stepped', step, position: file.concernSteps.length },
    ...notices.map((notice): Fact => ({ fact: 'notice-owed', notice })),
    { fact: 'audited', verb: `concern-${act.step}`, by, outcome: `level-${state.level}` },
  ];
  return { facts, step };
}

type ActReading =
  | { readonly ok: true; readonly act: ConcernAct }
  | { readonly ok: false; readonly filled: Filled };

/** The step that a card sent; undefined for one that does not exist. */
function readAct({ programme }: Needs, sent: Sent): ActReading | undefined {
  const step = concernSteps.find((known) => known === sent.step);
  const wrong = (id: string, error: string): ActReading => ({
    ok: false,
    filled: { values: { heldOn: sent.heldOn, decision: sent.decision }, errors: { [id]: error } },
  });
  switch (step) {
    case 'escalate':
    case 'resolve':
      return { ok: true, act: { step } };
    case 'discuss':
    case 'agree':
    case 'no-agreement': {
      const heldOn = typedDate(sent.heldOn);
      return heldOn === undefined ? wrong('heldOn', 'Choose the date.') : { ok: true, act: { step, heldOn } };
    }
    case 'decide': {
      const [decision] = chosenOf(programme.concerns.decisions, sent.decision);
      return decision === undefined
        ? wrong('decision', 'Choose the decision.')
        : { ok: true, act: { step, decision } };
    }
    default:
      return undefined;
  }
}

const movedOn = 'This card was from before: somebody has taken a step since. This is how it stands now.';

/** The next level has somebody to go to. */
function hasNextLevel(shown: ConcernShown, act: ConcernAct, needs: Needs, holders: Holders): boolean {
  const state = concernStateOf(needs, shown.steps);
  if (act.step !== 'escalate' || !isOpenConcern(state)) return true;
  const next = nextConcernFunction(state);
  return next === undefined || peopleOf(holders, [next], [state.aboutId]).length > 0;
}

function decideStep(
  needs: Needs,
  asker: Asker,
  shown: ConcernShown,
  act: ConcernAct,
  sent: Sent,
  holders: Holders,
): Decision<View | null> {
  const { file, steps, functions } = shown;
  const isFresh = sent.seen === String(steps.length);
  if (!isFresh) {
    const last = steps.at(-1);
    const isRepeated = last?.by === asker.person.id && last.step === act.step;
    return { facts: [], result: concernView(needs, shown, { note: isRepeated ? null : movedOn }) };
  }
  const filled: Filled = { values: { heldOn: sent.heldOn, decision: sent.decision }, errors: {} };
  const decided = decideConcern(concernStateOf(needs, steps), act, functions, asker.today);
  if (!decided.ok) {
    const error = concernRefusalWords(needs.programme, decided, (name) =>
      whoWords(needs.programme, file, name, asker.today),
    );
    return { facts: [], result: concernView(needs, shown, { error, filled }) };
  }
  if (!hasNextLevel(shown, act, needs, holders)) {
    const error = 'There is nobody on the list at the next level. Nothing has been changed.';
    return { facts: [], result: concernView(needs, shown, { error, filled }) };
  }
  const { facts, step } = concernFacts(needs, asker, shown, act, holders);
  const changed = { ...file, concernSteps: [...file.concernSteps, step] };
  return { facts, result: concernView(needs, shownConcern(needs, asker, changed, shown.concernId)) };
}

/** A concern that has ended is no longer looked for when a channel is chosen. */
async function forgetWhenClosed(needs: Needs, { participantId, concernId }: Sent): Promise<void> {
  const file = (await needs.files.load(participantId))?.file;
  const state = concernStateOf(needs, stepsOfConcern(file?.concernSteps ?? [], concernId));
  if (!isOpenConcern(state)) await needs.openAlerts.resolved(participantId, concernId);
}

/** Takes a step of a concern, or says what is missing. Twenty presses at once are one transition. */
export async function takeConcernStep(needs: Needs, asker: Asker, sent: Sent): Promise<Reply> {
  const versioned = await needs.files.load(sent.participantId);
  const shown = versioned && shownConcern(needs, asker, versioned.file, sent.concernId);
  const reading = readAct(needs, sent);
  if (
    versioned === undefined ||
    shown === undefined ||
    shown.functions.length === 0 ||
    reading === undefined
  ) {
    return refuseAudited(needs, asker, 'follow-concern', versioned);
  }
  if (!reading.ok) {
    const view = concernView(needs, shown, { filled: reading.filled });
    return view === null ? notForYou(needs.programme) : pressedView(view);
  }
  const holders = await holdersFor(needs, versioned.file, asker.today);
  // Before the commit, so that a crash leaves a hint too many and never a concern that a new channel does not hear of.
  if (reading.act.step === 'escalate') await needs.openAlerts.opening(sent.participantId, sent.concernId);
  const view = await changeFile(needs, versioned, asker.now, (file) =>
    decideStep(needs, asker, shownConcern(needs, asker, file, sent.concernId), reading.act, sent, holders),
  );
  await forgetWhenClosed(needs, sent);
  return view === null ? notForYou(needs.programme) : pressedView(view);
}

/** Opens a concern for whoever it has reached; the same words for everybody else as for none. */
export async function showConcernTo(
  needs: Needs,
  asker: Asker,
  sent: Submissions['concern-show'],
): Promise<Reply> {
  const versioned = await needs.files.load(sent.participantId);
  const shown = versioned && shownConcern(needs, asker, versioned.file, sent.concernId);
  const view = shown && shown.functions.length > 0 ? concernView(needs, shown) : null;
  return view === null ? refuseAudited(needs, asker, 'follow-concern', versioned) : pressedView(view);
}
