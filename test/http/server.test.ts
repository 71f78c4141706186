import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpNeeds, type HttpServer, ListenError, startHttpServer } from '../../src/http/server.ts';
import { recordingLog } from '../support/recording-log.ts';

let open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.map((server) => server.close(200)));
  open = [];
});

async function start(needs: Partial<HttpNeeds> = {}) {
  const log = recordingLog();
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    receive: async ({ body }) => ({ status: 200, body: { received: body } }),
    readiness: async () => ({ ready: true, details: { queueDepth: 0 } }),
    log,
    ...needs,
  });
  open.push(server);
  const url = `http://127.0.0.1:${server.port}`;
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
  return { server, url, post, log };
}

describe('a calendar address', () => {
  const file = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR';

  it('gives the file, as a calendar and never as something a browser would run', async () => {
    const { url } = await start({ calendarFile: async (token) => (token === 'good-1' ? file : undefined) });
    const response = await fetch(`${url}/calendar/good-1.ics`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe(file);
  });

  it.each(['other.ics', 'good-1', 'good-1.ics.exe', '%2e%2e%2fsecret.ics', 'good-1%00.ics'])(
    'that stands for nothing, such as %s, is answered in plain words',
    async (name) => {
      const { url } = await start({ calendarFile: async (token) => (token === 'good-1' ? file : undefined) });
      const response = await fetch(`${url}/calendar/${name}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(await response.text()).toMatch(/^This calendar link is no longer valid/);
    },
  );

  it('may be as long as a sealed ticket is', async () => {
    const ticket = 'x'.repeat(400);
    const { url } = await start({ calendarFile: async (token) => (token === ticket ? file : undefined) });
    expect((await fetch(`${url}/calendar/${ticket}.ics`)).status).toBe(200);
  });

  it('does not exist where no calendar files are given out', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/calendar/good-1.ics`)).status).toBe(404);
  });
});

describe('the door for activities', () => {
  it('hands on the parsed body and the token', async () => {
    const seen: unknown[] = [];
    const { post } = await start({
      receive: async (request) => {
        seen.push(request);
        return { status: 200 };
      },
    });
    const response = await post('/api/messages', '{"type":"message"}', { Authorization: 'Bearer x' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(seen).toEqual([{ authorization: 'Bearer x', body: { type: 'message' } }]);
  });

  it('takes 256 KB and answers 300 KB with 413', async () => {
    const { post } = await start({ receive: async () => ({ status: 200 }) });
    const kilobytes = (n: number) => JSON.stringify('x'.repeat(n * 1024 - 2));
    expect((await post('/api/messages', kilobytes(256))).status).toBe(200);
    const refused = await post('/api/messages', kilobytes(300));
    expect([refused.status, await refused.json()]).toEqual([413, { error: { code: 'too-large' } }]);
  });

  it('answers a body of unknown length with 413 as well', async () => {
    const { server } = await start();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest({
        port: server.port,
        method: 'POST',
        path: '/api/messages',
        headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
      });
      request.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      for (let n = 0; n < 30; n++) request.write('x'.repeat(10 * 1024));
      request.end();
    });
    expect(status).toBe(413);
  });

  const bodies: readonly [
    string,
    string | Uint8Array<ArrayBuffer>,
    Record<string, string>,
    number,
    string,
  ][] = [
    ['plain text', '{}', { 'Content-Type': 'text/plain' }, 415, 'json-expected'],
    ['a form', 'a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'json-expected'],
    ['a compressed body', new Uint8Array(gzipSync('{}')), { 'Content-Encoding': 'gzip' }, 415, 'compressed'],
    ['no JSON', '{"type":', {}, 400, 'not-json'],
    ['an empty body', '', {}, 400, 'not-json'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400, 'not-json'],
  ];
  for (const [what, body, headers, status, code] of bodies) {
    it(`answers ${what} with ${status}`, async () => {
      const { post } = await start();
      const response = await post('/api/messages', body, headers);
      expect([response.status, await response.json()]).toEqual([status, { error: { code } }]);
    });
  }

  it('does not exist where this process only works in the background', async () => {
    const { post } = await start({ receive: null });
    expect((await post('/api/messages', '{}')).status).toBe(404);
  });

  it('tells nobody what went wrong inside', async () => {
    const { post, log } = await start({
      receive: async () => {
        throw new Error('the secret of the house');
      },
    });
    const response = await post('/api/messages', '{}');
    expect([response.status, await response.text()]).toEqual([500, '{"error":{"code":"fault"}}']);
    expect(log.lines).toMatchObject([{ level: 'error', event: 'request.failed' }]);
  });

  it('does not repeat what was asked for at a wrong address', async () => {
    const { url } = await start();
    const wrong = await fetch(`${url}/<script>`);
    expect([wrong.status, await wrong.text()]).toEqual([404, '{"error":{"code":"not-found"}}']);
    const get = await fetch(`${url}/api/messages`);
    expect([get.status, await get.text()]).toEqual([405, '{"error":{"code":"method-not-allowed"}}']);
  });
});

describe('health', () => {
  it('is live as soon as it listens, and ready when the bot says so', async () => {
    let ready = false;
    const { url } = await start({ readiness: async () => ({ ready, details: { queueDepth: 3 } }) });
    const ask = async (path: string) => {
      const response = await fetch(url + path);
      return [response.status, await response.json()];
    };
    expect(await ask('/health/live')).toEqual([200, { live: true }]);
    expect(await ask('/health/ready')).toEqual([503, { ready: false, queueDepth: 3 }]);
    ready = true;
    expect(await ask('/health/ready')).toEqual([200, { ready: true, queueDepth: 3 }]);
  });
});

describe('the clock of local mode', () => {
  it('is moved through HTTP where there is one', async () => {
    const asked: unknown[] = [];
    const { post } = await start({
      moveClock: async (body) => {
        asked.push(body);
        return { status: 200, body: { now: '2026-09-14T08:00:00Z' } };
      },
    });
    const response = await post('/local/clock', '{"now":"2026-09-14T09:00"}');
    expect([response.status, await response.json()]).toEqual([200, { now: '2026-09-14T08:00:00Z' }]);
    expect(asked).toEqual([{ now: '2026-09-14T09:00' }]);
  });

  it('comes with a door that only this machine’s own names open', async () => {
    const { server } = await start({ moveClock: async () => ({ status: 200 }) });
    const statusFor = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        httpRequest({ port: server.port, path: '/health/live', headers: { Host: host } })
          .on('response', (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
    const hosts = [
      '127.0.0.1:3978',
      'localhost:3978',
      '[::1]:3978',
      'evil.example.org',
      '127.0.0.1.example.org',
    ];
    expect(await Promise.all(hosts.map(statusFor))).toEqual([200, 200, 200, 403, 403]);
  });

  it('has no address outside local mode', async () => {
    const { post } = await start();
    expect((await post('/local/clock', '{"advance":"P3D"}')).status).toBe(404);
  });
});

describe('starting and stopping', () => {
  it('says so when the port is taken', async () => {
    const { server } = await start();
    await expect(start({ port: server.port })).rejects.toBeInstanceOf(ListenError);
  });

  it('lets a request under way finish and takes no other', async () => {
    const { promise: release, resolve } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { server, url, post } = await start({
      receive: async () => {
        arrive();
        await release;
        return { status: 200, body: { finished: true } };
      },
    });
    const underWay = post('/api/messages', '{}');
    await arrived;
    const closed = server.close(5_000);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    resolve();
    expect(await (await underWay).json()).toEqual({ finished: true });
    await closed;
  });

  it('cuts off what does not finish in the time given', async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { server, post } = await start({
      receive: () => {
        arrive();
        return new Promise(() => {});
      },
    });
    const underWay = post('/api/messages', '{}').catch((cause: unknown) => cause);
    await arrived;
    const started = performance.now();
    await server.close(100);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await underWay).toBeInstanceOf(Error);
  });
});
