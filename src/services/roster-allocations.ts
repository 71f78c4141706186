import type { Temporal } from 'temporal-polyfill';
import type { Allocation } from '../academy/participant-file.ts';
import type { AllocatedFunction } from '../academy/roles.ts';

/** Who is to hold each function from now on. A function that nobody is named for is not among them. */
export interface WantedAllocation {
  readonly function: AllocatedFunction;
  readonly personId: string;
  readonly name: string;
}

/** What becomes of the allocations of one participant. */
interface Reallocated {
  readonly allocations: readonly Allocation[];
  /** What was given in the chat and stands although the file names somebody else. */
  readonly overFile: readonly Allocation[];
}

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate) => a.toString() < b.toString();
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (before(b, a) ? b : a);
const isOpen = ({ untilOn }: Allocation, today: Temporal.PlainDate) =>
  untilOn === null || !before(untilOn, today);

/**
 * The allocation given in the chat that a file does not change: its own, one that it says nothing of, and one in whose place
 * it still names somebody who held the function before, for that file is the older of the two. A third person, named on a
 * later day than its first, is news.
 */
function standing(
  held: readonly Allocation[],
  wanted: WantedAllocation | undefined,
  today: Temporal.PlainDate,
): Allocation | undefined {
  const inChat = held
    .filter((one) => one.madeIn === 'chat' && isOpen(one, today))
    .toSorted((one, other) => one.fromOn.toString().localeCompare(other.fromOn.toString()))
    .at(-1);
  if (inChat === undefined || wanted === undefined || wanted.personId === inChat.personId) return inChat;
  const isOld = held.some((one) => one.personId === wanted.personId && before(one.fromOn, inChat.fromOn));
  return isOld || !before(inChat.fromOn, today) ? inChat : undefined;
}

/** Without its last day, and without whoever gave it that: the file says now how long it lasts. */
function openEnded({ ended: _, ...allocation }: Allocation): Allocation {
  return { ...allocation, untilOn: null };
}

function fromFile(
  existing: readonly Allocation[],
  wanted: readonly WantedAllocation[],
  startOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): readonly Allocation[] {
  const stays = (allocation: Allocation) =>
    isOpen(allocation, today) &&
    wanted.some((one) => one.function === allocation.function && one.personId === allocation.personId);
  const kept = existing.flatMap((allocation) => {
    if (stays(allocation)) {
      const name = wanted.find(({ personId }) => personId === allocation.personId)?.name ?? allocation.name;
      return [{ ...openEnded(allocation), name }];
    }
    if (!isOpen(allocation, today)) return [allocation];
    const untilOn = today.subtract({ days: 1 });
    return before(allocation.fromOn, today) ? [{ ...openEnded(allocation), untilOn }] : [];
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

/**
 * The allocations of one participant after an import on `today`. Who stays keeps their first day; who is replaced or no
 * longer named is allocated until yesterday, so that what they recorded stays theirs; who is new begins today, or with the
 * programme when nobody held the function before and the programme began earlier. What was given in the chat is not undone
 * by a file that knows nothing of it.
 */
export function reallocate(
  existing: readonly Allocation[],
  wanted: readonly WantedAllocation[],
  startOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Reallocated {
  const functions = new Set(existing.map((one) => one.function));
  const stands = [...functions].flatMap((name) => {
    const held = existing.filter((one) => one.function === name);
    const named = wanted.find((one) => one.function === name);
    const inChat = standing(held, named, today);
    return inChat === undefined ? [] : [{ name, inChat, named }];
  });
  const isLeft = (of: AllocatedFunction) => stands.some(({ name }) => name === of);
  const others = fromFile(
    existing.filter((one) => !isLeft(one.function)),
    wanted.filter((one) => !isLeft(one.function)),
    startOn,
    today,
  );
  return {
    allocations: [...existing.filter((one) => isLeft(one.function)), ...others],
    overFile: stands.flatMap(({ inChat, named }) =>
      named === undefined || named.personId === inChat.personId ? [] : [inChat],
    ),
  };
}
