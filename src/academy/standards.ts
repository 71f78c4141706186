import { type CivilDay, civilDay } from './civil-days.ts';
import type { Programme } from './programme.ts';
import type { ProgrammeFault } from './programme-fault.ts';
import { shortDay } from './wording.ts';

type Dated = Programme['standards'];

/** The standards that a review is held against. */
export interface ReviewStandards {
  readonly code: string;
  readonly name: string;
  /** Chosen for this participant, and not by the date. */
  readonly isChosen: boolean;
}

/** On which day each begins; null for the first. */
const begins = new WeakMap<Dated, readonly (CivilDay | null)[]>();

function beginsOf(standards: Dated): readonly (CivilDay | null)[] {
  const known = begins.get(standards);
  if (known !== undefined) return known;
  const days = standards.map(({ from }) => (from === null ? null : civilDay(from)));
  begins.set(standards, days);
  return days;
}

/**
 * The standards for a review held, or due, on a day: of the programme's list the last that has begun (DOMAIN 2.3), or
 * those chosen by hand for this participant. A choice that the programme no longer knows counts for nothing. Null only
 * for a programme without any.
 */
export function standardsAt(
  { standards }: Pick<Programme, 'standards'>,
  day: CivilDay,
  chosen: string | null,
): ReviewStandards | null {
  const byHand = chosen === null ? undefined : standards.find(({ code }) => code === chosen);
  const byDate = beginsOf(standards).findLastIndex((from) => from === null || from <= day);
  const found = byHand ?? standards[byDate];
  if (found === undefined) return null;
  return { code: found.code, name: found.name, isChosen: byHand !== undefined };
}

/** Why a review is held against these, as a line among its reasons. */
export function standardsWords(
  { standards }: Pick<Programme, 'standards'>,
  { code, name, isChosen }: ReviewStandards,
): string {
  const held = `Held against the ${name}`;
  if (isChosen) return `${held}, chosen for this participant`;
  const index = standards.findIndex((one) => one.code === code);
  const days = beginsOf(standards);
  const from = days[index] ?? null;
  const next = days[index + 1] ?? null;
  if (from !== null) return `${held}, which apply from ${shortDay(from)}`;
  return next === null ? held : `${held}, which apply until ${shortDay(next - 1)}`;
}

/** What is wrong with a list of standards: each applies until the next begins, so they must follow one another. */
export function standardsFaults({ standards }: Pick<Programme, 'standards'>): ProgrammeFault[] {
  return standards.flatMap(({ code, from }, index): ProgrammeFault[] => {
    const path = `standards[${index}]`;
    if (standards.findIndex((one) => one.code === code) < index) {
      return [{ path: `${path}.code`, message: `repeats ${code}: codes must differ` }];
    }
    const before = standards[index - 1];
    if (before === undefined) {
      return from === null
        ? []
        : [{ path: `${path}.from`, message: 'must be null: they apply from the first day' }];
    }
    const isLater = from !== null && (before.from === null || civilDay(before.from) < civilDay(from));
    return isLater ? [] : [{ path: `${path}.from`, message: 'must be later than the one before it' }];
  });
}
