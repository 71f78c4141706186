/** What is kept of a participant's enrolment: one row for each step, requirement and choice. */
import { z } from 'zod';
import { leavingReasons } from '../academy/enrolment.ts';
import type { EnrolmentEntry, StandardsChoice } from '../academy/participant-file.ts';
import { instant, plainDate, rowShape } from './row-shape.ts';

const made = { by: z.string().min(1), at: instant };

const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal(['start', 'pause', 'resume', 'complete']), on: plainDate }),
  z.object({ step: z.literal('extend'), to: plainDate }),
  z.object({ step: z.literal('leave'), on: plainDate, reason: z.enum(leavingReasons) }),
  z.object({ step: z.literal('return'), on: plainDate, cohort: z.string() }),
]);

export const enrolmentEntry = rowShape(
  z.object({
    stepId: z.string().min(1),
    step,
    decidedOn: plainDate,
    ...made,
  }) satisfies z.ZodType<EnrolmentEntry>,
);

export const requirement = rowShape(
  z.object({
    review: z.string().min(1),
    /** Set when somebody has said since that it is not needed: the row stays, and the review has no date. */
    withdrawn: z.literal(true).exactOptional(),
    ...made,
  }),
);

export const standardsChoice = rowShape(
  z.object({ standards: z.string().min(1).nullable(), ...made }) satisfies z.ZodType<StandardsChoice>,
);
