/** A stage at which people are reminded of an item, as programme files name it: in working days from its date (A12). */
export type ReminderStage = `before-${number}` | 'day' | `overdue-${number}`;

const pattern = /^(?:(before|overdue)-([1-9]|1\d|20)|day)$/;

export const isReminderStage = (name: unknown): name is ReminderStage =>
  typeof name === 'string' && pattern.test(name);

/** Working days from the item's date to the stage; those before the date are negative. */
export function workingDaysFromDue(stage: ReminderStage): number {
  const [, side, count] = pattern.exec(stage) ?? [];
  if (count === undefined) return 0;
  return side === 'before' ? -Number(count) : Number(count);
}
