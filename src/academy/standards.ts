import type { Temporal } from 'temporal-polyfill';
import { type CivilDay, civilDay } from './civil-days.ts';
import type { Programme } from './programme.ts';
import type { ProgrammeFault } from './programme-fault.ts';
import { shortDay } from './wording.ts';

type Dated = Programme['standards'];

/** The standards that a review is held against, and why those. */
export interface ReviewStandards {
  readonly code: string;
  readonly name: string;
  /** As a sentence for somebody who asks why. */
  readonly why: string;
}

const isBegun = ({ from }: Dated[number], day: CivilDay) => from === null || civilDay(from) <= day;

function spanWords(standards: Dated, index: number): string {
  const from = standards[index]?.from ?? null;
  const next = standards[index + 1]?.from ?? null;
  if (from !== null) return `which apply from ${shortDay(civilDay(from))}`;
  return next === null ? 'which apply to every review' : `which apply until ${shortDay(civilDay(next) - 1)}`;
}

/**
 * The standards for a review held, or due, on a day: of the programme's list the last that has begun (DOMAIN 2.3), or
 * those chosen by hand for this participant. A choice that the programme no longer knows counts for nothing.
 */
export function standardsAt(
  { standards }: Pick<Programme, 'standards'>,
  on: Temporal.PlainDate,
  chosen: string | null,
): ReviewStandards {
  const byHand = standards.find(({ code }) => code === chosen);
  if (byHand !== undefined) {
    const { code, name } = byHand;
    return { code, name, why: `Held against the ${name}, chosen for this participant` };
  }
  const day = civilDay(on);
  const index = Math.max(
    0,
    standards.findLastIndex((one) => isBegun(one, day)),
  );
  const { code = '', name = '' } = standards[index] ?? {};
  return { code, name, why: `Held against the ${name}, ${spanWords(standards, index)}` };
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
