import { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from './participant-file.ts';
import { planInputOf } from './plan.ts';
import type { PlanItem } from './plan-item.ts';

/** Whether a day was over before records of somebody were kept here, so that nobody could record anything on it (record 42). */
export function isBeforeRecords(
  { participant: { knownOn } }: Pick<ParticipantFile, 'participant'>,
  day: Temporal.PlainDate | null,
): boolean {
  return knownOn !== undefined && day !== null && Temporal.PlainDate.compare(day, knownOn) < 0;
}

/**
 * Whether an item fell due before records were kept and none has come since: it is nobody’s omission, and no figure
 * counts it as missed. That a session did not happen is a record too.
 */
export function isUnheardFromBefore(file: ParticipantFile, { id, due, status }: PlanItem): boolean {
  return (
    (status === 'missed' || status === 'overdue') &&
    isBeforeRecords(file, due) &&
    !planInputOf(file).records.some(({ item }) => item === id)
  );
}
