/** A server on this machine that speaks the Azure OpenAI chat completions protocol, and can speak it badly. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Log } from '../../src/services/ports.ts';
import {
  createLanguageModel,
  type LanguageModelNeeds,
  languageModel,
} from '../../src/teams/language-model.ts';

export type Behaviour =
  | { readonly says: string }
  | { readonly status: number }
  | { readonly raw: string }
  | { readonly silentFor: number };

const asked = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).length(2),
  temperature: z.literal(0),
  response_format: z.object({ type: z.literal('json_object') }),
});

export interface HeardRequest {
  readonly path: string;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
  readonly instructions: string;
  readonly text: string;
}

export async function startFakeLanguageModel() {
  const heard: HeardRequest[] = [];
  let behaviour: Behaviour = { says: '{"intent":"unknown"}' };
  const server = createServer(async (request, response) => {
    const { messages } = asked.parse(JSON.parse(await bodyOf(request)));
    heard.push({
      path: request.url ?? '',
      key: request.headers['api-key']?.toString(),
      authorization: request.headers.authorization,
      instructions: messages[0]?.content ?? '',
      text: messages[1]?.content ?? '',
    });
    const now = behaviour;
    if ('silentFor' in now) await new Promise((resolve) => setTimeout(resolve, now.silentFor));
    if ('status' in now) {
      response.writeHead(now.status, { 'content-type': 'application/json', 'retry-after': '60' });
      response.end(JSON.stringify({ error: { code: String(now.status), message: 'no' } }));
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('raw' in now ? now.raw : completion('says' in now ? now.says : '{"intent":"next-review"}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    behaves: (next: Behaviour) => {
      behaviour = next;
    },
    /** The product's own model, its https address led to this server. */
    suggest: (log: Log, credentials: Credentials = { key: 'k1' }) =>
      createLanguageModel({ ...reached(port, credentials), log }),
    /** The same as the doctor asks it. */
    ask: (credentials: Credentials = { key: 'k1' }) => languageModel(reached(port, credentials)),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

type Credentials = { readonly key: string } | { readonly token: string };

function reached(port: number, credentials: Credentials): Omit<LanguageModelNeeds, 'log'> {
  return {
    choice: {
      endpoint: 'https://model.example.org/',
      deployment: 'sorting',
      apiKey: 'key' in credentials ? credentials.key : null,
    },
    token: async () => ('token' in credentials ? credentials.token : ''),
    fetch: async (url, init) => {
      const there = String(url).replace('https://model.example.org', `http://127.0.0.1:${port}`);
      const { method, headers, body, signal } = (init ?? {}) as RequestInit;
      return (await fetch(there, {
        method: method ?? 'GET',
        headers: headers ?? {},
        body: body ?? null,
        signal: signal ?? null,
      })) as never;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function completion(content: string): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: 'sorting',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
}
