import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { all, movableClock, newId, openMemory, type TemporaryFile, temporaryFile } from './adapters.ts';
import { alarmsConform } from './alarm-conformance.ts';
import { oneWriterWins } from './contention.ts';
import { limitsHold } from './limits-conformance.ts';
import { tablesConform } from './table-conformance.ts';

describe('storage in memory', () => {
  const clock = movableClock();
  let storage: Storage;
  beforeAll(() => {
    storage = openMemory(clock);
  });
  afterAll(() => storage.close());

  it('answers as the model of tables does, whatever the commands', async () => {
    const { tables } = openMemory();
    await tablesConform({ store: tables, runs: 200, seed: 20_260_907 });
    await tables.close();
  });

  it('answers as the model of alarms does, while the clock moves', async () => {
    const open = async () => openMemory(clock).alarms;
    await alarmsConform({ open, clock, advance: clock.advance, runs: 200, seed: 20_260_907 });
  });

  limitsHold(() => ({ storage, clock }));
});

describe('storage in a file', () => {
  const clock = movableClock();
  let place: TemporaryFile;
  let storage: Storage;
  let second: Storage;
  beforeAll(async () => {
    place = await temporaryFile();
    storage = openSqliteStorage({ file: place.file, clock, newId });
    second = openSqliteStorage({ file: place.file, clock, newId });
  });
  afterAll(async () => {
    await Promise.all([storage.close(), second.close()]);
    await place.remove();
  });

  it('answers as the model of tables does, whatever the commands', async () => {
    await tablesConform({ store: storage.tables, runs: 25, seed: 20_260_908 });
  });

  it('lets one of many writers win, over two connections', async () => {
    await oneWriterWins([storage.tables, second.tables]);
  });

  it('gives each alarm to one of two connections', async () => {
    for (let n = 0; n < 20; n += 1) await storage.alarms.send(`alarm ${n}`, clock.now());
    const received = [
      ...(await storage.alarms.receive(12, 60)),
      ...(await second.alarms.receive(12, 60)),
      ...(await storage.alarms.receive(12, 60)),
    ];
    expect(new Set(received.map(({ payload }) => payload)).size).toBe(20);
    expect(received).toHaveLength(20);
  });

  it('has what was written when it is opened again', async () => {
    const { etag } = await storage.tables.put('audit', {
      partitionKey: 'kept',
      rowKey: 'r',
      schema: 2,
      body: { kept: true },
    });
    const again = openSqliteStorage({ file: place.file, clock, newId });
    expect(await again.tables.get('audit', 'kept', 'r')).toEqual({
      partitionKey: 'kept',
      rowKey: 'r',
      schema: 2,
      body: { kept: true },
      etag,
    });
    await again.close();
  });

  it('reads on past a row whose body is not JSON', async () => {
    for (const rowKey of ['1', '2', '3']) {
      await storage.tables.insert('outbox', { partitionKey: 'lane', rowKey, schema: 1, body: rowKey });
    }
    const raw = new DatabaseSync(place.file);
    raw.exec("UPDATE outbox SET body = '{\"cut' WHERE row_key = '2'");
    raw.close();
    const rows = await all(storage.tables.range({ table: 'outbox', partition: 'lane' }));
    expect(rows.map(({ rowKey, body }) => [rowKey, body])).toEqual([
      ['1', '1'],
      ['2', undefined],
      ['3', '3'],
    ]);
  });

  it('gives a long range whole, without holding up the writers between its pages', async () => {
    const row = (n: number) => ({
      partitionKey: 'long',
      rowKey: String(n).padStart(5, '0'),
      schema: 1,
      body: n,
    });
    for (let hundred = 0; hundred < 11; hundred += 1) {
      const operations = Array.from({ length: 100 }, (_, n) => ({
        op: 'insert' as const,
        row: row(hundred * 100 + n),
      }));
      await storage.tables.transact('audit', 'long', operations);
    }
    const bodies: unknown[] = [];
    for await (const { body } of storage.tables.range({ table: 'audit', partition: 'long', limit: 1_050 })) {
      if (body === 700) await second.tables.put('audit', row(99_999));
      bodies.push(body);
    }
    expect(bodies).toEqual(Array.from({ length: 1_050 }, (_, n) => n));
    expect(await all(storage.tables.range({ table: 'audit', partition: 'long' }))).toHaveLength(1_101);
  });
});
