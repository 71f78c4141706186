import type { ParticipantFile } from '../academy/participant-file.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import { isOpenTo } from '../academy/recording.ts';
import { type Asker, standing } from './asker.ts';
import type { Needs } from './needs.ts';
import type { Relation } from './permission.ts';
import { planOf } from './recordable-items.ts';

/** A year without the dates of closed series, for whoever stands so to the NQSW and has no part in them (L7). */
export function openTo(
  { programme }: Pick<Needs, 'programme'>,
  plan: YearPlan,
  relations: readonly Relation[],
): YearPlan {
  const items = plan.items.filter(({ series }) => isOpenTo(programme, series, relations));
  return items.length === plan.items.length ? plan : { ...plan, items };
}

/** The participant's year as it stands today, as far as this reader may see it. */
export const planFor = (
  needs: Pick<Needs, 'programme' | 'calendar'>,
  asker: Asker,
  file: ParticipantFile,
): YearPlan => openTo(needs, planOf(needs, file, asker.today), standing(asker, file));
