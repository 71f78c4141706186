import { type ReviewEntry, type ReviewOutcome, reviewsIn } from '../academy/assessment.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { isFinalReview } from '../academy/review.ts';
import { dateAndTime, longDate } from '../academy/wording.ts';
import { itemTitle } from './item-title.ts';
import type { Needs } from './needs.ts';
import { planOf } from './recordable-items.ts';
import type { ActionView, FactView, View } from './views.ts';
import { message } from './welcome-and-help.ts';

export const reviewOutcomeWords: Readonly<Record<ReviewOutcome, string>> = {
  'on-track': 'On track',
  concerns: 'Some concerns',
  unsatisfactory: 'Unsatisfactory',
};

type ViewNeeds = Pick<Needs, 'programme' | 'calendar'>;
export type ReviewReader = 'assessor' | 'nqsw' | 'academy-manager';

function reviewFacts(needs: ViewNeeds, file: ParticipantFile, entry: ReviewEntry): readonly FactView[] {
  const { programme } = needs;
  const today = entry.at.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const standards = planOf(needs, file, today).items.find(({ id }) => id === entry.item)?.standards;
  const dates = [
    { title: 'Next development plan', on: entry.nextPlanOn },
    { title: 'Additional review', on: entry.additionalOn },
  ];
  return [
    { title: 'Held', value: longDate(entry.heldOn) },
    { title: 'Outcome', value: reviewOutcomeWords[entry.outcome] },
    ...(standards === undefined ? [] : [{ title: 'Held against', value: standards.name }]),
    ...dates.flatMap(({ title, on }) => (on === null ? [] : [{ title, value: longDate(on) }])),
    { title: 'Recorded', value: `${dateAndTime(entry.at, programme.timeZone)}, ${entry.byName}` },
  ];
}

function linesFor(needs: ViewNeeds, file: ParticipantFile, entry: ReviewEntry, reader: ReviewReader) {
  const lines: string[] = [];
  if (entry.outcome === 'unsatisfactory') {
    lines.push(
      reader === 'nqsw'
        ? 'More support is being arranged: a concern has been opened so that people talk it through, and there is an additional review.'
        : 'A concern has been opened, and the additional review is part of the plan.',
    );
  }
  const conditional = needs.programme.reviews.find(
    ({ id, mode }) => mode === 'ifRequired' && file.required.includes(id),
  );
  const isSettled =
    conditional !== undefined && reviewsIn(file.assessed).some(({ item }) => item === conditional.id);
  if (conditional !== undefined && !isSettled)
    lines.push(`The ${conditional.title} is needed: it has its date.`);
  if (isFinalReview(needs.programme, entry.item)) {
    lines.push('Next: the recommendation to the panel, and the panel’s decision.');
  }
  return lines;
}

function actionsFor(needs: ViewNeeds, entry: ReviewEntry, participantId: string, reader: ReviewReader) {
  const actions: ActionView[] = [];
  if (reader === 'nqsw') actions.push({ title: 'My year', verb: 'ask', data: { intent: 'my-year' } });
  else if (isFinalReview(needs.programme, entry.item)) {
    actions.push({ title: 'Final assessment', verb: 'assess-final-open', data: { participantId } });
  }
  actions.push({
    title: 'Evidence so far',
    verb: 'assess-evidence-open',
    data: { participantId, show: 'all' },
  });
  return actions;
}

/** A review that was recorded, as its reader may see it. The words on a lock screen say nothing of its outcome. */
export function reviewRecordedView(
  needs: ViewNeeds,
  file: ParticipantFile,
  entry: ReviewEntry,
  reader: ReviewReader,
  note: string | null = null,
): View {
  const title = itemTitle(needs.programme, entry.item);
  const heading =
    reader === 'nqsw' ? `Your ${title} has been recorded` : `${title} of ${file.participant.name}: recorded`;
  const isWarning = reader !== 'nqsw' && entry.outcome === 'unsatisfactory';
  const lines = linesFor(needs, file, entry, reader);
  return message(heading, note === null ? lines : [note, ...lines], {
    tone: isWarning ? 'warning' : reader === 'nqsw' ? 'default' : 'good',
    facts: [...reviewFacts(needs, file, entry)],
    actions: actionsFor(needs, entry, file.participant.id, reader),
  });
}
