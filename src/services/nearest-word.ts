/** Number of single letters to add, leave out, change, or swap with their neighbour to get from one word to the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swapped ? at(i - 2, j - 2) + 1 : change));
    }
  }
  return at(a.length, b.length);
}

const plain = (word: string) =>
  word
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/**
 * The known word that somebody most likely meant, or undefined when none is close: at most a third of its letters
 * may differ, or the one must begin with the other ("monday" for `mon`).
 */
export function nearestWord<Word extends string>(typed: string, known: readonly Word[]): Word | undefined {
  const wanted = plain(typed);
  if (wanted === '') return undefined;
  const begun = known.find(
    (word) => wanted.length >= 3 && (wanted.startsWith(plain(word)) || plain(word).startsWith(wanted)),
  );
  const ranked = known
    .map((word) => ({ word, away: distance(wanted, plain(word)) }))
    .sort((a, b) => a.away - b.away);
  const best = ranked[0];
  if (best === undefined) return begun;
  if (best.away <= Math.max(1, Math.floor(best.word.length / 3))) return best.word;
  return begun;
}

/** ` – did you mean x?`, or nothing when no known word is close. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const nearest = nearestWord(typed, known);
  return nearest === undefined ? '' : ` – did you mean ${nearest}?`;
}
