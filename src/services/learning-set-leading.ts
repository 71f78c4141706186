/** A session as whoever plans or leads it sees it. */
import {
  type Attendance,
  booked,
  endsAt,
  hasStarted,
  held,
  type LearningSet,
  type Place,
  waiting,
} from '../academy/learning-set.ts';
import { countWords, dateAndTime } from '../academy/wording.ts';
import { ask } from './ask-buttons.ts';
import { newMeetingLink } from './learning-set-calendar.ts';
import {
  act,
  factsOf,
  lineOf,
  meetingLink,
  type Section,
  type Shown,
  type Status,
  timeWords,
} from './learning-set-parts.ts';
import { notHeldWords } from './not-held.ts';
import type { ActionView, LearningSetsView, LinkView, View } from './views.ts';

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
  'not-held': 'it did not take place',
};
const attended = ({ name, attendance, presents }: Place) => {
  const came = attendance === null || attendance === 'not-held' ? '' : `: ${markWords[attendance]}`;
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
  if (set.marked?.notHeld !== undefined) {
    const { notHeld, name } = set.marked;
    const again = `It can be planned again by the ${programme.titles['academy-manager']}.`;
    return {
      status: `It did not take place: ${notHeldWords[notHeld]}. ${name} said so. ${again}`,
      tone: 'warning',
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
export const leadingLine = (set: LearningSet, shown: Shown): LearningSetsView['sessions'][number] =>
  lineOf(set, shown, leadingStatus(set, shown), [act('Open it', 'learning-set-lead', set)]);

/** What did not take place is planned anew, as it was and on another day. */
const planAgain = ({ id, marked }: LearningSet, mayPlan: boolean): readonly ActionView[] =>
  mayPlan && marked?.notHeld !== undefined
    ? [{ title: 'Plan it again', verb: 'learning-set-plan-open', data: { sessionId: '', like: id } }]
    : [];

function leadingActions(set: LearningSet, mayPlan: boolean, { now }: Shown): readonly ActionView[] {
  if (set.cancelled !== null) return [];
  if (hasStarted(set, now)) {
    const title = set.marked === null ? 'Mark attendance' : 'Correct attendance';
    return [...planAgain(set, mayPlan), act(title, 'learning-set-attendance-open', set)];
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
      actions: [...leadingActions(set, more.mayPlan, shown), ask('All sessions', 'learning-sets')],
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
        act('Cancel and tell everybody', 'learning-set-cancel', set),
      ],
    },
  };
}
