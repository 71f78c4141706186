import { Temporal } from 'temporal-polyfill';
import type { Programme } from './programme.ts';
import { typedDate } from './typed-date.ts';

/** Days on which somebody is away, both included. */
export interface Leave {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
}

export type LeaveReading =
  /** Nothing was typed at all. */
  | { readonly ok: true; readonly leave: null }
  | { readonly ok: true; readonly leave: Leave }
  | { readonly ok: false; readonly at: 'from' | 'until'; readonly refused: LeaveRefusal };
export type LeaveRefusal = 'missing' | 'no-date' | 'ends-before-it-begins' | 'over' | 'too-long';

/** A longer absence is a pause of the programme, or a slip. */
export const longestLeaveDays = 366;

const refuse = (at: 'from' | 'until', refused: LeaveRefusal) => ({ ok: false, at, refused }) as const;

/** The leave that somebody typed (Q20): both ends or neither, in order, and not over on `today`. */
export function readLeave(from: string, until: string, today: Temporal.PlainDate): LeaveReading {
  if (from === '' && until === '') return { ok: true, leave: null };
  if (from === '') return refuse('from', 'missing');
  if (until === '') return refuse('until', 'missing');
  const fromOn = typedDate(from);
  const untilOn = typedDate(until);
  if (fromOn === undefined) return refuse('from', 'no-date');
  if (untilOn === undefined) return refuse('until', 'no-date');
  if (Temporal.PlainDate.compare(untilOn, fromOn) < 0) return refuse('until', 'ends-before-it-begins');
  if (Temporal.PlainDate.compare(untilOn, today) < 0) return refuse('until', 'over');
  if (fromOn.until(untilOn).days >= longestLeaveDays) return refuse('until', 'too-long');
  return { ok: true, leave: { fromOn, untilOn } };
}

const isSame = (one: Leave, other: Leave) =>
  one.fromOn.equals(other.fromOn) && one.untilOn.equals(other.untilOn);

/** The leave that is still to come or going on, oldest first, with one more. The same one twice is one. */
export function withLeave(
  leave: readonly Leave[],
  added: Leave | null,
  today: Temporal.PlainDate,
): readonly Leave[] {
  const kept = leave.filter(({ untilOn }) => Temporal.PlainDate.compare(untilOn, today) >= 0);
  const all = added === null || kept.some((one) => isSame(one, added)) ? kept : [...kept, added];
  return all.toSorted(
    (one, other) =>
      Temporal.PlainDate.compare(one.fromOn, other.fromOn) ||
      Temporal.PlainDate.compare(one.untilOn, other.untilOn),
  );
}

export const withoutLeave = (leave: readonly Leave[], removed: Leave): readonly Leave[] =>
  leave.filter((one) => !isSame(one, removed));

const stepMinutes = 30;

/** Times of day at which somebody can be reminded: each half hour within the sending hours, both ends included (A13). */
export function remindingTimes({ sendingHours: { from, until } }: Programme): readonly string[] {
  const times: string[] = [];
  const last = Temporal.PlainTime.from(until);
  let time = Temporal.PlainTime.from(from);
  while (Temporal.PlainTime.compare(time, last) <= 0) {
    times.push(time.toString({ smallestUnit: 'minute' }));
    const next = time.add({ minutes: stepMinutes });
    // Past midnight it begins again.
    if (Temporal.PlainTime.compare(next, time) < 0) break;
    time = next;
  }
  return times;
}
