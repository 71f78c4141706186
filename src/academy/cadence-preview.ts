import { type CadenceChosen, decidedSeries, type FloorGap, gapBeyondFloor } from './cadence-decision.ts';
import type { WorkingCalendar } from './calendar.ts';
import { civilDay } from './civil-days.ts';
import { groundworkOf } from './groundwork.ts';
import type { PlanInput } from './plan.ts';
import type { Programme } from './programme.ts';

/**
 * Where a rhythm that somebody is about to decide on would leave more than 31 days without a session; null where it keeps
 * the national standard, or where there is no session to come (P15, RULES "Two standards").
 */
export function gapAfterDeciding(
  programme: Programme,
  calendar: WorkingCalendar,
  input: PlanInput,
  chosen: CadenceChosen,
): FloorGap | null {
  const cadence = [...(input.cadence ?? []), chosen];
  const { drafts } = groundworkOf(programme, calendar, { ...input, cadence });
  const end = drafts.find(({ id }) => id === 'programme-end')?.nominal;
  const dates = drafts.flatMap(({ series, basis }) =>
    series === decidedSeries && basis.by === 'cadence' ? [basis] : [],
  );
  return end === undefined ? null : gapBeyondFloor(dates, civilDay(chosen.on), end);
}
