/** Azure Storage Queue's model: delayed delivery, leases, redelivery, poison after five tries. */
import type { Temporal } from 'temporal-polyfill';

export interface Alarm {
  readonly messageId: string;
  readonly receipt: string;
  readonly payload: string;
  /** How often it has been received, this time included. */
  readonly dequeueCount: number;
}

export interface AlarmQueue {
  /** At most 48 KiB of UTF-8. Visible from `visibleAt` on, at most 7 days from now: callers wait longer by hopping. */
  send(payload: string, visibleAt: Temporal.Instant): Promise<void>;
  /** Up to `most` (≤ 32) visible alarms, hidden from everybody else for `leaseSeconds`. */
  receive(most: number, leaseSeconds: number): Promise<readonly Alarm[]>;
  /**
   * A new lease from now; 0 seconds gives the alarm back at once. The receipt changes with every extension. `lost`
   * also when the reply was lost: the alarm then comes back to somebody when its lease ends.
   */
  extend(alarm: Alarm, leaseSeconds: number): Promise<Alarm | 'lost'>;
  /** False when the lease had passed to somebody else. */
  delete(alarm: Alarm): Promise<boolean>;
  /** Puts aside what failed five times, where `poisoned` lists it. Does nothing when the lease had passed. */
  poison(alarm: Alarm, code: string): Promise<void>;
  poisoned(): Promise<readonly { readonly payload: string; readonly code: string }[]>;
  /** Approximate number of alarms that are not deleted, the hidden ones included. */
  depth(): Promise<number>;
  close(): Promise<void>;
}
