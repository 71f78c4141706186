import { endsAt, isInvited, type LearningSet, placeOf } from '../academy/learning-set.ts';
import { attendanceForm } from './attendance-form.ts';
import { attendeeOf } from './attendees.ts';
import { calendarLink } from './learning-set-calendar.ts';
import { leadingView } from './learning-set-leading.ts';
import { isReminderOf, occasions } from './learning-set-notices.ts';
import type { Shown } from './learning-set-parts.ts';
import { rotationOf } from './learning-set-rotation.ts';
import { seriesTold } from './learning-set-series.ts';
import { sessionView } from './learning-set-views.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import type { Person, Recipient, Subject } from './ports.ts';
import type { View } from './views.ts';

type SetSubject = Extract<Subject, { card: 'learning-set' }>;

/** With what a session is shown to somebody now. */
export const shownTo = async (
  needs: Pick<Needs, 'programme' | 'clock' | 'calendarLinks'>,
  set: LearningSet,
  personId: string,
): Promise<Shown> => ({
  programme: needs.programme,
  now: needs.clock.now(),
  calendar: await calendarLink(needs, set, personId),
});

/** How somebody stands to a session as its facilitator, for the table of who may what. */
export const standingTo = (set: LearningSet, personId: string) =>
  set.terms.facilitator.personId === personId
    ? (['facilitator', 'academy'] as const)
    : (['academy'] as const);

/** What whoever plans or leads a session sees; undefined for anybody else. */
export async function leading(
  needs: Needs,
  person: Person,
  set: LearningSet,
  intro = '',
): Promise<View | undefined> {
  if (!may('lead-learning-set', person.roles, standingTo(set, person.id))) return undefined;
  const mayPlan = may('plan-learning-set', person.roles, ['academy']);
  const rotation = await rotationOf(needs, set);
  return leadingView(set, await shownTo(needs, set, person.id), { mayPlan, rotation, intro });
}

/** After the session the facilitator is asked who came, until somebody has said so. */
async function attendance(needs: Needs, person: Person, set: LearningSet): Promise<View | undefined> {
  const isOver = endsAt(set.terms).epochMilliseconds <= needs.clock.now().epochMilliseconds;
  if (!isOver || set.cancelled !== null || set.marked !== null) return leading(needs, person, set);
  if (!may('lead-learning-set', person.roles, standingTo(set, person.id))) return undefined;
  return attendanceForm(needs.programme, set);
}

const introOf: Readonly<Record<string, string>> = {
  announced: 'A session is planned.',
  cancelled: 'This session is cancelled.',
  changed: 'This session has changed. This is how it is now.',
  waits: 'There are fewer places now. Whoever booked last is on the waiting list, ahead of everybody else.',
  offer: 'A place has become free.',
  before: 'A reminder.',
  handed: 'Somebody else leads this session now.',
};

const kindOf = (about: string) => about.split('-')[0] ?? about;

/** Whether there is still a reason to send somebody a new message of this occasion. */
function isWorthPosting(set: LearningSet, personId: string, about: string): boolean {
  const place = placeOf(set, personId);
  switch (kindOf(about)) {
    case 'before':
      return set.cancelled === null && place?.standing.is === 'booked' && isReminderOf(set, about);
    case 'offer':
      return (
        set.cancelled === null &&
        place?.standing.is === 'offered' &&
        about === occasions.offer(place.standing.offer)
      );
    case 'cancelled':
      return set.cancelled !== null;
    default:
      return set.cancelled === null;
  }
}

/** The occasions of whoever plans or leads a session. */
const leadingOccasions: Readonly<
  Record<
    string,
    (needs: Needs, person: Person, set: LearningSet, isStanding: boolean) => Promise<View | undefined>
  >
> = {
  [occasions.leading]: (needs, person, set, isStanding) =>
    leading(needs, person, set, isStanding ? '' : 'You lead this session.'),
  [occasions.fell]: (needs, person, set) => leading(needs, person, set),
  [occasions.attendance]: async (needs, person, set, isStanding) =>
    isStanding || (set.cancelled === null && set.marked === null)
      ? attendance(needs, person, set)
      : undefined,
};

/**
 * A session as it stands now for somebody: a card that they have is always brought up to date, a new one is sent only
 * while its occasion lasts.
 */
export async function showLearningSet(
  needs: Needs,
  recipient: Recipient,
  { sessionId, about }: SetSubject,
  isStanding: boolean,
): Promise<View | undefined> {
  if (recipient.kind !== 'person') return undefined;
  const [versioned, person] = await Promise.all([
    needs.learningSets.load(sessionId),
    needs.people.byId(recipient.personId),
  ]);
  if (versioned === undefined || person === undefined) return undefined;
  const { set } = versioned;
  const ofLeading = leadingOccasions[about];
  const led = await ofLeading?.(needs, person, set, isStanding);
  if (led !== undefined) return led;
  if (!isStanding && (ofLeading !== undefined || !isWorthPosting(set, person.id, about))) return undefined;
  const shown = await shownTo(needs, set, person.id);
  const mayJoin = await mayJoinIt(needs, person, set);
  const series = about === occasions.announced ? await seriesTold(needs, set) : null;
  const dates = series === null ? {} : { dates: series.section };
  const intro = series?.intro ?? introOf[kindOf(about)] ?? '';
  return sessionView(set, person.id, { ...shown, mayJoin, ...dates }, intro);
}

/** Whoever leads a session, or led it, is told of it too, and may be nobody who can book. */
async function mayJoinIt(needs: Needs, person: Person, set: LearningSet): Promise<boolean> {
  if (placeOf(set, person.id) !== undefined) return true;
  return (
    may('book-learning-set', person.roles, ['academy']) &&
    isInvited(set.terms, await attendeeOf(needs, person))
  );
}
