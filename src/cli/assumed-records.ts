/** What a simulation takes people to record, and when: nothing happens in a simulation that is not said here. */
import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, type WorkingCalendar } from '../academy/calendar.ts';
import type { ItemKind, PlanItem, YearPlan } from '../academy/plan-item.ts';

/** `never`: nobody records anything. `on-time`: everything on its day. `mixed`: as people are, by chance. */
export const assumptions = ['never', 'on-time', 'mixed'] as const;
export type Assumption = (typeof assumptions)[number];

export interface AssumedRecord {
  readonly item: PlanItem;
  readonly outcome: 'held' | 'did-not-happen';
  /** The civil day on which it is held, or was to be held, and recorded. */
  readonly on: Temporal.PlainDate;
}

/** What takes place or is done by itself is recorded by nobody. */
const recordedKinds: ReadonlySet<ItemKind> = new Set([
  'supervision',
  'review',
  'recording',
  'document',
  'observation',
  'decision',
]);

/** Of a hundred items so many are recorded on their day, late, and as not held; the rest never. */
const shares = { onTime: 70, late: 15, notHeld: 10 } as const;
const latestWorkingDays = 6;

/** FNV-1a: the same words give the same number from 0 to 4,294,967,295 on every machine. */
function numberOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // Neighbours differ in their last letter alone, which must reach every bit.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The chance of one item of one person, which no other item and no order of events changes. */
function byChance(
  item: PlanItem,
  due: Temporal.PlainDate,
  chance: number,
  calendar: WorkingCalendar,
): AssumedRecord | null {
  const outOfHundred = chance % 100;
  if (outOfHundred < shares.onTime) return { item, outcome: 'held', on: due };
  if (outOfHundred < shares.onTime + shares.late) {
    const days = 1 + (Math.floor(chance / 100) % latestWorkingDays);
    return { item, outcome: 'held', on: addWorkingDays(calendar, due, days) };
  }
  const isNotHeld = outOfHundred < shares.onTime + shares.late + shares.notHeld;
  if (!isNotHeld || item.kind !== 'supervision') return null;
  return { item, outcome: 'did-not-happen', on: addWorkingDays(calendar, due, 1) };
}

/** The records of one participant's year, by day. `name` and `seed` make one year differ from another. */
export function assumedRecords(
  { items }: YearPlan,
  assume: Assumption,
  chance: { readonly name: string; readonly seed: number; readonly calendar: WorkingCalendar },
): readonly AssumedRecord[] {
  if (assume === 'never') return [];
  const { name, seed, calendar } = chance;
  return items
    .filter(({ kind }) => recordedKinds.has(kind))
    .flatMap((item) => {
      if (item.due === null) return [];
      if (assume === 'on-time') return [{ item, outcome: 'held', on: item.due } as const];
      return byChance(item, item.due, numberOf(`${seed} ${name} ${item.id}`), calendar) ?? [];
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on));
}
