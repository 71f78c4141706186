import { isKnownWord, isOwnWord, mended } from './lexicon.ts';
import type { Word } from './words.ts';

export interface Mended {
  readonly words: readonly Word[];
  /** Where a word of the message as typed stands now: words written together have been parted. */
  readonly movedTo: (at: number) => number;
}

/** Puts the words that were meant in the place of slips; dates and names (`keep`) stay as they are. */
export function withSlipsMended(typed: readonly Word[], keep: ReadonlySet<number>): Mended {
  const pieces = typed.map((word, at) => (keep.has(at) ? [word] : meantBy(word)));
  if (pieces.every((piece, at) => piece[0] === typed[at])) return { words: typed, movedTo: (at) => at };
  return {
    words: pieces.flat(),
    movedTo: (at) => pieces.slice(0, at).reduce((length, piece) => length + piece.length, 0),
  };
}

function meantBy(word: Word): readonly Word[] {
  if (word.kind !== 'word' || word.value !== null) return [word];
  if (isKnownWord(word.text)) return [word];
  const owner = word.possessiveOf;
  const better =
    (owner !== null && isOwnWord(owner) ? [owner] : null) ??
    mended(word.text) ??
    (owner === null ? null : mended(owner));
  return better === null ? [word] : better.map((text) => ({ ...word, text, possessiveOf: null }));
}
