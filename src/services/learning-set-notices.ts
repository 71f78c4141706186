import type { Temporal } from 'temporal-polyfill';
import { addWorkingDays } from '../academy/calendar.ts';
import { civilDay } from '../academy/civil-days.ts';
import { endsAt, type LearningSet, type Place, placeOf } from '../academy/learning-set.ts';
import { reminderInstant } from '../academy/sending-time.ts';
import type { Needs } from './needs.ts';
import type { Notice, VersionedSet } from './ports.ts';

type NoticeNeeds = Pick<Needs, 'programme' | 'calendar'>;

/** The occasions on which a session is told of in a message of its own; the same occasion is told once. */
export const occasions = {
  /** The person's own card, which their presses have shown. */
  place: 'place',
  announced: 'announced',
  cancelled: 'cancelled',
  attendance: 'attendance',
  /** For whoever planned a session that did not take place. */
  fell: 'fell',
  /** What whoever plans or leads the session sees of it. */
  leading: 'leading',
  offer: (offer: number) => `offer-${offer}`,
  changed: (changes: number) => `changed-${changes}`,
  waits: (changes: number) => `waits-${changes}`,
  /** For whoever led the session until then. */
  handed: (changes: number) => `handed-${changes}`,
  before: (days: number, startsAt: Temporal.Instant) => `before-${days}-${startsAt.epochMilliseconds}`,
} as const;

interface Telling {
  readonly recipient: Notice['recipient'];
  readonly about: string;
  readonly mode: Notice['mode'];
  readonly owedAt: Temporal.Instant;
  /** What it is for, and which one of its kind: a later one for the same takes the place of one that still waits. */
  readonly for: string;
  readonly which: string | number;
}

const person = (personId: string) => ({ kind: 'person', personId }) as const;
const gathering = (set: LearningSet, of: 'booked' | 'members' | 'invited') =>
  ({ kind: 'learning-set', sessionId: set.id, of }) as const;

function noticeOf({ id }: LearningSet, telling: Telling): Notice {
  const { recipient, about, mode, owedAt } = telling;
  return {
    key: `learning-set:${id}:${telling.for}@${telling.which}`,
    recipient,
    subject: { card: 'learning-set', sessionId: id, about },
    mode,
    owedAt,
  };
}

/** Working days before a session on which everybody with a place is reminded. */
const reminderDays = [5, 1] as const;

/** Reminders to come, and the facilitator's card afterwards: owed from now, due later. */
function tellingsAhead(
  { programme, calendar }: NoticeNeeds,
  set: LearningSet,
  now: Temporal.Instant,
): Telling[] {
  const { startsAt, facilitator } = set.terms;
  const on = startsAt.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const reminders = reminderDays.map((days): Telling => {
    const owedAt = reminderInstant(programme, civilDay(addWorkingDays(calendar, on, -days)));
    const recipient = gathering(set, 'booked');
    const about = occasions.before(days, startsAt);
    return { recipient, about, mode: 'show', owedAt, for: `before-${days}`, which: about };
  });
  const attendance: Telling = {
    recipient: person(facilitator.personId),
    about: occasions.attendance,
    mode: 'show',
    owedAt: endsAt(set.terms),
    for: 'attendance',
    which: `${facilitator.personId}-${endsAt(set.terms).epochMilliseconds}`,
  };
  // A reminder whose time has gone by when the session is planned or moved says nothing new.
  const isAhead = ({ owedAt }: Telling) => owedAt.epochMilliseconds > now.epochMilliseconds;
  return [...reminders.filter(isAhead), attendance];
}

/** The offer, and the update that takes its buttons away when its time is over. */
function tellingsOfOffer(place: Place, now: Temporal.Instant): Telling[] {
  if (place.standing.is !== 'offered') return [];
  const { offer, until } = place.standing;
  const shared = { recipient: person(place.personId), about: occasions.offer(offer), which: offer };
  return [
    { ...shared, mode: 'show', owedAt: now, for: `offer:${place.personId}` },
    { ...shared, mode: 'refresh', owedAt: until, for: `offer-over:${place.personId}` },
  ];
}

function tellingsOfPlace(
  before: Place | undefined,
  place: Place,
  set: LearningSet,
  now: Temporal.Instant,
): Telling[] {
  const was = before?.standing;
  const { standing, personId } = place;
  if (standing === was) return [];
  if (standing.is === 'offered') return tellingsOfOffer(place, now);
  const shared = { recipient: person(personId), owedAt: now, which: set.changes };
  if (standing.is === 'waiting' && (was?.is === 'booked' || was?.is === 'offered')) {
    return [{ ...shared, about: occasions.waits(set.changes), mode: 'show', for: `waits:${personId}` }];
  }
  if (standing.is === 'left' && standing.how === 'offer-lapsed') {
    return [
      { ...shared, about: occasions.place, mode: 'refresh', for: `lapsed:${personId}`, which: set.offers },
    ];
  }
  return [];
}

/** What somebody with a place must know of: when, where and with whom. */
const essentials = ({ terms }: LearningSet) =>
  JSON.stringify([
    terms.startsAt.toString(),
    terms.minutes,
    terms.place,
    terms.link,
    terms.facilitator.personId,
  ]);

function tellingsOfTerms(
  needs: NoticeNeeds,
  before: LearningSet,
  after: LearningSet,
  now: Temporal.Instant,
): Telling[] {
  const toAll = (about: string, what: string): Telling[] => {
    const shared = { about, mode: 'show', owedAt: now, which: after.changes } as const;
    const leads = leadersToTell(after).map((recipient) => ({ ...shared, recipient, for: `${what}-leading` }));
    return [{ ...shared, recipient: gathering(after, 'members'), for: what }, ...leads];
  };
  const isHandedOn = before.terms.facilitator.personId !== after.terms.facilitator.personId;
  if (after.cancelled !== null) {
    return before.cancelled === null ? toAll(occasions.cancelled, 'cancelled') : [];
  }
  if (essentials(before) === essentials(after)) return [];
  const handedOn = isHandedOn ? tellingsOfHandingOn(before, after, now) : [];
  return [
    ...toAll(occasions.changed(after.changes), 'changed'),
    ...handedOn,
    ...tellingsAhead(needs, after, now),
  ];
}

/** Whoever led the session is told that they do not any more, and their card of it follows. */
function tellingsOfHandingOn(before: LearningSet, after: LearningSet, now: Temporal.Instant): Telling[] {
  const shared = { owedAt: now, which: after.changes } as const;
  return leadersToTell(before).flatMap((recipient): Telling[] => [
    { ...shared, recipient, about: occasions.handed(after.changes), mode: 'show', for: 'handed-on' },
    { ...shared, recipient, about: occasions.leading, mode: 'refresh', for: 'refresh-led-before' },
  ]);
}

/** Whoever leads a session that somebody else has planned. */
const leadersToTell = ({ terms: { facilitator }, createdBy }: LearningSet) =>
  facilitator.personId === createdBy ? [] : [person(facilitator.personId)];

/** Whoever planned a session is told that it did not take place, and brought up to date when that was not so. */
function tellingsOfFalling(
  before: LearningSet,
  { marked, createdBy }: LearningSet,
  now: Temporal.Instant,
): Telling[] {
  if (before.marked?.notHeld === marked?.notHeld || marked === null || marked.by === createdBy) return [];
  const mode = marked.notHeld === undefined ? 'refresh' : 'show';
  const which = now.epochMilliseconds;
  return [{ recipient: person(createdBy), about: occasions.fell, mode, owedAt: now, for: 'fell', which }];
}

/**
 * Cards that stand in chats already are brought up to date, several changes at once by one update. Once somebody has
 * marked attendance, the question who came is answered on the facilitator's card too: sent from there it would undo that.
 */
function refreshes(set: LearningSet, revision: number, now: Temporal.Instant): Telling[] {
  const { facilitator } = set.terms;
  const leading = [...new Set([set.createdBy, facilitator.personId])];
  const shared = { mode: 'refresh', owedAt: now, which: revision } as const;
  return [
    { ...shared, recipient: gathering(set, 'members'), about: occasions.place, for: 'refresh' },
    ...leading.map((personId) => ({
      ...shared,
      recipient: person(personId),
      about: occasions.leading,
      for: `refresh-leading:${personId}`,
    })),
    ...(set.marked === null
      ? []
      : [
          {
            ...shared,
            recipient: person(facilitator.personId),
            about: occasions.attendance,
            for: 'refresh-attendance',
          },
        ]),
  ];
}

/** Everything that people are owed for a change of a session, each of them once (L31). */
export function noticesOfChange(
  needs: NoticeNeeds,
  { set: before, revision }: VersionedSet,
  after: LearningSet,
  now: Temporal.Instant,
): readonly Notice[] {
  const known = new Map(before.places.map((place) => [place.personId, place]));
  const tellings = [
    ...tellingsOfTerms(needs, before, after, now),
    ...after.places.flatMap((place) => tellingsOfPlace(known.get(place.personId), place, after, now)),
    ...tellingsOfFalling(before, after, now),
    ...refreshes(after, revision + 1, now),
  ];
  return tellings.map((telling) => noticeOf(after, telling));
}

/** What is owed for a new session; `announced` says whom it is made known to, null for nobody. */
export function noticesOfNew(
  needs: NoticeNeeds,
  set: LearningSet,
  announced: 'booked' | 'invited' | null,
  now: Temporal.Instant,
): readonly Notice[] {
  const announcement: Telling[] =
    announced === null
      ? []
      : [
          {
            recipient: gathering(set, announced),
            about: occasions.announced,
            mode: 'show',
            owedAt: now,
            for: 'announced',
            which: 1,
          },
        ];
  const leads = leadersToTell(set).map(
    (recipient): Telling => ({
      recipient,
      about: occasions.leading,
      mode: 'show',
      owedAt: now,
      for: 'leads',
      which: recipient.personId,
    }),
  );
  const made = announced === null ? [] : [...announcement, ...leads];
  return [...made, ...tellingsAhead(needs, set, now)].map((telling) => noticeOf(set, telling));
}

/** Whether a reminder of that name is still about the session's own time. */
export const isReminderOf = (set: LearningSet, about: string): boolean =>
  reminderDays.some((days) => about === occasions.before(days, set.terms.startsAt));

export const isPlacedIn = (set: LearningSet, personId: string): boolean => {
  const is = placeOf(set, personId)?.standing.is;
  return is !== undefined && is !== 'left';
};
