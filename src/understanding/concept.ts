/** A group of words that say the same, for the questions (questions.ts) to be written in. */
export interface Concept {
  /** How much it says about what was meant: for a question that expects it, against one that leaves it over. */
  readonly weight: number;
  /** Never counts against a question. */
  readonly background?: true;
  /** Phrases parted by commas, over as many lines as they need, lower case, without apostrophes. */
  readonly words: string;
}

/** The phrases of a list that is written over several lines. */
export function phrasesOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/gu, ' '))
    .filter((phrase) => phrase !== '');
}
