/**
 * The table port in memory, for simulations: they are alone with their store, end with it, and would spend their time in
 * a database. It keeps order, versions and whole transactions, and leaves the limits of the real service to the others.
 */
import type { Operation, Range, StoredRow, TableName, TableStore, WriteResult } from './table-store.ts';

type Refusal = Extract<WriteResult, { ok: false }>['refused'];

/** Values under keys that are read in order. */
class Ordered<Value> {
  readonly #keys: string[] = [];
  readonly #values = new Map<string, Value>();

  /** The place of the first key that is not before this one. */
  #place(key: string): number {
    let from = 0;
    let to = this.#keys.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#keys[middle] ?? '') < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Value): void {
    if (!this.#values.has(key)) this.#keys.splice(this.#place(key), 0, key);
    this.#values.set(key, value);
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#keys.splice(this.#place(key), 1);
  }

  /** Those with keys from one, inclusive, to another, exclusive; without bounds all. */
  between(from: string | undefined, to: string | undefined): readonly Value[] {
    const first = from === undefined ? 0 : this.#place(from);
    const end = to === undefined ? this.#keys.length : this.#place(to);
    return this.#keys.slice(first, end).flatMap((key) => this.#values.get(key) ?? []);
  }
}

type Partition = Ordered<StoredRow>;

const rowKeyOf = (operation: Operation): string =>
  operation.op === 'delete' ? operation.rowKey : operation.row.rowKey;

/** Why the operation cannot be done; undefined when it can. */
function refusalOf(operation: Operation, standing: StoredRow | undefined): Refusal | undefined {
  if (operation.op === 'put') return undefined;
  if (operation.op === 'insert') return standing === undefined ? undefined : 'exists';
  if (standing === undefined) return 'gone';
  return standing.etag === operation.etag ? undefined : 'changed';
}

export function memoryTableStore(): TableStore {
  const kept = new Map<TableName, Ordered<Partition>>();
  let tags = 0;

  function tableOf(name: TableName): Ordered<Partition> {
    const table = kept.get(name) ?? new Ordered<Partition>();
    kept.set(name, table);
    return table;
  }

  function write(name: TableName, key: string, operations: readonly Operation[]): WriteResult {
    const table = tableOf(name);
    const partition = table.get(key) ?? new Ordered<StoredRow>();
    table.set(key, partition);
    for (const operation of operations) {
      const refused = refusalOf(operation, partition.get(rowKeyOf(operation)));
      if (refused !== undefined) return { ok: false, refused };
    }
    tags += 1;
    const etag = `tag-${tags}`;
    for (const operation of operations) {
      if (operation.op === 'delete') partition.delete(operation.rowKey);
      else partition.set(operation.row.rowKey, { ...operation.row, etag });
    }
    return { ok: true, etag };
  }

  function found({ table: name, partition, rows, limit }: Range): readonly StoredRow[] {
    const table = tableOf(name);
    const partitions =
      typeof partition === 'string' ? [table.get(partition)] : table.between(partition.from, partition.to);
    return partitions.flatMap((one) => one?.between(rows?.from, rows?.to) ?? []).slice(0, limit);
  }

  return {
    get: async (table, partitionKey, rowKey) => tableOf(table).get(partitionKey)?.get(rowKey),
    insert: async (table, row) => write(table, row.partitionKey, [{ op: 'insert', row }]),
    update: async (table, row, etag) => write(table, row.partitionKey, [{ op: 'update', row, etag }]),
    async put(table, row) {
      const written = write(table, row.partitionKey, [{ op: 'put', row }]);
      return { etag: written.ok ? written.etag : '' };
    },
    delete: async (table, partitionKey, rowKey, etag) =>
      write(table, partitionKey, [{ op: 'delete', rowKey, etag }]),
    transact: async (table, partitionKey, operations) => write(table, partitionKey, operations),
    async *range(range) {
      yield* found(range);
    },
    close: async () => {},
  };
}
