/** The deadlines as they are when nobody sets others, in time that the test lets pass. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cardMessage } from '../../src/cards/index.ts';
import type { SendOutcome } from '../../src/services/ports.ts';
import { type RunningBot, startBot } from '../support/running-bot.ts';
import { message, newMessage } from './views.ts';

let elapsed = 0;
let timers: { readonly at: number; readonly run: () => void }[] = [];

function after(milliseconds: number, run: () => void): () => void {
  const timer = { at: elapsed + milliseconds, run };
  timers.push(timer);
  return () => {
    timers = timers.filter((one) => one !== timer);
  };
}

async function passUntil(milliseconds: number): Promise<void> {
  elapsed = milliseconds;
  for (const { run } of timers.filter(({ at }) => at <= elapsed)) run();
  await new Promise((resolve) => setImmediate(resolve));
}

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({ respond: async () => [newMessage('An answer')], after });
});
afterAll(() => bot.stop());

it('cuts off a connector that says nothing after ten seconds, not before, and leaves no timer behind', async () => {
  bot.connector.fail('never-answer');
  const address = {
    channelId: '19:alerts@thread.tacv2',
    name: 'Alerts',
    tenantId: 'tenant',
    serviceUrl: bot.connector.url,
    botId: '28:bot',
    status: 'reachable',
  } as const;
  let outcome: SendOutcome | undefined;
  const sending = bot.messenger.toChannel(address, cardMessage(message('A notice'))).then((came) => {
    outcome = came;
  });
  await expect.poll(() => bot.connector.calls.length, { interval: 5 }).toBe(1);
  await passUntil(9_999);
  expect(outcome).toBeUndefined();
  await passUntil(10_000);
  await sending;
  expect(outcome).toEqual({ outcome: 'ambiguous', code: 'deadline' });
  expect(bot.connector.calls).toHaveLength(1);
  expect(timers).toEqual([]);
});

it('answers a button within six seconds although its new message is not taken, which goes on being tried', async () => {
  const person = bot.client.person({
    entraId: '5f0c9a52-8a52-4b52-9f4e-000000000001',
    name: 'Amara Okoro',
    email: 'amara.okoro@example.org',
  });
  await person.says('hello');
  const before = bot.connector.calls.length;
  const start = elapsed;
  bot.connector.fail('never-answer', { method: 'POST' });
  const pressing = person.invokes('ask', { v: 1, verb: 'ask', intent: 'help' });
  await expect.poll(() => bot.connector.calls.length, { interval: 5 }).toBe(before + 1);
  await passUntil(start + 5_999);
  expect(await Promise.race([pressing, new Promise((resolve) => setTimeout(resolve, 50, 'waiting'))])).toBe(
    'waiting',
  );
  await passUntil(start + 6_000);
  expect((await pressing).text).toBe('Your answer is in a new message below.');
  expect(timers).toHaveLength(1);
  await passUntil(start + 10_000);
  await expect.poll(() => timers, { interval: 5 }).toEqual([]);
});
