import type { Temporal } from 'temporal-polyfill';

/** Rows that one step of the purge has taken away. */
export interface Purged {
  readonly inbound: number;
  readonly ledger: number;
  /** Whether this day's purge is done; otherwise the next step goes on where this one stopped. */
  readonly isDone: boolean;
}

/** Takes away what nobody needs any more, a little at a time. */
export interface Purge {
  /** One step; undefined when there is nothing to do until tomorrow. Doing it twice, or on two machines, does no harm. */
  step(now: Temporal.Instant): Promise<Purged | undefined>;
}
