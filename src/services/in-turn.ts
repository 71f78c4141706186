/** For each store, those who wait for the same thing: the end of the last one's turn. */
const lastTurns = new WeakMap<object, Map<string, Promise<void>>>();

/**
 * Lets those who change the same thing in this process do it one after the other, so that fifty who press at once do not
 * all read, collide and read again. `isFirst` is false for whoever had to wait: what they read before is old. Between
 * processes nothing is promised: there the version decides.
 */
export async function inTurn<Result>(
  store: object,
  name: string,
  act: (isFirst: boolean) => Promise<Result>,
): Promise<Result> {
  const turns = lastTurns.get(store) ?? new Map<string, Promise<void>>();
  lastTurns.set(store, turns);
  const before = turns.get(name);
  const mine = before === undefined ? act(true) : before.then(() => act(false));
  const ended = mine.then(
    () => {},
    () => {},
  );
  turns.set(name, ended);
  try {
    return await mine;
  } finally {
    if (turns.get(name) === ended) turns.delete(name);
  }
}
