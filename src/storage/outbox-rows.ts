/** The rows of table `outbox`: one partition for each destination. */
import { z } from 'zod';
import { type Destination, undeliveredReasons } from '../services/outbox.ts';
import { key } from './keys.ts';
import { noticeCodec, reminderEntry, subjectCodec } from './notice-rows.ts';
import { instant, rowShape } from './row-shape.ts';

const destinationCodec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.string().min(1) }),
  z.object({ kind: z.literal('channel'), channelId: z.string().min(1) }),
]) satisfies z.ZodType<Destination>;

/** Waiting to be sent. */
export const pending = rowShape(
  z.object({
    notice: noticeCodec,
    destination: destinationCodec,
    attempts: z.int().nonnegative(),
    notBefore: instant.nullable(),
    /** What came of the last attempt. */
    code: z.string().nullable(),
    throttled: z.int().nonnegative().default(0),
    ambiguous: z.boolean().default(false),
  }),
);

/**
 * Stands from acceptance on, so that a notice enters its lane once, whatever became of it. The figures of its attempts
 * are kept for the delivery report; rows from before there was one have none.
 */
export const ledger = rowShape(
  z.object({
    state: z.enum(['pending', 'sent', 'dropped', 'undelivered', 'held-back']),
    at: instant,
    activityId: z.string().nullable(),
    card: z.string().nullable().default(null),
    /** Why it did not arrive, and what Teams or the store said last. */
    reason: z.string().nullable().default(null),
    code: z.string().nullable().default(null),
    throttled: z.int().nonnegative().default(0),
    ambiguous: z.boolean().default(false),
    /** Which message of reminders it is part of. */
    moment: z.string().nullable().default(null),
  }),
);

export const undelivered = rowShape(
  z.object({
    notice: noticeCodec,
    destination: destinationCodec,
    reason: z.enum(undeliveredReasons),
    code: z.string(),
    at: instant,
  }),
);

/** Where a subject is shown in this lane; the message is null when it has gone. */
export const posted = rowShape(
  z.object({
    subject: subjectCodec,
    message: z
      .object({ serviceUrl: z.string(), conversationId: z.string(), activityId: z.string() })
      .nullable(),
    /** What a message of several reminders consists of. */
    entries: z.array(reminderEntry).default([]),
  }),
);

export const claim = rowShape(
  z.object({ owner: z.string(), nonce: z.string(), until: instant, restUntil: instant.nullable() }),
);

export const claimKey = 'claim';
export const outboxKeys = {
  pending: (noticeKey: string) => key('pending', noticeKey),
  ledger: (noticeKey: string) => key('notice', noticeKey),
  undelivered: (noticeKey: string) => key('undelivered', noticeKey),
} as const;

export const laneOf = (destination: Destination): string =>
  destination.kind === 'person' ? key('person', destination.personId) : key('channel', destination.channelId);
