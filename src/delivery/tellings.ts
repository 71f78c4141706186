/** What a participant's reminders come to now: who is told what, in which message, or why they are not told. */
import { Temporal } from 'temporal-polyfill';
import { civilDay } from '../academy/civil-days.ts';
import { pauseSpans } from '../academy/groundwork.ts';
import { owed, type ReminderNotice, type SentReminder } from '../academy/owed.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import type { PlanInput } from '../academy/plan.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import { isOpenTo } from '../academy/recording.ts';
import { academyFunctions } from '../academy/roles.ts';
import { nextSendable, type Reachable, reachableDays, reminderInstant } from '../academy/sending-time.ts';
import { comingUp, isPutOff } from '../academy/snooze.ts';
import type { Needs } from '../services/needs.ts';
import type { HeldBackReason } from '../services/outbox.ts';
import type { ReminderEntry, ReminderEntryStage, SendingState } from '../services/ports.ts';
import { isOwedUntilRecorded } from '../services/recordable-items.ts';
import { absenceOf, type Holder, type Tier, tiersOf } from './holders.ts';

/** Lanes are filled so long before the moment, so that many messages of one moment all leave at it. */
export const lookAhead = { minutes: 15 } as const;
/** What comes late goes in one message with what else comes late in the same ten minutes. */
const togetherMinutes = 10;

/** One reminder for one person. */
export interface Telling {
  /** The same for the same participant, item, due date, stage and person, in whatever function they are told. */
  readonly key: string;
  readonly personId: string;
  readonly entry: ReminderEntry;
  /** When it was to go, also where it comes late. */
  readonly sendAt: Temporal.Instant;
  /** The message that it belongs to, as an ISO instant. */
  readonly moment: string;
  /** Not to be sent earlier. */
  readonly owedAt: Temporal.Instant;
  readonly heldBack: HeldBackReason | null;
}

/** What the computation stands on, read once. */
export interface Looked {
  readonly programme: Needs['programme'];
  readonly calendar: Needs['calendar'];
  readonly file: ParticipantFile;
  readonly input: PlanInput;
  readonly plan: YearPlan;
  readonly holders: readonly Holder[];
  readonly pilot: SendingState['pilot'];
  readonly now: Temporal.Instant;
  readonly since: Temporal.Instant;
  /** Keys of what was told or held back before, with the instants at which it was to go. */
  readonly told: ReadonlyMap<string, Temporal.Instant>;
}

export interface Tellings {
  readonly tellings: readonly Telling[];
  /** Items whose last rung has come: they are the channel's (P5). */
  readonly toChannel: readonly { readonly item: string; readonly dueOn: Temporal.PlainDate }[];
  /** When more can be owed. */
  readonly nextAt: readonly Temporal.Instant[];
}

type Wanted = Pick<Telling, 'key' | 'entry' | 'sendAt'> & { readonly holder: Holder };

const keyOf = (participantId: string, item: string, due: Temporal.PlainDate, stage: string, person: string) =>
  [participantId, item, due, stage, person].join(':');

const isPast = (at: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;

/**
 * Of a claim the channel hears nothing: it is the Academy Managers' own (decision 0013). Nor of a session that is between
 * the NQSW and the host manager (L7): an alert would tell the academy of what it may not see (decision 0036).
 */
const isForChannel = ({ recipient, item }: SentReminder, { plan, programme }: Looked) =>
  recipient === 'academy-manager-channel' &&
  plan.items.some(
    ({ id, kind, series }) =>
      id === item && kind !== 'claim' && isOpenTo(programme, series, ['academy-manager']),
  );

/**
 * A nudge asks for a record. Where nobody keeps one here, personal supervision for instance (L7), nothing is ever late:
 * people are reminded of the date, and neither they nor the channel are told that it is overdue.
 */
const isNobodysToRecord = ({ stage, item }: ReminderNotice, { plan }: Looked) =>
  stage.startsWith('overdue') && plan.items.some((one) => one.id === item && !isOwedUntilRecorded(one));

function wantedOf(notice: ReminderNotice, { holders }: Tier, participantId: string): readonly Wanted[] {
  const { item, due, stage, recipient, sendAt } = notice;
  if (recipient === 'academy-manager-channel') return [];
  const entry = { participantId, item, dueOn: due, stage, recipient } as const;
  return (holders.get(recipient) ?? []).map((holder) => ({
    key: keyOf(participantId, item, due, stage, holder.person.id),
    entry,
    sendAt,
    holder,
  }));
}

interface TierOwed {
  readonly wanted: readonly Wanted[];
  readonly channel: readonly ReminderNotice[];
  readonly nextAt: Temporal.Instant | null;
}

function owedTo(tier: Tier, looked: Looked, horizon: Temporal.Instant): TierOwed {
  const { file, programme, calendar, input, told, since } = looked;
  const { id, name } = file.participant;
  const wasTold = ({ item, due, stage }: SentReminder, { person }: Holder) =>
    told.has(keyOf(id, item, due, stage, person.id));
  const wasSent = (_: string, reminder: SentReminder): boolean => {
    const { item, due, recipient } = reminder;
    if (recipient !== 'academy-manager-channel')
      return (tier.holders.get(recipient) ?? []).every((holder) => wasTold(reminder, holder));
    const isOpened = file.overdueAlerts.some((alert) => alert.item === item && alert.dueOn.equals(due));
    return isOpened || !isForChannel(reminder, looked);
  };
  const { absences, hours } = tier;
  const reminded = { participant: { id, name }, programme, calendar, input, absences, hours };
  const { notices: due, nextAt } = owed(reminded, horizon, { since, wasSent });
  const notices = due.filter((notice) => !isNobodysToRecord(notice, looked));
  return {
    wanted: notices.flatMap((notice) => wantedOf(notice, tier, id)).filter(({ key }) => !told.has(key)),
    channel: notices.filter((notice) => isForChannel(notice, looked)),
    nextAt,
  };
}

/** Somebody with several functions is told once, in the first of them. */
function onceEach(wanted: readonly Wanted[]): readonly Wanted[] {
  const rank = ({ entry }: Wanted) => academyFunctions.indexOf(entry.recipient);
  const byKey = new Map<string, Wanted>();
  for (const one of wanted.toSorted((a, b) => rank(a) - rank(b))) {
    if (!byKey.has(one.key)) byKey.set(one.key, one);
  }
  return [...byKey.values()];
}

const reachOf = ({ calendar, input }: Looked, holder: Holder): Reachable =>
  reachableDays({ calendar, pauses: pauseSpans(input.pauses) }, absenceOf(holder));

/** What one person has put off and is told of again, unless a stage of its own says the same by then. */
function broughtUp(looked: Looked, holder: Holder, wanted: readonly Wanted[]): readonly Wanted[] {
  const { file, plan, programme, told, since } = looked;
  const { id: personId } = holder.person;
  const [recipient] = holder.functions;
  if (recipient === undefined) return [];
  return comingUp(file.snoozes, personId, plan, reachOf(looked, holder)).flatMap(({ snooze, on }) => {
    const { item, dueOn, untilOn } = snooze;
    const participantId = file.participant.id;
    const sendAt = reminderInstant(programme, civilDay(on), holder.settings.at ?? undefined);
    const key = keyOf(participantId, item, dueOn, `snoozed-${untilOn}`, personId);
    const about = keyOf(participantId, item, dueOn, '', '').slice(0, -1);
    const isSaid =
      wanted.some((one) => one.holder === holder && one.key.startsWith(about)) ||
      [...told].some(
        ([one, at]) => one.startsWith(about) && one.endsWith(`:${personId}`) && !isPast(at, sendAt),
      );
    if (isSaid || told.has(key) || !isPast(since, sendAt)) return [];
    return [{ key, holder, sendAt, entry: { participantId, item, dueOn, stage: 'snoozed', recipient } }];
  });
}

/** The moment of the message that a reminder belongs to, and when it may go. */
function timing(
  { sendAt }: Wanted,
  owedAt: Temporal.Instant,
  now: Temporal.Instant,
): Pick<Telling, 'moment' | 'owedAt'> {
  if (!isPast(sendAt, now)) return { moment: sendAt.toString(), owedAt: sendAt };
  if (!isPast(sendAt.add({ minutes: togetherMinutes }), now)) return { moment: sendAt.toString(), owedAt };
  const rounding = { smallestUnit: 'minute', roundingIncrement: togetherMinutes } as const;
  return { moment: owedAt.round({ ...rounding, roundingMode: 'floor' }).toString(), owedAt };
}

/** What everybody is told singly, whatever they have chosen: what is late, was decided by itself, or was put off. */
const isSingleForAll = (stage: ReminderEntryStage) => stage !== 'day' && !stage.startsWith('before-');

/** Why somebody is not told now although they would be; null when they are. */
function heldBackFor(
  { programme, file, pilot }: Looked,
  { entry, holder }: Wanted,
  owedAt: Temporal.Instant,
): HeldBackReason | null {
  const { id: personId } = holder.person;
  if (pilot !== null && !pilot.includes(personId)) return 'not-in-pilot';
  if (isSingleForAll(entry.stage)) return null;
  const on = owedAt.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  if (isPutOff(file.snoozes, { ...entry, personId }, on)) return 'put-off';
  return holder.settings.reminders === 'weekly' ? 'weekly-message' : null;
}

/** Everything that is owed up to a quarter of an hour from now, and when to look again. */
export function tellingsOf(looked: Looked): Tellings {
  const { programme, now } = looked;
  const horizon = now.add(lookAhead);
  const tiers = tiersOf(looked.holders).map((tier) => owedTo(tier, looked, horizon));
  const ordinary = onceEach(tiers.flatMap(({ wanted }) => wanted));
  const again = looked.holders.flatMap((holder) => broughtUp(looked, holder, ordinary));
  const tellings: Telling[] = [];
  // An alert is opened at its moment and not before: what is opened could not be taken back unseen.
  const channel = tiers[0]?.channel ?? [];
  const nextAt = [
    ...tiers.flatMap((tier) => (tier.nextAt === null ? [] : [tier.nextAt.subtract(lookAhead)])),
    ...channel.flatMap(({ sendAt }) => (isPast(sendAt, now) ? [] : [sendAt])),
  ];
  for (const wanted of [...ordinary, ...again]) {
    const sendable = nextSendable(programme, reachOf(looked, wanted.holder), now);
    const { moment, owedAt } = timing(wanted, sendable ?? now, now);
    if (!isPast(owedAt, horizon)) nextAt.push(owedAt.subtract(lookAhead));
    else {
      const { key, entry, sendAt, holder } = wanted;
      const heldBack = heldBackFor(looked, wanted, owedAt);
      tellings.push({ key, personId: holder.person.id, entry, sendAt, moment, owedAt, heldBack });
    }
  }
  return {
    tellings,
    toChannel: channel
      .filter(({ sendAt }) => isPast(sendAt, now))
      .map(({ item, due }) => ({ item, dueOn: due })),
    nextAt,
  };
}
