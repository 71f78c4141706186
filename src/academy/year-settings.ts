import { z } from 'zod';
import { codedList, date, identifier, period, source, words } from './programme-fields.ts';
import type { AcademyFunction } from './roles.ts';

/* What a programme file says of the beginning and the end of a year: induction topics, audits, tasks of the exit. */

/** What an induction covers, for its checklist (P10); null where the source names no topics. */
export const inductionTopics = z.strictObject({ topics: codedList, source }).nullable().default(null);

const fourPoints = 4;

/** What an audit of practice is graded with and what it can be about (P12, L23, D17); null where nobody audits. */
export const audits = z
  .strictObject({
    /** From the best to the weakest; the first two count as good or better. */
    grades: codedList.refine(
      (list) => list.length === fourPoints,
      'must be four grades, from the best to the weakest',
    ),
    themes: codedList,
    source,
  })
  .nullable()
  .default(null);

/** Those who can be asked for a task of the exit. */
const taskOwners = [
  'nqsw',
  'reflective-supervisor',
  'assessor',
  'host-manager',
  'academy-manager',
] as const satisfies readonly AcademyFunction[];

const exitTask = z.strictObject({
  code: identifier,
  title: words,
  owner: z.enum(taskOwners),
  /** `opening`: from the day on which the exit opens. `completion`: once the programme has been completed. */
  from: z.enum(['opening', 'completion']).default('opening'),
  /** Where it is done, an address of the council's own; null for none. */
  link: z
    .url({ protocol: /^https$/, error: 'must be an https address' })
    .nullable()
    .default(null),
  /** The day on which it is held, the same for everybody; null for none. */
  on: date.nullable().default(null),
  source,
});

/** What belongs to the end of a programme (Q21); null where the source names nothing. */
export const exit = z
  .strictObject({
    /** How long before the end of the programme the tasks are asked for. */
    opensBefore: period,
    tasks: z
      .array(exitTask)
      .min(1)
      .max(12)
      .refine(
        (list) => new Set(list.map(({ code }) => code)).size === list.length,
        'repeats a code: codes must differ',
      ),
  })
  .nullable()
  .default(null);

export type ExitTask = z.output<typeof exitTask>;
