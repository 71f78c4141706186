import type { Needs } from './needs.ts';
import type { ReminderEntry, Subject } from './ports.ts';
import { isStillOwed, readerAt, reminderNow } from './reminder-now.ts';
import { remindersView } from './reminder-view.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';

/** On the card of somebody whose people have changed since: nothing of what it said any more. */
const noLongerYours = message('These reminders are no longer yours', [
  'Somebody else has taken over what they were about.',
]);

/**
 * What somebody is reminded of at one moment, as it stands now. What has not been shown yet and is done, moved or put off
 * by now is left out; what was shown is shown on with what has become of it. Undefined when nothing is owed any more.
 */
export async function showReminders(
  needs: Needs,
  { personId, moment }: Extract<Subject, { card: 'reminders' }>,
  isStanding: boolean,
  entries: readonly ReminderEntry[],
): Promise<View | undefined> {
  const person = await needs.people.byId(personId);
  if (person === undefined) return undefined;
  const reader = readerAt(needs, person);
  const [settings, known] = await Promise.all([
    needs.preferences.of(personId),
    Promise.all(entries.map((entry) => reminderNow(needs, reader, entry))),
  ]);
  const theirs = known.filter((one) => one !== undefined);
  const reminders = isStanding ? theirs : theirs.filter(isStillOwed);
  if (reminders.length === 0) return isStanding ? noLongerYours : undefined;
  return remindersView(needs, reader, { moment, reminders, settings, open: null });
}
