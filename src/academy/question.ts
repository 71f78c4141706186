import { Temporal } from 'temporal-polyfill';
import { addWorkingDays } from './calendar.ts';
import { civilDay } from './civil-days.ts';
import type { Role } from './roles.ts';
import { reminderInstant } from './sending-time.ts';
import { dayOf, type TimeGround } from './time-limit.ts';

/*
 * A question that an NQSW hands to a person (Q14, L42): to whoever holds the function that they ask for, and to a
 * stand-in while that person is away. Its words are kept until they have been seen, and no longer than a working week.
 */

/** Whom an NQSW can ask: everybody who supports them, and the Academy Manager. */
export const askedFunctions = [
  'reflective-supervisor',
  'assessor',
  'host-manager',
  'deputy-manager',
  'mentor',
  'academy-manager',
] as const;
export type AskedFunction = (typeof askedFunctions)[number];

/** Why it went to whom it went: they hold the function, the holder is away, or nobody holds it. */
export type HandedAs = 'holder' | 'holder-away' | 'nobody-holds-it';

export interface Question {
  readonly questionId: string;
  readonly wanted: AskedFunction;
  /** Id of the person to whom it was handed. */
  readonly to: string;
  readonly toName: string;
  readonly handedAs: HandedAs;
  readonly askedAt: Temporal.Instant;
  /** From then on the words are kept no more, seen or not. */
  readonly lapsesAt: Temporal.Instant;
  /** Null once they have been seen, or the time is over. Passed the identifier guard. */
  readonly words: string | null;
  readonly ended: { readonly as: 'seen' | 'lapsed'; readonly at: Temporal.Instant } | null;
}

/** The longest question, in characters: it is a reason to talk, not the talk. */
export const longestQuestion = 400;

const keptWorkingDays = 5;

/** The moment at which a question that nobody has seen is erased: five working days after it was asked, in the morning. */
export function lapsesAt(ground: TimeGround, askedAt: Temporal.Instant): Temporal.Instant {
  const day = addWorkingDays(ground.calendar, dayOf(ground, askedAt), keptWorkingDays);
  return reminderInstant(ground.programme, civilDay(day));
}

/** The words while they may still be read: not past their time, even where nobody has come to erase them yet. */
export function wordsAt({ words, lapsesAt: until }: Question, now: Temporal.Instant): string | null {
  return Temporal.Instant.compare(now, until) < 0 ? words : null;
}

/** Seen once, by whom it was handed to, and the words are gone. Seen again, or too late, it stays as it is. */
export function seen(question: Question, now: Temporal.Instant): Question {
  if (question.ended !== null || Temporal.Instant.compare(now, question.lapsesAt) >= 0) return question;
  return { ...question, words: null, ended: { as: 'seen', at: now } };
}

/** What has become of it by now when nobody has seen it in its time: null while that is not so. */
export function lapsed(question: Question, now: Temporal.Instant): Question | null {
  if (question.ended !== null || Temporal.Instant.compare(now, question.lapsesAt) < 0) return null;
  return { ...question, words: null, ended: { as: 'lapsed', at: now } };
}

/** Somebody who may be handed a question. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** On leave today, by their own settings. */
  readonly isOnLeave: boolean;
  /** Today is one of their days off. */
  readonly isOff: boolean;
}

export interface Around {
  /** Whoever holds a function for the NQSW today, in the order of the roster. */
  readonly holders: (of: AskedFunction) => readonly Candidate[];
  /** Whoever has a post in the academy. */
  readonly inPost: (post: Role) => readonly Candidate[];
}

type StandIn = { readonly holds: AskedFunction } | { readonly post: Role };

/**
 * Who stands in, in this order: another of the same post, then the next one who knows the NQSW, and the Academy Manager
 * at last. A Team Manager is stood in for by their deputy and not by another team's manager, who does not know the work.
 */
const standIns: Readonly<Record<AskedFunction, readonly StandIn[]>> = {
  'reflective-supervisor': [
    { post: 'senior-practitioner' },
    { holds: 'assessor' },
    { holds: 'academy-manager' },
  ],
  assessor: [{ post: 'practice-educator' }, { holds: 'reflective-supervisor' }, { holds: 'academy-manager' }],
  'host-manager': [{ holds: 'deputy-manager' }, { holds: 'academy-manager' }],
  'deputy-manager': [{ holds: 'host-manager' }, { holds: 'academy-manager' }],
  mentor: [{ holds: 'reflective-supervisor' }, { holds: 'academy-manager' }],
  'academy-manager': [],
};

/** Those of one post take turns by the day, so that being first in the alphabet is no duty. */
function dutyOf(candidates: readonly Candidate[], today: Temporal.PlainDate): Candidate | undefined {
  const inOrder = candidates.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const days = Temporal.PlainDate.from('2026-01-01').until(today).days;
  return inOrder[((days % inOrder.length) + inOrder.length) % inOrder.length];
}

const isThere = ({ isOnLeave, isOff }: Candidate) => !isOnLeave && !isOff;

export interface Handing {
  readonly to: Candidate;
  readonly handedAs: HandedAs;
}

/**
 * Who is handed a question today (Q14): the first holder of the function who is not on leave, also on a day off, because
 * they are back in a day or two; otherwise the first stand-in who is at work. Undefined when there is nobody.
 */
export function receiverOf(
  wanted: AskedFunction,
  around: Around,
  today: Temporal.PlainDate,
): Handing | undefined {
  const holders = around.holders(wanted);
  const holder = holders.find(({ isOnLeave }) => !isOnLeave);
  if (holder !== undefined) return { to: holder, handedAs: 'holder' };
  const handedAs = holders.length > 0 ? 'holder-away' : 'nobody-holds-it';
  for (const standIn of standIns[wanted]) {
    const to =
      'holds' in standIn
        ? around.holders(standIn.holds).find(isThere)
        : dutyOf(around.inPost(standIn.post).filter(isThere), today);
    if (to !== undefined) return { to, handedAs };
  }
  return undefined;
}
