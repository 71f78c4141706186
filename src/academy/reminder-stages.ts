import { isOpen } from './calendar.ts';
import type { CivilDay } from './civil-days.ts';
import { type Ground, pauseOn, unpausedWorkingDaysAfter } from './placement.ts';
import type { ItemKind } from './plan-item.ts';
import type { Programme } from './programme.ts';
import { type ReminderStage, workingDaysFromDue } from './stage-name.ts';

export const isBeforeStage = (stage: ReminderStage) => workingDaysFromDue(stage) < 0;
export const isOverdueStage = (stage: ReminderStage) => workingDaysFromDue(stage) > 0;

/** A kind's stages in the order in which they come, however its programme file lists them. */
export function stagesOf({ reminders }: Programme, kind: ItemKind): readonly ReminderStage[] {
  return reminders.stages[kind].toSorted((one, other) => workingDaysFromDue(one) - workingDaysFromDue(other));
}

/**
 * The stage at which what is still open goes to the Academy Manager's channel: the last after the date (A12). Undefined
 * for a kind that has none, of which nobody is told there.
 */
export function escalationStage(programme: Programme, kind: ItemKind): ReminderStage | undefined {
  return stagesOf(programme, kind).findLast(isOverdueStage);
}

/** The day `count` working days before `day`, not counting those inside a pause (A6). */
export function unpausedWorkingDaysBefore(day: CivilDay, count: number, ground: Ground): CivilDay {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached -= 1;
    const pause = pauseOn(ground.pauses, reached);
    if (pause !== undefined) reached = pause.from;
    else if (isOpen(ground.calendar, reached)) left -= 1;
  }
  return reached;
}

/**
 * The day of a stage for an item due on `due`, before anybody's own working pattern is looked at (A12). Working days
 * inside a pause do not count (A6); null when an open pause keeps the stage from ever coming.
 */
export function stageDay(stage: ReminderStage, due: CivilDay, ground: Ground): CivilDay | null {
  const count = workingDaysFromDue(stage);
  return count < 0
    ? unpausedWorkingDaysBefore(due, -count, ground)
    : unpausedWorkingDaysAfter(due, count, ground);
}
