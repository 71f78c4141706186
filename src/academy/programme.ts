import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { arrangement } from './arrangement.ts';
import { isReasonableClosure, longestClosureDays } from './calendar.ts';
import type { CaseloadRules } from './caseload-rules.ts';
import { caseloadSettings } from './caseload-settings.ts';
import { type Topic, topic } from './guidance.ts';
import { itemKinds } from './plan-item.ts';
import {
  academyFunction,
  codedList,
  date,
  identifier,
  months,
  period,
  phase,
  source,
  timeOfDay,
  words,
  workingDays,
} from './programme-fields.ts';
import { academyFunctions } from './roles.ts';
import { isReminderStage, type ReminderStage } from './stage-name.ts';
import { audits, exit, inductionTopics } from './year-settings.ts';

/*
 * The schema of a programme file. A council's year is data: every number that the rules use stands in its file, with
 * the wording it comes from. What a field means is said here; what it is worth is said there.
 */

const series = z.strictObject({
  title: words,
  kind: z.enum(itemKinds),
  /** The function that leads every item of the series. */
  lead: academyFunction,
  /** Who else takes part, beside the NQSW. */
  with: z.array(academyFunction).default([]),
  /**
   * How a session is recorded: `in-full` on a record's card; `date-only` by its day alone, unseen by the academy (L7);
   * `attendance` for a group at once; `by-nqsw` who says that they were there; or `not`. Left out, it follows from the kind.
   */
  recorded: z.enum(['in-full', 'date-only', 'attendance', 'by-nqsw', 'not']).exactOptional(),
  /** Empty until the council has set how often: then the series has no items. */
  cadence: z.array(phase, 'must be a list of phases, such as [{ every: P2W, until: end }]'),
  source,
});

const review = z.strictObject({
  at: months,
  /** `ifRequired`: exists only once somebody has said that it is needed (D1). */
  mode: z.enum(['always', 'ifRequired']).default('always'),
  final: z.boolean().default(false),
  source,
});

const milestone = z.strictObject({ length: period, title: words, lead: academyFunction, source });

const stage = z.custom<ReminderStage>(
  isReminderStage,
  'must be day, or working days before or after it from 1 to 20, such as before-5 and overdue-3',
);

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
  inductionTopics,
  /** `askWorkingDaysBefore`: when the host manager is asked how it ends (T3). */
  probation: milestone.extend({ length: months, askWorkingDaysBefore: workingDays.default(20) }).nullable(),
  /** `enforce` puts the national six weekly sessions before a rarer rhythm; `warn` only says that it is rarer (C2). */
  floorCheck: z.enum(['warn', 'enforce']).default('warn'),
  series: z.record(identifier, series),
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
  /** What reviews are held against, the oldest first: each applies until the next begins (DOMAIN 2.3). */
  standards: z
    .array(
      z.strictObject({
        code: identifier,
        name: words,
        from: date.nullable(),
        /** What an observation can touch, by name; empty where the council has not listed them. */
        statements: codedList.default([]),
        source,
      }),
    )
    .min(1),
  caseload: caseloadSettings,
  supervision: z.strictObject({
    minimumMinutes: z.int().min(1).max(600),
    themes: z
      .array(z.strictObject({ code: identifier, title: words }))
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
  /** Whether one person may be both to the same NQSW; if not, the import of a roster points it out (C13). */
  assessorMayBeSupervisor: z.boolean().default(true),
  observations: z.strictObject({ total: z.int().min(0), byAssessor: z.int().min(0), source }),
  audits,
  exit,
  /** What belongs to the year beside its series: part of the plan only where the council turns it on. */
  arrangements: z.record(identifier, arrangement).default({}),
  protectedTimePercent: z.number().min(0).max(100),
  /** A programme that ends later than this after its start is warned about (A17). */
  longest: months,
  reminders: z.strictObject({
    at: timeOfDay,
    stages: z.record(z.enum(itemKinds), z.array(stage)),
  }),
  sendingHours: z.strictObject({ from: timeOfDay, until: timeOfDay }),
  /** The request to move to another team (L29): what can be chosen at its steps, and how long each may take. */
  moveTeam: z.strictObject({
    /** Whether anybody can ask for it here. Where not, whoever wants to is told whom to ask. */
    offered: z.boolean().default(true),
    planReviewAfter: period,
    aims: codedList,
    supports: codedList,
    reasons: codedList,
    /** What the Head of the Academy can refuse it with, and ask more about. */
    refusals: codedList,
    questions: codedList,
    answerWithinWorkingDays: z.strictObject({
      conversation: workingDays,
      meeting: workingDays,
      decision: workingDays,
      request: workingDays,
      answer: workingDays,
      more: workingDays,
    }),
    /** The hosts of the council's own document store, such as `example.sharepoint.com`; empty for any. */
    documentHosts: z
      .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a host name'))
      .default([]),
    source,
  }),
  /** A concern and its ladder (L30): never more than a category is kept of what it is about. */
  concerns: z.strictObject({
    categories: codedList,
    /** What the Head of the Academy can decide. */
    decisions: codedList,
    answerWithinWorkingDays: z.strictObject({
      firstTalk: workingDays,
      academyManager: workingDays,
      hostManager: workingDays,
      headOfAcademy: workingDays,
    }),
    source,
  }),
  learningSets: z.strictObject({
    presentationMinutes: z.strictObject({ least: z.int().min(1), most: z.int().min(1) }),
    presentersPerSession: z.int().min(1),
    /** How long a place that has become free is kept for the first who waits. */
    acceptWithinHours: z.int().min(1).max(168).default(24),
    source,
  }),
  retention: z.strictObject({ targetPercent: z.number().min(0).max(100).nullable() }),
  /** What is answered when somebody asks how the year works (Q15), by topic. */
  guidance: z.record(identifier, topic).default({}),
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

export type Series = z.output<typeof series> & { readonly id: string };
export type Review = z.output<typeof review> & { readonly id: string; readonly title: string };

export type Arrangement = z.output<typeof arrangement> & { readonly id: string };

/**
 * A council's programme, read and checked. Series are in the file's order, child-file recording among them, and those
 * arrangements that the council has turned on and that have a rhythm.
 */
export type Programme = Omit<
  ProgrammeDocument,
  'series' | 'reviews' | 'arrangements' | 'guidance' | 'caseload'
> & {
  readonly caseload: CaseloadRules;
  readonly series: readonly Series[];
  readonly reviews: readonly Review[];
  readonly arrangements: readonly Arrangement[];
  readonly guidance: readonly Topic[];
};
export type ProgrammeSettings = ProgrammeDocument;
/** The settings in which the schema has found nothing wrong. */
export type SomeSettings = {
  readonly [Name in keyof ProgrammeDocument]?: ProgrammeDocument[Name] | undefined;
};
