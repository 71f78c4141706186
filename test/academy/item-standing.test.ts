import { expect, test } from 'vitest';
import { standingOfItem } from '../../src/academy/item-standing.ts';
import { itemStatuses, type PlanItem } from '../../src/academy/plan-item.ts';
import { type Case, date, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');

/** Case supervision 2 falls on Monday 9 November 2026, the next one on 7 December. */
const standing = (given: Case, dueOn = '2026-11-09', item = 'case-supervision-2') =>
  standingOfItem(planOf(luton, given), item, date(dueOn));

test.each<[string, Case, string]>([
  ['before its day', { today: '2026-11-02' }, 'open'],
  ['late', { today: '2026-11-12' }, 'open'],
  ['recorded as held', { today: '2026-11-12', held: { 'case-supervision-2': '2026-11-11' } }, 'done'],
  [
    'recorded as not held',
    { today: '2026-11-12', notHeld: { 'case-supervision-2': '2026-11-11' } },
    'missed',
  ],
  ['when the next one falls due', { today: '2026-12-07' }, 'missed'],
  ['in a pause after its day', { today: '2026-11-17', pauses: ['2026-11-16..2026-11-29'] }, 'suspended'],
  ['with a pause before its day', { today: '2026-11-17', pauses: ['2026-11-02..2026-11-08'] }, 'moved'],
])('an item stands %s', (_, given, expected) => {
  expect(standing(given)).toBe(expected);
});

test('what was held in the end is done, although its date had moved', () => {
  const given = {
    today: '2026-12-01',
    pauses: ['2026-11-02..2026-11-08'],
    held: { 'case-supervision-2': '2026-11-16' },
  };
  expect(standing(given, '2026-11-09')).toBe('done');
  expect(standing({ ...given, held: {} }, '2026-11-16')).toBe('open');
});

test('what is no longer part of the plan counts as moved', () => {
  expect(standing({ today: '2026-11-12' }, '2026-11-09', 'review-9m-or-so')).toBe('moved');
});

test('each status says by itself how an item stands, on its day and on another', () => {
  const rows = itemStatuses.map((status) => {
    const on = (due: string | null) =>
      standingOfItem(
        { items: [{ id: 'x', status, due: due === null ? null : date(due) } as PlanItem] },
        'x',
        date('2026-11-09'),
      );
    return `${status}: ${on('2026-11-09')} ${on('2026-11-10')} ${on(null)}`;
  });
  expect(rows).toEqual([
    'upcoming: open moved moved',
    'due: open moved moved',
    'overdue: open moved moved',
    'done: done done done',
    'missed: missed missed missed',
    'suspended: suspended suspended suspended',
    'cancelled: moved moved moved',
  ]);
});
