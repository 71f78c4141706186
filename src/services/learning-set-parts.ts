/** What every card about a session is made of. */
import type { Temporal } from 'temporal-polyfill';
import { endsAt, type LearningSet, presenters } from '../academy/learning-set.ts';
import type { Programme } from '../academy/programme.ts';
import { clockTime, longDate } from '../academy/wording.ts';
import type { ActionView, FactView, LearningSetsView, LinkView, Tone, View } from './views.ts';

/** What a session is shown with: whose numbers, and when. */
export interface Shown {
  readonly programme: Programme;
  readonly now: Temporal.Instant;
  /** Into the reader's calendar, where there is such an address. */
  readonly calendar?: readonly LinkView[];
  /** The dates of the series that it begins, where it is made known with them. */
  readonly dates?: Section;
  /** False for somebody who is told of the session and cannot book a place in it. */
  readonly mayJoin?: boolean;
}

export const act = (title: string, verb: string, { id }: LearningSet): ActionView => ({
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

export type Status = { readonly status: string; readonly tone: Tone };

function slotWords(set: LearningSet): string {
  const free = set.terms.presenterSlots - presenters(set).length;
  if (free <= 0) return 'Taken';
  return free === 1 ? 'One is free' : `${free} are free`;
}

export function factsOf(set: LearningSet): readonly FactView[] {
  const { facilitator, place, presenterSlots } = set.terms;
  return [
    { title: 'Led by', value: facilitator.name },
    { title: 'Where', value: place },
    ...(presenterSlots > 0 ? [{ title: 'To present', value: slotWords(set) }] : []),
  ];
}

/** One line of a list of sessions, with where it stands for its reader and what they can do. */
export function lineOf(
  set: LearningSet,
  { programme }: Shown,
  { status, tone }: Status,
  actions: readonly ActionView[],
): LearningSetsView['sessions'][number] {
  const { title, facilitator, place } = set.terms;
  return {
    title,
    when: timeWords(set, programme.timeZone),
    detail: `${facilitator.name} · ${place}`,
    status,
    tone,
    actions,
  };
}

export type Section = Extract<View, { card: 'learning-set' }>['data']['sections'][number];

export const meetingLink = ({ terms: { link } }: LearningSet): readonly LinkView[] =>
  link === '' ? [] : [{ title: 'Join the meeting', url: link }];
