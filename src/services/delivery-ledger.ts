/** What became of every notice, as the delivery report reads it. */
import type { Temporal } from 'temporal-polyfill';
import type { Destination, LaneKey } from './outbox.ts';

export interface LedgerEntry {
  /** The lane that it entered: `Outbox.laneOf` says whose it is. */
  readonly lane: LaneKey;
  readonly to: Destination['kind'];
  readonly state: 'pending' | 'sent' | 'dropped' | 'undelivered' | 'held-back';
  /** When it came to that state. */
  readonly at: Temporal.Instant;
  /** The message that it became part of; several notices may share one. */
  readonly activityId: string | null;
  /** The kind of message; null in rows from before it was kept. */
  readonly card: string | null;
  /** Why it did not arrive or was held back: a code. */
  readonly reason: string | null;
  readonly code: string | null;
  /** How often Teams has answered "slow down". */
  readonly throttled: number;
  /** Whether the reply to an attempt was lost, so that the message may stand there twice. */
  readonly ambiguous: boolean;
}

export interface DeliveryLedger {
  /** Every notice that ever entered a lane and is still remembered, lane by lane. */
  entries(): AsyncIterable<LedgerEntry>;
  /** How many notices wait in lanes now. */
  waiting(): Promise<number>;
}
