/** Which storage account, and how to sign in to it. */
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { ManagedIdentityCredential } from '@azure/identity';
import { QueueServiceClient, type StoragePipelineOptions } from '@azure/storage-queue';
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
  const allowInsecureConnection = checkConnectionString(connectionString) === 'loopback';
  return {
    // A copy of the options each: the SDK writes into them.
    table: (name) =>
      TableClient.fromConnectionString(connectionString, name, { ...tableOptions, allowInsecureConnection }),
    queues: QueueServiceClient.fromConnectionString(connectionString, { ...queueOptions }),
  };
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the account is one on this machine; throws when keys would travel in the clear or parts are missing. */
function checkConnectionString(connectionString: string): 'loopback' | 'secure' {
  const parts = partsOf(connectionString);
  if (parts.get('usedevelopmentstorage')?.toLowerCase() === 'true') return 'loopback';
  for (const name of ['AccountName', 'AccountKey', 'DefaultEndpointsProtocol']) {
    if (!parts.has(name.toLowerCase())) {
      throw new StorageConfigurationError(
        `The storage connection string has no ${name}: copy it whole from "Access keys" of the storage account.`,
      );
    }
  }
  const endpoints = ['table', 'queue'].map((service) => endpointOf(parts, service));
  const open = endpoints.filter(({ protocol }) => protocol !== 'https:');
  if (open.length === 0) return 'secure';
  if (open.every(({ protocol, hostname }) => protocol === 'http:' && loopback.has(hostname)))
    return 'loopback';
  throw new StorageConfigurationError(
    'The storage connection string uses http to another machine: set DefaultEndpointsProtocol and the endpoints to https.',
  );
}

function partsOf(connectionString: string): ReadonlyMap<string, string> {
  const pairs = connectionString
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.includes('='));
  return new Map(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).toLowerCase(), pair.slice(pair.indexOf('=') + 1)]),
  );
}

function endpointOf(parts: ReadonlyMap<string, string>, service: string): URL {
  const suffix = parts.get('endpointsuffix') ?? 'core.windows.net';
  const named = parts.get(`${service}endpoint`);
  const address =
    named ?? `${parts.get('defaultendpointsprotocol')}://${parts.get('accountname')}.${service}.${suffix}`;
  const url = URL.parse(address);
  if (url === null) {
    throw new StorageConfigurationError(
      `The ${service} endpoint of the storage connection string is not a web address.`,
    );
  }
  return url;
}
