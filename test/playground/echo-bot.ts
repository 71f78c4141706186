/** The smallest bot that speaks the connector protocol: it proves the page driver and pins what the Playground does. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Activity {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly action?: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly from: { readonly id: string; readonly aadObjectId?: string; readonly name?: string };
  readonly recipient: { readonly id: string };
  readonly conversation: {
    readonly id: string;
    readonly conversationType?: string;
    readonly tenantId?: string;
  };
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly value?: unknown;
}

export interface EchoBot {
  readonly port: number;
  readonly received: readonly Activity[];
  /** Sends, updates or reads through the connector that the activity came from. */
  connector(
    activity: Pick<Activity, 'serviceUrl'>,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  close(): Promise<void>;
}

export type Answer = (activity: Activity, bot: EchoBot) => Promise<unknown>;

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const parsed = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

/** What `answer` returns is the body of the HTTP reply: an invoke response, or nothing. */
export async function startEchoBot(answer: Answer): Promise<EchoBot> {
  const received: Activity[] = [];
  const server = createServer((request, response) => {
    const reply = async () => {
      const activity = parsed(await bodyOf(request)) as Activity;
      received.push(activity);
      const body = await answer(activity, bot);
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(body === undefined ? '' : JSON.stringify(body));
    };
    reply().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bot: EchoBot = {
    port: (server.address() as AddressInfo).port,
    received,
    connector: async ({ serviceUrl }, method, path, body) => {
      const sent = await fetch(`${serviceUrl}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(10_000),
      });
      const text = await sent.text();
      return {
        status: sent.status,
        body: sent.headers.get('content-type')?.includes('json') ? parsed(text) : text,
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return bot;
}
