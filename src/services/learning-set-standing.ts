/** Where somebody stands with a session, and what they can do about it. */
import {
  type Attendance,
  hasStarted,
  type LearningSet,
  type Place,
  placeOf,
  placesLeft,
  presenters,
  waiting,
} from '../academy/learning-set.ts';
import { countWords, dateAndTime } from '../academy/wording.ts';
import { act, type Shown, type Status } from './learning-set-parts.ts';
import { notHeldWords } from './not-held.ts';
import type { ActionView } from './views.ts';

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

function queueWords(set: LearningSet, personId: string): string {
  const at = waiting(set).findIndex((place) => place.personId === personId);
  const place = ordinals[at] ?? `number ${at + 1}`;
  return `You are ${place} on the waiting list. When a place becomes free for you, you are told here.`;
}

const attendanceWords: Readonly<Record<Attendance, string>> = {
  attended: 'You came.',
  apologies: 'You sent apologies.',
  absent: 'You had a place and did not come. If that is not right, please tell whoever led it.',
  'not-held': 'It did not take place.',
};

function openStatus(set: LearningSet): Status {
  const left = placesLeft(set);
  if (left > 0) return { status: `${countWords(left, 'place')} left.`, tone: 'default' };
  const queue = waiting(set).length;
  const words = queue === 0 ? '' : queue === 1 ? ' One person is waiting.' : ` ${queue} people are waiting.`;
  return { status: `Every place is taken.${words}`, tone: 'default' };
}

function bookedStatus({ presents }: Place): Status {
  const words =
    presents === null ? '' : ` You present “${presents.topic}”, ${countWords(presents.minutes, 'minute')}.`;
  return { status: `You have a place.${words}`, tone: 'good' };
}

function standingStatus(set: LearningSet, place: Place | undefined, { programme, now }: Shown): Status {
  const standing = place?.standing;
  if (place === undefined || standing === undefined) return openStatus(set);
  switch (standing.is) {
    case 'booked':
      return bookedStatus(place);
    case 'waiting':
      return { status: queueWords(set, place.personId), tone: 'default' };
    case 'offered': {
      if (standing.until.epochMilliseconds <= now.epochMilliseconds) return lapsedStatus(set);
      const until = dateAndTime(standing.until, programme.timeZone);
      return {
        status: `A place is kept for you until ${until}. After that it goes to the next person who waits.`,
        tone: 'warning',
      };
    }
    case 'left':
      return standing.how === 'offer-lapsed' ? lapsedStatus(set) : leftStatus(set);
  }
}

const lapsedStatus = (set: LearningSet): Status => ({
  status: `The time to take the place that was kept for you has run out. ${openStatus(set).status}`,
  tone: 'warning',
});
const leftStatus = (set: LearningSet): Status => ({
  status: `You are not coming. ${openStatus(set).status}`,
  tone: 'default',
});

/** Where somebody stands with a session, in a sentence. */
export function statusFor(set: LearningSet, personId: string, shown: Shown): Status {
  const place = placeOf(set, personId);
  if (set.cancelled !== null) {
    return {
      status: `Cancelled by ${set.cancelled.name}. There is nothing for you to do.`,
      tone: 'attention',
    };
  }
  if (!hasStarted(set, shown.now)) return standingStatus(set, place, shown);
  if (set.marked?.notHeld !== undefined)
    return { status: `It did not take place: ${notHeldWords[set.marked.notHeld]}.`, tone: 'warning' };
  if (place?.attendance != null) return { status: attendanceWords[place.attendance], tone: 'default' };
  return {
    status: place?.standing.is === 'booked' ? 'It has begun. You have a place.' : 'It has begun.',
    tone: 'default',
  };
}

function presentingActions(set: LearningSet, place: Place): readonly ActionView[] {
  if (place.presents !== null) {
    return [
      act('Change my topic', 'learning-set-present-open', set),
      act('I will not present', 'learning-set-not-present', set),
    ];
  }
  return presenters(set).length < set.terms.presenterSlots
    ? [act('Volunteer to present', 'learning-set-present-open', set)]
    : [];
}

/** What somebody can do with a session now; what they most likely want stands first. */
export function actionsFor(
  set: LearningSet,
  personId: string,
  { now, mayJoin = true }: Shown,
): readonly ActionView[] {
  if (set.cancelled !== null || hasStarted(set, now)) return [];
  const place = placeOf(set, personId);
  switch (place?.standing.is) {
    case 'booked':
      return [...presentingActions(set, place), act('Give up my place', 'learning-set-leave', set)];
    case 'waiting':
      return [act('Leave the waiting list', 'learning-set-leave', set)];
    case 'offered':
      return [
        act('Take the place', 'learning-set-accept', set),
        act('I cannot come', 'learning-set-leave', set),
      ];
    default:
      if (!mayJoin) return [];
      return placesLeft(set) > 0
        ? [act('Book a place', 'learning-set-book', set)]
        : [act('Join the waiting list', 'learning-set-wait', set)];
  }
}
