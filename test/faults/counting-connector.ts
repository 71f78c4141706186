import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Takes every message and remembers which records it asked about. */
export interface CountingConnector {
  readonly url: string;
  readonly posts: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export async function startCountingConnector(): Promise<CountingConnector> {
  const posts = new Map<string, number>();
  let ids = 0;
  const server: Server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const record = /"recordId":"(owed-\d+)"/.exec(text)?.[1];
    if (record !== undefined && request.method === 'POST') posts.set(record, (posts.get(record) ?? 0) + 1);
    await wait(5);
    response.writeHead(201, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ id: `activity-${++ids}` }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    posts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
