import { type Asker, permittedFile } from './asker.ts';
import type { Needs } from './needs.ts';
import { whoWords } from './procedure-people.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

/**
 * Moving to another team where the council has turned the procedure off: nothing can begin here, and whom to ask instead
 * (L29). A request that was open when it was turned off still takes its course.
 */
export async function moveNotOffered(needs: Needs, asker: Asker): Promise<View> {
  const { programme } = needs;
  const { participantId } = asker.person;
  const own =
    participantId === null ? undefined : await permittedFile(needs, asker, 'ask-move-request', participantId);
  const whom =
    own === undefined
      ? `the ${programme.titles['academy-manager']}`
      : whoWords(programme, own.file, programme.contacts.programme, asker.today);
  const people =
    own === undefined ? [] : [{ title: 'Who supports me?', verb: 'ask', data: { intent: 'people' } }];
  return message(
    'Moving to another team is not part of this programme',
    [
      `${programme.council} has no procedure for it that begins with me, and nothing has been kept of your question.`,
      `Please talk to ${whom}, who can say how it is done.`,
    ],
    { actions: [...people, { title: 'Help', verb: 'ask', data: { intent: 'help' } }] },
  );
}
