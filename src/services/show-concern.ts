import { concernStateOf, isOpenConcern, stepsOfConcern } from '../academy/concern.ts';
import { longDate } from '../academy/wording.ts';
import { shownConcern } from './concern-step.ts';
import { concernView } from './concern-view.ts';
import { concernStepWords } from './concern-words.ts';
import type { Needs } from './needs.ts';
import type { Recipient, Subject } from './ports.ts';
import { showProcedure } from './procedure-message.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

/** A concern in the chat of somebody whom its level has reached, as it stands now. */
export async function showConcern(
  needs: Needs,
  recipient: Recipient,
  subject: Extract<Subject, { card: 'concern' }>,
  isStanding: boolean,
): Promise<View | undefined> {
  const { participantId, concernId } = subject;
  return showProcedure(needs, recipient, subject, isStanding, {
    steps: ({ concernSteps }) => stepsOfConcern(concernSteps, concernId),
    dueOn: ({ concernSteps }) => {
      const state = concernStateOf(needs, stepsOfConcern(concernSteps, concernId));
      return isOpenConcern(state) ? state.dueOn : null;
    },
    shown: (asker, file) => shownConcern(needs, asker, file, concernId),
    view: (shown, said) => concernView(needs, shown, said),
    stepWords: (step) => concernStepWords(needs.programme, step),
    // Says no more than the step.
    passedOn: (_file, line) =>
      message('This concern has gone further', [line], {
        actions: [{ title: 'Show how it stands', verb: 'concern-show', data: { participantId, concernId } }],
      }),
    isLeftInPeace: () => true,
  });
}

/** What everybody in the channel may read: whose programme, which level, since when; never why, and never of whom. */
export async function showConcernPost(
  needs: Needs,
  recipient: Recipient,
  subject: Extract<Subject, { card: 'concern-post' }>,
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
