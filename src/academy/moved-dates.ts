import type { Temporal } from 'temporal-polyfill';
import type { PlanItem, YearPlan } from './plan-item.ts';

/** One item of a year whose date is another one than before; null where it has none. */
export interface MovedDate {
  readonly item: PlanItem;
  readonly was: Temporal.PlainDate | null;
  readonly now: Temporal.PlainDate | null;
}

const dayText = (day: Temporal.PlainDate | null | undefined) => day?.toString() ?? '';

/** Every item whose date a change of the year moves, in the order of the old dates (M4, Q22). */
export function movedDates(before: YearPlan, after: YearPlan): readonly MovedDate[] {
  const later = new Map(after.items.map((item) => [item.id, item]));
  return before.items.flatMap((item) => {
    const moved = later.get(item.id);
    if (moved === undefined || dayText(item.due) === dayText(moved.due)) return [];
    return [{ item, was: item.due, now: moved.due }];
  });
}
