/** So many at a time keep the store busy; all of an academy at once would only queue, in memory and at the account. */
const atOnce = 24;

/** Does the work for each of them, a few at once, and gives back the results in the order of the list. */
export async function eachOf<One, Result>(
  list: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const waiting = list.entries();
  const worker = async () => {
    for (const [index, one] of waiting) results.set(index, await work(one));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker));
  return list.flatMap((_, index) => {
    const result = results.get(index);
    return result === undefined ? [] : [result];
  });
}
