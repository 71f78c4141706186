import { Temporal } from 'temporal-polyfill';
import { mondayOf } from '../academy/protected-time.ts';
import type { Slots } from '../understanding/intents.ts';
import type { Period } from '../understanding/scope.ts';
import { type Asker, permittedFile } from './asker.ts';
import type { Needs } from './needs.ts';
import { protectedShare, protectedTimeForm } from './protected-time.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';
import { openForm, sendForm } from './year-form.ts';

/** What was said of protected time. */
interface SaidOfTime {
  readonly slots: Slots;
  /** '' for a button. */
  readonly text: string;
  readonly period: Period | null;
}

/** Words that say that there was none, or ask what one may: that is for the guidance. */
const denied = /\b(?:not|no|never|none|\w+n['’]?t|any|left|carry|entitled|promised)\b/iu;
/** Words with which hours are plainly logged, and nothing else is said. */
const told =
  /^(?:(?:please|pls|hi|hello|can you|could you)[ ,]+)*(?:log|record|add|enter|put|save|did|had|took|i(?:['’]?ve)?(?: have)? (?:just )?(?:did|had|took|taken|done|used)|\d)/iu;
const doubtful =
  /\?|\b(?:of|out of) (?:my |the )?\d|\b(?:should|would|could|will|about|around|nearly|almost|instead|lost|missed|cancelled|each|every|per|a week|weekly|only)\b/iu;
const logging = /\b(?:log|record|add|enter|save|did|took|taken|ive taken)\b/iu;

/** Whether the hours may be kept as they were typed: any doubt only fills in the form. */
const isPlain = (text: string) => told.test(text.trim()) && !doubtful.test(text) && !denied.test(text);

const longestPeriodDays = 7;

/** The Monday of the week that is meant: of the day or the week that was named, otherwise this one. */
function weekMeant({ slots, period }: SaidOfTime, today: Temporal.PlainDate): Temporal.PlainDate {
  if (slots.date !== undefined) return mondayOf(Temporal.PlainDate.from(slots.date));
  if (period !== null && period.from.until(period.until).days < longestPeriodDays)
    return mondayOf(period.from);
  return mondayOf(today);
}

async function tell(
  needs: Needs,
  asker: Asker,
  participantId: string,
  said: SaidOfTime,
  hours: number,
): Promise<View | null> {
  const week = weekMeant(said, asker.today).toString();
  if (!isPlain(said.text)) {
    const about = `${week}~${Math.round(hours * 100) / 100}`;
    return openForm(needs, asker, protectedTimeForm, { participantId, about });
  }
  const blank = { step: '', on: '', to: '', choice: '', codes: '', personId: '' };
  const reply = await sendForm(needs, asker, protectedTimeForm, {
    ...blank,
    participantId,
    submissionId: needs.newId(),
    form: 'protected-time',
    about: week,
    number: String(hours),
  });
  return reply.kind === 'view' ? reply.view : null;
}

/** Of somebody else only a per cent is told, and only to whoever supervises them (Q11). */
async function shareOf(needs: Needs, asker: Asker, person: string): Promise<View | null> {
  const participantId = await participantMeant(needs, asker, 'see-protected-time', person);
  if (participantId === undefined) return null;
  const versioned = await permittedFile(needs, asker, 'see-protected-time', participantId);
  if (versioned === undefined) return null;
  const { name } = versioned.file.participant;
  const share = protectedShare(needs, versioned.file, asker.today);
  return message(
    `${name}’s protected time`,
    [
      share === undefined
        ? 'There is no figure: nothing is logged in the last four weeks, or the contracted hours are not known.'
        : `${share}, of what is promised. The hours are ${name}’s own.`,
    ],
    { actions: [{ title: 'Show their year', verb: 'nqsw-open', data: { participantId } }] },
  );
}

/**
 * What is said or asked of protected time (Q11): hours are kept, or filled in where they are in doubt; otherwise the figures
 * with the form. Undefined where the guidance answers: to whoever has no such time, and of what was not had.
 */
export async function answerProtectedTime(
  needs: Needs,
  asker: Asker,
  said: SaidOfTime,
): Promise<View | null | undefined> {
  const { participantId } = asker.person;
  const { person, hours } = said.slots;
  if (person !== undefined && !isOwnName(asker, person)) return shareOf(needs, asker, person);
  if (participantId === null) {
    return hours === undefined
      ? undefined
      : message('Hours are logged by whoever has them', [
          `Each ${needs.programme.titles.nqsw} logs their own protected time. You see its share on your board.`,
        ]);
  }
  if (hours !== undefined) return tell(needs, asker, participantId, said, hours);
  if (denied.test(said.text) && !logging.test(said.text)) return undefined;
  const about = weekMeant(said, asker.today).toString();
  return openForm(needs, asker, protectedTimeForm, { participantId, about });
}
