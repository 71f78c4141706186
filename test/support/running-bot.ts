/** The real shell on real HTTP and the real store in memory, with a small `respond` and a fake connector. */
import { Temporal } from 'temporal-polyfill';
import { cardMessage, parseSubmission } from '../../src/cards/index.ts';
import { startHttpServer } from '../../src/http/server.ts';
import type { Respond } from '../../src/services/turn.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { createTeamsBot } from '../../src/teams/bot.ts';
import { connectToTeams } from '../../src/teams/connection.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { createBotClient, testTenant } from './bot-client.ts';
import { startFakeConnector } from './fake-connector.ts';
import { recordingLog } from './recording-log.ts';
import { startTokenIssuer } from './tokens.ts';

export interface RunningBotOptions {
  readonly respond: Respond;
  /** Local mode: no tokens at all. */
  readonly local?: boolean;
  readonly deadlineMs?: number;
  readonly idleMs?: number;
  /** The time by which an attempt is cut off. */
  readonly after?: NonNullable<Parameters<typeof connectToTeams>[0]['after']>;
}

const appId = '6c9a3e52-70a3-4b73-8a0e-0f6a5d1a9e77';

export type RunningBot = Awaited<ReturnType<typeof startBot>>;

export async function startBot({ respond, local = false, ...timing }: RunningBotOptions) {
  const connector = await startFakeConnector();
  const tokens = await startTokenIssuer(appId);
  const log = recordingLog();
  const time = { now: Temporal.Instant.from('2026-09-14T08:00:00Z') };
  const clock = { now: () => time.now };
  let ids = 0;
  const newId = () => `id-${String(++ids).padStart(8, '0')}`;
  const storage = openSqliteStorage({ file: ':memory:', clock, newId });
  const repositories = createRepositories({ tables: storage.tables, clock, newId, log });
  const connection = connectToTeams({
    ...(local
      ? { identity: null }
      : {
          identity: { appId, appType: 'SingleTenant', tenantId: testTenant, password: 'not-a-secret' },
          testSigningKeys: { openIdMetadataUrl: tokens.openIdMetadataUrl },
        }),
    ...timing,
  });
  const bot = createTeamsBot({
    connection,
    calls: { called() {}, refused() {} },
    respond,
    bind: cardMessage,
    readSubmission: parseSubmission,
    addressBook: repositories.addresses,
    inboundLedger: repositories.inbound,
    postedCards: repositories.postedCards,
    people: repositories.people,
    clock,
    newId,
    log,
  });
  const http = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    receive: (request) => bot.receive(request),
    readiness: async () => ({ ready: true, details: {} }),
    log,
  });
  const endpoint = `http://127.0.0.1:${http.port}/api/messages`;
  const client = createBotClient({
    endpoint,
    connector,
    ...(local ? {} : { authorize: (serviceUrl) => tokens.header({ serviceUrl }) }),
  });
  return {
    connector,
    tokens,
    log,
    time,
    connection,
    repositories,
    endpoint,
    client,
    messenger: createMessenger({ connection, addressBook: repositories.addresses, log }),
    stop: async () => {
      await http.close(500);
      await Promise.all([connector.close(), tokens.close()]);
      await storage.close();
    },
  };
}
