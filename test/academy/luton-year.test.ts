import { describe, expect, it } from 'vitest';
import { shortDate } from '../../src/academy/wording.ts';
import { itemOf, planOf, preset } from './support/luton.ts';
import { printedYear } from './support/printed-year.ts';

const luton = await preset('luton');

describe('A full-time year in Luton', () => {
  it('is the year that luton-year.md checks against the handbook', async () => {
    await expect(printedYear(planOf(luton), luton)).toMatchFileSnapshot('luton-year.txt');
  });

  it('explains the 6-month review so that a person can check the sum', () => {
    expect(itemOf(planOf(luton), 'review-6m').why).toEqual([
      'Start Mon 7 Sep 2026 + 6 months = Sun 7 Mar 2027',
      'Sunday is not a working day, so the next working day: Mon 8 Mar 2027',
      'Held against the Post-qualifying standards, which apply until Wed 31 Mar 2027',
      'Source: Luton handbook, section 2, line 79: “To undertake and write a record of assessment reviews of 3, 6, 9 and 12 months for all [NQSW]s”',
    ]);
  });

  it('explains a fortnightly session from the last weekly one, and a bank holiday by its name', () => {
    expect(itemOf(planOf(luton), 'reflective-supervision-11').why.slice(0, 2)).toEqual([
      'Last weekly date Mon 19 Oct 2026 + 10 weeks = Mon 28 Dec 2026; fortnightly until the 6-month point',
      'Mon 28 Dec 2026 is Boxing Day (substitute day), so the next working day: Tue 29 Dec 2026',
    ]);
  });

  it('gives every item a sum that ends in its nominal and, where it moved, in its due date', () => {
    for (const start of ['2026-09-07', '2026-08-31', '2024-02-29']) {
      for (const { id, nominal, due, why } of planOf(luton, { start }).items) {
        if (nominal === null || due === null) expect.fail(`${id} has no date`);
        const sums = why.slice(0, -1).filter((line) => !line.startsWith('Held against '));
        expect(
          sums.some((line) => line.includes(shortDate(nominal))),
          `${id}: ${sums}`,
        ).toBe(true);
        expect(sums.at(-1), id).toContain(shortDate(due));
        expect(why.at(-1), id).toMatch(/^Source: /);
      }
    }
  });

  it('carries its reasons and its date held into JSON', () => {
    const plan = planOf(luton, { today: '2026-11-20', held: { 'case-supervision-2': '2026-11-11' } });
    const item = itemOf(plan, 'case-supervision-2');
    expect(JSON.parse(JSON.stringify(item))).toEqual({
      id: 'case-supervision-2',
      series: 'case-supervision',
      sequence: 2,
      kind: 'supervision',
      title: 'Case supervision 2',
      nominal: '2026-11-07',
      due: '2026-11-09',
      status: 'done',
      lead: 'host-manager',
      heldOn: '2026-11-11',
      why: item.why,
    });
  });

  it('has no warning, and ends on the day twelve months after its start', () => {
    const plan = planOf(luton);
    expect(plan.warnings).toEqual([]);
    expect(String(plan.end)).toBe('2027-09-07');
  });
});
