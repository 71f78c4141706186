import type { Temporal } from 'temporal-polyfill';
import {
  type Invitation,
  isOpenMove,
  type MoveState,
  type MoveStep,
  moveStateOf,
  turnOf,
} from '../academy/move-team.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { longDate } from '../academy/wording.ts';
import { invitedSections, moveSections, withdrawSection } from './move-request-sections.ts';
import { moveStateWords, stepWords } from './move-request-words.ts';
import type { Needs } from './needs.ts';
import { whoWords } from './procedure-people.ts';
import { historyOf, nothingFilled, type ProcedureSaid, procedureCard, titlesOf } from './procedure-view.ts';
import type { FactView, ProcedureView, Tone, View } from './views.ts';

/** What the card is drawn from: one request, for somebody who holds `functions` towards its NQSW. */
export interface MoveShown {
  readonly file: ParticipantFile;
  readonly requestId: string;
  readonly steps: readonly MoveStep[];
  readonly functions: readonly AcademyFunction[];
  /** The civil day on which it is drawn. */
  readonly today: Temporal.PlainDate;
}
type Ground = Pick<Needs, 'programme' | 'calendar'>;

const tones: Partial<Record<MoveState['at'], Tone>> = {
  approved: 'good',
  stayed: 'good',
  refused: 'warning',
};

const factsWhen = (title: string, value: string): readonly FactView[] =>
  value === '' ? [] : [{ title, value }];

/** The day of the three-way meeting while it is being arranged. */
function meetingFacts({ programme }: Ground, state: MoveState): readonly FactView[] {
  if (state.at !== 'conversation-held' || state.invitation === null) return [];
  const { meetOn, answer, otherOn } = state.invitation;
  const title = programme.titles['host-manager'];
  const words = {
    open: `proposed for ${longDate(meetOn)}, the ${title} has not answered yet`,
    accepted: `${longDate(meetOn)}, agreed with the ${title}`,
    'other-day': `proposed for ${longDate(meetOn)}; the ${title} can on ${longDate(otherOn ?? meetOn)}`,
  } as const;
  return [{ title: 'Three-way meeting', value: words[answer] }];
}

function planFacts({ programme }: Ground, state: MoveState): readonly FactView[] {
  if (!('plan' in state)) return [];
  const { aims, supports } = programme.moveTeam;
  return [
    { title: 'Three-way meeting', value: longDate(state.plan.meetingOn) },
    { title: 'Aims', value: titlesOf(aims, state.plan.aims) },
    { title: 'Support agreed', value: titlesOf(supports, state.plan.supports) },
  ];
}

function moveFacts(
  ground: Ground,
  { file, functions, today }: MoveShown,
  state: MoveState,
): readonly FactView[] {
  const { programme } = ground;
  const { reasons, questions, refusals } = programme.moveTeam;
  const turn = isOpenMove(state) ? turnOf(state) : null;
  const isOwnTurn = turn !== null && functions.includes(turn);
  return [
    ...(turn === null
      ? []
      : factsWhen('Whose turn', isOwnTurn ? 'Yours' : whoWords(programme, file, turn, today))),
    ...(isOpenMove(state)
      ? factsWhen(state.at === 'plan-agreed' ? 'Review of the plan' : 'By', longDate(state.dueOn))
      : []),
    ...factsWhen('Team', file.participant.team),
    ...meetingFacts(ground, state),
    ...planFacts(ground, state),
    ...('reasons' in state ? factsWhen('Reasons', titlesOf(reasons, state.reasons)) : []),
    ...('questions' in state ? factsWhen('Asked for', titlesOf(questions, state.questions)) : []),
    ...(state.at === 'refused' ? factsWhen('Reason', titlesOf(refusals, [state.reason ?? ''])) : []),
  ];
}

/** The six stations of the way, and which of them a request has passed. */
function pathOf({ programme }: Ground, steps: readonly MoveStep[], isOpen: boolean): ProcedureView['path'] {
  const { titles } = programme;
  const stations: readonly { readonly title: string; readonly by: readonly MoveStep['step'][] }[] = [
    { title: 'Wish expressed', by: ['wish'] },
    { title: `Conversation with the ${titles['reflective-supervisor']}`, by: ['conversation'] },
    { title: 'Three-way meeting with a support plan', by: ['meeting'] },
    { title: 'Plan reviewed, stay or go on', by: ['stay', 'go-on'] },
    { title: 'Formal request', by: ['request'] },
    { title: `Answer of the ${titles['head-of-academy']}`, by: ['approve', 'refuse'] },
  ];
  const done = stations.map(({ by }) => steps.some(({ step }) => by.includes(step)));
  const now = isOpen ? done.indexOf(false) : -1;
  return stations.map(({ title }, at) => ({
    title,
    mark: done[at] === true ? 'done' : at === now ? 'now' : 'ahead',
  }));
}

/** The invitation that somebody can answer; null where there is none for them. */
const invitedTo = (state: MoveState, functions: readonly AcademyFunction[]): Invitation | null =>
  state.at === 'conversation-held' && functions.includes('host-manager') ? state.invitation : null;

/** What somebody can do now: the step if it is theirs, and the NQSW can withdraw. */
function sectionsFor(
  functions: readonly AcademyFunction[],
  state: MoveState,
  asked: Parameters<typeof moveSections>[1],
): ProcedureView['sections'] {
  if (!isOpenMove(state)) return [];
  const steps = functions.includes(turnOf(state)) ? moveSections(state, asked) : [];
  const invited = invitedTo(state, functions);
  const answers = invited === null ? [] : invitedSections(invited, asked);
  const all = [...steps, ...answers];
  return functions.includes('nqsw') ? [...all, withdrawSection(asked)] : all;
}

/**
 * A request as it stands, for one person: the facts, the way, and, when it is their turn, what they are asked. Null for
 * one whose beginning cannot be read.
 */
export function moveRequestView(ground: Ground, shown: MoveShown, said: ProcedureSaid = {}): View | null {
  const { file, steps, functions, requestId, today } = shown;
  const state = moveStateOf(ground, steps);
  if (state === undefined) return null;
  const isOwn = functions.includes('nqsw');
  const title = isOwn ? 'Your request to move team' : `${file.participant.name}’s request to move team`;
  const about = { participantId: file.participant.id, requestId };
  const asked = {
    programme: ground.programme,
    about,
    seen: steps.length,
    filled: said.filled ?? nothingFilled,
    today,
  };
  const isAsked = invitedTo(state, functions)?.answer === 'open';
  const isTurn = isAsked || (isOpenMove(state) && functions.includes(turnOf(state)));
  const heading = said.isReminder === true ? `Reminder: ${title}` : title;
  const stateWords = moveStateWords(ground.programme, state);
  return procedureCard(
    {
      heading,
      tone: isTurn ? 'warning' : (tones[state.at] ?? 'default'),
      state: stateWords,
      facts: moveFacts(ground, shown, state),
      path: pathOf(ground, steps, isOpenMove(state)),
      history: historyOf(ground.programme, steps, (step) => stepWords(ground.programme, step)),
      link: 'plan' in state ? { title: 'Open the support plan', url: state.plan.link } : null,
      sections: sectionsFor(functions, state, asked),
      note: said.note ?? null,
      error: said.error ?? null,
    },
    `${heading}: ${stateWords}`,
  );
}
