import type { ParticipantFile } from '../academy/participant-file.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import { isOpenTo } from '../academy/recording.ts';
import { type Asker, standing } from './asker.ts';
import type { Needs } from './needs.ts';
import { planOf } from './recordable-items.ts';

/** A year without the dates of closed series, for whoever stands so to the NQSW (by relation, or by function) and has no part in them (L7). */
export function openTo(
  { programme }: Pick<Needs, 'programme'>,
  plan: YearPlan,
  standing: readonly string[],
): YearPlan {
  const items = plan.items.filter(({ series }) => isOpenTo(programme, series, standing));
  return items.length === plan.items.length ? plan : { ...plan, items };
}

/** The participant's year as it stands today, as far as this reader may see it. */
export const planFor = (
  needs: Pick<Needs, 'programme' | 'calendar'>,
  asker: Asker,
  file: ParticipantFile,
): YearPlan => openTo(needs, planOf(needs, file, asker.today), standing(asker, file));
