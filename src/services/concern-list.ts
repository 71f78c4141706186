import { concernAsked, concernStateOf, isOpenConcern } from '../academy/concern.ts';
import { type Asker, permittedFile, permittedFiles } from './asker.ts';
import { shownConcern } from './concern-step.ts';
import { type ConcernShown, concernView } from './concern-view.ts';
import { concernStateWords } from './concern-words.ts';
import type { Needs } from './needs.ts';
import { type Tracked, trackerView } from './procedure-list.ts';
import { whoWords } from './procedure-people.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

function tracked(needs: Needs, asker: Asker, { file, steps, concernId }: ConcernShown): readonly Tracked[] {
  const state = concernStateOf(needs, steps);
  if (!isOpenConcern(state)) return [];
  const { id: participantId, name } = file.participant;
  const whose = concernAsked(state).map((one) => whoWords(needs.programme, file, one, asker.today));
  return [
    {
      title: `${name}: ${concernStateWords(needs.programme, state)}`,
      next: whose.join(' and '),
      openSince: state.openSince,
      dueOn: state.dueOn,
      action: { title: `Open: ${name}`, verb: 'concern-show', data: { participantId, concernId } },
    },
  ];
}

/** The concerns that have reached the asker: one as its card, several as a list; of the rest nothing shows (M10). */
export async function answerConcerns(needs: Needs, asker: Asker): Promise<View | null> {
  const { roles, participantId } = asker.person;
  const own =
    participantId === null ? undefined : await permittedFile(needs, asker, 'follow-concern', participantId);
  const others = await permittedFiles(needs, asker, 'follow-concern');
  const files = own === undefined ? others : [own, ...others];
  const isAllowed =
    files.length > 0 || roles.includes('academy-manager') || roles.includes('head-of-academy');
  if (!isAllowed) return null;
  const shown = files.flatMap(({ file }) =>
    [...new Set(file.concernSteps.map(({ concernId }) => concernId))]
      .map((concernId) => shownConcern(needs, asker, file, concernId))
      .filter(({ functions }) => functions.length > 0),
  );
  const open = shown.filter(({ steps }) => isOpenConcern(concernStateOf(needs, steps)));
  const [first, second] = open;
  if (first !== undefined && second === undefined) return concernView(needs, first);
  if (first !== undefined) {
    return trackerView(
      needs,
      asker,
      'Open concerns',
      open.flatMap((one) => tracked(needs, asker, one)),
    );
  }
  const latest = shown.findLast(({ functions }) => functions.includes('nqsw'));
  return (latest && concernView(needs, latest)) ?? noneOpen(asker);
}

/** An NQSW knows of each of their own; of those about others only what has reached the reader is known to them (M10). */
function noneOpen({ person }: Asker): View {
  if (person.participantId === null) {
    return message('No open concern has reached you', [
      'None has, or all that did are settled. What is with others is not shown here.',
    ]);
  }
  return message('No concern is open', ['None has reached you, or all of them are settled.'], {
    actions: [{ title: 'Raise a concern', verb: 'concern-open', data: { participantId: '' } }],
  });
}
