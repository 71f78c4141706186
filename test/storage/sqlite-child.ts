/**
 * A process of its own on the database file, for tests that kill it or race it. Each line on stdout acknowledges
 * what has been written, and is itself written before the next write begins.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';

const clock = { now: () => Temporal.Now.instant() };

function acknowledge(line: string): void {
  writeSync(1, `${line}\n`);
}

/** For ever: a row, a new version of it, a transaction of three rows, an alarm. Acknowledges each. */
async function write({ tables, alarms }: Storage, name: string): Promise<void> {
  for (let n = 0; ; n += 1) {
    const key = { partitionKey: name, rowKey: String(n), schema: 1 };
    const inserted = await tables.insert('people', { ...key, body: 'first' });
    if (!inserted.ok) throw new Error('The row was there already.');
    acknowledge(`row ${n} first`);
    const updated = await tables.update('people', { ...key, body: 'second' }, inserted.etag);
    if (!updated.ok) throw new Error('Somebody else changed the row.');
    acknowledge(`row ${n} second`);
    const operations = ['a', 'b', 'c'].map((part) => ({
      op: 'insert' as const,
      row: { ...key, rowKey: `${n}-${part}`, body: part.repeat(5_000) },
    }));
    await tables.transact('participants', name, operations);
    acknowledge(`transaction ${n}`);
    await alarms.send(`${name} ${n}`, clock.now());
    acknowledge(`alarm ${n}`);
  }
}

/** Adds `times` to a counter that others add to as well, then takes what alarms it can. */
async function compete({ tables, alarms }: Storage, times: number): Promise<void> {
  const key = { partitionKey: 'shared', rowKey: 'counter', schema: 1 };
  for (let done = 0; done < times; ) {
    const stands = await tables.get('people', key.partitionKey, key.rowKey);
    const written =
      stands === undefined
        ? await tables.insert('people', { ...key, body: 1 })
        : await tables.update('people', { ...key, body: Number(stands.body) + 1 }, stands.etag);
    if (written.ok) done += 1;
  }
  for (let taken = await alarms.receive(2, 600); taken.length > 0; taken = await alarms.receive(2, 600)) {
    for (const { payload } of taken) acknowledge(payload);
  }
}

const [role = '', file = '', argument = ''] = process.argv.slice(2);
const storage = openSqliteStorage({ file, clock, newId: () => randomUUID() });
if (role === 'write') await write(storage, argument);
else await compete(storage, Number(argument));
await storage.close();
