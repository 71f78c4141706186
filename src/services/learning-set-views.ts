import type { Temporal } from 'temporal-polyfill';
import {
  type Attendance,
  booked,
  endsAt,
  hasStarted,
  held,
  type LearningSet,
  type Place,
  placeOf,
  placesLeft,
  presenters,
  waiting,
} from '../academy/learning-set.ts';
import type { Programme } from '../academy/programme.ts';
import { clockTime, countWords, dateAndTime, longDate } from '../academy/wording.ts';
import { newMeetingLink } from './learning-set-calendar.ts';
import type { ActionView, FactView, LearningSetsView, LinkView, Tone, View } from './views.ts';

/** What a session is shown with: whose numbers, and when. */
export interface Shown {
  readonly programme: Programme;
  readonly now: Temporal.Instant;
  /** Into the reader's calendar, where there is such an address. */
  readonly calendar?: readonly LinkView[];
}

export const askAbout = (title: string, intent: string): ActionView => ({
  title,
  verb: 'ask',
  data: { intent },
});
const act = (title: string, verb: string, { id }: LearningSet): ActionView => ({
  title,
  verb,
  data: { sessionId: id },
});

/** "Thursday 3 December 2026, 14:00 to 15:30 (UK time)" */
export function timeWords({ terms }: LearningSet, timeZone: string): string {
  const from = terms.startsAt.toZonedDateTimeISO(timeZone);
  const start = from.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${longDate(from.toPlainDate())}, ${start} to ${clockTime(endsAt(terms), timeZone)}`;
}

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
};

type Status = { readonly status: string; readonly tone: Tone };

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
function statusFor(set: LearningSet, personId: string, shown: Shown): Status {
  const place = placeOf(set, personId);
  if (set.cancelled !== null) {
    return {
      status: `Cancelled by ${set.cancelled.name}. There is nothing for you to do.`,
      tone: 'attention',
    };
  }
  if (!hasStarted(set, shown.now)) return standingStatus(set, place, shown);
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
function actionsFor(set: LearningSet, personId: string, { now }: Shown): readonly ActionView[] {
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
      return placesLeft(set) > 0
        ? [act('Book a place', 'learning-set-book', set)]
        : [act('Join the waiting list', 'learning-set-wait', set)];
  }
}

/** How an action learning set works, in the academy's own words (L31). */
function method({
  learningSets: {
    presentationMinutes: { least, most },
  },
}: Programme): readonly string[] {
  return [
    `1. One person presents for ${least} to ${most} minutes: what makes it hard, and what they want help with. Everybody else only listens.`,
    '2. Then the others take turns with questions and thoughts, while the presenter only listens.',
    '3. At the end the presenter says what they take from it and what they will do.',
    'Bring a question, not a file: nothing that points to a child or a family.',
  ];
}

const presenterLine = ({ name, presents }: Place) =>
  `${name}: “${presents?.topic ?? ''}” (${countWords(presents?.minutes ?? 0, 'minute')})`;

function slotWords(set: LearningSet): string {
  const free = set.terms.presenterSlots - presenters(set).length;
  if (free <= 0) return 'Taken';
  return free === 1 ? 'One is free' : `${free} are free`;
}

function factsOf(set: LearningSet): readonly FactView[] {
  const { facilitator, place, presenterSlots } = set.terms;
  return [
    { title: 'Led by', value: facilitator.name },
    { title: 'Where', value: place },
    ...(presenterSlots > 0 ? [{ title: 'To present', value: slotWords(set) }] : []),
  ];
}

type Section = Extract<View, { card: 'learning-set' }>['data']['sections'][number];

function sectionsFor(set: LearningSet, personId: string, { programme }: Shown): readonly Section[] {
  const isBooked = placeOf(set, personId)?.standing.is === 'booked';
  if (!isBooked || set.cancelled !== null || set.terms.presenterSlots === 0) return [];
  const presenting = presenters(set).map(presenterLine);
  return [
    ...(presenting.length > 0 ? [{ title: 'Who presents', lines: presenting }] : []),
    { title: 'How we work', lines: method(programme) },
  ];
}

const meetingLink = ({ terms: { link } }: LearningSet): readonly LinkView[] =>
  link === '' ? [] : [{ title: 'Join the meeting', url: link }];

/** A session as whoever may come sees it now. `intro` says why it is shown, '' when they asked for it. */
export function sessionView(set: LearningSet, personId: string, shown: Shown, intro = ''): View {
  const { title } = set.terms;
  const { status, tone } = statusFor(set, personId, shown);
  const isBooked = placeOf(set, personId)?.standing.is === 'booked';
  return {
    card: 'learning-set',
    summary: intro === '' ? `${title}: ${status}` : `${title}: ${intro}`,
    data: {
      heading: title,
      when: timeWords(set, shown.programme.timeZone),
      intro,
      status,
      tone,
      facts: factsOf(set),
      sections: sectionsFor(set, personId, shown),
      links: [...(isBooked && set.cancelled === null ? meetingLink(set) : []), ...(shown.calendar ?? [])],
      actions: [...actionsFor(set, personId, shown), askAbout('My bookings', 'my-bookings')],
    },
  };
}

/** One line of a list of sessions. */
export function sessionLine(
  set: LearningSet,
  personId: string,
  shown: Shown,
): LearningSetsView['sessions'][number] {
  const { status, tone } = statusFor(set, personId, shown);
  const { title, facilitator, place } = set.terms;
  return {
    title,
    when: timeWords(set, shown.programme.timeZone),
    detail: `${facilitator.name} · ${place}`,
    status,
    tone,
    actions: [
      ...actionsFor(set, personId, shown).slice(0, 1),
      act('More about it', 'learning-set-open', set),
    ],
  };
}

function peopleLines(
  places: readonly Place[],
  words: (place: Place) => string = ({ name }) => name,
): string[] {
  const shownNames = places.slice(0, 25).map(words);
  const more = places.length - shownNames.length;
  return more > 0 ? [...shownNames, `… and ${more} more`] : shownNames;
}

const markWords: Readonly<Record<Attendance, string>> = {
  attended: 'came',
  apologies: 'sent apologies',
  absent: 'did not come',
};
const attended = ({ name, attendance, presents }: Place) => {
  const came = attendance === null ? '' : `: ${markWords[attendance]}`;
  return `${name}${presents === null ? '' : ` (presents “${presents.topic}”)`}${came}`;
};

function leadingStatus(set: LearningSet, { programme, now }: Shown): Status {
  if (set.cancelled !== null) {
    const at = dateAndTime(set.cancelled.at, programme.timeZone);
    return {
      status: `Cancelled by ${set.cancelled.name}, ${at}. Everybody has been told.`,
      tone: 'attention',
    };
  }
  if (set.marked !== null) {
    return { status: `Attendance marked by ${set.marked.name}.`, tone: 'good' };
  }
  const places = `${held(set).length} of ${countWords(set.terms.capacity, 'place')} taken`;
  if (endsAt(set.terms).epochMilliseconds <= now.epochMilliseconds) {
    return { status: `It is over. Attendance has not been marked yet.`, tone: 'warning' };
  }
  const queue = waiting(set).length;
  return { status: `${places}${queue === 0 ? '.' : `, ${queue} waiting.`}`, tone: 'default' };
}

/** One line of a list of sessions, for whoever plans or leads them. */
export function leadingLine(set: LearningSet, shown: Shown): LearningSetsView['sessions'][number] {
  const { status, tone } = leadingStatus(set, shown);
  const { title, facilitator, place } = set.terms;
  return {
    title,
    when: timeWords(set, shown.programme.timeZone),
    detail: `${facilitator.name} · ${place}`,
    status,
    tone,
    actions: [act('Open it', 'learning-set-lead', set)],
  };
}

function leadingActions(set: LearningSet, mayPlan: boolean, { now }: Shown): readonly ActionView[] {
  if (set.cancelled !== null) return [];
  if (hasStarted(set, now)) {
    return [
      act(
        set.marked === null ? 'Mark attendance' : 'Correct attendance',
        'learning-set-attendance-open',
        set,
      ),
    ];
  }
  return mayPlan
    ? [
        act('Change this session', 'learning-set-plan-open', set),
        act('Cancel this session', 'learning-set-cancel-open', set),
      ]
    : [];
}

function leadingLinks(
  set: LearningSet,
  { programme, now, calendar }: Shown,
  mayPlan: boolean,
): readonly LinkView[] {
  if (set.cancelled !== null) return calendar ?? [];
  const meeting = meetingLink(set);
  const isMissing = meeting.length === 0 && mayPlan && !hasStarted(set, now);
  return [...meeting, ...(isMissing ? [newMeetingLink(set, programme.timeZone)] : []), ...(calendar ?? [])];
}

const audienceWords = ({ terms: { audience } }: LearningSet): string => {
  switch (audience.kind) {
    case 'everybody':
      return 'Everybody on the programme';
    case 'cohort':
      return `The cohort ${audience.cohort}`;
    case 'team':
      return `The team ${audience.team}`;
  }
};

/** A session as whoever plans or leads it sees it: with names. `rotation` says who has presented before. */
export function leadingView(
  set: LearningSet,
  shown: Shown,
  more: { readonly mayPlan: boolean; readonly rotation: readonly string[]; readonly intro?: string },
): View {
  const { status, tone } = leadingStatus(set, shown);
  const offered = set.places.filter(({ standing }) => standing.is === 'offered');
  const sections: readonly Section[] = [
    { title: 'With a place', lines: peopleLines(booked(set), attended) },
    { title: 'Offered a place', lines: peopleLines(offered) },
    {
      title: 'Waiting, in this order',
      lines: hasStarted(set, shown.now) ? [] : peopleLines(waiting(set)),
    },
    { title: 'Who has presented', lines: more.rotation },
  ];
  const intro = more.intro ?? '';
  return {
    card: 'learning-set',
    summary: `${set.terms.title}: ${intro === '' ? status : intro}`,
    data: {
      heading: set.terms.title,
      when: timeWords(set, shown.programme.timeZone),
      intro,
      status,
      tone,
      facts: [...factsOf(set), { title: 'Who may come', value: audienceWords(set) }],
      sections: sections.filter(({ lines }) => lines.length > 0),
      links: leadingLinks(set, shown, more.mayPlan),
      actions: [...leadingActions(set, more.mayPlan, shown), askAbout('All sessions', 'learning-sets')],
    },
  };
}

/** Asked before a session is cancelled. */
export function cancelQuestion({ programme }: Shown, set: LearningSet): View {
  const people = held(set).length + waiting(set).length;
  const told =
    people === 0
      ? 'Nobody has booked yet.'
      : `${people === 1 ? 'One person' : `${people} people`} with a place, or waiting for one,`;
  return {
    card: 'learning-set',
    summary: `Cancel ${set.terms.title}?`,
    data: {
      heading: set.terms.title,
      when: timeWords(set, programme.timeZone),
      intro: '',
      status: `Cancel this session? ${people === 0 ? told : `${told} will be told once.`} It cannot be taken back.`,
      tone: 'warning',
      facts: factsOf(set),
      sections: [],
      links: [],
      actions: [
        act('Keep it', 'learning-set-lead', set),
        act('Cancel it and tell everybody', 'learning-set-cancel', set),
      ],
    },
  };
}
