import { Temporal } from 'temporal-polyfill';
import { civilDay, plainDate } from './civil-days.ts';
import { standingOfItem } from './item-standing.ts';
import type { Snooze } from './participant-file.ts';
import type { YearPlan } from './plan-item.ts';
import { firstReachable, type Reachable } from './sending-time.ts';

/** Whose reminders of what rest: one person's, of one item at one due date. */
export type Rested = Pick<Snooze, 'item' | 'dueOn' | 'personId'>;

const isOf = ({ item, dueOn, personId }: Rested, snooze: Snooze) =>
  snooze.item === item && snooze.personId === personId && snooze.dueOn.equals(dueOn);

/** What somebody last said of an item at a due date: of several the latest made counts. */
function latestOf(snoozes: readonly Snooze[], rested: Rested): Snooze | undefined {
  return snoozes
    .filter((snooze) => isOf(rested, snooze))
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .at(-1);
}

/** Whether somebody has put the item off beyond this day, so that its reminders rest on it. */
export function isPutOff(snoozes: readonly Snooze[], rested: Rested, on: Temporal.PlainDate): boolean {
  const snooze = latestOf(snoozes, rested);
  return snooze !== undefined && Temporal.PlainDate.compare(on, snooze.untilOn) < 0;
}

/** An item that somebody has put off, and the day on which it comes up again for them. */
export interface ComingUp {
  readonly snooze: Snooze;
  readonly on: Temporal.PlainDate;
}

/**
 * What a person has put off and is to be told of again: on the day until which it rests, or their next working day from
 * it (A13). Of several the latest made counts, and none does once the item has another date or is no longer open.
 */
export function comingUp(
  snoozes: readonly Snooze[],
  personId: string,
  plan: Pick<YearPlan, 'items'>,
  reachable: Reachable,
): readonly ComingUp[] {
  const own = snoozes.filter((snooze) => snooze.personId === personId);
  return own.flatMap((snooze): readonly ComingUp[] => {
    if (latestOf(own, snooze) !== snooze) return [];
    if (standingOfItem(plan, snooze.item, snooze.dueOn) !== 'open') return [];
    const day = firstReachable(reachable, civilDay(snooze.untilOn));
    return day === null ? [] : [{ snooze, on: plainDate(day) }];
  });
}
