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

it('is counted in months from the start, through the years', () => {
  expect(phase({ today: '2026-11-20' })).toMatchObject({ month: 3 });
  expect(phase({ today: '2027-10-20', fte: 0.5 })).toMatchObject({ month: 14 });
});

it('is that of the series which it is about, as the council has written it', () => {
  const plan = planOf(luton);
  const reflective = luton.series.filter(({ id }) => id === 'reflective-supervision');
  const others = luton.series.filter(({ id }) => id !== 'reflective-supervision');
  expect(phaseOf({ ...luton, series: [...others, ...reflective] }, plan).rhythm).toBe('weekly');
  expect(phaseOf({ ...luton, series: others }, plan)).toEqual({ rhythm: null, month: null });
  const undated = plan.items.map((item) => ({ ...item, nominal: null }));
  expect(phaseOf(luton, { ...plan, items: undated })).toEqual({ rhythm: null, month: null });
});

it('is the last phase’s, decided from its own day on, and nobody’s where nothing is decided', () => {
  const cadence = [
    { choice: 'custom', everyWeeks: 3, on: date('2027-03-09') } as const,
    { choice: 'custom', everyWeeks: 2, on: date('2027-04-20') } as const,
  ];
  const on = (today: string, programme = luton) => {
    const plan = yearPlan(luton, calendarOf(luton), { ...inputOf({}), cadence }, date(today));
    return phaseOf(programme, plan, cadence).rhythm;
  };
  expect(on('2027-04-19')).toBe('every 3 weeks');
  expect(on('2027-04-20')).toBe('fortnightly');
  expect(on('2027-04-20', { ...luton, cadenceDecision: null })).toBe('monthly');
  // Decided early, for the time after six months alone.
  const early = [{ choice: 'custom', everyWeeks: 3, on: date('2026-09-08') } as const];
  expect(phaseOf(luton, planOf(luton, { today: '2026-09-10' }), early).rhythm).toBe('weekly');
});
