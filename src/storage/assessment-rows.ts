/** What is kept of somebody's assessment: one row for each review, observation, document and step of its end. */
import { z } from 'zod';
import {
  type AssessmentEntry,
  appealSteps,
  correctionReasons,
  finalOutcomes,
  reviewOutcomes,
} from '../academy/assessment.ts';
import { allocatedFunctions } from '../academy/roles.ts';
import { instant, plainDate, rowShape } from './row-shape.ts';

const entered = { entryId: z.string().min(1), by: z.string().min(1), byName: z.string(), at: instant };
const item = z.string().min(1);

export const assessmentEntry = rowShape(
  z.discriminatedUnion('entry', [
    z.object({
      ...entered,
      entry: z.literal('review'),
      item,
      heldOn: plainDate,
      outcome: z.enum(reviewOutcomes),
      nextPlanOn: plainDate.nullable(),
      additionalOn: plainDate.nullable(),
      needed: z.boolean().exactOptional(),
      concernId: z.string().min(1).exactOptional(),
      correction: z.object({ of: z.string().min(1), because: z.enum(correctionReasons) }).exactOptional(),
    }),
    z.object({
      ...entered,
      entry: z.literal('observation'),
      heldOn: plainDate,
      observer: z.enum(allocatedFunctions),
      statements: z.array(z.string()).readonly(),
      feedbackGiven: z.boolean(),
      item: item.nullable(),
    }),
    z.object({ ...entered, entry: z.literal('evidence'), item, receivedOn: plainDate }),
    z.object({
      ...entered,
      entry: z.literal(['recommend', 'decide']),
      outcome: z.enum(finalOutcomes),
      to: plainDate.nullable(),
    }),
    z.object({ ...entered, entry: z.literal(appealSteps), on: plainDate }),
  ]) satisfies z.ZodType<AssessmentEntry>,
);
