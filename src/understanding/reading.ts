import { type DateMention, datesIn } from './dates.ts';
import { type ConceptName, concepts, isGlue, mended, phraseAt } from './lexicon.ts';
import { type NamedPerson, personIn } from './person.ts';
import { type Word, wordsOf } from './words.ts';

/** A stretch of a message that stands for something. */
export interface Span {
  readonly from: number;
  readonly length: number;
  readonly concepts: readonly ConceptName[];
  readonly series: string | null;
  /** What single words inside the phrase would say by themselves. */
  readonly inner: readonly ConceptName[];
}

/** A message, or a clause of one, as far as its words are known. */
export interface Reading {
  readonly words: readonly Word[];
  readonly texts: readonly string[];
  readonly spans: readonly Span[];
  readonly dates: readonly DateMention[];
  readonly person: NamedPerson | null;
  /** Words that mean something, but nothing to this bot. */
  readonly unexplained: readonly string[];
}

/** Reads a message: dates first, then people, then the vocabulary, with slips mended on the way. */
export function read(text: string): Reading {
  return readWords(wordsOf(text));
}

export function readWords(typed: readonly Word[]): Reading {
  const { words, dates, person } = withSlipsMended(typed);
  const texts = words.map((word) => word.text);
  const spans: Span[] = [];
  const unexplained: string[] = [];
  let at = 0;
  while (at < words.length) {
    const span =
      formSpan(words, dates, person, at) ??
      phraseSpan(texts, at, spanLimit(dates, person, at, words.length)) ??
      numberSpan(words, at);
    if (span !== null) {
      spans.push(span);
      at += span.length;
      continue;
    }
    const word = words[at];
    if (word !== undefined && word.kind !== 'symbol' && !isGlue(word.text)) unexplained.push(word.text);
    at += 1;
  }
  return { words, texts, spans, dates, person, unexplained };
}

/** A word mended into two moves everything behind it, so dates and people are found on the mended words. */
function withSlipsMended(typed: readonly Word[]): Pick<Reading, 'words' | 'dates' | 'person'> {
  const firstDates = datesIn(typed);
  const firstTaken = takenBy(firstDates);
  const firstPerson = personIn(typed, firstTaken);
  const keep = new Set(firstTaken);
  if (firstPerson !== null) for (let i = 0; i < firstPerson.length; i += 1) keep.add(firstPerson.from + i);
  const words: Word[] = [];
  const moved = new Map<number, number>();
  for (const [index, word] of typed.entries()) {
    moved.set(index, words.length);
    const better =
      keep.has(index) || word.kind !== 'word' ? null : (mended(word.text) ?? mendedPossessive(word));
    if (better === null) words.push(word);
    else for (const text of better) words.push({ ...word, text, possessiveOf: null });
  }
  const place = (from: number): number => moved.get(from) ?? from;
  return {
    words,
    dates:
      words.length === typed.length && words.every((word, i) => word.text === typed[i]?.text)
        ? firstDates
        : datesIn(words),
    person: firstPerson === null ? null : { ...firstPerson, from: place(firstPerson.from) },
  };
}

function mendedPossessive(word: Word): readonly string[] | null {
  return word.possessiveOf === null
    ? null
    : phraseAt([word.possessiveOf], 0) !== null
      ? [word.possessiveOf]
      : mended(word.possessiveOf);
}

function takenBy(dates: readonly DateMention[]): ReadonlySet<number> {
  return new Set(dates.flatMap((date) => Array.from({ length: date.length }, (_, i) => date.from + i)));
}

function formSpan(
  words: readonly Word[],
  dates: readonly DateMention[],
  person: NamedPerson | null,
  at: number,
): Span | null {
  const date = dates.find((each) => each.from === at);
  if (date !== undefined)
    return { from: at, length: date.length, concepts: [date.kind], series: null, inner: [] };
  if (person?.from === at)
    return { from: at, length: person.length, concepts: ['person'], series: null, inner: [] };
  return words[at]?.kind === 'date'
    ? { from: at, length: 1, concepts: ['date'], series: null, inner: [] }
    : null;
}

/** A phrase may not run into a date or a name. */
function spanLimit(
  dates: readonly DateMention[],
  person: NamedPerson | null,
  at: number,
  end: number,
): number {
  const starts = [...dates.map((date) => date.from), person?.from ?? end].filter((from) => from > at);
  return Math.min(end, ...starts);
}

function phraseSpan(texts: readonly string[], at: number, limit: number): Span | null {
  const phrase = phraseAt(texts.slice(0, limit), at);
  return phrase === null
    ? null
    : {
        from: at,
        length: phrase.words.length,
        concepts: phrase.concepts,
        series: phrase.series,
        inner: phrase.inner,
      };
}

function numberSpan(words: readonly Word[], at: number): Span | null {
  if (words[at]?.value === null || words[at] === undefined) return null;
  const unit = words[at + 1]?.text ?? '';
  const stage = /^(?:m|mth|mths|month|months|monthly|mnth)$/u.test(unit);
  return { from: at, length: stage ? 2 : 1, concepts: [stage ? 'stage' : 'number'], series: null, inner: [] };
}

/** How much a concept says, and whether it may stand unexplained. */
export function weightOf(name: ConceptName): { readonly weight: number; readonly background: boolean } {
  const concept = concepts[name];
  return { weight: concept.weight, background: 'background' in concept };
}
