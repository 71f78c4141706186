/** How many messages a second this process tries to send: never more than its share, and less while Teams objects. */

export interface RateLaw {
  /** What is left of the rate after "slow down". */
  readonly cut: number;
  /** Milliseconds in which several refusals count as one: they were under way together. */
  readonly oneCutIn: number;
  /** What each quiet second adds, as a part of the rate. */
  readonly growth: number;
}

/** Measured in the simulation, see docs/decisions/0016. */
const usualLaw: RateLaw = { cut: 0.9, oneCutIn: 1_000, growth: 0.012 };

/** Never slower than this, so that it is noticed when Teams takes more again. Messages a second. */
const slowest = 0.5;

export interface AdaptiveRate {
  /** Messages a second at this moment. Times are milliseconds of the process's own steady time. */
  at(now: number): number;
  throttled(now: number): void;
  /** The share of the quota that is ours from now on. */
  limitTo(perSecond: number): void;
}

export function createAdaptiveRate(perSecond: number, law: RateLaw = usualLaw): AdaptiveRate {
  let most = perSecond;
  let rate = perSecond;
  let grownUntil = 0;
  let cutAt = Number.NEGATIVE_INFINITY;

  function at(now: number): number {
    const seconds = Math.max(0, now - grownUntil) / 1_000;
    grownUntil = Math.max(grownUntil, now);
    rate = Math.min(most, rate * (1 + law.growth) ** seconds);
    return rate;
  }

  return {
    at,
    throttled(now) {
      const current = at(now);
      if (now - cutAt < law.oneCutIn) return;
      cutAt = now;
      rate = Math.max(Math.min(slowest, most), current * law.cut);
    },
    limitTo(perSecondNow) {
      // The same degree of caution at another share: workers come and go.
      rate = Math.min(perSecondNow, (rate / most) * perSecondNow);
      most = perSecondNow;
    },
  };
}
