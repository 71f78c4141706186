/** How domain values become rows and come back: one zod codec per kind of row, with a version. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Log } from '../services/ports.ts';
import { kindOfKey } from './keys.ts';
import type { Row, TableName } from './table-store.ts';

/** More texts than rows speak of in one piece of work; then all are forgotten. */
const mostRemembered = 5_000;

/** The same few dates stand in thousands of rows, and what is made of them never changes: each text is read once. */
function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const values = new Map<string, Value>();
  return (text) => {
    const known = values.get(text);
    if (known !== undefined) return known;
    const value = read(text);
    if (values.size >= mostRemembered) values.clear();
    values.set(text, value);
    return value;
  };
}

/** ISO date in the row, civil date in the domain. */
export const plainDate = z.codec(z.iso.date(), z.instanceof(Temporal.PlainDate), {
  decode: remembered((text) => Temporal.PlainDate.from(text)),
  encode: (date) => date.toString(),
});

/** ISO-8601 UTC in the row, instant in the domain. */
export const instant = z.codec(z.iso.datetime(), z.instanceof(Temporal.Instant), {
  decode: remembered((text) => Temporal.Instant.from(text)),
  encode: (at) => at.toString(),
});

/** Why a row was set aside: codes only, because the content may be personal. */
export type RowFault = 'unknown-kind' | 'newer-schema' | 'does-not-parse';

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: RowFault };

export interface RowShape<T> {
  /** The version that is written now. */
  readonly schema: number;
  read(row: Pick<Row, 'schema' | 'body'>): Reading<T>;
  body(value: T): unknown;
}

/**
 * A kind of row. `upgrades[n]` turns a body of version n into one of version n + 1, so a row of any earlier version is
 * read for ever; a row of a later version was written by a newer release and is left alone.
 */
export function rowShape<S extends z.ZodType>(
  codec: S,
  upgrades: readonly ((body: unknown) => unknown)[] = [],
): RowShape<z.output<S>> {
  const schema = upgrades.length + 1;
  return {
    schema,
    read(row) {
      if (row.schema > schema) return { ok: false, fault: 'newer-schema' };
      try {
        const body = upgrades.slice(row.schema - 1).reduce((old, upgrade) => upgrade(old), row.body);
        const parsed = codec.safeDecode(body as z.input<S>);
        if (parsed.success) return { ok: true, value: parsed.data };
      } catch {
        // An upgrade met a body that never was of its version: no more readable than one that does not parse.
      }
      return { ok: false, fault: 'does-not-parse' };
    },
    body: (value) => codec.encode(value),
  };
}

/** Told of every row that was set aside. */
export type SetAside = (table: TableName, row: Row, fault: RowFault) => void;

/** Logs what was set aside by table and kind of row: keys can name people, content always may. */
export function logSetAside(log: Log): SetAside {
  return (table, row, fault) => log.warn('row-set-aside', { table, kind: kindOfKey(row.rowKey), fault });
}

/** The value of a row, or undefined after telling that it was set aside. */
export function readRow<T>(
  table: TableName,
  row: Row | undefined,
  shape: RowShape<T>,
  setAside: SetAside,
): T | undefined {
  if (row === undefined) return undefined;
  const reading = shape.read(row);
  if (reading.ok) return reading.value;
  setAside(table, row, reading.fault);
  return undefined;
}

/** A row to write. */
export function rowOf<T>(partitionKey: string, rowKey: string, shape: RowShape<T>, value: T): Row {
  return { partitionKey, rowKey, schema: shape.schema, body: shape.body(value) };
}
