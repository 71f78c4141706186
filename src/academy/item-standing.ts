import type { Temporal } from 'temporal-polyfill';
import type { PlanItem, YearPlan } from './plan-item.ts';

/**
 * How an item stands for somebody who was told that it is due on a certain day. `moved`: it is no longer due on that
 * day, or is no longer part of the plan at all.
 */
export type ItemStanding = 'open' | 'done' | 'missed' | 'suspended' | 'moved';

function standingOf({ status, due }: PlanItem, dueOn: Temporal.PlainDate): ItemStanding {
  switch (status) {
    case 'done':
    case 'missed':
    case 'suspended':
      return status;
    case 'cancelled':
      return 'moved';
    case 'upcoming':
    case 'due':
    case 'overdue':
      return due?.equals(dueOn) === true ? 'open' : 'moved';
    default:
      return status satisfies never;
  }
}

/**
 * What has become of an item since somebody was told that it is due on `dueOn` (RULES, "States of an item"): what is
 * recorded says more than a new date, and a pause more than a date that it has moved.
 */
export function standingOfItem(
  plan: Pick<YearPlan, 'items'>,
  item: string,
  dueOn: Temporal.PlainDate,
): ItemStanding {
  const found = plan.items.find(({ id }) => id === item);
  return found === undefined ? 'moved' : standingOf(found, dueOn);
}
