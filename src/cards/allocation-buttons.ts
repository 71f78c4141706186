/** What the buttons about who supports whom send. */
import { z } from 'zod';
import type { Submissions } from '../services/submissions.ts';
import { code, id, idOrNone, shortAnswer } from './submission-fields.ts';

export const allocationOpen = z.object({ participantId: idOrNone }) satisfies z.ZodType<
  Submissions['allocation-open']
>;

export const allocationSave = z.object({
  participantId: id,
  function: code,
  personId: code,
  fromOn: shortAnswer,
  untilOn: shortAnswer,
  overSpan: code,
}) satisfies z.ZodType<Submissions['allocation-save']>;
