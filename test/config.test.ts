import { describe, expect, it } from 'vitest';
import { configMessage, readConfig } from '../src/config.ts';

const appId = '11111111-2222-4333-8444-555555555555';
const tenant = '99999999-2222-4333-8444-555555555555';
const inTeams = {
  MicrosoftAppId: appId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenant,
  MicrosoftAppPassword: 'a-secret-value',
  STORAGE_ACCOUNT_NAME: 'academyrecords',
};

function problemsOf(env: Record<string, string>): string[] {
  const reading = readConfig(env);
  return reading.ok ? [] : reading.problems.map((problem) => problem.variable);
}

describe('the environment', () => {
  it('means local mode on loopback with an embedded store when nothing is set', () => {
    const reading = readConfig({});
    expect(reading).toEqual({
      ok: true,
      config: {
        identity: null,
        host: '127.0.0.1',
        port: 3978,
        publicUrl: 'http://127.0.0.1:3978',
        storage: { kind: 'sqlite', dataDir: '.data' },
        dataDir: '.data',
        programme: 'luton',
        runs: { web: true, worker: true },
        messagesPerSecond: null,
        logLevel: 'info',
        serviceUrlHosts: [],
      },
    });
  });

  it('takes empty values for unset ones, as shells and app settings leave them', () => {
    expect(readConfig({ MicrosoftAppId: '', PORT: '', HOST: '' })).toMatchObject({
      ok: true,
      config: { port: 3978 },
    });
  });

  it('has an address for its messages where one is said, and on its own machine in local mode', () => {
    const addressOf = (env: Record<string, string>) => {
      const reading = readConfig(env);
      return reading.ok ? reading.config.publicUrl : reading.problems.map(({ variable }) => variable);
    };
    expect(addressOf({ ...inTeams, PUBLIC_URL: 'https://academy.example.org/bot/' })).toBe(
      'https://academy.example.org/bot',
    );
    expect(addressOf(inTeams)).toBeNull();
    expect(addressOf({ PORT: '4000' })).toBe('http://127.0.0.1:4000');
    expect(addressOf({ PORT: '0' })).toBeNull();
    expect(addressOf({ ...inTeams, PUBLIC_URL: 'http://academy.example.org' })).toEqual(['PUBLIC_URL']);
    for (const wrong of ['academy.example.org', 'ftp://academy.example.org', 'https://a.example.org/?a=1']) {
      expect(addressOf({ PUBLIC_URL: wrong }), wrong).toEqual(['PUBLIC_URL']);
    }
  });

  it('listens on every address once the bot has an identity', () => {
    expect(readConfig(inTeams)).toMatchObject({
      ok: true,
      config: { host: '0.0.0.0', identity: { appId, appType: 'SingleTenant', tenantId: tenant } },
    });
  });

  it.each([
    ['production without an identity', { NODE_ENV: 'production' }, ['MicrosoftAppId']],
    ['local mode on another address', { HOST: '0.0.0.0' }, ['HOST']],
    ['both at once', { HOST: '10.0.0.1', NODE_ENV: 'production' }, ['MicrosoftAppId', 'HOST']],
    [
      'an identity without type, tenant and storage',
      { MicrosoftAppId: appId },
      ['MicrosoftAppType', 'MicrosoftAppTenantId', 'STORAGE_ACCOUNT_NAME'],
    ],
    [
      'a single-tenant bot without its secret',
      { ...inTeams, MicrosoftAppPassword: '' },
      ['MicrosoftAppPassword'],
    ],
    [
      'a managed identity with a secret',
      { ...inTeams, MicrosoftAppType: 'UserAssignedMsi' },
      ['MicrosoftAppPassword'],
    ],
    ['a multi-tenant bot', { ...inTeams, MicrosoftAppType: 'MultiTenant' }, ['MicrosoftAppType']],
    ['two storages', { ...inTeams, AZURE_STORAGE_CONNECTION_STRING: 'x' }, ['STORAGE_ACCOUNT_NAME']],
    ['a port that is none', { PORT: 'http' }, ['PORT']],
    ['a port out of range', { PORT: '70000' }, ['PORT']],
    ['an unknown role', { ROLES: 'web,cron' }, ['ROLES']],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
  ])('refuses %s, naming the variable', (_case, env, variables) => {
    expect(problemsOf(env)).toEqual(variables);
  });

  it.each([
    [
      'malformed settings beside what local mode forbids',
      { PORT: '1.5', ROLES: 'web,cron,', LOG_LEVEL: 'loud', HOST: '0.0.0.0', NODE_ENV: 'production' },
      ['PORT', 'ROLES', 'LOG_LEVEL', 'MicrosoftAppId', 'HOST'],
    ],
    [
      'a malformed identity beside what an identity needs',
      { MicrosoftAppId: 'my-bot', MicrosoftAppType: 'SingleTenant' },
      ['MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppPassword', 'STORAGE_ACCOUNT_NAME'],
    ],
    [
      'a malformed type without calling it missing',
      { ...inTeams, MicrosoftAppType: 'Multi', MicrosoftAppTenantId: '' },
      ['MicrosoftAppType', 'MicrosoftAppTenantId'],
    ],
  ])('names at once %s', (_case, env, variables) => {
    expect(problemsOf(env)).toEqual(variables);
  });

  it('says in words of its own what may stand there', () => {
    const reading = readConfig({ PORT: '1.5', ROLES: 'web,cron', LOG_LEVEL: 'loud' });
    expect(reading.ok ? [] : reading.problems.map(({ message }) => message)).toEqual([
      'must be a port number, 1 to 65535, or 0 for any free one',
      'must be web, worker, or web,worker',
      'must be one of fatal, error, warn, info, debug, trace, silent',
    ]);
  });

  it('tells which programme is named even when the rest is wrong, so that its faults can be told together', () => {
    expect(readConfig({ PORT: 'x', PROGRAMME: 'lutn' })).toMatchObject({ ok: false, programme: 'lutn' });
    expect(readConfig({ PORT: 'x' })).toMatchObject({ ok: false, programme: 'luton' });
  });

  it.each([
    ['web', { web: true, worker: false }],
    [' worker , web ', { web: true, worker: true }],
    ['   ', { web: true, worker: true }],
  ])('runs the roles of "%s"', (list, runs) => {
    expect(readConfig({ ROLES: list })).toMatchObject({ ok: true, config: { runs } });
  });

  it('lists every problem in one message and never repeats a secret', () => {
    const reading = readConfig({
      ...inTeams,
      MicrosoftAppType: 'UserAssignedMsi',
      AZURE_STORAGE_CONNECTION_STRING: 'x',
    });
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    const message = configMessage(reading.problems);
    expect(message).toContain('MicrosoftAppPassword');
    expect(message).toContain('STORAGE_ACCOUNT_NAME');
    expect(message).not.toContain('a-secret-value');
  });
});

describe('the optional language model', () => {
  const read = (env: Readonly<Record<string, string>>) => readConfig(env);
  const endpoint = 'https://council.openai.azure.com';

  it('is absent unless configured', () => {
    const reading = read({});
    expect(reading.ok && 'languageModel' in reading.config).toBe(false);
  });

  it('signs in by key, or by managed identity without one', () => {
    const both = { AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_DEPLOYMENT: 'sorting' };
    const managed = read(both);
    expect(managed.ok && managed.config.languageModel).toEqual({
      endpoint,
      deployment: 'sorting',
      apiKey: null,
    });
    const keyed = read({ ...both, AZURE_OPENAI_API_KEY: 'k' });
    expect(keyed.ok && keyed.config.languageModel?.apiKey).toBe('k');
  });

  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{ AZURE_OPENAI_ENDPOINT: endpoint }, ['AZURE_OPENAI_DEPLOYMENT']],
    [{ AZURE_OPENAI_DEPLOYMENT: 'sorting' }, ['AZURE_OPENAI_ENDPOINT']],
    [{ AZURE_OPENAI_API_KEY: 'k' }, ['AZURE_OPENAI_ENDPOINT', 'AZURE_OPENAI_DEPLOYMENT']],
    [
      { AZURE_OPENAI_ENDPOINT: 'http://council.example.org', AZURE_OPENAI_DEPLOYMENT: 'sorting' },
      ['AZURE_OPENAI_ENDPOINT'],
    ],
    [{ AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_DEPLOYMENT: '../x' }, ['AZURE_OPENAI_DEPLOYMENT']],
  ])('is refused half set: %j', (env, variables) => {
    const reading = read(env);
    expect(reading.ok ? [] : reading.problems.map(({ variable }) => variable)).toEqual(variables);
  });
});
