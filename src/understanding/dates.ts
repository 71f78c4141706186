import { Temporal } from 'temporal-polyfill';
import type { Word } from './words.ts';

/** Whether the message looks back ("held on Monday") or ahead ("I can't make Monday"). */
export type Sense = 'past' | 'future';

/** A day, a month or a vague period that a message names, and which of its words name it. */
export interface DateMention {
  readonly from: number;
  readonly length: number;
  readonly kind: 'date' | 'month' | 'period';
  /** ISO date or YYYY-MM, read from `today`; null when there is no such day, or the period names none. */
  readonly resolve: (today: Temporal.PlainDate, sense: Sense) => string | null;
}

type Resolve = DateMention['resolve'];
interface Part {
  readonly length: number;
  readonly kind: DateMention['kind'];
  readonly resolve: Resolve;
}

const monthNames =
  'january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,november nov,december dec';
const weekdayNames =
  'monday mon,tuesday tue tues,wednesday wed weds,thursday thu thur thurs,friday fri,saturday sat,sunday sun';
const months = numbered(monthNames);
const weekdays = numbered(weekdayNames);
const misspelt: Readonly<Record<string, string>> = {
  tomorow: 'tomorrow',
  tommorow: 'tomorrow',
  tommorrow: 'tomorrow',
  tmrw: 'tomorrow',
  tmw: 'tomorrow',
  tmr: 'tomorrow',
  tomoz: 'tomorrow',
  tmoz: 'tomorrow',
  tomo: 'tomorrow',
  '2moro': 'tomorrow',
  tdy: 'today',
  yest: 'yesterday',
  yday: 'yesterday',
  yesterdays: 'yesterday',
  todays: 'today',
  tomorrows: 'tomorrow',
  wk: 'week',
  wks: 'weeks',
  mth: 'month',
  mths: 'months',
  mnth: 'month',
  fortnights: 'fortnight',
  thrusday: 'thursday',
  thurday: 'thursday',
  wednsday: 'wednesday',
  wensday: 'wednesday',
  teusday: 'tuesday',
  tusday: 'tuesday',
  firday: 'friday',
  munday: 'monday',
  novemeber: 'november',
  febuary: 'february',
  janurary: 'january',
  septmber: 'september',
  decemeber: 'december',
};

function numbered(list: string): ReadonlyMap<string, number> {
  return new Map(
    list.split(',').flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
  );
}

/** Every date that the words name, in British order; overlapping readings are resolved to the longest. */
export function datesIn(words: readonly Word[]): readonly DateMention[] {
  const texts = words.map((word) => misspelt[word.text] ?? word.text);
  const found: DateMention[] = [];
  let from = 0;
  while (from < words.length) {
    const part = partAt(words, texts, from);
    if (part === null) from += 1;
    else {
      found.push({ ...part, from });
      from += part.length;
    }
  }
  return found;
}

type Reader = (words: readonly Word[], texts: readonly string[], at: number) => Part | null;

function partAt(words: readonly Word[], texts: readonly string[], at: number): Part | null {
  let best: Part | null = null;
  for (const read of readers) {
    const part = read(words, texts, at);
    if (part !== null && part.length > (best?.length ?? 0)) best = part;
  }
  return best;
}

const readers: readonly Reader[] = [
  writtenDate,
  dayAndMonth,
  monthAlone,
  relativeDay,
  weekday,
  distance,
  vaguePeriod,
  bareOrdinal,
];

/** 2026-11-02, 2/11/2026, 2.11.26, 2/11 */
function writtenDate(words: readonly Word[], texts: readonly string[], at: number): Part | null {
  if (words[at]?.kind !== 'date') return null;
  const numbers = (texts[at] ?? '').split(/[-/.]/u).map(Number);
  const [a = 0, b = 0, c] = numbers;
  if (a > 31) return day(1, () => plainDate(a, b, c ?? 0));
  return dayOfMonth(1, a, b, c === undefined ? null : c < 100 ? 2000 + c : c);
}

/** "2 November", "2nd of Nov 2026", "November 2nd" */
function dayAndMonth(words: readonly Word[], texts: readonly string[], at: number): Part | null {
  const number = words[at];
  const direct = dayNumber(number);
  if (direct !== null) {
    const gap = texts[at + 1] === 'of' ? 2 : 1;
    const month = months.get(texts[at + gap] ?? '');
    if (month === undefined) return null;
    const year = yearAt(words, at + gap + 1);
    return dayOfMonth(gap + 1 + (year === null ? 0 : 1), direct, month, year);
  }
  const month = months.get(texts[at] ?? '');
  if (month === undefined) return null;
  const gap = texts[at + 1] === 'the' ? 2 : 1;
  const after = dayNumber(words[at + gap]);
  if (after === null) return null;
  const year = yearAt(words, at + gap + 1);
  return dayOfMonth(gap + 1 + (year === null ? 0 : 1), after, month, year);
}

/** "in November", "Nov 2026", "November's"; "may" is a month only where one is expected. */
function monthAlone(words: readonly Word[], texts: readonly string[], at: number): Part | null {
  const word = words[at];
  const text = word?.possessiveOf ?? texts[at] ?? '';
  const month = months.get(text);
  if (month === undefined || word === undefined) return null;
  const expected = /^(?:in|for|by|during|until|till|since|before|after|of|from|last|next|this)$/u.test(
    texts[at - 1] ?? '',
  );
  if (text === 'may' && !expected && !(word.capital && !word.opens)) return null;
  if (text === 'march' && !expected && !word.capital && at === 0) return null;
  const year = yearAt(words, at + 1);
  const resolve: Resolve = (today, sense) => yearMonth(year ?? nearYear(today, month, sense), month);
  return { length: year === null ? 1 : 2, kind: 'month', resolve };
}

function relativeDay(_words: readonly Word[], texts: readonly string[], at: number): Part | null {
  const line = texts.slice(at, at + 5).join(' ');
  for (const [phrase, days] of relativeDays) {
    if (line === phrase || line.startsWith(`${phrase} `)) {
      return day(phrase.split(' ').length, (today) => today.add({ days }));
    }
  }
  return null;
}

const relativeDays: readonly (readonly [string, number])[] = [
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

/** "Thursday", "last Friday", "next Tuesday" (of next week), "a week on Monday", "Monday week" */
function weekday(_words: readonly Word[], texts: readonly string[], at: number): Part | null {
  const first = texts[at] ?? '';
  const ahead = /^(?:a )?week on (\w+)|^(?:a )?fortnight on (\w+)/u.exec(texts.slice(at, at + 4).join(' '));
  if (ahead !== null) return weekdayAhead(ahead);
  const number = weekdays.get(singular(first));
  if (number !== undefined) {
    if (texts[at + 1] === 'week') return day(2, (today) => onOrAfter(today, number, 1).add({ days: 7 }));
    const gap = texts[at + 1] === 'the' ? 2 : 1;
    const numberAfter = _words[at + gap];
    if (
      numberAfter !== undefined &&
      dayNumber(numberAfter) !== null &&
      (numberAfter.ordinal || months.has(texts[at + gap + 1] ?? ''))
    ) {
      const rest = dayAndMonth(_words, texts, at + gap) ?? ordinalDay(numberAfter);
      if (rest !== null) return { ...rest, length: rest.length + gap };
    }
    if (texts[at - 1] === 'a' || first !== singular(first))
      return { length: 1, kind: 'period', resolve: () => null };
    return day(1, (today, sense) =>
      sense === 'past' ? onOrBefore(today, number, 1) : onOrAfter(today, number, 1),
    );
  }
  const named = weekdays.get(singular(texts[at + 1] ?? ''));
  if (named === undefined) return null;
  if (first === 'last') return day(2, (today) => onOrBefore(today, named, 1));
  if (first === 'next') return day(2, (today) => monday(today).add({ days: 7 + named - 1 }));
  if (first === 'this') return day(2, (today) => monday(today).add({ days: named - 1 }));
  return null;
}

function weekdayAhead(match: RegExpExecArray): Part | null {
  const number = weekdays.get(match[1] ?? match[2] ?? '');
  if (number === undefined) return null;
  const extra = match[2] === undefined ? 7 : 14;
  return day(match[0].split(' ').length, (today) => onOrAfter(today, number, 1).add({ days: extra }));
}

/** "in two weeks", "3 days ago", "a fortnight ago" */
function distance(words: readonly Word[], texts: readonly string[], at: number): Part | null {
  const led = texts[at] === 'in';
  const start = led ? at + 1 : at;
  const count = texts[start] === 'a' || texts[start] === 'an' ? 1 : words[start]?.value;
  const unit = /^(day|week|fortnight|month)s?$/u.exec(texts[start + 1] ?? '')?.[1];
  if (count === null || count === undefined || count > 400 || unit === undefined) return null;
  const ago = texts[start + 2] === 'ago';
  if (!ago && !led) return null;
  const signed = Math.round(count) * (ago ? -1 : 1);
  const step =
    unit === 'month'
      ? { months: signed }
      : { days: signed * (unit === 'week' ? 7 : unit === 'fortnight' ? 14 : 1) };
  return day(start + 2 - at + (ago ? 1 : 0), (today) => today.add(step));
}

/** "this week", "next month": a month is a slot, a week is only part of the question. */
function vaguePeriod(_words: readonly Word[], texts: readonly string[], at: number): Part | null {
  const [first = '', second = ''] = texts.slice(at, at + 2);
  const length = 2;
  const which = /^(?:this|next|last|current|coming|previous|past)$/u.test(first);
  if (which && /^(?:week|weeks|fortnight|quarter|year|weekend|time)$/u.test(second)) {
    if (second === 'time' || second === 'year') return null;
    return { length, kind: 'period', resolve: () => null };
  }
  if (which && /^months?$/u.test(second)) {
    const shift = /^(?:next|coming)$/u.test(first) ? 1 : /^(?:last|previous|past)$/u.test(first) ? -1 : 0;
    return {
      length,
      kind: 'month',
      resolve: (today) => today.add({ months: shift }).toPlainYearMonth().toString(),
    };
  }
  return null;
}

/** "the 3rd", "on the 14th" */
function bareOrdinal(words: readonly Word[], texts: readonly string[], at: number): Part | null {
  const number = words[at];
  if (number === undefined || texts[at - 1] !== 'the' || number.kind !== 'number') return null;
  return ordinalDay(number);
}

function ordinalDay(word: Word): Part | null {
  const number = dayNumber(word);
  if (!word.ordinal || number === null) return null;
  return day(1, (today, sense) => {
    for (let shift = 0; shift < 12; shift += 1) {
      const month = today.toPlainYearMonth().add({ months: sense === 'past' ? -shift : shift });
      const date = plainDate(month.year, month.month, number);
      const order = date === null ? 0 : Temporal.PlainDate.compare(date, today);
      if (date !== null && (sense === 'past' ? order <= 0 : order >= 0)) return date;
    }
    return null;
  });
}

function dayNumber(word: Word | undefined): number | null {
  if (word === undefined || word.value === null || !Number.isInteger(word.value)) return null;
  return word.value >= 1 && word.value <= 31 ? word.value : null;
}

function yearAt(words: readonly Word[], at: number): number | null {
  const value = words[at]?.value ?? null;
  return value !== null && Number.isInteger(value) && value >= 2000 && value <= 2100 ? value : null;
}

function dayOfMonth(length: number, dayNo: number, month: number, year: number | null): Part {
  return day(length, (today, sense) => {
    if (year !== null) return plainDate(year, month, dayNo);
    const years = sense === 'past' ? [today.year, today.year - 1] : [today.year, today.year + 1];
    const dates = years.map((each) => plainDate(each, month, dayNo));
    const fits = dates.find((date) => {
      if (date === null) return false;
      const order = Temporal.PlainDate.compare(date, today);
      return sense === 'past' ? order <= 0 : order >= 0;
    });
    return fits ?? null;
  });
}

function day(
  length: number,
  on: (today: Temporal.PlainDate, sense: Sense) => Temporal.PlainDate | null,
): Part {
  return { length, kind: 'date', resolve: (today, sense) => on(today, sense)?.toString() ?? null };
}

function plainDate(year: number, month: number, dayNo: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || dayNo < 1) return null;
  const date = Temporal.PlainDate.from({ year, month, day: dayNo });
  return date.day === dayNo ? date : null;
}

function nearYear(today: Temporal.PlainDate, month: number, sense: Sense): number {
  if (sense === 'past') return month <= today.month ? today.year : today.year - 1;
  return month >= today.month ? today.year : today.year + 1;
}

function yearMonth(year: number, month: number): string {
  return Temporal.PlainYearMonth.from({ year, month }).toString();
}

function monday(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: today.dayOfWeek - 1 });
}

function onOrAfter(today: Temporal.PlainDate, weekdayNo: number, least: number): Temporal.PlainDate {
  const ahead = (weekdayNo - today.dayOfWeek + 7) % 7;
  return today.add({ days: ahead < least ? ahead + 7 : ahead });
}

function onOrBefore(today: Temporal.PlainDate, weekdayNo: number, least: number): Temporal.PlainDate {
  const back = (today.dayOfWeek - weekdayNo + 7) % 7;
  return today.subtract({ days: back < least ? back + 7 : back });
}

function singular(text: string): string {
  return weekdays.has(text) ? text : text.replace(/s$/u, '');
}
