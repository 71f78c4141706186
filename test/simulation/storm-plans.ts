import type { StormPlan } from './storms.ts';

/** A third of the time each at 50, 30 and 50 messages a second, with a storm every ten minutes or so. */
export function stormy(hours: number, processes: number, perSecond: number): StormPlan {
  const third = hours * 1_200;
  return {
    seed: 1,
    hours,
    processes,
    perSecond,
    quota: [
      { from: 0, perSecond: 50 },
      { from: third, perSecond: 30 },
      { from: 2 * third, perSecond: 50 },
    ],
    storms: { every: 600, longest: 60, saysHowLong: 0.5 },
    answers: 2,
  };
}

/** Nothing but sending, as fast as the quota lets one process. */
export function steady(hours: number): StormPlan {
  return {
    seed: 1,
    hours,
    processes: 1,
    perSecond: 50,
    quota: [{ from: 0, perSecond: 50 }],
    storms: null,
    answers: 2,
  };
}
