import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import type { NewId } from '../services/ports.ts';
import {
  type CheckedOperation,
  checkKey,
  checkRange,
  checkRow,
  checkTransaction,
  rowKeyOf,
} from './limits.ts';
import { parseBody } from './row-body.ts';
import { inTransaction, told } from './sqlite-database.ts';
import type { Range, Row, StoredRow, TableName, TableStore, WriteResult } from './table-store.ts';

/** Rows read at a time: a range lets go of the file between pages, so a slow reader blocks nobody. */
const pageSize = 500;

const storedRow = z.object({
  partition_key: z.string(),
  row_key: z.string(),
  schema: z.int(),
  body: z.string(),
  etag: z.string(),
});

function readRow(found: unknown): StoredRow {
  const row = storedRow.parse(found);
  return {
    partitionKey: row.partition_key,
    rowKey: row.row_key,
    schema: row.schema,
    body: parseBody(row.body),
    etag: row.etag,
  };
}

/**
 * The table port over SQLite. An entity tag is a new id per write, so a row that was deleted and written again
 * never wears an old one.
 */
export function sqliteTableStore(database: DatabaseSync, newId: NewId, close: () => void): TableStore {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  const exists = (table: TableName, partitionKey: string, rowKey: string): boolean =>
    statement(`SELECT 1 FROM "${table}" WHERE partition_key = ? AND row_key = ?`).get(
      partitionKey,
      rowKey,
    ) !== undefined;
  const changed = (sql: string, ...values: SQLInputValue[]): boolean =>
    statement(sql).run(...values).changes === 1;

  function write(table: TableName, partitionKey: string, operation: CheckedOperation): WriteResult {
    const key = [partitionKey, rowKeyOf(operation)] as const;
    const etag = newId();
    const done = writeOnce(table, key, operation, etag);
    if (done) return { ok: true, etag };
    if (operation.op === 'insert') return { ok: false, refused: 'exists' };
    return { ok: false, refused: exists(table, ...key) ? 'changed' : 'gone' };
  }

  function writeOnce(
    table: TableName,
    key: readonly [string, string],
    operation: CheckedOperation,
    etag: string,
  ): boolean {
    switch (operation.op) {
      case 'insert':
        return changed(
          `INSERT INTO "${table}" VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          ...key,
          operation.row.schema,
          operation.printed,
          etag,
        );
      case 'put':
        return changed(
          `INSERT OR REPLACE INTO "${table}" VALUES (?, ?, ?, ?, ?)`,
          ...key,
          operation.row.schema,
          operation.printed,
          etag,
        );
      case 'update':
        return changed(
          `UPDATE "${table}" SET schema = ?, body = ?, etag = ? WHERE partition_key = ? AND row_key = ? AND etag = ?`,
          operation.row.schema,
          operation.printed,
          etag,
          ...key,
          operation.etag,
        );
      case 'delete':
        return changed(
          `DELETE FROM "${table}" WHERE partition_key = ? AND row_key = ? AND etag = ?`,
          ...key,
          operation.etag,
        );
    }
  }

  /** One page after the given key, in key order. */
  function page(range: Range, after: StoredRow | undefined, most: number): StoredRow[] {
    const { where, values } = condition(range, after);
    const sql = `SELECT * FROM "${range.table}" WHERE ${where} ORDER BY partition_key, row_key LIMIT ?`;
    return told(() => statement(sql).all(...values, most)).map(readRow);
  }

  async function* rows(range: Range): AsyncGenerator<StoredRow> {
    let left = range.limit ?? Number.POSITIVE_INFINITY;
    let last: StoredRow | undefined;
    while (left > 0) {
      const most = Math.min(pageSize, left);
      const found = page(range, last, most);
      yield* found;
      last = found.at(-1);
      if (found.length < most) return;
      left -= found.length;
    }
  }

  const one = async (table: TableName, row: Row, operation: CheckedOperation): Promise<WriteResult> =>
    told(() => write(table, row.partitionKey, operation));

  return {
    async get(table, partitionKey, rowKey) {
      checkKey('partition', partitionKey);
      checkKey('row', rowKey);
      const sql = `SELECT * FROM "${table}" WHERE partition_key = ? AND row_key = ?`;
      const found = told(() => statement(sql).get(partitionKey, rowKey));
      return found === undefined ? undefined : readRow(found);
    },
    insert: async (table, row) => one(table, row, { op: 'insert', row, printed: checkRow(row) }),
    update: async (table, row, etag) => one(table, row, { op: 'update', row, etag, printed: checkRow(row) }),
    async put(table, row) {
      const written = await one(table, row, { op: 'put', row, printed: checkRow(row) });
      if (!written.ok) throw new Error('An unconditional write cannot be refused.');
      return { etag: written.etag };
    },
    async delete(table, partitionKey, rowKey, etag) {
      checkKey('partition', partitionKey);
      checkKey('row', rowKey);
      return told(() => write(table, partitionKey, { op: 'delete', rowKey, etag, printed: '' }));
    },
    async transact(table, partitionKey, operations) {
      const checked = checkTransaction(partitionKey, operations);
      let refusal: WriteResult = { ok: true, etag: '' };
      const every = () =>
        checked.every((operation) => {
          refusal = write(table, partitionKey, operation);
          return refusal.ok;
        });
      told(() => inTransaction(database, every));
      return refusal.ok ? { ok: true } : refusal;
    },
    range(range) {
      checkRange(range);
      return rows(range);
    },
    async close() {
      close();
    },
  };
}

interface Condition {
  readonly where: string;
  readonly values: readonly string[];
}

function condition(range: Range, after: StoredRow | undefined): Condition {
  const { partition, rows } = range;
  const parts: (readonly [string, ...string[]])[] = [];
  // A later page begins at its own place in the index: from the range's it would read everything before it again.
  if (typeof partition === 'string') {
    parts.push(['partition_key = ?', partition]);
    if (after !== undefined) parts.push(['row_key > ?', after.rowKey]);
  } else {
    const from = after?.partitionKey ?? partition.from;
    parts.push(['partition_key >= ? AND partition_key < ?', from, partition.to]);
  }
  if (rows?.from !== undefined) parts.push(['row_key >= ?', rows.from]);
  if (rows?.to !== undefined) parts.push(['row_key < ?', rows.to]);
  if (after !== undefined) {
    parts.push(['(partition_key, row_key) > (?, ?)', after.partitionKey, after.rowKey]);
  }
  return {
    where: parts.map(([sql]) => sql).join(' AND '),
    values: parts.flatMap(([, ...values]) => values),
  };
}
