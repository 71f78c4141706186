import { expect, it } from 'vitest';
import { phaseOf } from '../../src/academy/phase.ts';
import { calendarOf, yearPlan } from '../../src/academy/plan.ts';
import { type Case, date, inputOf, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const phase = (given: Case) => phaseOf(luton, planOf(luton, given));

it('is that of the next session: weekly, fortnightly, then monthly', () => {
  expect(phase({ today: '2026-09-10' })).toEqual({ rhythm: 'weekly', month: 1 });
  expect(phase({ today: '2026-10-19' })).toEqual({ rhythm: 'weekly', month: 2 });
  const weekly = Object.fromEntries(
    [14, 21, 28].map((day, index) => [`reflective-supervision-${index + 1}`, `2026-09-${day}`]),
  );
  const six = {
    ...weekly,
    'reflective-supervision-4': '2026-10-05',
    'reflective-supervision-5': '2026-10-12',
  };
  const held = { ...six, 'reflective-supervision-6': '2026-10-19' };
  expect(phase({ today: '2026-10-20', held })).toEqual({ rhythm: 'fortnightly', month: 2 });
  expect(phase({ today: '2027-06-20' })).toMatchObject({ rhythm: 'monthly' });
});

it('is the rhythm that was decided at six months, from the first session after it', () => {
  const decided = (today: string) => {
    const cadence = [{ choice: 'custom', everyWeeks: 3, on: date('2027-03-09') } as const];
    const plan = yearPlan(luton, calendarOf(luton), { ...inputOf({}), cadence }, date(today));
    return phaseOf(luton, plan, cadence).rhythm;
  };
  expect(decided('2027-02-20')).toBe('fortnightly');
  expect(decided('2027-03-10')).toBe('every 3 weeks');
});

it('stays what it was in a pause', () => {
  const pauses = ['2026-10-06..2027-01-31'];
  expect(phase({ today: '2027-02-01', pauses })).toEqual({ rhythm: 'weekly', month: 1 });
});

it('is none once every session has gone by, or before there is a start', () => {
  const over = { items: [], start: planOf(luton).start };
  expect(phaseOf(luton, { ...planOf(luton), ...over })).toEqual({ rhythm: null, month: null });
  expect(phaseOf(luton, { ...planOf(luton), start: null })).toEqual({ rhythm: null, month: null });
});
