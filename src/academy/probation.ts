import { Temporal } from 'temporal-polyfill';
import { type CivilDay, civilDay } from './civil-days.ts';
import { type Ground, unpausedWorkingDaysAfter } from './placement.ts';
import type { YearPlan } from './plan-item.ts';
import type { Programme } from './programme.ts';
import { unpausedWorkingDaysBefore } from './reminder-stages.ts';
import { entriesOf, type ProbationAnswered, type YearEntry } from './year-entry.ts';

type Day = Temporal.PlainDate;

/** Where somebody stands with their probation (T3, L20). */
export interface ProbationStanding {
  /** The day on which it ends; null where the programme has none, and while an open pause holds it. */
  readonly endsOn: Day | null;
  /** The last answer of the host manager. */
  readonly answer: ProbationAnswered | null;
  /** How many answers there are. */
  readonly answers: number;
}

export function probationStanding(
  entries: readonly YearEntry[],
  plan: Pick<YearPlan, 'items'>,
): ProbationStanding {
  const answered = entriesOf(entries, 'probation');
  const end = plan.items.find(({ id }) => id === 'probation-end');
  const endsOn = end === undefined || end.status === 'cancelled' ? null : end.due;
  return { endsOn, answer: answered.at(-1) ?? null, answers: answered.length };
}

/**
 * The day on which the host manager is asked: so many working days before the end, those of a pause left out (T3, A6).
 * After an extension it is asked again before the new end, and never on the day of the answer itself. Null when there is
 * nothing to ask.
 */
export function probationAskedOn(
  { probation }: Pick<Programme, 'probation'>,
  { endsOn, answer }: ProbationStanding,
  ground: Ground,
): CivilDay | null {
  const isSettled = answer !== null && answer.answer !== 'extended';
  if (probation === null || endsOn === null || isSettled) return null;
  const asked = unpausedWorkingDaysBefore(civilDay(endsOn), probation.askWorkingDaysBefore, ground);
  if (answer === null) return asked;
  const after = unpausedWorkingDaysAfter(civilDay(answer.on), 1, ground);
  return after === null ? null : Math.max(asked, after);
}

export type ProbationFault = 'missing' | 'day-missing' | 'not-later' | 'only-extended';

/** What is wrong with an answer: an extension, and only that, has a day, which is later than the present end. */
export function probationFault(
  answer: ProbationAnswered['answer'] | undefined,
  to: Day | undefined,
  endsOn: Day | null,
): ProbationFault | null {
  if (answer === undefined) return 'missing';
  if (answer !== 'extended') return to === undefined ? null : 'only-extended';
  if (to === undefined) return 'day-missing';
  return endsOn !== null && Temporal.PlainDate.compare(to, endsOn) <= 0 ? 'not-later' : null;
}

/** The extension that counts: the last one that was answered. */
export function probationExtension(
  entries: readonly YearEntry[],
): { readonly to: Day; readonly decidedOn: Day } | null {
  const extended = entriesOf(entries, 'probation').findLast(({ to }) => to !== null);
  return extended === undefined || extended.to === null ? null : { to: extended.to, decidedOn: extended.on };
}
