import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertStep, capFor, isBreach, isCaseload } from '../../src/academy/caseload.ts';
import { date, preset } from './support/luton.ts';

const luton = await preset('luton');

describe('The cap', () => {
  it('is Luton’s fifteen from the first day', () => {
    expect(capFor(luton, date('2026-09-07'), date('2026-09-07'))).toBe(15);
  });

  it('follows the ramp by programme months, and is the programme’s after its last step', () => {
    const ramp = [
      { untilMonth: 1, cap: 4 },
      { untilMonth: 3, cap: 9 },
    ];
    const built = { caseload: { ...luton.caseload, ramp } };
    const caps = ['2026-08-31', '2026-09-29', '2026-09-30', '2026-11-29', '2026-11-30', '2027-08-31'];
    expect(caps.map((on) => capFor(built, date('2026-08-31'), date(on)))).toEqual([4, 4, 9, 9, 15, 15]);
  });

  it('is nobody’s while the council has not set one', () => {
    const unset = { caseload: { ...luton.caseload, cap: null, ramp: null } };
    const cap = capFor(unset, date('2026-09-07'), date('2026-10-01'));
    expect(cap).toBeNull();
    expect(isBreach(200, cap)).toBe(false);
  });
});

describe('Before the clock has started', () => {
  it('the cap is that of the first day', () => {
    const built = { caseload: { ...luton.caseload, ramp: [{ untilMonth: 1, cap: 4 }] } };
    expect(capFor(built, null, date('2026-09-07'))).toBe(4);
    expect(capFor(luton, null, date('2026-09-07'))).toBe(15);
  });
});

describe('A caseload', () => {
  it.each([
    [0, true],
    [15, true],
    [200, true],
    [-1, false],
    [15.5, false],
    [201, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
  ])('of %d is one: %s', (count, expected) => {
    expect(isCaseload(count)).toBe(expected);
  });

  it('breaches the cap only above it', () => {
    expect([14, 15, 16].map((count) => isBreach(count, 15))).toEqual([false, false, true]);
  });
});

describe('The caseload alert (A9)', () => {
  const table = `
open | count | cap  | step
-    | 14    | 15   | none
-    | 15    | 15   | none
-    | 16    | 15   | open 16 of 15
-    | 16    | none | none
16   | 17    | 15   | update 17 of 15
16   | 16    | 15   | update 16 of 15
17   | 15    | 15   | resolve 15
17   | 0     | 15   | resolve 0
16   | 16    | 20   | resolve 16
16   | 16    | none | resolve 16`;
  const rows = table
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('|').map((cell) => cell.trim()));

  it.each(rows)('open at %s, %s reported with a cap of %s: %s', (open = '', count, cap, step) => {
    const taken = alertStep(
      open === '-' ? null : { count: Number(open) },
      Number(count),
      cap === 'none' ? null : Number(cap),
    );
    const words = taken.step === 'none' ? [] : [taken.count, ...('cap' in taken ? ['of', taken.cap] : [])];
    expect([taken.step, ...words].join(' ')).toBe(step);
  });

  it('opens once for each crossing upward, whatever the reports', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 })), (counts) => {
        const steps: string[] = [];
        let open: { count: number } | null = null;
        for (const count of counts) {
          const { step } = alertStep(open, count, 15);
          steps.push(step);
          open = step === 'open' || step === 'update' ? { count } : null;
        }
        const crossings = counts.filter((count, index) => count > 15 && (counts[index - 1] ?? 0) <= 15);
        expect(steps.filter((step) => step === 'open')).toHaveLength(crossings.length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
