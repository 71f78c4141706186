import { StorageRefusedError, StorageUnavailableError } from '../storage/errors.ts';

/** What one check of `academy doctor` came to. */
export interface Finding {
  readonly check:
    | 'configuration'
    | 'programme'
    | 'storage'
    | 'records'
    | 'people'
    | 'sending'
    | 'identity'
    | 'language model'
    | 'clock'
    | 'calendar';
  /** A problem keeps the bot from its work; a warning will, or keeps it from part of it. */
  readonly status: 'ok' | 'warning' | 'problem';
  readonly message: string;
  /** What to do about it; null when there is nothing to do. */
  readonly remedy: string | null;
}

type Check = Finding['check'];

export const fine = (check: Check, message: string): Finding => ({
  check,
  status: 'ok',
  message,
  remedy: null,
});
export const warning = (check: Check, message: string, remedy: string): Finding => ({
  check,
  status: 'warning',
  message,
  remedy,
});
export const problem = (check: Check, message: string, remedy: string): Finding => ({
  check,
  status: 'problem',
  message,
  remedy,
});

/** A fault in words that hold no secret: its reason or code if it has one, otherwise its class. */
export function faultName(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown fault';
  if (fault instanceof StorageRefusedError || fault instanceof StorageUnavailableError) return fault.reason;
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : fault.name;
}
