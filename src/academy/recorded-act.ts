import type { PlanItem } from './plan-item.ts';
import type { Recording } from './recording.ts';
import type { YearAct } from './year-entry.ts';

/**
 * How a session that has taken place, or has not, stands in the file where it has no record's card: by its day alone, or as
 * attendance. Null where the card of a record, or nobody, says it.
 */
export function recordedAct(
  recording: Recording,
  { id: item }: Pick<PlanItem, 'id'>,
  on: Extract<YearAct, { entry: 'attendance' }>['on'],
  took: boolean,
): YearAct | null {
  switch (recording) {
    case 'date-only':
      return took ? { entry: 'date-held', item, heldOn: on } : null;
    case 'attendance':
    case 'by-nqsw':
      return { entry: 'attendance', item, on, attended: took };
    case 'in-full':
    case 'not':
      return null;
    default:
      return recording satisfies never;
  }
}
