/** Many writers at once: the store lets exactly one win. */
import { expect } from 'vitest';
import type { TableStore } from '../../src/storage/table-store.ts';

/** `stores` are connections to one store. */
export async function oneWriterWins(stores: readonly TableStore[]): Promise<void> {
  const key = { partitionKey: 'race', rowKey: 'place', schema: 1 };
  const [first] = stores;
  if (first === undefined) throw new Error('A race needs a store.');
  const racing = Array.from({ length: 12 }, (_, index) => stores[index % stores.length] ?? first);

  const inserted = await Promise.all(
    racing.map((store, by) => store.insert('people', { ...key, body: { by } })),
  );
  expect(inserted.filter(({ ok }) => ok)).toHaveLength(1);

  const stands = await first.get('people', key.partitionKey, key.rowKey);
  expect(stands?.body).toEqual({ by: inserted.findIndex(({ ok }) => ok) });
  const etag = stands?.etag ?? '';
  const updated = await Promise.all(
    racing.map((store, by) =>
      by % 2 === 0
        ? store.update('people', { ...key, body: { by } }, etag)
        : store.transact('people', 'race', [{ op: 'update', row: { ...key, body: { by } }, etag }]),
    ),
  );
  expect(updated.filter(({ ok }) => ok)).toHaveLength(1);
  const after = await first.get('people', key.partitionKey, key.rowKey);
  expect(after?.body).toEqual({ by: updated.findIndex(({ ok }) => ok) });
}
