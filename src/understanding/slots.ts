import type { Temporal } from 'temporal-polyfill';
import { countIn, hoursIn } from './amounts.ts';
import type { Sense } from './calendar-words.ts';
import { phrasesOf } from './concept.ts';
import type { Intent, ReviewStage, Slots } from './intents.ts';
import type { Reading } from './reading.ts';
import { seriesWords, stageWords } from './series.ts';
import { isTentative } from './tentative.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const looksBack: ReadonlySet<Intent> = new Set([
  'record-supervision',
  'protected-time',
  'report',
  'retention',
  'overdue',
]);
const looksAhead = /^(?:cant|cannot|wont|unable|isnt|not)\b/u;
const stagePhrases = (Object.entries(stageWords) as [ReviewStage, string][]).flatMap(([stage, list]) =>
  phrasesOf(list).map((phrase) => [phrase, stage] as const),
);
/** Longest first: "case supervision" before "supervision with my manager" before "case". */
const seriesPhrases = seriesWords
  .flatMap(({ series, words }) => phrasesOf(words).map((phrase) => [phrase, series] as const))
  .sort(([a], [b]) => b.length - a.length);
const stageOf: ReadonlyMap<number, ReviewStage> = new Map([
  [3, '3m'],
  [6, '6m'],
  [9, '9m'],
  [12, '12m'],
]);
const pronouns: ReadonlySet<string> = new Set(['his', 'her', 'hers', 'he', 'she', 'him']);
/** In these a day means nothing: "thanks for your help today". */
const dateless: ReadonlySet<Intent> = new Set([
  'greeting',
  'thanks',
  'help',
  'wellbeing',
  'people',
  'handbook',
  'raise-concern',
  'concerns',
  'move-team',
  'move-team-status',
  'withdraw-move',
]);
const aboutSomebody: ReadonlySet<Intent> = new Set([
  'next-review',
  'next-supervision',
  'whats-next',
  'my-year',
  'why-date',
  'caseload',
  'overdue',
  'protected-time',
]);

/** The particulars that a message gives for what it asks. `before` is whom the conversation was about. */
export function slotsOf(reading: Reading, intent: Intent, today: Temporal.PlainDate, before?: string): Slots {
  const found = {
    stage: stageCounts(intent) ? stageIn(reading) : null,
    series: seriesIn(reading),
    sequence: intent === 'why-date' ? sequenceIn(reading) : null,
    person: reading.person?.name ?? pronounIn(reading, intent, before) ?? null,
    happened: intent === 'record-supervision' && saysNotHappened(reading) ? false : null,
    count: intent === 'caseload' || intent === 'wellbeing' ? countIn(reading) : null,
    hours: intent === 'protected-time' ? hoursIn(reading) : null,
    books: asksForPlace(reading, intent),
    ...(dateless.has(intent) ? {} : daysIn(reading, intent, today)),
  };
  const said: Slots = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
  return intent === 'caseload' && saysNumber(reading) && isTentative(reading, said, today)
    ? { ...said, tentative: true }
    : said;
}

/** "What's my caseload" says no number, and is asked for one anyhow. */
function saysNumber(reading: Reading): boolean {
  return reading.spans.some((span) => span.concepts.includes('number'));
}

function saysNotHappened(reading: Reading): boolean {
  return reading.spans.some((span) => span.concepts.includes('notHappened'));
}

/** "Can I book …?", "how do I book …" and "is there one to book" want to be shown something first. */
const opensQuestion =
  /^(?:can|could|may|how|what|when|whats|whens|where|which|who|is|are|do|does|did|should|any|would it)$/u;

function asksForPlace(reading: Reading, intent: Intent): true | null {
  if (intent !== 'learning-sets') return null;
  const asksFirst = reading.texts.slice(0, 3).some((text) => opensQuestion.test(text));
  return !asksFirst && reading.spans.some((span) => span.concepts.includes('book')) ? true : null;
}

function stageCounts(intent: Intent): boolean {
  return [
    'next-review',
    'why-date',
    'whats-next',
    'handbook',
    'people',
    'overdue',
    'record-supervision',
    'raise-concern',
  ].includes(intent);
}

function seriesNamed(reading: Reading) {
  const line = ` ${reading.texts.join(' ')} `;
  return seriesPhrases.find(([phrase]) => line.includes(` ${phrase} `));
}

const seriesIn = (reading: Reading): string | null => seriesNamed(reading)?.[1] ?? null;

/** Says that a number after a series is not its place in it: "case supervision 2 weeks late". */
const units = /^(?:days?|weeks?|wks?|months?|mths?|hours?|hrs?|minutes?|mins?|oclock|am|pm)$/u;
const betweenSeriesAndNumber = /^(?:number|no|nr|num|session)$/u;

/** 5 in "why is reflective supervision 5 on a Tuesday", unless the number belongs to a date. */
function sequenceIn(reading: Reading): number | null {
  const phrase = seriesNamed(reading)?.[0].split(' ');
  if (phrase === undefined) return null;
  const { texts, words, dates } = reading;
  const from = texts.findIndex((_, at) => phrase.every((word, offset) => texts[at + offset] === word));
  const after = from + phrase.length;
  const at = betweenSeriesAndNumber.test(texts[after] ?? '') ? after + 1 : after;
  const value = words[at]?.value ?? 0;
  const isPartOfDate = dates.some((date) => date.from <= at && at < date.from + date.length);
  const isPlace = Number.isInteger(value) && value > 0 && !isPartOfDate && !units.test(texts[at + 1] ?? '');
  return from >= 0 && isPlace ? value : null;
}

function stageIn(reading: Reading): ReviewStage | null {
  const line = reading.texts.join(' ');
  for (const [phrase, stage] of stagePhrases) if (` ${line} `.includes(` ${phrase} `)) return stage;
  for (const [index, word] of reading.words.entries()) {
    const unit = reading.texts[index + 1] ?? '';
    const stage = stageOf.get(word.value ?? 0);
    if (stage !== undefined && /^(?:m|mth|mths|mnth|month|months|monthly)$/u.test(unit)) return stage;
  }
  return null;
}

/** "His next review" is about whoever was spoken of; "my SP, when am I seeing her" is still about oneself. */
function pronounIn(reading: Reading, intent: Intent, before: string | undefined): string | undefined {
  if (!aboutSomebody.has(intent) || reading.spans.some((span) => span.concepts.includes('function')))
    return undefined;
  const pronoun = reading.texts.find((text) => pronouns.has(text));
  return pronoun === undefined ? undefined : (before ?? pronoun);
}

function daysIn(reading: Reading, intent: Intent, today: Temporal.PlainDate): Slots {
  const sense = senseOf(reading, intent);
  const slots: Mutable<Slots> = {};
  for (const mention of reading.dates) {
    const value = mention.resolve(today, sense);
    if (value === null) continue;
    if (mention.kind === 'date') slots.date ??= value;
    else slots.month ??= value;
  }
  return slots;
}

/** A record tells of what has been; "I can't make Tuesday" is about one that has not. */
function senseOf(reading: Reading, intent: Intent): Sense {
  if (!looksBack.has(intent)) return 'future';
  const ahead = reading.spans.some(
    (span) =>
      span.concepts.includes('notHappened') &&
      looksAhead.test(reading.texts.slice(span.from, span.from + span.length).join(' ')),
  );
  return ahead ? 'future' : 'past';
}
