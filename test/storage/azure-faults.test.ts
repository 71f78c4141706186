/** One fault at a time: what the Azure adapter makes of it, and what it tells. */
import { TableClient } from '@azure/data-tables';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conditionalDeletes } from '../../src/storage/azure-conditional-deletes.ts';
import { openAzureStorage } from '../../src/storage/azure-storage.ts';
import { StorageRefusedError, StorageUnavailableError } from '../../src/storage/errors.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { type Azurite, connectionStringFor, startAzurite } from '../support/azurite.ts';
import { type Fault, type FaultProxy, faults, startFaultProxy } from '../support/fault-proxy.ts';
import { all, briskAttempts, newId, realClock } from './adapters.ts';

let azurite: Azurite;
let tables: FaultProxy;
let queues: FaultProxy;
let connectionString: string;
/** Behind the proxies. */
let storage: Storage;
/** Straight to the emulator. */
let direct: Storage;
let opened = 0;

const options = { clock: realClock, newId, attempts: { ...briskAttempts, deadlineMilliseconds: 400 } };
const rawTable = (name: string): TableClient =>
  TableClient.fromConnectionString(azurite.connectionString, name, { allowInsecureConnection: true });
const failureOf = (work: Promise<unknown>): Promise<unknown> => work.catch((cause: unknown) => cause);

beforeAll(async () => {
  azurite = await startAzurite();
  tables = await startFaultProxy(azurite.tableAddress);
  queues = await startFaultProxy(azurite.queueAddress);
  connectionString = connectionStringFor(tables.address, queues.address);
});
afterAll(async () => {
  await Promise.all([tables.stop(), queues.stop()]);
  await azurite.stop();
});
beforeEach(async () => {
  opened += 1;
  const prefix = `case${opened}`;
  const patient = { ...options, attempts: briskAttempts, prefix };
  direct = await openAzureStorage({ connectionString: azurite.connectionString }, patient);
  storage = await openAzureStorage({ connectionString }, { ...options, prefix });
});
afterEach(async () => {
  tables.plan([]);
  queues.plan([]);
  await Promise.all([storage.close(), direct.close()]);
});

const row = (rowKey: string, body: unknown) => ({ partitionKey: 'p', rowKey, schema: 1, body });
const passing = faults.filter((fault) => fault !== 'none');

describe('a write whose first try meets a fault', () => {
  it.each(passing)('takes effect once and is known to have: %s', async (fault: Fault) => {
    const strike = () => tables.plan([fault]);
    strike();
    const inserted = await storage.tables.insert('people', row('r', 'inserted'));
    expect(inserted).toMatchObject({ ok: true });
    strike();
    const updated = inserted.ok && (await storage.tables.update('people', row('r', 'new'), inserted.etag));
    expect(updated).toMatchObject({ ok: true });
    const stands = await direct.tables.get('people', 'p', 'r');
    expect(updated).toMatchObject({ etag: stands?.etag });
    strike();
    const operations = [
      { op: 'delete' as const, rowKey: 'r', etag: stands?.etag ?? '' },
      { op: 'insert' as const, row: row('s', 'in its place') },
    ];
    expect(await storage.tables.transact('people', 'p', operations)).toEqual({ ok: true });
    const left = await all(direct.tables.range({ table: 'people', partition: 'p' }));
    expect(left.map(({ rowKey }) => rowKey)).toEqual(['s']);
    strike();
    expect(await storage.tables.delete('people', 'p', 's', left[0]?.etag ?? '')).toMatchObject({ ok: true });
    expect(tables.struck(fault)).toBeGreaterThanOrEqual(4);
  });

  it('is recognised by any row of its transaction, when another has been changed since', async () => {
    const slow = { ...briskAttempts, pauseMilliseconds: 1_500 };
    const prefix = `case${opened}`;
    const waiting = await openAzureStorage({ connectionString }, { ...options, attempts: slow, prefix });
    tables.plan(['lost-reply']);
    const operations = ['a', 'b'].map((key) => ({ op: 'insert' as const, row: row(key, 'mine') }));
    const result = waiting.tables.transact('people', 'p', operations);
    // The reply is lost only after the emulator has answered, so the row is soon there; then somebody takes it.
    await expect.poll(() => direct.tables.get('people', 'p', 'a'), { interval: 20 }).toBeDefined();
    await direct.tables.put('people', row('a', 'theirs'));
    expect(await result).toEqual({ ok: true });
    expect(await direct.tables.get('people', 'p', 'a')).toMatchObject({ body: 'theirs' });
    await waiting.close();
  });
});

describe('a service that cannot be used', () => {
  it('is unavailable once every try has failed, with the reason and the cause', async () => {
    tables.plan(['busy', 'busy', 'busy', 'busy']);
    const failure = await failureOf(storage.tables.get('people', 'p', 'r'));
    expect(failure).toBeInstanceOf(StorageUnavailableError);
    expect(failure).toMatchObject({ code: 'storage-unavailable', reason: 'ServerBusy' });
    expect(failure).toHaveProperty('cause.statusCode', 503);
  });

  it('is unavailable when it answers too late, and does not hang', async () => {
    tables.plan(['silence', 'silence', 'silence', 'silence']);
    const failure = await failureOf(all(storage.tables.range({ table: 'people', partition: 'p' })));
    expect(failure).toMatchObject({ code: 'storage-unavailable', reason: 'late' });
  });

  it('is unavailable when nothing listens', async () => {
    const gone = await startFaultProxy(azurite.tableAddress);
    await gone.stop();
    const nowhere = connectionStringFor(gone.address, gone.address);
    const failure = await failureOf(openAzureStorage({ connectionString: nowhere }, options));
    expect(failure).toMatchObject({ code: 'storage-unavailable', reason: 'ECONNREFUSED' });
  });

  it('is refused, not unavailable, when the key is wrong', async () => {
    const key = Buffer.from('not the key').toString('base64');
    const wrong = connectionString.replace(/AccountKey=[^;]+/, `AccountKey=${key}`);
    const failure = await failureOf(openAzureStorage({ connectionString: wrong }, options));
    expect(failure).toBeInstanceOf(StorageRefusedError);
    expect(failure).toMatchObject({ code: 'storage-refused', reason: 'AuthorizationFailure' });
  });

  it('is refused, and no row called gone, when a table is missing', async () => {
    await rawTable(`case${opened}people`).deleteTable();
    const missing = { code: 'storage-refused', reason: 'TableNotFound' };
    expect(await failureOf(storage.tables.get('people', 'p', 'r'))).toMatchObject(missing);
    expect(await failureOf(storage.tables.delete('people', 'p', 'r', 'tag'))).toMatchObject(missing);
    expect(await failureOf(storage.tables.insert('people', row('r', 1)))).toMatchObject(missing);
  });
});

describe('rows that something else wrote', () => {
  it('are read without a body, and the rows behind them are read too', async () => {
    const raw = rawTable(`case${opened}outbox`);
    await raw.createEntity({ partitionKey: 'p', rowKey: '1', colour: 'blue' });
    await raw.createEntity({ partitionKey: 'p', rowKey: '2', schema: 'two', body: '{"cut' });
    await direct.tables.insert('outbox', row('3', 'whole'));
    const rows = await all(direct.tables.range({ table: 'outbox', partition: 'p' }));
    expect(rows.map(({ rowKey, schema, body }) => [rowKey, schema, body])).toEqual([
      ['1', 0, undefined],
      ['2', 0, undefined],
      ['3', 1, 'whole'],
    ]);
  });
});

describe('an alarm', () => {
  async function received(queue: Storage) {
    const [alarm] = await queue.alarms.receive(1, 600);
    if (alarm === undefined) throw new Error('No alarm was there.');
    return alarm;
  }

  it.each(passing)('is there at least once after a fault: %s', async (fault: Fault) => {
    queues.plan([fault]);
    await storage.alarms.send('wake', realClock.now());
    const alarms = await direct.alarms.receive(32, 600);
    expect(alarms.length).toBeGreaterThanOrEqual(1);
    expect(new Set(alarms.map(({ payload }) => payload))).toEqual(new Set(['wake']));
  });

  it.each(passing)('is deleted, and known to be, after a fault: %s', async (fault: Fault) => {
    await direct.alarms.send('wake', realClock.now());
    const alarm = await received(direct);
    queues.plan([fault]);
    expect(await storage.alarms.delete(alarm)).toBe(true);
    expect(await direct.alarms.depth()).toBe(0);
  });

  it('counts as lost when the reply to an extension is lost, and is neither poisoned nor deleted then', async () => {
    await direct.alarms.send('wake', realClock.now());
    const alarm = await received(direct);
    queues.plan(['lost-reply']);
    expect(await storage.alarms.extend(alarm, 600)).toBe('lost');
    await storage.alarms.poison(alarm, 'E_FIVE_TIMES');
    expect(await storage.alarms.delete(alarm)).toBe(false);
    expect(await direct.alarms.poisoned()).toEqual([]);
    expect(await direct.alarms.depth()).toBe(1);
  });

  it('is listed once as poisoned, though the replies to listing and deleting it are lost', async () => {
    await direct.alarms.send('wake', realClock.now());
    const alarm = await received(direct);
    tables.plan(['lost-reply', 'late-500']);
    queues.plan(['none', 'lost-reply']);
    await storage.alarms.poison(alarm, 'E_FIVE_TIMES');
    expect(await direct.alarms.poisoned()).toEqual([{ payload: 'wake', code: 'E_FIVE_TIMES' }]);
    expect(await direct.alarms.depth()).toBe(0);
  });
});

describe('a deletion within a transaction', () => {
  it('is never sent without its condition, should the request be put together otherwise one day', async () => {
    const policy = conditionalDeletes([{ op: 'delete', rowKey: 'r', etag: 'tag', printed: '' }]);
    const body =
      "DELETE http://127.0.0.1/people(PartitionKey='p',RowKey='r') HTTP/1.1\r\nAccept: json\r\n\r\n";
    const request = { body } as Parameters<typeof policy.sendRequest>[0];
    const send = async () => {
      throw new Error('sent');
    };
    await expect(policy.sendRequest(request, send)).rejects.toThrow('unconditional');
  });
});

describe('opening by configuration', () => {
  it('opens Azure when a connection string is given', async () => {
    const chosen = await openStorage({ kind: 'azure-connection', connectionString }, options);
    expect(await chosen.tables.insert('settings', row('r', 'chosen'))).toMatchObject({ ok: true });
    await chosen.close();
  });
});
