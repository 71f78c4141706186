import { addWorkingDays } from '../academy/calendar.ts';
import { scopeOf } from '../understanding/scope.ts';
import { openItems } from './answer-dates.ts';
import { whatsNext } from './ask-buttons.ts';
import { type Asker, permittedFile, permittedFiles } from './asker.ts';
import type { Needs } from './needs.ts';
import type { PersonSettings, ReminderEntry, VersionedFile } from './ports.ts';
import { planOf } from './recordable-items.ts';
import { ofFile, type ReminderNow, recipientFor } from './reminder-now.ts';
import { offerFor, type PressedLater, remindersView, worksOn } from './reminder-view.ts';
import { message } from './short-answers.ts';
import type { View } from './views.ts';
import { changeReminders } from './welcome-and-help.ts';

/** The first reminder of a thing goes this many working days before it (A12): what is due later rests anyhow. */
const remindedWorkingDays = 5;

/** What the asker is being reminded of by now and may put off: soon due, open, theirs in a function that is told. */
function beingRemindedOf(
  needs: Needs,
  asker: Asker,
  { file }: VersionedFile,
  settings: PersonSettings,
): readonly ReminderNow[] {
  const reachable = worksOn(needs, asker, settings);
  const until = addWorkingDays(needs.calendar, asker.today, remindedWorkingDays).toString();
  const entries = openItems(planOf(needs, file, asker.today), file).flatMap(
    ({ item, on }): ReminderEntry[] => {
      const recipient = recipientFor(asker, file, item);
      if (recipient === undefined || item.due === null || on.toString() > until) return [];
      return [
        { participantId: file.participant.id, item: item.id, dueOn: item.due, stage: 'day', recipient },
      ];
    },
  );
  return entries
    .map((entry) => ofFile(needs, asker, entry, file))
    .filter((one) => one.putOffUntil === null && offerFor(one, asker, reachable) !== null);
}

const nothingToPutOff = () =>
  message(
    'No reminder of yours can be put off now',
    [
      'Only what is still to come within a week can rest, up to its date. What is overdue stays until it is recorded.',
    ],
    { actions: [whatsNext, changeReminders] },
  );

/** "Snooze", "remind me tomorrow": the card on which a reminder is put off, with the day that was named filled in (Q4). */
export async function answerPutOff(needs: Needs, asker: Asker, typed: string): Promise<View> {
  const own = asker.person.participantId;
  const [files, settings] = await Promise.all([
    own === null
      ? permittedFiles(needs, asker, 'answer-reminder')
      : permittedFile(needs, asker, 'answer-reminder', own).then((file) => (file ? [file] : [])),
    needs.preferences.of(asker.person.id),
  ]);
  const reminders = files.flatMap((one) => beingRemindedOf(needs, asker, one, settings));
  if (reminders.length === 0) return nothingToPutOff();
  const day = scopeOf(typed, asker.today).period?.from;
  const later = day !== undefined && day.toString() > asker.today.toString() ? day.toString() : '';
  const filled: PressedLater = {
    saved: '',
    choice: later === '' ? '' : 'date',
    date: later,
    errors: { choice: null, date: null },
  };
  return remindersView(needs, asker, {
    moment: asker.now.toString(),
    reminders,
    settings,
    open: null,
    pressed: filled,
  });
}
