/**
 * Azure Storage's limits, checked in one place before either adapter writes, so that what works on one machine
 * works in Azure. A row has three columns of its own (`schema`, `body`, `nonce`): with the body held to 64 KiB it
 * can reach neither the 252 columns nor the 1 MiB that Azure allows an entity.
 */
import type { Temporal } from 'temporal-polyfill';
import { StorageLimitError } from './errors.ts';
import type { Operation, Range, Row } from './table-store.ts';

/** 1 KiB of UTF-16. The documentation also speaks of 1,024 characters; the emulator refuses the 513th. */
const longestKey = 512;
/** 64 KiB of UTF-16, the most that one string column holds. */
const longestBody = 32_768;
const mostOperations = 100;
const largestTransactionBytes = 4 * 1_024 * 1_024;
const longestWaitSeconds = 7 * 24 * 60 * 60;
const mostReceived = 32;
/**
 * Bytes of UTF-8. A queue message holds 64 KiB of text; the payload travels as base64 so that any character
 * survives, which leaves three quarters.
 */
const largestPayloadBytes = 48 * 1_024;

/** An upper bound, in bytes, for what one operation of a transaction adds around its row: part headers and URL. */
const operationOverheadBytes = 1_024;

// Slash, backslash, hash and question mark; the C0 and C1 controls and DEL. Surrogates too: a lone one cannot be
// sent, and a pair sorts after U+E000–U+FFFF in UTF-8 but before them in UTF-16, so the stores would disagree.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const forbiddenInKeys = /[/\\#?\u0000-\u001f\u007f-\u009f\ud800-\udfff]/;

function checkCharacters(what: string, key: string): void {
  const found = forbiddenInKeys.exec(key);
  if (found === null) return;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  throw new StorageLimitError(
    'key-characters',
    `A ${what} key cannot hold U+${code} (at ${found.index}): escape it before it becomes a key.`,
  );
}

export function checkKey(what: 'partition' | 'row', key: string): void {
  checkCharacters(what, key);
  if (key.length === 0 || key.length > longestKey) {
    throw new StorageLimitError(
      'key-length',
      `A ${what} key has 1 to ${longestKey} characters; this one has ${key.length}.`,
    );
  }
}

/** The body as it is stored. */
function printBody(body: unknown): string {
  const printed = stringify(body);
  if (printed.length > longestBody) {
    throw new StorageLimitError(
      'body-length',
      `A row's body has at most ${longestBody} characters once printed; this one has ${printed.length}.`,
    );
  }
  return printed;
}

function stringify(body: unknown): string {
  let printed: string | undefined;
  try {
    printed = JSON.stringify(body);
  } catch (cause) {
    throw new StorageLimitError('body-not-json', "A row's body must be printable as JSON.", { cause });
  }
  if (printed === undefined) {
    throw new StorageLimitError('body-not-json', "A row's body must be printable as JSON.");
  }
  return printed;
}

/** Checks the row and gives its body as it is stored. */
export function checkRow(row: Row): string {
  checkKey('partition', row.partitionKey);
  checkKey('row', row.rowKey);
  if (!Number.isInteger(row.schema) || row.schema < 1 || row.schema > 2_147_483_647) {
    throw new StorageLimitError('schema-number', "A row's schema is a whole number from 1.");
  }
  return printBody(row.body);
}

/** An operation whose row has been checked; `printed` is its body as stored, empty for a deletion. */
export type CheckedOperation = Operation & { readonly printed: string };

/** The row key that an operation is about. */
export function rowKeyOf(operation: Operation): string {
  return operation.op === 'delete' ? operation.rowKey : operation.row.rowKey;
}

export function checkTransaction(
  partitionKey: string,
  operations: readonly Operation[],
): readonly CheckedOperation[] {
  checkKey('partition', partitionKey);
  if (operations.length > mostOperations) {
    throw new StorageLimitError(
      'operation-count',
      `A transaction has at most ${mostOperations} operations; this one has ${operations.length}.`,
    );
  }
  const checked = operations.map((operation) => checkOperation(partitionKey, operation));
  if (new Set(operations.map(rowKeyOf)).size < operations.length) {
    throw new StorageLimitError('same-row-twice', 'A transaction touches each row at most once.');
  }
  checkTransactionSize(partitionKey, checked);
  return checked;
}

function checkOperation(partitionKey: string, operation: Operation): CheckedOperation {
  if (operation.op === 'delete') {
    checkKey('row', operation.rowKey);
    return { ...operation, printed: '' };
  }
  if (operation.row.partitionKey !== partitionKey) {
    throw new StorageLimitError('other-partition', 'A transaction stays within one partition.');
  }
  return { ...operation, printed: checkRow(operation.row) };
}

/** Bytes of the request that carries the transaction, never less than what is sent. */
function checkTransactionSize(partitionKey: string, operations: readonly CheckedOperation[]): void {
  let bytes = 0;
  for (const operation of operations) {
    const keys = [partitionKey, rowKeyOf(operation)];
    bytes += operationOverheadBytes + Buffer.byteLength(JSON.stringify([...keys, operation.printed]));
    bytes += encodeURIComponent(keys.join('')).length;
  }
  if (bytes > largestTransactionBytes) {
    throw new StorageLimitError(
      'transaction-size',
      `A transaction has at most ${largestTransactionBytes} bytes; this one has about ${bytes}.`,
    );
  }
}

/** Bounds are compared with keys and need not be keys themselves: any length will do, the characters must travel. */
export function checkRange(range: Range): void {
  if (typeof range.partition === 'string') {
    checkKey('partition', range.partition);
  } else {
    checkCharacters('partition', range.partition.from);
    checkCharacters('partition', range.partition.to);
  }
  for (const bound of [range.rows?.from, range.rows?.to]) {
    if (bound !== undefined) checkCharacters('row', bound);
  }
  if (range.limit !== undefined && (!Number.isInteger(range.limit) || range.limit < 0)) {
    throw new StorageLimitError('range-limit', 'The limit of a range is a whole number, 0 or more.');
  }
}

export function checkPayload(payload: string): void {
  if (!payload.isWellFormed()) {
    throw new StorageLimitError('payload-characters', 'An alarm cannot carry half of a surrogate pair.');
  }
  const bytes = Buffer.byteLength(payload);
  if (bytes > largestPayloadBytes) {
    throw new StorageLimitError(
      'payload-size',
      `An alarm carries at most ${largestPayloadBytes} bytes; this one has ${bytes}.`,
    );
  }
}

/** Whole seconds from `now` until `visibleAt`, rounded up so that nothing is seen early; 0 for what has passed. */
export function secondsUntil(visibleAt: Temporal.Instant, now: Temporal.Instant): number {
  const seconds = Math.max(0, Math.ceil((visibleAt.epochMilliseconds - now.epochMilliseconds) / 1_000));
  if (seconds > longestWaitSeconds) {
    throw new StorageLimitError(
      'visible-too-late',
      'An alarm waits at most 7 days: send it for the last of them and look again then.',
    );
  }
  return seconds;
}

/** `shortest` is 1 where alarms are taken and 0 where they may be given back at once. */
export function checkLease(leaseSeconds: number, shortest: 0 | 1): void {
  if (!Number.isInteger(leaseSeconds) || leaseSeconds < shortest || leaseSeconds > longestWaitSeconds) {
    throw new StorageLimitError(
      'lease-length',
      `A lease lasts ${shortest} to ${longestWaitSeconds} whole seconds; ${leaseSeconds} was asked for.`,
    );
  }
}

export function checkReceive(most: number, leaseSeconds: number): void {
  if (!Number.isInteger(most) || most < 1 || most > mostReceived) {
    throw new StorageLimitError(
      'receive-count',
      `Between 1 and ${mostReceived} alarms are received at once.`,
    );
  }
  checkLease(leaseSeconds, 1);
}

export function checkPoisonCode(code: string): void {
  if (!/^[A-Za-z0-9_.-]{1,100}$/.test(code)) {
    throw new StorageLimitError('poison-code', 'The code of a failure is 1 to 100 letters, digits, or . _ -');
  }
}
