import { expect, test } from 'vitest';
import { stormy } from './storm-plans.ts';
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
