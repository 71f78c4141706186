import {
  type ReviewEntry,
  type ReviewOutcome,
  reviewHistories,
  standingReviews,
} from '../academy/assessment.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { isFinalReview } from '../academy/review.ts';
import { conditionalOf } from '../academy/review-correction.ts';
import { dateAndTime, longDate } from '../academy/wording.ts';
import { ask } from './ask-buttons.ts';
import { itemTitle } from './item-title.ts';
import type { Needs } from './needs.ts';
import { planOf } from './recordable-items.ts';
import { isConcernOpen } from './review-concern.ts';
import { correctionReasonWords } from './review-words.ts';
import { message } from './short-answers.ts';
import type { ActionView, FactView, View } from './views.ts';

export const reviewOutcomeWords: Readonly<Record<ReviewOutcome, string>> = {
  'on-track': 'On track',
  concerns: 'Some concerns',
  unsatisfactory: 'Unsatisfactory',
};

type ViewNeeds = Pick<Needs, 'programme' | 'calendar'>;
export type ReviewReader = 'assessor' | 'nqsw' | 'academy-manager';

/** What was recorded before it and what took its place, if anything. */
interface Around {
  readonly before: ReviewEntry | undefined;
  readonly first: ReviewEntry | undefined;
  readonly later: ReviewEntry | undefined;
}

function aroundOf({ assessed }: ParticipantFile, entry: ReviewEntry): Around {
  const history = reviewHistories(assessed).find((one) =>
    one.some(({ entryId }) => entryId === entry.entryId),
  );
  const at = history?.findIndex(({ entryId }) => entryId === entry.entryId) ?? -1;
  return {
    before: at > 0 ? history?.[at - 1] : undefined,
    first: at > 0 ? history?.[0] : undefined,
    later: history?.[at + 1],
  };
}

const dayOrNone = (on: ReviewEntry['nextPlanOn']) => (on === null ? 'none' : longDate(on));

/** What a record of a review says, by title; '' for what it does not speak of. */
function saidBy({ programme }: ViewNeeds, entry: ReviewEntry): readonly FactView[] {
  const conditional = conditionalOf(programme, entry.item);
  const needed = entry.needed === undefined ? '' : entry.needed ? 'Yes' : 'No';
  return [
    { title: 'Held', value: longDate(entry.heldOn) },
    { title: 'Outcome', value: reviewOutcomeWords[entry.outcome] },
    { title: 'Next development plan', value: dayOrNone(entry.nextPlanOn) },
    {
      title: conditional === null ? 'Needed' : `${itemTitle(programme, conditional)} needed`,
      value: needed,
    },
    { title: 'Additional review', value: dayOrNone(entry.additionalOn) },
  ];
}

/** With what stood there before, where a correction has changed it; what neither speaks of is left out. */
function changedFacts(needs: ViewNeeds, entry: ReviewEntry, before: ReviewEntry | undefined) {
  const earlier = before === undefined ? [] : saidBy(needs, before);
  return saidBy(needs, entry).flatMap(({ title, value }, at): FactView[] => {
    const was = earlier[at]?.value ?? value;
    const isSaid = (words: string) => words !== '' && words !== 'none';
    if (was === value || was === '') return isSaid(value) ? [{ title, value }] : [];
    return [{ title, value: `${value}; before: ${was}` }];
  });
}

function reviewFacts(
  needs: ViewNeeds,
  file: ParticipantFile,
  entry: ReviewEntry,
  { before, first }: Around,
): readonly FactView[] {
  const { programme } = needs;
  const today = entry.at.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const standards = planOf(needs, file, today).items.find(({ id }) => id === entry.item)?.standards;
  const by = (one: ReviewEntry) => `${dateAndTime(one.at, programme.timeZone)}, ${one.byName}`;
  const [held, outcome, ...rest] = changedFacts(needs, entry, before);
  const { correction } = entry;
  return [
    ...[held, outcome].filter((fact) => fact !== undefined),
    ...(standards === undefined ? [] : [{ title: 'Held against', value: standards.name }]),
    ...rest,
    { title: correction === undefined ? 'Recorded' : 'Corrected', value: by(entry) },
    ...(correction === undefined ? [] : [{ title: 'Why', value: correctionReasonWords[correction.because] }]),
    ...(first === undefined ? [] : [{ title: 'First recorded', value: by(first) }]),
  ];
}

/** What came of the additional review when a review was corrected. */
function additionalLines(entry: ReviewEntry, before: ReviewEntry | undefined): readonly string[] {
  if (before === undefined || before.additionalOn === null) return [];
  if (entry.additionalOn === null) {
    return ['The additional review is withdrawn: nothing had been recorded of it, and its day had not come.'];
  }
  return entry.outcome === 'unsatisfactory'
    ? []
    : ['The additional review stays in the plan, because it had begun.'];
}

function concernLines(
  needs: ViewNeeds,
  file: ParticipantFile,
  entry: ReviewEntry,
  before: ReviewEntry | undefined,
  reader: ReviewReader,
): readonly string[] {
  const isOpen = isConcernOpen(needs, file, entry.concernId);
  if (entry.outcome !== 'unsatisfactory') {
    if (!isOpen) return [];
    return ['The concern that was opened with it stays open, until those whom it is with close it.'];
  }
  if (before?.concernId !== undefined && before.concernId === entry.concernId) {
    return isOpen && before.outcome !== 'unsatisfactory'
      ? ['The concern that was opened before is open still, and rests on this review again.']
      : [];
  }
  return [
    reader === 'nqsw'
      ? 'More support is being arranged: a concern has been opened so that people talk it through, and there is an additional review.'
      : 'A concern has been opened, and the additional review is part of the plan.',
  ];
}

function conditionalLines({ programme }: ViewNeeds, file: ParticipantFile, entry: ReviewEntry) {
  const needed = programme.reviews.find(
    ({ id, mode }) => mode === 'ifRequired' && file.required.includes(id),
  );
  if (needed !== undefined) {
    const isSettled = standingReviews(file.assessed).some(({ item }) => item === needed.id);
    return isSettled ? [] : [`The ${needed.title} is needed: it has its date.`];
  }
  const conditional = conditionalOf(programme, entry.item);
  return entry.correction !== undefined && conditional !== null && entry.needed === false
    ? [`The ${itemTitle(programme, conditional)} is not needed: it has no date.`]
    : [];
}

function linesFor(
  needs: ViewNeeds,
  file: ParticipantFile,
  entry: ReviewEntry,
  { before }: Around,
  reader: ReviewReader,
): readonly string[] {
  return [
    ...concernLines(needs, file, entry, before, reader),
    ...additionalLines(entry, before),
    ...conditionalLines(needs, file, entry),
    ...(isFinalReview(needs.programme, entry.item)
      ? ['Next: the recommendation to the panel, and the panel’s decision.']
      : []),
  ];
}

/** The button that opens the form for a correction; `of` is the record of the review that counts. */
export const correctReview = (title: string, participantId: string, of: string): ActionView => ({
  title,
  verb: 'assess-correction-open',
  data: { participantId, of },
});

function actionsFor(needs: ViewNeeds, entry: ReviewEntry, participantId: string, reader: ReviewReader) {
  const evidence: ActionView = {
    title: 'Evidence so far',
    verb: 'assess-evidence-open',
    data: { participantId, show: 'all' },
  };
  if (reader === 'nqsw') return [{ title: 'My year', verb: 'ask', data: { intent: 'my-year' } }, evidence];
  const final: readonly ActionView[] = isFinalReview(needs.programme, entry.item)
    ? [{ title: 'Final assessment', verb: 'assess-final-open', data: { participantId } }]
    : [];
  // The assessor is one of those whom the concern is with, and gets no message of what they did themselves.
  const concerns =
    reader === 'assessor' && entry.outcome === 'unsatisfactory' ? [ask('Open concerns', 'concerns')] : [];
  return [
    ...final,
    ...concerns,
    evidence,
    correctReview('Correct this review', participantId, entry.entryId),
  ];
}

/** What is left of the message about a record that has been corrected since: where to look now. */
function replacedView(
  needs: ViewNeeds,
  file: ParticipantFile,
  later: ReviewEntry,
  reader: ReviewReader,
): View {
  const title = itemTitle(needs.programme, later.item);
  const heading =
    reader === 'nqsw'
      ? `Your ${title} has been corrected since`
      : `${title} of ${file.participant.name}: corrected since`;
  const at = dateAndTime(later.at, needs.programme.timeZone);
  const evidence = { participantId: file.participant.id, show: 'all' };
  return message(heading, [`${later.byName} corrected it on ${at}. A newer message says how it stands.`], {
    actions: [{ title: 'Evidence so far', verb: 'assess-evidence-open', data: evidence }],
  });
}

function headingOf(
  { programme }: ViewNeeds,
  file: ParticipantFile,
  entry: ReviewEntry,
  reader: ReviewReader,
) {
  const title = itemTitle(programme, entry.item);
  const done = entry.correction === undefined ? 'recorded' : 'corrected';
  return reader === 'nqsw'
    ? `Your ${title} has been ${done}`
    : `${title} of ${file.participant.name}: ${done}`;
}

/**
 * A review that was recorded, or its correction, as its reader may see it. The words on a lock screen say nothing of its
 * outcome.
 */
export function reviewRecordedView(
  needs: ViewNeeds,
  file: ParticipantFile,
  entry: ReviewEntry,
  reader: ReviewReader,
  note: string | null = null,
): View {
  const around = aroundOf(file, entry);
  if (around.later !== undefined) return replacedView(needs, file, around.later, reader);
  const isWarning = reader !== 'nqsw' && entry.outcome === 'unsatisfactory';
  const lines = linesFor(needs, file, entry, around, reader);
  return message(headingOf(needs, file, entry, reader), note === null ? lines : [note, ...lines], {
    tone: isWarning ? 'warning' : reader === 'nqsw' ? 'default' : 'good',
    facts: [...reviewFacts(needs, file, entry, around)],
    actions: actionsFor(needs, entry, file.participant.id, reader),
  });
}
