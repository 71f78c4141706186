import type { CivilDay } from './civil-days.ts';
import { type PauseSpan, pauseOn } from './placement.ts';
import type { ItemKind, ItemStatus } from './plan-item.ts';

/** What a participant's records say of one item as of today; null when nothing that counts is recorded. */
export interface Recorded {
  readonly outcome: 'held' | 'did-not-happen';
  readonly on: CivilDay;
}

/** Everything that the state of one item depends on. */
export interface Standing {
  readonly kind: ItemKind;
  readonly due: CivilDay | null;
  readonly recorded: Recorded | null;
  /** The first later `due` among the items that follow in the same series; null for a single item. */
  readonly nextDue: CivilDay | null;
  /** The day on which an unanswered decision is taken as answered; null for everything else. */
  readonly lapsesOn: CivilDay | null;
}

/** A session that was never recorded is missed from 00:00 of the day on which the next one falls due. */
const isMissedBy = (day: CivilDay, nextDue: CivilDay | null) => nextDue !== null && nextDue <= day;

const isLapsedBy = (day: CivilDay, lapsesOn: CivilDay | null) => lapsesOn !== null && lapsesOn <= day;

function lateState(
  due: CivilDay,
  { nextDue }: Standing,
  today: CivilDay,
  pause: PauseSpan | undefined,
): ItemStatus {
  if (pause !== undefined) return isMissedBy(pause.from - 1, nextDue) ? 'missed' : 'suspended';
  if (due === today) return 'due';
  return isMissedBy(today, nextDue) ? 'missed' : 'overdue';
}

/**
 * The state of an item on a day (RULES "States of an item"). In a pause nothing is due or overdue: what was late stands
 * still, and what was missed before it stays missed (A6). Milestones become done by themselves on their day, and a
 * decision that nobody took once it lapses (A16). For somebody who has completed or left on the day `last`, what would
 * fall due after it is cancelled, and what was open on that day is missed.
 */
export function stateOf(
  item: Standing,
  today: CivilDay,
  pauses: readonly PauseSpan[],
  last: CivilDay | null,
): ItemStatus {
  if (item.recorded !== null) return item.recorded.outcome === 'held' ? 'done' : 'missed';
  if (last !== null && (item.due === null || item.due > last)) return 'cancelled';
  if (item.due === null) return 'suspended';
  if (item.due > today) return 'upcoming';
  if (item.kind === 'milestone') return 'done';
  const judgedOn = Math.min(today, last ?? today);
  if (isLapsedBy(judgedOn, item.lapsesOn)) return 'done';
  return judgedOn < today ? 'missed' : lateState(item.due, item, today, pauseOn(pauses, today));
}
