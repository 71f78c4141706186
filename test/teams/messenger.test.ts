import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardMessage } from '../../src/cards/index.ts';
import type { ChannelAddress, PersonAddress, SendOutcome } from '../../src/services/ports.ts';
import type { Respond } from '../../src/services/turn.ts';
import type { Fault } from '../support/fake-connector.ts';
import { type RunningBot, startBot } from '../support/running-bot.ts';
import { message } from './views.ts';

const greet: Respond = async (turn) => (turn.kind === 'text' ? [{ kind: 'text', text: 'Hello.' }] : []);

let bot: RunningBot;
let before = 0;

beforeAll(async () => {
  bot = await startBot({ respond: greet, deadlineMs: 1000, idleMs: 50 });
});
afterAll(() => bot.stop());
beforeEach(() => {
  before = bot.connector.calls.length;
});

const calls = () => bot.connector.calls.slice(before);
const card = cardMessage(message('A notice'));

const amara = (): PersonAddress => ({
  entraId: '5f0c9a52-8a52-4b52-9f4e-0d9f3d3f1a01',
  personId: null,
  tenantId: 'tenant',
  serviceUrl: bot.connector.url,
  conversationId: 'a:amara',
  userId: '29:amara',
  botId: '28:bot',
  status: 'reachable',
  welcomedAt: null,
  seenAt: bot.time.now,
});
const alerts = (): ChannelAddress => ({
  channelId: '19:alerts@thread.tacv2',
  name: 'Alerts',
  tenantId: 'tenant',
  serviceUrl: bot.connector.url,
  botId: '28:bot',
  status: 'reachable',
});

describe('a message to a person', () => {
  it('is one post to the conversation itself, not a reply, with the bot’s token', async () => {
    const outcome = await bot.messenger.toPerson(amara(), card);
    expect(outcome).toMatchObject({ outcome: 'sent', posted: { conversationId: 'a:amara' } });
    expect(calls()).toMatchObject([
      { method: 'POST', path: '/v3/conversations/a%3Aamara/activities', authorization: 'Bearer test' },
    ]);
    expect(calls()[0]?.body).toMatchObject({
      summary: 'A notice',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
    });
  });

  it('opens the conversation first where there is none, and keeps it', async () => {
    const ben = { ...amara(), entraId: '5f0c9a52-8a52-4b52-9f4e-0d9f3d3f1a02', conversationId: null };
    await bot.repositories.addresses.savePerson(ben);
    const outcome = await bot.messenger.toPerson(ben, card);
    expect(outcome.outcome).toBe('sent');
    expect(calls()[0]?.body).toMatchObject({
      isGroup: false,
      bot: { id: '28:bot' },
      members: [{ id: '29:amara' }],
      tenantId: 'tenant',
      channelData: { tenant: { id: 'tenant' } },
    });
    const kept = await bot.repositories.addresses.person(ben.entraId);
    expect(outcome).toMatchObject({ posted: { conversationId: kept?.conversationId } });
  });

  it('goes to no host that is not on the list, whatever address was stored', async () => {
    const outcome = await bot.messenger.toPerson(
      { ...amara(), serviceUrl: 'https://evil.example.org/' },
      card,
    );
    expect(outcome).toEqual({ outcome: 'permanent', code: 'service-host-refused' });
  });
});

describe('a message to a channel', () => {
  it('opens a thread and says where it stands, so that it can be updated there', async () => {
    const outcome = await bot.messenger.toChannel(alerts(), card);
    expect(calls()).toMatchObject([{ method: 'POST', path: '/v3/conversations' }]);
    expect(calls()[0]?.body).toMatchObject({
      isGroup: true,
      channelData: { channel: { id: '19:alerts@thread.tacv2' } },
      activity: { summary: 'A notice' },
    });
    if (outcome.outcome !== 'sent') throw new Error(outcome.outcome);
    expect(outcome.posted.conversationId).toMatch(/^19:alerts@thread\.tacv2;messageid=/);

    const updated = await bot.messenger.update(outcome.posted, cardMessage(message('Resolved')));
    expect(updated).toEqual(outcome);
    const [standing] = bot.connector.standing('19:alerts@thread.tacv2').slice(-1);
    expect(JSON.stringify(standing?.card)).toContain('Resolved');
    expect(standing?.method).toBe('PUT');
  });
});

const error = (code: string) => ({ error: { code, message: 'no' } });

const outcomes: readonly (readonly [string, Fault, SendOutcome])[] = [
  ['400', { status: 400, body: error('BadArgument') }, { outcome: 'permanent', code: 'BadArgument' }],
  [
    '401',
    { status: 401, body: error('BotNotRegistered') },
    { outcome: 'permanent', code: 'BotNotRegistered' },
  ],
  [
    '413',
    { status: 413, body: error('MessageSizeTooBig') },
    { outcome: 'permanent', code: 'MessageSizeTooBig' },
  ],
  [
    '403 after the person blocked the bot',
    { status: 403, body: error('ConversationBlockedByUser') },
    { outcome: 'unreachable', reason: 'blocked', code: 'ConversationBlockedByUser' },
  ],
  [
    '403 in the other shape that Teams uses',
    { status: 403, body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' } },
    { outcome: 'unreachable', reason: 'blocked', code: 'MessageWritesBlocked' },
  ],
  [
    '403 after the app was removed',
    { status: 403, body: error('BotNotInConversationRoster') },
    { outcome: 'unreachable', reason: 'uninstalled', code: 'BotNotInConversationRoster' },
  ],
  [
    '403 from the wrong cloud',
    { status: 403, body: error('InvalidBotApiHost') },
    { outcome: 'permanent', code: 'InvalidBotApiHost' },
  ],
  [
    '404',
    { status: 404, body: error('ConversationNotFound') },
    { outcome: 'unreachable', reason: 'not-found', code: 'ConversationNotFound' },
  ],
  ['408', { status: 408 }, { outcome: 'ambiguous', code: 'http-408' }],
  [
    '412',
    { status: 412, body: error('PreconditionFailed') },
    { outcome: 'busy', code: 'PreconditionFailed' },
  ],
  ['429 with a time', { status: 429, retryAfter: '7' }, { outcome: 'throttled', retryAfterSeconds: 7 }],
  ['429 without', { status: 429 }, { outcome: 'throttled', retryAfterSeconds: null }],
  ['500', { status: 500 }, { outcome: 'ambiguous', code: 'http-500' }],
  ['502', { status: 502 }, { outcome: 'busy', code: 'http-502' }],
  ['503', { status: 503 }, { outcome: 'busy', code: 'http-503' }],
  ['504', { status: 504 }, { outcome: 'busy', code: 'http-504' }],
  ['a reset after the message was taken', 'accept-then-reset', { outcome: 'ambiguous', code: 'ECONNRESET' }],
  ['a reset before', 'reset', { outcome: 'ambiguous', code: 'ECONNRESET' }],
  ['silence', 'never-answer', { outcome: 'ambiguous', code: 'deadline' }],
];

describe('one attempt', () => {
  for (const [what, fault, expected] of outcomes) {
    it(`that meets ${what} is one request and comes to ${expected.outcome}`, async () => {
      bot.connector.fail(fault, { times: 1 });
      expect(await bot.messenger.toPerson(amara(), card)).toEqual(expected);
      expect(calls()).toHaveLength(1);
    });
  }

  it('leaves no unused connection for the other side to close under the next message', async () => {
    await bot.messenger.toPerson(amara(), card);
    await expect.poll(() => bot.connector.connections(), { interval: 20, timeout: 2_000 }).toBe(0);
  });

  it('that is answered slowly is not taken for an unused connection', async () => {
    bot.connector.fail({ delayMs: 150 });
    expect((await bot.messenger.toPerson(amara(), card)).outcome).toBe('sent');
  });

  it('is cut off at the deadline', async () => {
    bot.connector.fail('never-answer');
    const started = performance.now();
    await bot.messenger.toChannel(alerts(), card);
    const took = performance.now() - started;
    expect(took).toBeGreaterThan(950);
    expect(took).toBeLessThan(1500);
  });

  it('at a door that nobody answers was never sent', async () => {
    const outcome = await bot.messenger.toPerson({ ...amara(), serviceUrl: 'http://127.0.0.1:9/' }, card);
    expect(outcome).toEqual({ outcome: 'busy', code: 'ECONNREFUSED' });
  });

  it('is repeated for somebody who waits while Teams has no room', async () => {
    const ben = bot.client.person({ entraId: 'b'.repeat(8), name: 'Ben', email: 'ben@example.org' });
    const before = bot.connector.calls.length;
    bot.connector.fail({ status: 429, retryAfter: '30' }, { times: 2, method: 'POST' });
    await ben.says('hello');
    const greetings = bot.connector.calls.slice(before).filter(({ body }) => body.text === 'Hello.');
    expect(greetings).toHaveLength(3);
    expect(bot.connector.taken.filter(({ text }) => text === 'Hello.')).toHaveLength(1);
  });

  it('is all that a reply in a turn gets as well', async () => {
    const ben = bot.client.person({ entraId: 'b'.repeat(8), name: 'Ben', email: 'ben@example.org' });
    bot.connector.fail({ status: 502 }, { times: 9, method: 'POST' });
    const { status } = await ben.sends({ type: 'message', value: { verb: 'no-such-verb' } });
    expect(status).toBe(200);
    expect(calls().filter((call) => call.method === 'POST')).toHaveLength(1);
  });
});
