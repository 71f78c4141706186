/** What the buttons send that may stand on any card. */
import { z } from 'zod';
import type { Submissions } from '../services/submissions.ts';
import { id, idOrNone } from './submission-fields.ts';

export const ask = z.object({
  intent: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  topic: z
    .string()
    .regex(/^[a-z][a-z-]{0,59}$/)
    .exactOptional(),
}) satisfies z.ZodType<Submissions['ask']>;

/** Said by buttons whose card stays as it is. */
export const opens = z.literal('new').exactOptional();

export const openRecord = z.object({
  participantId: idOrNone,
  item: idOrNone,
  corrects: id.exactOptional(),
  opens,
}) satisfies z.ZodType<Submissions['record-open']>;

export const openCaseload = z.object({ participantId: idOrNone }) satisfies z.ZodType<
  Submissions['caseload-open']
>;
