import { describe, expect, it } from 'vitest';
import { recordStanding } from '../../src/academy/plan.ts';
import { type Case, date, inputOf, itemOf, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const statusOf = (given: Case, id: string) => itemOf(planOf(luton, given), id).status;

/*
 * Case supervision 2 is due on Monday 9 November 2026 (nominal Saturday the 7th), the next one on 7 December.
 * review-3m is due on 7 December, induction-end on 18 September, cadence-decision on 8 March 2027.
 * The pause, where there is one, runs from 2 to 13 November or has no end.
 */
const held = { 'case-supervision-2': '2026-11-11' };
const early = { 'case-supervision-2': '2026-10-30' };
const notHeld = { 'case-supervision-2': '2026-11-10' };
const bounded = ['2026-11-16..2026-11-29'];
const open = ['2026-11-16..'];

const table = `
item                 | recorded | pause   | today      | status
case-supervision-2   | -        | -       | 2026-09-07 | upcoming
case-supervision-2   | -        | -       | 2026-11-08 | upcoming
case-supervision-2   | -        | -       | 2026-11-09 | due
case-supervision-2   | -        | -       | 2026-11-10 | overdue
case-supervision-2   | -        | -       | 2026-12-06 | overdue
case-supervision-2   | -        | -       | 2026-12-07 | missed
case-supervision-2   | held     | -       | 2026-11-10 | overdue
case-supervision-2   | held     | -       | 2026-11-11 | done
case-supervision-2   | held     | -       | 2027-03-01 | done
case-supervision-2   | early    | -       | 2026-10-29 | upcoming
case-supervision-2   | early    | -       | 2026-10-30 | done
case-supervision-2   | not held | -       | 2026-11-09 | due
case-supervision-2   | not held | -       | 2026-11-10 | missed
case-supervision-12  | -        | -       | 2028-09-07 | overdue
review-3m            | -        | -       | 2026-12-07 | due
review-3m            | -        | -       | 2027-08-01 | overdue
claim-1              | -        | -       | 2026-09-07 | due
claim-1              | -        | -       | 2027-08-01 | overdue
induction-end        | -        | -       | 2026-09-17 | upcoming
induction-end        | -        | -       | 2026-09-18 | done
programme-end        | -        | -       | 2027-09-06 | upcoming
programme-end        | -        | -       | 2027-09-07 | done
cadence-decision     | -        | -       | 2027-03-08 | due
cadence-decision     | -        | -       | 2027-03-09 | overdue
cadence-decision     | -        | -       | 2027-03-21 | overdue
cadence-decision     | -        | -       | 2027-03-22 | done
case-supervision-2   | -        | bounded | 2026-11-15 | overdue
case-supervision-2   | -        | bounded | 2026-11-16 | suspended
case-supervision-2   | -        | bounded | 2026-11-29 | suspended
case-supervision-2   | -        | bounded | 2026-11-30 | overdue
case-supervision-2   | -        | bounded | 2026-12-20 | overdue
case-supervision-2   | -        | bounded | 2026-12-21 | missed
case-supervision-2   | early    | bounded | 2026-11-20 | done
case-supervision-1   | -        | bounded | 2026-11-20 | missed
case-supervision-3   | -        | bounded | 2026-12-10 | upcoming
case-supervision-3   | -        | bounded | 2026-12-21 | due
induction-end        | -        | bounded | 2026-11-20 | done
claim-1              | -        | bounded | 2026-11-20 | suspended
claim-1              | -        | bounded | 2026-11-30 | overdue
case-supervision-2   | -        | open    | 2026-11-15 | overdue
case-supervision-2   | -        | open    | 2027-06-01 | suspended
case-supervision-3   | -        | open    | 2026-11-15 | suspended
case-supervision-3   | -        | open    | 2027-06-01 | suspended
programme-end        | -        | open    | 2028-06-01 | suspended
claim-2              | -        | open    | 2026-12-01 | upcoming
claim-2              | -        | open    | 2027-04-01 | suspended`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('|').map((cell) => cell.trim()));

describe('The state of an item', () => {
  it.each(rows)('%s, record %s, pause %s, on %s is %s', (id = '', recorded, paused, today = '', status) => {
    const given: Case = {
      today,
      pauses: paused === 'bounded' ? bounded : paused === 'open' ? open : [],
      held: recorded === 'held' ? held : recorded === 'early' ? early : {},
      notHeld: recorded === 'not held' ? notHeld : {},
    };
    expect(statusOf(given, id)).toBe(status);
  });

  it('gives the date held only for what was held', () => {
    const plan = planOf(luton, {
      today: '2026-12-01',
      held,
      notHeld: { 'peer-supervision-1': '2026-10-07' },
    });
    expect(String(itemOf(plan, 'case-supervision-2').heldOn)).toBe('2026-11-11');
    expect(itemOf(plan, 'peer-supervision-1')).not.toHaveProperty('heldOn');
  });

  it('lapses a decision ten working days later, the days of a pause left out', () => {
    const paused = { pauses: ['2027-03-15..2027-03-28'] };
    // Due Mon 8 Mar; 9 to 12 Mar are four working days, then 30 Mar (29 Mar is Easter Monday) to 6 Apr the other six.
    expect(statusOf({ ...paused, today: '2027-04-05' }, 'cadence-decision')).toBe('overdue');
    expect(statusOf({ ...paused, today: '2027-04-06' }, 'cadence-decision')).toBe('done');
  });

  it('is not missed by a later session that rolled to the same day', () => {
    // Fri 25 Dec and Fri 1 Jan both roll to Mon 4 Jan over the closure; the next session is on Fri 8 Jan.
    const christmas = { start: '2026-09-04', closures: ['2026-12-29..2026-12-31'] };
    const on = (today: string) => statusOf({ ...christmas, today }, 'team-meeting-16');
    expect(['2027-01-03', '2027-01-04', '2027-01-05', '2027-01-07', '2027-01-08'].map(on)).toEqual([
      'upcoming',
      'due',
      'overdue',
      'overdue',
      'missed',
    ]);
  });

  it('is not missed in a pause by the date of a session that was held before it', () => {
    const given = { pauses: bounded, held: { 'reflective-supervision-8': '2026-11-13' } };
    expect(statusOf({ ...given, today: '2026-11-15' }, 'reflective-supervision-7')).toBe('overdue');
    expect(statusOf({ ...given, today: '2026-11-20' }, 'reflective-supervision-7')).toBe('suspended');
    expect(statusOf({ ...given, today: '2026-11-30' }, 'reflective-supervision-7')).toBe('missed');
  });

  it('takes the last record of an item as the one that counts', () => {
    const later = { notHeld: { 'case-supervision-2': '2026-11-09' }, today: '2026-12-01' };
    expect(statusOf({ ...later, held }, 'case-supervision-2')).toBe('missed');
  });
});

describe('A record outside the cadence', () => {
  it.each([
    [
      'before the start',
      { 'reflective-supervision-1': '2026-09-04' },
      'reflective-supervision-1',
      '2026-09-14',
    ],
    ['inside a pause', { 'case-supervision-2': '2026-11-20' }, 'case-supervision-2', '2026-12-01'],
  ])('%s leaves its item unrecorded', (_where, records, id, today) => {
    const item = itemOf(planOf(luton, { held: records, pauses: bounded, today }), id);
    expect(item.status).not.toBe('done');
    expect(item).not.toHaveProperty('heldOn');
  });

  it.each([
    ['2026-09-06', 'before-start'],
    ['2026-09-07', 'counts'],
    ['2026-11-15', 'counts'],
    ['2026-11-16', 'in-pause'],
    ['2026-11-29', 'in-pause'],
    ['2026-12-01', 'counts'],
    ['2026-12-02', 'in-future'],
  ])('is known by its date: %s %s', (on, standing) => {
    expect(recordStanding(inputOf({ pauses: bounded }), date(on), date('2026-12-01'))).toBe(standing);
  });
});
