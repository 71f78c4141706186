import type { Temporal } from 'temporal-polyfill';
import type { Allocation } from '../academy/participant-file.ts';
import type { AllocatedFunction } from '../academy/roles.ts';

/** Who is to hold each function from now on. A function that nobody is named for is not among them. */
export interface WantedAllocation {
  readonly function: AllocatedFunction;
  readonly personId: string;
  readonly name: string;
}

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate) => a.toString() < b.toString();
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (before(b, a) ? b : a);

/**
 * The allocations of one participant after an import on `today`. Who stays keeps their first day; who is replaced
 * or no longer named is allocated until yesterday, so that what they recorded stays theirs; who is new begins
 * today, or with the programme when nobody held the function before and the programme began earlier.
 */
export function reallocate(
  existing: readonly Allocation[],
  wanted: readonly WantedAllocation[],
  startOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): readonly Allocation[] {
  const isOpen = ({ untilOn }: Allocation) => untilOn === null || !before(untilOn, today);
  const stays = (allocation: Allocation) =>
    isOpen(allocation) &&
    wanted.some((one) => one.function === allocation.function && one.personId === allocation.personId);
  const kept = existing.flatMap((allocation) => {
    if (stays(allocation)) {
      const name = wanted.find(({ personId }) => personId === allocation.personId)?.name ?? allocation.name;
      return [{ ...allocation, name, untilOn: null }];
    }
    if (!isOpen(allocation)) return [allocation];
    return before(allocation.fromOn, today) ? [{ ...allocation, untilOn: today.subtract({ days: 1 }) }] : [];
  });
  const added = wanted
    .filter(
      (one) => !existing.some((allocation) => stays(allocation) && allocation.function === one.function),
    )
    .map((one): Allocation => {
      const first = !kept.some((allocation) => allocation.function === one.function);
      return { ...one, fromOn: first && startOn !== null ? earlier(startOn, today) : today, untilOn: null };
    });
  return [...kept, ...added];
}
