import { standingReviews } from '../academy/assessment.ts';
import type { HeldRecord, ParticipantFile } from '../academy/participant-file.ts';
import { countWords, dayAndMonth, shortDate } from '../academy/wording.ts';
import { ask } from './ask-buttons.ts';
import { type Asker, permittedFiles } from './asker.ts';
import { correctable } from './correct-record.ts';
import { itemTitle } from './item-title.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { disagreementWords } from './record-views.ts';
import { isDisputed, recordOf } from './recordable-items.ts';
import { correctReview } from './review-view.ts';
import { message } from './short-answers.ts';
import type { ActionView, ItemListView, View } from './views.ts';

const mostOffered = 4;

interface Kept {
  readonly file: ParticipantFile;
  readonly record: HeldRecord;
}

const newestFirst = (a: Kept, b: Kept) =>
  b.record.heldOn.toString().localeCompare(a.record.heldOn.toString());

const mostReviews = 2;

/** The newest reviews that the asker recorded or corrected last, each with the form that corrects it. */
async function ownReviews(needs: Needs, asker: Asker): Promise<readonly ActionView[]> {
  const files = await permittedFiles(needs, asker, 'correct-review');
  return files
    .flatMap(({ file }) => standingReviews(file.assessed).map((review) => ({ file, review })))
    .filter(({ review }) => review.by === asker.person.id)
    .toSorted((one, other) => other.review.at.epochMilliseconds - one.review.at.epochMilliseconds)
    .slice(0, mostReviews)
    .map(({ file: { participant }, review: { item, entryId } }) =>
      correctReview(
        `Correct: ${participant.name}, ${itemTitle(needs.programme, item)}`.slice(0, 60),
        participant.id,
        entryId,
      ),
    );
}

/** "I made a mistake in a record": the asker's own newest records, each with the form that corrects it (P2). */
export async function answerCorrecting(needs: Needs, asker: Asker): Promise<View> {
  const files = await permittedFiles(needs, asker, 'record-supervision');
  const own = files
    .flatMap(({ file }) =>
      file.records.flatMap(({ recordId }): Kept[] => {
        const record = correctable(file, recordId, asker.person.id);
        return record === undefined ? [] : [{ file, record }];
      }),
    )
    .toSorted(newestFirst)
    .slice(0, mostOffered);
  const reviews = files.length === 0 ? [] : await ownReviews(needs, asker);
  const kept =
    'A record is corrected, never deleted: the first is kept beside it, and the NQSW is asked again.';
  if (own.length + reviews.length > 0) {
    return message('Which record is to be corrected?', [kept], {
      actions: [
        ...own.map(({ file, record }) => ({
          title: `Correct: ${file.participant.name}, ${dayAndMonth(record.heldOn)}`,
          verb: 'record-open',
          data: { participantId: file.participant.id, item: record.item, corrects: record.recordId },
        })),
        ...reviews,
      ],
    });
  }
  if (asker.person.participantId !== null) {
    return message('A record that is not right', [
      'You can say what is not right on the card that asks you to agree with it. Whoever made the record corrects it.',
    ]);
  }
  return message('You have made no record that can be corrected', [
    'Whoever made a record corrects it, as long as nobody has recorded the session again since.',
    kept,
  ]);
}

type Row = ItemListView['items'][number];

function disputed(needs: Needs, file: ParticipantFile): readonly Row[] {
  return [...new Set(file.records.map(({ item }) => item))]
    .filter((item) => isDisputed(file, item))
    .flatMap((item) => {
      const record = recordOf(file, item);
      const answer = file.confirmations.findLast(({ recordId }) => recordId === record?.recordId);
      if (record?.outcome !== 'held' || answer?.answer !== 'not-right') return [];
      return [
        {
          title: `${file.participant.name}: ${itemTitle(needs.programme, item)}`,
          date: shortDate(record.heldOn),
          when: answer.reason === null ? 'not right' : disagreementWords[answer.reason],
          tone: 'warning' as const,
          lead: `recorded by ${record.recordedByName}`,
        },
      ];
    });
}

/** "Any disagreements with records?": those that nobody has corrected since (Q9); null for whoever does not oversee them. */
export async function answerDisagreements(needs: Needs, asker: Asker): Promise<View | null> {
  if (!may('see-academy', asker.person.roles, ['academy'])) return null;
  const files = await permittedFiles(needs, asker, 'see-chronology');
  const items = files.flatMap(({ file }) => disputed(needs, file));
  const heading = 'Records that somebody disagrees with';
  const intro =
    items.length === 0
      ? 'No record is disputed. When one is, it comes to you in this chat.'
      : `${countWords(items.length, 'record')}. Whoever made one corrects it; until then it counts as held.`;
  const actions = [ask('What’s overdue', 'overdue'), ask('My NQSWs', 'my-nqsws')];
  return { card: 'item-list', summary: `${heading}: ${intro}`, data: { heading, intro, items, actions } };
}
