import { Temporal } from 'temporal-polyfill';
import { enrolmentOf } from '../academy/enrolment-history.ts';
import { awaitedFor, pauseStateOf, stepsOfPause } from '../academy/pause.ts';
import { longDate, shortDate, whenWords } from '../academy/wording.ts';
import { whatsNext } from './ask-buttons.ts';
import type { Needs } from './needs.ts';
import { previewOf, withPause } from './pause-preview.ts';
import { pauseHeading, pauseIn, pauseView } from './pause-view.ts';
import { pauseStepWords } from './pause-words.ts';
import type { Recipient, Subject } from './ports.ts';
import { readForMessage, showProcedure } from './procedure-message.ts';
import { functionsFor } from './procedure-people.ts';
import { isPausedOn, procedureCard } from './procedure-view.ts';
import { planOf } from './recordable-items.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

type PostSubject = Extract<Subject, { card: 'pause-post' }>;
type ReturnSubject = Extract<Subject, { card: 'pause-return' }>;

/** A pause in somebody's chat, as it stands now. */
export async function showPause(
  needs: Needs,
  recipient: Recipient,
  subject: Extract<Subject, { card: 'pause' }>,
  isStanding: boolean,
): Promise<View | undefined> {
  const { participantId, pauseId } = subject;
  return showProcedure(needs, recipient, subject, isStanding, {
    steps: ({ pauseSteps }) => stepsOfPause(pauseSteps, pauseId),
    dueOn: ({ pauses, pauseSteps }) => {
      const kept = pauses.find((pause) => pause.pauseId === pauseId);
      return awaitedFor(pauseStateOf(needs, stepsOfPause(pauseSteps, pauseId), kept))?.dueOn ?? null;
    },
    shown: (asker, file) =>
      pauseIn(needs, file, pauseId, functionsFor(asker, file, 'follow-pause'), asker.today),
    view: (shown, said) => pauseView(needs, shown, said),
    stepWords: pauseStepWords,
    passedOn: ({ participant }, line) =>
      message(
        pauseHeading(
          participant.name,
          recipient.kind === 'person' && recipient.personId === participant.personId,
        ),
        [line],
        {
          actions: [{ title: 'Show how it stands', verb: 'pause-show', data: { participantId, pauseId } }],
        },
      ),
    // Only the one who is away: the others have the pause to record.
    isLeftInPeace: ({ functions }) => functions.includes('nqsw'),
  });
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
/** What was owed before the pause is no next date, and not what somebody who comes back reads first. */
const shownNext = new Set(['upcoming', 'due']);

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
  return procedureCard(
    {
      heading,
      tone: 'good',
      state: 'Your programme goes on: these are your next dates',
      facts: next,
      movedTitle: 'Dates that moved',
      moved,
      sections: [
        {
          title: 'The rest of the year',
          inputs: [],
          actions: [whatsNext, { title: 'My year', verb: 'ask', data: { intent: 'my-year' } }],
        },
      ],
      note: 'Dates moved by the days that your programme was paused.',
    },
    `${heading}: your next dates`,
  );
}
