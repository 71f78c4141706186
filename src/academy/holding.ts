import type { Temporal } from 'temporal-polyfill';
import type { Allocation, ParticipantFile } from './participant-file.ts';
import type { PlanItem } from './plan-item.ts';
import type { AllocatedFunction } from './roles.ts';
import { entriesOf, type YearEntry } from './year-entry.ts';

type Day = Temporal.PlainDate;
type Held = Pick<ParticipantFile, 'allocations' | 'entries'>;

const isBetween = (on: Day, fromOn: Day, untilOn: Day | null) =>
  fromOn.toString() <= on.toString() && on.toString() <= (untilOn?.toString() ?? '9999');

/** Somebody in a holder's place, as it was arranged and, where it ended early, ended; both days belong to it. */
export interface Cover {
  readonly entryId: string;
  readonly function: AllocatedFunction;
  readonly personId: string;
  readonly name: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
}

/** Every cover that was arranged, in that order; what was taken back before its first day is none. */
export function coversOf(entries: readonly YearEntry[]): readonly Cover[] {
  const ended = new Map(entriesOf(entries, 'cover-ended').map(({ cover, on }) => [cover, on]));
  return entriesOf(entries, 'cover').flatMap((one): readonly Cover[] => {
    const { entryId, function: of, personId, name, holderId, holderName, fromOn } = one;
    const endedOn = ended.get(entryId);
    const untilOn = endedOn === undefined ? one.untilOn : endedOn.subtract({ days: 1 });
    if (untilOn.toString() < fromOn.toString()) return [];
    return [{ entryId, function: of, personId, name, holderId, holderName, fromOn, untilOn }];
  });
}

/** How somebody stands to a function on a day: `covered` is a holder in whose place somebody else does it. */
export interface Holding {
  readonly function: AllocatedFunction;
  readonly personId: string;
  readonly name: string;
  readonly as: 'holder' | 'covered' | 'cover';
  /** Whose place it is, for a cover; null for everybody else. */
  readonly coversFor: { readonly personId: string; readonly name: string } | null;
}

/** A cover lasts while its holder holds the function: whoever takes the function over is covered by nobody. */
function coverFor({ function: of, personId }: Allocation, covers: readonly Cover[], on: Day) {
  return covers.find(
    (one) => one.function === of && one.holderId === personId && isBetween(on, one.fromOn, one.untilOn),
  );
}

/**
 * Who stands to an NQSW in which function on a day (P13, M11): those to whom it is allocated and, for the days arranged,
 * whoever does it in a holder's place. All of them may see and record what the function may.
 */
export function holdingsOn({ allocations, entries }: Held, on: Day): readonly Holding[] {
  const covers = coversOf(entries);
  return allocations
    .filter(({ fromOn, untilOn }) => isBetween(on, fromOn, untilOn))
    .flatMap((one): readonly Holding[] => {
      const { function: of, personId, name } = one;
      const held = { function: of, personId, name, coversFor: null };
      const cover = coverFor(one, covers, on);
      if (cover === undefined) return [{ ...held, as: 'holder' }];
      const { personId: coverId, name: coverName } = cover;
      const coversFor = { personId, name };
      return [
        { ...held, as: 'covered' },
        { function: of, personId: coverId, name: coverName, coversFor, as: 'cover' },
      ];
    });
}

/** Those who do a function on a day and are told in it: a holder, or whoever covers in their place, never both (P13). */
export const actingOn = (file: Held, on: Day): readonly Holding[] =>
  holdingsOn(file, on).filter((one) => one.as !== 'covered');

/** The days on which it changes who does a function by cover. */
export const coverTurns = (entries: readonly YearEntry[]): readonly Day[] =>
  coversOf(entries).flatMap(({ fromOn, untilOn }) => [fromOn, untilOn.add({ days: 1 })]);

/**
 * Whoever leads an item as the functions stand today: on a day for which somebody covers it is they, before and after it
 * the holder (P13). Undefined where nobody holds the function.
 */
export function leadOn(
  file: Held,
  { lead, due }: Pick<PlanItem, 'lead' | 'due'>,
  today: Day,
): Holding | undefined {
  const holder = holdingsOn(file, today).find((one) => one.function === lead && one.as !== 'cover');
  const on = due === null || due.toString() < today.toString() ? today : due;
  const cover = actingOn(file, on).find((one) => one.function === lead && one.coversFor !== null);
  return holder !== undefined && cover?.coversFor?.personId === holder.personId ? cover : holder;
}
