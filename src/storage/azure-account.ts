/** Which storage account, and how to sign in to it. */
import { AzureNamedKeyCredential, TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { ManagedIdentityCredential } from '@azure/identity';
import {
  QueueServiceClient,
  type StoragePipelineOptions,
  StorageSharedKeyCredential,
} from '@azure/storage-queue';
import { StorageConfigurationError } from './errors.ts';

export type AzureAccount =
  | { readonly connectionString: string }
  /** Signs in with the managed identity; `clientId` names it when the host has several. */
  | { readonly accountName: string; readonly clientId?: string };

export interface AzureClients {
  readonly table: (name: string) => TableClient;
  readonly queues: QueueServiceClient;
}

/** Repetition is `ask`'s, see azure-attempts. */
const tableOptions: TableServiceClientOptions = { retryOptions: { maxRetries: 0 } };
const queueOptions: StoragePipelineOptions = { retryOptions: { maxTries: 1 } };

export function azureClients(account: AzureAccount): AzureClients {
  if ('connectionString' in account) return withConnectionString(account.connectionString);
  const { accountName, clientId } = account;
  const credential =
    clientId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId });
  const at = (service: string) => `https://${accountName}.${service}.core.windows.net`;
  return {
    table: (name) => new TableClient(at('table'), name, credential, tableOptions),
    queues: new QueueServiceClient(at('queue'), credential, queueOptions),
  };
}

function withConnectionString(connectionString: string): AzureClients {
  const parts = partsOf(connectionString);
  if (parts.get('usedevelopmentstorage')?.toLowerCase() === 'true') {
    const allowInsecureConnection = true;
    return {
      // A copy of the options each: the SDK writes into them.
      table: (name) =>
        TableClient.fromConnectionString(connectionString, name, {
          ...tableOptions,
          allowInsecureConnection,
        }),
      queues: QueueServiceClient.fromConnectionString(connectionString, { ...queueOptions }),
    };
  }
  return withKey(parts);
}

function withKey(parts: Parts): AzureClients {
  const name = required(parts, 'AccountName');
  const key = required(parts, 'AccountKey');
  const tableUrl = endpointOf(parts, 'table');
  const queueUrl = endpointOf(parts, 'queue');
  const options = { ...tableOptions, allowInsecureConnection: tableUrl.startsWith('http:') };
  return {
    table: (table) => new TableClient(tableUrl, table, new AzureNamedKeyCredential(name, key), options),
    queues: new QueueServiceClient(queueUrl, new StorageSharedKeyCredential(name, key), queueOptions),
  };
}

/** By their names in lower case, as connection strings are read. */
type Parts = ReadonlyMap<string, string>;

function partsOf(connectionString: string): Parts {
  const pairs = connectionString
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.includes('='));
  return new Map(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals).toLowerCase(), pair.slice(equals + 1)];
    }),
  );
}

function required(parts: Parts, name: string): string {
  const value = parts.get(name.toLowerCase());
  if (value !== undefined && value !== '') return value;
  throw new StorageConfigurationError(
    `The storage connection string has no ${name}: copy it whole from "Access keys" of the storage account.`,
  );
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The service's address without a slash at its end. Plain http is for this machine alone: requests carry data. */
function endpointOf(parts: Parts, service: 'table' | 'queue'): string {
  const protocol = parts.get('defaultendpointsprotocol') ?? 'https';
  const suffix = parts.get('endpointsuffix') ?? 'core.windows.net';
  const usual = `${protocol}://${parts.get('accountname')}.${service}.${suffix}`;
  const url = URL.parse(parts.get(`${service}endpoint`) ?? usual);
  if (url === null) {
    throw new StorageConfigurationError(
      `The ${service} endpoint of the storage connection string is not a web address.`,
    );
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.has(url.hostname))) {
    throw new StorageConfigurationError(
      `The ${service} endpoint of the storage connection string does not use https, which it must on another machine.`,
    );
  }
  return url.href.replace(/\/$/, '');
}
