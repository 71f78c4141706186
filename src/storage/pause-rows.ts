/** The steps of pauses as they stand in a participant's partition: one row for each. */
import { z } from 'zod';
import { type PauseStep, pauseParties, pauseReasons, pauseTaskNames } from '../academy/pause.ts';
import { instant, plainDate, rowShape } from './row-shape.ts';

const ids = z.array(z.string().min(1)).readonly();
const ofPause = {
  pauseId: z.string().min(1),
  by: z.string().min(1),
  byName: z.string(),
  at: instant,
  told: ids,
  asked: ids,
};

export const pauseStep = rowShape(
  z.discriminatedUnion('step', [
    z.object({ ...ofPause, step: z.literal('ask') }),
    z.object({ ...ofPause, step: z.literal('withdraw') }),
    z.object({
      ...ofPause,
      step: z.literal('propose'),
      reason: z.enum(pauseReasons),
      fromOn: plainDate,
      untilOn: plainDate.nullable(),
    }),
    z.object({ ...ofPause, step: z.literal('lengthen'), untilOn: plainDate }),
    z.object({
      ...ofPause,
      step: z.literal(['agree', 'decline']),
      parties: z.array(z.enum(pauseParties)).readonly(),
    }),
    z.object({ ...ofPause, step: z.literal('end'), backOn: plainDate }),
    z.object({ ...ofPause, step: z.literal('record'), task: z.enum(pauseTaskNames) }),
  ]) satisfies z.ZodType<PauseStep>,
);
