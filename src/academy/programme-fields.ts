import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { parsePeriod } from './period.ts';
import { academyFunctions } from './roles.ts';

/*
 * The words of a programme file: what a period, a date, a source or a phase may look like, wherever it stands.
 */

export const period = z.string().transform((text, context) => {
  const parsed = parsePeriod(text);
  if (parsed !== undefined) return parsed;
  context.addIssue('must be a period of one unit, such as P10D, P6W, P3M or P1Y');
  return z.NEVER;
});

export const months = period.refine(
  (value) => value.unit === 'month',
  'must be in whole months, such as P3M',
);

export const date = z.iso
  .date('must be a date, such as 2026-12-24')
  .transform((text) => Temporal.PlainDate.from(text));

export const timeOfDay = z
  .string('must be a time in quotation marks, such as "09:00"')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "09:00"');

export const words = z.string().trim().min(1, 'must not be empty').max(200);
export const academyFunction = z.enum(academyFunctions);

/** Where a value comes from: the document, its line where it has lines, and its own words where it has any. */
export const source = z.strictObject({
  where: words,
  line: z.int().positive().optional(),
  wording: z.string().trim().min(1).max(500).optional(),
});

/** A3: `until` counts from the clock start; only the last phase runs to the programme's `end`. */
export const phase = z.strictObject({
  every: period,
  until: z.union([z.literal('end'), period], 'must be end, or a period from the start such as P6M'),
});

export const identifier = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, 'must be lower-case words joined by hyphens, such as case-supervision');

/** A list to choose from: what is kept is the code, so a title may be reworded. */
export const codedList = z
  .array(z.strictObject({ code: identifier, title: words }))
  .min(1)
  .max(30)
  .refine(
    (list) => new Set(list.map(({ code }) => code)).size === list.length,
    'repeats a code: codes must differ',
  );

/** A time limit in working days (A2). */
export const workingDays = z.int().min(1).max(60);

export type Source = z.output<typeof source>;
export type Phase = z.output<typeof phase>;
