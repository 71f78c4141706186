import type { Temporal } from 'temporal-polyfill';
import { type CivilDay, civilDay } from './civil-days.ts';
import type { Recorded } from './item-state.ts';
import { type Ground, pauseOn } from './placement.ts';

/** A record as far as the plan is concerned: whether the item happened, and the day from which that counts. */
export interface PlanRecord {
  readonly item: string;
  readonly outcome: 'held' | 'did-not-happen';
  readonly on: Temporal.PlainDate;
  /** Somebody has confirmed a date before the start or inside a pause: it is kept, but never counts. */
  readonly confirmed: boolean;
}

interface Said {
  readonly on: CivilDay;
  /** Null for a record that is kept and does not count. */
  readonly recorded: Recorded | null;
}

/** What is recorded of each item, in the order in which it was. */
export type RecordHistory = ReadonlyMap<string, readonly Said[]>;

/** Records dated before the clock start or inside a pause take the place of earlier ones and do not count. */
export function recordHistory(records: readonly PlanRecord[], { start, pauses }: Ground): RecordHistory {
  const history = new Map<string, Said[]>();
  for (const { item, outcome, on } of records) {
    const day = civilDay(on);
    const counts = day >= start && pauseOn(pauses, day) === undefined;
    const said = { on: day, recorded: counts ? { outcome, on: day } : null };
    const earlier = history.get(item);
    if (earlier === undefined) history.set(item, [said]);
    else earlier.push(said);
  }
  return history;
}

/** What counts of an item on a day: the last record made of it, each from 00:00 of its own date. */
export function recordedOn(history: RecordHistory, item: string, day: CivilDay): Recorded | null {
  if (history.size === 0) return null;
  return history.get(item)?.findLast(({ on }) => on <= day)?.recorded ?? null;
}
