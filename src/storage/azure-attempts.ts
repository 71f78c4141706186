/**
 * Every request to Azure Storage goes through `ask`. The SDK's own repetition is switched off: it hides whether a
 * refusal answers the first try or one whose earlier reply was lost, and for a deletion nothing else tells.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { RestError } from '@azure/data-tables';
import { z } from 'zod';
import { StorageRefusedError, StorageUnavailableError } from './errors.ts';

export interface AttemptPolicy {
  /** Tries in all. */
  readonly attempts: number;
  /** Before the second try; doubled for each further one, and spread so that workers do not return together. */
  readonly pauseMilliseconds: number;
  /** For one try. What is not answered by then may still take effect. */
  readonly deadlineMilliseconds: number;
}

export const usualAttempts: AttemptPolicy = {
  attempts: 4,
  pauseMilliseconds: 250,
  deadlineMilliseconds: 8_000,
};

/** Longer than this nobody waits within one call, whatever the service asks for. */
const longestPauseMilliseconds = 5_000;

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** A definite refusal. `doubtful`: an earlier try failed without saying whether it had taken effect. */
  | { readonly ok: false; readonly code: string; readonly doubtful: boolean; readonly cause: unknown };

/** Statuses with which the service asks to be asked again (an operation that timed out there is a 500). */
const passing = new Set([408, 429, 500, 502, 503, 504]);

/** Repeats `request` while the service cannot serve; throws `StorageUnavailableError` when every try is used up. */
export async function ask<T>(
  policy: AttemptPolicy,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<Answer<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { ok: true, value: await request(AbortSignal.timeout(policy.deadlineMilliseconds)) };
    } catch (cause) {
      const failure = classify(cause);
      if (failure.kind === 'refusal') {
        return { ok: false, code: failure.code, doubtful: attempt > 1, cause };
      }
      if (attempt >= policy.attempts) throw new StorageUnavailableError(failure.code, { cause });
      await pause(pauseAfter(policy, attempt, failure.retryAfterMilliseconds));
    }
  }
}

function pauseAfter(policy: AttemptPolicy, attempt: number, asked: number): number {
  const own = policy.pauseMilliseconds * 2 ** (attempt - 1) * (0.5 + Math.random());
  return Math.min(Math.max(own, asked), longestPauseMilliseconds);
}

type Failure =
  | { readonly kind: 'refusal'; readonly code: string }
  | { readonly kind: 'passing'; readonly code: string; readonly retryAfterMilliseconds: number };

/** A network failure, a late answer and an unreadable one pass; any other answer stands. */
function classify(cause: unknown): Failure {
  if (isNamed(cause, 'AbortError')) return { kind: 'passing', code: 'late', retryAfterMilliseconds: 0 };
  if (identityErrors.some((name) => isNamed(cause, name))) {
    return { kind: 'passing', code: 'identity', retryAfterMilliseconds: 0 };
  }
  if (!(cause instanceof RestError) && !isNamed(cause, 'RestError')) throw cause;
  const error = restError.parse(cause);
  const code = error.details?.odataError?.code ?? error.details?.errorCode ?? error.code ?? 'no-code';
  const status = error.statusCode;
  if (status !== undefined && status >= 300 && !passing.has(status)) return { kind: 'refusal', code };
  return { kind: 'passing', code, retryAfterMilliseconds: retryAfter(cause) };
}

const identityErrors = ['CredentialUnavailableError', 'AuthenticationError', 'AggregateAuthenticationError'];

const restError = z.object({
  code: z.string().optional(),
  statusCode: z.int().optional(),
  details: z
    .object({
      odataError: z.object({ code: z.string().optional() }).optional().catch(undefined),
      errorCode: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

function isNamed(cause: unknown, name: string): boolean {
  return cause instanceof Error && cause.name === name;
}

function retryAfter(cause: unknown): number {
  if (!(cause instanceof RestError)) return 0;
  const seconds = Number(cause.response?.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}

/** For what the service never refuses in a healthy set-up. */
export function granted<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw refusedBy(answer);
}

export function refusedBy(answer: { readonly code: string; readonly cause: unknown }): StorageRefusedError {
  return new StorageRefusedError(answer.code, { cause: answer.cause });
}
