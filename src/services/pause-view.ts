import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile, Pause } from '../academy/participant-file.ts';
import {
  awaitedFor,
  type PauseParty,
  type PauseState,
  type PauseStep,
  pauseParties,
  pauseStateOf,
  pauseTasks,
  roundOf,
  stepsOfPause,
  tasksLeft,
} from '../academy/pause.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { longDate } from '../academy/wording.ts';
import { ask } from './ask-buttons.ts';
import type { Needs } from './needs.ts';
import { previewOf, withPause } from './pause-preview.ts';
import {
  pauseHistoryWords,
  pauseStateWords,
  reasonTitle,
  spanWords,
  taskDone,
  taskTitle,
} from './pause-words.ts';
import { whoWords } from './procedure-people.ts';
import { dayInput, type Filled, historyOf, nothingFilled, type ProcedureSaid } from './procedure-view.ts';
import type { ActionView, FactView, ProcedureView, Tone, View } from './views.ts';

type Ground = Pick<Needs, 'programme' | 'calendar'>;

/** What the card is drawn from: one pause, for somebody who holds `functions` towards its NQSW. */
export interface PauseShown {
  readonly file: ParticipantFile;
  readonly pauseId: string;
  readonly steps: readonly PauseStep[];
  readonly state: PauseState | undefined;
  readonly functions: readonly AcademyFunction[];
  readonly today: Temporal.PlainDate;
}

/** A pause as its file has it, for whoever holds these functions. */
export function pauseIn(
  ground: Ground,
  file: ParticipantFile,
  pauseId: string,
  functions: readonly AcademyFunction[],
  today: Temporal.PlainDate,
): PauseShown {
  const steps = stepsOfPause(file.pauseSteps, pauseId);
  const kept = file.pauses.find((pause) => pause.pauseId === pauseId);
  return { file, pauseId, steps, state: pauseStateOf(ground, steps, kept), functions, today };
}

/** The parties that the reader is. */
export const partiesOf = (functions: readonly AcademyFunction[]): readonly PauseParty[] =>
  pauseParties.filter((party) => functions.includes(party));

/** The pause that is asked about, as it would stand in the file. */
function pauseWanted({ pauseId, state }: Pick<PauseShown, 'pauseId' | 'state'>): Pause | null {
  if (state === undefined || !('terms' in state)) return null;
  const { fromOn } = state.terms;
  return { pauseId, fromOn, untilOn: state.at === 'lengthening' ? state.wanted : state.terms.untilOn };
}

type Section = ProcedureView['sections'][number];
type Inputs = Section['inputs'];

/** The buttons of one pause. What a step does not bring is ''. */
function buttonsFor({ file, pauseId, steps }: PauseShown) {
  const about = { participantId: file.participant.id, pauseId };
  const step = (title: string, name: string, more: ActionView['data'] = {}): ActionView => ({
    title,
    verb: 'pause-step',
    data: { ...about, step: name, seen: roundOf(steps), ...more },
  });
  const preview = (title: string, change: string): ActionView => ({
    title,
    verb: 'pause-preview',
    data: { ...about, change },
  });
  return { step, preview };
}

const section = (title: string, inputs: Inputs, ...actions: readonly ActionView[]): Section => ({
  title,
  inputs,
  actions,
});

function answerSections(shown: PauseShown): readonly Section[] {
  const { state, functions } = shown;
  if (state?.at !== 'proposed' && state?.at !== 'lengthening') return [];
  const { step } = buttonsFor(shown);
  const open = partiesOf(functions).filter((party) => !state.agreed.includes(party));
  const answer = section(
    'Do you agree to this pause and to the new dates?',
    [],
    step('I agree', 'agree'),
    step('I do not agree', 'decline'),
  );
  const back = section('No longer wanted?', [], step('Take the proposal back', 'withdraw'));
  return [...(open.length > 0 ? [answer] : []), ...(functions.includes('academy-manager') ? [back] : [])];
}

/** What is to be recorded elsewhere, to whoever it belongs to. */
function taskSections(shown: PauseShown): readonly Section[] {
  const { state, functions } = shown;
  if (state?.at !== 'agreed' && state?.at !== 'lengthening') return [];
  const { step } = buttonsFor(shown);
  return tasksLeft(state)
    .filter((task) => functions.includes(pauseTasks[task]))
    .map((task) => section(taskTitle(task), [], step(taskDone(task), 'record', { task })));
}

/** What the Academy Manager can do with an agreed pause. */
function changeSections(shown: PauseShown, filled: Filled): readonly Section[] {
  const { state, functions, today } = shown;
  if (state?.at !== 'agreed' || !functions.includes('academy-manager')) return [];
  const { fromOn, untilOn } = state.terms;
  const { step, preview } = buttonsFor(shown);
  const isOver = untilOn !== null && untilOn.toString() < today.toString();
  if (isOver) return [];
  const hasBegun = fromOn.toString() <= today.toString();
  const back = section(
    'When they come back',
    [dayInput(filled, 'backOn', 'First day back')],
    preview('Show what that moves', 'end'),
  );
  const longer = section(
    'If it has to be longer',
    [dayInput(filled, 'untilOn', 'New last day of the pause')],
    preview('Show what a longer pause moves', 'lengthen'),
  );
  const never = section('If it is not needed', [], step('Take the pause back', 'withdraw'));
  return [back, ...(untilOn === null ? [] : [longer]), ...(hasBegun ? [] : [never])];
}

function askedSections(shown: PauseShown): readonly Section[] {
  const { state, functions, file, pauseId } = shown;
  if (state?.at !== 'asked') return [];
  const { step } = buttonsFor(shown);
  const propose: ActionView = {
    title: 'Propose a pause',
    verb: 'pause-open',
    data: { participantId: file.participant.id, pauseId },
  };
  return functions.includes('academy-manager')
    ? [section('When you have talked it over', [], propose, step('There will be no pause', 'decline'))]
    : [section('No longer want a pause?', [], step('Take my wish back', 'withdraw'))];
}

function factsOf({ programme }: Ground, shown: PauseShown): readonly FactView[] {
  const { state, functions, file, today } = shown;
  const awaited = awaitedFor(state);
  const own = awaited?.parties.some((party) => functions.includes(party)) ?? false;
  const others = (awaited?.parties ?? []).filter((party) => !functions.includes(party));
  const waiting = others.map((party) => whoWords(programme, file, party, today)).join('; ');
  const terms = state !== undefined && 'terms' in state ? state.terms : null;
  return [
    ...(terms === null ? [] : [{ title: 'Pause', value: spanWords(terms) }]),
    ...(state?.at === 'lengthening'
      ? [{ title: 'Wanted', value: spanWords({ ...state.terms, untilOn: state.wanted }) }]
      : []),
    ...(terms === null ? [] : [{ title: 'Reason', value: reasonTitle(terms.reason) }]),
    ...(own ? [{ title: 'Your turn', value: `by ${longDate(awaited?.dueOn ?? today)}` }] : []),
    ...(waiting === '' ? [] : [{ title: 'Waiting for', value: waiting }]),
  ];
}

/** The four agreements, each with whether it has been given. */
function pathOf({ programme }: Ground, { state, file, today }: PauseShown): ProcedureView['path'] {
  if (state?.at !== 'proposed' && state?.at !== 'lengthening') return [];
  return pauseParties.map((party) => ({
    title: `${whoWords(programme, file, party, today)}${state.agreed.includes(party) ? ' has agreed' : ''}`,
    mark: state.agreed.includes(party) ? ('done' as const) : ('now' as const),
  }));
}

const tones: Partial<Record<PauseState['at'], Tone>> = { agreed: 'good', declined: 'warning' };

/** How a reader of the pause stands to the NQSW: of a closed series only those who hold its sessions see the dates (L7). */
export const partyOf = ({ functions }: Pick<PauseShown, 'functions'>): readonly string[] =>
  functions.map((name) => (name === 'nqsw' ? 'self' : name));

/** While it is only proposed, each card shows what would move; afterwards the year itself does. */
function previewFor(ground: Ground, shown: PauseShown) {
  const { state, file, pauseId, today } = shown;
  if (state?.at !== 'proposed' && state?.at !== 'lengthening') return null;
  return previewOf(ground, file, withPause(file, pauseId, pauseWanted(shown)), today, partyOf(shown));
}

export const pauseHeading = (name: string, isOwn: boolean): string =>
  isOwn ? 'Pause of your programme' : `Pause of ${name}’s programme`;

/** What the reader can do; with nothing left to do for the pause, where to go from here. */
function sectionsOf(shown: PauseShown, filled: Filled): readonly Section[] {
  const sections = [
    ...askedSections(shown),
    ...answerSections(shown),
    ...taskSections(shown),
    ...changeSections(shown, filled),
  ];
  if (sections.length > 0) return sections;
  const isOwn = shown.functions.includes('nqsw');
  const onward = isOwn ? ask('My year', 'my-year') : ask('My NQSWs', 'my-nqsws');
  return [section('Nothing is left for you to do here', [], onward)];
}

/**
 * A pause as it stands, for one person: what is proposed, every date that it would move, who has agreed, and what the
 * reader can do. Null for one that there is nothing of.
 */
export function pauseView(ground: Ground, shown: PauseShown, said: ProcedureSaid = {}): View | null {
  const { file, steps, state, functions } = shown;
  if (state === undefined) return null;
  const filled = said.filled ?? nothingFilled;
  const title = pauseHeading(file.participant.name, functions.includes('nqsw'));
  const heading = said.isReminder === true ? `Reminder: ${title}` : title;
  const preview = previewFor(ground, shown);
  const agreed = 'agreed' in state ? state.agreed.length : 0;
  const stateWords = pauseStateWords(state, agreed);
  const isTurn = awaitedFor(state)?.parties.some((party) => functions.includes(party)) ?? false;
  return {
    card: 'procedure',
    summary: `${heading}: ${stateWords}`,
    data: {
      heading,
      tone: isTurn ? 'warning' : (tones[state.at] ?? 'default'),
      state: stateWords,
      facts: factsOf(ground, shown),
      moved: preview?.moved ?? [],
      path: pathOf(ground, shown),
      pathTitle: 'Who has to agree',
      history: historyOf(ground.programme, steps, (step) => pauseHistoryWords(ground.programme, step)),
      link: null,
      sections: sectionsOf(shown, filled),
      note: [...(said.note ? [said.note] : []), ...(preview?.notes ?? [])].join(' ') || null,
      error: said.error ?? null,
    },
  };
}
