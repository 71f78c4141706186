/** Azure Storage's emulator inside this process: in memory, without telemetry, on free loopback ports. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Azurite {
  readonly connectionString: string;
  readonly tableAddress: string;
  readonly queueAddress: string;
  stop(): Promise<void>;
}

/** The part of Azurite's servers that is used here; the package ships no types. */
interface Server {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}
type Construct<T> = new (...values: readonly unknown[]) => T;

const require = createRequire(import.meta.url);
const load = (path: string) => require(`azurite/dist/src/${path}`);

/** The emulator's one account, whose key Azurite publishes. */
const account = 'devstoreaccount1';

export function connectionStringFor(tableAddress: string, queueAddress: string): string {
  const { EMULATOR_ACCOUNT_KEY_STR: key } = load('blob/utils/constants') as {
    readonly EMULATOR_ACCOUNT_KEY_STR: string;
  };
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${key}`,
    `TableEndpoint=${tableAddress}/${account}`,
    `QueueEndpoint=${queueAddress}/${account}`,
  ].join(';');
}

export async function startAzurite(): Promise<Azurite> {
  const folder = await mkdtemp(join(tmpdir(), 'azurite-'));
  const { configLogger } = load('common/Logger') as { readonly configLogger: (on: boolean) => void };
  configLogger(false);
  const table = tableServer(folder);
  const queue = queueServer(folder);
  await Promise.all([table.start(), queue.start()]);
  const tableAddress = table.getHttpServerAddress();
  const queueAddress = queue.getHttpServerAddress();
  return {
    tableAddress,
    queueAddress,
    connectionString: connectionStringFor(tableAddress, queueAddress),
    async stop() {
      await Promise.all([table.close(), queue.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

// The positions are Azurite 3.35's constructors: host, port, keep-alive seconds, …, in-memory persistence last.
// Telemetry belongs to Azurite's command line, which is not used, so none is ever started.
function tableServer(folder: string): Server {
  const TableServer = load('table/TableServer').default as Construct<Server>;
  const TableConfiguration = load('table/TableConfiguration').default as Construct<object>;
  const log = [false, false, undefined, undefined] as const;
  const certificate = ['', '', ''] as const;
  const place = join(folder, 'tables.json');
  return new TableServer(
    new TableConfiguration(
      '127.0.0.1',
      0,
      5,
      place,
      ...log,
      false,
      true,
      ...certificate,
      undefined,
      false,
      true,
    ),
  );
}

function queueServer(folder: string): Server {
  const QueueServer = load('queue/QueueServer').default as Construct<Server>;
  const QueueConfiguration = load('queue/QueueConfiguration').default as Construct<object>;
  const places = [
    join(folder, 'queues.json'),
    join(folder, 'extents.json'),
    [{ locationId: 'Default', locationPath: join(folder, 'extents'), maxConcurrency: 32 }],
  ] as const;
  const log = [false, undefined, false, undefined] as const;
  const certificate = ['', '', ''] as const;
  return new QueueServer(
    new QueueConfiguration(
      '127.0.0.1',
      0,
      5,
      ...places,
      ...log,
      false,
      true,
      ...certificate,
      undefined,
      false,
      true,
    ),
  );
}
