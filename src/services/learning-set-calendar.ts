/** A session of a learning set in somebody's own calendar. */
import type { Temporal } from 'temporal-polyfill';
import { endsAt, type LearningSet, placeOf } from '../academy/learning-set.ts';
import { calendarFile } from './calendar-file.ts';
import type { Needs } from './needs.ts';
import type { CalendarTarget } from './ports.ts';
import type { LinkView } from './views.ts';

/** How long after a session the address of its calendar file is good for. */
const afterwards = { hours: 24 * 14 } as const;

const isComing = (set: LearningSet, personId: string) =>
  placeOf(set, personId)?.standing.is === 'booked' || set.terms.facilitator.personId === personId;

/**
 * The way into the calendar for whoever comes, and out of it again when the session is cancelled: the same file, which
 * says how things stand when it is fetched. Empty where the bot has no address that can be reached.
 */
export async function calendarLink(
  needs: Pick<Needs, 'calendarLinks' | 'clock'>,
  set: LearningSet,
  personId: string,
): Promise<readonly LinkView[]> {
  const isOver = endsAt(set.terms).epochMilliseconds <= needs.clock.now().epochMilliseconds;
  if (isOver || !isComing(set, personId)) return [];
  const target = { kind: 'learning-set', sessionId: set.id, personId } as const;
  const url = await needs.calendarLinks.to(target, endsAt(set.terms).add(afterwards));
  const title = set.cancelled === null ? 'Put it in my calendar' : 'Take it out of my calendar';
  return url === null ? [] : [{ title, url }];
}

/** Opens Teams with a new meeting filled in, for whoever plans a session that has no meeting yet. */
export function newMeetingLink({ terms }: LearningSet, timeZone: string): LinkView {
  const iso = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' });
  const fields = { subject: terms.title, startTime: iso(terms.startsAt), endTime: iso(endsAt(terms)) };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return {
    title: 'Set up a Teams meeting',
    url: `https://teams.microsoft.com/l/meeting/new?${query.join('&')}`,
  };
}

/**
 * The calendar file of a session as it stands now, for somebody who has or had a place: kept under one id with a rising
 * sequence, so that a new time replaces the old one, and cancelled when the session is, or when they have left it.
 */
export async function sessionCalendar(
  needs: Pick<Needs, 'learningSets' | 'programme'>,
  { sessionId, personId }: Extract<CalendarTarget, { kind: 'learning-set' }>,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const set = (await needs.learningSets.load(sessionId))?.set;
  if (set === undefined) return undefined;
  const isTheirs = placeOf(set, personId) !== undefined || isComing(set, personId);
  if (!isTheirs) return undefined;
  const { title, facilitator, startsAt, minutes, place, link } = set.terms;
  const entry = {
    id: `${set.id}.session`,
    title,
    details: [`Led by ${facilitator.name}`, ...(link === '' ? [] : [link])].join('\n'),
    time: { from: startsAt, minutes },
    place,
    ...(link === '' ? {} : { url: link }),
    isCancelled: set.cancelled !== null || !isComing(set, personId),
  };
  return calendarFile(needs.programme.academy, [entry], now);
}
