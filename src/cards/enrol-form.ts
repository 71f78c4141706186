/** What the cards that enrol one NQSW send back: the columns of a roster, each as it was typed. */
import { z } from 'zod';
import type { Submissions } from '../services/submissions.ts';
import { code, codes, groupName, id, shortAnswer, typedLine } from './submission-fields.ts';

export const enrolSave = z.object({
  submissionId: id,
  step: code,
  name: groupName,
  email: typedLine,
  team: groupName,
  nonWorkingDays: codes,
  entraId: shortAnswer,
  cohort: groupName,
  newCohort: groupName,
  start: shortAnswer,
  fte: shortAnswer,
  contractedHours: shortAnswer,
  reflectiveSupervisor: typedLine,
  assessor: typedLine,
  hostManager: typedLine,
  deputyManager: typedLine,
  mentor: typedLine,
}) satisfies z.ZodType<Submissions['enrol-save']>;
