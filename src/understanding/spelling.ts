/**
 * Mends slips of the keyboard: a missing, doubled, wrong or swapped letter in a word long enough to be recognised.
 * A word of up to three letters is never mended, one of up to six by one slip, a longer one by two.
 */
export interface SpellingBook {
  /** The word that was probably meant, or null when none is near enough or two are equally near. */
  mend(text: string): string | null;
}

export function spellingBook(words: Iterable<string>): SpellingBook {
  const byLength = new Map<number, string[]>();
  const all = new Set<string>();
  for (const word of words) {
    if (word.length < 4 || all.has(word)) continue;
    all.add(word);
    const same = byLength.get(word.length) ?? [];
    same.push(word);
    byLength.set(word.length, same);
  }
  const remembered = new Map<string, string | null>();
  return {
    mend(text) {
      const known = remembered.get(text);
      if (known !== undefined) return known;
      const mended = nearest(text, all, byLength);
      if (remembered.size > 2_000) remembered.clear();
      remembered.set(text, mended);
      return mended;
    },
  };
}

function nearest(
  text: string,
  all: ReadonlySet<string>,
  byLength: ReadonlyMap<number, string[]>,
): string | null {
  for (const shorter of [text.replace(/(.)\1{2,}/gu, '$1$1'), text.replace(/(.)\1{1,}/gu, '$1')]) {
    if (shorter !== text && all.has(shorter)) return shorter;
  }
  if (text.length < 4 || text.length > 20) return null;
  const reach = text.length <= 6 ? 1 : 2;
  let best: string | null = null;
  let bestDistance = reach + 1;
  let tied = false;
  for (let length = text.length + reach; length >= text.length - reach; length -= 1) {
    for (const word of byLength.get(length) ?? []) {
      if (!beginsAlike(text, word)) continue;
      const distance = slips(text, word, reach);
      if (distance < bestDistance) {
        best = word;
        bestDistance = distance;
        tied = false;
      } else if (distance === bestDistance && distance <= reach && word.length === best?.length)
        tied = !sameFamily(best, word);
    }
  }
  return tied ? null : best;
}

/** People rarely mistake the first letter; they do swap the first two. */
function beginsAlike(text: string, word: string): boolean {
  return text[0] === word[0] || (text[0] === word[1] && text[1] === word[0]);
}

/** "review" and "reviews" are no tie: either will do. */
function sameFamily(one: string | null, other: string): boolean {
  return one !== null && one.slice(0, 4) === other.slice(0, 4);
}

/** Damerau-Levenshtein (optimal string alignment), given up as soon as it exceeds `reach`. */
export function slips(a: string, b: string, reach: number): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const changed = (old[j - 1] ?? 0) + (same ? 0 : 1);
      let least = Math.min(changed, (old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > reach) return reach + 1;
    older = old;
    old = row;
  }
  return old[b.length] ?? reach + 1;
}
