import type { Temporal } from 'temporal-polyfill';
import { type AssessmentEntry, observationsIn } from './assessment.ts';
import { civilDay, plainDate } from './civil-days.ts';
import type { PlanItem, YearPlan } from './plan-item.ts';
import type { Programme } from './programme.ts';
import type { AllocatedFunction } from './roles.ts';

/** From three quarters of the programme on, observations that are missing are warned about (A3). */
const warnedFrom = { numerator: 3, denominator: 4 } as const;

/** How many observations there are and are wanted, in all and by the assessor (L11, C6). */
export interface ObservationStanding {
  readonly held: number;
  readonly wanted: number;
  readonly byAssessor: number;
  readonly wantedByAssessor: number;
  /** How many more are needed for both to be met. */
  readonly missing: number;
  /** The first day, in the programme's zone, on which missing ones are warned about; null while there is no end. */
  readonly warnsOn: Temporal.PlainDate | null;
  /** Whether some are missing and that day has come. */
  readonly isShort: boolean;
}

/** The first day by which three quarters of the days from the clock start to the programme's end have passed. */
function warningDay({ start, end }: Pick<YearPlan, 'start' | 'end'>): Temporal.PlainDate | null {
  if (start === null || end === null) return null;
  const first = civilDay(start);
  const days = civilDay(end) - first;
  return plainDate(first + Math.ceil((days * warnedFrom.numerator) / warnedFrom.denominator));
}

/** Where somebody stands with their observations on the plan's day (A3). */
export function observationStanding(
  entries: readonly AssessmentEntry[],
  { observations }: Pick<Programme, 'observations'>,
  plan: Pick<YearPlan, 'start' | 'end' | 'today'>,
): ObservationStanding {
  const held = observationsIn(entries);
  const byAssessor = held.filter(({ observer }) => observer === 'assessor').length;
  const missing = Math.max(observations.total - held.length, observations.byAssessor - byAssessor, 0);
  const warnsOn = warningDay(plan);
  return {
    held: held.length,
    wanted: observations.total,
    byAssessor,
    wantedByAssessor: observations.byAssessor,
    missing,
    warnsOn,
    isShort: missing > 0 && warnsOn !== null && civilDay(warnsOn) <= civilDay(plan.today),
  };
}

/** The dated observation that one by this observer settles: the earliest that waits for them; null where none does. */
export function observationSettled(
  { items }: Pick<YearPlan, 'items'>,
  observer: AllocatedFunction,
): PlanItem | null {
  const waiting = items.filter(({ kind, lead, status }) => {
    const isOpen = status !== 'done' && status !== 'cancelled' && status !== 'suspended';
    return kind === 'observation' && lead === observer && isOpen;
  });
  return waiting[0] ?? null;
}
