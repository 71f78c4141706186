import { isCaseload } from './caseload.ts';
import type { CategoryCount } from './participant-file.ts';

/*
 * A caseload by kind of work (Q10, L26): counts for each of the council's kinds, each case under one kind at most, and
 * never which case is which.
 */

/** A count for one kind as somebody typed it; '' for none. */
export interface TypedCategory {
  readonly code: string;
  readonly typed: string;
}

export type CategoryReading =
  | { readonly ok: true; readonly categories: readonly CategoryCount[] }
  /** The reason at each kind: it is no whole number, or with it there are more by kind than there are in all. */
  | {
      readonly ok: false;
      readonly errors: ReadonlyMap<string, 'not-a-number' | { readonly byKind: number }>;
    };

const wholeNumber = /^\d{1,3}$/;

/**
 * Reads the counts by kind: whole numbers, 0 or more, in all no more than the caseload (A8). `total` is null where the
 * caseload itself is no number: then only the counts are judged. What is 0 or empty is not kept.
 */
export function readCategories(typed: readonly TypedCategory[], total: number | null): CategoryReading {
  const filled = typed.filter((one) => one.typed.trim() !== '');
  const isNumber = (text: string) => wholeNumber.test(text.trim()) && isCaseload(Number(text));
  const wrong = filled.filter((one) => !isNumber(one.typed));
  if (wrong.length > 0) {
    return { ok: false, errors: new Map(wrong.map(({ code }) => [code, 'not-a-number'])) };
  }
  const counts = filled.map(({ code, typed: text }) => ({ code, count: Number(text) }));
  let byKind = 0;
  for (const { code, count } of counts) {
    byKind += count;
    if (total !== null && byKind > total) {
      const all = counts.reduce((sum, one) => sum + one.count, 0);
      return { ok: false, errors: new Map([[code, { byKind: all }]]) };
    }
  }
  return { ok: true, categories: counts.filter(({ count }) => count > 0) };
}

/** How many cases of each kind several people carry together, in the order of the council's list. */
export function summedCategories(
  codes: readonly string[],
  reports: readonly { readonly categories: readonly CategoryCount[] }[],
): readonly CategoryCount[] {
  const all = reports.flatMap(({ categories }) => categories);
  return codes
    .map((code) => ({
      code,
      count: all.reduce((sum, one) => sum + (one.code === code ? one.count : 0), 0),
    }))
    .filter(({ count }) => count > 0);
}

/** Smaller counts by kind could point to a family, so they leave the academy in no file (L26). */
const fewest = 5;

/** A count by kind as it may stand in a file that leaves the academy: the number, or that it is a small one. */
export const exportedCount = (count: number): string => (count < fewest ? 'fewer than 5' : String(count));
