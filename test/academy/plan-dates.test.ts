import { describe, expect, it } from 'vitest';
import { nominalsOf } from '../../src/academy/cadence.ts';
import type { Programme } from '../../src/academy/programme.ts';
import { type Case, itemOf, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');

const dueOf = (given: Case, id: string) => String(itemOf(planOf(luton, given), id).due);

describe('Months (A5)', () => {
  it('are counted from the start itself and clamped to the month’s end', () => {
    const plan = planOf(luton, { start: '2026-08-31' });
    const nominals = plan.items
      .filter(({ series }) => series === 'case-supervision')
      .map(({ nominal }) => String(nominal));
    expect(nominals.join(' ')).toBe(
      '2026-09-30 2026-10-31 2026-11-30 2026-12-31 2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-07-31 2027-08-31',
    );
    expect(itemOf(plan, 'case-supervision-6').why[0]).toContain(
      '(that month has no day 31, so its last day)',
    );
  });

  it('end a year that began on 29 February on 28 February', () => {
    expect(String(planOf(luton, { start: '2024-02-29' }).end)).toBe('2025-02-28');
  });
});

describe('A cadence (A3)', () => {
  const weekly = [{ every: { unit: 'week', count: 1 }, until: 'end' }] as const;
  const days = (...given: Parameters<typeof nominalsOf>) => nominalsOf(...given).map(({ day }) => day);

  it('includes the day of the programme’s end, and never the start', () => {
    expect(days(weekly, 100, 114)).toEqual([107, 114]);
    expect(days(weekly, 100, 113)).toEqual([107]);
    expect(days([], 100, 113)).toEqual([]);
  });

  it('of several phases never goes beyond the programme’s end, even in a phase that another follows', () => {
    const slow = [
      { every: { unit: 'week', count: 2 }, until: { unit: 'week', count: 3 } },
      { every: { unit: 'week', count: 1 }, until: 'end' },
    ] as const;
    expect(days(slow, 100, 140)).toEqual([114, 128, 135]);
    expect(days(slow, 100, 127)).toEqual([114, 121]);
  });
});

describe('The roll (A4)', () => {
  it('goes forward over Easter, and back when the council wants it', () => {
    // Start 25 Dec 2026 + 3 months = Thu 25 Mar 2027; + 13 weeks = Fri 26 Mar 2027, Good Friday.
    const friday = { start: '2026-12-25' };
    expect(dueOf(friday, 'team-meeting-13')).toBe('2027-03-30');
    expect(dueOf({ ...friday, roll: 'preceding' }, 'team-meeting-13')).toBe('2027-03-25');
  });

  it('never drifts: the session after a rolled one keeps its own nominal', () => {
    expect(dueOf({}, 'reflective-supervision-11')).toBe('2026-12-29');
    expect(dueOf({}, 'reflective-supervision-12')).toBe('2027-01-11');
  });

  it('back does not go before the clock start or into a pause, but forward then', () => {
    // Sunday 13 Dec is the pause's last day; an item that the pause moved to it may not roll back into the pause.
    const paused = { roll: 'preceding', pauses: ['2026-11-01..2026-12-13'] } as const;
    // Nominal Sat 7 Nov + 43 days = Sun 20 Dec 2026, back to Fri 18 Dec.
    expect(dueOf(paused, 'case-supervision-2')).toBe('2026-12-18');
    // Nominal Mon 2 Nov + 43 days = Tue 15 Dec.
    expect(dueOf(paused, 'reflective-supervision-7')).toBe('2026-12-15');
    // Nominal Mon 2 Nov + 47 days = Sat 19 Dec: Friday is the pause's last day, so Monday.
    const ending = { roll: 'preceding', pauses: ['2026-11-02..2026-12-18'] } as const;
    expect(dueOf(ending, 'reflective-supervision-7')).toBe('2026-12-21');
    // Saturday's meeting was due on the Friday, the day before the pause: it stays.
    expect(dueOf({ roll: 'preceding', pauses: ['2026-11-07..2026-12-18'] }, 'case-supervision-2')).toBe(
      '2026-11-06',
    );
    const oneDay = {
      ...luton,
      induction: { ...luton.induction, length: { unit: 'day', count: 1 } },
    } as Programme;
    expect(String(itemOf(planOf(oneDay, { start: '2026-09-05' }), 'induction-end').due)).toBe('2026-09-07');
  });

  it('of the induction’s end is always back', () => {
    expect(dueOf({ roll: 'following' }, 'induction-end')).toBe('2026-09-18');
    expect(dueOf({ start: '2026-09-09' }, 'induction-end')).toBe('2026-09-22');
  });
});

describe('Part-time (A7)', () => {
  it('stretches reviews and ends to whole months where the division allows', () => {
    const half = { fte: 0.5 };
    expect(dueOf(half, 'review-3m')).toBe('2027-03-08');
    expect(dueOf(half, 'review-12m')).toBe('2028-09-07');
    expect(String(planOf(luton, half).end)).toBe('2028-09-07');
    expect(dueOf(half, 'probation-end')).toBe('2028-09-07');
  });

  it('divides days, rounded up and exactly, where it does not', () => {
    // 3 months are 91 days: 91 ÷ 0.7 = 130 exactly; 6 months are 181: 258.57 → 259.
    expect(dueOf({ fte: 0.7 }, 'review-3m')).toBe('2027-01-15');
    expect(String(itemOf(planOf(luton, { fte: 0.7 }), 'review-6m').nominal)).toBe('2027-05-24');
    // 276 days (9 months from 1 May 2026 to 1 Feb 2027) at 0.69 are exactly 400, not 401.
    const may = planOf(luton, { start: '2026-05-01', fte: 0.69 });
    expect(String(itemOf(may, 'review-9m').nominal)).toBe('2027-06-05');
    expect(itemOf(may, 'review-9m').why).toContain(
      'Part-time: 276 ÷ 0.69 = 400 days, part of a day rounded up',
    );
  });

  it('never stretches supervision, induction, the decision or the claims, but supervision goes on to the later end', () => {
    const half = planOf(luton, { fte: 0.5 });
    const full = planOf(luton);
    for (const id of [
      'reflective-supervision-16',
      'case-supervision-12',
      'induction-end',
      'cadence-decision',
      'claim-2',
    ]) {
      expect(String(itemOf(half, id).due), id).toBe(String(itemOf(full, id).due));
    }
    expect(half.items.filter(({ series }) => series === 'case-supervision')).toHaveLength(24);
  });
});

describe('Pauses (A6)', () => {
  const november = { pauses: ['2026-11-02..2026-12-13'] };

  it('move what falls on or after their first day by their length, and nothing before it', () => {
    expect(dueOf(november, 'reflective-supervision-6')).toBe('2026-10-19');
    expect(dueOf(november, 'reflective-supervision-7')).toBe('2026-12-14');
    expect(dueOf(november, 'review-3m')).toBe('2027-01-18');
    const plan = planOf(luton, november);
    expect(String(plan.end)).toBe('2027-10-19');
    expect(String(itemOf(plan, 'programme-end').nominal)).toBe('2027-09-07');
    expect(dueOf(november, 'probation-end')).toBe('2027-10-19');
  });

  it('count once where they overlap, and one after the other where they do not', () => {
    const united = { pauses: ['2026-11-20..2026-12-13', '2026-11-02..2026-11-25'] };
    expect(planOf(luton, united).items).toEqual(planOf(luton, november).items);
    const separate = { pauses: ['2026-11-02..2026-11-15', '2027-01-04..2027-01-10'] };
    // Start + 3 months = 7 Dec, + 14 = 21 Dec, before the second pause.
    expect(dueOf(separate, 'review-3m')).toBe('2026-12-21');
    // Start + 6 months = 7 Mar, + 14 + 7 = 28 Mar (Sunday), Easter Monday: Tue 30 Mar.
    expect(dueOf(separate, 'review-6m')).toBe('2027-03-30');
  });

  it('move the end that falls on their first day', () => {
    expect(String(planOf(luton, { pauses: ['2027-09-07..2027-09-09'] }).end)).toBe('2027-09-10');
    expect(String(planOf(luton, { pauses: ['2027-09-08..2027-09-09'] }).end)).toBe('2027-09-07');
  });

  it('push a date that only rolled into them to the first working day after them', () => {
    // Nominal Sat 7 Nov, rolled Mon 9 Nov, which is inside: Mon 16 Nov; the nominal stays.
    const plan = planOf(luton, { pauses: ['2026-11-09..2026-11-15'] });
    expect(String(itemOf(plan, 'case-supervision-2').due)).toBe('2026-11-16');
    expect(String(itemOf(plan, 'case-supervision-2').nominal)).toBe('2026-11-07');
    expect(itemOf(plan, 'case-supervision-2').why.join(' ')).toContain('is in the pause');
  });

  it('leave an item where it was when its record was held before their first day', () => {
    const early = { ...november, held: { 'reflective-supervision-7': '2026-10-30' }, today: '2026-12-20' };
    expect(dueOf(early, 'reflective-supervision-7')).toBe('2026-11-02');
    const late = { ...november, held: { 'reflective-supervision-7': '2026-12-15' }, today: '2026-12-20' };
    expect(dueOf(late, 'reflective-supervision-7')).toBe('2026-12-14');
  });

  it('move neither claims nor a milestone that was reached before them', () => {
    expect(dueOf({ pauses: ['2026-09-10..2027-06-30'] }, 'claim-2')).toBe('2027-03-31');
    // The induction's fourteen days end on Sunday 20 Sep; its last working day, the 18th, was reached.
    expect(dueOf({ pauses: ['2026-09-19..2026-10-18'] }, 'induction-end')).toBe('2026-09-18');
    expect(dueOf({ pauses: ['2026-09-18..2026-10-17'] }, 'induction-end')).toBe('2026-10-20');
  });

  it('with no end leave no date at all on what they hold', () => {
    const plan = planOf(luton, { pauses: ['2027-02-01..'], today: '2027-02-10' });
    expect(plan.end).toBeNull();
    const held = plan.items.filter(({ due }) => due === null);
    expect(held.map(({ id }) => id)).toContain('review-6m');
    expect(held.every(({ nominal, status }) => nominal === null && status === 'suspended')).toBe(true);
    expect(plan.items.filter(({ due, nominal }) => (due === null) !== (nominal === null))).toEqual([]);
    expect(plan.items.findLast(({ due }) => due !== null)?.id).toBe('claim-2');
    expect(itemOf(plan, 'review-6m').why.join(' ')).toContain('no date until the pause ends');
  });

  it('after the end of the programme change nothing', () => {
    const later = { today: '2027-10-10', pauses: ['2027-09-20..'] };
    expect(planOf(luton, later)).toEqual(planOf(luton, { today: '2027-10-10' }));
  });
});

describe('Claims (A16)', () => {
  it.each([
    ['2026-09-07', '2026-09-07 2027-03-31'],
    ['2025-10-06', '2025-10-06 2026-10-06'],
    ['2026-03-31', '2026-03-31 2027-03-31'],
    ['2027-03-31', '2027-03-31 2027-03-31'],
    ['2027-04-01', ''],
    ['2026-08-29', '2026-08-29 2027-03-31'],
  ])('for a start on %s are dated %s', (start, dates) => {
    const claims = planOf(luton, { start, fte: 0.6 }).items.filter(({ kind }) => kind === 'claim');
    expect(claims.map(({ due }) => String(due)).join(' ')).toBe(dates);
  });
});

describe('Warnings', () => {
  const codes = (given: Case) => planOf(luton, given).warnings.map(({ code }) => code);

  it.each<[string, Case, string]>([
    ['an ordinary year', {}, ''],
    ['dates after the last known bank holiday', { start: '2028-03-01' }, 'holidays-unknown regime-changed'],
    ['a start under the next framework', { start: '2027-09-01' }, 'regime-changed'],
    ['a start on the day before it', { start: '2027-08-31' }, ''],
    ['an end of exactly 24 months', { start: '2026-05-04', fte: 0.5 }, ''],
    [
      'an end beyond 24 months',
      { start: '2026-05-04', fte: 0.5, pauses: ['2026-06-01..2026-06-01'] },
      'beyond-24-months',
    ],
  ])('for %s are as they should be', (_what, given, expected) => {
    expect(codes(given).join(' ')).toBe(expected);
  });

  it('name the last day whose bank holidays are known, and the items beyond it', () => {
    const [warning] = planOf(luton, { start: '2028-03-01' }).warnings;
    expect(warning?.message).toContain('Sunday 31 December 2028');
    expect(warning?.items).toContain('review-12m');
    expect(warning?.items).not.toContain('review-9m');
  });
});

describe('A conditional review (D1)', () => {
  it('exists only once it is required', async () => {
    const durham = await preset('durham');
    expect(planOf(durham).items.map(({ id }) => id)).not.toContain('review-9m');
    const required = planOf(durham, { required: ['review-9m'] });
    expect(itemOf(required, 'review-9m')).toMatchObject({ series: 'review', sequence: 3, kind: 'review' });
    expect(String(itemOf(required, 'review-9m').due)).toBe('2027-06-07');
  });
});

describe('The order of a plan', () => {
  it('is that of the dates, then of the series by name, then within the series; what has no date comes last', () => {
    const { items } = planOf(luton, { pauses: ['2027-06-01..'] });
    const rows = items.map(({ due, series, sequence }) => [
      due === null ? 'undated' : String(due),
      series,
      String(sequence).padStart(3, '0'),
    ]);
    const asText = rows.map((row) => row.join(' '));
    expect(asText).toEqual(asText.toSorted());
    expect(rows.some(([due]) => due === 'undated')).toBe(true);
    // Several items of several series fall on one day, and two of one series on another.
    expect(asText).toEqual(
      expect.arrayContaining(['2026-12-07 case-supervision 003', '2026-12-07 review 001']),
    );
    const christmas = planOf(luton, { start: '2026-09-04', closures: ['2026-12-29..2026-12-31'] });
    const meetings = christmas.items.filter(
      ({ series, due }) => series === 'team-meeting' && String(due) === '2027-01-04',
    );
    expect(meetings.map(({ sequence }) => sequence)).toEqual([16, 17]);
  });
});
