import { z } from 'zod';
import { parseBody } from './row-body.ts';
import type { Range, Row, StoredRow } from './table-store.ts';

/** A row as Azure keeps it: two index columns beside the keys, the body as text, and who wrote it last. */
export interface Entity {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly schema: number;
  readonly body: string;
  /** New for every write, so that a writer whose reply was lost recognises its own row. */
  readonly nonce: string;
}

export function entityOf(row: Row, printed: string, nonce: string): Entity {
  return { partitionKey: row.partitionKey, rowKey: row.rowKey, schema: row.schema, body: printed, nonce };
}

// Columns that something else wrote, or left out, make an unreadable body: the row is set aside, nothing stalls.
const found = z.object({
  partitionKey: z.string(),
  rowKey: z.string(),
  etag: z.string(),
  schema: z.int().catch(0),
  body: z.string().catch(''),
  nonce: z.string().catch(''),
});

export interface FoundRow extends StoredRow {
  readonly nonce: string;
}

export function rowOf(entity: unknown): FoundRow {
  const { body, ...columns } = found.parse(entity);
  return { ...columns, body: parseBody(body) };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The range as an OData filter; every bound is a quoted literal. */
export function filterOf({ partition, rows }: Range): string {
  const parts: string[] = [];
  if (typeof partition === 'string') parts.push(`PartitionKey eq ${quoted(partition)}`);
  else parts.push(`PartitionKey ge ${quoted(partition.from)}`, `PartitionKey lt ${quoted(partition.to)}`);
  if (rows?.from !== undefined) parts.push(`RowKey ge ${quoted(rows.from)}`);
  if (rows?.to !== undefined) parts.push(`RowKey lt ${quoted(rows.to)}`);
  return parts.join(' and ');
}

const wellFormedEtag = /^W\/"datetime'[^'"]+'"$/;
const neverGiven = `W/"datetime'1601-01-01T00%3A00%3A00.0000000Z'"`;

/**
 * The tag to send. Anything that Azure never gave out, `*` and the empty string above all, would be refused as
 * malformed or match every row; it becomes a tag that matches none.
 */
export function sendableEtag(etag: string): string {
  return wellFormedEtag.test(etag) ? etag : neverGiven;
}
