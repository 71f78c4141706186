/**
 * Makes once what is asked for again: the last value for a key that is never changed, as long as the key lives and the
 * other arguments are the same ones. Nothing can be told from outside but the time that it takes.
 */
export function kept<Key extends object, Rest extends readonly unknown[], Value>(
  make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  const last = new WeakMap<Key, { readonly rest: Rest; readonly value: Value }>();
  return (key, ...rest) => {
    const known = last.get(key);
    if (known?.rest.every((one, n) => Object.is(one, rest[n])) === true) return known.value;
    const value = make(key, ...rest);
    last.set(key, { rest, value });
    return value;
  };
}
