import type { Temporal } from 'temporal-polyfill';
import type { Allocation } from './participant-file.ts';
import type { AllocatedFunction } from './roles.ts';

type Day = Temporal.PlainDate;

const lastDay = '9999-12-31';
const endOf = ({ untilOn }: Allocation) => untilOn?.toString() ?? lastDay;
const isDuring = (one: Allocation, on: Day) =>
  one.fromOn.toString() <= on.toString() && on.toString() <= endOf(one);

export type AllocationOutcome =
  /** `changed`: the allocations to be kept, the new one last; `ended`: those among them that end the evening before. */
  | { readonly ok: true; readonly changed: readonly Allocation[]; readonly ended: readonly Allocation[] }
  | { readonly ok: false; readonly refused: 'ends-before-it-begins' }
  /** What somebody could see and record is not changed afterwards. */
  | { readonly ok: false; readonly refused: 'in-the-past' }
  | { readonly ok: false; readonly refused: 'already-theirs' }
  /** Somebody takes the function over on a later day already. */
  | { readonly ok: false; readonly refused: 'taken-later'; readonly by: string; readonly fromOn: Day };

/**
 * Gives a function to somebody from a day on (M11, A8): whoever held it ends on the evening before, so that nobody holds it
 * twice and what was theirs stays known.
 */
export function allocate(standing: readonly Allocation[], wanted: Allocation, today: Day): AllocationOutcome {
  const { fromOn, personId } = wanted;
  if (fromOn.toString() < today.toString()) return { ok: false, refused: 'in-the-past' };
  if (endOf(wanted) < fromOn.toString()) return { ok: false, refused: 'ends-before-it-begins' };
  const same = standing.filter((one) => one.function === wanted.function);
  const later = same.find((one) => one.fromOn.toString() > fromOn.toString());
  if (later !== undefined) {
    return { ok: false, refused: 'taken-later', by: later.name, fromOn: later.fromOn };
  }
  const held = same.filter((one) => isDuring(one, fromOn));
  if (held.some((one) => one.personId === personId && endOf(one) === endOf(wanted)))
    return { ok: false, refused: 'already-theirs' };
  const untilOn = fromOn.subtract({ days: 1 });
  const ended = wanted.given === undefined ? {} : { ended: wanted.given };
  // One that was to begin on the same day never did: the new one takes its place.
  const replaced = held
    .filter((one) => one.fromOn.toString() < fromOn.toString())
    .map((one) => ({ ...one, untilOn, ...ended }));
  const given = wanted.untilOn === null ? wanted : { ...wanted, ...ended };
  return { ok: true, changed: [...replaced, given], ended: replaced };
}

/** The functions without which an NQSW has nobody for supervision, assessment or the host team. */
const needed: readonly AllocatedFunction[] = ['reflective-supervisor', 'assessor', 'host-manager'];

/** Those of them that nobody holds on a day (M11). */
export const unallocated = (standing: readonly Allocation[], on: Day): readonly AllocatedFunction[] =>
  needed.filter((name) => !standing.some((one) => one.function === name && isDuring(one, on)));

/** Why somebody may be given one NQSW more than the span allows (L17). */
export const overSpanReasons = ['temporary', 'part-time-nqsws', 'nobody-else', 'continuity'] as const;
