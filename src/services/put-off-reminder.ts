/** What people do with a reminder on its own card: unfold it among others, and put it off. */

import { Temporal } from 'temporal-polyfill';
import type { ParticipantFile, Snooze } from '../academy/participant-file.ts';
import { type PutOff, type PutOffOffer, putOff } from '../academy/put-off.ts';
import { typedDate } from '../academy/typed-date.ts';
import { longDate, shortDate } from '../academy/wording.ts';
import { type Asker, permittedFile } from './asker.ts';
import { changeFile, type Decision } from './change-file.ts';
import type { Needs } from './needs.ts';
import type { Fact, PersonSettings, ReminderEntry, VersionedFile } from './ports.ts';
import { planOf } from './recordable-items.ts';
import { ofFile, recipientFor, reminderNow } from './reminder-now.ts';
import { isSameEntry, offerFor, type PressedLater, remindersView, worksOn } from './reminder-view.ts';
import { notForYou, pressedView } from './short-answers.ts';
import type { Reminderwise, Submissions } from './submissions.ts';
import type { Reply } from './turn.ts';
import { wakeDelivery } from './wake-delivery.ts';

/** A reminder as its button named it, checked: that the asker may be reminded of it, and in which function. */
interface Named {
  readonly versioned: VersionedFile;
  readonly entry: ReminderEntry;
  readonly moment: string;
  /** Everything that stands in its message; it alone where the message cannot be found. */
  readonly entries: readonly ReminderEntry[];
}

function momentOf(text: string): string | undefined {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    return undefined;
  }
}

/** For a message that is not (yet) known to stand: the reminder follows from the item and the asker's part in it. */
function entryOf(
  needs: Needs,
  asker: Asker,
  file: ParticipantFile,
  target: Reminderwise,
  dueOn: Temporal.PlainDate,
): ReminderEntry | undefined {
  const item = planOf(needs, file, asker.today).items.find(({ id }) => id === target.item);
  const recipient = item === undefined ? undefined : recipientFor(asker, file, item);
  if (item === undefined || recipient === undefined) return undefined;
  return { participantId: file.participant.id, item: item.id, dueOn, stage: 'day', recipient };
}

async function namedBy(needs: Needs, asker: Asker, target: Reminderwise): Promise<Named | undefined> {
  const dueOn = typedDate(target.dueOn);
  const moment = momentOf(target.moment);
  if (dueOn === undefined || moment === undefined) return undefined;
  const versioned = await permittedFile(needs, asker, 'answer-reminder', target.participantId);
  if (versioned === undefined) return undefined;
  const { id: personId } = asker.person;
  const subject = { card: 'reminders', personId, moment } as const;
  const standing = await needs.postedCards.entries({ kind: 'person', personId }, subject);
  const told = standing.find((one) => isSameEntry(one, { ...target, dueOn }));
  if (told !== undefined) return { versioned, entry: told, moment, entries: standing };
  const entry = entryOf(needs, asker, versioned.file, target, dueOn);
  return entry === undefined ? undefined : { versioned, entry, moment, entries: [entry] };
}

/** The whole message again, with one of its reminders unfolded. */
async function redrawn(
  needs: Needs,
  asker: Asker,
  { entry, moment, entries }: Named,
  settings: PersonSettings,
  pressed?: PressedLater,
): Promise<Reply> {
  const known = await Promise.all(entries.map((one) => reminderNow(needs, asker, one)));
  const reminders = known.filter((one) => one !== undefined);
  if (!reminders.some((one) => isSameEntry(one.entry, entry))) return notForYou(needs.programme);
  const shown = { moment, reminders, settings, open: entry };
  return pressedView(
    await remindersView(needs, asker, pressed === undefined ? shown : { ...shown, pressed }),
  );
}

/** Unfolds one reminder of several, with everything that can be done about it. */
export async function chooseReminder(
  needs: Needs,
  asker: Asker,
  target: Submissions['reminder-choose'],
): Promise<Reply> {
  const named = await namedBy(needs, asker, target);
  if (named === undefined) return notForYou(needs.programme);
  return redrawn(needs, asker, named, await needs.preferences.of(asker.person.id));
}

type Refused = Extract<PutOff, { ok: false }>;

/** The reason, at the field that it is about. */
function errorsOf(refused: Refused, { latestOn }: PutOffOffer): PressedLater['errors'] {
  const atDate = (date: string) => ({ choice: null, date });
  switch (refused.refused) {
    case 'nothing-chosen':
      return { choice: 'Choose when to be reminded again.', date: null };
    case 'no-date':
      return atDate('This is not a date. Choose one from the calendar, or write it as 2026-09-14.');
    case 'not-after-today':
      return atDate('This day has come already. Choose one after today.');
    case 'after-due':
      return atDate(`It is due on ${longDate(latestOn)}. Choose that day or one before it.`);
    case 'not-a-working-day':
      return atDate(`Nothing is sent to you on ${longDate(refused.on)}. Choose a day on which you work.`);
    default:
      return refused satisfies never;
  }
}

function isPutOffAlready(file: ParticipantFile, snooze: Snooze): boolean {
  const standing = file.snoozes.findLast(
    (one) => one.item === snooze.item && one.personId === snooze.personId && one.dueOn.equals(snooze.dueOn),
  );
  return standing?.untilOn.equals(snooze.untilOn) === true;
}

/** Puts the reminder off on the file as it stands; what was said when it cannot be. Null once its date has moved. */
function decide(
  needs: Needs,
  asker: Asker,
  settings: PersonSettings,
  entry: ReminderEntry,
  { choice, date }: Submissions['reminder-snooze'],
): (file: ParticipantFile) => Decision<PressedLater | null> {
  const reachable = worksOn(needs, asker, settings);
  return (file) => {
    const offer = offerFor(ofFile(needs, asker, entry, file), asker, reachable);
    if (offer === null) return { facts: [], result: null };
    const decided = putOff(choice, date, offer, reachable);
    if (!decided.ok) {
      return { facts: [], result: { saved: '', choice, date, errors: errorsOf(decided, offer) } };
    }
    const { item, dueOn } = entry;
    const snooze = { item, dueOn, personId: asker.person.id, untilOn: decided.untilOn, at: asker.now };
    const facts: Fact[] = [
      { fact: 'snoozed', snooze },
      { fact: 'audited', verb: 'put-off-reminder', by: asker.person.id, outcome: String(decided.untilOn) },
    ];
    const saved = `I will remind you again on ${shortDate(decided.untilOn)}. The date itself has not moved.`;
    return {
      facts: isPutOffAlready(file, snooze) ? [] : facts,
      result: { saved, choice: '', date: '', errors: { choice: null, date: null } },
    };
  };
}

/** Puts a reminder off, for the asker alone; it moves no date of the programme (FEATURES Q4, decision 0015). */
export async function putOffReminder(
  needs: Needs,
  asker: Asker,
  target: Submissions['reminder-snooze'],
): Promise<Reply> {
  const named = await namedBy(needs, asker, target);
  if (named === undefined) return notForYou(needs.programme);
  const settings = await needs.preferences.of(asker.person.id);
  const pressed = await changeFile(
    needs,
    named.versioned,
    asker.now,
    decide(needs, asker, settings, named.entry, target),
  );
  if (pressed?.saved !== undefined && pressed.saved !== '') {
    await wakeDelivery(needs, { participant: target.participantId }, asker.now);
  }
  return redrawn(needs, asker, named, settings, pressed ?? undefined);
}
