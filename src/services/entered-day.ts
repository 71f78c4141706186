import type { Temporal } from 'temporal-polyfill';
import { planInputOf, recordStanding } from '../academy/plan.ts';
import { typedDate } from '../academy/typed-date.ts';
import type { YearGround } from './year-form.ts';

const standingWords = {
  'in-future': 'That day is still to come. Choose today or a day before it.',
  'before-start': 'That day is before the programme began.',
  'in-pause': 'The programme was paused on that day.',
} as const;

export type EnteredDay = { readonly on: Temporal.PlainDate } | { readonly error: string };

/** A day on which something of the programme was done, as a form sends it, or what is wrong with it. */
export function enteredDay({ needs, asker, file }: YearGround, typed: string): EnteredDay {
  const on = typedDate(typed);
  if (on === undefined) return { error: 'Choose the day.' };
  const stands = recordStanding(planInputOf(file, needs.programme.timeZone), on, asker.today);
  return stands === 'counts' ? { on } : { error: standingWords[stands] };
}
