import { actingOn } from '../academy/holding.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { AllocatedFunction } from '../academy/roles.ts';
import type { AssessmentRequest } from '../understanding/assessment-words.ts';
import { functionTitle } from './allocation-form.ts';
import { ask } from './ask-buttons.ts';
import { type Asker, permittedFile, standing } from './asker.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { message } from './short-answers.ts';
import type { ActionView, View } from './views.ts';
import { isOwnName, participantMeant } from './who-is-meant.ts';

/** What is done about an assessment, and by whom. */
const doneBy: {
  readonly [Request in AssessmentRequest]?: {
    readonly what: string;
    readonly by: readonly AllocatedFunction[];
  };
} = {
  'record-review': { what: 'Reviews', by: ['assessor'] },
  'record-observation': {
    what: 'Observations',
    by: ['assessor', 'reflective-supervisor', 'host-manager'],
  },
};

/** The year that the words are about, where the asker may know of it; the same undefined for everybody else's. */
async function fileMeant(
  needs: Needs,
  asker: Asker,
  person: string | undefined,
): Promise<ParticipantFile | undefined> {
  const own = asker.person.participantId;
  if (own !== null && (person === undefined || isOwnName(asker, person)))
    return (await permittedFile(needs, asker, 'ask-own-plan', own))?.file;
  if (person === undefined) return undefined;
  const meant = await participantMeant(needs, asker, 'ask-own-nqsws', person);
  return meant === undefined ? undefined : (await permittedFile(needs, asker, 'ask-own-nqsws', meant))?.file;
}

/** What this person can do about the same NQSW. */
function instead(asker: Asker, file: ParticipantFile): readonly ActionView[] {
  const { roles } = asker.person;
  if (file.participant.personId === asker.person.id)
    return [ask('When is my next review?', 'next-review'), ask('Who supports me?', 'people')];
  const participantId = file.participant.id;
  const record: ActionView = {
    title: 'Record supervision',
    verb: 'record-open',
    data: { participantId, item: '' },
  };
  const allocate: ActionView = {
    title: 'Who supports them?',
    verb: 'allocation-open',
    data: { participantId },
  };
  return [
    ...(may('record-supervision', roles, standing(asker, file)) ? [record] : []),
    ...(may('manage-allocation', roles, ['academy']) ? [allocate] : []),
    ask('My NQSWs', 'my-nqsws'),
  ];
}

/**
 * Who does it, for somebody who supports the NQSW or is them and may not do it themselves; null for everybody else, who is told
 * no more than of somebody who does not exist (G3).
 */
export async function whoAssesses(
  needs: Needs,
  asker: Asker,
  request: AssessmentRequest,
  person: string | undefined,
): Promise<View | null> {
  const done = doneBy[request];
  const file = done === undefined ? undefined : await fileMeant(needs, asker, person);
  if (done === undefined || file === undefined) return null;
  const held = actingOn(file, asker.today).filter((one) => done.by.includes(one.function));
  const isOwn = file.participant.personId === asker.person.id;
  const whose = isOwn ? 'Your' : `${file.participant.name}’s`;
  const functions = done.by.map((of) => functionTitle(needs, of)).join(', or by the ');
  const manager = needs.programme.titles['academy-manager'];
  return message(
    `You do not record ${done.what.toLowerCase()} ${isOwn ? 'yourself' : `of ${file.participant.name}`}`,
    [
      `${whose} ${done.what.toLowerCase()} are recorded by the ${functions}.`,
      ...(held.length === 0
        ? [`Nobody holds that today: the ${manager} gives it to somebody.`]
        : [`This is who it is today. If that is not right, please tell the ${manager}.`]),
    ],
    {
      facts: held.map((one) => ({ title: functionTitle(needs, one.function), value: one.name })),
      actions: instead(asker, file),
    },
  );
}
