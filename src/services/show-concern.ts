import { type ConcernStep, concernStateOf, isOpenConcern, stepsOfConcern } from '../academy/concern.ts';
import { dateAndTime, longDate } from '../academy/wording.ts';
import { shownConcern } from './concern-step.ts';
import { concernView } from './concern-view.ts';
import { concernStepWords } from './concern-words.ts';
import type { Needs } from './needs.ts';
import type { Recipient, Subject } from './ports.ts';
import { isPausedFor, noLongerWithYou, readerOf, readForMessage, showingOf } from './procedure-message.ts';
import type { View } from './views.ts';
import { message } from './welcome-and-help.ts';

type ConcernSubject = Extract<Subject, { card: 'concern' }>;
type PostSubject = Extract<Subject, { card: 'concern-post' }>;

/** What stands in a message that something has followed: it stays true, and says no more than the step. */
function passedOn({ participantId, concernId }: ConcernSubject, line: string): View {
  return message('This concern has gone further', [line], {
    actions: [{ title: 'Show how it stands', verb: 'concern-show', data: { participantId, concernId } }],
  });
}

const doneWords = ({ programme }: Needs, step: ConcernStep) =>
  `${dateAndTime(step.at, programme.timeZone)}: ${concernStepWords(programme, step)}, ${step.byName}.`;

/** A concern in the chat of somebody whom its level has reached, as it stands now. */
export async function showConcern(
  needs: Needs,
  recipient: Recipient,
  subject: ConcernSubject,
  isStanding: boolean,
): Promise<View | undefined> {
  const read = await readForMessage(needs, recipient, subject.participantId);
  if (read === undefined) return undefined;
  const { file, person } = read;
  const steps = stepsOfConcern(file.concernSteps, subject.concernId);
  const state = concernStateOf(needs, steps);
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  const { turn, nudge } = subject;
  const asker = readerOf(needs, person, last, nudge, isOpenConcern(state) ? state.dueOn : null);
  const shown = shownConcern(needs, asker, file, subject.concernId);
  const showing = showingOf({
    steps,
    turn,
    nudge,
    personId: person.id,
    isTheirs: shown.functions.length > 0,
    isStanding,
    isPaused: isPausedFor(read, asker),
  });
  switch (showing.as) {
    case 'standing':
    case 'reminder':
      return concernView(needs, shown, { isReminder: showing.as === 'reminder' }) ?? undefined;
    case 'followed':
      return passedOn(subject, doneWords(needs, showing.by));
    case 'newer-below':
      return passedOn(subject, 'There is a newer message about it below.');
    case 'not-yours':
      return noLongerWithYou;
    case 'nothing':
      return undefined;
    default:
      return showing satisfies never;
  }
}

/** What everybody in the channel may read: whose programme, which level, since when; never why, and never of whom. */
export async function showConcernPost(
  needs: Needs,
  recipient: Recipient,
  subject: PostSubject,
): Promise<View | undefined> {
  // Without a channel the Academy Managers have their own card, which says more.
  if (recipient.kind !== 'escalations') return undefined;
  const versioned = await needs.files.load(subject.participantId);
  if (versioned === undefined) return undefined;
  const { participant, concernSteps } = versioned.file;
  const state = concernStateOf(needs, stepsOfConcern(concernSteps, subject.concernId));
  if (state === undefined || state.level === 0 || state.aboutId !== null) return undefined;
  const isOpen = isOpenConcern(state);
  const heading = isOpen
    ? `A concern at level ${state.level} about ${participant.name}’s programme`
    : `The concern about ${participant.name}’s programme is closed`;
  return message(heading, [], {
    tone: isOpen ? 'warning' : 'good',
    facts: [
      { title: 'Open since', value: longDate(state.openSince) },
      isOpen
        ? { title: `At level ${state.level} since`, value: longDate(state.since) }
        : { title: 'Closed on', value: longDate(state.since) },
    ],
  });
}
