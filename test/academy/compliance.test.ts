import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { complianceOf, percentOf, summedCompliance } from '../../src/academy/compliance.ts';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import { planInputOf, yearPlan } from '../../src/academy/plan.ts';
import { held, type Lived, livedYear, rearranged } from '../services/year-for-tests.ts';
import { date, preset } from './support/luton.ts';

const luton = await preset('luton');

async function complianceIn(lived: Lived) {
  const { needs } = livedYear(luton, lived);
  const file = (await needs.files.load('p1'))?.file;
  if (file === undefined) throw new Error('no file');
  const plan = yearPlan(luton, needs.calendar, planInputOf(file), date(lived.today));
  return complianceOf(file, plan, ({ series }) => series === 'reflective-supervision');
}

describe('how a year has been kept', () => {
  it('counts what fell due by what became of it; late is done and not on time', async () => {
    const records = [
      held('reflective-supervision-1', '2026-09-14'),
      held('reflective-supervision-2', '2026-09-22'),
      rearranged('reflective-supervision-3', '2026-09-28', '2026-09-30'),
    ];
    const found = await complianceIn({ today: '2026-10-14', records });
    const { fellDue, done, onTime, missed, overdue } = found;
    expect({ fellDue, done, onTime, missed, overdue }).toEqual({
      fellDue: 5,
      done: 2,
      onTime: 1,
      missed: 2,
      overdue: 1,
    });
  });

  it('leaves out what is due today until it is recorded', async () => {
    const before = await complianceIn({ today: '2026-09-14' });
    expect(before.fellDue).toBe(0);
    const records = [held('reflective-supervision-1', '2026-09-14')];
    expect(await complianceIn({ today: '2026-09-14', records })).toMatchObject({ fellDue: 1, onTime: 1 });
  });

  it('judges the national standard on the day held, not on the item: a late session fills its own week', async () => {
    const records = [
      held('reflective-supervision-1', '2026-09-15'),
      held('reflective-supervision-2', '2026-09-21'),
      { ...held('reflective-supervision-3', '2026-09-28'), minutes: 60 },
    ];
    const { breaches } = await complianceIn({ today: '2026-09-30', records });
    expect(breaches.map(({ fromOn, why }) => `${fromOn} ${why}`)).toEqual([
      '2026-09-08 none',
      '2026-09-22 short',
    ]);
  });

  it('counts of the time before records were kept what was recorded, and nothing else', async () => {
    const records = [
      held('reflective-supervision-1', '2026-09-14'),
      rearranged('reflective-supervision-3', '2026-09-28', '2026-09-30'),
    ];
    const lived = { today: '2026-10-20', records };
    const all = await complianceIn(lived);
    expect(all).toMatchObject({ fellDue: 6, done: 1, missed: 4, overdue: 1, fromBefore: 0 });
    const since = await complianceIn({ ...lived, knownOn: '2026-10-07' });
    expect(since).toMatchObject({ fellDue: 4, done: 1, missed: 2, overdue: 1, fromBefore: 2 });
    expect(since.breaches.map(({ fromOn }) => fromOn.toString())).toEqual(['2026-10-13']);
  });

  it('counts nothing of a time that is paused', async () => {
    const found = await complianceIn({ today: '2026-12-01', pauses: [['2026-09-08', null]] });
    expect(found).toMatchObject({ fellDue: 0, missed: 0, overdue: 0, floorBreaches: 0 });
  });
});

describe('several together', () => {
  it('adds counts and not percentages', () => {
    const one = { fellDue: 1, done: 1, onTime: 1, missed: 0, overdue: 0, fromBefore: 2, floorBreaches: 0 };
    const other = { fellDue: 9, done: 3, onTime: 0, missed: 6, overdue: 0, fromBefore: 1, floorBreaches: 2 };
    const sum = summedCompliance([one, other]);
    expect(sum).toEqual({
      fellDue: 10,
      done: 4,
      onTime: 1,
      missed: 6,
      overdue: 0,
      fromBefore: 3,
      floorBreaches: 2,
    });
    expect(percentOf(sum.onTime, sum.fellDue)).toBe(10);
  });

  it.each([
    [11, 13, 85],
    [1, 8, 13],
    [1, 200, 1],
    [1, 201, 0],
    [0, 3, 0],
    [3, 3, 100],
  ])('shows %i of %i as %i per cent, half up', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it('says of nothing at all that there is no data, and not 0', () => {
    expect(percentOf(0, 0)).toBeNull();
  });
});

describe('the standard of reflective supervision', () => {
  async function breachesOf(lived: Lived, change: Partial<ParticipantFile> = {}) {
    const { needs } = livedYear(luton, lived);
    const kept = (await needs.files.load('p1'))?.file;
    if (kept === undefined) throw new Error('no file');
    const file = { ...kept, ...change };
    const plan = yearPlan(luton, needs.calendar, planInputOf(file), date(lived.today));
    const found = complianceOf(file, plan, ({ kind }) => kind === 'supervision');
    return { ...found, breaches: found.breaches.map(({ fromOn, why }) => `${fromOn} ${why}`) };
  }

  it('is kept by no other supervision, and by no date of which there is no record', async () => {
    const records = [held('case-supervision-1', '2026-09-14')];
    expect((await breachesOf({ today: '2026-09-15', records })).breaches).toEqual(['2026-09-08 none']);
    const entered = { entryId: 'e', by: 'x', byName: 'X', at: Temporal.Instant.from('2026-09-14T12:00Z') };
    const entries = [
      { ...entered, entry: 'date-held', item: 'reflective-supervision-1', heldOn: date('2026-09-14') },
    ] as const;
    const dated = await breachesOf({ today: '2026-09-15' }, { entries });
    expect(dated.breaches).toEqual(['2026-09-08 none']);
    expect(dated).toMatchObject({ done: 1, onTime: 1 });
  });

  it('is judged to the last day of somebody who left, and not at all before there is a start', async () => {
    const step = { stepId: 's', decidedOn: date('2026-09-15'), by: 'helen' };
    const enrolment = [
      {
        ...step,
        step: { step: 'leave', on: date('2026-09-15'), reason: 'agency-work' },
        at: Temporal.Instant.from('2026-09-15T12:00Z'),
      },
    ] as const;
    expect((await breachesOf({ today: '2026-10-14' }, { enrolment })).breaches).toEqual(['2026-09-08 none']);
    const { needs } = livedYear(luton, { today: '2026-10-14' });
    const participant = (await needs.files.load('p1'))?.file.participant;
    if (participant === undefined) throw new Error('no file');
    const pending = await breachesOf(
      { today: '2026-10-14' },
      { participant: { ...participant, startOn: null } },
    );
    expect(pending).toMatchObject({ fellDue: 0, floorBreaches: 0, breaches: [] });
  });

  it('counts on time what was held on its very day, and neither what was missed nor what is to come', async () => {
    const records = [
      held('reflective-supervision-1', '2026-09-11'),
      held('reflective-supervision-2', '2026-09-21'),
      held('reflective-supervision-5', '2026-09-29'),
    ];
    expect(await breachesOf({ today: '2026-09-29', records })).toMatchObject({
      fellDue: 3,
      done: 2,
      onTime: 2,
      overdue: 1,
      missed: 0,
    });
  });
});
