/** Teams' connector, as far as a bot can tell: a loopback HTTP server that keeps conversations and can misbehave. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Json = Readonly<Record<string, unknown>>;

/** One call that the bot made, accepted or not. */
export interface ConnectorCall {
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  readonly authorization: string | undefined;
}

/** One message that Teams took: posted, or put over an earlier one. */
export interface TakenMessage {
  readonly method: 'POST' | 'PUT';
  readonly conversationId: string;
  readonly activityId: string;
  readonly activity: Json;
  /** The card, when the message is one. */
  readonly card: Json | undefined;
  readonly text: string | undefined;
}

export interface FakeMember {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly email: string;
}

export type Fault =
  | { readonly status: number; readonly body?: unknown; readonly retryAfter?: string }
  /** Does what it should, later. */
  | { readonly delayMs: number }
  /** Takes the message, then cuts the connection without a word. */
  | 'accept-then-reset'
  /** Cuts the connection without taking anything. */
  | 'reset'
  | 'never-answer';

export interface FakeConnector {
  readonly url: string;
  /** Every call, in order. */
  readonly calls: readonly ConnectorCall[];
  /** Every message taken, in order. */
  readonly taken: readonly TakenMessage[];
  /** What stands in a conversation now: posts as last updated, oldest first. Threads count to their channel. */
  standing(conversationId: string): readonly TakenMessage[];
  knows(member: FakeMember): void;
  /** The next calls whose path and method match meet this fault: one, unless told otherwise. */
  fail(fault: Fault, options?: { times?: number; method?: string }): void;
  /** How many connections the bot holds open. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

type Answer = { readonly status: number; readonly body: Json };

/** The conversations of one service, without their transport. */
class Conversations {
  readonly taken: TakenMessage[] = [];
  readonly members = new Map<string, FakeMember>();
  #ids = 0;

  /** What the real service would answer. */
  answer({ method, path, body }: ConnectorCall): Answer {
    const [conversationId, kind, id] = path.split('/').slice(3).map(decodeURIComponent);
    if (conversationId === undefined) return { status: 201, body: this.#create(body) };
    switch (`${method} ${kind}`) {
      case 'GET members':
        return this.#member(id ?? '');
      case 'POST activities':
        return { status: 201, body: { id: this.#post(conversationId, body) } };
      case 'PUT activities':
        return this.#put(conversationId, id ?? '', body);
      default:
        return notFound('NotFound');
    }
  }

  #create(body: Json): Json {
    const { activity, channelData, members } = body as {
      activity?: Json;
      channelData?: { channel?: { id: string } };
      members?: { id: string }[];
    };
    const channelId = channelData?.channel?.id;
    if (channelId === undefined) return { id: `a:with-${members?.[0]?.id}` };
    const id = `${channelId};messageid=activity-${this.#ids + 1}`;
    return { id, activityId: this.#post(id, activity ?? {}) };
  }

  #member(id: string): Answer {
    const member = this.members.get(id);
    return member ? { status: 200, body: { ...member } } : notFound('MemberNotFoundInConversation');
  }

  #post(conversationId: string, activity: Json): string {
    const activityId = `activity-${++this.#ids}`;
    this.#take('POST', conversationId, activityId, activity);
    return activityId;
  }

  #put(conversationId: string, activityId: string, activity: Json): Answer {
    const known = this.taken.some(
      (one) => one.activityId === activityId && one.conversationId === conversationId,
    );
    if (!known) return notFound('ActivityNotFoundInConversation');
    this.#take('PUT', conversationId, activityId, activity);
    return { status: 200, body: { id: activityId } };
  }

  #take(method: 'POST' | 'PUT', conversationId: string, activityId: string, activity: Json): void {
    const [attachment] = (activity.attachments ?? []) as { content?: Json }[];
    const text = typeof activity.text === 'string' ? activity.text : undefined;
    this.taken.push({ method, conversationId, activityId, activity, card: attachment?.content, text });
  }
}

interface PlannedFault {
  readonly fault: Fault;
  readonly method: string | undefined;
  left: number;
}

function nextFault(faults: readonly PlannedFault[], method: string): Fault | undefined {
  const next = faults.find((one) => one.left > 0 && (one.method ?? method) === method);
  if (!next) return undefined;
  next.left -= 1;
  return next.fault;
}

export async function startFakeConnector(): Promise<FakeConnector> {
  const calls: ConnectorCall[] = [];
  const faults: PlannedFault[] = [];
  const conversations = new Conversations();
  const { taken, members } = conversations;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await callOf(request);
    calls.push(call);
    const fault = nextFault(faults, call.method);
    if (fault === undefined) sendJson(response, conversations.answer(call));
    else misbehave(fault, request, response, () => conversations.answer(call));
  }

  const server = createServer((request, response) => void serve(request, response));
  // Node's five seconds end between two steps of a long story, and a reused connection would be lost in mid-air.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/`,
    calls,
    taken,
    standing: (conversationId) => standing(taken, conversationId),
    knows: (member) => void members.set(member.id, member),
    fail: (fault, { times = 1, method } = {}) => void faults.push({ fault, left: times, method }),
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((cause, count) => (cause ? reject(cause) : resolve(count))),
      ),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function standing(taken: readonly TakenMessage[], conversationId: string): readonly TakenMessage[] {
  const latest = new Map<string, TakenMessage>();
  for (const one of taken) {
    if (one.conversationId.split(';')[0] === conversationId.split(';')[0]) latest.set(one.activityId, one);
  }
  return [...latest.values()];
}

function notFound(code: string): Answer {
  return { status: 404, body: { error: { code, message: 'not found' } } };
}

async function callOf(request: IncomingMessage): Promise<ConnectorCall> {
  return {
    method: request.method ?? '',
    path: new URL(request.url ?? '/', 'http://connector').pathname,
    body: await jsonBody(request),
    authorization: request.headers.authorization,
  };
}

function misbehave(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  accept: () => Answer,
): void {
  if (typeof fault === 'object' && 'delayMs' in fault) {
    setTimeout(() => sendJson(response, accept()), fault.delayMs);
    return;
  }
  if (typeof fault === 'object') {
    if (fault.retryAfter !== undefined) response.setHeader('Retry-After', fault.retryAfter);
    sendJson(response, { status: fault.status, body: (fault.body ?? {}) as Json });
    return;
  }
  if (fault === 'never-answer') return;
  if (fault === 'accept-then-reset') accept();
  request.socket.destroy();
}

async function jsonBody(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

function sendJson(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
