/** The product's storage port: Azure Table Storage's model, no more and no less. */

export const tables = [
  'people',
  'participants',
  'addresses',
  'outbox',
  'settings',
  'inbound',
  'audit',
  'wakes',
  'local',
  'sessions',
] as const;
export type TableName = (typeof tables)[number];

/**
 * A key has 1 to 512 characters, none of them / \ # ?, a control or outside the Basic Multilingual Plane; keys are
 * ordered by their UTF-16 units. What comes from elsewhere is escaped before it becomes a key (keys.ts).
 */
export interface Row {
  readonly partitionKey: string;
  readonly rowKey: string;
  /** Version of the shape of `body`; old versions are read for ever. */
  readonly schema: number;
  /** JSON-serialisable; at most 32,768 UTF-16 units once printed. */
  readonly body: unknown;
}

/** `body` is undefined when what stands there is not JSON: no reader is stopped by one damaged row. */
export interface StoredRow extends Row {
  readonly etag: string;
}

export type Operation =
  | { readonly op: 'insert'; readonly row: Row }
  | { readonly op: 'update'; readonly row: Row; readonly etag: string }
  /** Insert or replace, whatever stands there. */
  | { readonly op: 'put'; readonly row: Row }
  | { readonly op: 'delete'; readonly rowKey: string; readonly etag: string };

export type WriteResult =
  | { readonly ok: true; readonly etag: string }
  | { readonly ok: false; readonly refused: 'exists' | 'changed' | 'gone' };

export interface Range {
  readonly table: TableName;
  /** One partition, or a range of partitions (`from` inclusive, `to` exclusive). */
  readonly partition: string | { readonly from: string; readonly to: string };
  /** Row keys, `from` inclusive, `to` exclusive. */
  readonly rows?: { readonly from?: string; readonly to?: string };
  readonly limit?: number;
}

/**
 * Every method enforces the real service's limits and throws `StorageLimitError` before anything is written;
 * a service that cannot be reached throws `StorageUnavailableError`.
 */
export interface TableStore {
  get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined>;
  insert(table: TableName, row: Row): Promise<WriteResult>;
  update(table: TableName, row: Row, etag: string): Promise<WriteResult>;
  put(table: TableName, row: Row): Promise<{ readonly etag: string }>;
  /**
   * Not a way to claim a row: after a lost reply nobody can tell who deleted what is gone, and it counts as done.
   * Claim with `update`, whose own write is recognised.
   */
  delete(table: TableName, partitionKey: string, rowKey: string, etag: string): Promise<WriteResult>;
  /** At most 100 operations on distinct rows of one partition: all of them or none. */
  transact(
    table: TableName,
    partitionKey: string,
    operations: readonly Operation[],
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly refused: 'exists' | 'changed' | 'gone' }>;
  /** In order of partition key, then row key. */
  range(range: Range): AsyncIterable<StoredRow>;
  close(): Promise<void>;
}
