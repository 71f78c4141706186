import type { Temporal } from 'temporal-polyfill';
import {
  dayOf,
  inFullWords,
  months,
  nearestDayOfMonth,
  nearestDayOfYear,
  nearestMonth,
  nearestWeekday,
  type Sense,
  weekdayOfWeek,
  weekdays,
} from './calendar-words.ts';
import type { Word } from './words.ts';

/** A day, a month or a vague period that a message names, and which of its words name it. */
export interface DateMention extends Part {
  readonly from: number;
}

interface Part {
  readonly length: number;
  readonly kind: 'date' | 'month' | 'period';
  /** ISO date or YYYY-MM, read from `today`; null when there is no such day, or the period names none. */
  readonly resolve: (today: Temporal.PlainDate, sense: Sense) => string | null;
}

interface Line {
  readonly words: readonly Word[];
  readonly texts: readonly string[];
}

type Reader = (line: Line, at: number) => Part | null;

/** Every date that the words name, days before months; where two readings overlap the longer one stands. */
export function datesIn(words: readonly Word[]): readonly DateMention[] {
  const line = { words, texts: words.map((word) => inFullWords(word.text)) };
  const found: DateMention[] = [];
  let from = 0;
  while (from < words.length) {
    const part = longestAt(line, from);
    if (part !== null) found.push({ ...part, from });
    from += part?.length ?? 1;
  }
  return found;
}

function longestAt(line: Line, at: number): Part | null {
  const parts = readers.map((reader) => reader(line, at)).filter((part) => part !== null);
  return parts.sort((a, b) => b.length - a.length)[0] ?? null;
}

const readers: readonly Reader[] = [
  figures,
  dayThenMonth,
  monthThenDay,
  monthAlone,
  namedDay,
  weekAhead,
  weekdayWithDate,
  weekdayAlone,
  weekdayOf,
  inOrAgo,
  vaguePeriod,
  ordinalAlone,
];

/** 2026-11-02, 2/11/2026, 2.11.26, 2/11 */
function figures({ words }: Line, at: number): Part | null {
  const word = words[at];
  if (word?.kind !== 'date') return null;
  const [first = 0, second = 0, third] = word.text.split(/[-/.]/u).map(Number);
  if (first > 31) return day(1, () => dayOf(first, second, third ?? 0));
  if (third === undefined) return day(1, (today, sense) => nearestDayOfYear(today, second, first, sense));
  return day(1, () => dayOf(third < 100 ? 2000 + third : third, second, first));
}

/** "2 November", "2nd of Nov 2026" */
function dayThenMonth(line: Line, at: number): Part | null {
  const number = dayNumber(line.words[at]);
  const gap = line.texts[at + 1] === 'of' ? 2 : 1;
  const month = months.get(line.texts[at + gap] ?? '');
  return number === null || month === undefined ? null : dayOfYear(line, gap + 1, at, number, month);
}

/** "November 2nd", "Nov the 2nd" */
function monthThenDay(line: Line, at: number): Part | null {
  const month = months.get(line.texts[at] ?? '');
  const gap = line.texts[at + 1] === 'the' ? 2 : 1;
  const number = dayNumber(line.words[at + gap]);
  return number === null || month === undefined ? null : dayOfYear(line, gap + 1, at, number, month);
}

function dayOfYear({ words }: Line, length: number, at: number, number: number, month: number): Part {
  const year = yearAt(words, at + length);
  if (year !== null) return day(length + 1, () => dayOf(year, month, number));
  return day(length, (today, sense) => nearestDayOfYear(today, month, number, sense));
}

/** "in November", "Nov 2026", "October's"; "may" and "march" are months only where one can stand. */
function monthAlone({ words, texts }: Line, at: number): Part | null {
  const word = words[at];
  const month = months.get(word?.possessiveOf ?? texts[at] ?? '');
  if (word === undefined || month === undefined || !isMonthHere(word, texts[at - 1])) return null;
  const year = yearAt(words, at + 1);
  if (year === null)
    return { length: 1, kind: 'month', resolve: (today, sense) => nearestMonth(today, month, sense) };
  return { length: 2, kind: 'month', resolve: () => `${year}-${String(month).padStart(2, '0')}` };
}

function isMonthHere(word: Word, before: string | undefined): boolean {
  if (word.text !== 'may' && word.text !== 'march') return true;
  const led = /^(?:in|for|by|during|until|till|since|before|after|of|from|last|next|this)$/u.test(
    before ?? '',
  );
  return led || (word.capital && !word.opens);
}

const namedDays: readonly (readonly [string, number])[] = [
  ['the day before yesterday', -2],
  ['day before yesterday', -2],
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['yesterday', -1],
  ['last night', -1],
  ['today', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['tomorrow', 1],
];

function namedDay({ texts }: Line, at: number): Part | null {
  const said = `${texts.slice(at, at + 4).join(' ')} `;
  const named = namedDays.find(([phrase]) => said.startsWith(`${phrase} `));
  return named === undefined
    ? null
    : day(named[0].split(' ').length, (today) => today.add({ days: named[1] }));
}

/** "a week on Monday", "a fortnight on Monday", "Monday week" */
function weekAhead({ texts }: Line, at: number): Part | null {
  const said = /^(?:a )?(week|fortnight) on (\w+)/u.exec(texts.slice(at, at + 4).join(' '));
  const after = weekdays.get(texts[at] ?? '');
  if (said === null && after !== undefined && texts[at + 1] === 'week') {
    return day(2, (today) => nearestWeekday(today, after, 'future').add({ days: 7 }));
  }
  const number = weekdays.get(said?.[2] ?? '');
  if (said === null || number === undefined) return null;
  const extra = said[1] === 'week' ? 7 : 14;
  return day(said[0].split(' ').length, (today) =>
    nearestWeekday(today, number, 'future').add({ days: extra }),
  );
}

/** "Monday 2nd", "Mon the 2nd of November": the number decides, not the weekday. */
function weekdayWithDate(line: Line, at: number): Part | null {
  if (!weekdays.has(line.texts[at] ?? '')) return null;
  const gap = line.texts[at + 1] === 'the' ? 2 : 1;
  const number = line.words[at + gap];
  const part = dayThenMonth(line, at + gap) ?? (number === undefined ? null : ordinalDay(number));
  return part === null ? null : { ...part, length: part.length + gap };
}

/** "Thursday", "Thursday's session"; "a Tuesday" and "Fridays" name no one day. */
function weekdayAlone({ words, texts }: Line, at: number): Part | null {
  const text = words[at]?.possessiveOf ?? texts[at] ?? '';
  const number = weekdays.get(text) ?? weekdays.get(text.replace(/s$/u, ''));
  if (number === undefined) return null;
  if (texts[at - 1] === 'a' || !weekdays.has(text)) return { length: 1, kind: 'period', resolve: () => null };
  return day(1, (today, sense) => nearestWeekday(today, number, sense));
}

/** "last Friday", "this Friday" (of this week), "next Tuesday" (of next week) */
function weekdayOf({ texts }: Line, at: number): Part | null {
  const number = weekdays.get(texts[at + 1] ?? '');
  if (number === undefined) return null;
  switch (texts[at]) {
    case 'last':
      return day(2, (today) => nearestWeekday(today, number, 'past'));
    case 'this':
      return day(2, (today) => weekdayOfWeek(today, number, 0));
    case 'next':
      return day(2, (today) => weekdayOfWeek(today, number, 1));
    default:
      return null;
  }
}

const daysOf: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['days', 1],
  ['week', 7],
  ['weeks', 7],
  ['fortnight', 14],
]);
/** Further than this nobody means a day. */
const mostSteps = 400;

/** "in two weeks", "3 days ago", "a month ago" */
function inOrAgo(line: Line, at: number): Part | null {
  const led = line.texts[at] === 'in';
  const start = led ? at + 1 : at;
  const ago = line.texts[start + 2] === 'ago';
  const steps = stepsAt(line, start);
  if (steps === null || led === ago) return null;
  const unit = line.texts[start + 1] ?? '';
  const signed = ago ? -steps : steps;
  if (/^months?$/u.test(unit)) return day(3, (today) => today.add({ months: signed }));
  const days = daysOf.get(unit);
  return days === undefined ? null : day(3, (today) => today.add({ days: signed * days }));
}

function stepsAt({ words, texts }: Line, at: number): number | null {
  if (texts[at] === 'a' || texts[at] === 'an') return 1;
  const value = words[at]?.value ?? null;
  return value !== null && Number.isInteger(value) && value >= 0 && value <= mostSteps ? value : null;
}

const monthsAway: ReadonlyMap<string, number> = new Map([
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['last', -1],
  ['previous', -1],
  ['past', -1],
]);

/** "this week", "next month": a month is a slot, a week is only part of the question. */
function vaguePeriod({ texts }: Line, at: number): Part | null {
  const away = monthsAway.get(texts[at] ?? '');
  const unit = texts[at + 1] ?? '';
  if (away === undefined) return null;
  if (/^months?$/u.test(unit)) {
    return {
      length: 2,
      kind: 'month',
      resolve: (today) => today.add({ months: away }).toPlainYearMonth().toString(),
    };
  }
  return /^(?:weeks?|fortnight|quarter|weekend)$/u.test(unit)
    ? { length: 2, kind: 'period', resolve: () => null }
    : null;
}

/** "the 3rd" */
function ordinalAlone({ words, texts }: Line, at: number): Part | null {
  const word = words[at];
  return word?.kind === 'number' && texts[at - 1] === 'the' ? ordinalDay(word) : null;
}

function ordinalDay(word: Word): Part | null {
  const number = dayNumber(word);
  if (!word.ordinal || number === null) return null;
  return day(1, (today, sense) => nearestDayOfMonth(today, number, sense));
}

function dayNumber(word: Word | undefined): number | null {
  const value = word?.value ?? null;
  return value !== null && Number.isInteger(value) && value >= 1 && value <= 31 ? value : null;
}

function yearAt(words: readonly Word[], at: number): number | null {
  const value = words[at]?.value ?? null;
  return value !== null && Number.isInteger(value) && value >= 2000 && value <= 2100 ? value : null;
}

function day(
  length: number,
  on: (today: Temporal.PlainDate, sense: Sense) => Temporal.PlainDate | null,
): Part {
  return { length, kind: 'date', resolve: (today, sense) => on(today, sense)?.toString() ?? null };
}
