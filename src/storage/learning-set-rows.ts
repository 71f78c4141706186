/**
 * The rows of one session's partition: the head with its terms, a place for each person, and beside them what is owed
 * and the audit. The head sorts first, as in a participant's file, so that a set read in pages is never newer than its
 * version.
 */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { attendances } from '../academy/learning-set.ts';
import { notHeldReasons } from '../academy/not-held.ts';
import { instantPart, key } from './keys.ts';
import { instant, rowShape } from './row-shape.ts';

export const headKey = 'set-0head';
/** Everything that a set is made of, and nothing else in the partition. */
export const setRows = { from: 'set-', to: 'set.' } as const;
/** Sessions by the time they start: hints, each to be checked against the session itself. */
export const byStart = key('index', 'start');

export const sessionKeys = {
  place: (personId: string) => key('set-place', personId),
  /** What stands before "@" says what a notice is for: a later one for the same takes its place. */
  owed: (noticeKey: string) => key('owed', noticeKey.split('@')[0] ?? noticeKey),
  audit: (at: Temporal.Instant, id: string) => key('audit', instantPart(at), id),
  start: (at: Temporal.Instant, id: string) => key('start', instantPart(at), id),
} as const;

const by = { by: z.string().min(1), name: z.string(), at: instant };
const done = z.object(by).nullable();

const audience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everybody') }),
  z.object({ kind: z.literal('cohort'), cohort: z.string() }),
  z.object({ kind: z.literal('team'), team: z.string() }),
]);

const terms = z.object({
  title: z.string(),
  facilitator: z.object({ personId: z.string().min(1), name: z.string() }),
  startsAt: instant,
  minutes: z.int().positive(),
  place: z.string(),
  link: z.string(),
  capacity: z.int().positive(),
  presenterSlots: z.int().nonnegative(),
  audience,
  countsFor: z.string().nullable(),
  acceptWithinHours: z.int().positive(),
});

/** The session's version and everything but its places. `commit` recognises our own write. */
export const head = rowShape(
  z.object({
    revision: z.int().nonnegative(),
    commit: z.string(),
    id: z.string().min(1),
    series: z.string().min(1),
    createdBy: z.string().min(1),
    changes: z.int().nonnegative(),
    arrivals: z.int().nonnegative(),
    offers: z.int().nonnegative(),
    cancelled: done,
    marked: z.object({ ...by, notHeld: z.enum(notHeldReasons).exactOptional() }).nullable(),
    terms,
    edits: z.array(z.object({ ...by, change: z.int().nonnegative(), before: terms })).default([]),
  }),
);

const standing = z.discriminatedUnion('is', [
  z.object({ is: z.literal('booked') }),
  z.object({ is: z.literal('waiting') }),
  z.object({ is: z.literal('offered'), until: instant, offer: z.int().positive() }),
  z.object({ is: z.literal('left'), how: z.enum(['themselves', 'offer-lapsed']) }),
]);

export const place = rowShape(
  z.object({
    personId: z.string().min(1),
    name: z.string(),
    participantId: z.string().nullable(),
    cohort: z.string().nullable(),
    team: z.string(),
    order: z.int().positive(),
    standing,
    presents: z.object({ topic: z.string(), minutes: z.int().positive() }).nullable(),
    attendance: z.enum(attendances).nullable(),
    onFile: z.boolean(),
  }),
);

export const audit = rowShape(
  z.object({ verb: z.string(), by: z.string(), outcome: z.string(), at: instant, revision: z.int() }),
);

export const start = rowShape(z.object({ id: z.string().min(1), startsAt: instant }));
