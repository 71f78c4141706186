/** The forms that option values have. A value of another form is a usage error; whether it makes sense is asked later. */

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Weekday, weekdays } from '../academy/sending-time.ts';
import { typedDate } from '../academy/typed-date.ts';
import type { OptionProblem } from './outcome.ts';

/** `how` is told when the value has another form. */
function form<Value>(read: (text: string) => Value | undefined, how: string) {
  return z.string().transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `"${text}" ${how}` });
    return z.NEVER;
  });
}

export const civilDate = form(typedDate, 'is not a date: write it as 2026-09-07');

export interface DateRange {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
}
export interface OpenDateRange {
  readonly fromOn: Temporal.PlainDate;
  /** Null: no end is known yet. */
  readonly untilOn: Temporal.PlainDate | null;
}

function openRangeOf(text: string): OpenDateRange | undefined {
  const [from = '', until, ...more] = text.split('..');
  const fromOn = typedDate(from);
  if (fromOn === undefined || until === undefined || more.length > 0) return undefined;
  if (until === '') return { fromOn, untilOn: null };
  const untilOn = typedDate(until);
  return untilOn === undefined ? undefined : { fromOn, untilOn };
}

function rangeOf(text: string): DateRange | undefined {
  const range = openRangeOf(text);
  return range === undefined || range.untilOn === null
    ? undefined
    : { fromOn: range.fromOn, untilOn: range.untilOn };
}

export const openRange = form(
  openRangeOf,
  'is not a range of dates: write 2026-11-02..2026-12-13, or 2027-02-01.. while the end is open',
);
export const closedRange = form(rangeOf, 'is not a range of dates: write 2026-12-24..2026-12-31');

/** A decimal number of at most two places; its range is asked later. */
export const twoPlaces = (example: string) =>
  form(
    (text) => (/^-?(\d+(\.\d{1,2})?|\.\d{1,2})$/.test(text) ? Number(text) : undefined),
    `is not a number of at most two decimals: write it as ${example}`,
  );

export const wholeNumber = form(
  (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  'is not a whole number of at most nine digits',
);

const itemPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const itemId = form(
  (text) => (itemPattern.test(text) ? text : undefined),
  'is not the id of an item: write it as review-9m',
);

export interface HeldOn {
  readonly item: string;
  readonly on: Temporal.PlainDate;
}

export const heldOn = form((text): HeldOn | undefined => {
  const cut = text.indexOf('=');
  const on = typedDate(text.slice(cut + 1));
  const item = text.slice(0, Math.max(cut, 0));
  return on !== undefined && itemPattern.test(item) ? { item, on } : undefined;
}, 'is not an item and the date it was held: write it as reflective-supervision-1=2026-09-14');

/** A setting of a programme file: where it stands, and the value as written. */
export interface Setting {
  readonly path: readonly string[];
  readonly written: string;
}

export const setting = form((text): Setting | undefined => {
  const cut = text.indexOf('=');
  const path = text
    .slice(0, Math.max(cut, 0))
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.');
  const written = text.slice(cut + 1);
  return cut > 0 && path.every((part) => /^[A-Za-z0-9-]+$/.test(part)) ? { path, written } : undefined;
}, 'is not a path and a value: write it as caseload.cap=12');

export const instant = form((text) => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}, 'is not a moment with its offset: write it as 2026-09-30T09:00Z or 2026-09-30T10:00+01:00');

/** A day, or a moment with its offset: what a day means is for the programme's zone to say. */
export const dayOrInstant = form((text): Temporal.PlainDate | Temporal.Instant | undefined => {
  const day = typedDate(text);
  if (day !== undefined) return day;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}, 'is neither a day nor a moment: write it as 2026-09-30, or as 2026-09-30T09:00Z');

export interface OffDays {
  /** A function, as far as the form goes: whether there is such a one is asked later. */
  readonly who: string;
  readonly days: readonly Weekday[];
}

const isWeekday = (name: string): name is Weekday => weekdays.some((known) => known === name);

export const offDays = form((text): OffDays | undefined => {
  const [who = '', written = '', ...more] = text.split('=');
  const names = written.split(';');
  const days = names.filter(isWeekday);
  const isFormed = /^[a-z]+(-[a-z]+)*$/.test(who) && more.length === 0 && days.length === names.length;
  return isFormed ? { who, days } : undefined;
}, 'is not a function and the weekdays it does not work: write it as nqsw=fri or assessor=mon;tue');

export const emailAddress = z
  .string()
  .pipe(z.email({ error: (issue) => `"${String(issue.input)}" is not an e-mail address` }))
  .transform((address) => address.toLowerCase());

/** What is wrong with the options, each named as it is typed. */
export function formProblems(error: z.ZodError): OptionProblem[] {
  return error.issues.map(({ path, message }) => ({
    code: 'usage',
    option: `--${String(path[0])}`,
    message,
  }));
}
