import type { Clock, NewId } from '../services/ports.ts';
import { type AzureAccount, azureClients } from './azure-account.ts';
import { azureAlarmQueue } from './azure-alarm-queue.ts';
import { type AttemptPolicy, ask, granted, usualAttempts } from './azure-attempts.ts';
import { azureTableStore } from './azure-table-store.ts';
import type { Storage } from './storage.ts';
import { tables } from './table-store.ts';

export interface AzureOptions {
  /** Turns an alarm's instant into the queue's delay. */
  readonly clock: Clock;
  readonly newId: NewId;
  /** Lower-case letters and digits before every table's and queue's name, for bots that share an account. */
  readonly prefix?: string;
  readonly attempts?: AttemptPolicy;
}

/** Opens both ports on an Azure Storage account; missing tables and queues are created. */
export async function openAzureStorage(account: AzureAccount, options: AzureOptions): Promise<Storage> {
  const { clock, newId, prefix = '', attempts = usualAttempts } = options;
  const clients = azureClients(account);
  const queue = clients.queues.getQueueClient(`${prefix}alarms`);
  const poison = clients.table(`${prefix}poisonedalarms`);
  const stores = tables.map((table) => clients.table(`${prefix}${table}`));
  const create = [
    ...[...stores, poison].map((table) => (abortSignal: AbortSignal) => table.createTable({ abortSignal })),
    (abortSignal: AbortSignal) => queue.createIfNotExists({ abortSignal }),
  ];
  await Promise.all(create.map(async (request) => granted(await ask<unknown>(attempts, request))));

  const store = azureTableStore((table) => ({
    client: () => clients.table(`${prefix}${table}`),
    newId,
    attempts,
  }));
  const alarms = azureAlarmQueue({ queue, poison, clock, attempts });
  return {
    tables: store,
    alarms,
    async close() {
      await Promise.all([store.close(), alarms.close()]);
    },
  };
}
