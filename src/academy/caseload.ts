import type { Temporal } from 'temporal-polyfill';
import { addMonths, civilDay, plainDate } from './civil-days.ts';
import type { Programme } from './programme.ts';

/** A caseload is a whole number, 0 or more (A8); more than this is a slip of the finger. */
export const largestCaseload = 200;

export function isCaseload(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= largestCaseload;
}

/**
 * The cap that applies to a participant on a day (A8): the step of the ramp for the programme month that the day falls
 * in, month 1 beginning with the clock start, and the programme's cap after the last step. Before the clock has started
 * it is that of the first day. Null when the council has not set one.
 */
export function capFor(
  programme: Pick<Programme, 'caseload'>,
  startOn: Temporal.PlainDate | null,
  on: Temporal.PlainDate,
): number | null {
  const { cap, ramp } = programme.caseload;
  const day = civilDay(on);
  const start = startOn === null ? day : civilDay(startOn);
  const step = (ramp ?? []).find(({ untilMonth }) => day < addMonths(start, untilMonth));
  return step?.cap ?? cap;
}

/**
 * The next day from which another cap applies, and that cap (P17): the day after the last of a step's months. Null where
 * no other is to come, and while the clock start is not known.
 */
export function nextCap(
  programme: Pick<Programme, 'caseload'>,
  startOn: Temporal.PlainDate | null,
  on: Temporal.PlainDate,
): { readonly fromOn: Temporal.PlainDate; readonly cap: number | null } | null {
  if (startOn === null) return null;
  const today = civilDay(on);
  const now = capFor(programme, startOn, on);
  for (const { untilMonth } of programme.caseload.ramp ?? []) {
    const from = addMonths(civilDay(startOn), untilMonth);
    const cap = capFor(programme, startOn, plainDate(from));
    if (from > today && cap !== now) return { fromOn: plainDate(from), cap };
  }
  return null;
}

/** Strictly more than the cap; at the cap is no breach (A8). */
export function isBreach(count: number, cap: number | null): boolean {
  return cap !== null && count > cap;
}

/** What a reported count does to a participant's caseload alert (A9). */
export type AlertStep =
  | { readonly step: 'none' }
  | { readonly step: 'open'; readonly count: number; readonly cap: number }
  | { readonly step: 'update'; readonly count: number; readonly cap: number }
  | { readonly step: 'resolve'; readonly count: number };

/**
 * One step of the alert: opened on crossing upward, updated in place while above, resolved at or below the cap. A new
 * crossing after that is a new alert. An alert that a person has resolved is no longer open, so a count that is still
 * above the cap opens another.
 */
export function alertStep(
  open: { readonly count: number } | null,
  count: number,
  cap: number | null,
): AlertStep {
  if (cap !== null && count > cap) return { step: open === null ? 'open' : 'update', count, cap };
  return open === null ? { step: 'none' } : { step: 'resolve', count };
}
