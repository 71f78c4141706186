import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkSignIn, checkSkew, type SignInServices } from '../../src/cli/check-identity.ts';
import { sqliteFileName } from '../../src/storage/open-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { academy, documentOf } from './string-terminal.ts';

let folder = '';
let env: Record<string, string> = {};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-doctor-'));
  env = { DATA_DIR: join(folder, 'data') };
});
afterEach(() => rm(folder, { recursive: true }));

const reportSchema = z.strictObject({
  ok: z.boolean(),
  holidaysUntil: z.iso.date(),
  checks: z.array(
    z.strictObject({
      check: z.enum([
        'configuration',
        'programme',
        'storage',
        'records',
        'people',
        'sending',
        'identity',
        'language model',
        'clock',
        'calendar',
      ]),
      status: z.enum(['ok', 'warning', 'problem']),
      message: z.string().min(1),
      remedy: z.string().min(1).nullable(),
    }),
  ),
});

async function examined(more: Record<string, string> = {}, now?: string) {
  const ran = await academy(['doctor', '--json'], {
    env: { ...env, ...more },
    ...(now === undefined ? {} : { now }),
  });
  const report = reportSchema.parse(documentOf(ran));
  expect(ran.exit).toBe(report.ok ? 0 : 1);
  for (const { status, remedy } of report.checks) expect(remedy === null).toBe(status === 'ok');
  const amiss = report.checks.filter(({ status }) => status !== 'ok');
  return { ...report, amiss: amiss.map(({ check, status, message }) => `${status} ${check}: ${message}`) };
}

describe('academy doctor', () => {
  it('finds nothing wrong with a fresh folder but that nobody is in it, and makes nothing there', async () => {
    const { ok, amiss, holidaysUntil } = await examined();
    expect(ok).toBe(true);
    expect(amiss).toEqual(['warning people: the academy has no people yet']);
    expect(holidaysUntil >= '2028-12-31').toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it('finds an academy in order once a roster is imported, but for the channel still to be chosen', async () => {
    await academy(['import', 'test/fixtures/roster.csv'], { env });
    const { amiss, checks } = await examined();
    expect(amiss).toEqual([
      'warning people: no channel is chosen for escalations: alerts go to the Academy Manager one to one',
    ]);
    expect(checks.map(({ message }) => message)).toContain('2 NQSWs, 1 Academy Manager');
  });

  it('names every row that cannot be read, by its place and never by its content', async () => {
    await academy(['import', 'test/fixtures/roster.csv'], { env });
    const clock = { now: () => Temporal.Instant.from('2026-09-30T09:00Z') };
    const file = join(folder, 'data', sqliteFileName);
    const storage = openSqliteStorage({ file, clock, newId: () => crypto.randomUUID() });
    const row = { partitionKey: 'p-1', rowKey: 'file-record~1', schema: 1, body: { secret: 'never shown' } };
    await storage.tables.put('participants', row);
    await storage.close();
    const { amiss } = await examined();
    expect(amiss.filter((line) => line.includes('a row cannot be read'))).toEqual([
      expect.stringContaining('participants p-1 file-record~1'),
    ]);
    expect(amiss.join()).not.toContain('never shown');
  });

  it('names alarms that were put aside', async () => {
    await academy(['import', 'test/fixtures/roster.csv'], { env });
    const clock = { now: () => Temporal.Instant.from('2026-09-30T09:00Z') };
    const file = join(folder, 'data', sqliteFileName);
    const storage = openSqliteStorage({ file, clock, newId: () => crypto.randomUUID() });
    await storage.alarms.send('payload', clock.now());
    for (const alarm of await storage.alarms.receive(1, 30))
      await storage.alarms.poison(alarm, 'row-unreadable');
    await storage.close();
    expect((await examined()).amiss).toContain(
      'warning records: 1 alarm put aside after five failures (row-unreadable)',
    );
  });

  it('names every setting that is wrong', async () => {
    const { ok, amiss } = await examined({ PORT: 'many', LOG_LEVEL: 'loud' });
    expect(ok).toBe(false);
    expect(amiss.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'problem configuration: PORT',
      'problem configuration: LOG_LEVEL',
    ]);
  });

  it('names a programme that is none, and looks at the rest all the same', async () => {
    const { ok, amiss } = await examined({ PROGRAMME: 'lutn' });
    expect(ok).toBe(false);
    expect(amiss[0]).toContain('problem programme: lutn: no programme is called lutn');
    expect(amiss[1]).toContain('people');
  });

  it('names a folder that cannot be made, and one that is a file', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    expect((await examined({ DATA_DIR: join(file, 'data') })).amiss[0]).toMatch(/^problem storage: /);
  });

  const onLinux = it.runIf(process.platform === 'linux');
  onLinux(
    'tries the folder: nothing can be made under /proc, whoever asks and whatever rights say',
    async () => {
      const { amiss } = await examined({ DATA_DIR: '/proc/nope' });
      expect(amiss[0]).toMatch(/^problem storage: \/proc\/nope cannot be made in \/proc \(/);
    },
  );

  it('names the file of a damaged database, and says to restore it or to move it away', async () => {
    await mkdir(join(folder, 'data'));
    const file = join(folder, 'data', sqliteFileName);
    await writeFile(
      file,
      'once a database, now a text that is long enough to be read as a header of a hundred',
    );
    const { checks } = await examined();
    expect(checks.find(({ check }) => check === 'storage')).toEqual({
      check: 'storage',
      status: 'problem',
      message: `${file} is damaged or no database of the academy (not-a-database)`,
      remedy: expect.stringMatching(/^restore .* from a backup .* or move all three away/),
    });
  });

  it('names the file of a faulty programme at each fault, with the remedy once', async () => {
    const file = join(folder, 'ours.yaml');
    await writeFile(file, 'extends: luton\nid: Ours\nreviews: 3\n');
    const { out } = await academy(['doctor'], { env: { ...env, PROGRAMME: file } });
    expect(out.split('\n').filter((line) => line.startsWith(`PROBLEM programme: ${file}: `))).toHaveLength(2);
    expect(out.split(`programmes check ${file}`)).toHaveLength(2);
  });

  it('looks at the programme even when other settings are wrong', async () => {
    const { amiss } = await examined({ PORT: 'many', PROGRAMME: 'lutn' });
    expect(amiss.map((line) => line.split(':')[0])).toEqual(['problem configuration', 'problem programme']);
  });

  it('says when the bank holidays run out before a programme would', async () => {
    const { amiss } = await examined({}, '2027-09-01T09:00Z');
    expect(amiss.join()).toMatch(/warning calendar: bank holidays are known until Sunday 31 December 2028/);
  });

  it('says it for a reader with the remedy under each', async () => {
    const { out } = await academy(['doctor'], { env });
    expect(out).toMatch(/^WARNING people: .*\n {8}-> npm run academy -- import/m);
    expect(out).toMatch(/0 problems, 1 warning\n$/);
  });
});

describe('what the doctor asks Microsoft', () => {
  let server: Server;
  let services: SignInServices;
  let answer: { status: number; body: unknown } = { status: 200, body: {} };
  let asked: { url: string; headers: NodeJS.Dict<string | string[]>; body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        asked.push({ url: request.url ?? '', headers: request.headers, body });
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    services = { entra: base, instanceMetadata: `${base}/metadata`, signingKeys: `${base}/keys` };
  });
  afterAll(() => new Promise((closed) => server.close(closed)));
  beforeEach(() => {
    asked = [];
    answer = { status: 200, body: { access_token: 'x' } };
  });

  const secret = {
    appId: 'app-1',
    appType: 'SingleTenant',
    tenantId: 'tenant-1',
    password: 'pa&ss',
  } as const;
  const managed = { ...secret, appType: 'UserAssignedMsi', password: null } as const;

  it('is a token for the connector, with the secret in the body and nowhere else', async () => {
    expect(await checkSignIn(secret, {}, services)).toMatchObject({ status: 'ok' });
    expect(asked[0]?.url).toBe('/tenant-1/oauth2/v2.0/token');
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'app-1',
      client_secret: 'pa&ss',
      scope: 'https://api.botframework.com/.default',
    });
  });

  it('is, for a managed identity, the host’s own endpoint when it has one', async () => {
    expect(await checkSignIn(managed, {}, services)).toMatchObject({ status: 'ok' });
    expect(asked[0]?.url).toContain(
      '/metadata?api-version=2018-02-01&resource=https%3A%2F%2Fapi.botframework.com&client_id=app-1',
    );
    expect(asked[0]?.headers).toMatchObject({ metadata: 'true' });
    const env = { IDENTITY_ENDPOINT: `${services.entra}/hosted`, IDENTITY_HEADER: 'h' };
    await checkSignIn(managed, env, services);
    expect(asked[1]?.url).toContain('/hosted?api-version=2019-08-01');
    expect(asked[1]?.headers).toMatchObject({ 'x-identity-header': 'h' });
  });

  it.each([
    [
      'a secret that has run out',
      { status: 401, body: { error: 'invalid_client', error_codes: [7000222] } },
      'AADSTS7000222',
      'has run out',
    ],
    [
      'a secret that is wrong',
      { status: 401, body: { error: 'invalid_client', error_codes: [7000215] } },
      'AADSTS7000215',
      'is not the secret',
    ],
    [
      'an application of another tenant',
      { status: 400, body: { error_codes: [700016] } },
      'AADSTS700016',
      'is not an application',
    ],
    [
      'a refusal nobody has described',
      { status: 400, body: { error: 'odd' } },
      'odd',
      'check MicrosoftAppId',
    ],
    ['an answer that is not JSON', { status: 502, body: undefined }, 'HTTP 502', 'check MicrosoftAppId'],
  ])('and the remedy fits %s, without a secret in it', async (_, given, code, remedy) => {
    answer = given;
    const finding = await checkSignIn(secret, {}, services);
    expect(finding).toMatchObject({ check: 'identity', status: 'problem' });
    expect(finding.message).toContain(code);
    expect(finding.remedy).toContain(remedy);
    expect(JSON.stringify(finding)).not.toContain('pa&ss');
  });

  it('is what time it is, and a clock that is out by more than tokens allow is a problem', async () => {
    const now = Temporal.Now.instant();
    expect(await checkSkew(() => now, services)).toMatchObject({ status: 'ok' });
    const fast = await checkSkew(() => now.add({ minutes: 10 }), services);
    expect(fast.message).toMatch(/^is (59\d|60\d) s fast/);
    const slow = await checkSkew(() => now.subtract({ minutes: 10 }), services);
    expect(slow).toMatchObject({
      status: 'problem',
      message: expect.stringMatching(/^is (59\d|60\d) s slow/),
    });
  });

  it('and a network that does not let it through is said to be one', async () => {
    const nowhere = {
      entra: 'http://127.0.0.1:1',
      instanceMetadata: 'http://127.0.0.1:1',
      signingKeys: 'http://127.0.0.1:1',
    };
    expect(await checkSignIn(secret, {}, nowhere)).toMatchObject({
      status: 'problem',
      remedy: expect.stringContaining('login.microsoftonline.com'),
    });
    expect(await checkSkew(() => Temporal.Now.instant(), nowhere)).toMatchObject({ status: 'problem' });
  });
});
