import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type RestifyServer } from 'restify';
import type { Log } from '../services/ports.ts';
import { readJson } from './read-json.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Instead of a body of JSON: words for a person, or a file that they open. */
  readonly text?: { readonly type: 'plain' | 'calendar'; readonly content: string };
  /** Instead of either: a file to be kept, never shown in a browser. */
  readonly file?: DownloadedFile;
}

interface DownloadedFile {
  /** Lower-case letters, digits, hyphens and one dot. */
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Readiness {
  /** Messages are accepted and what this process does is running. */
  readonly ready: boolean;
  /** Counts and times for whoever looks after the bot; no names, no secrets. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface HttpNeeds {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Answers one Bot Framework activity; null where this process only works in the background. */
  readonly receive:
    | ((request: {
        readonly authorization: string | undefined;
        readonly body: unknown;
      }) => Promise<HttpAnswer>)
    | null;
  readonly readiness: () => Promise<Readiness>;
  /** Local mode, and only there: moves the clock and answers when everything that fell due has been sent. */
  readonly moveClock?: (body: unknown) => Promise<HttpAnswer>;
  /** The calendar file that an address stands for; undefined for one that stands for none. */
  readonly calendarFile?: (token: string) => Promise<string | undefined>;
  /** The same for a file that somebody asked for in the chat. */
  readonly download?: (token: string) => Promise<DownloadedFile | undefined>;
  readonly log: Log;
}

export interface HttpServer {
  readonly port: number;
  /** Takes no more requests, lets those under way finish for up to `patienceMs`, then cuts them off. */
  close(patienceMs?: number): Promise<void>;
}

export class ListenError extends Error {
  readonly code = 'cannot-listen';
}

const largestActivity = 256 * 1024;
const largestClockRequest = 1024;
/** Teams gives up after fifteen seconds; the head of a request that takes five is not Teams'. */
const headersTimeoutMs = 5_000;
const requestTimeoutMs = 15_000;
const keepAliveMs = 65_000;
const defaultPatienceMs = 8_000;

/** Starts the web server: activities, health and, in local mode, the clock. Resolves once it listens. */
export async function startHttpServer(needs: HttpNeeds): Promise<HttpServer> {
  const { receive, moveClock, calendarFile, download } = needs;
  const app = createServer({ name: 'academy-assistant', handleUncaughtExceptions: false });
  const { server } = app;
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.keepAliveTimeout = keepAliveMs;
  let closing = false;

  const answering =
    (answer: (request: IncomingMessage) => Promise<HttpAnswer>) =>
    async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const misled = moveClock !== undefined && !isForThisMachine(request);
      const answered = misled ? elsewhere : await orFault(needs.log, () => answer(request));
      send(response, answered, closing);
    };

  app.get(
    '/health/live',
    answering(async () => ({ status: 200, body: { live: true } })),
  );
  app.get(
    '/health/ready',
    answering(async () => readinessAnswer(await needs.readiness(), closing)),
  );
  if (receive) {
    const activity = (request: IncomingMessage) =>
      withJson(request, largestActivity, (body) =>
        receive({ authorization: request.headers.authorization, body }),
      );
    app.post('/api/messages', answering(activity));
  }
  if (calendarFile) {
    app.get(
      // Not a named part of the path: the router takes none longer than a hundred characters.
      '/calendar/*',
      answering((request) => calendarAnswer(request.url ?? '', calendarFile)),
    );
  }
  if (download) {
    app.get(
      '/files/*',
      answering((request) => downloadAnswer(request.url ?? '', download)),
    );
  }
  if (moveClock) {
    app.post(
      '/local/clock',
      answering((request) => withJson(request, largestClockRequest, moveClock)),
    );
  }
  sayNothingOfInternals(app);
  await listen(app, needs);
  return {
    port: app.address().port,
    close: async (patienceMs = defaultPatienceMs) => {
      closing = true;
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

const elsewhere: HttpAnswer = { status: 403, body: { error: { code: 'local-only' } } };

/**
 * Local mode asks for no token, so a page from elsewhere must not reach it by giving its own name this machine's
 * address: the request would then name that page's host.
 */
function isForThisMachine(request: IncomingMessage): boolean {
  const host = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

async function withJson(
  request: IncomingMessage,
  mostBytes: number,
  answer: (body: unknown) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const body = await readJson(request, mostBytes);
  return body.ok ? answer(body.value) : { status: body.status, body: { error: { code: body.code } } };
}

const noSuchCalendar: HttpAnswer = {
  status: 404,
  text: {
    type: 'plain',
    content:
      'This calendar link is no longer valid. Ask the academy’s assistant in Teams for the date, and use the link on its newest message.',
  },
};

async function calendarAnswer(
  url: string,
  fileOf: (token: string) => Promise<string | undefined>,
): Promise<HttpAnswer> {
  const [, token] = url.match(/^\/calendar\/([\w-]+)\.ics(?:\?|$)/) ?? [];
  const content = token === undefined ? undefined : await fileOf(token);
  return content === undefined ? noSuchCalendar : { status: 200, text: { type: 'calendar', content } };
}

const noSuchFile: HttpAnswer = {
  status: 404,
  text: {
    type: 'plain',
    content: 'This download is no longer valid. Ask the academy’s assistant in Teams for it again.',
  },
};

async function downloadAnswer(
  url: string,
  fileOf: (token: string) => Promise<DownloadedFile | undefined>,
): Promise<HttpAnswer> {
  const [, token, ending] = url.match(/^\/files\/([\w-]+)(\.[a-z]{3})(?:\?|$)/) ?? [];
  const file = token === undefined ? undefined : await fileOf(token);
  return file?.name.endsWith(ending ?? '') === true ? { status: 200, file } : noSuchFile;
}

function readinessAnswer({ ready, details }: Readiness, closing: boolean): HttpAnswer {
  const accepting = ready && !closing;
  return { status: accepting ? 200 : 503, body: { ready: accepting, ...details } };
}

/** The last resort of every route: restify would send the fault's own message to the caller. */
async function orFault(log: Log, answer: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  try {
    return await answer();
  } catch (cause) {
    log.error('request.failed', cause);
    return { status: 500, body: { error: { code: 'fault' } } };
  }
}

function textOf({ body, text }: HttpAnswer): string {
  if (text !== undefined) return text.content;
  return body === undefined ? '' : JSON.stringify(body);
}

function typeOf({ text, file }: HttpAnswer): string {
  if (file?.type === 'application/pdf') return file.type;
  const type = file?.type ?? (text === undefined ? 'application/json' : `text/${text.type}`);
  return `${type}; charset=utf-8`;
}

function send(response: ServerResponse, answer: HttpAnswer, closing: boolean): void {
  if (response.headersSent || response.destroyed) return;
  const { status, file } = answer;
  const content = file === undefined ? textOf(answer) : Buffer.from(file.content);
  response.statusCode = status;
  if (content.length > 0) response.setHeader('Content-Type', typeOf(answer));
  if (file !== undefined) response.setHeader('Content-Disposition', `attachment; filename="${file.name}"`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Length', Buffer.byteLength(content));
  response.setHeader('Cache-Control', 'no-store');
  // After a refused body the rest of it would be read as the next request.
  if (closing || status === 413 || status === 415) response.setHeader('Connection', 'close');
  response.end(content);
}

/** Unknown paths and methods: restify's answers repeat the request. */
function sayNothingOfInternals(app: RestifyServer): void {
  app.on('restifyError', (_request, _response, error, done) => {
    const code = error.statusCode === 405 ? 'method-not-allowed' : 'not-found';
    error.toJSON = () => ({ error: { code } });
    error.toString = () => code;
    done();
  });
}

async function listen(app: RestifyServer, { host, port, log }: HttpNeeds): Promise<void> {
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  // restify throws what its server reports unless somebody listens, for as long as it runs.
  app.on('error', (cause) => {
    log.error('http.failed', cause);
    reject(new ListenError(`Cannot listen on ${host}:${port}. Is another bot running there?`, { cause }));
  });
  app.listen(port, host, resolve);
  await listening;
}
