import type { ParticipantFile } from '../academy/participant-file.ts';
import { isUndecided, pauseStateOf, stepsOfPause } from '../academy/pause.ts';
import type { Slots } from '../understanding/intents.ts';
import { type Asker, permittedFile, permittedFiles } from './asker.ts';
import type { Needs } from './needs.ts';
import { pauseIn, pauseView } from './pause-view.ts';
import type { VersionedFile } from './ports.ts';
import { functionsFor } from './procedure-people.ts';
import { message } from './short-answers.ts';
import type { Submissions } from './submissions.ts';
import { openPause } from './take-pause-step.ts';
import type { View } from './views.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';

/** The pause that is to be decided, or agreed and not over; the newest of them. */
function currentPause(needs: Needs, file: ParticipantFile, asker: Asker): string | undefined {
  const today = asker.today.toString();
  const isOver = (id: string) => {
    const until = file.pauses.find(({ pauseId }) => pauseId === id)?.untilOn ?? null;
    return until !== null && until.toString() < today;
  };
  return [...new Set(file.pauseSteps.map(({ pauseId }) => pauseId))].findLast((id) => {
    const state = pauseStateOf(needs, stepsOfPause(file.pauseSteps, id));
    return isUndecided(state) || (state?.at === 'agreed' && !isOver(id));
  });
}

function currentCard(needs: Needs, asker: Asker, { file }: VersionedFile): View | null {
  const pauseId = currentPause(needs, file, asker);
  if (pauseId === undefined) return null;
  const functions = functionsFor(asker, file, 'follow-pause');
  return functions.length === 0
    ? null
    : pauseView(needs, pauseIn(needs, file, pauseId, functions, asker.today));
}

/** What a pause is and how it comes about, with the button that tells the Academy Manager; nothing is kept before it. */
function explainPause(needs: Needs, participantId: string): View {
  const { titles } = needs.programme;
  return message(
    'Thinking of a pause?',
    [
      `Your ${titles['academy-manager']} proposes it, with the dates. You, your ${titles.assessor}, your ${titles['host-manager']} and your ${titles['academy-manager']} then each agree, and only then do your dates move.`,
      'Please do not write here why you need it. Only a kind of reason is ever kept, and you may leave it undisclosed.',
    ],
    {
      actions: [
        {
          title: 'Ask for a pause',
          verb: 'pause-step',
          data: { participantId, pauseId: needs.newId(), step: 'ask', seen: 0 },
        },
        { title: 'Who supports me?', verb: 'ask', data: { intent: 'people' } },
        { title: 'I am struggling', verb: 'ask', data: { intent: 'wellbeing' } },
      ],
    },
  );
}

function chooseWhom(needs: Needs, asker: Asker, files: readonly VersionedFile[]): View {
  const titleOf = ({ file }: VersionedFile) =>
    currentPause(needs, file, asker) === undefined
      ? file.participant.name
      : `${file.participant.name} – a pause is under way`;
  return {
    card: 'choose-person',
    summary: 'Whose programme?',
    data: {
      heading: 'Pause a programme',
      question: 'Whose programme?',
      people: files.map((one) => ({ value: one.file.participant.id, title: titleOf(one) })),
      chosen: files[0]?.file.participant.id ?? '',
      error: null,
      verb: 'pause-open',
      actionTitle: 'Continue',
    },
  };
}

/** The pause that is under way for somebody, or the form for a new one. */
async function openPauseOf(
  needs: Needs,
  asker: Asker,
  participantId: string,
  fromOn = '',
): Promise<View | null> {
  const versioned = await permittedFile(needs, asker, 'manage-pause', participantId);
  if (versioned === undefined) return null;
  const form = { participantId, pauseId: '', reason: '', fromOn, untilOn: '' };
  return currentCard(needs, asker, versioned) ?? openPause(needs, asker, form);
}

/** Whoever takes part in a pause without managing it: the pauses under way, and who proposes one. */
async function answerOthers(needs: Needs, asker: Asker, person: string | undefined): Promise<View | null> {
  const files = await permittedFiles(needs, asker, 'follow-pause');
  if (files.length === 0) return null;
  const meant =
    person === undefined ? undefined : await participantMeant(needs, asker, 'follow-pause', person);
  if (person !== undefined && meant === undefined) return null;
  const about = files.filter(({ file }) => meant === undefined || file.participant.id === meant);
  const actions = about.flatMap(({ file }) => {
    const pauseId = currentPause(needs, file, asker);
    const { id: participantId, name } = file.participant;
    return pauseId === undefined
      ? []
      : [{ title: `Open: ${name}`, verb: 'pause-show', data: { participantId, pauseId } }];
  });
  const manager = needs.programme.titles['academy-manager'];
  const none = [
    'No pause is under way.',
    `A pause is proposed by the ${manager}: please talk to them. You are asked to agree when it is.`,
  ];
  return message('Pauses', actions.length === 0 ? none : ['These are under way.'], {
    actions: actions.slice(0, 6),
  });
}

/** "I need a pause", "pause Amara's programme" (M4). */
export async function answerPause(
  needs: Needs,
  asker: Asker,
  { person, date }: Pick<Slots, 'person' | 'date'>,
): Promise<View | null> {
  const { participantId } = asker.person;
  const isOwn = participantId !== null && (person === undefined || isOwnName(asker, person));
  if (isOwn) {
    const own = await permittedFile(needs, asker, 'ask-pause', participantId);
    return own === undefined ? null : (currentCard(needs, asker, own) ?? explainPause(needs, participantId));
  }
  const files = await permittedFiles(needs, asker, 'manage-pause');
  if (files.length === 0) return answerOthers(needs, asker, person);
  const meant =
    person === undefined ? undefined : await participantMeant(needs, asker, 'manage-pause', person);
  return meant === undefined ? chooseWhom(needs, asker, files) : openPauseOf(needs, asker, meant, date ?? '');
}

/** What a button opens: the pause that it names, or whatever is under way. */
export function openPauseCard(
  needs: Needs,
  asker: Asker,
  sent: Submissions['pause-open'],
): Promise<View | null> {
  return sent.pauseId === ''
    ? openPauseOf(needs, asker, sent.participantId, sent.fromOn)
    : openPause(needs, asker, sent);
}
