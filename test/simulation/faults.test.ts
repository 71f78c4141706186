import { expect, test } from 'vitest';
import { playMany } from './many.ts';
import { play } from './play.ts';

const good = { lost: [], markedTwice: [], unexcused: [] };

/*
 * Seeds that found something once: a claim that ended when a clock was put forward, so that two workers had the lane;
 * a notice that was put off by a clock a day ahead, and waited for that day.
 */
test.each([103, 110, 135])(
  'seed %i finds nothing any more',
  async (seed) => {
    expect(await play(seed)).toMatchObject(good);
  },
  60_000,
);

test('workers that die, stand still and have wrong clocks lose nothing and double only what a lost reply excuses', async () => {
  const figures = await playMany([1, 2, 3, 4], 200);
  expect(figures.bad).toEqual([]);
  expect(figures.owed).toBeGreaterThan(200);
  // What is survived has to have happened.
  expect(figures.deaths).toBeGreaterThan(10);
  expect(figures.doubled).toBeGreaterThan(0);
}, 120_000);

test('the same seed is the same life', async () => {
  expect(await play(7, 60)).toEqual(await play(7, 60));
}, 60_000);
