import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isReasonableClosure, longestClosureDays } from './calendar.ts';
import { parsePeriod } from './period.ts';
import { itemKinds } from './plan-item.ts';
import { academyFunctions } from './roles.ts';

/*
 * The schema of a programme file. A council's year is data: every number that the rules use stands in its file, with
 * the wording it comes from. What a field means is said here; what it is worth is said there.
 */

const period = z.string().transform((text, context) => {
  const parsed = parsePeriod(text);
  if (parsed !== undefined) return parsed;
  context.addIssue('must be a period of one unit, such as P10D, P6W, P3M or P1Y');
  return z.NEVER;
});

const months = period.refine((value) => value.unit === 'month', 'must be in whole months, such as P3M');

const date = z.iso
  .date('must be a date, such as 2026-12-24')
  .transform((text) => Temporal.PlainDate.from(text));

const timeOfDay = z
  .string('must be a time in quotation marks, such as "09:00"')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "09:00"');

const words = z.string().trim().min(1, 'must not be empty').max(200);
const academyFunction = z.enum(academyFunctions);

/** Where a value comes from: the document, its line where it has lines, and its own words where it has any. */
const source = z.strictObject({
  where: words,
  line: z.int().positive().optional(),
  wording: z.string().trim().min(1).max(500).optional(),
});

/** A3: `until` counts from the clock start; only the last phase runs to the programme's `end`. */
const phase = z.strictObject({ every: period, until: z.union([z.literal('end'), period]) });

const series = z.strictObject({
  title: words,
  kind: z.enum(itemKinds),
  /** The function that leads every item of the series. */
  lead: academyFunction,
  /** Who else takes part, beside the NQSW. */
  with: z.array(academyFunction).default([]),
  /** Empty until the council has set how often: then the series has no items. */
  cadence: z.array(phase),
  source,
});

const seriesId = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, 'must be lower-case words joined by hyphens, such as case-supervision');

const review = z.strictObject({
  at: months,
  /** `ifRequired`: exists only once somebody has said that it is needed (D1). */
  mode: z.enum(['always', 'ifRequired']).default('always'),
  final: z.boolean().default(false),
  source,
});

const milestone = z.strictObject({ length: period, title: words, lead: academyFunction, source });

const stage = z.enum(['before-5', 'before-1', 'day', 'overdue-1', 'overdue-3', 'overdue-5']);

const rampStep = z.strictObject({
  /** The last programme month, the first being 1, to which the step applies; after the last step the cap does. */
  untilMonth: z.int().min(1).max(60),
  cap: z.int().min(0).max(200),
});

export const programmeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens'),
  council: words,
  academy: words,
  /** The IANA zone in which its civil dates are meant (A1). */
  timeZone: words.refine(isTimeZone, 'must be a time zone of the IANA list, such as Europe/London'),
  /** What this council calls whoever holds each function (DOMAIN 2.7, C12). */
  titles: z.strictObject(
    Object.fromEntries(academyFunctions.map((name) => [name, words])) as Record<
      (typeof academyFunctions)[number],
      typeof words
    >,
  ),
  /** The programme's length at full time. */
  length: z.strictObject({ period: months, title: words, lead: academyFunction, source }),
  /** A date that does not fall on a working day goes to the working day after it, or before it (A4). */
  roll: z.enum(['following', 'preceding']).default('following'),
  closures: z
    .array(
      z
        .strictObject({ from: date, until: date })
        .refine(
          isReasonableClosure,
          `must end on or after the day it begins, and last at most ${longestClosureDays} days`,
        ),
    )
    .default([]),
  induction: milestone.nullable(),
  probation: milestone.extend({ length: months }).nullable(),
  series: z.record(seriesId, series),
  reviews: z.array(review).min(1),
  /** The review of the reflective supervision's rhythm; done by itself as `unlessAnswered` after the working days (A16). */
  cadenceDecision: z
    .strictObject({
      at: months,
      title: words,
      lead: academyFunction,
      lapsesAfterWorkingDays: z.int().min(1).max(60),
      unlessAnswered: period,
      source,
    })
    .nullable(),
  /** Funding claims, for starts up to and including the last day (A16). */
  claims: z.strictObject({ lastDay: date, titles: z.tuple([words, words]), lead: academyFunction, source }),
  /** The first start date to which another framework applies (A17). */
  nextFramework: z.strictObject({ startsFrom: date, name: words }),
  caseload: z.strictObject({
    unit: z.enum(['children', 'cases']),
    /** Null until the council has set it: then no caseload is ever a breach. */
    cap: z.int().min(1).max(200).nullable(),
    /** The build-up to the cap; null where the council wants one and has not yet said which. */
    ramp: z.array(rampStep).nullable().default([]),
    source,
  }),
  supervision: z.strictObject({
    minimumMinutes: z.int().min(1).max(600),
    themes: z
      .array(z.strictObject({ code: z.string().regex(/^[a-z]+(-[a-z]+)*$/), title: words }))
      .min(1)
      .max(30),
    childFile: z.strictObject({
      /** Ask at every session whether it is recorded on the child's file. */
      perSession: z.boolean(),
      /** A recording item of its own at this rhythm (C3); null for none. */
      attestEvery: months.nullable(),
      title: words,
      /** What the council calls the form that a reflective case discussion is written on. */
      template: words,
      lead: academyFunction,
      source,
    }),
    /** What is asked about the co-worker on each case; null where the council has no such arrangement. */
    coWorker: words.nullable(),
  }),
  /** NQSWs per reflective supervisor; null for no limit (L17, N3). */
  span: z.strictObject({ most: z.int().min(1).max(50).nullable(), source }),
  observations: z.strictObject({ total: z.int().min(0), byAssessor: z.int().min(0), source }),
  protectedTimePercent: z.number().min(0).max(100),
  /** A programme that ends later than this after its start is warned about (A17). */
  longest: months,
  reminders: z.strictObject({
    at: timeOfDay,
    stages: z.record(z.enum(itemKinds), z.array(stage)),
  }),
  sendingHours: z.strictObject({ from: timeOfDay, until: timeOfDay }),
  moveTeam: z.strictObject({ planReviewAfter: period, source }),
  learningSets: z.strictObject({
    presentationMinutes: z.strictObject({ least: z.int().min(1), most: z.int().min(1) }),
    presentersPerSession: z.int().min(1),
    source,
  }),
  retention: z.strictObject({ targetPercent: z.number().min(0).max(100).nullable() }),
  /** Whom to ask, by function: never a person. */
  contacts: z.strictObject({
    access: academyFunction,
    programme: academyFunction,
    wellbeing: academyFunction,
  }),
});

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

type ProgrammeDocument = z.output<typeof programmeSchema>;

export type Source = z.output<typeof source>;
export type Phase = z.output<typeof phase>;
export type Series = z.output<typeof series> & { readonly id: string };
export type Review = z.output<typeof review> & { readonly id: string; readonly title: string };

/** A council's programme, read and checked. Series are in the file's order, child-file recording among them. */
export type Programme = Omit<ProgrammeDocument, 'series' | 'reviews'> & {
  readonly series: readonly Series[];
  readonly reviews: readonly Review[];
};
export type ProgrammeSettings = ProgrammeDocument;
