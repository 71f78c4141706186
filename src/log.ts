import { pino } from 'pino';
import { z } from 'zod';
import type { Log } from './services/ports.ts';

const coded = z.object({ code: z.union([z.string(), z.number()]) });

/** The class and the code of what went wrong, never its message: a message may quote what a person typed. */
function faultOf(cause: unknown): { readonly fault: string; readonly code: string | null } {
  const fault = cause instanceof Error ? cause.constructor.name : typeof cause;
  const code = coded.safeParse(cause);
  return { fault, code: code.success ? String(code.data.code) : null };
}

/** Where in our own code it happened: file and line of the nearest frame, without the message. */
function whereOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const frame = cause.stack?.split('\n').find((line) => /\/src\/.*\.ts:\d+/.test(line));
  return frame?.match(/src\/[\w./-]+\.ts:\d+/)?.[0] ?? null;
}

interface Destination {
  write(line: string): void;
}

const nobodyReads = () => {};

/** Pino's own output waits for ever, at exit, for a reader that has gone; a log nobody reads may be lost instead. */
function standardOutput(): Destination {
  process.stdout.off('error', nobodyReads).on('error', nobodyReads);
  return process.stdout;
}

/** JSON lines on standard output: events, ids, verbs and counts, never a name or a text. */
export function createLog(level: string, destination: Destination = standardOutput()): Log {
  const options = { level, base: null, timestamp: () => `,"at":"${new Date().toISOString()}"` };
  const lines = pino(options, destination);
  return {
    info: (event, ids = {}) => lines.info({ event, ...ids }),
    warn: (event, ids = {}) => lines.warn({ event, ...ids }),
    error: (event, cause, ids = {}) =>
      lines.error({ event, ...ids, ...faultOf(cause), where: whereOf(cause) }),
  };
}
