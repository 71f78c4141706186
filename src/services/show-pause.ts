import { Temporal } from 'temporal-polyfill';
import { enrolmentOf } from '../academy/enrolment-history.ts';
import { awaitedFor } from '../academy/pause.ts';
import { dateAndTime, longDate, shortDate, whenWords } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { previewOf, withPause } from './pause-preview.ts';
import { pauseHeading, pauseIn, pauseView } from './pause-view.ts';
import { pauseStepWords } from './pause-words.ts';
import type { Recipient, Subject } from './ports.ts';
import { isPausedFor, noLongerWithYou, readerOf, readForMessage, showingOf } from './procedure-message.ts';
import { functionsFor } from './procedure-people.ts';
import { isPausedOn } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import type { View } from './views.ts';
import { message } from './welcome-and-help.ts';

type PauseSubject = Extract<Subject, { card: 'pause' }>;
type PostSubject = Extract<Subject, { card: 'pause-post' }>;
type ReturnSubject = Extract<Subject, { card: 'pause-return' }>;

/** What stands in a message that something has followed: it stays true. */
const passedOn = (name: string, { participantId, pauseId }: PauseSubject, line: string): View =>
  message(pauseHeading(name, false), [line], {
    actions: [{ title: 'Show how it stands', verb: 'pause-show', data: { participantId, pauseId } }],
  });

/** A pause in somebody's chat, as it stands now. */
export async function showPause(
  needs: Needs,
  recipient: Recipient,
  subject: PauseSubject,
  isStanding: boolean,
): Promise<View | undefined> {
  const read = await readForMessage(needs, recipient, subject.participantId);
  if (read === undefined) return undefined;
  const { file, person } = read;
  const { pauseId, turn, nudge } = subject;
  const drawn = (asker: Asker) =>
    pauseIn(needs, file, pauseId, functionsFor(asker, file, 'follow-pause'), asker.today);
  const now = needs.clock.now();
  const today = now.toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const { steps, state } = drawn({ person, now, today });
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const asker = readerOf(needs, person, last, nudge, awaitedFor(state)?.dueOn ?? null);
  const shown = drawn(asker);
  const showing = showingOf({
    steps,
    turn,
    nudge,
    personId: person.id,
    isTheirs: shown.functions.length > 0,
    isStanding,
    // Only the one who is away is left in peace: the others have the pause to record.
    isPaused: shown.functions.includes('nqsw') && isPausedFor(read, asker),
  });
  switch (showing.as) {
    case 'standing':
    case 'reminder':
      return pauseView(needs, shown, { isReminder: showing.as === 'reminder' }) ?? undefined;
    case 'followed': {
      const { by } = showing;
      const done = `${dateAndTime(by.at, needs.programme.timeZone)}: ${pauseStepWords(by)}, ${by.byName}.`;
      return passedOn(file.participant.name, subject, done);
    }
    case 'newer-below':
      return passedOn(file.participant.name, subject, 'There is a newer message about it below.');
    case 'not-yours':
      return noLongerWithYou;
    case 'nothing':
      return undefined;
    default:
      return showing satisfies never;
  }
}

/** What everybody in the channel may read: whose programme is paused, and from when to when; never why. */
export async function showPausePost(
  needs: Needs,
  recipient: Recipient,
  { participantId, pauseId }: PostSubject,
): Promise<View | undefined> {
  // Without a channel the Academy Managers have their own card, which says more.
  if (recipient.kind !== 'escalations') return undefined;
  const file = (await needs.files.load(participantId))?.file;
  if (file === undefined) return undefined;
  const { name } = file.participant;
  const pause = file.pauses.find((one) => one.pauseId === pauseId);
  if (pause === undefined)
    return message(`${name}’s programme is not paused`, ['The pause was taken back before it began.']);
  const { fromOn, untilOn } = pause;
  return message(`${name}’s programme: paused`, [], {
    facts: [
      { title: 'From', value: longDate(fromOn) },
      { title: 'Until', value: untilOn === null ? 'not known yet' : longDate(untilOn) },
    ],
  });
}

const mostNext = 3;
const shownNext = new Set(['upcoming', 'due', 'overdue']);

/**
 * On the first day back: what moved, and the next three dates (Q22). Nothing when the pause has been given another end
 * since, when another pause goes on, or when the person has left.
 */
export async function showReturn(
  needs: Needs,
  recipient: Recipient,
  { participantId, pauseId, backOn }: ReturnSubject,
): Promise<View | undefined> {
  const read = await readForMessage(needs, recipient, participantId);
  if (read === undefined || read.file.participant.personId !== read.person.id) return undefined;
  const { file } = read;
  const untilOn = file.pauses.find((one) => one.pauseId === pauseId)?.untilOn ?? null;
  const isOver = untilOn !== null && Temporal.PlainDate.compare(untilOn.add({ days: 1 }), backOn) === 0;
  const today = needs.clock.now().toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const { state } = enrolmentOf(file);
  const isHere = state !== 'left' && state !== 'completed' && !isPausedOn(file.pauses, today);
  if (!isOver || !isHere) return undefined;
  const { moved } = previewOf(needs, withPause(file, pauseId, null), file, today, ['self']);
  const next = planOf(needs, file, today)
    .items.filter(({ status, kind }) => shownNext.has(status) && kind !== 'claim')
    .flatMap(({ title, due }) =>
      due === null ? [] : [{ title, value: `${shortDate(due)}, ${whenWords(due, today, needs.calendar)}` }],
    )
    .slice(0, mostNext);
  const heading = 'Welcome back';
  return {
    card: 'procedure',
    summary: `${heading}: your next dates`,
    data: {
      heading,
      tone: 'good',
      state: 'Your programme goes on: these are your next dates',
      facts: next,
      moved,
      path: [],
      history: [],
      link: null,
      sections: [
        {
          title: 'The rest of the year',
          inputs: [],
          actions: [
            { title: 'What’s next', verb: 'ask', data: { intent: 'whats-next' } },
            { title: 'My year', verb: 'ask', data: { intent: 'my-year' } },
          ],
        },
      ],
      note: 'Dates moved by the days that your programme was paused.',
      error: null,
    },
  };
}
