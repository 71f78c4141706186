/** One look at a participant: what is owed goes into lanes, what was told is kept true, and the next look is set. */
import { Temporal } from 'temporal-polyfill';
import { civilDay } from '../academy/civil-days.ts';
import { enrolmentDates } from '../academy/enrolment-history.ts';
import { coverTurns } from '../academy/holding.ts';
import { standingOfItem } from '../academy/item-standing.ts';
import type { ParticipantFile } from '../academy/participant-file.ts';
import { planInputOf } from '../academy/plan.ts';
import { openingInstant } from '../academy/sending-time.ts';
import type { Needs } from '../services/needs.ts';
import type { Outbox } from '../services/outbox.ts';
import type {
  Notice,
  People,
  ReminderLog,
  SendingControl,
  Told,
  VersionedFile,
  WakeTimes,
} from '../services/ports.ts';
import { planOf } from '../services/recordable-items.ts';
import type { DeliveryAlarms } from './alarms.ts';
import { bringAlertsUpToDate } from './alert-changes.ts';
import { callPeople } from './call-people.ts';
import { askForCaseloads } from './caseload-asking.ts';
import { askForHandovers } from './handover-asking.ts';
import { type Holder, holdersOf } from './holders.ts';
import { warnOfObservations } from './observation-warning.ts';
import { passOnProcedures } from './passing-on.ts';
import { lapseQuestions } from './question-lapse.ts';
import { type Looked, lookAhead, type Telling, type Tellings, tellingsOf } from './tellings.ts';
import { refreshWeeks, setWeeklyWakes } from './weekly.ts';

export interface RemindNeeds
  extends Pick<Needs, 'programme' | 'calendar' | 'clock' | 'log' | 'files' | 'preferences' | 'openAlerts'> {
  readonly people: Pick<People, 'byId' | 'withRole'>;
  readonly sending: Pick<SendingControl, 'state'>;
  readonly outbox: Pick<Outbox, 'laneOf' | 'accept' | 'holdBack' | 'momentOf'>;
  readonly reminders: ReminderLog;
  readonly wakes: WakeTimes;
  readonly alarms: DeliveryAlarms;
}

/** What was told is kept true and remembered for so long. */
const rememberedDays = 60;

type LogState = Awaited<ReturnType<ReminderLog['read']>>;

/** From when on reminders are our debt: never later than now, should the clock have been moved back. */
async function sinceOf({ reminders }: RemindNeeds, id: string, { since }: LogState, now: Temporal.Instant) {
  if (since !== undefined) return Temporal.Instant.compare(since, now) < 0 ? since : now;
  await reminders.keep(id, { since: now, told: [], forget: [] });
  return now;
}

const noticeOf = ({ key, personId, moment, owedAt, entry }: Telling): Notice => ({
  key: `reminder:${key}`,
  recipient: { kind: 'person', personId },
  subject: { card: 'reminders', personId, moment },
  mode: 'show',
  owedAt,
  reminder: entry,
});

/** Puts one reminder into its lane, or marks there why it is not. The message in which it stands, if in any. */
async function put(needs: RemindNeeds, telling: Telling, now: Temporal.Instant): Promise<Told['message']> {
  const { outbox } = needs;
  const { personId, heldBack } = telling;
  const destination = { kind: 'person', personId } as const;
  const notice = noticeOf(telling);
  if (heldBack !== null) {
    await outbox.holdBack(destination, notice, heldBack, now);
    return null;
  }
  const accepted = await outbox.accept(destination, notice, now);
  if (accepted === 'accepted') return { personId, moment: telling.moment };
  const moment = await outbox.momentOf(destination, notice.key);
  return { personId, moment: moment ?? telling.moment };
}

/**
 * Once everything is in its lane, so that what belongs in one message is shown as one. Also for what was there already:
 * whoever put it there may have died before saying so.
 */
async function wakeLanes({ outbox, alarms }: RemindNeeds, tellings: readonly Telling[]): Promise<void> {
  const sent = tellings.filter(({ heldBack }) => heldBack === null);
  const woken = new Map(
    sent.map(({ personId, owedAt }) => [`${personId} ${owedAt}`, { personId, owedAt }] as const),
  );
  for (const { personId, owedAt } of woken.values())
    await alarms.lane(outbox.laneOf({ kind: 'person', personId }), owedAt);
}

async function tell(needs: RemindNeeds, { plan, now }: Looked, { tellings }: Tellings): Promise<Told[]> {
  const told: Told[] = [];
  for (const telling of tellings) {
    const { key, sendAt, entry } = telling;
    const { item, dueOn } = entry;
    const message = await put(needs, telling, now);
    told.push({ key, item, dueOn, sendAt, message, shown: standingOfItem(plan, item, dueOn) });
  }
  await wakeLanes(needs, tellings);
  return told;
}

const isTo = ({ key }: Told, { person }: Holder) => key.endsWith(`:${person.id}`);

/**
 * Brings messages up to date in which an item no longer stands as it was shown, and the weekly message of those who have
 * one instead. What was shown there from now on.
 */
async function refresh(
  needs: RemindNeeds,
  told: readonly Told[],
  { plan, holders, now, file }: Looked,
  version: string,
): Promise<readonly Told[]> {
  const { outbox, alarms, programme } = needs;
  const today = now.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const weekly = holders.filter(({ settings }) => settings.reminders === 'weekly');
  const changed = told
    .map((one) => ({ ...one, before: one.shown, shown: standingOfItem(plan, one.item, one.dueOn) }))
    .filter(({ before, shown }) => shown !== before)
    .filter((one) => one.message !== null || weekly.some((holder) => isTo(one, holder)));
  const lanes = new Set<string>();
  for (const { key, shown, message } of changed) {
    if (message === null) continue;
    const recipient = { kind: 'person', personId: message.personId } as const;
    const subject = { card: 'reminders', ...message } as const;
    // The same standing can come again, but not on one day in one version of the file.
    const change = [key, shown, today, version].join(' ');
    const notice = { key: `refresh:${change}`, recipient, subject, mode: 'refresh', owedAt: now } as const;
    await outbox.accept(recipient, notice, now);
    lanes.add(outbox.laneOf(recipient));
  }
  for (const lane of lanes) await alarms.lane(lane, now);
  const concerned = weekly.filter((holder) => changed.some((one) => isTo(one, holder)));
  const change = [file.participant.id, version, today].join(' ');
  await refreshWeeks(
    needs,
    concerned.map(({ person }) => person.id),
    change,
    now,
  );
  return changed.map(({ before: _, ...one }) => one);
}

/** Days on which it changes who is told or how things stand, although nobody is reminded on them. */
function turningDays(file: ParticipantFile): readonly Temporal.PlainDate[] {
  const { allocations, pauses, entries } = file;
  const { lastOn } = enrolmentDates(file);
  const spans = [...allocations, ...pauses].flatMap(({ fromOn, untilOn }) =>
    untilOn === null ? [fromOn] : [fromOn, untilOn.add({ days: 1 })],
  );
  // After the last day what is still open is nobody's to answer.
  const over = lastOn === null ? [] : [lastOn.add({ days: 1 })];
  return [...spans, ...over, ...coverTurns(entries)];
}

async function setNextLook(
  { wakes, alarms, programme }: RemindNeeds,
  file: ParticipantFile,
  candidates: readonly Temporal.Instant[],
  now: Temporal.Instant,
): Promise<void> {
  const { id } = file.participant;
  const turns = turningDays(file).map((day) => openingInstant(programme, civilDay(day)));
  const [next] = [...candidates, ...turns]
    .filter((at) => Temporal.Instant.compare(at, now) > 0)
    .toSorted(Temporal.Instant.compare);
  if (next === undefined) return;
  if ((await wakes.set({ kind: 'participant', id }, next)) === 'new') await alarms.participant(id, next);
}

/** What is so old that it is not kept true any more, and the instant before which nothing is owed once it is forgotten. */
function forgetting(told: readonly Told[], now: Temporal.Instant) {
  const midnight = now.round({ smallestUnit: 'hour', roundingIncrement: 24, roundingMode: 'floor' });
  const horizon = midnight.subtract({ hours: 24 * rememberedDays });
  const forget = told.filter(({ sendAt }) => Temporal.Instant.compare(sendAt, horizon) < 0);
  return { forget, horizon };
}

async function look(needs: RemindNeeds, versioned: VersionedFile, now: Temporal.Instant): Promise<void> {
  const { programme, calendar, reminders, sending } = needs;
  const { file, version } = versioned;
  const { id } = file.participant;
  const log = await reminders.read(id);
  const since = await sinceOf(needs, id, log, now);
  const ahead = now.add(lookAhead).toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const today = now.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const [{ pilot }, holders] = await Promise.all([sending.state(), holdersOf(needs, file, ahead)]);
  const input = planInputOf(file, programme.timeZone);
  const plan = planOf(needs, file, today);
  const known = new Map(log.told.map(({ key, sendAt }) => [key, sendAt]));
  const looked = { programme, calendar, file, input, plan, holders, pilot, now, since, told: known };
  const tellings = tellingsOf(looked);
  // Lanes come before the log: what dies between the two is told from the lane, and once.
  const told = await tell(needs, looked, tellings);
  const { forget, horizon } = forgetting(log.told, now);
  const remembered = log.told.filter((one) => !forget.includes(one));
  const refreshed = await refresh(needs, remembered, looked, version);
  if (told.length + refreshed.length + forget.length > 0) {
    const later = Temporal.Instant.compare(since, horizon) < 0 ? { since: horizon } : {};
    await reminders.keep(id, { ...later, told: [...told, ...refreshed], forget });
  }
  const repeats = await bringAlertsUpToDate(needs, versioned, tellings.toChannel, now);
  await setWeeklyWakes(needs, holders, now);
  const warnings = await warnOfObservations(needs, looked);
  const calls = await callPeople(needs, looked);
  const askings = await askForCaseloads(needs, looked);
  await askForHandovers(needs, looked);
  const lapses = await lapseQuestions(needs, versioned, now);
  await passOnProcedures(needs, versioned, now);
  await setNextLook(
    needs,
    file,
    [...tellings.nextAt, ...repeats, ...warnings, ...calls, ...askings, ...lapses],
    now,
  );
}

/**
 * Looks at a participant's reminders (issue 4, decision 0015). Doubled, late or cut off it changes nothing: a notice has
 * one key for ever, and the wake time goes last. `stopped` while somebody has stopped all sending: the wake time then
 * stands until it is resumed, and what is owed by then is told in its latest stage alone.
 */
export async function remindParticipant(
  needs: RemindNeeds,
  participantId: string,
): Promise<'looked' | 'stopped'> {
  const now = needs.clock.now();
  const { paused } = await needs.sending.state();
  const versioned = await needs.files.load(participantId);
  if (paused !== null) {
    // To erase is not to send.
    if (versioned !== undefined) await lapseQuestions(needs, versioned, now);
    return 'stopped';
  }
  if (versioned !== undefined) await look(needs, versioned, now);
  await needs.wakes.done({ kind: 'participant', id: participantId }, now);
  return 'looked';
}
