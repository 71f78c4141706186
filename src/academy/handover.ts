import type { Temporal } from 'temporal-polyfill';
import { standingReviews } from './assessment.ts';
import type { ParticipantFile } from './participant-file.ts';
import { type AllocatedFunction, allocatedFunctions } from './roles.ts';
import { entriesOf } from './year-entry.ts';

type Day = Temporal.PlainDate;
type Held = Pick<ParticipantFile, 'allocations' | 'entries'>;

/** A function that has passed, or will pass, from one person to another (A8, S14). */
export interface Handover {
  readonly function: AllocatedFunction;
  readonly from: string;
  readonly fromName: string;
  /** Since when whoever hands over has held it. */
  readonly fromSince: Day;
  readonly to: string;
  readonly toName: string;
  /** The first day of whoever takes over: on it the other sees nothing any more. */
  readonly fromOn: Day;
  /** The day of the talk between them; null while none is recorded. */
  readonly heldOn: Day | null;
}

const inOrder = (one: Day, other: Day) => one.toString().localeCompare(other.toString());

function handoversIn(file: Held, of: AllocatedFunction): readonly Handover[] {
  const held = file.allocations
    .filter((one) => one.function === of)
    .toSorted((one, other) => inOrder(one.fromOn, other.fromOn));
  return held.flatMap((next, at): readonly Handover[] => {
    const before = held[at - 1];
    if (before === undefined || before.personId === next.personId) return [];
    const later = next.untilOn?.toString() ?? '9999';
    const done = entriesOf(file.entries, 'handover').findLast(
      (one) =>
        one.function === of &&
        one.from === before.personId &&
        one.to === next.personId &&
        before.fromOn.toString() <= one.on.toString() &&
        one.on.toString() <= later,
    );
    return [
      {
        function: of,
        from: before.personId,
        fromName: before.name,
        fromSince: before.fromOn,
        to: next.personId,
        toName: next.name,
        fromOn: next.fromOn,
        heldOn: done?.on ?? null,
      },
    ];
  });
}

/** Every change of hands of somebody's functions, in the order of the functions and then of the days. */
export const handoversOf = (file: Held): readonly Handover[] =>
  allocatedFunctions.flatMap((of) => handoversIn(file, of));

const askedForDays = 28;

/** Those whose talk is not recorded and still asked for: from when they are known until four weeks after the change. */
export const openHandovers = (file: Held, today: Day): readonly Handover[] =>
  handoversOf(file).filter(
    ({ heldOn, fromOn }) =>
      heldOn === null && fromOn.add({ days: askedForDays }).toString() >= today.toString(),
  );

/** Changes of the assessor since the last review, up to a day: the next review's report says how they came about (S14). */
export function assessorChanges(
  file: Held & Pick<ParticipantFile, 'assessed'>,
  today: Day,
): readonly Handover[] {
  const last = standingReviews(file.assessed)
    .map(({ heldOn }) => heldOn.toString())
    .toSorted()
    .at(-1);
  return handoversIn(file, 'assessor')
    .filter(({ fromOn }) => fromOn.toString() <= today.toString())
    .filter(({ fromOn }) => last === undefined || fromOn.toString() > last);
}
