import type { Temporal } from 'temporal-polyfill';
import {
  type ConcernState,
  type ConcernStep,
  type ConcernStepName,
  concernAsked,
  concernChoices,
  concernStateOf,
  concernTurn,
  isOpenConcern,
  nextConcernFunction,
  type OpenConcern,
} from '../academy/concern.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { Programme } from '../academy/programme.ts';
import type { AcademyFunction } from '../academy/roles.ts';
import { longDate } from '../academy/wording.ts';
import { concernStateWords, concernStepWords } from './concern-words.ts';
import type { Needs } from './needs.ts';
import { whoWords } from './procedure-people.ts';
import {
  dateInput,
  type Filled,
  historyOf,
  listInput,
  nothingFilled,
  type ProcedureSaid,
  procedureCard,
  stepAction,
  titlesOf,
} from './procedure-view.ts';
import type { FactView, ProcedureView, Tone, View } from './views.ts';

/** What the card is drawn from: one concern, for somebody who holds `functions` towards its NQSW. */
export interface ConcernShown {
  readonly file: ParticipantFile;
  readonly concernId: string;
  readonly steps: readonly ConcernStep[];
  /** Empty when it has not reached them. */
  readonly functions: readonly AcademyFunction[];
  readonly today: Temporal.PlainDate;
}

type Section = ProcedureView['sections'][number];

/** What one step asks, and the button for it, in the words of whoever's turn it is. */
function sectionOf(
  programme: Programme,
  state: OpenConcern,
  step: ConcernStepName,
  filled: Filled,
  today: Temporal.PlainDate,
): { readonly title: string; readonly inputs: Section['inputs']; readonly button: string } {
  const { titles, concerns } = programme;
  const nothing = { inputs: [] as const };
  switch (step) {
    case 'discuss':
      return {
        title: `When you have discussed it with the ${titles['host-manager']}`,
        inputs: [dateInput(filled, 'heldOn', 'Date of the discussion', today)],
        button: 'Discussion held',
      };
    case 'escalate':
      return { title: escalateWords(programme, state), ...nothing, button: 'Take it further' };
    case 'agree':
    case 'no-agreement':
      return {
        title: 'When you have talked it through',
        inputs: [dateInput(filled, 'heldOn', 'Date of the talk', today)],
        button: step === 'agree' ? 'We agree' : 'No agreement',
      };
    case 'decide':
      return {
        title: 'Your decision is final',
        inputs: [listInput(filled, 'one', 'decision', 'Decision', concerns.decisions)],
        button: 'Record the decision',
      };
    case 'raise':
    case 'resolve':
      return { title: 'Settled?', ...nothing, button: 'Resolved' };
    default:
      return step satisfies never;
  }
}

/** To whom it goes next: over the button, which a long title would make wider than a phone. */
function escalateWords({ titles }: Programme, state: OpenConcern): string {
  const next = nextConcernFunction(state);
  return next === undefined ? 'Not settled?' : `Not settled? Take it to the ${titles[next]}`;
}

function concernSections(
  { programme }: Pick<Needs, 'programme'>,
  { file, concernId, steps, today }: ConcernShown,
  state: OpenConcern,
  filled: Filled,
): readonly Section[] {
  const about = { participantId: file.participant.id, concernId };
  const sections: Section[] = [];
  for (const step of concernChoices(state)) {
    const { title, inputs, button } = sectionOf(programme, state, step, filled, today);
    const action = stepAction('concern-step', button, about, step, steps.length);
    const same = sections.find((section) => section.title === title);
    // "We agree" and "No agreement" share their date.
    if (same === undefined) sections.push({ title, inputs, actions: [action] });
    else sections[sections.indexOf(same)] = { ...same, actions: [...same.actions, action] };
  }
  return sections;
}

/** What has become of the review that opened it, in words that say nothing of its outcome: not everybody may see that. */
function reviewFacts(steps: readonly ConcernStep[]): readonly FactView[] {
  const corrected = steps.findLast((step) => step.step === 'review-corrected');
  if (corrected === undefined) return [];
  const words = corrected.restsOnIt
    ? 'corrected, and asks for it again'
    : 'corrected, and no longer asks for it';
  return [{ title: 'Its review', value: words }];
}

function concernFacts(
  { programme }: Pick<Needs, 'programme'>,
  { file, functions, steps, today }: ConcernShown,
  state: ConcernState,
): readonly FactView[] {
  const category = {
    title: 'What it is about',
    value: titlesOf(programme.concerns.categories, [state.category]),
  };
  const since = { title: 'Open since', value: longDate(state.openSince) };
  if (!isOpenConcern(state)) {
    const decided = state.decision === null ? [] : [state.decision];
    const decision = titlesOf(programme.concerns.decisions, decided);
    return [category, since, ...(decision === '' ? [] : [{ title: 'Decision', value: decision }])];
  }
  const isAsked = functions.some((name) => concernAsked(state).includes(name));
  const whose = concernAsked(state).map((name) => whoWords(programme, file, name, today));
  return [
    category,
    since,
    ...reviewFacts(steps),
    { title: 'Whose turn', value: isAsked ? 'Yours' : whose.join(' and ') },
    { title: 'By', value: longDate(state.dueOn) },
  ];
}

/** It stands out to whoever is asked to act; to the others it is only told. */
function toneFor(state: ConcernState, functions: readonly AcademyFunction[]): Tone {
  if (!isOpenConcern(state)) return 'good';
  return functions.some((name) => concernAsked(state).includes(name)) ? 'warning' : 'default';
}

/** A concern as it stands, for somebody whom its level has reached. Null for one whose beginning cannot be read. */
export function concernView(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  shown: ConcernShown,
  said: ProcedureSaid = {},
): View | null {
  const { file, steps, functions } = shown;
  const state = concernStateOf(needs, steps);
  if (state === undefined) return null;
  const isOwn = functions.includes('nqsw');
  const title = isOwn
    ? 'A concern about your programme'
    : `A concern about ${file.participant.name}’s programme`;
  const isTurn = isOpenConcern(state) && functions.some((name) => concernTurn(state).includes(name));
  const stateWords = concernStateWords(needs.programme, state);
  const heading = said.isReminder === true ? `Reminder: ${title}` : title;
  return procedureCard(
    {
      heading,
      tone: toneFor(state, functions),
      state: stateWords,
      facts: concernFacts(needs, shown, state),
      history: historyOf(needs.programme, steps, (step) => concernStepWords(needs.programme, step)),
      sections: isTurn ? concernSections(needs, shown, state, said.filled ?? nothingFilled) : [],
      note: said.note ?? null,
      error: said.error ?? null,
    },
    // A toast is read over shoulders: no name.
    `A concern: ${isOpenConcern(state) ? `level ${state.level}` : 'closed'}`,
  );
}
