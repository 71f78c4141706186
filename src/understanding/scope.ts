import { Temporal } from 'temporal-polyfill';
import type { AcademyFunction } from '../academy/roles.ts';
import { monthName } from '../academy/wording.ts';
import { asksOfThePast } from './asks-of-the-past.ts';
import { phrasesOf } from './concept.ts';
import type { Intent } from './intents.ts';
import { type Reading, read } from './reading.ts';

/** Days that a question is limited to, both included. */
export interface Period {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  /** "this week", "in November 2026"; fits after "Nothing is due". */
  readonly words: string;
}

/** How far a question reaches, beside what it asks: which days, which of the people around somebody, what has been. */
export interface Scope {
  readonly period: Period | null;
  /** Whom "who is my PE and my manager" asks for, in the order of the programme's functions; empty for everybody. */
  readonly functions: readonly AcademyFunction[];
  /** Whether it asks which people: "who is over", "how many have". */
  readonly asksWhich: boolean;
  /** Whether it asks, seeming to be `intent`, of what has been. */
  readonly isOfThePast: (intent: Intent) => boolean;
}

const functionWords: readonly (readonly [AcademyFunction, string])[] = [
  [
    'reflective-supervisor',
    `senior practitioner, senior practitioners, senior prac, snr prac, snr practitioner, senior pract, senior, sp, sps,
     reflective supervisor, supervisor, supervisors, supervises, supervising, eswp, consultant practitioner,
     advanced practitioner`,
  ],
  [
    'assessor',
    `practice educator, practice educators, practise educator, practice ed, prac ed, prac educator, pe, pes, educator,
     assessor, assessors, assesses, assessing`,
  ],
  [
    'host-manager',
    `team manager, team managers, tm, tms, manager, line manager, boss, host manager, practice manager, manages,
     managing, line manages`,
  ],
  ['deputy-manager', 'deputy manager, deputy team manager, dtm, atm, assistant team manager, deputy'],
  ['mentor', 'mentor, mentors, buddy, mentoring'],
  [
    'academy-manager',
    'academy manager, academy managers, academy lead, runs the academy, in charge of the academy',
  ],
  ['head-of-academy', 'head of academy, head of the academy, academy head, head'],
];
/** Longest first: "deputy team manager" before "team manager" before "manager". */
const functionPhrases = functionWords
  .flatMap(([name, words]) => phrasesOf(words).map((phrase) => [phrase, name] as const))
  .sort(([a], [b]) => b.length - a.length);

function functionsIn({ texts }: Reading): readonly AcademyFunction[] {
  let line = ` ${texts.join(' ')} `;
  const named = new Set<AcademyFunction>();
  for (const [phrase, name] of functionPhrases) {
    if (!line.includes(` ${phrase} `)) continue;
    named.add(name);
    line = line.replaceAll(` ${phrase} `, ' , ');
  }
  return functionWords.map(([name]) => name).filter((name) => named.has(name));
}

type Days = (today: Temporal.PlainDate) => Omit<Period, 'words'>;

const weekFrom =
  (weeks: number): Days =>
  (today) => {
    const from = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks });
    return { from, until: from.add({ days: 6 }) };
  };
const ahead =
  (days: number): Days =>
  (today) => ({ from: today, until: today.add({ days }) });

const spans: readonly (readonly [RegExp, string, Days])[] = [
  [
    / (?:this|the|current) (?:coming )?week | (?:rest|end) of (?:the|this) week | week ahead /u,
    'this week',
    weekFrom(0),
  ],
  [/ (?:next|following) week(?:s)? /u, 'next week', weekFrom(1)],
  [/ (?:last|previous|past) week(?:s)? /u, 'last week', weekFrom(-1)],
  [/ fortnight | (?:next )?(?:two|2|couple of|few) weeks /u, 'in the next two weeks', ahead(14)],
];

/** "14 days", "6 weeks": what is ahead within so long. */
const countedAhead = / (?:next|coming|within|in the next) (\d{1,2}) (days?|weeks?|months?) /u;
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const looksBack = / (?:last|previous|yesterday|ago|did|was|were|had) /u;

function countedIn(line: string, today: Temporal.PlainDate): Period | null {
  const said = countedAhead.exec(line);
  if (said === null) return null;
  const unit = `${(said[2] ?? '').replace(/s$/u, '')}s`;
  const count = Number(said[1]);
  const words = `in the next ${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
  return { from: today, until: today.add({ [unit]: count }), words };
}

function monthOf(value: string): Period {
  const month = Temporal.PlainYearMonth.from(value);
  return {
    from: month.toPlainDate({ day: 1 }),
    until: month.toPlainDate({ day: month.daysInMonth }),
    words: `in ${monthName(month.month)} ${month.year}`,
  };
}

function dayOf(value: string, line: string, today: Temporal.PlainDate): Period {
  const on = Temporal.PlainDate.from(value);
  const words = on.equals(today)
    ? 'today'
    : `on ${dayNames[on.dayOfWeek - 1] ?? ''} ${on.day} ${monthName(on.month)}`;
  const isLimit = / (?:by|until|till|before) /u.test(line) && Temporal.PlainDate.compare(today, on) < 0;
  return { from: isLimit ? today : on, until: on, words: isLimit ? words.replace(/^on/u, 'by') : words };
}

function periodIn({ texts, dates }: Reading, today: Temporal.PlainDate): Period | null {
  const line = ` ${texts.join(' ')} `;
  const counted = countedIn(line, today);
  if (counted !== null) return counted;
  const sense = looksBack.test(line) ? 'past' : 'future';
  for (const mention of dates) {
    const value = mention.resolve(today, sense);
    if (value !== null) return mention.kind === 'month' ? monthOf(value) : dayOf(value, line, today);
  }
  const span = spans.find(([pattern]) => pattern.test(line));
  return span === undefined ? null : { ...span[2](today), words: span[1] };
}

const which = / (?:who|whos|which|anyone|anybody|everyone|everybody|how many (?:nqsws|people|of)|all) /u;

/** Reads how far a question reaches. Pure, like everything that reads. */
export function scopeOf(text: string, today: Temporal.PlainDate): Scope {
  const reading = read(text);
  return {
    period: periodIn(reading, today),
    functions: functionsIn(reading),
    asksWhich: which.test(` ${reading.texts.join(' ')} `),
    isOfThePast: (intent) => asksOfThePast(reading, intent),
  };
}

/** Nothing said: of a button, say. */
export const anyScope: Scope = { period: null, functions: [], asksWhich: false, isOfThePast: () => false };
