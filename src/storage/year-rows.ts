/** What is kept of somebody's year beside records, assessment and procedures: one row for each entry. */
import { z } from 'zod';
import { notHeldReasons } from '../academy/not-held.ts';
import { allocatedFunctions } from '../academy/roles.ts';
import { probationAnswers, type YearEntry } from '../academy/year-entry.ts';
import { instant, plainDate, rowShape } from './row-shape.ts';

const entered = { entryId: z.string().min(1), by: z.string().min(1), byName: z.string(), at: instant };
const item = z.string().min(1);
const code = z.string().min(1);
const allocated = z.enum(allocatedFunctions);

export const yearEntry = rowShape(
  z.discriminatedUnion('entry', [
    z.object({ ...entered, entry: z.literal('enrolled'), cohort: z.string(), startOn: plainDate.nullable() }),
    z.object({
      ...entered,
      entry: z.literal('cadence-decided'),
      item,
      choice: z.enum(['keep', 'monthly', 'custom']),
      everyWeeks: z.int().positive().nullable(),
    }),
    z.object({
      ...entered,
      entry: z.literal('protected-time'),
      weekOf: plainDate,
      hours: z.number().nonnegative(),
    }),
    z.object({ ...entered, entry: z.literal('attested'), item, on: plainDate }),
    z.object({ ...entered, entry: z.literal('induction-topic'), topic: code, on: plainDate }),
    z.object({
      ...entered,
      entry: z.literal('probation'),
      answer: z.enum(probationAnswers),
      on: plainDate,
      to: plainDate.nullable(),
    }),
    z.object({
      ...entered,
      entry: z.literal('audit'),
      on: plainDate,
      grade: code,
      theme: code,
      heldByNqsw: z.boolean(),
    }),
    z.object({ ...entered, entry: z.literal('exit-task'), task: code, on: plainDate }),
    z.object({ ...entered, entry: z.literal('date-held'), item, heldOn: plainDate }),
    z.object({
      ...entered,
      entry: z.literal('attendance'),
      item,
      on: plainDate,
      attended: z.boolean(),
      because: z.enum(notHeldReasons).exactOptional(),
      rearrangedOn: plainDate.exactOptional(),
    }),
    z.object({
      ...entered,
      entry: z.literal('reschedule-proposed'),
      item,
      from: plainDate,
      to: plainDate,
      side: z.enum(['nqsw', 'lead']),
    }),
    z.object({
      ...entered,
      entry: z.literal('reschedule-answered'),
      proposal: code,
      answer: z.enum(['agreed', 'declined', 'withdrawn']),
      agreed: z.object({ nominalOn: plainDate, unpausedOn: plainDate }).nullable(),
    }),
    z.object({
      ...entered,
      entry: z.literal('cover'),
      function: allocated,
      personId: code,
      name: z.string(),
      holderId: code,
      holderName: z.string(),
      fromOn: plainDate,
      untilOn: plainDate,
    }),
    z.object({ ...entered, entry: z.literal('cover-ended'), cover: code, on: plainDate }),
    z.object({
      ...entered,
      entry: z.literal('handover'),
      function: allocated,
      from: code,
      to: code,
      on: plainDate,
    }),
    z.object({
      ...entered,
      entry: z.literal('caseload-confirmed'),
      month: z.string().regex(/^\d{4}-\d{2}$/),
      reportId: code,
      reported: z.int().nonnegative(),
      counted: z.int().nonnegative(),
    }),
  ]) satisfies z.ZodType<YearEntry>,
);
