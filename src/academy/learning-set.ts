import { Temporal } from 'temporal-polyfill';
import { type Edit, isSameTerms, type Terms, withNewest } from './learning-set-terms.ts';
import type { NotHeldReason } from './not-held.ts';

export type { Audience, Terms } from './learning-set-terms.ts';

/** Somebody who may come to a session. */
export interface Attendee {
  readonly personId: string;
  readonly name: string;
  /** Null for whoever is not on the programme. */
  readonly participantId: string | null;
  readonly cohort: string | null;
  readonly team: string;
}

/** What somebody brings to a session: a topic, never a case (L31). The wording has passed the identifier guard. */
export interface Presentation {
  readonly topic: string;
  readonly minutes: number;
}

/** `not-held`: there was nothing to come to. */
export const attendances = ['attended', 'apologies', 'absent', 'not-held'] as const;
export type Attendance = (typeof attendances)[number];

/** How somebody stands to a session. An offer is a place kept for them until an instant. */
export type Standing =
  | { readonly is: 'booked' }
  | { readonly is: 'waiting' }
  | { readonly is: 'offered'; readonly until: Temporal.Instant; readonly offer: number }
  | { readonly is: 'left'; readonly how: 'themselves' | 'offer-lapsed' };

export interface Place extends Attendee {
  /** When they joined, as a count: who joined earlier has the smaller one. */
  readonly order: number;
  readonly standing: Standing;
  readonly presents: Presentation | null;
  readonly attendance: Attendance | null;
  /** Whether their file says that they attended; it follows `attendance`. */
  readonly onFile: boolean;
}

export interface LearningSet {
  readonly id: string;
  /** The first session's id, the same for all that were planned together. */
  readonly series: string;
  readonly terms: Terms;
  readonly createdBy: string;
  /** How often the terms have changed, cancelling included: what calendars call SEQUENCE. */
  readonly changes: number;
  readonly arrivals: number;
  readonly offers: number;
  readonly cancelled: { readonly by: string; readonly name: string; readonly at: Temporal.Instant } | null;
  readonly marked: {
    readonly by: string;
    readonly name: string;
    readonly at: Temporal.Instant;
    /** Why it did not take place, where nobody came because of that. */
    readonly notHeld?: NotHeldReason;
  } | null;
  /** The latest changes of its terms, oldest first. */
  readonly edits: readonly Edit[];
  /** In order of joining. Whoever has left stays here. */
  readonly places: readonly Place[];
}

/** What is to be done with those who no longer fit: asked, never decided for anybody. */
export type WhenOverbooked = 'ask' | 'keep-everybody' | 'last-wait';

export type Step =
  | { readonly step: 'book'; readonly who: Attendee }
  | { readonly step: 'wait'; readonly who: Attendee }
  | { readonly step: 'accept'; readonly personId: string }
  | { readonly step: 'leave'; readonly personId: string }
  | { readonly step: 'present'; readonly personId: string; readonly presentation: Presentation }
  | { readonly step: 'not-present'; readonly personId: string }
  | {
      readonly step: 'edit';
      readonly terms: Terms;
      readonly whenOverbooked: WhenOverbooked;
      /** Who changes it, and how many changes it had had when they were shown it; absent where nobody was shown anything. */
      readonly edited?: { readonly by: string; readonly name: string; readonly seen: number };
    }
  | { readonly step: 'cancel'; readonly by: string; readonly name: string }
  | {
      readonly step: 'mark';
      readonly by: string;
      readonly name: string;
      readonly attended: ReadonlySet<string>;
      readonly apologies: ReadonlySet<string>;
      /** Set where it did not take place: then nobody came, and nobody stayed away. */
      readonly notHeld?: NotHeldReason;
    }
  | { readonly step: 'on-file'; readonly personId: string; readonly attended: boolean }
  /** Nothing but time has passed. */
  | { readonly step: 'look' };

export type Refusal =
  | { readonly refused: 'cancelled' | 'started' | 'not-started' | 'full' | 'no-offer' | 'no-place' }
  | { readonly refused: 'not-booked' | 'presenters-full' }
  | { readonly refused: 'overbooked'; readonly held: number }
  | { readonly refused: 'presenters-over'; readonly presenting: number }
  /** Somebody else has changed the terms since they were shown. */
  | { readonly refused: 'changed-since' }
  | { readonly refused: 'too-many-would-wait'; readonly least: number };

export type Stepped = { readonly ok: true; readonly set: LearningSet } | ({ readonly ok: false } & Refusal);

/** Offers made, and ended, in one step at most, so that every change is one transaction; the next look does the others. */
const mostAtOnce = 12;
/** Of those who have a place so many at most go back to waiting in one step, each of them told, for the same reason. */
const mostBackToWaiting = 25;
/** Learning sets are small (L31); a whole service's meeting on the same rails has at most so many places. */
export const mostPlaces = 80;

const isPast = (at: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;

export const placeOf = (set: LearningSet, personId: string): Place | undefined =>
  set.places.find((place) => place.personId === personId);

export const booked = ({ places }: LearningSet): readonly Place[] =>
  places.filter(({ standing }) => standing.is === 'booked');

/** In the order in which places will be offered. */
export const waiting = ({ places }: LearningSet): readonly Place[] =>
  places.filter(({ standing }) => standing.is === 'waiting').toSorted((a, b) => a.order - b.order);

/** Places that are taken or kept for somebody. */
export const held = ({ places }: LearningSet): readonly Place[] =>
  places.filter(({ standing }) => standing.is === 'booked' || standing.is === 'offered');

export const presenters = (set: LearningSet): readonly Place[] =>
  booked(set).filter(({ presents }) => presents !== null);

export const placesLeft = (set: LearningSet): number =>
  Math.max(0, set.terms.capacity - held(set).length - waiting(set).length);

export const endsAt = ({ startsAt, minutes }: Terms): Temporal.Instant => startsAt.add({ minutes });
export const hasStarted = (set: LearningSet, now: Temporal.Instant): boolean =>
  isPast(set.terms.startsAt, now);

/**
 * Whether a session is meant for somebody: everybody on the programme, one cohort of it, or a whole team with its staff.
 * Being booked outlives a change of the audience.
 */
export function isInvited({ audience }: Terms, who: Attendee): boolean {
  switch (audience.kind) {
    case 'everybody':
      return who.participantId !== null;
    case 'cohort':
      return who.cohort === audience.cohort;
    case 'team':
      return who.team === audience.team;
  }
}

/** A new session. Whoever is enrolled has a place from the start; there must be one for each of them. */
export function newLearningSet(
  given: Pick<LearningSet, 'id' | 'series' | 'terms' | 'createdBy'>,
  enrolled: readonly Attendee[] = [],
): LearningSet {
  const places = enrolled.map((who, at) => placed(who, at + 1, { is: 'booked' }));
  return {
    ...given,
    changes: 0,
    arrivals: places.length,
    offers: 0,
    cancelled: null,
    marked: null,
    edits: [],
    places,
  };
}

const placed = (who: Attendee, order: number, standing: Standing): Place => ({
  ...who,
  order,
  standing,
  presents: null,
  attendance: null,
  onFile: false,
});

function withPlace(set: LearningSet, place: Place): LearningSet {
  const others = set.places.filter(({ personId }) => personId !== place.personId);
  return { ...set, places: [...others, place].toSorted((a, b) => a.order - b.order) };
}

const restanding = (set: LearningSet, place: Place, standing: Standing): LearningSet =>
  withPlace(set, { ...place, standing, presents: standing.is === 'booked' ? place.presents : null });

/** An offer that nobody took by its time is over (L31). */
function lapsed(set: LearningSet, now: Temporal.Instant): LearningSet {
  return set.places
    .filter(({ standing }) => standing.is === 'offered' && isPast(standing.until, now))
    .slice(0, mostAtOnce)
    .reduce((each, place) => restanding(each, place, { is: 'left', how: 'offer-lapsed' }), set);
}

/**
 * Keeps each free place for the first who waits, in order of joining: for the programme's time, and never beyond the
 * start (L31).
 */
function offered(set: LearningSet, now: Temporal.Instant): LearningSet {
  if (set.cancelled !== null || hasStarted(set, now)) return set;
  const { capacity, acceptWithinHours, startsAt } = set.terms;
  const within = now.add({ hours: acceptWithinHours });
  const until = Temporal.Instant.compare(within, startsAt) < 0 ? within : startsAt;
  const free = Math.min(mostAtOnce, capacity - held(set).length);
  return waiting(set)
    .slice(0, Math.max(0, free))
    .reduce((each, place) => {
      const offer = each.offers + 1;
      return { ...restanding(each, place, { is: 'offered', until, offer }), offers: offer };
    }, set);
}

const refused = (refusal: Refusal): Stepped => ({ ok: false, ...refusal });
const ok = (set: LearningSet): Stepped => ({ ok: true, set });

type StepOf<Name extends Step['step']> = Extract<Step, { step: Name }>;

function joined(set: LearningSet, who: Attendee, standing: Standing): LearningSet {
  const order = set.arrivals + 1;
  return { ...withPlace(set, placed(who, order, standing)), arrivals: order };
}

function isOffered(place: Place | undefined, now: Temporal.Instant): place is Place {
  return place?.standing.is === 'offered' && !isPast(place.standing.until, now);
}

/** Somebody who is offered a place and asks for one takes it; whoever stands there already stays as they are. */
function book(set: LearningSet, { who }: StepOf<'book'>, now: Temporal.Instant): Stepped {
  const place = placeOf(set, who.personId);
  if (place?.standing.is === 'booked') return ok(set);
  if (isOffered(place, now)) return ok(restanding(set, place, { is: 'booked' }));
  if (placesLeft(set) === 0) return refused({ refused: 'full' });
  return ok(joined(set, who, { is: 'booked' }));
}

function wait(set: LearningSet, { who }: StepOf<'wait'>): Stepped {
  const standing = placeOf(set, who.personId)?.standing.is ?? 'left';
  if (standing !== 'left') return ok(set);
  return ok(joined(set, who, placesLeft(set) > 0 ? { is: 'booked' } : { is: 'waiting' }));
}

function accept(set: LearningSet, { personId }: StepOf<'accept'>, now: Temporal.Instant): Stepped {
  const place = placeOf(set, personId);
  if (place?.standing.is === 'booked') return ok(set);
  return isOffered(place, now)
    ? ok(restanding(set, place, { is: 'booked' }))
    : refused({ refused: 'no-offer' });
}

function leave(set: LearningSet, { personId }: StepOf<'leave'>): Stepped {
  const place = placeOf(set, personId);
  if (place === undefined || place.standing.is === 'left') return refused({ refused: 'no-place' });
  return ok(restanding(set, place, { is: 'left', how: 'themselves' }));
}

function present(set: LearningSet, { personId, presentation }: StepOf<'present'>): Stepped {
  const place = placeOf(set, personId);
  if (place?.standing.is !== 'booked') return refused({ refused: 'not-booked' });
  const others = presenters(set).filter((other) => other.personId !== personId);
  if (others.length >= set.terms.presenterSlots) return refused({ refused: 'presenters-full' });
  return ok(withPlace(set, { ...place, presents: presentation }));
}

function notPresent(set: LearningSet, { personId }: StepOf<'not-present'>): Stepped {
  const place = placeOf(set, personId);
  return ok(
    place === undefined || place.presents === null ? set : withPlace(set, { ...place, presents: null }),
  );
}

/** Whoever joined last goes back to waiting, ahead of everybody who joined after them. */
function withoutLast(set: LearningSet, capacity: number): LearningSet {
  return held(set)
    .toSorted((a, b) => a.order - b.order)
    .slice(capacity)
    .reduce((each, place) => restanding(each, place, { is: 'waiting' }), set);
}

function withEdit(set: LearningSet, { edited }: StepOf<'edit'>, at: Temporal.Instant): LearningSet {
  const changed = { ...set, changes: set.changes + 1 };
  if (edited === undefined) return changed;
  const { by, name } = edited;
  const made: Edit = { change: set.changes, by, name, at, before: set.terms };
  return { ...changed, edits: withNewest(set.edits, made) };
}

/** The same change sent again: it stands already, but for places that were kept for everybody. */
function standsAlready({ terms }: LearningSet, step: StepOf<'edit'>): boolean {
  const isKept = step.whenOverbooked === 'keep-everybody';
  return isSameTerms(isKept ? { ...step.terms, capacity: terms.capacity } : step.terms, terms);
}

function edit(set: LearningSet, step: StepOf<'edit'>, now: Temporal.Instant): Stepped {
  const { terms, whenOverbooked, edited } = step;
  if (edited !== undefined && edited.seen !== set.changes)
    return standsAlready(set, step) ? ok(set) : refused({ refused: 'changed-since' });
  const holding = held(set).length;
  const presenting = presenters(set).length;
  if (presenting > terms.presenterSlots) return refused({ refused: 'presenters-over', presenting });
  const changed = withEdit(set, step, now);
  if (holding <= terms.capacity) return ok({ ...changed, terms });
  switch (whenOverbooked) {
    case 'ask':
      return refused({ refused: 'overbooked', held: holding });
    case 'keep-everybody':
      return ok({ ...changed, terms: { ...terms, capacity: holding } });
    case 'last-wait': {
      const least = holding - mostBackToWaiting;
      if (terms.capacity < least) return refused({ refused: 'too-many-would-wait', least });
      return ok({ ...withoutLast(changed, terms.capacity), terms });
    }
  }
}

function cancel(set: LearningSet, { by, name }: StepOf<'cancel'>, now: Temporal.Instant): Stepped {
  return ok({ ...set, changes: set.changes + 1, cancelled: { by, name, at: now } });
}

/** Marked for whoever had a place; marking again corrects. */
function mark(set: LearningSet, step: StepOf<'mark'>, now: Temporal.Instant): Stepped {
  const { by, name, notHeld } = step;
  const attendanceOf = (personId: string): Attendance => {
    if (notHeld !== undefined) return 'not-held';
    if (step.attended.has(personId)) return 'attended';
    return step.apologies.has(personId) ? 'apologies' : 'absent';
  };
  const places = set.places.map((place) =>
    place.standing.is === 'booked' ? { ...place, attendance: attendanceOf(place.personId) } : place,
  );
  const marked = { by, name, at: now, ...(notHeld === undefined ? {} : { notHeld }) };
  return ok({ ...set, places, marked });
}

function onFile(set: LearningSet, { personId, attended }: StepOf<'on-file'>): Stepped {
  const place = placeOf(set, personId);
  return place === undefined
    ? refused({ refused: 'no-place' })
    : ok(withPlace(set, { ...place, onFile: attended }));
}

function taken(set: LearningSet, step: Step, now: Temporal.Instant): Stepped {
  switch (step.step) {
    case 'book':
      return book(set, step, now);
    case 'wait':
      return wait(set, step);
    case 'accept':
      return accept(set, step, now);
    case 'leave':
      return leave(set, step);
    case 'present':
      return present(set, step);
    case 'not-present':
      return notPresent(set, step);
    case 'edit':
      return edit(set, step, now);
    case 'cancel':
      return cancel(set, step, now);
    case 'mark':
      return mark(set, step, now);
    case 'on-file':
      return onFile(set, step);
    case 'look':
      return ok(set);
  }
}

/** Which steps a session's time allows: joining and planning before it starts, marking from then on. */
function untimely(set: LearningSet, step: Step, now: Temporal.Instant): Refusal | null {
  if (step.step === 'look' || step.step === 'on-file') return null;
  if (step.step === 'cancel' && set.cancelled !== null) return null;
  if (set.cancelled !== null) return { refused: 'cancelled' };
  const started = hasStarted(set, now);
  if (step.step === 'mark') return started ? null : { refused: 'not-started' };
  return started ? { refused: 'started' } : null;
}

/**
 * One step of a session as it stands (L31): confirmed and offered places together never exceed the capacity, whoever
 * waits keeps the order of joining, editing loses nobody, and a place that becomes free is kept for the first who waits.
 * The same set comes back when nothing changes.
 */
export function advance(set: LearningSet, step: Step, now: Temporal.Instant): Stepped {
  const refusal = untimely(set, step, now);
  if (refusal !== null) return refused(refusal);
  if (step.step === 'cancel' && set.cancelled !== null) return ok(set);
  const stepped = taken(lapsed(set, now), step, now);
  return stepped.ok ? ok(offered(stepped.set, now)) : stepped;
}
