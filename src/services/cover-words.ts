import { type Cover, coversOf } from '../academy/holding.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { entriesOf } from '../academy/year-entry.ts';
import { functionTitle } from './allocation-form.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { message } from './short-answers.ts';
import type { ShowEntry } from './show-year-entry.ts';
import type { ActionView, View } from './views.ts';
import { openYearForm } from './year-form.ts';

type MessageOf = Extract<View, { card: 'message' }>;

/** "Owen Prys covers for Priya Nandakumar from Mon 26 Oct 2026 to Fri 30 Oct 2026". */
export const coverWords = ({ name, holderName, fromOn, untilOn }: Cover): string =>
  `${name} covers for ${holderName} ${fromOn.equals(untilOn) ? `on ${shortDate(fromOn)}` : `from ${shortDate(fromOn)} to ${shortDate(untilOn)}`}`;

const next: ActionView = { title: 'My NQSWs', verb: 'ask', data: { intent: 'my-nqsws' } };
const around: ActionView = { title: 'Who supports me?', verb: 'ask', data: { intent: 'people' } };

function linesFor(cover: Cover, file: ParticipantFile, { person }: Asker): readonly string[] {
  const { name: nqsw, personId: nqswId } = file.participant;
  if (person.id === cover.personId) {
    return [
      `On these days you see what ${cover.holderName} sees of ${nqsw}’s year, and the reminders come to you.`,
      'Before and after them you see nothing of it.',
    ];
  }
  if (person.id === nqswId) return [`On these days ${cover.name} is there for you instead.`];
  return [`On these days the reminders go to ${cover.name} and not to ${cover.holderName}.`];
}

function buttonsFor(cover: Cover, file: ParticipantFile, { person }: Asker): readonly ActionView[] {
  if (person.id === cover.personId) return [next];
  if (person.id === file.participant.personId) return [around];
  return [openYearForm('End it earlier', file.participant.id, 'cover', cover.entryId)];
}

/** What a cover means to its reader. */
export function coverArranged(needs: Needs, file: ParticipantFile, cover: Cover, asker: Asker): MessageOf {
  const card = message(`Cover for ${file.participant.name}`, linesFor(cover, file, asker), {
    facts: [{ title: functionTitle(needs, cover.function), value: coverWords(cover) }],
    tone: 'good',
    actions: buttonsFor(cover, file, asker),
  });
  return card as MessageOf;
}

const isConcerned = (
  { personId, holderId }: Pick<Cover, 'personId' | 'holderId'>,
  file: ParticipantFile,
  { person }: Asker,
) => [personId, holderId, file.participant.personId].includes(person.id);

/** The message that cover was arranged, as it stands: also that it ended, or is over. */
export const showCover: ShowEntry<'cover'> = (needs, asker, file, entry) => {
  if (!isConcerned(entry, file, asker)) return undefined;
  const cover = coversOf(file.entries).find(({ entryId }) => entryId === entry.entryId);
  if (cover === undefined)
    return message('This cover has been taken back', [`${entry.holderName} is there as usual.`]);
  if (cover.untilOn.toString() < asker.today.toString())
    return message('This cover is over', [`It lasted until ${longDate(cover.untilOn)}.`]);
  return coverArranged(needs, file, cover, asker);
};

/** The message that cover ends early. */
export const showCoverEnded: ShowEntry<'cover-ended'> = (_, asker, file, entry) => {
  const arranged = entriesOf(file.entries, 'cover').find(({ entryId }) => entryId === entry.cover);
  if (arranged === undefined || !isConcerned(arranged, file, asker)) return undefined;
  const { holderName, name } = arranged;
  return message(
    `The cover for ${file.participant.name} ends early`,
    [`From ${longDate(entry.on)} ${holderName} does it again instead of ${name}.`],
    { actions: asker.person.id === file.participant.personId ? [around] : [next] },
  );
};
