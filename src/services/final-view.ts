import type { FinalEntry } from '../academy/assessment.ts';
import {
  type FinalPart,
  type FinalState,
  type FinalStep,
  finalEntriesIn,
  finalStateOf,
  nextFinalStep,
} from '../academy/final-outcome.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { isFinalReview, reviewOf } from '../academy/review.ts';
import { dateAndTime, longDate } from '../academy/wording.ts';
import { type Asker, standing } from './asker.ts';
import { evidenceFigures } from './evidence.ts';
import {
  finalEntryWords,
  finalStateWords,
  finalStepTitles,
  outcomeTitles,
  partWords,
} from './final-words.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import {
  dateInput,
  dayInput,
  type Filled,
  listInput,
  nothingFilled,
  procedureCard,
} from './procedure-view.ts';
import { reviewOutcomeWords } from './review-view.ts';
import type { FactView, ProcedureInputView, ProcedureView, View } from './views.ts';

type Ground = Pick<Needs, 'programme' | 'calendar'>;

export const anonymisedTick = [
  {
    code: 'yes',
    title: 'Everything in the portfolio is anonymised: no name, initials, date of birth or address',
  },
];

/** The final assessment of one NQSW, for one reader. */
export interface FinalShown {
  readonly file: ParticipantFile;
  readonly state: FinalState;
  readonly entries: readonly FinalEntry[];
  readonly parts: readonly FinalPart[];
  readonly isOwn: boolean;
  readonly asker: Asker;
}

function finalReviewOf({ programme }: Ground, file: ParticipantFile) {
  const item = programme.reviews.find(({ id }) => isFinalReview(programme, id))?.id;
  return item === undefined ? undefined : reviewOf(file.assessed, item);
}

function partsOf(asker: Asker, file: ParticipantFile): readonly FinalPart[] {
  const { roles } = asker.person;
  const held = standing(asker, file);
  const parts: FinalPart[] = [];
  if (may('recommend-outcome', roles, held)) parts.push('assessor');
  if (may('decide-outcome', roles, held)) parts.push('panel');
  if (may('record-appeal', roles, held)) parts.push('academy');
  return parts;
}

/**
 * The final assessment as the asker may see it; undefined when it is not theirs to see. The panel sees nothing of
 * somebody before there is a recommendation.
 */
export function finalShownTo(needs: Ground, asker: Asker, file: ParticipantFile): FinalShown | undefined {
  const parts = partsOf(asker, file);
  const isOwn = file.participant.personId === asker.person.id;
  const reviewedOn = finalReviewOf(needs, file)?.heldOn ?? null;
  const state = finalStateOf(file.assessed, reviewedOn, needs.programme.timeZone);
  const isPanelAlone = !isOwn && parts.every((part) => part === 'panel');
  const isTooEarly = state.at === 'not-reviewed' || state.at === 'to-recommend';
  if (!isOwn && (parts.length === 0 || (isPanelAlone && isTooEarly))) return undefined;
  return { file, state, entries: finalEntriesIn(file.assessed), parts, isOwn, asker };
}

function inputsOf(step: FinalStep, filled: Filled, today: Asker['today']): readonly ProcedureInputView[] {
  const to = dayInput(filled, 'to', 'If extended: the programme goes on until');
  const outcome = (label: string) => listInput(filled, 'one', 'outcome', label, outcomeTitles);
  switch (step) {
    case 'recommend':
      return [
        outcome('Recommendation'),
        to,
        listInput(filled, 'many', 'anonymised', 'Before it goes to the panel', anonymisedTick),
      ];
    case 'decide':
      return [outcome('Decision (a pass completes the programme today)'), to];
    default:
      return [dateInput(filled, 'on', 'On', today)];
  }
}

function factsOf(needs: Ground, { file, isOwn, state, asker }: FinalShown): readonly FactView[] {
  const review = finalReviewOf(needs, file);
  const next = nextFinalStep(state);
  return [
    ...(review === undefined
      ? []
      : [
          {
            title: 'Final review',
            value: `${longDate(review.heldOn)}: ${reviewOutcomeWords[review.outcome].toLowerCase()}`,
          },
        ]),
    ...(isOwn ? [] : evidenceFigures(needs, file, asker.today)),
    ...(next === null ? [] : [{ title: 'Next', value: partWords(needs.programme, next.part) }]),
  ];
}

type Path = ProcedureView['path'];

function pathOf({ at }: FinalState): Path {
  const isAppeal = at.startsWith('appeal');
  const place = { 'not-reviewed': 0, 'to-recommend': 1, recommended: 2 } as const;
  const reached = at in place ? place[at as keyof typeof place] : 3;
  const stations = ['Final review', 'Recommendation', 'Decision of the panel'];
  const way: Path = stations.map((title, index) => ({
    title,
    mark: index < reached ? 'done' : index === reached ? 'now' : 'ahead',
  }));
  const appeal = { title: 'Appeal', mark: at === 'appeal-closed' ? 'done' : 'now' } as const;
  return isAppeal ? [...way, appeal] : way;
}

interface Said {
  readonly filled?: Filled;
  readonly note?: string | null;
  readonly error?: string | null;
}

/** Where the final assessment stands, with the one step that its reader can take. */
export function finalView(needs: Ground, shown: FinalShown, said: Said = {}): View {
  const { file, state, entries, parts, isOwn, asker } = shown;
  const { id: participantId, name } = file.participant;
  const heading = isOwn ? 'Your final assessment' : `Final assessment of ${name}`;
  const next = nextFinalStep(state);
  const isTheirs = next !== null && parts.includes(next.part);
  const isSame = state.at === 'recommended' && state.by === asker.person.id;
  const filled = said.filled ?? nothingFilled;
  const same = isSame && isTheirs ? 'You recommended: another person decides for the panel.' : null;
  return procedureCard({
    heading,
    tone: isTheirs && !isSame ? 'warning' : 'default',
    state: finalStateWords(needs.programme, state),
    facts: [...factsOf(needs, shown)],
    path: pathOf(state),
    history: entries.map(
      (entry) =>
        `${dateAndTime(entry.at, needs.programme.timeZone)}: ${finalEntryWords(entry, isOwn)}, ${entry.byName}`,
    ),
    sections:
      next === null || !isTheirs || isSame
        ? []
        : [
            {
              title: finalStepTitles[next.step].section,
              inputs: inputsOf(next.step, filled, asker.today),
              actions: [
                {
                  title: finalStepTitles[next.step].button,
                  verb: 'assess-final',
                  data: { participantId, step: next.step, seen: entries.length },
                },
              ],
            },
          ],
    note: said.note ?? same,
    error: said.error ?? null,
  });
}
