/** The limits, each at its edge: what is just allowed is kept, what is just beyond is refused by name. */
import { expect, it } from 'vitest';
import type { Clock } from '../../src/services/ports.ts';
import { StorageLimitError } from '../../src/storage/errors.ts';
import type { Storage } from '../../src/storage/storage.ts';
import type { Operation, Row } from '../../src/storage/table-store.ts';
import { all } from './adapters.ts';

const row = (partitionKey: string, rowKey: string, body: unknown = null): Row => ({
  partitionKey,
  rowKey,
  schema: 1,
  body,
});
const inserts = (partitionKey: string, count: number, body: unknown = null): Operation[] =>
  Array.from({ length: count }, (_, index) => ({ op: 'insert', row: row(partitionKey, `r${index}`, body) }));

/** Two UTF-16 units short of the longest body, for the quotation marks. */
const longestText = (letter: string) => letter.repeat(32_766);

interface Refusal {
  readonly of: string;
  readonly limit: string;
  readonly attempt: (storage: Storage, clock: Clock) => Promise<unknown>;
}

const refusals: readonly Refusal[] = [
  ...['/', '\\', '#', '?', '\n', '\u007f', '\u009f', '\ud800', '😀'].map((character) => ({
    of: `U+${character.charCodeAt(0).toString(16)} in a key`,
    limit: 'key-characters',
    attempt: ({ tables }: Storage) => tables.insert('people', row('limits', `a${character}b`)),
  })),
  {
    of: 'a forbidden character in a key that is read',
    limit: 'key-characters',
    attempt: ({ tables }) => tables.get('people', 'a/b', 'r'),
  },
  {
    of: 'a forbidden character in a bound',
    limit: 'key-characters',
    attempt: async ({ tables }) =>
      all(tables.range({ table: 'people', partition: 'limits', rows: { from: 'a?' } })),
  },
  {
    of: 'a forbidden character in the key of a row to delete',
    limit: 'key-characters',
    attempt: ({ tables }) => tables.delete('people', 'limits', 'a#', 'tag'),
  },
  {
    of: 'a key of 513 characters',
    limit: 'key-length',
    attempt: ({ tables }) => tables.put('people', row('limits', 'k'.repeat(513))),
  },
  { of: 'an empty key', limit: 'key-length', attempt: ({ tables }) => tables.insert('people', row('', 'r')) },
  {
    of: 'a body of 32,769 UTF-16 units',
    limit: 'body-length',
    attempt: ({ tables }) => tables.insert('people', row('limits', 'r', `${longestText('é')}x`)),
  },
  {
    of: 'no body',
    limit: 'body-not-json',
    attempt: ({ tables }) => tables.insert('people', { ...row('limits', 'r'), body: undefined }),
  },
  {
    of: 'a body that JSON cannot print',
    limit: 'body-not-json',
    attempt: ({ tables }) => tables.update('people', row('limits', 'r', { count: 1n }), 'tag'),
  },
  {
    of: 'schema 0',
    limit: 'schema-number',
    attempt: ({ tables }) => tables.insert('people', { ...row('limits', 'r'), schema: 0 }),
  },
  {
    of: '101 operations',
    limit: 'operation-count',
    attempt: ({ tables }) => tables.transact('people', 'limits', inserts('limits', 101)),
  },
  {
    of: 'more than 4 MiB in one transaction',
    limit: 'transaction-size',
    attempt: ({ tables }) => tables.transact('people', 'limits', inserts('limits', 65, longestText('é'))),
  },
  {
    of: 'one row twice in a transaction',
    limit: 'same-row-twice',
    attempt: ({ tables }) =>
      tables.transact('people', 'limits', [
        { op: 'put', row: row('limits', 'r') },
        { op: 'delete', rowKey: 'r', etag: 'tag' },
      ]),
  },
  {
    of: 'two partitions in a transaction',
    limit: 'other-partition',
    attempt: ({ tables }) => tables.transact('people', 'limits', [{ op: 'put', row: row('other', 'r') }]),
  },
  {
    of: 'a negative limit',
    limit: 'range-limit',
    attempt: async ({ tables }) => all(tables.range({ table: 'people', partition: 'limits', limit: -1 })),
  },
  {
    of: 'an alarm of 49,153 bytes',
    limit: 'payload-size',
    attempt: ({ alarms }, clock) => alarms.send(`${'é'.repeat(24_576)}x`, clock.now()),
  },
  {
    of: 'half a surrogate pair in an alarm',
    limit: 'payload-characters',
    attempt: ({ alarms }, clock) => alarms.send('\ud800', clock.now()),
  },
  {
    of: 'an alarm in more than seven days',
    limit: 'visible-too-late',
    attempt: ({ alarms }, clock) => alarms.send('late', clock.now().add({ hours: 168, minutes: 1 })),
  },
  { of: '33 alarms at once', limit: 'receive-count', attempt: ({ alarms }) => alarms.receive(33, 30) },
  { of: 'a lease of no time', limit: 'lease-length', attempt: ({ alarms }) => alarms.receive(1, 0) },
  {
    of: 'a lease of more than seven days',
    limit: 'lease-length',
    attempt: ({ alarms }) => alarms.extend(nobodys, 604_801),
  },
  {
    of: 'words instead of a code',
    limit: 'poison-code',
    attempt: ({ alarms }) => alarms.poison(nobodys, 'could not send'),
  },
];

const nobodys = {
  messageId: '00000000-0000-4000-8000-000000000000',
  receipt: 'r',
  payload: 'p',
  dequeueCount: 1,
};

/** Declares the tests; `opened` is asked when they run. */
export function limitsHold(opened: () => { readonly storage: Storage; readonly clock: Clock }): void {
  it.each(refusals)('refuses $of before anything is written', async ({ limit, attempt }) => {
    const { storage, clock } = opened();
    const failure = await attempt(storage, clock).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(StorageLimitError);
    expect(failure).toMatchObject({ code: 'storage-limit', limit });
    expect(await all(storage.tables.range({ table: 'people', partition: 'limits' }))).toEqual([]);
    expect(await storage.alarms.depth()).toBe(0);
  });

  it('keeps the longest keys and the longest body', async () => {
    const { storage } = opened();
    const longest = row('é'.repeat(512), 'k'.repeat(512), longestText('é'));
    expect(await storage.tables.insert('people', longest)).toMatchObject({ ok: true });
    expect(await storage.tables.get('people', longest.partitionKey, longest.rowKey)).toMatchObject(longest);
  });

  it('keeps a transaction of 100 operations and one of nearly 4 MiB', async () => {
    const { storage } = opened();
    expect(await storage.tables.transact('people', 'hundred', inserts('hundred', 100))).toEqual({ ok: true });
    const large = inserts('large', 62, longestText('é'));
    expect(await storage.tables.transact('people', 'large', large)).toEqual({ ok: true });
    expect(await all(storage.tables.range({ table: 'people', partition: 'large' }))).toHaveLength(62);
  });

  it('keeps the largest alarm, the longest wait and the longest lease', async () => {
    const { storage, clock } = opened();
    const payload = 'é'.repeat(24_576);
    await storage.alarms.send('in a week', clock.now().add({ hours: 168 }));
    await storage.alarms.send(payload, clock.now());
    const [alarm, ...others] = await storage.alarms.receive(32, 604_800);
    expect(others).toEqual([]);
    expect(alarm?.payload).toBe(payload);
    if (alarm !== undefined) await storage.alarms.poison(alarm, 'E_TOO_LARGE');
    expect(await storage.alarms.poisoned()).toEqual([{ payload, code: 'E_TOO_LARGE' }]);
  });
}
