/** What has become of a reminder by the moment at which its message is shown. */
import type { Temporal } from 'temporal-polyfill';
import { actingOn, type Holding, holdingsOn } from '../academy/holding.ts';
import { standingOfItem } from '../academy/item-standing.ts';
import type { ParticipantFile, SessionRecord } from '../academy/participant-file.ts';
import type { PlanItem } from '../academy/plan-item.ts';
import { type AcademyFunction, academyFunctions } from '../academy/roles.ts';
import { isPutOff } from '../academy/snooze.ts';
import type { Asker } from './asker.ts';
import type { Needs } from './needs.ts';
import { isOvertaken } from './overtaken.ts';
import { may } from './permission.ts';
import type { Person, ReminderEntry } from './ports.ts';
import { planOf, recordOf } from './recordable-items.ts';

function functionsIn(
  asker: Asker,
  file: ParticipantFile,
  holdings: readonly Holding[],
): readonly AcademyFunction[] {
  const { person } = asker;
  const own = holdings.filter(({ personId }) => personId === person.id).map((one) => one.function);
  const held = new Set<AcademyFunction>(own);
  if (file.participant.personId === person.id) held.add('nqsw');
  for (const role of ['academy-manager', 'head-of-academy'] as const) {
    if (person.roles.includes(role) && may('answer-reminder', [role], ['academy'])) held.add(role);
  }
  return academyFunctions.filter((one) => held.has(one));
}

/** The functions that somebody holds for a participant on a day, or covers in: what they were told in these stays theirs. */
const functionsHeld = (asker: Asker, file: ParticipantFile): readonly AcademyFunction[] =>
  functionsIn(asker, file, holdingsOn(file, asker.today));

/** Those in which they are told of dates on a day: not while somebody else covers for them (P13). */
export const functionsTold = (asker: Asker, file: ParticipantFile): readonly AcademyFunction[] =>
  functionsIn(asker, file, actingOn(file, asker.today));

/** A reminder that its reader may see, with everything that is said of it. */
export interface ReminderNow {
  readonly entry: ReminderEntry;
  readonly file: ParticipantFile;
  readonly item: PlanItem | undefined;
  readonly standing: ReturnType<typeof standingOfItem>;
  readonly record: SessionRecord | undefined;
  /** In a function of theirs beside which the item has another person: the NQSW, or whoever supports them. */
  readonly isOwn: boolean;
  /** Until when its reader has put it off; null when they have not, or the day has come. */
  readonly putOffUntil: Temporal.PlainDate | null;
  /** A later stage of the same date says what it would say. */
  readonly overtaken: boolean;
}

/** The reader's view of one reminder; undefined when it is not theirs (any more), or its participant is gone. */
export async function reminderNow(
  needs: Pick<Needs, 'programme' | 'calendar' | 'files'>,
  asker: Asker,
  entry: ReminderEntry,
): Promise<ReminderNow | undefined> {
  const file = (await needs.files.load(entry.participantId))?.file;
  if (file === undefined || !functionsHeld(asker, file).includes(entry.recipient)) return undefined;
  return ofFile(needs, asker, entry, file);
}

/** The same for a file that has been read already. */
export function ofFile(
  needs: Pick<Needs, 'programme' | 'calendar'>,
  asker: Asker,
  entry: ReminderEntry,
  file: ParticipantFile,
): ReminderNow {
  const plan = planOf(needs, file, asker.today);
  const rested = { item: entry.item, dueOn: entry.dueOn, personId: asker.person.id };
  const latest = file.snoozes
    .filter((one) => one.item === rested.item && one.personId === rested.personId)
    .findLast((one) => one.dueOn.equals(rested.dueOn));
  const item = plan.items.find(({ id }) => id === entry.item);
  return {
    entry,
    file,
    item,
    standing: standingOfItem(plan, entry.item, entry.dueOn),
    record: recordOf(file, entry.item),
    isOwn: entry.recipient === 'nqsw',
    putOffUntil: isPutOff(file.snoozes, rested, asker.today) ? (latest?.untilOn ?? null) : null,
    overtaken: item !== undefined && isOvertaken(needs, file, item, entry, asker.today),
  };
}

/**
 * The function in which somebody is reminded of an item, for those whose message can no longer be found; undefined when
 * they have no part in it.
 */
export function recipientFor(
  asker: Asker,
  file: ParticipantFile,
  item: Pick<PlanItem, 'lead'>,
): AcademyFunction | undefined {
  return functionsHeld(asker, file).find((one) => one === 'nqsw' || one === item.lead);
}

/**
 * Whether the reminder is still to be made when it has not been shown yet: what was recorded at five to nine is not asked
 * for at nine. A milestone and a lapsed decision are done by themselves, and that is what their reminder says.
 */
export function isStillOwed({ entry, item, standing, record, putOffUntil, overtaken }: ReminderNow): boolean {
  const isRecorded = record !== undefined || item?.heldOn !== undefined;
  if (entry.stage === 'lapsed') return standing === 'done' && !isRecorded;
  if (standing === 'done') return item?.kind === 'milestone' && !isRecorded;
  return standing === 'open' && putOffUntil === null && !overtaken;
}

/** Who reads, at a moment of their day. */
export function readerAt({ clock, programme }: Pick<Needs, 'clock' | 'programme'>, person: Person): Asker {
  const now = clock.now();
  return { person, now, today: now.toZonedDateTimeISO(programme.timeZone).toPlainDate() };
}
