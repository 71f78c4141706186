/** The weekly message of those who want their dates once a week (Q20). */
import { Temporal } from 'temporal-polyfill';
import { nextSendable, reachableDays } from '../academy/sending-time.ts';
import { type WeeklyMessage, type WeeklyRhythm, weeklyMessageFrom } from '../academy/weekly-message.ts';
import type { Needs } from '../services/needs.ts';
import type { Outbox } from '../services/outbox.ts';
import type { Notice, People, Person, PersonSettings, SendingControl, WakeTimes } from '../services/ports.ts';
import type { DeliveryAlarms } from './alarms.ts';
import { absenceOf, type Holder } from './holders.ts';
import { lookAhead } from './tellings.ts';

export interface WeeklyNeeds extends Pick<Needs, 'programme' | 'calendar' | 'clock' | 'preferences'> {
  readonly people: Pick<People, 'byId'>;
  readonly sending: Pick<SendingControl, 'state'>;
  readonly outbox: Pick<Outbox, 'laneOf' | 'accept' | 'holdBack' | 'momentOf'>;
  readonly wakes: WakeTimes;
  readonly alarms: DeliveryAlarms;
}

type Rhythmic = Pick<Holder, 'person' | 'settings'>;

function rhythmOf(
  { programme, calendar }: Pick<WeeklyNeeds, 'programme' | 'calendar'>,
  one: Rhythmic,
): WeeklyRhythm {
  const { at } = one.settings;
  return { programme, calendar, absence: absenceOf(one), ...(at === null ? {} : { hour: at }) };
}

const justAfter = (at: Temporal.Instant) => at.add({ nanoseconds: 1 });

/** Sets the next look at the person's weekly message, a quarter of an hour before the first one from `from` on. */
async function setNextWeek(
  { wakes, alarms }: Pick<WeeklyNeeds, 'wakes' | 'alarms'>,
  personId: string,
  next: WeeklyMessage | null,
): Promise<void> {
  if (next === null) return;
  const at = next.sendAt.subtract(lookAhead);
  if ((await wakes.set({ kind: 'person', id: personId }, at)) === 'new') await alarms.person(personId, at);
}

/** Whoever among a participant's people wants one message a week has a wake time for it. */
export async function setWeeklyWakes(
  needs: Pick<WeeklyNeeds, 'programme' | 'calendar' | 'wakes' | 'alarms'>,
  holders: readonly Holder[],
  now: Temporal.Instant,
): Promise<void> {
  const from = justAfter(now.add(lookAhead));
  for (const holder of holders) {
    if (holder.settings.reminders !== 'weekly') continue;
    await setNextWeek(needs, holder.person.id, weeklyMessageFrom(rhythmOf(needs, holder), from));
  }
}

function mondayOf(timeZone: string, at: Temporal.Instant): Temporal.PlainDate {
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate();
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** The weekly message whose time has come since then and whose week is not over. */
function messageDue(
  rhythm: WeeklyRhythm,
  since: Temporal.Instant,
  now: Temporal.Instant,
): WeeklyMessage | undefined {
  const { timeZone } = rhythm.programme;
  const horizon = now.add(lookAhead);
  const thisWeek = mondayOf(timeZone, horizon);
  const monday = thisWeek.toZonedDateTime(timeZone).toInstant();
  const from = Temporal.Instant.compare(since, monday) < 0 ? monday : since;
  const message = weeklyMessageFrom(rhythm, from);
  const isDue =
    message?.weekOf.equals(thisWeek) === true && Temporal.Instant.compare(message.sendAt, horizon) <= 0;
  return isDue ? message : undefined;
}

const digestKey = (personId: string, weekOf: Temporal.PlainDate) => `digest:${personId}:${weekOf}`;

async function put(
  needs: WeeklyNeeds,
  { person, settings }: { readonly person: Person; readonly settings: PersonSettings },
  { weekOf, sendAt }: WeeklyMessage,
  now: Temporal.Instant,
): Promise<void> {
  const { outbox, alarms, programme, calendar, sending } = needs;
  const recipient = { kind: 'person', personId: person.id } as const;
  const reachable = reachableDays({ calendar, pauses: [] }, absenceOf({ person, settings }));
  const late = nextSendable(programme, reachable, now);
  const owedAt = Temporal.Instant.compare(sendAt, now) > 0 ? sendAt : late;
  // Late beyond its own week it would be last week's news.
  if (owedAt === null || !mondayOf(programme.timeZone, owedAt).equals(weekOf)) return;
  const notice: Notice = {
    key: digestKey(person.id, weekOf),
    recipient,
    subject: { card: 'digest', personId: person.id, moment: sendAt.toString() },
    mode: 'show',
    owedAt,
  };
  const { pilot } = await sending.state();
  if (pilot !== null && !pilot.includes(person.id)) {
    await outbox.holdBack(recipient, notice, 'not-in-pilot', now);
    return;
  }
  await outbox.accept(recipient, notice, now);
  await alarms.lane(outbox.laneOf(recipient), owedAt);
}

/**
 * Looks at a person's weekly message. `since` is when they were to be looked at: a message of before then is not owed, so
 * that whoever chooses the weekly message on a Wednesday gets the first one on Monday.
 */
export async function tellWeek(
  needs: WeeklyNeeds,
  personId: string,
  since: Temporal.Instant,
): Promise<'looked' | 'stopped'> {
  const now = needs.clock.now();
  const { paused } = await needs.sending.state();
  if (paused !== null) return 'stopped';
  const person = await needs.people.byId(personId);
  const settings = await needs.preferences.of(personId);
  if (person !== undefined && settings.reminders === 'weekly') {
    const rhythm = rhythmOf(needs, { person, settings });
    const due = messageDue(rhythm, since, now);
    if (due !== undefined) await put(needs, { person, settings }, due, now);
    await setNextWeek(needs, personId, weeklyMessageFrom(rhythm, justAfter(now.add(lookAhead))));
  }
  await needs.wakes.done({ kind: 'person', id: personId }, now);
  return 'looked';
}

/**
 * Brings this week's message of these people up to date, as a reminder's is, after something that it may name was done or
 * moved. `change` tells one change from another. Whoever has had none this week has nothing to refresh.
 */
export async function refreshWeeks(
  { outbox, alarms, programme }: Pick<WeeklyNeeds, 'outbox' | 'alarms' | 'programme'>,
  personIds: readonly string[],
  change: string,
  now: Temporal.Instant,
): Promise<void> {
  const weekOf = mondayOf(programme.timeZone, now);
  for (const personId of personIds) {
    const recipient = { kind: 'person', personId } as const;
    const moment = await outbox.momentOf(recipient, digestKey(personId, weekOf));
    if (moment === undefined) continue;
    const subject = { card: 'digest', personId, moment } as const;
    const key = `refresh:${digestKey(personId, weekOf)}:${change}`;
    await outbox.accept(recipient, { key, recipient, subject, mode: 'refresh', owedAt: now }, now);
    await alarms.lane(outbox.laneOf(recipient), now);
  }
}
