import { z } from 'zod';
import { codedList, source } from './programme-fields.ts';

/* What a programme file says of caseloads. A limit may be a number, or a share of what others carry (C7). */

const percent = z.int().min(1).max(100);

const rampStep = z
  .strictObject({
    /** The last programme month, the first being 1, to which the step applies; after the last step the cap does. */
    untilMonth: z.int().min(1).max(60),
    cap: z.int().min(0).max(200).optional(),
    /** A share of `norm` in place of a number. */
    percent: percent.optional(),
  })
  .refine(
    (step) => (step.cap === undefined) !== (step.percent === undefined),
    'must have either a cap, or a percent of caseload.norm',
  );

export const caseloadSettings = z.strictObject({
  unit: z.enum(['children', 'cases']),
  /** Null until the council has set it, here or as a share of `norm`: then no caseload is ever a breach. */
  cap: z.int().min(1).max(200).nullable(),
  /** What somebody who is not newly qualified carries, and the share of it that is protected (S5r, S7r). */
  norm: z
    .strictObject({ count: z.int().min(1).max(200), percent: percent.nullable().default(null), source })
    .nullable()
    .default(null),
  /** The build-up to the cap; null where the council wants one and has not yet said which. */
  ramp: z.array(rampStep).nullable().default([]),
  /** The kinds of complex work that a count can be broken down by; null where the council names none (L26). */
  complexity: z.strictObject({ categories: codedList, source }).nullable().default(null),
  /**
   * The day of each month on which host managers are asked whether the counts are right (T6), or the working day after
   * it; null for never.
   */
  confirmation: z
    .strictObject({ dayOfMonth: z.int().min(1).max(28) })
    .nullable()
    .default(null),
  source,
});

export type CaseloadSettings = z.output<typeof caseloadSettings>;
