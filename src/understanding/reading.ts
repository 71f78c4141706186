import { type DateMention, datesIn } from './dates.ts';
import { type ConceptName, isGlue, isKnownWord, phraseAt } from './lexicon.ts';
import { withSlipsMended } from './mending.ts';
import { type NamedPerson, personIn } from './person.ts';
import { type Word, wordsOf } from './words.ts';

/** A stretch of a message that stands for something. */
export interface Span {
  readonly from: number;
  readonly length: number;
  readonly concepts: readonly ConceptName[];
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

/** The words in small letters that the vocabulary does not hold as they are typed: a name, a slip, or nothing of ours. */
export function strangeWords(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => word.kind === 'word' && word.value === null && !word.capital && !isGlue(word.text))
    .filter((word) => word.possessiveOf === null && !isKnownWord(word.text))
    .map((word) => word.text);
}

export function readWords(typed: readonly Word[]): Reading {
  const firstDates = datesIn(typed);
  const firstPerson = personIn(typed, placesOf(firstDates));
  const keep = new Set([...placesOf(firstDates), ...placesOf(firstPerson === null ? [] : [firstPerson])]);
  const { words, movedTo } = withSlipsMended(typed, keep);
  const person = firstPerson === null ? null : { ...firstPerson, from: movedTo(firstPerson.from) };
  const dates = words === typed ? firstDates : datesIn(words);
  const texts = words.map((word) => word.text);
  return { words, texts, dates, person, ...spansOf(words, texts, dates, person) };
}

function placesOf(stretches: readonly { from: number; length: number }[]): ReadonlySet<number> {
  return new Set(stretches.flatMap(({ from, length }) => Array.from({ length }, (_, i) => from + i)));
}

function spansOf(
  words: readonly Word[],
  texts: readonly string[],
  dates: readonly DateMention[],
  person: NamedPerson | null,
): Pick<Reading, 'spans' | 'unexplained'> {
  const named = [
    ...dates.map((date) => span(date.from, date.length, date.kind)),
    ...(person === null ? [] : [span(person.from, person.length, 'person')]),
  ];
  const spans: Span[] = [];
  const unexplained: string[] = [];
  let at = 0;
  while (at < words.length) {
    const found = named.find((each) => each.from === at) ?? wordSpan(words, texts, at, named);
    const word = words[at];
    if (found !== null) spans.push(found);
    else if (word !== undefined && word.kind !== 'symbol' && !isGlue(word.text)) unexplained.push(word.text);
    at += found?.length ?? 1;
  }
  return { spans, unexplained };
}

/** A phrase may not run into a date or a name. */
function wordSpan(
  words: readonly Word[],
  texts: readonly string[],
  at: number,
  named: readonly Span[],
): Span | null {
  const limit = Math.min(words.length, ...named.map(({ from }) => from).filter((from) => from > at));
  const phrase = phraseAt(texts.slice(at, limit));
  if (phrase !== null) {
    return { from: at, length: phrase.words.length, concepts: phrase.concepts, inner: phrase.inner };
  }
  const word = words[at];
  if (word?.kind === 'date') return span(at, 1, 'date');
  if (word === undefined || word.value === null) return null;
  const months = /^(?:m|mth|mths|mnth|month|months|monthly)$/u.test(texts[at + 1] ?? '');
  return months ? span(at, 2, 'stage') : span(at, 1, 'number');
}

function span(from: number, length: number, concept: ConceptName): Span {
  return { from, length, concepts: [concept], inner: [] };
}
