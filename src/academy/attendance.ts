import type { Temporal } from 'temporal-polyfill';
import type { ParticipantFile } from './participant-file.ts';
import type { PlanItem } from './plan-item.ts';
import { entriesOf } from './year-entry.ts';

/** What was last said of somebody's attendance at an item of their plan. */
export const attendanceAt = ({ entries }: Pick<ParticipantFile, 'entries'>, item: string) =>
  entriesOf(entries, 'attendance').findLast((one) => one.item === item);

/**
 * The item of a series that a session on a day settles for one NQSW (A7): the one that was settled by that very day; or of
 * those that nothing is recorded of, or whose session did not take place, the one to be held nearest to it, the earlier of two.
 */
export function attendedItem(
  items: readonly PlanItem[],
  file: Pick<ParticipantFile, 'entries' | 'records'>,
  series: string,
  on: Temporal.PlainDate,
): PlanItem | undefined {
  const own = items.filter((item) => item.series === series && item.due !== null);
  const settled = own.find(({ id }) => attendanceAt(file, id)?.on.equals(on) === true);
  if (settled !== undefined) return settled;
  const said = new Map(own.map(({ id }) => [id, attendanceAt(file, id)]));
  const daysAway = ({ id, due }: PlanItem) =>
    Math.abs((said.get(id)?.rearrangedOn ?? due)?.until(on, { largestUnit: 'day' }).days ?? 0);
  return own
    .filter(({ id }) => said.get(id) === undefined || said.get(id)?.because !== undefined)
    .filter(({ id }) => !file.records.some((record) => record.item === id))
    .toSorted((one, other) => daysAway(one) - daysAway(other) || one.sequence - other.sequence)[0];
}
