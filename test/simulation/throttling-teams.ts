/**
 * A tenant's quota as Teams might keep it: a bucket that fills at so many a second. In a storm it takes a fifth, and
 * asks for patience until it is over, or does not say for how long.
 */
import type { Told } from '../../src/delivery/circuit.ts';
import type { Chance } from './seeded.ts';

/** From so many seconds on, so many a second. */
export type QuotaPlan = readonly { readonly from: number; readonly perSecond: number }[];

export interface Storms {
  /** Seconds between two storms, on average. */
  readonly every: number;
  /** Longest, in seconds; the shortest lasts one. */
  readonly longest: number;
  /** How often Teams says for how long. */
  readonly saysHowLong: number;
}

/** Seconds' worth of quota that may be used at once. */
const burst = 1;
const leftInStorm = 0.2;

export class ThrottlingTeams {
  readonly #plan: QuotaPlan;
  readonly #storms: Storms | null;
  readonly #chance: Chance;
  #tokens: number;
  #filledAt = 0;
  #storm: { readonly from: number; readonly until: number; readonly isSaid: boolean };

  constructor(plan: QuotaPlan, storms: Storms | null, chance: Chance) {
    this.#plan = plan;
    this.#storms = storms;
    this.#chance = chance;
    this.#tokens = this.quota(0) * burst;
    this.#storm = this.#nextStorm(120);
  }

  #nextStorm(after: number) {
    if (this.#storms === null) return { from: Number.POSITIVE_INFINITY, until: 0, isSaid: false };
    const { every, longest, saysHowLong } = this.#storms;
    const from = after + this.#chance.next() * 2 * every;
    const until = from + 1 + this.#chance.next() * (longest - 1);
    return { from, until, isSaid: this.#chance.happens(saysHowLong) };
  }

  /** The quota outside storms, in messages a second. */
  quota(seconds: number): number {
    return this.#plan.findLast(({ from }) => from <= seconds)?.perSecond ?? 0;
  }

  isStorm(seconds: number): 'said' | 'unsaid' | null {
    if (seconds >= this.#storm.until && this.#storm.from < this.#storm.until) {
      this.#storm = this.#nextStorm(this.#storm.until);
    }
    if (seconds < this.#storm.from) return null;
    return this.#storm.isSaid ? 'said' : 'unsaid';
  }

  /** What Teams takes per second at this moment. */
  takes(seconds: number): number {
    return this.quota(seconds) * (this.isStorm(seconds) === null ? 1 : leftInStorm);
  }

  request(milliseconds: number): Told {
    const seconds = milliseconds / 1_000;
    const rate = this.takes(seconds);
    const most = rate * burst;
    this.#tokens = Math.min(most, this.#tokens + (seconds - this.#filledAt) * rate);
    this.#filledAt = seconds;
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      return { outcome: 'sent' };
    }
    const storm = this.isStorm(seconds);
    if (storm === 'said') {
      return { outcome: 'throttled', retryAfterSeconds: Math.ceil(this.#storm.until - seconds) };
    }
    return { outcome: 'throttled', retryAfterSeconds: this.#chance.happens(0.5) ? 2 : null };
  }
}
