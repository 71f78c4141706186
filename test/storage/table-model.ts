/** Azure Table Storage in the plainest words that can be run: what every adapter is compared with. */
import type { Operation, Range, Row } from '../../src/storage/table-store.ts';

export interface ModelRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly schema: number;
  readonly printed: string;
  readonly etag: string;
}

export type ModelResult = 'ok' | 'exists' | 'changed' | 'gone';

/** A space cannot be confused with a key's own characters, because NUL is in no key. */
const at = (partitionKey: string, rowKey: string): string => `${partitionKey}\u0000${rowKey}`;

export class TableModel {
  private rows = new Map<string, ModelRow>();

  get(partitionKey: string, rowKey: string): ModelRow | undefined {
    return this.rows.get(at(partitionKey, rowKey));
  }

  /** What an operation would come to now. */
  judge(partitionKey: string, operation: Operation): ModelResult {
    const rowKey = operation.op === 'delete' ? operation.rowKey : operation.row.rowKey;
    const stands = this.get(partitionKey, rowKey);
    if (operation.op === 'put') return 'ok';
    if (operation.op === 'insert') return stands === undefined ? 'ok' : 'exists';
    if (stands === undefined) return 'gone';
    return stands.etag === operation.etag ? 'ok' : 'changed';
  }

  write(row: Row, etag: string): void {
    const { partitionKey, rowKey, schema } = row;
    const printed = JSON.stringify(row.body);
    this.rows.set(at(partitionKey, rowKey), { partitionKey, rowKey, schema, printed, etag });
  }

  remove(partitionKey: string, rowKey: string): void {
    this.rows.delete(at(partitionKey, rowKey));
  }

  /** By UTF-16 units, partition first: JavaScript's own comparison of strings. */
  range({ partition, rows, limit }: Range): ModelRow[] {
    const within = (key: string, from = '', to?: string) => key >= from && (to === undefined || key < to);
    return [...this.rows.values()]
      .filter((row) =>
        typeof partition === 'string'
          ? row.partitionKey === partition
          : within(row.partitionKey, partition.from, partition.to),
      )
      .filter((row) => within(row.rowKey, rows?.from, rows?.to))
      .sort((a, b) => compare(a.partitionKey, b.partitionKey) || compare(a.rowKey, b.rowKey))
      .slice(0, limit);
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
