import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/services/turn.ts';
import { connectToTeams } from '../../src/teams/connection.ts';
import { ForeignSigningKeysError } from '../../src/teams/identity.ts';
import { testTenant } from '../support/bot-client.ts';
import { type RunningBot, startBot } from '../support/running-bot.ts';

let bot: RunningBot;
const heard: Turn[] = [];

beforeAll(async () => {
  bot = await startBot({
    respond: async (turn) => {
      heard.push(turn);
      return [{ kind: 'text', text: 'heard' }];
    },
  });
});
afterAll(() => bot.stop());

let ids = 0;
const activity = (over: object = {}) => ({
  type: 'message',
  id: `m-${++ids}`,
  channelId: 'msteams',
  serviceUrl: bot.connector.url,
  from: { id: '29:amara', aadObjectId: '5f0c9a52-8a52-4b52-9f4e-0d9f3d3f1a01' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:amara', conversationType: 'personal', tenantId: testTenant },
  channelData: { tenant: { id: testTenant } },
  text: 'when is my next review',
  ...over,
});

interface Case {
  readonly token: string;
  readonly authorization: () => Promise<string | undefined> | string | undefined;
  readonly body?: () => object;
  readonly status: number;
}

const good = () => bot.tokens.header({ serviceUrl: bot.connector.url });
const otherTenant = 'aaaaaaaa-0000-4000-8000-000000000001';

const cases: readonly Case[] = [
  { token: 'a good token', authorization: good, status: 200 },
  {
    token: 'one that expired within the tolerance of five minutes',
    authorization: () => bot.tokens.header({ serviceUrl: bot.connector.url, expiresIn: -240 }),
    status: 200,
  },
  {
    token: 'an expired token',
    authorization: () => bot.tokens.header({ serviceUrl: bot.connector.url, expiresIn: -600 }),
    status: 401,
  },
  {
    token: 'a token for another bot',
    authorization: () => bot.tokens.header({ serviceUrl: bot.connector.url, audience: 'another-app' }),
    status: 401,
  },
  {
    token: 'a token of another issuer',
    authorization: () =>
      bot.tokens.header({ serviceUrl: bot.connector.url, issuer: 'https://sts.windows.net/somebody/' }),
    status: 401,
  },
  {
    token: 'a token of the emulator’s issuer',
    authorization: () =>
      bot.tokens.header({
        serviceUrl: bot.connector.url,
        issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
      }),
    status: 401,
  },
  {
    token: 'a token signed by somebody else under our key’s id',
    authorization: () => bot.tokens.rogue({ serviceUrl: bot.connector.url }),
    status: 401,
  },
  {
    token: 'a token of a key that nobody published',
    authorization: () => bot.tokens.header({ serviceUrl: bot.connector.url, keyId: 'key-2' }),
    status: 401,
  },
  {
    token: 'an unsigned token (alg none)',
    authorization: () => bot.tokens.unsigned({ serviceUrl: bot.connector.url }),
    status: 401,
  },
  {
    token: 'HS256 with the public key as its secret',
    authorization: () => bot.tokens.symmetric({ serviceUrl: bot.connector.url }),
    status: 401,
  },
  {
    token: 'a token without a service URL',
    authorization: () => bot.tokens.header({}),
    status: 401,
  },
  {
    token: 'a token for another service URL',
    authorization: () => bot.tokens.header({ serviceUrl: 'https://smba.trafficmanager.net/uk/' }),
    status: 401,
  },
  { token: 'no token', authorization: () => undefined, status: 401 },
  { token: 'a garbled token', authorization: () => 'Bearer not.a.token', status: 401 },
  { token: 'another scheme', authorization: () => 'Basic YW1hcmE6c2VjcmV0', status: 401 },
  {
    token: 'a good token, and another tenant in the conversation',
    authorization: good,
    body: () => activity({ conversation: { id: 'a:amara', tenantId: otherTenant } }),
    status: 401,
  },
  {
    token: 'a good token, and another tenant in the channel data',
    authorization: good,
    body: () => activity({ channelData: { tenant: { id: otherTenant } } }),
    status: 401,
  },
  {
    token: 'a good token, and no tenant at all',
    authorization: good,
    body: () => activity({ conversation: { id: 'a:amara' }, channelData: {} }),
    status: 401,
  },
  {
    token: 'a good token, and no service URL in the activity',
    authorization: good,
    body: () => activity({ serviceUrl: undefined }),
    status: 400,
  },
  {
    token: 'a good token for a service URL that is not Teams’',
    authorization: () => bot.tokens.header({ serviceUrl: 'http://169.254.169.254/' }),
    body: () => activity({ serviceUrl: 'http://169.254.169.254/' }),
    status: 401,
  },
  {
    token: 'a good token, and another channel than Teams',
    authorization: good,
    body: () => activity({ channelId: 'webchat' }),
    status: 400,
  },
];

describe('who is let in', () => {
  for (const { token, authorization, body, status } of cases) {
    it(`answers ${token} with ${status}`, async () => {
      const before = heard.length;
      const header = await authorization();
      const response = await fetch(bot.endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(header ? { Authorization: header } : {}) },
        body: JSON.stringify(body?.() ?? activity()),
        signal: AbortSignal.timeout(1000),
      });
      const text = await response.text();

      expect(response.status).toBe(status);
      expect(heard.length - before).toBe(status === 200 ? 1 : 0);
      if (status !== 200) expect(Object.keys(JSON.parse(text))).toEqual(['error']);
      expect(text).not.toMatch(/signature|jwt|claim|key|stack|node_modules/i);
    });
  }

  it('takes another signing key than Microsoft’s from a test on this machine and from nowhere else', () => {
    const identity = {
      appId: '6c9a3e52-70a3-4b73-8a0e-0f6a5d1a9e77',
      appType: 'SingleTenant',
      tenantId: testTenant,
      password: 'x',
    } as const;
    const elsewhere = { openIdMetadataUrl: 'http://keys.example.org/openid' };
    expect(() => connectToTeams({ identity, testSigningKeys: elsewhere })).toThrow(ForeignSigningKeysError);
    const here = { openIdMetadataUrl: bot.tokens.openIdMetadataUrl };
    const { NODE_ENV } = process.env;
    process.env.NODE_ENV = 'production';
    try {
      expect(() => connectToTeams({ identity, testSigningKeys: here })).toThrow(ForeignSigningKeysError);
    } finally {
      process.env.NODE_ENV = NODE_ENV;
    }
  });
});

describe('local mode', () => {
  it('asks for no token and takes any tenant, but only service URLs of this machine', async () => {
    const local = await startBot({ local: true, respond: async () => [{ kind: 'text', text: 'heard' }] });
    try {
      const send = (over: object) => local.client.post({ ...activity(over) });
      const here = { serviceUrl: local.connector.url };
      const heardHere = await send({ ...here, conversation: { id: 'a:x', tenantId: otherTenant } });
      expect([heardHere.status, heardHere.text]).toEqual([200, 'heard']);
      expect(local.connector.calls.at(-1)?.authorization).toBeUndefined();
      const tenantless = { ...here, conversation: { id: 'a:x' }, channelData: {} };
      expect((await send(tenantless)).status).toBe(200);
      expect((await send({ serviceUrl: 'https://smba.trafficmanager.net/uk/' })).status).toBe(401);
      expect((await send({ serviceUrl: 'http://192.168.1.4/' })).status).toBe(401);
      expect((await send({ ...here, channelId: 'emulator' })).status).toBe(400);
      expect((await send({ ...here, from: {} })).status).toBe(400);
    } finally {
      await local.stop();
    }
  });
});
