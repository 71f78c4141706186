import { describe, expect, it } from 'vitest';
import { azureClients } from '../../src/storage/azure-account.ts';
import { StorageConfigurationError } from '../../src/storage/errors.ts';

const key = Buffer.from('a secret that no message may show').toString('base64');
const account = `AccountName=academyrecords;AccountKey=${key}`;

describe('a connection string', () => {
  it.each([
    ['UseDevelopmentStorage=true', 'http://127.0.0.1:10002/devstoreaccount1'],
    [`DefaultEndpointsProtocol=https;${account}`, 'https://academyrecords.table.core.windows.net'],
    [
      `DefaultEndpointsProtocol=https;${account};EndpointSuffix=core.example.org`,
      'https://academyrecords.table.core.example.org',
    ],
    [
      `DefaultEndpointsProtocol=http;${account};TableEndpoint=http://127.0.0.1:7/a;QueueEndpoint=http://localhost:8/a`,
      'http://127.0.0.1:7/a',
    ],
  ])('names the account: $0', (connectionString, address) => {
    expect(azureClients({ connectionString }).table('people').url).toBe(address);
  });

  it.each([
    ['sends keys in the clear', `DefaultEndpointsProtocol=http;${account}`, 'https'],
    [
      'sends keys in the clear for one service',
      `DefaultEndpointsProtocol=https;${account};QueueEndpoint=http://storage.example.org/q`,
      'https',
    ],
    [
      'only looks like loopback',
      `DefaultEndpointsProtocol=http;${account};TableEndpoint=http://127.0.0.1.example.org;QueueEndpoint=http://127.0.0.1:8`,
      'https',
    ],
    ['has no key', 'DefaultEndpointsProtocol=https;AccountName=academyrecords', 'AccountKey'],
    ['has no account', `DefaultEndpointsProtocol=https;AccountKey=${key}`, 'AccountName'],
    [
      'is a shared access signature',
      'TableEndpoint=https://a.example.org;SharedAccessSignature=sv=1',
      'AccountName',
    ],
    ['is something else', `${key}`, 'AccountName'],
    [
      'has an endpoint that is none',
      `DefaultEndpointsProtocol=https;${account};TableEndpoint=here`,
      'endpoint',
    ],
  ])('is refused when it %s, with the remedy and without the key', (_, connectionString, remedy) => {
    let failure: unknown;
    try {
      azureClients({ connectionString });
    } catch (cause) {
      failure = cause;
    }
    expect(failure).toBeInstanceOf(StorageConfigurationError);
    expect(failure).toMatchObject({
      code: 'storage-configuration',
      message: expect.stringContaining(remedy),
    });
    expect(String(failure)).not.toContain(key);
  });
});

describe('a managed identity', () => {
  it('signs in to the named account over https', () => {
    const { table, queues } = azureClients({ accountName: 'academyrecords' });
    expect(table('people').url).toBe('https://academyrecords.table.core.windows.net');
    expect(queues.url).toBe('https://academyrecords.queue.core.windows.net');
  });
});
