/**
 * Stands between the Azure adapter and the emulator on loopback and does what networks and the real service do
 * but the emulator never does: loses replies, is busy, times out after having acted, and pages as it likes.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { brokenPages, type Reply } from './broken-pages.ts';

/** What happens to one request. */
export const faults = [
  'none',
  /** Carried out; the connection breaks before the reply. */
  'lost-reply',
  /** Carried out; the reply says that it timed out. */
  'late-500',
  /** Not carried out: 503 Server Busy. */
  'busy',
  /** Not carried out: the connection breaks at once. */
  'reset',
  /** Carried out; no reply ever comes. */
  'silence',
] as const;
export type Fault = (typeof faults)[number];

export interface FaultProxy {
  readonly address: string;
  /** The fates of the next requests, in order, instead of any that were left; afterwards all goes well. */
  plan(fates: readonly Fault[]): void;
  /** Cuts every page where a partition ends and puts an empty page with a continuation before each of them. */
  breakPages(on: boolean): void;
  /** How often each fault has struck. */
  struck(fault: Fault): number;
  /** Empty pages that were followed by others, and pages cut short. */
  readonly pages: { readonly empty: number; readonly cut: number };
  stop(): Promise<void>;
}

export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let planned: Fault[] = [];
  let broken = false;
  const struck = new Map<Fault, number>();
  const pages = brokenPages();

  const forward = (incoming: IncomingMessage, url: string, body: Buffer): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const options = { method: incoming.method ?? 'GET', headers: incoming.headers };
      const outgoing = request(new URL(url, target), options, (answer) => {
        buffer(answer).then(
          (content) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: content }),
          reject,
        );
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  const strikes: Record<Fault, (reply: () => Promise<Reply>, response: ServerResponse) => Promise<void>> = {
    none: async (reply, response) => send(response, await reply()),
    'lost-reply': async (reply, response) => {
      await reply();
      response.destroy();
    },
    'late-500': async (reply, response) => {
      await reply();
      send(response, failure(500, 'OperationTimedOut'));
    },
    busy: async (_, response) => send(response, failure(503, 'ServerBusy')),
    reset: async (_, response) => {
      response.destroy();
    },
    silence: async (reply) => {
      await reply();
    },
  };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const fault = planned.shift() ?? 'none';
    struck.set(fault, (struck.get(fault) ?? 0) + 1);
    const path = incoming.url ?? '/';
    const isQuery = incoming.method === 'GET' && /\/[a-z0-9]+\(\)/.test(path);
    const reply = () =>
      broken && isQuery
        ? pages.page(path, (url) => forward(incoming, url, body))
        : forward(incoming, path, body);
    await strikes[fault](reply, response);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    plan: (fates) => {
      planned = [...fates];
    },
    breakPages: (on) => {
      broken = on;
    },
    struck: (fault) => struck.get(fault) ?? 0,
    pages: pages.counts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function failure(status: number, code: string): Reply {
  const body = JSON.stringify({ 'odata.error': { code, message: { lang: 'en-US', value: code } } });
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name !== 'transfer-encoding') response.setHeader(name, value);
  }
  response.statusCode = status;
  response.end(body);
}
