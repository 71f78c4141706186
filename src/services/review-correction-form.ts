import { correctionReasons, type ReviewEntry, reviewOutcomes } from '../academy/assessment.ts';
import { finalEntriesIn } from '../academy/final-outcome.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { conditionalOf, isRestedOn } from '../academy/review-correction.ts';
import { dateAndTime, longDate } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import { itemTitle } from './item-title.ts';
import type { Needs } from './needs.ts';
import { dateInput, dayInput, type Filled, listInput, procedureCard } from './procedure-view.ts';
import { reviewOutcomeWords } from './review-view.ts';
import { correctionReasonWords } from './review-words.ts';
import type { Submissions } from './submissions.ts';
import type { ProcedureInputView, View } from './views.ts';

export const yesOrNo = [
  { code: 'no', title: 'No' },
  { code: 'yes', title: 'Yes' },
];
export const outcomeChoices = reviewOutcomes.map((code) => ({ code, title: reviewOutcomeWords[code] }));
export const reasonChoices = correctionReasons.map((code) => ({ code, title: correctionReasonWords[code] }));

type CorrectionSent = Submissions['assess-correction'];

/** The record that counts, as the form that would make it again; who sends it says why. */
export function reviewAsSent(
  { programme }: Pick<Needs, 'programme'>,
  file: ParticipantFile,
  standing: ReviewEntry,
): Pick<CorrectionSent, 'heldOn' | 'outcome' | 'nextPlanOn' | 'additionalOn' | 'needed'> {
  const conditional = conditionalOf(programme, standing.item);
  const needed = conditional === null ? '' : file.required.includes(conditional) ? 'yes' : 'no';
  return {
    heldOn: standing.heldOn.toString(),
    outcome: standing.outcome,
    nextPlanOn: standing.nextPlanOn?.toString() ?? '',
    additionalOn: standing.outcome === 'unsatisfactory' ? (standing.additionalOn?.toString() ?? '') : '',
    needed,
  };
}

/** Who decides, once a recommendation or a decision rests on the outcome; null while none does. */
export function restedWords({ programme }: Pick<Needs, 'programme'>, file: ParticipantFile, item: string) {
  if (!isRestedOn(file.assessed, item)) return null;
  const last = finalEntriesIn(file.assessed).at(-1)?.entry;
  const manager = programme.titles['academy-manager'];
  return last === 'recommend'
    ? `The recommendation to the panel rests on this outcome, so it stays: the panel decides, please talk to the ${manager}. Its dates can be corrected.`
    : `The panel has decided, and its decision rests on this outcome, so it stays: please talk to the ${manager}. Its dates can be corrected.`;
}

function inputsOf(
  { programme }: Needs,
  standing: ReviewEntry,
  filled: Filled,
  { today }: Asker,
  isRested: boolean,
): readonly ProcedureInputView[] {
  const heldOn = dateInput(filled, 'heldOn', 'Held on', today);
  const plan = dayInput(filled, 'nextPlanOn', 'Next development plan due on (not after the last review)');
  const because = listInput(filled, 'one', 'because', 'Why is it corrected?', reasonChoices);
  if (isRested) return [heldOn, plan, because];
  const conditional = conditionalOf(programme, standing.item);
  const needed = conditional === null ? '' : `Is the ${itemTitle(programme, conditional)} needed?`;
  return [
    heldOn,
    listInput(filled, 'one', 'outcome', 'Outcome', outcomeChoices),
    plan,
    ...(needed === '' ? [] : [listInput(filled, 'one', 'needed', needed, yesOrNo)]),
    dayInput(filled, 'additionalOn', 'If unsatisfactory: date of the additional review'),
    because,
  ];
}

/** The form of a review that is recorded, filled in with what stands or with what was sent. */
export function correctionForm(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  standing: ReviewEntry,
  said: { readonly submissionId: string; readonly filled: Filled; readonly error?: string },
): View {
  const { programme } = needs;
  const { id: participantId, name } = file.participant;
  const heading = `Correct the ${itemTitle(programme, standing.item)} of ${name}`;
  const rested = restedWords(needs, file, standing.item);
  const at = dateAndTime(standing.at, programme.timeZone);
  const { submissionId } = said;
  return procedureCard({
    heading,
    state: 'What was recorded first is kept beside the correction. Nothing of what was said is asked for.',
    facts: [
      {
        title: 'As it stands',
        value: `held on ${longDate(standing.heldOn)}: ${reviewOutcomeWords[standing.outcome].toLowerCase()}`,
      },
      {
        title: standing.correction === undefined ? 'Recorded' : 'Corrected',
        value: `${at}, ${standing.byName}`,
      },
    ],
    sections: [
      {
        title: 'The correction',
        inputs: inputsOf(needs, standing, said.filled, asker, rested !== null),
        actions: [
          {
            title: 'Save the correction',
            verb: 'assess-correction',
            data: { participantId, submissionId, of: standing.entryId },
          },
        ],
      },
    ],
    note: `${rested === null ? '' : `${rested} `}${name} and everybody who was told of the review are told that it was corrected.`,
    error: said.error ?? null,
  });
}
