import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/academy/civil-days.ts';
import { parseProgramme } from '../../src/academy/parse-programme.ts';
import { calendarOf, yearPlan } from '../../src/academy/plan.ts';
import { standardsAt, standardsWords } from '../../src/academy/standards.ts';
import { readProgrammeDocument } from '../../src/storage/programme-files.ts';
import { type Case, date, inputOf, itemOf, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const national = await preset('national');

describe('The standards of a review', () => {
  it.each([
    ['2026-09-07', 'pqs'],
    ['2027-03-31', 'pqs'],
    ['2027-04-01', 'ecs'],
    ['2029-01-01', 'ecs'],
  ])('on %s are %s', (on, code) => {
    for (const programme of [luton, national]) {
      expect(standardsAt(programme, civilDay(date(on)), null)?.code).toBe(code);
    }
  });

  it('are those chosen by hand, whatever the date, and those of the date again without a choice', () => {
    expect(standardsAt(luton, civilDay(date('2026-09-07')), 'ecs')).toEqual({
      code: 'ecs',
      name: 'Early Career Standards',
      isChosen: true,
    });
    expect(standardsAt(luton, civilDay(date('2027-09-07')), 'forgotten')).toMatchObject({
      code: 'ecs',
      isChosen: false,
    });
  });

  const standardsOf = (given: Case, id: string) => itemOf(planOf(luton, given), id).standards;

  it('follow the date on which it is due, and then that on which it was held', () => {
    // The 6-month review is due on Mon 5 April 2027 without, and on Thu 1 July 2027 with the pause.
    const october = { start: '2026-09-28' };
    expect(standardsOf(october, 'review-6m')).toEqual({ code: 'pqs', name: 'Post-qualifying standards' });
    const paused = { ...october, pauses: ['2027-01-04..2027-01-17'] };
    expect(standardsOf(paused, 'review-6m')?.code).toBe('ecs');
    const held = { ...october, today: '2027-05-01', held: { 'review-6m': '2027-04-02' } };
    expect(standardsOf(held, 'review-6m')?.code).toBe('ecs');
  });

  it('are said of reviews that have a date, and of nothing else', () => {
    const plan = planOf(luton, { pauses: ['2027-02-01..'] });
    const said = plan.items.filter(({ standards }) => standards !== undefined).map(({ id }) => id);
    expect(said).toEqual(['review-3m']);
  });

  it('stand among the reasons, before the source', () => {
    const { why } = itemOf(planOf(luton), 'review-9m');
    expect(why.at(-2)).toBe('Held against the Early Career Standards, which apply from Thu 1 Apr 2027');
    expect(why.at(-1)).toMatch(/^Source: /);
    expect(itemOf(planOf(luton), 'review-3m').why.at(-2)).toBe(
      'Held against the Post-qualifying standards, which apply until Wed 31 Mar 2027',
    );
    const chosen = { ...inputOf({}), standards: 'pqs' };
    const plan = yearPlan(luton, calendarOf(luton), chosen, date('2026-09-07'));
    expect(itemOf(plan, 'review-12m').why.at(-2)).toMatch(/, chosen for this participant$/);
  });

  it('need no other standards after them', () => {
    const one = { standards: luton.standards.slice(0, 1) };
    const found = standardsAt(one, civilDay(date('2030-01-01')), null);
    expect(found && standardsWords(one, found)).toBe('Held against the Post-qualifying standards');
  });
});

describe('A list of standards', () => {
  const source = { where: 'Invented' };
  async function faultsOf(standards: readonly object[]): Promise<string[]> {
    const read = await readProgrammeDocument('luton');
    if (!read.ok) throw new Error('programmes/luton.yaml cannot be read');
    const parsed = parseProgramme({ ...Object(read.document), standards });
    return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path} ${message}`);
  }
  const one = (code: string, from: string | null) => ({ code, name: code.toUpperCase(), from, source });

  it.each([
    ['none at all', [], 'standards must have at least one entry'],
    [
      'a first with a day',
      [one('a', '2026-01-01')],
      'standards[0].from must be null: they apply from the first day',
    ],
    [
      'a second without one',
      [one('a', null), one('b', null)],
      'standards[1].from must be later than the one before it',
    ],
    [
      'two on one day',
      [one('a', null), one('b', '2027-04-01'), one('c', '2027-04-01')],
      'standards[2].from must be later than the one before it',
    ],
    [
      'the same twice',
      [one('a', null), one('a', '2027-04-01')],
      'standards[1].code repeats a: codes must differ',
    ],
  ])('is refused with %s', async (_what, standards, fault) => {
    expect(await faultsOf(standards)).toEqual([fault]);
  });

  it('may be of any length in order', async () => {
    expect(await faultsOf([one('a', null), one('b', '2027-04-01'), one('c', '2029-09-01')])).toEqual([]);
  });
});
