/**
 * Run as a process of its own by `answering.ts`: either the whole bot, or a bare teams-ai echo behind the same guard, so
 * that the two are measured alike. Tells its port, then its processor time whenever it is asked.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import type { Config } from '../src/config.ts';
import { startHttpServer } from '../src/http/server.ts';
import { createLog } from '../src/log.ts';
import { openAcademy } from '../src/open-academy.ts';
import { runBot } from '../src/run-bot.ts';
import { admit } from '../src/teams/admission.ts';
import { connectToTeams } from '../src/teams/connection.ts';
import { readInbound } from '../src/teams/inbound.ts';
import { importRoster } from '../test/conversation/roster-for-tests.ts';

const [kind = '', appId = '', tenantId = '', openIdMetadataUrl = ''] = process.argv.slice(2);
const identity = { appId, appType: 'SingleTenant', tenantId, password: 'not-a-secret' } as const;
const log = createLog('silent');

async function startAcademy(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const config: Config = {
    identity,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    storage: { kind: 'sqlite', dataDir },
    dataDir,
    programme: 'luton',
    runs: { web: true, worker: true },
    logLevel: 'silent',
    messagesPerSecond: null,
    serviceUrlHosts: [],
  };
  const academy = await openAcademy(config, log);
  await importRoster(academy, readFileSync(join(import.meta.dirname, '../test/fixtures/roster.csv')));
  return (await runBot(academy, { signingKeys: { openIdMetadataUrl } })).port;
}

async function startEcho(): Promise<number> {
  const connection = connectToTeams({ identity, testSigningKeys: { openIdMetadataUrl } });
  const app = new Application({ adapter: connection.adapter, startTypingTimer: false });
  app.activity('message', async (context: TurnContext) => {
    await context.sendActivity(`You said: ${context.activity.text}`);
  });
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    receive: async ({ authorization, body }) => {
      const read = readInbound(body);
      if (!read.ok) return { status: 400 };
      const admission = await admit(connection, read.inbound, authorization, log);
      if (!admission.admitted) return { status: admission.status };
      await admission.run(async (context) => {
        await app.run(context);
      });
      return { status: 200 };
    },
    readiness: async () => ({ ready: true, details: {} }),
    log,
  });
  return server.port;
}

const port = kind === 'academy' ? await startAcademy() : await startEcho();
process.send?.({ port });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMilliseconds: (user + system) / 1000 });
});
