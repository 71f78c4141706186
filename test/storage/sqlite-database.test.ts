import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageRefusedError, StorageUnavailableError } from '../../src/storage/errors.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { movableClock, newId, openMemory, type TemporaryFile, temporaryFile } from './adapters.ts';

const clock = movableClock();
const row = { partitionKey: 'p', rowKey: 'r', schema: 1, body: null };

describe('the file', () => {
  let place: TemporaryFile;
  beforeEach(async () => {
    place = await temporaryFile();
  });
  afterEach(() => place.remove());

  it('keeps a write-ahead log, so that readers and a writer do not wait for each other', async () => {
    const storage = openSqliteStorage({ file: place.file, clock, newId });
    const raw = new DatabaseSync(place.file);
    expect(raw.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    raw.close();
    await storage.close();
  });

  it('is made by openStorage under the data directory, with its folder', async () => {
    const dataDir = dirname(place.file);
    const storage = await openStorage({ kind: 'sqlite', dataDir }, { clock, newId });
    expect(await storage.tables.insert('people', row)).toMatchObject({ ok: true });
    await storage.close();
    const again = openSqliteStorage({ file: place.file, clock, newId });
    expect(await again.tables.get('people', 'p', 'r')).toMatchObject(row);
    await again.close();
  });

  it('is refused, untouched, when a newer version made it', async () => {
    await openSqliteStorage({ file: place.file, clock, newId }).close();
    const raw = new DatabaseSync(place.file);
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    expect(() => openSqliteStorage({ file: place.file, clock, newId })).toThrow(
      expect.objectContaining({ code: 'storage-refused', reason: 'made-by-a-newer-version' }),
    );
  });

  it('is refused when it is no database', async () => {
    await mkdir(dirname(place.file), { recursive: true });
    await writeFile(place.file, 'Dear Sir or Madam, this is a letter and not a database.'.repeat(100));
    expect(() => openSqliteStorage({ file: place.file, clock, newId })).toThrow(StorageRefusedError);
  });

  it('is refused when its folder cannot be made', async () => {
    await mkdir(dirname(dirname(place.file)), { recursive: true });
    await writeFile(dirname(place.file), 'a file where the folder should be');
    expect(() => openSqliteStorage({ file: place.file, clock, newId })).toThrow(
      expect.objectContaining({ code: 'storage-refused', reason: expect.stringMatching(/EEXIST|ENOTDIR/) }),
    );
  });
});

describe('closing', () => {
  it('ends a port once both or the whole have been closed, and not before', async () => {
    const storage = openMemory(clock);
    await storage.tables.close();
    await storage.alarms.send('still open', clock.now());
    await storage.alarms.close();
    await storage.close();
    const failure = await storage.tables.get('people', 'p', 'r').catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(StorageUnavailableError);
    expect(failure).toMatchObject({ code: 'storage-unavailable', reason: 'closed' });
  });
});

describe('a transaction', () => {
  it('leaves nothing behind when one of its operations is refused', async () => {
    const { tables, close } = openMemory(clock);
    await tables.insert('people', row);
    const insert = { op: 'insert' as const, row: { ...row, rowKey: 'new' } };
    expect(await tables.transact('people', 'p', [insert, { op: 'insert', row }])).toEqual({
      ok: false,
      refused: 'exists',
    });
    expect(await tables.get('people', 'p', 'new')).toBeUndefined();
    await close();
  });
});
