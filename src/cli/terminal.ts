import { Temporal } from 'temporal-polyfill';

/** Where the command line reads and writes: the real streams in the product, strings in a test. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Width of the reader's window in characters, or null when the output goes to a file or another program. */
  readonly width: number | null;
  now(): Temporal.Instant;
  out(text: string): void;
  err(text: string): void;
  readInput(): Promise<string>;
  /** Draws over itself on standard error; absent where that is no window. */
  readonly progress?: (text: string) => void;
}

/** Whoever reads a pipe may stop reading: that is no failure of the command. */
const endQuietly = (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
};

async function wholeInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

export function realTerminal(): Terminal {
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  return {
    env: process.env,
    width: process.stdout.isTTY ? process.stdout.columns : null,
    now: () => Temporal.Now.instant(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    readInput: wholeInput,
    ...(process.stderr.isTTY ? { progress: (text: string) => process.stderr.write(text) } : {}),
  };
}
