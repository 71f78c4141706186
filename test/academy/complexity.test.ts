import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportedCount, readCategories, summedCategories } from '../../src/academy/complexity.ts';

/*
 * The caseload as it was understood ("-" for no number), what was typed by kind, and what is kept or said at which kind.
 */
const table = `
total | typed                  | read
5     |                        |
5     | a=2 b=3                | a 2, b 3
5     | a= b=0 c=1             | c 1
5     | a=2 b=4                | b: 6 by kind
5     | a=6 b=1                | a: 7 by kind
0     | a=0                    |
0     | a=1                    | a: 1 by kind
5     | a=2.5 b=1              | a: not-a-number
5     | a=-1 b=x c=201         | a: not-a-number, b: not-a-number, c: not-a-number
-     | a=9                    | a 9
-     | a=two                  | a: not-a-number`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('|').map((cell) => cell.trim()));

const typedIn = (words: string) =>
  words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [code = '', typed = ''] = word.split('=');
      return { code, typed };
    });

function wordsFor(total: string, typed: string): string {
  const read = readCategories(typedIn(typed), total === '-' ? null : Number(total));
  if (read.ok) return read.categories.map(({ code, count }) => `${code} ${count}`).join(', ');
  return [...read.errors]
    .map(([code, wrong]) => `${code}: ${typeof wrong === 'string' ? wrong : `${wrong.byKind} by kind`}`)
    .join(', ');
}

describe('A caseload by kind of work (Q10)', () => {
  it.each(rows)('of %s, with %s typed, is read as: %s', (total = '', typed = '', read = '') => {
    expect(wordsFor(total, typed)).toBe(read);
  });

  it('is kept only where the kinds come to no more than the whole', () => {
    const kind = fc.record({ code: fc.constantFrom('a', 'b', 'c'), count: fc.integer({ min: 0, max: 12 }) });
    const kinds = fc.uniqueArray(kind, { selector: ({ code }) => code });
    fc.assert(
      fc.property(kinds, fc.integer({ min: 0, max: 20 }), (counts, total) => {
        const sum = counts.reduce((all, { count }) => all + count, 0);
        const read = readCategories(
          counts.map(({ code, count }) => ({ code, typed: String(count) })),
          total,
        );
        expect(read.ok).toBe(sum <= total);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('adds up over people in the order of the council’s list, without kinds that nobody has', () => {
    const reports = [
      { categories: [{ code: 'neglect', count: 2 }] },
      {
        categories: [
          { code: 'court', count: 1 },
          { code: 'neglect', count: 3 },
        ],
      },
      { categories: [{ code: 'gone', count: 4 }] },
    ];
    expect(summedCategories(['court', 'housing', 'neglect'], reports)).toEqual([
      { code: 'court', count: 1 },
      { code: 'neglect', count: 5 },
    ]);
  });

  it('leaves the academy in a file without its small numbers (L26)', () => {
    expect([1, 4, 5, 12].map(exportedCount)).toEqual(['fewer than 5', 'fewer than 5', '5', '12']);
  });
});
