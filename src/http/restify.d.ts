/** The part of restify that is used here; the package brings no types of its own. */
declare module 'restify' {
  import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';

  export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

  export interface RestifyServer {
    readonly server: NodeServer;
    get(path: string, handler: Handler): unknown;
    post(path: string, handler: Handler): unknown;
    on(
      event: 'restifyError',
      listener: (
        request: IncomingMessage,
        response: ServerResponse,
        error: { readonly statusCode?: number; toJSON?: () => unknown; toString?: () => string },
        done: () => void,
      ) => void,
    ): unknown;
    on(event: 'error', listener: (cause: Error) => void): unknown;
    listen(port: number, host: string, done: () => void): unknown;
    address(): { readonly port: number };
  }

  export function createServer(options: {
    readonly name: string;
    readonly handleUncaughtExceptions: boolean;
  }): RestifyServer;
}
