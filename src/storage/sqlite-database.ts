/** The file under both ports on one machine: opening it, its layout, and what its errors mean. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StorageRefusedError, StorageUnavailableError } from './errors.ts';
import { tables } from './table-store.ts';

/** Raised when the layout below changes; a file from a newer version is refused rather than misread. */
const layout = 3;

/** How long a statement waits for another process's write to finish. */
const busyMilliseconds = 5_000;

const rowTables = tables
  .map(
    (table) => `
      CREATE TABLE IF NOT EXISTS "${table}" (
        partition_key TEXT NOT NULL,
        row_key TEXT NOT NULL,
        schema INTEGER NOT NULL,
        body TEXT NOT NULL,
        etag TEXT NOT NULL,
        PRIMARY KEY (partition_key, row_key)
      ) STRICT;`,
  )
  .join('');

/** Of the second layout: what they led to is found by hints since. */
const withoutRowIndexes = ['outbox', 'participants', 'sessions']
  .map((table) => `DROP INDEX IF EXISTS "${table}_by_row";`)
  .join('');

const alarmTables = `
  CREATE TABLE IF NOT EXISTS alarms (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id TEXT NOT NULL UNIQUE,
    payload TEXT NOT NULL,
    visible_at INTEGER NOT NULL,
    receipt TEXT,
    dequeue_count INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS alarms_by_visibility ON alarms (visible_at, sequence);
  CREATE TABLE IF NOT EXISTS poisoned_alarms (
    message_id TEXT PRIMARY KEY,
    payload TEXT NOT NULL,
    code TEXT NOT NULL
  ) STRICT;`;

const versionRow = z.object({ user_version: z.int() });

export function openDatabase(file: string): DatabaseSync {
  return told(() => {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(file, { timeout: busyMilliseconds });
    try {
      prepareLayout(database);
    } catch (cause) {
      database.close();
      throw cause;
    }
    return database;
  });
}

function prepareLayout(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  if (layoutOf(database) === layout) return;
  inTransaction(database, () => {
    const found = layoutOf(database);
    if (found > layout) throw new StorageRefusedError('made-by-a-newer-version');
    database.exec(`${rowTables}${withoutRowIndexes}${alarmTables}PRAGMA user_version = ${layout};`);
    return true;
  });
}

function layoutOf(database: DatabaseSync): number {
  return versionRow.parse(database.prepare('PRAGMA user_version').get()).user_version;
}

/**
 * Runs `work` alone among the writers of all processes. False rolls back, as a throw does. IMMEDIATE, because a
 * transaction that begins by reading cannot wait for its turn to write: SQLite fails it at once.
 */
export function inTransaction(database: DatabaseSync, work: () => boolean): boolean {
  database.exec('BEGIN IMMEDIATE');
  try {
    const kept = work();
    database.exec(kept ? 'COMMIT' : 'ROLLBACK');
    return kept;
  } catch (cause) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw cause;
  }
}

const sqliteError = z.object({ code: z.string(), errcode: z.int().optional() });

/** SQLite's primary result codes that pass with time or when the machine is mended. */
const passing: ReadonlyMap<number, string> = new Map([
  [5, 'busy'],
  [6, 'locked'],
  [10, 'disk-error'],
  [13, 'disk-full'],
]);

const lasting: ReadonlyMap<number, string> = new Map([
  [8, 'read-only'],
  [11, 'file-damaged'],
  [14, 'cannot-open'],
  [26, 'not-a-database'],
]);

/** Runs `work`, turning the database's errors into the port's. */
export function told<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw translated(cause);
  }
}

function translated(cause: unknown): unknown {
  if (cause instanceof StorageRefusedError) return cause;
  const error = sqliteError.safeParse(cause);
  if (!error.success) return cause;
  if (error.data.code === 'ERR_INVALID_STATE') return new StorageUnavailableError('closed', { cause });
  if (error.data.errcode === undefined) return new StorageRefusedError(error.data.code, { cause });
  const primary = error.data.errcode & 0xff;
  const reason = passing.get(primary);
  if (reason !== undefined) return new StorageUnavailableError(reason, { cause });
  return new StorageRefusedError(lasting.get(primary) ?? `sqlite-${primary}`, { cause });
}
