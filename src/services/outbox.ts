/**
 * What delivery needs of the store: notices that are owed, and lanes in which they wait for their turn. A lane is
 * one destination's queue; a worker claims a lane, works through it and lets go of it, so that nobody gets two
 * messages at once and what is sent is marked exactly where it was claimed.
 */
import type { Temporal } from 'temporal-polyfill';
import type {
  ChannelAddress,
  Notice,
  PersonAddress,
  PostedMessage,
  ReminderEntry,
  Subject,
} from './ports.ts';

/** Where a message really goes, once "escalations" has become a channel or the people who stand in for it. */
export type Destination =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'channel'; readonly channelId: string };

/** The partition of a destination's rows. */
export type LaneKey = string;

/** A notice in its lane. */
export interface PendingNotice {
  readonly notice: Notice;
  readonly destination: Destination;
  /** How often it has been tried without coming to an end. */
  readonly attempts: number;
  /** Not to be tried earlier; null when it never failed. */
  readonly notBefore: Temporal.Instant | null;
  /** How many of the attempts Teams has answered with "slow down". */
  readonly throttled: number;
  /** Whether the reply to one of them was lost, so that the message may stand there twice. */
  readonly ambiguous: boolean;
  readonly etag: string;
}

/** A lane that is ours. Each settlement renews it; `until` says by the owner's clock how long they mean to keep it. */
export interface Claim {
  readonly lane: LaneKey;
  readonly nonce: string;
  readonly until: Temporal.Instant;
}

export type ClaimResult =
  | { readonly ok: true; readonly claim: Claim }
  /** It rests after "slow down": to be tried again from then on. */
  | { readonly ok: false; readonly refused: 'resting'; readonly until: Temporal.Instant }
  /** Somebody else has it. The mark changes whenever they claim or renew it. */
  | { readonly ok: false; readonly refused: 'held'; readonly mark: string };

/** Longer than any wait after an attempt. */
const longestPutOff = { hours: 2 } as const;

/**
 * Whether a notice may be tried by now. One that was tried and seems to wait longer than anything does was put off by a
 * clock that has been put right since.
 */
export function mayBeTried(
  { notBefore, attempts }: Pick<PendingNotice, 'notBefore' | 'attempts'>,
  now: Temporal.Instant,
): boolean {
  if (notBefore === null || notBefore.epochNanoseconds <= now.epochNanoseconds) return true;
  return attempts > 0 && notBefore.epochNanoseconds > now.add(longestPutOff).epochNanoseconds;
}

export const undeliveredReasons = [
  'never-met',
  'blocked',
  'uninstalled',
  'not-found',
  'rejected',
  'gave-up',
  'cannot-be-shown',
  /** Kept aside until the pilot group ends or they belong to it. */
  'not-in-pilot',
] as const;
/** Why a notice did not arrive. */
export type UndeliveredReason = (typeof undeliveredReasons)[number];
/** Reasons that pass when the person is seen again. */
export const passingReasons: ReadonlySet<UndeliveredReason> = new Set([
  'never-met',
  'blocked',
  'uninstalled',
  'not-found',
]);

/** Why a reminder is not sent although it is owed: a decision, not a failure. */
export type HeldBackReason = 'not-in-pilot' | 'weekly-message' | 'put-off';

export type Ending =
  | { readonly as: 'sent' }
  /** There is nothing to show, or nothing was there to refresh. */
  | { readonly as: 'dropped' }
  | { readonly as: 'undelivered'; readonly reason: UndeliveredReason; readonly code: string };

/** Everything that one attempt comes to, kept in one transaction. */
export interface Settlement {
  readonly ended: readonly { readonly pending: PendingNotice; readonly ending: Ending }[];
  readonly putOff: readonly {
    readonly pending: PendingNotice;
    readonly notBefore: Temporal.Instant;
    readonly code: string;
  }[];
  /** Where the subject is shown from now on; null when it is shown nowhere any more. */
  readonly posted?: {
    readonly subject: Subject;
    readonly message: PostedMessage | null;
    /** The reminders that the message now consists of; empty for every other subject. */
    readonly entries: readonly ReminderEntry[];
  };
}

/** A subject as it stands in somebody's chat. */
export interface Standing {
  readonly message: PostedMessage;
  readonly entries: readonly ReminderEntry[];
}

export interface Undelivered {
  readonly destination: Destination;
  readonly notice: Notice;
  readonly reason: UndeliveredReason;
  readonly code: string;
  readonly at: Temporal.Instant;
}

export interface Outbox {
  laneOf(destination: Destination): LaneKey;
  /** Puts the notice into the destination's lane, where it waits until it is owed; one that ever was there is left as it is. */
  accept(destination: Destination, notice: Notice, at: Temporal.Instant): Promise<'accepted' | 'already'>;
  /** Marks a notice as one that is not to be sent; a notice that ever was in the lane is left as it is. */
  holdBack(
    destination: Destination,
    notice: Notice,
    reason: HeldBackReason,
    at: Temporal.Instant,
  ): Promise<void>;
  /** The moment of the message that a reminder was put into; undefined when it never entered the lane. */
  momentOf(destination: Destination, noticeKey: string): Promise<string | undefined>;
  /** `over`: the mark of a claim whose holder is known to be gone, and which may be replaced. */
  claim(
    lane: LaneKey,
    owner: string,
    now: Temporal.Instant,
    until: Temporal.Instant,
    over?: string,
  ): Promise<ClaimResult>;
  pending(lane: LaneKey): Promise<readonly PendingNotice[]>;
  postedAt(lane: LaneKey, subject: Subject): Promise<Standing | undefined>;
  /**
   * Keeps what came of an attempt and renews the claim. When the claim has passed to somebody else, what happened is
   * kept all the same if the notices still stand as they were, and the answer is `lost`.
   */
  settle(
    claim: Claim,
    settlement: Settlement,
    now: Temporal.Instant,
    until: Temporal.Instant,
  ): Promise<Claim | 'lost'>;
  /** Renews a claim, or tells that it is lost. */
  renew(claim: Claim, until: Temporal.Instant): Promise<Claim | 'lost'>;
  /** Lets go of the lane; nobody claims it before `restUntil`. */
  release(claim: Claim, restUntil: Temporal.Instant | null): Promise<void>;
  /** Lanes in which something waits, and the earliest instant at which one of it may be tried; null when it may by `now`. */
  waiting(
    now?: Temporal.Instant,
  ): Promise<readonly { readonly lane: LaneKey; readonly from: Temporal.Instant | null }[]>;
  undelivered(): AsyncIterable<Undelivered>;
  /** Puts back what could not reach this destination for one of these reasons; those that pass when none are given. How many. */
  revive(
    destination: Destination,
    at: Temporal.Instant,
    reasons?: ReadonlySet<UndeliveredReason>,
  ): Promise<number>;
}

/** Beside whose facts notices stand: a participant's file, or a session of a learning set. */
export interface NoticeOwner {
  readonly kind: 'participant' | 'learning-set';
  readonly id: string;
}

/** Notices that commits have left beside what they are about. */
export interface OwedNotices {
  of(owner: NoticeOwner): Promise<readonly OwedNotice[]>;
  /** Takes a notice away from there once it stands in its lanes. */
  handedOver(owner: NoticeOwner, owed: OwedNotice): Promise<void>;
  /** Everybody for whom notices stand that are owed by then, each once; without a time, also what is owed later. */
  owners(by?: Temporal.Instant): AsyncIterable<NoticeOwner>;
}

export interface OwedNotice {
  readonly notice: Notice;
  readonly etag: string;
}

/** That a process is there, and how much it sends beside notices. */
export interface Beat {
  readonly process: string;
  /** Another one with every beat: whoever watches need not trust the process's clock. */
  readonly count: number;
  /** Whether it sends notices, or only answers people. */
  readonly sends: boolean;
  readonly answersPerSecond: number;
  readonly at: Temporal.Instant;
}

export interface Heartbeats {
  beat(beat: Beat): Promise<void>;
  list(): Promise<readonly Beat[]>;
  end(process: string): Promise<void>;
}

/** What delivery needs of the address book beside the port that services use. */
export interface DeliveryAddresses {
  /** Channels that were chosen for escalations before the present one, latest first. */
  earlierEscalations(): Promise<readonly string[]>;
  /** Marks the address as it was tried; not when the person has been seen since. */
  markPersonUnreachable(tried: PersonAddress, status: 'blocked' | 'uninstalled'): Promise<void>;
  markChannelUninstalled(channelId: ChannelAddress['channelId']): Promise<void>;
}

/** A queue of delayed wake-ups with leases, as far as delivery uses one. */
export interface WakeUps {
  send(payload: string, visibleAt: Temporal.Instant): Promise<void>;
  receive(most: number, leaseSeconds: number): Promise<readonly WakeUp[]>;
  extend(wakeUp: WakeUp, leaseSeconds: number): Promise<WakeUp | 'lost'>;
  delete(wakeUp: WakeUp): Promise<boolean>;
  poison(wakeUp: WakeUp, code: string): Promise<void>;
}

export interface WakeUp {
  readonly messageId: string;
  readonly receipt: string;
  readonly payload: string;
  readonly dequeueCount: number;
}
