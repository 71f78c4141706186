/**
 * The whole bot as it runs in Teams: real HTTP, real RS256 tokens, the real store, worker, services and cards; only the
 * connector is ours, and the clock stands where the test puts it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Config } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openAcademy } from '../../src/open-academy.ts';
import { runBot } from '../../src/run-bot.ts';
import type { Suggest } from '../../src/services/suggestion.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { createBotClient, testTenant } from '../support/bot-client.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { quickTimers } from '../support/quick-timers.ts';
import { startTokenIssuer } from '../support/tokens.ts';
import { importRoster } from './roster-for-tests.ts';

const appId = '6c9a3e52-70a3-4b73-8a0e-0f6a5d1a9e77';

export const amara = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0002',
  name: 'Amara Okoro',
  email: 'amara.nqsw@example.org',
};
export const priya = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0001',
  name: 'Priya Nandakumar',
  email: 'priya.senior@example.org',
};
export const helen = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0003',
  name: 'Helen Boateng',
  email: 'helen.academy@example.org',
};
export const stranger = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f00ff',
  name: 'Somebody Else',
  email: 'somebody.else@example.org',
};
export const escalations = {
  id: '19:escalations@thread.tacv2',
  name: 'Escalations',
  teamId: '19:academy@thread.tacv2',
};

export type AcademyInTeams = Awaited<ReturnType<typeof academyInTeams>>;

/** Luton as it is, without the reminders of its dates: for stories that run over weeks. */
export const lutonQuiet = join(import.meta.dirname, '../fixtures/luton-quiet.yaml');

export async function academyInTeams({
  now,
  storage,
  programme = 'luton',
  onDisk = false,
  suggest,
  roster = readFileSync(join(import.meta.dirname, '../fixtures/roster.csv')),
}: {
  readonly now: string;
  /** Who is in the academy; nobody is imported where it is null, because the storage knows them already. */
  readonly roster?: Uint8Array | null;
  readonly storage?: Storage;
  /** For tests that read the files: the store is the same without, in memory and waiting for no disk. */
  readonly onDisk?: boolean;
  /** A preset's id or a path. */
  readonly programme?: string;
  /** The language model, where there is to be one. */
  readonly suggest?: Suggest;
}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'academy-'));
  const connector = await startFakeConnector();
  const tokens = await startTokenIssuer(appId);
  const time = { now: Temporal.Instant.from(now) };
  let ids = 0;
  const logLines: string[] = [];
  const config: Config = {
    identity: { appId, appType: 'SingleTenant', tenantId: testTenant, password: 'not-a-secret' },
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'https://academy.example.org',
    storage: { kind: 'sqlite', dataDir },
    dataDir,
    programme,
    runs: { web: true, worker: true },
    logLevel: 'info',
    messagesPerSecond: 1_000,
    serviceUrlHosts: [],
  };
  const log = createLog('info', { write: (line) => logLines.push(line) });
  const clock = { now: () => time.now };
  const newId = () => `id-${String(++ids).padStart(8, '0')}`;
  const store = onDisk ? storage : (storage ?? openSqliteStorage({ file: ':memory:', clock, newId }));
  const academy = await openAcademy(config, log, {
    clock,
    newId,
    ...(store === undefined ? {} : { storage: store }),
    ...(suggest === undefined ? {} : { suggest }),
  });
  if (roster !== null) await importRoster(academy, roster);
  const bot = await runBot(academy, {
    signingKeys: { openIdMetadataUrl: tokens.openIdMetadataUrl },
    paceTimers: quickTimers,
  });
  const asked = {
    endpoint: `http://127.0.0.1:${bot.port}/api/messages`,
    connector,
    authorize: (serviceUrl: string) => tokens.header({ serviceUrl }),
  };
  const client = createBotClient(asked);
  return {
    academy,
    bot,
    client,
    /** The same people as they would come from another council's Teams. */
    clientOf: (tenantId: string) => createBotClient({ ...asked, tenantId }),
    connector,
    dataDir,
    logLines,
    time,
    /** Waits until everything that is owed by now has been sent. */
    settled: async () => {
      await bot.worker?.drain();
    },
    stop: async () => {
      await bot.stop();
      await Promise.all([connector.close(), tokens.close()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
