import { attendanceAt } from '../academy/attendance.ts';
import { isUnheardFromBefore } from '../academy/before-records.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';

/** Whether it was recorded that a session did not take place, or that the NQSW was not at it. */
export const isRecordedAsMissed = (file: ParticipantFile, { id }: Pick<PlanItem, 'id'>): boolean =>
  attendanceAt(file, id) !== undefined || file.records.some(({ item }) => item === id);

/** Why an item counts as missed: “missed: recorded as not held”, or that nothing was recorded of it. */
export function missedWords(file: ParticipantFile, item: PlanItem): string {
  const attendance = attendanceAt(file, item.id);
  if (attendance !== undefined && attendance.because === undefined) return 'missed: recorded as not attended';
  if (isRecordedAsMissed(file, item)) return 'missed: recorded as not held';
  return isUnheardFromBefore(file, item)
    ? 'from before records were kept here'
    : 'missed: nothing was recorded';
}
