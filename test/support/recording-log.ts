import type { Log } from '../../src/services/ports.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly ids: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A log that a test can read. */
export function recordingLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  return {
    lines,
    info: (event, ids = {}) => void lines.push({ level: 'info', event, ids }),
    warn: (event, ids = {}) => void lines.push({ level: 'warn', event, ids }),
    error: (event, cause, ids = {}) => void lines.push({ level: 'error', event, ids, cause }),
  };
}
