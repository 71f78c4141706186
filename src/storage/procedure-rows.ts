/** The steps of move-team requests and concerns as they stand in a participant's partition: one row for each. */
import { z } from 'zod';
import type { ConcernStep } from '../academy/concern.ts';
import type { MoveStep } from '../academy/move-team.ts';
import { academyFunctions } from '../academy/roles.ts';
import { instant, plainDate, rowShape } from './row-shape.ts';

const ids = z.array(z.string().min(1)).readonly();
const codes = z.array(z.string()).readonly();
const taken = { by: z.string().min(1), byName: z.string(), at: instant, told: ids, asked: ids };

const takenOver = { step: z.literal('take-over'), function: z.enum(academyFunctions) };

const ofMove = { ...taken, requestId: z.string().min(1) };

export const moveStep = rowShape(
  z.discriminatedUnion('step', [
    z.object({ ...ofMove, step: z.literal('wish') }),
    z.object({ ...ofMove, step: z.literal('conversation'), heldOn: plainDate }),
    z.object({
      ...ofMove,
      step: z.literal('meeting'),
      heldOn: plainDate,
      aims: codes,
      supports: codes,
      link: z.string(),
    }),
    z.object({ ...ofMove, step: z.literal(['invite', 'propose-day']), meetOn: plainDate }),
    z.object({ ...ofMove, step: z.literal('accept-day') }),
    z.object({ ...ofMove, ...takenOver }),
    z.object({ ...ofMove, step: z.literal('review'), heldOn: plainDate }),
    z.object({ ...ofMove, step: z.literal(['stay', 'approve', 'withdraw']) }),
    z.object({ ...ofMove, step: z.literal('go-on') }),
    z.object({ ...ofMove, step: z.literal('request'), reasons: codes }),
    z.object({ ...ofMove, step: z.literal('refuse'), reason: z.string() }),
    z.object({ ...ofMove, step: z.literal('ask-more'), questions: codes }),
    z.object({ ...ofMove, step: z.literal('answer-more'), reasons: codes, link: z.string() }),
  ]) satisfies z.ZodType<MoveStep>,
);

const ofConcern = { ...taken, concernId: z.string().min(1) };

export const concernStep = rowShape(
  z.discriminatedUnion('step', [
    z.object({
      ...ofConcern,
      step: z.literal('raise'),
      category: z.string(),
      aboutId: z.string().min(1).nullable(),
    }),
    z.object({ ...ofConcern, step: z.literal(['discuss', 'agree', 'no-agreement']), heldOn: plainDate }),
    z.object({ ...ofConcern, step: z.literal(['escalate', 'resolve']) }),
    z.object({ ...ofConcern, step: z.literal('decide'), decision: z.string() }),
    z.object({ ...ofConcern, ...takenOver }),
    z.object({ ...ofConcern, step: z.literal('review-corrected'), restsOnIt: z.boolean() }),
  ]) satisfies z.ZodType<ConcernStep>,
);
