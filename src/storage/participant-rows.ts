/**
 * The rows of one participant's partition. What the file is made of has kinds that begin with "file", so that it is
 * read in one range without the audit; the head sorts first, so that a file read in several pages can only look older
 * than its version, never newer, and a commit on it is refused.
 */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  childFileAnswers,
  didNotHappenReasons,
  disagreementReasons,
  supervisionModes,
} from '../academy/participant-file.ts';
import type { AllocatedFunction } from '../academy/roles.ts';
import { allocatedFunctions } from '../academy/roles.ts';
import { instantPart, key } from './keys.ts';
import { noticeCodec } from './notice-rows.ts';
import { instant, plainDate, rowShape } from './row-shape.ts';

export const headKey = 'file-0head';
export const profileKey = 'file-profile';
/** Everything that a file is made of, and nothing else in the partition. */
export const fileRows = { from: 'file-', to: 'file.' } as const;

export const participantKeys = {
  allocation: (of: AllocatedFunction, from: Temporal.PlainDate) =>
    key('file-allocation', of, from.toString()),
  record: (at: Temporal.Instant, id: string) => key('file-record', instantPart(at), id),
  confirmation: (recordId: string) => key('file-confirmation', recordId),
  caseload: (at: Temporal.Instant, id: string) => key('file-caseload', instantPart(at), id),
  alert: (id: string) => key('file-alert', id),
  overdueAlert: (id: string) => key('file-overdue', id),
  snooze: (personId: string, item: string, dueOn: Temporal.PlainDate) =>
    key('file-snooze', personId, `${item}:${dueOn}`),
  pause: (from: Temporal.PlainDate, id: string) => key('file-pause', from.toString(), id),
  pauseStep: (at: Temporal.Instant, position: number) =>
    key('file-pausing', instantPart(at), String(position).padStart(5, '0')),
  moveStep: (at: Temporal.Instant, position: number) =>
    key('file-move', instantPart(at), String(position).padStart(5, '0')),
  concernStep: (at: Temporal.Instant, position: number) =>
    key('file-concern', instantPart(at), String(position).padStart(5, '0')),
  assessment: (at: Temporal.Instant, position: number) =>
    key('file-assessment', instantPart(at), String(position).padStart(5, '0')),
  yearEntry: (at: Temporal.Instant, position: number) =>
    key('file-year', instantPart(at), String(position).padStart(5, '0')),
  question: (at: Temporal.Instant, id: string) => key('file-question', instantPart(at), id),
  enrolment: (position: number) => key('file-enrolment', String(position).padStart(5, '0')),
  required: (review: string) => key('file-required', review),
  standards: (at: Temporal.Instant) => key('file-standards', instantPart(at)),
  submission: (id: string) => key('file-submission', id),
  owed: (noticeKey: string) => key('owed', noticeKey),
  audit: (at: Temporal.Instant, id: string) => key('audit', instantPart(at), id),
} as const;

/** The file's version: every commit replaces it, and only on the version that was read. */
export const head = rowShape(z.object({ revision: z.int().nonnegative(), commit: z.string(), at: instant }));

export const profile = rowShape(
  z.object({
    id: z.string().min(1),
    personId: z.string().min(1),
    name: z.string().min(1),
    cohort: z.string(),
    startOn: plainDate.nullable(),
    fte: z.number().positive().max(1),
    contractedHours: z.number().positive().nullable(),
    team: z.string(),
    knownOn: plainDate.exactOptional(),
  }),
);

const doneBy = z.object({ by: z.string().min(1), byName: z.string(), at: instant });

export const allocation = rowShape(
  z.object({
    function: z.enum(allocatedFunctions),
    personId: z.string().min(1),
    name: z.string().min(1),
    fromOn: plainDate,
    untilOn: plainDate.nullable(),
    madeIn: z.literal('chat').exactOptional(),
    given: doneBy.exactOptional(),
    ended: doneBy.exactOptional(),
  }),
);

const recordBase = {
  recordId: z.string().min(1),
  item: z.string().min(1),
  recordedBy: z.string().min(1),
  recordedByName: z.string(),
  recordedAt: instant,
  submissionId: z.string().min(1),
};

export const sessionRecord = rowShape(
  z.discriminatedUnion('outcome', [
    z.object({
      ...recordBase,
      outcome: z.literal('held'),
      heldOn: plainDate,
      minutes: z.int().nonnegative(),
      mode: z.enum(supervisionModes),
      themes: z.array(z.string()).readonly(),
      childFile: z.enum(childFileAnswers),
      templateUsed: z.boolean(),
      coWorkerRecorded: z.boolean(),
      actions: z
        .array(z.object({ what: z.string(), owner: z.enum(['nqsw', 'supervisor']), dueOn: plainDate }))
        .readonly(),
    }),
    z.object({
      ...recordBase,
      outcome: z.literal('did-not-happen'),
      reason: z.enum(didNotHappenReasons),
      rearrangedOn: plainDate,
    }),
  ]),
);

export const confirmation = rowShape(
  z.object({
    recordId: z.string().min(1),
    answer: z.enum(['agreed', 'not-right']),
    reason: z.enum(disagreementReasons).nullable(),
    by: z.string().min(1),
    at: instant,
  }),
);

export const caseload = rowShape(
  z.object({
    reportId: z.string().min(1),
    count: z.int().nonnegative(),
    categories: z
      .array(z.object({ code: z.string().min(1), count: z.int().nonnegative() }))
      .readonly()
      .default([]),
    by: z.string().min(1),
    byName: z.string(),
    at: instant,
  }),
);

const assignment = z.object({
  to: z.string(),
  toName: z.string(),
  by: z.string(),
  name: z.string(),
  at: instant,
});

const alertHandling = {
  openedAt: instant,
  acknowledged: z.object({ by: z.string(), name: z.string(), at: instant }).nullable(),
  assigned: assignment.nullable(),
  assignedBefore: z.array(assignment).default([]),
  resolved: z.object({ by: z.string().nullable(), name: z.string().nullable(), at: instant }).nullable(),
  repeatedAt: z.array(instant).default([]),
};

export const alert = rowShape(
  z.object({
    ...alertHandling,
    alertId: z.string().min(1),
    cap: z.int().nonnegative(),
    count: z.int().nonnegative(),
    updatedAt: instant,
  }),
);

export const overdueAlert = rowShape(
  z.object({
    ...alertHandling,
    alertId: z.string().min(1),
    item: z.string().min(1),
    dueOn: plainDate,
  }),
);

export const snooze = rowShape(
  z.object({
    item: z.string().min(1),
    dueOn: plainDate,
    personId: z.string().min(1),
    untilOn: plainDate,
    at: instant,
  }),
);

export const pause = rowShape(
  z.object({
    pauseId: z.string().min(1),
    fromOn: plainDate,
    untilOn: plainDate.nullable(),
    /** Set when it was taken back before it had begun: the row stays, and the pause counts no more. */
    withdrawn: z.literal(true).exactOptional(),
  }),
);

export const submission = rowShape(z.object({ submissionId: z.string().min(1), made: z.string() }));

export const owed = rowShape(noticeCodec);

export const audit = rowShape(
  z.object({ verb: z.string(), by: z.string(), outcome: z.string(), at: instant, revision: z.int() }),
);
