import { describe, expect, it } from 'vitest';
import { capFor, nextCap } from '../../src/academy/caseload.ts';
import { parseProgramme } from '../../src/academy/parse-programme.ts';
import { readProgrammeDocument } from '../../src/storage/programme-files.ts';
import { date, preset } from './support/luton.ts';

/** Luton's programme with other settings of the caseload. */
async function withCaseload(changes: Readonly<Record<string, unknown>>) {
  const reading = await readProgrammeDocument('luton');
  if (!reading.ok) throw new Error('luton.yaml cannot be read');
  const document = structuredClone(reading.document) as { caseload: object };
  return parseProgramme({ ...document, caseload: { ...document.caseload, ...changes } });
}
async function ruled(changes: Readonly<Record<string, unknown>>) {
  const reading = await withCaseload(changes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.programme;
}
const source = { where: 'Fernshire handbook' };

describe('A limit as a share of what others carry (S5r, S7r)', () => {
  it('is Slough’s fourteen: ninety per cent of sixteen, rounded down', async () => {
    const slough = await preset('slough');
    expect(slough.caseload.cap).toBe(14);
    expect(slough.caseload.share).toEqual({ percent: 90, of: 16 });
    expect(capFor(slough, date('2026-09-07'), date('2026-10-07'))).toBe(14);
  });

  it.each([
    [20, 90, 18],
    [16, 100, 16],
    [15, 50, 7],
    [100, 29, 29],
  ])('of %d at %d per cent is %d', async (count, percent, cap) => {
    const { caseload } = await ruled({ cap: null, norm: { count, percent, source } });
    expect(caseload.cap).toBe(cap);
  });

  it('gives way to a number of the council’s own', async () => {
    const { caseload } = await ruled({ cap: 12, norm: { count: 16, percent: 90, source } });
    expect([caseload.cap, caseload.share]).toEqual([12, null]);
  });

  it('fills the place of a limit in what is answered about the year', async () => {
    const { guidance } = await ruled({ cap: null, norm: { count: 16, percent: 90, source } });
    expect(guidance.find(({ id }) => id === 'caseload')?.text).toContain('14 children');
  });

  it.each([
    [
      { cap: null, norm: { count: 1, percent: 90, source } },
      'caseload.norm.percent: comes to less than one: make it more',
    ],
    [
      { ramp: [{ untilMonth: 3, percent: 50 }] },
      'caseload.ramp[0].percent: is a share of caseload.norm: set that too, or give a cap',
    ],
    [
      { ramp: [{ untilMonth: 3 }] },
      'caseload.ramp[0]: must have either a cap, or a percent of caseload.norm',
    ],
    [
      { ramp: [{ untilMonth: 3, cap: 8, percent: 50 }], norm: { count: 16, source } },
      'caseload.ramp[0]: must have either a cap, or a percent of caseload.norm',
    ],
    [{ confirmation: { dayOfMonth: 29 } }, 'caseload.confirmation.dayOfMonth: must be at most 28'],
  ])('set as %j is told the place and the remedy', async (changes, fault) => {
    const reading = await withCaseload(changes);
    if (reading.ok) expect.fail('was accepted');
    expect(reading.faults.map(({ path, message }) => `${path}: ${message}`)).toEqual([fault]);
  });
});

describe('A build-up (N1, P17)', () => {
  // What Newham publishes: a quarter, a half and seven tenths of what others carry, then nine tenths.
  const built = () =>
    ruled({
      cap: null,
      norm: { count: 18, percent: 90, source },
      ramp: [
        { untilMonth: 3, percent: 25 },
        { untilMonth: 6, percent: 50 },
        { untilMonth: 9, percent: 70 },
      ],
    });

  /** On which day, the limit of that day, and the next one with its day. */
  const table = `
2026-08-01 | 4  | 2026-11-30 9
2026-08-31 | 4  | 2026-11-30 9
2026-11-29 | 4  | 2026-11-30 9
2026-11-30 | 9  | 2027-02-28 12
2027-02-27 | 9  | 2027-02-28 12
2027-02-28 | 12 | 2027-05-31 16
2027-05-30 | 12 | 2027-05-31 16
2027-05-31 | 16 | none
2027-12-31 | 16 | none`;

  it.each(
    table
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim())),
  )('on %s allows %s, and next %s', async (on = '', cap = '', next = '') => {
    const programme = await built();
    const start = date('2026-08-31');
    expect(capFor(programme, start, date(on))).toBe(Number(cap));
    const coming = nextCap(programme, start, date(on));
    expect(coming === null ? 'none' : `${coming.fromOn} ${coming.cap}`).toBe(next);
  });

  it('names no day before the clock start is known, and none where nothing changes', async () => {
    expect(nextCap(await built(), null, date('2026-09-07'))).toBeNull();
    expect(nextCap(await preset('luton'), date('2026-09-07'), date('2026-09-08'))).toBeNull();
    const flat = await ruled({ cap: 8, ramp: [{ untilMonth: 3, cap: 8 }] });
    expect(nextCap(flat, date('2026-09-07'), date('2026-09-08'))).toBeNull();
  });

  it('that a council wants and has not yet given is Doncaster’s: fifteen from the first day, and no next step', async () => {
    const doncaster = await preset('doncaster');
    expect(doncaster.caseload.ramp).toBeNull();
    expect(capFor(doncaster, date('2026-09-07'), date('2026-09-07'))).toBe(15);
    expect(nextCap(doncaster, date('2026-09-07'), date('2026-09-08'))).toBeNull();
  });
});

describe('The kinds of complex work (L26)', () => {
  it('are Luton’s fourteen; other sources name none', async () => {
    const kinds = async (id: string) => (await preset(id)).caseload.complexity?.categories.length ?? 0;
    expect(
      await Promise.all(['luton', 'slough', 'doncaster', 'durham', 'sefton', 'national'].map(kinds)),
    ).toEqual([14, 0, 0, 0, 0, 0]);
  });
});

describe('What no single setting of the caseload shows', () => {
  const faultsOf = async (changes: Readonly<Record<string, unknown>>) => {
    const reading = await withCaseload(changes);
    return reading.ok ? [] : reading.faults.map(({ path, message }) => `${path}: ${message}`);
  };
  const steps = (...each: readonly (readonly [number, number])[]) =>
    each.map(([untilMonth, cap]) => ({ untilMonth, cap }));

  it.each([
    [{ ramp: steps([3, 5], [6, 10]) }, []],
    [
      { ramp: steps([3, 5], [3, 10]) },
      ['caseload.ramp[1].untilMonth: must be later than the step before it'],
    ],
    [
      { ramp: steps([6, 5], [3, 10]) },
      ['caseload.ramp[1].untilMonth: must be later than the step before it'],
    ],
    [{ cap: 10, ramp: steps([3, 10]) }, []],
    [
      { cap: 10, ramp: steps([3, 11], [6, 12]) },
      [
        'caseload.ramp[0].cap: is more than the cap of 10: a step leads up to it',
        'caseload.ramp[1].cap: is more than the cap of 10: a step leads up to it',
      ],
    ],
    [{ cap: null, ramp: steps([3, 11]) }, []],
    [{ cap: null, ramp: null }, []],
    [{ cap: null, norm: { count: 16, source } }, []],
  ])('%j: %j', async (changes, faults) => {
    expect(await faultsOf(changes)).toEqual(faults);
  });

  it('is no limit and no share while others’ count has no share of it', async () => {
    const { caseload } = await ruled({ cap: null, norm: { count: 16, source } });
    expect([caseload.cap, caseload.share]).toEqual([null, null]);
  });
});
