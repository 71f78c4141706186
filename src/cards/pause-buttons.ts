/** What the buttons of a pause send. */
import { z } from 'zod';
import type { Submissions } from '../services/submissions.ts';
import { code, id, idOrNone, shortAnswer } from './submission-fields.ts';

const terms = { reason: code, fromOn: shortAnswer, untilOn: shortAnswer };

export const pauseOpen = z.object({
  participantId: idOrNone,
  pauseId: idOrNone,
  ...terms,
}) satisfies z.ZodType<Submissions['pause-open']>;

export const pauseShow = z.object({ participantId: id, pauseId: id }) satisfies z.ZodType<
  Submissions['pause-show']
>;

export const pausePreview = z.object({
  participantId: id,
  pauseId: id,
  change: code,
  ...terms,
  backOn: shortAnswer,
}) satisfies z.ZodType<Submissions['pause-preview']>;

export const pauseStep = z.object({
  participantId: id,
  pauseId: id,
  step: code,
  seen: shortAnswer,
  ...terms,
  backOn: shortAnswer,
  task: code,
}) satisfies z.ZodType<Submissions['pause-step']>;
