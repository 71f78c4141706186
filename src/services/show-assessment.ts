import { type FinalEntry, reviewsIn } from '../academy/assessment.ts';
import { observationStanding } from '../academy/observation.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { countWords, dateAndTime } from '../academy/wording.ts';
import { type Asker, standing } from './asker.ts';
import { type FinalShown, finalShownTo, finalView } from './final-view.ts';
import { finalEntryWords } from './final-words.ts';
import type { Needs } from './needs.ts';
import { observationWords } from './observation-form.ts';
import { may } from './permission.ts';
import type { Recipient, Subject } from './ports.ts';
import { readForMessage } from './procedure-message.ts';
import { planOf } from './recordable-items.ts';
import { type ReviewReader, reviewRecordedView } from './review-view.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

type AssessmentSubject = Extract<
  Subject,
  { card: 'review-recorded' | 'final-assessment' | 'observations-short' }
>;

function readerOf(asker: Asker, file: ParticipantFile): ReviewReader | undefined {
  const { id, roles } = asker.person;
  const held = standing(asker, file);
  if (file.participant.personId === id) return 'nqsw';
  if (may('record-review', roles, held)) return 'assessor';
  return may('see-assessment', roles, held) ? 'academy-manager' : undefined;
}

function showReview(needs: Needs, asker: Asker, file: ParticipantFile, entryId: string): View | undefined {
  const entry = reviewsIn(file.assessed).find((one) => one.entryId === entryId);
  const reader = readerOf(asker, file);
  return entry === undefined || reader === undefined
    ? undefined
    : reviewRecordedView(needs, file, entry, reader);
}

/** The last step about which the reader got a message of their own: the panel is told of recommendations alone. */
function latestTurn({ entries, isOwn, parts }: FinalShown): number {
  if (isOwn || parts.includes('assessor')) return entries.length - 1;
  return entries.findLastIndex(({ entry }) => entry === 'recommend');
}

function followed(needs: Needs, { file, isOwn }: FinalShown, by: FinalEntry): View {
  const line = `${dateAndTime(by.at, needs.programme.timeZone)}: ${finalEntryWords(by, isOwn)}, ${by.byName}.`;
  const { id: participantId } = file.participant;
  return message('The final assessment has gone further', [line], {
    actions: [{ title: 'Show how it stands', verb: 'assess-final-open', data: { participantId } }],
  });
}

function showFinal(needs: Needs, asker: Asker, file: ParticipantFile, turn: number): View | undefined {
  const shown = finalShownTo(needs, asker, file);
  if (shown === undefined) return undefined;
  const by = shown.entries[turn + 1];
  return by !== undefined && turn < latestTurn(shown) ? followed(needs, shown, by) : finalView(needs, shown);
}

/** Said once, to the NQSW and the assessor, while there is still time to hold them (A3). */
function showShortage(needs: Needs, asker: Asker, file: ParticipantFile): View | undefined {
  const { roles, id } = asker.person;
  const held = standing(asker, file);
  if (!may('see-assessment', roles, held)) return undefined;
  const stand = observationStanding(file.assessed, needs.programme, planOf(needs, file, asker.today));
  const { id: participantId, personId, name } = file.participant;
  const evidence = {
    title: 'Evidence so far',
    verb: 'assess-evidence-open',
    data: { participantId, show: 'all' },
  } as const;
  const record = {
    title: 'Record an observation',
    verb: 'assess-observation-open',
    data: { participantId },
  } as const;
  const whose = personId === id ? 'your practice' : `${name}’s practice`;
  if (stand.missing === 0) {
    return message(`The observations of ${whose} are complete`, [], { tone: 'good', actions: [evidence] });
  }
  const actions = may('record-observation', roles, held) ? [record, evidence] : [evidence];
  return message(
    `${countWords(stand.missing, 'observation')} of ${whose} still to be held`,
    ['A quarter of the programme is left. Please agree dates for them now.'],
    { tone: 'warning', facts: [{ title: 'So far', value: observationWords(needs, stand) }], actions },
  );
}

/** A message about somebody's assessment, as it stands now for this reader; nothing once it is not theirs to see. */
export async function showAssessment(
  needs: Needs,
  recipient: Recipient,
  subject: AssessmentSubject,
): Promise<View | undefined> {
  const read = await readForMessage(needs, recipient, subject.participantId);
  if (read === undefined) return undefined;
  const { file, person } = read;
  const now = needs.clock.now();
  const today = now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const asker: Asker = { person, now, today };
  switch (subject.card) {
    case 'review-recorded':
      return showReview(needs, asker, file, subject.entryId);
    case 'final-assessment':
      return showFinal(needs, asker, file, subject.turn);
    case 'observations-short':
      return showShortage(needs, asker, file);
    default:
      return subject satisfies never;
  }
}
