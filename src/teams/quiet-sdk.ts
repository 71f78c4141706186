import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();

// biome-ignore lint/suspicious/noConsole: the SDK offers no other way to keep it from printing.
const print = console.error;
console.error = (...words: unknown[]) => {
  if (!quiet.getStore()) print(...words);
};

// biome-ignore lint/suspicious/noConsole: the language model's class prints every fault of the service, headers and all.
const say = console.log;
console.log = (...words: unknown[]) => {
  if (!quiet.getStore()) say(...words);
};

/**
 * Runs a call into the SDK without what it prints by itself: for every forged token it would write the signing
 * key or a stack to standard error, at the pace of whoever sends them. The refusal has its own log line.
 */
export function quietly<T>(call: () => Promise<T>): Promise<T> {
  return quiet.run(true, call);
}
