/** What one message of a simulation says, in lines: one for each reminder in it, otherwise one. */
import type { Temporal } from 'temporal-polyfill';
import { escalationStage } from '../academy/reminder-stages.ts';
import type { CallName } from '../academy/year-call.ts';
import type { Needs } from '../services/needs.ts';
import type { CardMessage, Recipient, ReminderEntry, Subject } from '../services/ports.ts';
import { planOf } from '../services/recordable-items.ts';
import { isStillOwed, readerAt, reminderNow } from '../services/reminder-now.ts';
import { datesOf, headingOf } from '../services/reminder-words.ts';

/** What was made into a card, and for whom. */
export interface Shown {
  readonly recipient: Recipient;
  readonly subject: Subject;
  readonly entries: readonly ReminderEntry[];
}

export interface SimulatedLine {
  /** The participant that it is about; null when it is about none. */
  readonly participantId: string | null;
  readonly item: string | null;
  readonly stage: string | null;
  readonly text: string;
}

export interface SimulatedMessage extends Shown {
  readonly at: Temporal.Instant;
  readonly lines: readonly SimulatedLine[];
}

type LineNeeds = Pick<Needs, 'programme' | 'calendar' | 'clock' | 'files' | 'people'>;

/** The reminders that the card shows, each in the words of its heading and with its date. */
async function reminderLines(
  needs: LineNeeds,
  personId: string,
  entries: readonly ReminderEntry[],
): Promise<readonly SimulatedLine[]> {
  const person = await needs.people.byId(personId);
  if (person === undefined) return [];
  const reader = readerAt(needs, person);
  const known = await Promise.all(entries.map((entry) => reminderNow(needs, reader, entry)));
  return known
    .filter((one) => one !== undefined)
    .filter(isStillOwed)
    .map((one) => {
      const { participantId, item, stage } = one.entry;
      const { date } = datesOf(one);
      const heading = headingOf(one, reader.today, needs);
      return { participantId, item, stage, text: date === '' ? heading : `${heading} (${date})` };
    })
    .toSorted((a, b) => (`${a.participantId} ${a.item}` < `${b.participantId} ${b.item}` ? -1 : 1));
}

/** The item whose date a call of the year is about. */
const itemOfCall = {
  induction: 'induction-end',
  probation: 'probation-end',
  exit: 'programme-end',
} as const satisfies Readonly<Record<CallName, string>>;

/** The item that an alert, a call or a record is about. */
async function itemOf({ files }: LineNeeds, subject: Subject): Promise<string | null> {
  if (!('participantId' in subject)) return null;
  if (subject.card === 'year-call') return itemOfCall[subject.call];
  const file = (await files.load(subject.participantId))?.file;
  if (subject.card === 'overdue-alert') {
    return file?.overdueAlerts.find(({ alertId }) => alertId === subject.alertId)?.item ?? null;
  }
  if (!('recordId' in subject)) return null;
  return file?.records.find(({ recordId }) => recordId === subject.recordId)?.item ?? null;
}

/** An alert is the last rung of the ladder, or that rung again because nobody has acknowledged it. */
async function stageOf(needs: LineNeeds, subject: Subject, item: string | null): Promise<string | null> {
  if (subject.card === 'year-call') return subject.stage;
  if (subject.card !== 'overdue-alert') return null;
  const file = (await needs.files.load(subject.participantId))?.file;
  if (subject.again > 0 || file === undefined) return 'repeated';
  const today = needs.clock.now().toZonedDateTimeISO(needs.programme.timeZone).toPlainDate();
  const found = planOf(needs, file, today).items.find(({ id }) => id === item);
  return (found && escalationStage(needs.programme, found.kind)) ?? null;
}

export async function linesOf(
  needs: LineNeeds,
  { subject, entries }: Shown,
  { summary }: CardMessage,
): Promise<readonly SimulatedLine[]> {
  if (subject.card === 'reminders') return reminderLines(needs, subject.personId, entries);
  const participantId = 'participantId' in subject ? subject.participantId : null;
  const item = await itemOf(needs, subject);
  return [{ participantId, item, stage: await stageOf(needs, subject, item), text: summary }];
}
