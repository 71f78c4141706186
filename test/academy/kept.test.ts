import { expect, it } from 'vitest';
import { kept } from '../../src/academy/kept.ts';

it('makes once what is asked for again with the same arguments, and anew with others', () => {
  const made: string[] = [];
  const joined = kept((key: { readonly name: string }, one: object, other: number) => {
    made.push(`${key.name} ${other}`);
    return { key, one, other };
  });
  const [amara, tom, one] = [{ name: 'Amara' }, { name: 'Tom' }, {}];

  const first = joined(amara, one, Number.NaN);
  expect(joined(amara, one, Number.NaN)).toBe(first);
  expect(joined(tom, one, Number.NaN)).toEqual({ key: tom, one, other: Number.NaN });
  expect(joined(amara, one, Number.NaN)).toBe(first);
  expect(made).toEqual(['Amara NaN', 'Tom NaN']);

  // One of several arguments is another: it is made again, and only the last is kept.
  expect(joined(amara, one, 1)).toEqual({ key: amara, one, other: 1 });
  expect(joined(amara, {}, 1)).not.toBe(first);
  expect(joined(amara, one, Number.NaN)).not.toBe(first);
  expect(made).toEqual(['Amara NaN', 'Tom NaN', 'Amara 1', 'Amara 1', 'Amara NaN']);
});
