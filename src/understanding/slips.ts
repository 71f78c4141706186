/**
 * How many slips lie between two words (letters added, left out, mistaken or swapped with their neighbour), given up
 * with `reach + 1` as soon as there are more than `reach`.
 */
export function slips(a: string, b: string, reach: number): number {
  let older: readonly number[] = [];
  let old: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = rowOf(a, b, i, old, older);
    if (Math.min(...row) > reach) return reach + 1;
    older = old;
    old = row;
  }
  return Math.min(old[b.length] ?? reach + 1, reach + 1);
}

function rowOf(
  a: string,
  b: string,
  i: number,
  old: readonly number[],
  older: readonly number[],
): readonly number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const changed = (old[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const least = Math.min(changed, (old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    row.push(swapped ? Math.min(least, (older[j - 2] ?? 0) + 1) : least);
  }
  return row;
}
