/** Runs random commands on a store and on the model, and compares what each says after every one of them. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Operation, Range, Row, StoredRow, TableStore } from '../../src/storage/table-store.ts';
import { all } from './adapters.ts';
import { type ModelResult, TableModel } from './table-model.ts';

/** Keys that have troubled stores: order, case, quotes, percent signs, spaces, the last of the plane. */
const partitionKeys = ['', 'b', "o'neil"] as const;
const rowKeys = [
  '2026-09-07T09:00:00.000Z',
  '10',
  '9',
  'A',
  'a',
  'it\'s "so"',
  '100% %41',
  ' lead and trail ',
  'é',
  'ﬀ',
  '\ufffd',
  '+&=;,:@$!()[]{}~',
] as const;

interface Etag {
  readonly of: 'this' | 'first' | 'other' | 'none';
  readonly nonsense: string;
}

type Write =
  | { readonly op: 'insert' | 'put'; readonly row: number; readonly schema: number; readonly body: unknown }
  | {
      readonly op: 'update';
      readonly row: number;
      readonly schema: number;
      readonly body: unknown;
      readonly etag: Etag;
    }
  | { readonly op: 'delete'; readonly row: number; readonly etag: Etag };

type Command =
  | { readonly do: 'write'; readonly partition: number; readonly write: Write }
  | { readonly do: 'get'; readonly partition: number; readonly row: number }
  | { readonly do: 'transact'; readonly partition: number; readonly writes: readonly Write[] }
  | {
      readonly do: 'range';
      readonly partition: number | readonly [number, number];
      readonly from: number | null;
      readonly to: number | null;
      readonly limit: number | null;
    };

const partition = fc.nat({ max: partitionKeys.length - 1 });
const row = fc.nat({ max: 3 });
const schema = fc.integer({ min: 1, max: 3 });
const body = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constant({ note: '\u0000\ud800 </xml> \r\n--changeset If-Match: *' }),
);
// Most tags are the current one, or nothing would ever change.
const etag: fc.Arbitrary<Etag> = fc.record({
  of: fc.oneof(
    { weight: 5, arbitrary: fc.constant('this' as const) },
    { weight: 2, arbitrary: fc.constantFrom('first' as const, 'other' as const, 'none' as const) },
  ),
  nonsense: fc.constantFrom('', '*', 'W/"nonsense"', 'W/"datetime\'2020-01-01T00%3A00%3A00.0Z\'"'),
});
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ op: fc.constantFrom('insert' as const, 'put' as const), row, schema, body }),
  fc.record({ op: fc.constant('update' as const), row, schema, body, etag }),
  fc.record({ op: fc.constant('delete' as const), row, etag }),
);
const bound = fc.option(row);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), partition, write }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('get' as const), partition, row }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('transact' as const),
      partition,
      writes: fc.uniqueArray(write, { maxLength: 4, selector: (one) => one.row }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('range' as const),
      partition: fc.oneof(partition, fc.tuple(partition, partition)),
      from: bound,
      to: bound,
      limit: fc.option(fc.nat({ max: 5 })),
    }),
  },
);

interface Run {
  readonly keys: readonly string[];
  readonly commands: readonly Command[];
}

const run: fc.Arbitrary<Run> = fc.record({
  keys: fc.shuffledSubarray([...rowKeys], { minLength: 4, maxLength: 4 }),
  commands: fc.array(command, { minLength: 5, maxLength: 25, size: 'max' }),
});

export interface Conformance {
  readonly store: TableStore;
  readonly runs: number;
  readonly seed: number;
  /** Called before each command, with a number to choose the faults by. */
  readonly before?: (choice: number) => void;
}

let runsSoFar = 0;

/** Throws with the shortest sequence of commands on which the store and the model differ. */
export async function tablesConform({ store, runs, seed, before }: Conformance): Promise<void> {
  const choices = fc.array(fc.nat(), { minLength: 25, maxLength: 25 });
  const property = fc.asyncProperty(run, choices, async ({ keys, commands }, chosen) => {
    runsSoFar += 1;
    const session = new Session(store, `run${runsSoFar}-`, keys, before !== undefined);
    for (const [index, one] of commands.entries()) {
      before?.(chosen[index] ?? 0);
      await session.perform(one);
    }
    before?.(0);
    await session.compareEverything();
  });
  await fc.assert(property, { seed, numRuns: runs });
}

class Session {
  private readonly model = new TableModel();
  private readonly seen = new Map<string, string[]>();
  private readonly store: TableStore;
  private readonly prefix: string;
  private readonly keys: readonly string[];
  private readonly repliesAreLost: boolean;

  constructor(store: TableStore, prefix: string, keys: readonly string[], repliesAreLost: boolean) {
    this.store = store;
    this.repliesAreLost = repliesAreLost;
    this.prefix = prefix;
    this.keys = keys;
  }

  perform(one: Command): Promise<void> {
    switch (one.do) {
      case 'write':
        return this.write(one.partition, one.write);
      case 'get':
        return this.compare(this.partition(one.partition), this.row(one.row));
      case 'transact':
        return this.transact(one.partition, one.writes);
      case 'range':
        return this.range(one);
    }
  }

  async compareEverything(): Promise<void> {
    const whole = { from: this.prefix, to: `${this.prefix}~` };
    await this.compareRange({ table: 'participants', partition: whole });
  }

  private partition(index: number): string {
    return `${this.prefix}${partitionKeys[index]}`;
  }

  private row(index: number): string {
    return this.keys[index] ?? 'a';
  }

  private etag(partitionKey: string, rowKey: string, { of, nonsense }: Etag): string {
    const own = this.seen.get(partitionKey + rowKey) ?? [];
    const others = [...this.seen].filter(([key]) => key !== partitionKey + rowKey);
    const choice = { this: own.at(-1), first: own[0], other: others[0]?.[1].at(-1), none: undefined };
    return choice[of] ?? nonsense;
  }

  private operation(partition: number, one: Write): Operation {
    const partitionKey = this.partition(partition);
    const rowKey = this.row(one.row);
    if (one.op === 'delete') return { op: 'delete', rowKey, etag: this.etag(partitionKey, rowKey, one.etag) };
    const row: Row = { partitionKey, rowKey, schema: one.schema, body: one.body };
    if (one.op === 'update') return { op: 'update', row, etag: this.etag(partitionKey, rowKey, one.etag) };
    return { op: one.op, row };
  }

  private async write(partition: number, one: Write): Promise<void> {
    const partitionKey = this.partition(partition);
    const operation = this.operation(partition, one);
    const expected = this.model.judge(partitionKey, operation);
    const result = await this.send(partitionKey, operation);
    this.compareResult(partitionKey, [operation], result.said, expected);
    if (expected === 'ok') this.keep(partitionKey, operation, result.etag);
  }

  /**
   * The one thing that no store can tell after a lost reply is who deleted what is gone, because nothing is left to
   * hold a nonce: deleting only what is not there may then be called done.
   */
  private compareResult(
    partitionKey: string,
    operations: readonly Operation[],
    result: ModelResult,
    expected: ModelResult,
  ): void {
    const nothingThere = operations.every(
      (one) => one.op === 'delete' && this.model.get(partitionKey, one.rowKey) === undefined,
    );
    const untellable = this.repliesAreLost && nothingThere && result === 'ok';
    expect({ operations, result }).toEqual({ operations, result: untellable ? result : expected });
  }

  private async send(
    partitionKey: string,
    operation: Operation,
  ): Promise<{ said: ModelResult; etag: string }> {
    const { store } = this;
    const written = await {
      insert: () => operation.op === 'insert' && store.insert('participants', operation.row),
      update: () => operation.op === 'update' && store.update('participants', operation.row, operation.etag),
      delete: () =>
        operation.op === 'delete' &&
        store.delete('participants', partitionKey, operation.rowKey, operation.etag),
      put: async () =>
        operation.op === 'put' && { ok: true as const, ...(await store.put('participants', operation.row)) },
    }[operation.op]();
    if (written === false) throw new Error('unreachable');
    return written.ok ? { said: 'ok', etag: written.etag } : { said: written.refused, etag: '' };
  }

  private keep(partitionKey: string, operation: Operation, etag: string): void {
    if (operation.op === 'delete') {
      this.model.remove(partitionKey, operation.rowKey);
      return;
    }
    const key = partitionKey + operation.row.rowKey;
    const seen = this.seen.get(key) ?? [];
    expect(seen, 'a version never wears the tag of an earlier one').not.toContain(etag);
    this.seen.set(key, [...seen, etag]);
    this.model.write(operation.row, etag);
  }

  private async transact(partition: number, writes: readonly Write[]): Promise<void> {
    const partitionKey = this.partition(partition);
    const operations = writes.map((one) => this.operation(partition, one));
    const expected =
      operations.map((one) => this.model.judge(partitionKey, one)).find((said) => said !== 'ok') ?? 'ok';
    const result = await this.store.transact('participants', partitionKey, operations);
    this.compareResult(partitionKey, operations, result.ok ? 'ok' : result.refused, expected);
    if (expected === 'ok') {
      for (const operation of operations) await this.keepRead(partitionKey, operation);
    }
    await this.compareRange({ table: 'participants', partition: partitionKey });
  }

  /** A transaction does not tell the new tags: they are read. */
  private async keepRead(partitionKey: string, operation: Operation): Promise<void> {
    const rowKey = operation.op === 'delete' ? operation.rowKey : operation.row.rowKey;
    const stored = await this.store.get('participants', partitionKey, rowKey);
    this.keep(partitionKey, operation, stored?.etag ?? '');
  }

  private async compare(partitionKey: string, rowKey: string): Promise<void> {
    const stored = await this.store.get('participants', partitionKey, rowKey);
    expect(stored === undefined ? undefined : plain(stored)).toEqual(this.model.get(partitionKey, rowKey));
  }

  private range(one: Extract<Command, { do: 'range' }>): Promise<void> {
    const partition =
      typeof one.partition === 'number'
        ? this.partition(one.partition)
        : { from: this.partition(one.partition[0]), to: this.partition(one.partition[1]) };
    const rows = {
      ...(one.from === null ? {} : { from: this.row(one.from) }),
      ...(one.to === null ? {} : { to: this.row(one.to) }),
    };
    return this.compareRange({
      table: 'participants',
      partition,
      rows,
      ...(one.limit === null ? {} : { limit: one.limit }),
    });
  }

  private async compareRange(range: Range): Promise<void> {
    const stored = await all(this.store.range(range));
    expect({ range, rows: stored.map(plain) }).toEqual({ range, rows: this.model.range(range) });
  }
}

/** Bodies are compared as they print, so that no detail of comparing objects decides. */
function plain({ body, ...rest }: StoredRow) {
  return { ...rest, printed: JSON.stringify(body) };
}
