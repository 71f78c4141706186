import { Temporal } from 'temporal-polyfill';
import { type CivilDay, civilDay, plainDate } from './civil-days.ts';
import type { Reachable } from './sending-time.ts';
import { typedDate } from './typed-date.ts';

/** What somebody may answer to "when shall I bring it up again?". */
export const putOffChoices = ['tomorrow', 'next-working-day', 'date'] as const;

/** The days that are offered for a reminder that can be put off; each null where it would be the same or too late. */
export interface PutOffOffer {
  readonly tomorrow: Temporal.PlainDate | null;
  /** The first day on which the person works, where that is not tomorrow. */
  readonly nextWorkingDay: Temporal.PlainDate | null;
  readonly earliestOn: Temporal.PlainDate;
  /** The due date: what is overdue cannot be put off. */
  readonly latestOn: Temporal.PlainDate;
}

function firstFrom(reachable: Reachable, from: CivilDay, until: CivilDay): CivilDay | null {
  for (let day = from; day <= until; day += 1) if (reachable(day)) return day;
  return null;
}

/**
 * Until when a reminder may rest: a day after today, on or before the due date, on which its reader works. Null when there
 * is none, as on the due date itself and after it.
 */
export function putOffOffer(
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  reachable: Reachable,
): PutOffOffer | null {
  const tomorrow = civilDay(today) + 1;
  const first = firstFrom(reachable, tomorrow, civilDay(dueOn));
  if (first === null) return null;
  return {
    tomorrow: first === tomorrow ? plainDate(first) : null,
    nextWorkingDay: first === tomorrow ? null : plainDate(first),
    earliestOn: plainDate(tomorrow),
    latestOn: dueOn,
  };
}

export type PutOff =
  | { readonly ok: true; readonly untilOn: Temporal.PlainDate }
  | { readonly ok: false; readonly refused: 'nothing-chosen' | 'no-date' | 'not-after-today' | 'after-due' }
  | { readonly ok: false; readonly refused: 'not-a-working-day'; readonly on: Temporal.PlainDate };

function checkedDate(typed: string, offer: PutOffOffer, reachable: Reachable): PutOff {
  const on = typedDate(typed);
  if (on === undefined) return { ok: false, refused: 'no-date' };
  if (Temporal.PlainDate.compare(on, offer.earliestOn) < 0) return { ok: false, refused: 'not-after-today' };
  if (Temporal.PlainDate.compare(on, offer.latestOn) > 0) return { ok: false, refused: 'after-due' };
  return reachable(civilDay(on))
    ? { ok: true, untilOn: on }
    : { ok: false, refused: 'not-a-working-day', on };
}

/** What somebody chose, checked against what is offered; a day that is no longer offered counts as nothing chosen. */
export function putOff(choice: string, typedDate: string, offer: PutOffOffer, reachable: Reachable): PutOff {
  if (choice === 'date') return checkedDate(typedDate, offer, reachable);
  const untilOn =
    choice === 'tomorrow' ? offer.tomorrow : choice === 'next-working-day' ? offer.nextWorkingDay : null;
  return untilOn === null ? { ok: false, refused: 'nothing-chosen' } : { ok: true, untilOn };
}
