import { expect, test } from 'vitest';
import { steady, stormy } from './storm-plans.ts';
import { weather } from './storms.ts';

/* An hour of what `npm run simulate-storms` does for a day. */
test.each([
  { processes: 1, perSecond: 50, least: 0.95 },
  { processes: 1, perSecond: 45, least: 0.95 },
  { processes: 3, perSecond: 50, least: 0.94 },
])(
  '$processes process(es) that may send $perSecond a second use the quota that there is',
  async ({ processes, perSecond, least }) => {
    const figures = await weather(stormy(1, processes, perSecond));
    expect(figures.used).toBeGreaterThan(least);
    expect(figures.refused).toBeLessThan(0.01);
    expect(figures.answerP99).toBeLessThan(2);
    expect(figures.unanswered / figures.answered).toBeLessThan(0.01);
  },
  120_000,
);

test('ten minutes of steady sending use the quota that there is, and each hour is told of', async () => {
  const told: number[] = [];
  const figures = await weather({ ...steady(1 / 6), onHour: (hours) => told.push(hours) });
  expect(figures.used).toBeGreaterThan(0.95);
  expect(figures.refused).toBeLessThan(0.01);
  expect(figures.unanswered).toBe(0);
  expect(told).toEqual([1 / 6]);
}, 120_000);
