import { inductionStanding, topicsLeft } from '../academy/induction.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import { shortDate, whenWords } from '../academy/wording.ts';
import { type Asker, standing } from './asker.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { titlesOf } from './procedure-view.ts';
import type { ItemListView } from './views.ts';

type Ground = Pick<Needs, 'programme' | 'calendar'>;

/** More than these are counted: a board has a line for each person. */
const mostNamed = 2;

/** Topics that were not covered by the end of an induction, for whoever may see the checklist (P10); none otherwise. */
export function overdueInduction(
  { programme, calendar }: Ground,
  asker: Asker,
  file: ParticipantFile,
  plan: YearPlan,
): readonly ItemListView['items'][number][] {
  const stand = inductionStanding(programme, file.entries, plan, file.participant.knownOn);
  const { endsOn } = stand;
  const isTheirs = may('see-induction', asker.person.roles, standing(asker, file));
  if (!stand.isOverdue || endsOn === null || !isTheirs) return [];
  const left = topicsLeft(stand);
  const topics =
    left.length > mostNamed
      ? `${left.length} topics not covered`
      : titlesOf(
          left,
          left.map(({ code }) => code),
        );
  const isOwn = file.participant.personId === asker.person.id;
  const who = programme.titles['reflective-supervisor'];
  return [
    {
      title: `Induction: ${topics}`,
      date: shortDate(endsOn),
      when: whenWords(endsOn, asker.today, calendar),
      tone: 'attention',
      lead: isOwn ? who : `${file.participant.name} · ${who}`,
    },
  ];
}
