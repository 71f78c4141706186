import { expect, it } from 'vitest';
import { movedDates } from '../../src/academy/moved-dates.ts';
import { planOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const moved = (...[before, after]: readonly [Parameters<typeof planOf>[1], Parameters<typeof planOf>[1]]) =>
  movedDates(planOf(luton, before), planOf(luton, after)).map(
    ({ item, was, now }) => `${item.id} ${was} ${now}`,
  );

it('are none where nothing changes, and each item’s old and new date where something does', () => {
  expect(moved({}, {})).toEqual([]);
  const later = moved({}, { pauses: ['2027-08-16..2027-08-22'] });
  expect(later).toContain('review-12m 2027-09-07 2027-09-14');
  expect(later.filter((line) => line.startsWith('review-3m'))).toEqual([]);
});

it('are dates that are taken away, and dates that are given back', () => {
  const open = { pauses: ['2027-08-16..'] };
  expect(moved({}, open)).toContain('review-12m 2027-09-07 null');
  expect(moved(open, {})).toContain('review-12m null 2027-09-07');
  expect(moved(open, open)).toEqual([]);
});

it('are nothing of an item that only one of the two plans has', () => {
  expect(moved({}, { required: ['review-9m'] })).toEqual([]);
  expect(moved({ required: ['review-9m'] }, {})).toEqual([]);
});
