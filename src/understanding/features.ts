import type { Reading } from './reading.ts';

/** How many numbers a message is turned into at most; features that meet in one share it. */
export const buckets = 2_048;
/** Parts of words say less than words. */
const partWeight = 0.5;
const unexplainedWeight = 0.7;
/** What speaks for an intent before anything was said. */
const always = 0.3;

/**
 * A message as the second opinion sees it: words and pairs of words as mended, parts of words, and the concepts that
 * they stand for, counted into buckets and scaled to length 1. Names, numbers and dates count as such, whichever they are.
 */
export function featuresOf(reading: Reading): ReadonlyMap<number, number> {
  const counted = new Map<number, number>();
  const count = (feature: string, weight = 1): void => {
    const bucket = bucketOf(feature);
    counted.set(bucket, (counted.get(bucket) ?? 0) + weight);
  };
  const words = wordsIn(reading);
  for (const word of words) {
    count(`word ${word}`);
    for (const part of partsOf(word)) count(`part ${part}`, partWeight);
  }
  const framed = ['^', ...words, '$'];
  for (const [at, word] of framed.slice(1).entries()) count(`pair ${framed[at]} ${word}`);
  for (const name of reading.spans.flatMap(({ concepts }) => concepts)) count(`concept ${name}`);
  for (const _ of reading.unexplained) count('unexplained', unexplainedWeight);
  const length = Math.sqrt([...counted.values()].reduce((sum, value) => sum + value * value, 0));
  const scaled = new Map([...counted].map(([bucket, value]) => [bucket, value / length]));
  const first = bucketOf('always');
  return scaled.set(first, (scaled.get(first) ?? 0) + always);
}

function wordsIn({ texts, words, spans }: Reading): readonly string[] {
  const named = new Map(
    spans
      .filter(({ concepts }) => concepts.includes('person') || concepts.includes('date'))
      .flatMap(({ from, length, concepts }) =>
        Array.from({ length }, (_, at) => [from + at, `<${concepts[0]}>`] as const),
      ),
  );
  return texts.map((text, at) => named.get(at) ?? (words[at]?.value == null ? text : '<number>'));
}

/** Every three and four letters in a row, with the word's ends marked: what slips of the keyboard leave standing. */
function partsOf(word: string): readonly string[] {
  if (word.startsWith('<')) return [];
  const marked = `<${word}>`;
  return [3, 4].flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, at) => marked.slice(at, at + length)),
  );
}

/** FNV-1a: small, quick, and the same everywhere. */
function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % buckets;
}
