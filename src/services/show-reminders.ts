import type { Needs } from './needs.ts';
import type { ReminderEntry, Subject } from './ports.ts';
import type { View } from './views.ts';

/** What somebody is reminded of at one moment, as it stands now: undefined when nothing of it is owed any more. */
export async function showReminders(
  _needs: Needs,
  _subject: Extract<Subject, { card: 'reminders' }>,
  _isStanding: boolean,
  _entries: readonly ReminderEntry[],
): Promise<View | undefined> {
  return undefined;
}
