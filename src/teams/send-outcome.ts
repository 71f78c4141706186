import { z } from 'zod';
import type { SendOutcome } from '../services/ports.ts';
import type { Attempted } from './attempt.ts';

type Failure = Extract<Attempted<unknown>, { ok: false }>;
type FailedOutcome = Exclude<SendOutcome, { outcome: 'sent' }>;
type Unreachable = Extract<SendOutcome, { outcome: 'unreachable' }>['reason'];

const restError = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z
    .object({
      bodyAsText: z.string().nullish(),
      headers: z.custom<{ get(name: string): string | undefined }>(
        (headers) => typeof (headers as { get?: unknown } | undefined)?.get === 'function',
      ),
    })
    .partial()
    .nullish(),
});

/** Teams reports an error in either of two shapes. */
const errorBody = z.object({ error: z.object({ code: z.string() }) });
const subCodeBody = z.object({ errorCode: z.number(), message: z.string() });

/** Nothing was accepted and the same call may do better later. */
const tryAgain = new Set([412, 502, 503, 504]);
/** The service gave up while it had the message in its hands. */
const undecided = new Set([408, 500]);

const reasons: Readonly<Record<string, Unreachable>> = {
  BotDisabledByAdmin: 'blocked',
  ConversationBlockedByUser: 'blocked',
  MessageWritesBlocked: 'blocked',
  ForbiddenOperationException: 'blocked',
  BotNotInConversationRoster: 'uninstalled',
};

/**
 * What a failed attempt means (TEAMS 2.2): whether the person can be reached, whether Teams asked for patience,
 * and whether the message may have arrived all the same.
 */
export function failedOutcome(failure: Failure): FailedOutcome {
  const parsed = restError.safeParse(failure.cause);
  const error = parsed.success ? parsed.data : {};
  if (error.statusCode === undefined) return networkOutcome(failure, error.code);
  if (error.statusCode === 429) {
    const header = error.response?.headers?.get('retry-after');
    return { outcome: 'throttled', retryAfterSeconds: retryAfterSeconds(header) };
  }
  const code = errorCode(error.response?.bodyAsText ?? '') ?? `http-${error.statusCode}`;
  return statusOutcome(error.statusCode, code);
}

function statusOutcome(status: number, code: string): FailedOutcome {
  if (tryAgain.has(status)) return { outcome: 'busy', code };
  if (undecided.has(status)) return { outcome: 'ambiguous', code };
  if (status === 404) return { outcome: 'unreachable', reason: 'not-found', code };
  // A wrong host for the cloud is a fault of configuration: nobody has blocked anything.
  if (status === 403 && code !== 'InvalidBotApiHost') {
    return { outcome: 'unreachable', reason: reasons[code] ?? 'blocked', code };
  }
  return { outcome: 'permanent', code };
}

/** Refused before the connection stood: nothing was sent. Anything later may have been accepted. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function networkOutcome(failure: Failure, code: string | undefined): FailedOutcome {
  if (!failure.departed) return { outcome: 'busy', code: failure.late ? 'no-token-in-time' : 'not-sent' };
  if (failure.late) return { outcome: 'ambiguous', code: 'deadline' };
  if (code !== undefined && neverConnected.has(code)) return { outcome: 'busy', code };
  return { outcome: 'ambiguous', code: code ?? 'connection-lost' };
}

function errorCode(body: string): string | undefined {
  const parsed = parseJson(body);
  const plain = errorBody.safeParse(parsed);
  if (plain.success) return plain.data.error.code;
  const nested = subCodeBody.safeParse(parsed);
  if (!nested.success) return undefined;
  const subCode = z.object({ subCode: z.string() }).safeParse(parseJson(nested.data.message));
  return subCode.success ? subCode.data.subCode : `error-${nested.data.errorCode}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole seconds to wait, from either form of the header; null when Teams named no time. */
function retryAfterSeconds(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : null;
}

/** What the log may hold of an outcome. */
export function outcomeIds(outcome: SendOutcome): { readonly outcome: string; readonly code: string | null } {
  return { outcome: outcome.outcome, code: 'code' in outcome ? outcome.code : null };
}
