/** What the forms of a year send back. */
import { z } from 'zod';
import type { Submissions } from '../services/submissions.ts';
import { code, groupName, id, idOrNone, people, shortAnswer } from './submission-fields.ts';

export const yearOpen = z.object({
  participantId: idOrNone,
  form: code,
  about: idOrNone,
  opens: z.literal('new').exactOptional(),
}) satisfies z.ZodType<Submissions['year-open']>;

export const yearSave = z.object({
  participantId: idOrNone,
  submissionId: id,
  form: code,
  about: idOrNone,
  step: code,
  on: shortAnswer,
  to: shortAnswer,
  choice: code,
  /** As many as a cohort has people. */
  codes: people,
  number: shortAnswer,
  personId: idOrNone,
  name: groupName,
}) satisfies z.ZodType<Submissions['year-save']>;
