import { join } from 'node:path';
import type { Clock, NewId } from '../services/ports.ts';
import { openSqliteStorage } from './sqlite-storage.ts';
import type { Storage } from './storage.ts';

/** Where the records are kept, as the configuration chose it. */
export type StorageHome =
  | { readonly kind: 'sqlite'; readonly dataDir: string }
  | { readonly kind: 'azure-connection'; readonly connectionString: string }
  | { readonly kind: 'azure-identity'; readonly accountName: string; readonly clientId?: string };

/** The one file under the data directory that holds everything in local mode. */
export const sqliteFileName = 'academy.sqlite';

/** Azure's SDK is loaded only when Azure is chosen: importing it costs more than opening the file. */
export async function openStorage(
  home: StorageHome,
  needs: { readonly clock: Clock; readonly newId: NewId },
): Promise<Storage> {
  if (home.kind === 'sqlite') {
    return openSqliteStorage({ file: join(home.dataDir, sqliteFileName), ...needs });
  }
  const { openAzureStorage } = await import('./azure-storage.ts');
  return openAzureStorage(home, needs);
}
