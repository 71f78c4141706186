/** The Azure adapter against Microsoft's emulator, first plainly, then through a proxy that misbehaves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAzureStorage } from '../../src/storage/azure-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { type Azurite, connectionStringFor, startAzurite } from '../support/azurite.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { all, briskAttempts, newId, realClock } from './adapters.ts';
import { alarmsConform } from './alarm-conformance.ts';
import { oneWriterWins } from './contention.ts';
import { limitsHold } from './limits-conformance.ts';
import { tablesConform } from './table-conformance.ts';

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

const options = { clock: realClock, newId, attempts: briskAttempts };

describe('storage in Azure', () => {
  let storage: Storage;
  let second: Storage;
  const open = (prefix: string): Promise<Storage> =>
    openAzureStorage({ connectionString: azurite.connectionString }, { ...options, prefix });
  beforeAll(async () => {
    storage = await open('plain');
    second = await open('plain');
  });
  afterAll(() => Promise.all([storage.close(), second.close()]));

  it('answers as the model of tables does, whatever the commands', async () => {
    await tablesConform({ store: storage.tables, runs: 20, seed: 20_260_909 });
  }, 60_000);

  it('answers as the model of alarms does, whatever the commands', async () => {
    let queues = 0;
    const openNext = async () => {
      queues += 1;
      return (await open(`queue${queues}`)).alarms;
    };
    await alarmsConform({ open: openNext, clock: realClock, runs: 10, seed: 20_260_909 });
  }, 60_000);

  limitsHold(() => ({ storage, clock: realClock }));

  it('lets one of many writers win, over two connections', async () => {
    await oneWriterWins([storage.tables, second.tables]);
  });

  it('follows the continuation from page to page, up to the limit', async () => {
    for (let hundred = 0; hundred < 11; hundred += 1) {
      const operations = Array.from({ length: 100 }, (_, n) => {
        const rowKey = String(hundred * 100 + n).padStart(5, '0');
        const row = { partitionKey: 'long', rowKey, schema: 1, body: Number(rowKey) };
        return { op: 'insert' as const, row };
      });
      expect(await storage.tables.transact('audit', 'long', operations)).toEqual({ ok: true });
    }
    for (const limit of [999, 1_000, 1_001, 1_100]) {
      const rows = await all(storage.tables.range({ table: 'audit', partition: 'long', limit }));
      expect(rows.map(({ body }) => body)).toEqual(Array.from({ length: limit }, (_, n) => n));
    }
  });
});

describe('storage in Azure behind a bad network', () => {
  let proxy: FaultProxy;
  let storage: Storage;
  beforeAll(async () => {
    proxy = await startFaultProxy(azurite.tableAddress);
    const connectionString = connectionStringFor(proxy.address, azurite.queueAddress);
    storage = await openAzureStorage({ connectionString }, { ...options, prefix: 'faulty' });
  });
  afterAll(async () => {
    await storage.close();
    await proxy.stop();
  });

  it('answers as the model of tables does, though replies are lost or late and pages are broken', async () => {
    proxy.breakPages(true);
    const before = (choice: number) => proxy.plan(fatesOf(choice));
    await tablesConform({ store: storage.tables, runs: 15, seed: 20_260_910, before });
    for (const fault of ['lost-reply', 'late-500', 'busy', 'reset'] as const) {
      expect(proxy.struck(fault), fault).toBeGreaterThan(50);
    }
    expect(proxy.pages.empty).toBeGreaterThan(50);
    expect(proxy.pages.cut).toBeGreaterThan(5);
  }, 60_000);

  it('lets one of many writers win, though replies are lost', async () => {
    proxy.plan(Array.from({ length: 24 }, (_, n) => (n % 3 === 0 ? 'lost-reply' : 'none')));
    await oneWriterWins([storage.tables]);
  });
});

/** Up to three faults, one less than the tries that a request has. */
function fatesOf(choice: number): Fault[] {
  const kinds: readonly Fault[] = ['none', 'lost-reply', 'late-500', 'busy', 'reset'];
  return [0, 1, 2].map((place) => kinds[Math.floor(choice / 5 ** place) % kinds.length] ?? 'none');
}
