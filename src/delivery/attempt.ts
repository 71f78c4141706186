/** What comes of one attempt to show a subject: pure, so that every case stands in one table. */
import { Temporal } from 'temporal-polyfill';
import type { Ending, PendingNotice, Settlement, UndeliveredReason } from '../services/outbox.ts';
import type { PostedMessage, ReminderEntry, SendOutcome, Subject } from '../services/ports.ts';

/** The pending notices of one subject: they are met by showing it once. */
export interface Group {
  readonly subject: Subject;
  readonly mode: 'show' | 'refresh';
  readonly pending: readonly PendingNotice[];
  /** What a message of reminders is to consist of: what stands in it already, and what is pending. */
  readonly entries: readonly ReminderEntry[];
}

export interface AttemptResult {
  readonly settlement: Settlement;
  /** The whole lane rests until then: Teams has asked for it. */
  readonly restUntil?: Temporal.Instant;
  /** The destination cannot be reached until it is seen again. */
  readonly markAs?: 'blocked' | 'uninstalled';
}

/** A message that may have arrived is sent again after this time: here, and only here, two may arrive. */
const graceSeconds = 120;
const longestBackOffSeconds = 15 * 60;
const longestRestSeconds = 60 * 60;
/** A notice is given up when it has failed this often and has been owed for a day. */
const mostAttempts = 20;
const longestTryingHours = 24;
/** A card that cannot be made does not get better by itself as often as Teams does. */
const mostFaults = 5;

const attemptsOf = (group: Group) => Math.max(...group.pending.map(({ attempts }) => attempts));

/** 2 s, 4 s, 8 s … up to a quarter of an hour. */
function backOffSeconds(attempts: number): number {
  return Math.min(2 ** (attempts + 1), longestBackOffSeconds);
}

export function ended(group: Group, ending: Ending): Settlement {
  return { ended: group.pending.map((pending) => ({ pending, ending })), putOff: [] };
}

const later = (now: Temporal.Instant, seconds: number) =>
  now.add({ milliseconds: Math.round(seconds * 1000) });

function putOff(group: Group, notBefore: Temporal.Instant, code: string): Settlement {
  return { ended: [], putOff: group.pending.map((pending) => ({ pending, notBefore, code })) };
}

function hasTriedEnough(group: Group, now: Temporal.Instant): boolean {
  const day = { hours: longestTryingHours };
  return (
    attemptsOf(group) + 1 >= mostAttempts &&
    group.pending.every(({ notice }) => Temporal.Instant.compare(notice.owedAt.add(day), now) <= 0)
  );
}

function again(group: Group, now: Temporal.Instant, seconds: number, code: string): AttemptResult {
  if (hasTriedEnough(group, now)) return undelivered(group, 'gave-up', code);
  return { settlement: putOff(group, later(now, seconds), code) };
}

export function undelivered(group: Group, reason: UndeliveredReason, code: string): AttemptResult {
  return { settlement: ended(group, { as: 'undelivered', reason, code }) };
}

/** The subject could not be made into a card: a fault of ours, tried a few times and then set aside. */
export function notShown(group: Group, now: Temporal.Instant, code: string): AttemptResult {
  if (attemptsOf(group) + 1 >= mostFaults) return undelivered(group, 'cannot-be-shown', code);
  return { settlement: putOff(group, later(now, backOffSeconds(attemptsOf(group))), code) };
}

const lost: ReadonlySet<string> = new Set(['not-found']);

function unreachable(
  group: Group,
  wasUpdate: boolean,
  outcome: Extract<SendOutcome, { outcome: 'unreachable' }>,
  now: Temporal.Instant,
): AttemptResult {
  const { reason, code } = outcome;
  if (wasUpdate && lost.has(reason)) {
    const posted = { subject: group.subject, message: null, entries: group.entries };
    // The message is gone (deleted, or forgotten by Teams): what must be seen is posted anew at once.
    const settlement = group.mode === 'show' ? putOff(group, now, code) : ended(group, { as: 'dropped' });
    return { settlement: { ...settlement, posted } };
  }
  const result = undelivered(group, reason, code);
  if (reason === 'never-met') return result;
  return { ...result, markAs: reason === 'blocked' ? 'blocked' : 'uninstalled' };
}

/** The same notices with this attempt in their figures, which the delivery report reads. */
function counted(group: Group, isPost: boolean, { outcome }: SendOutcome): Group {
  const pending = group.pending.map((one) => ({
    ...one,
    throttled: one.throttled + (outcome === 'throttled' ? 1 : 0),
    ambiguous: one.ambiguous || (isPost && outcome === 'ambiguous'),
  }));
  return { ...group, pending };
}

/**
 * Decides what one HTTP attempt comes to. `updated` is the message that was updated, undefined when a new one was
 * posted. An update can be repeated without harm; a post whose reply was lost waits for a grace of two minutes.
 */
export function resultOf(
  tried: Group,
  updated: PostedMessage | undefined,
  outcome: SendOutcome,
  now: Temporal.Instant,
): AttemptResult {
  const group = counted(tried, updated === undefined, outcome);
  const backOff = backOffSeconds(attemptsOf(group));
  switch (outcome.outcome) {
    case 'sent': {
      // An update keeps its place; some connectors answer it without an id.
      const message = updated ?? outcome.posted;
      const posted = { subject: group.subject, message, entries: group.entries };
      return { settlement: { ...ended(group, { as: 'sent' }), posted } };
    }
    case 'throttled': {
      const asked = Math.max(outcome.retryAfterSeconds ?? 0, backOff);
      const seconds = Math.min(asked, longestRestSeconds);
      const result = again(group, now, seconds, 'throttled');
      return { ...result, restUntil: later(now, seconds) };
    }
    case 'busy':
      return again(group, now, backOff, outcome.code);
    case 'ambiguous': {
      const seconds = updated === undefined ? Math.max(graceSeconds, backOff) : backOff;
      return again(group, now, seconds, outcome.code);
    }
    case 'permanent':
      return undelivered(group, 'rejected', outcome.code);
    case 'unreachable':
      return unreachable(group, updated !== undefined, outcome, now);
    default:
      return outcome satisfies never;
  }
}
