import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Audience, type LearningSet, mostPlaces, type Terms } from '../academy/learning-set.ts';
import type { Programme } from '../academy/programme.ts';
import type { Submissions } from './submissions.ts';
import type { LearningSetFormView } from './views.ts';

export type PlanSubmission = Submissions['learning-set-plan'];
export type PlanErrors = LearningSetFormView['errors'];

export const noPlanErrors: PlanErrors = {
  summary: null,
  title: null,
  facilitator: null,
  onDate: null,
  time: null,
  minutes: null,
  place: null,
  link: null,
  capacity: null,
  presenterSlots: null,
  audience: null,
  acceptWithinHours: null,
  everyWeeks: null,
  howOften: null,
  whenOverbooked: null,
};

/** What the form offers to choose from. */
export interface PlanChoices {
  readonly facilitators: readonly { readonly id: string; readonly name: string }[];
  readonly cohorts: readonly string[];
  readonly teams: readonly string[];
  readonly series: readonly { readonly id: string; readonly title: string }[];
}

export interface PlanRules extends PlanChoices {
  readonly programme: Programme;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly isNew: boolean;
}

export type PlanCheck =
  | { readonly ok: true; readonly terms: readonly Terms[] }
  | { readonly ok: false; readonly errors: PlanErrors };

const mostSessions = 26;
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/);

function whole(text: string, least: number, most: number): number | null {
  if (!/^\d{1,4}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** What a choice of the audience stands for; null when it is none of those offered. */
function audienceOf(choice: string, { cohorts, teams }: PlanChoices): Audience | null {
  if (choice === 'everybody') return { kind: 'everybody' };
  const [kind, ...rest] = choice.split(':');
  const name = rest.join(':');
  if (kind === 'cohort' && cohorts.includes(name)) return { kind, cohort: name };
  return kind === 'team' && teams.includes(name) ? { kind, team: name } : null;
}

export const audienceChoice = ({ terms: { audience } }: LearningSet): string => {
  switch (audience.kind) {
    case 'everybody':
      return 'everybody';
    case 'cohort':
      return `cohort:${audience.cohort}`;
    case 'team':
      return `team:${audience.team}`;
  }
};

function startOf(plan: PlanSubmission, timeZone: string, afterWeeks = 0): Temporal.Instant | null {
  const on = z.iso.date().safeParse(plan.onDate);
  const at = timeOfDay.safeParse(plan.time);
  if (!on.success || !at.success) return null;
  const date = Temporal.PlainDate.from(on.data).add({ weeks: afterWeeks });
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at.data) }).toInstant();
}

function dateError(plan: PlanSubmission, { today, now, programme }: PlanRules): string | null {
  if (!z.iso.date().safeParse(plan.onDate).success) return 'Choose the date.';
  if (plan.onDate < today.toString()) return 'This date has gone by. Choose today or a later day.';
  if (plan.onDate > today.add({ years: 1 }).toString()) return 'Choose a date within the next year.';
  const startsAt = startOf(plan, programme.timeZone);
  if (startsAt === null) return null;
  return Temporal.Instant.compare(startsAt, now) <= 0 ? 'This time has gone by. Choose a later one.' : null;
}

function linkError({ link }: PlanSubmission): string | null {
  if (link === '') return null;
  const isAddress = z.url({ protocol: /^https$/ }).safeParse(link).success;
  return isAddress ? null : 'Give an address that begins with https:// or leave this empty.';
}

const textError = (text: string, most: number, missing: string): string | null => {
  if (text === '') return missing;
  return text.length > most ? `Keep it to ${most} characters.` : null;
};

const numberError = (text: string, [least, most]: readonly [number, number], what: string): string | null =>
  whole(text, least, most) === null ? `Give ${what}, from ${least} to ${most}.` : null;

const bounds = {
  minutes: [15, 480],
  capacity: [1, mostPlaces],
  presenterSlots: [0, 10],
  acceptWithinHours: [1, 168],
  howOften: [1, mostSessions],
  everyWeeks: [1, 12],
} as const;

function errorsOf(plan: PlanSubmission, rules: PlanRules): PlanErrors {
  const isKnown = rules.facilitators.some(({ id }) => id === plan.facilitator);
  const fields = {
    title: textError(plan.title, 80, 'Give it a name.'),
    facilitator: isKnown ? null : 'Choose who leads it.',
    onDate: dateError(plan, rules),
    time: timeOfDay.safeParse(plan.time).success ? null : 'Give the time as 14:00.',
    minutes: numberError(plan.minutes, bounds.minutes, 'the length in minutes'),
    place: textError(plan.place, 120, 'Say where people meet, for instance: online.'),
    link: linkError(plan),
    capacity: numberError(plan.capacity, bounds.capacity, 'the number of places'),
    presenterSlots: numberError(plan.presenterSlots, bounds.presenterSlots, 'how many may present'),
    audience: audienceOf(plan.audience, rules) === null ? 'Choose who may come.' : null,
    acceptWithinHours: numberError(plan.acceptWithinHours, bounds.acceptWithinHours, 'the hours'),
    howOften: rules.isNew ? numberError(plan.howOften, bounds.howOften, 'how many sessions') : null,
    everyWeeks: rules.isNew ? numberError(plan.everyWeeks, bounds.everyWeeks, 'the weeks') : null,
    whenOverbooked: null,
  };
  const count = Object.values(fields).filter((error) => error !== null).length;
  return { ...fields, summary: count === 0 ? null : planSummary(count, rules.isNew) };
}

const planSummary = (count: number, isNew: boolean): string =>
  `Nothing has been ${isNew ? 'planned' : 'changed'} yet: ${count === 1 ? 'one answer needs' : `${count} answers need`} another look. Your other answers are still here.`;

/** One answer that only the people concerned show to be wrong, at its field. */
export function planError(field: keyof PlanErrors, words: string, isNew: boolean): PlanErrors {
  return { ...noPlanErrors, [field]: words, summary: planSummary(1, isNew) };
}

/**
 * Checks a plan field by field and gives the terms of each session: of a series one for every so many weeks, at the same
 * time on the academy's wall clock (FEATURES M8).
 */
export function checkPlan(plan: PlanSubmission, rules: PlanRules): PlanCheck {
  const errors = errorsOf(plan, rules);
  if (errors.summary !== null) return { ok: false, errors };
  const sessions = rules.isNew ? Number(plan.howOften) : 1;
  const terms = Array.from({ length: sessions }, (_, at) =>
    termsOf(plan, rules, startOf(plan, rules.programme.timeZone, at * Number(plan.everyWeeks))),
  );
  return { ok: true, terms: terms.filter((one) => one !== null) };
}

function termsOf(plan: PlanSubmission, rules: PlanRules, startsAt: Temporal.Instant | null): Terms | null {
  const facilitator = rules.facilitators.find(({ id }) => id === plan.facilitator);
  const audience = audienceOf(plan.audience, rules);
  if (startsAt === null || facilitator === undefined || audience === null) return null;
  return {
    title: plan.title,
    facilitator: { personId: facilitator.id, name: facilitator.name },
    startsAt,
    minutes: Number(plan.minutes),
    place: plan.place,
    link: plan.link,
    capacity: Number(plan.capacity),
    presenterSlots: Number(plan.presenterSlots),
    audience,
    countsFor: rules.series.some(({ id }) => id === plan.countsFor) ? plan.countsFor : null,
    acceptWithinHours: Number(plan.acceptWithinHours),
  };
}
