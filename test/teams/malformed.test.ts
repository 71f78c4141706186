import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '../support/bot-client.ts';
import { type RunningBot, startBot } from '../support/running-bot.ts';
import { newMessage } from './views.ts';

const seed = 20260914;
const slowestMs = 1000;
const inParallel = 4;
const tickMs = 10;
let ticks = 0;

let bot: RunningBot;
const unhandled: unknown[] = [];
const ticking = setInterval(() => void ticks++, tickMs);
const note = (cause: unknown) => void unhandled.push(cause);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  bot = await startBot({
    respond: async (turn) => {
      // Enough of a conversation that every way out of the shell is walked.
      const email = turn.kind === 'text' && turn.text.length % 3 === 0 ? await turn.sender.email() : '';
      return [newMessage(`heard ${turn.kind} ${email}`), { kind: 'text', text: 'and words' }];
    },
  });
});
afterEach(() => expect(unhandled).toEqual([]));
afterAll(async () => {
  process.off('unhandledRejection', note);
  clearInterval(ticking);
  await bot.stop();
});

const common = () => ({
  id: 'm-1',
  channelId: 'msteams',
  serviceUrl: bot.connector.url,
  timestamp: '2026-09-14T08:00:00Z',
  locale: 'en-GB',
  from: { id: '29:amara', name: 'Amara', aadObjectId: '5f0c9a52-8a52-4b52-9f4e-0d9f3d3f1a01' },
  recipient: { id: '28:bot', name: 'Academy Assistant' },
  conversation: { id: 'a:amara', conversationType: 'personal', tenantId: testTenant, isGroup: false },
  channelData: {
    tenant: { id: testTenant },
    team: { id: '19:team', name: 'Team' },
    channel: { id: '19:channel', name: 'Channel' },
    settings: { selectedChannel: { id: '19:channel' } },
  },
});
const activities = (): object[] => [
  {
    ...common(),
    type: 'message',
    text: '<at>Academy Assistant</at> next review',
    entities: [{ type: 'mention', text: '<at>Academy Assistant</at>', mentioned: { id: '28:bot' } }],
  },
  { ...common(), type: 'message', replyToId: 'activity-1', value: { verb: 'ask', v: 1, intent: 'help' } },
  {
    ...common(),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'activity-1',
    value: {
      trigger: 'manual',
      action: { type: 'Action.Execute', verb: 'ask', data: { v: 1, intent: 'help' } },
    },
  },
  { ...common(), type: 'invoke', name: 'composeExtension/query', value: { commandId: 'search' } },
  { ...common(), type: 'installationUpdate', action: 'add' },
  {
    ...common(),
    type: 'conversationUpdate',
    membersAdded: [{ id: '28:bot' }],
    membersRemoved: [{ id: '29:x' }],
  },
];

/** Every place in a document, as a path. */
function pathsOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...at, name]))];
}

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    '',
    ' ',
    '.',
    '..',
    '../../keys',
    '\u0000',
    '\ud800',
    '\u202e',
    '&#0;&#x110000;&bogus;',
    '<at>',
    '__proto__',
    [],
    {},
    [[]],
    { id: null },
    { __proto__: { polluted: true } },
    'x'.repeat(40_000),
    nested(200),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

type Mutation =
  | { readonly kind: 'replace'; readonly value: unknown }
  | { readonly kind: 'remove' }
  | { readonly kind: 'wrap' }
  | { readonly kind: 'add'; readonly name: string; readonly value: unknown };

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: oddValue.map((value) => ({ kind: 'replace', value }) as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'remove' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'wrap' } as const) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('__proto__', 'constructor', 'toString', 'deliveryMode', 'x'), oddValue)
      .map(([name, value]) => ({ kind: 'add', name, value }) as const),
  },
);

function mutated(document: unknown, path: readonly string[], change: Mutation): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return changed(document, change);
  if (typeof document !== 'object' || document === null) return changed(document, change);
  const copy = (Array.isArray(document) ? [...document] : { ...document }) as Record<string, unknown>;
  const inner = mutated(copy[name], rest, change);
  if (inner === undefined) delete copy[name];
  else copy[name] = inner;
  return copy;
}

function changed(value: unknown, change: Mutation): unknown {
  switch (change.kind) {
    case 'replace':
      return change.value;
    case 'remove':
      return undefined;
    case 'wrap':
      return [value];
    case 'add':
      return JSON.parse(
        `{"was":${JSON.stringify(value ?? null)},"${change.name}":${JSON.stringify(change.value ?? null)}}`,
      );
  }
}

interface Sent {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
}

/**
 * The time that a request took of this process: waiting counts by the ticks that came meanwhile, working by the
 * processor. On a machine that is busy with other things a request may take long by the clock without either.
 */
function stopwatch(): () => number {
  const [ticksBefore, processorBefore] = [ticks, process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(processorBefore);
    return Math.max((ticks - ticksBefore) * tickMs, (user + system) / 1000);
  };
}

async function send(body: string, authorization: string): Promise<Sent> {
  const taken = stopwatch();
  const response = await fetch(bot.endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization },
    body,
    signal: AbortSignal.timeout(15 * slowestMs),
  });
  await response.text();
  return { status: response.status, ms: taken(), body: body.slice(0, 500) };
}

async function sendAll(bodies: readonly (() => Promise<Sent>)[]): Promise<Sent[]> {
  const waiting = bodies.values();
  const sent: Sent[] = [];
  const line = async () => {
    for (const next of waiting) sent.push(await next());
  };
  await Promise.all(Array.from({ length: inParallel }, line));
  return sent;
}

describe('what Teams would never send', () => {
  it('2,000 malformed but correctly signed activities: no 5xx, none over a second, no crash', async () => {
    const bases = activities();
    const places = bases.map((base) => pathsOf(base));
    const broken = fc.sample(
      fc.nat(bases.length - 1).chain((which) =>
        fc.tuple(
          fc.constant(which),
          fc.array(fc.tuple(fc.constantFrom(...(places[which] ?? [])), mutation), {
            minLength: 1,
            maxLength: 3,
          }),
        ),
      ),
      { seed, numRuns: 2000 },
    );
    const sent = await sendAll(
      broken.map(([which, changes]) => async () => {
        const document = changes.reduce<unknown>(
          (doc, [path, change]) => mutated(doc, path, change),
          bases[which],
        );
        const { serviceUrl } = (document ?? {}) as { serviceUrl?: unknown };
        // A token as long as a header may be, and no longer.
        const claimed = typeof serviceUrl === 'string' ? serviceUrl.slice(0, 1000) : bot.connector.url;
        return send(JSON.stringify(document) ?? '', await bot.tokens.header({ serviceUrl: claimed }));
      }),
    );

    const tally = new Map<number, number>();
    for (const { status } of sent) tally.set(status, (tally.get(status) ?? 0) + 1);
    expect(sent).toHaveLength(2000);
    expect(sent.filter(({ status }) => ![200, 400, 401].includes(status))).toEqual([]);
    expect(sent.filter(({ ms }) => ms > slowestMs)).toEqual([]);
    // Enough of them get past the envelope for the test to reach the shell behind it.
    expect(tally.get(200)).toBeGreaterThan(400);
    expect(tally.get(400)).toBeGreaterThan(400);
    expect({}).not.toHaveProperty('polluted');
    expect(bot.log.lines.filter((line) => line.level === 'error')).toEqual([]);
  }, 180_000);

  it('500 spoilt tokens: every one 401', async () => {
    const good = await bot.tokens.header({ serviceUrl: bot.connector.url });
    const spoilt = fc.sample(
      fc.tuple(fc.integer({ min: 0, max: good.length - 3 }), fc.constantFrom('', 'A', '.', ' ', '=', 'é')),
      { seed, numRuns: 500 },
    );
    const body = JSON.stringify(activities()[0]);
    const tokens = spoilt
      .map(([at, put]) => good.slice(0, at) + put + good.slice(at + 1))
      .filter((token) => token !== good && /^[\x20-\x7e]*$/.test(token));
    const sent = await sendAll(tokens.map((token) => () => send(body, token)));
    expect(sent.length).toBeGreaterThan(300);
    expect(sent.filter(({ status }) => status !== 401)).toEqual([]);
  }, 120_000);
});
