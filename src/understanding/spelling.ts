import { slips } from './slips.ts';

/**
 * Mends slips of the keyboard: a missing, doubled, wrong or swapped letter in a word long enough to be recognised.
 * A word of up to three letters is never mended, one of up to six by one slip, a longer one by two; letters that are
 * all there but in disorder ("rveiw") are allowed one slip more.
 */
export interface SpellingBook {
  /** The word that was probably meant, or null when none is near enough or two are equally near. */
  mend(text: string): string | null;
}

interface Shelves {
  readonly all: ReadonlySet<string>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

const shortestMended = 4;
const longestMended = 20;
/** How many answers are remembered; more would only help somebody who types gibberish at the bot. */
const remembers = 2_000;

export function spellingBook(words: Iterable<string>): SpellingBook {
  const all = new Set(words);
  const byLength = Map.groupBy(
    [...all].filter((word) => word.length >= shortestMended),
    (word) => word.length,
  );
  const remembered = new Map<string, string | null>();
  return {
    mend(text) {
      const known = remembered.get(text);
      if (known !== undefined) return known;
      const mended = drawnOut(text, all) ?? nearest(text, { all, byLength });
      if (remembered.size > remembers) remembered.clear();
      remembered.set(text, mended);
      return mended;
    },
  };
}

/** "heyyy" and "pleeease". */
function drawnOut(text: string, all: ReadonlySet<string>): string | null {
  const shorter = [text.replace(/(.)\1{2,}/gu, '$1$1'), text.replace(/(.)\1+/gu, '$1')];
  return shorter.find((each) => each !== text && all.has(each)) ?? null;
}

interface Nearest {
  readonly word: string | null;
  readonly distance: number;
  readonly tied: boolean;
}

function nearest(text: string, { byLength }: Shelves): string | null {
  if (text.length < shortestMended || text.length > longestMended) return null;
  const reach = text.length <= 6 ? 1 : 2;
  let best: Nearest = { word: null, distance: reach + 1, tied: false };
  // Longer words first: a letter is more often left out than added.
  for (let length = text.length + reach; length >= text.length - reach; length -= 1) {
    for (const word of byLength.get(length) ?? []) best = nearer(best, text, word, reach);
  }
  return best.tied ? null : best.word;
}

function nearer(best: Nearest, text: string, word: string, reach: number): Nearest {
  if (!beginsAlike(text, word)) return best;
  const measured = slips(text, word, reach + 1);
  const distance = measured === reach + 1 && reach === 1 && isScrambled(text, word) ? reach : measured;
  if (distance > reach || distance > best.distance) return best;
  if (distance < best.distance) return { word, distance, tied: false };
  const tied = word.length === best.word?.length ? !isSameFamily(best.word, word) : best.tied;
  return { ...best, tied };
}

/** People rarely mistake the first letter; they do swap the first two. */
function beginsAlike(text: string, word: string): boolean {
  return text[0] === word[0] || (text[0] === word[1] && text[1] === word[0]);
}

/** All the same letters but at most one, in another order. */
function isScrambled(text: string, word: string): boolean {
  if (text.length < 5 || text[0] !== word[0] || text.at(-1) !== word.at(-1)) return false;
  const left = [...word];
  for (const letter of text) {
    const at = left.indexOf(letter);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length <= 1;
}

/** "review" and "reviews" are no tie: either will do. */
function isSameFamily(one: string, other: string): boolean {
  return one.slice(0, 4) === other.slice(0, 4);
}
