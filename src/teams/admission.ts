import { type Activity, ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Log } from '../services/ports.ts';
import { attempt } from './attempt.ts';
import type { TeamsConnection } from './connection.ts';
import type { Inbound } from './inbound.ts';
import { claimsToBeTeams } from './token-claims.ts';

/** Runs the turn of an activity that has been let in. */
type RunTurn = (logic: (context: TurnContext) => Promise<void>) => Promise<InvokeResponse | undefined>;

export type Admission =
  | { readonly admitted: true; readonly run: RunTurn }
  /** 401: not from Teams, or not for this academy. 503: Microsoft's signing keys could not be fetched. */
  | { readonly admitted: false; readonly status: 401 | 503; readonly why: string };

/**
 * Who may speak to the bot: the connector of the configured tenants, from a host on the list, with a token that
 * Microsoft issued to this bot for that service URL. Local mode asks for no token and takes any tenant, but
 * only from this machine (the host list and the address that is listened on see to it).
 */
export async function admit(
  connection: TeamsConnection,
  inbound: Inbound,
  authorization: string | undefined,
  log: Log,
): Promise<Admission> {
  const why = refusedUnread(connection, inbound, authorization ?? '');
  if (why !== null) return { admitted: false, status: 401, why };
  const activity = sdkActivity(inbound);
  const verified = await attempt(connection.deadlineMs, connection.after, () =>
    connection.adapter.authenticate(activity, authorization ?? ''),
  );
  if (verified.ok) {
    return { admitted: true, run: (logic) => connection.adapter.run(verified.value, activity, logic) };
  }
  if (verified.late || keysUnavailable(verified.cause)) {
    log.error('signing-keys.unavailable', verified.cause);
    return { admitted: false, status: 503, why: 'signing-keys-unavailable' };
  }
  return { admitted: false, status: 401, why: 'token' };
}

function refusedUnread(connection: TeamsConnection, inbound: Inbound, authorization: string): string | null {
  const { identity, hosts } = connection;
  if (!hosts.allows(inbound.serviceUrl)) return 'service-url';
  if (identity === null) return null;
  if (!claimsToBeTeams(authorization, identity.appId, inbound.serviceUrl)) return 'token';
  const { tenantIds } = inbound;
  const ours = tenantIds.length > 0 && tenantIds.every((tenant) => tenant === identity.tenantId);
  return ours ? null : 'tenant';
}

/** Distinguishes "the token is bad" from "nobody could tell", so that Teams tries the latter again. */
function keysUnavailable(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { statusCode } = cause as { statusCode?: unknown };
  return statusCode === 500 || cause.name === 'FetchError';
}

/** The SDK sees only what has been checked: a malformed remainder cannot trip it. */
function sdkActivity(inbound: Inbound): Activity {
  const tenantId = inbound.tenantIds[0];
  const activity: Partial<Activity> = {
    type: inbound.type,
    channelId: 'msteams',
    serviceUrl: inbound.serviceUrl,
    from: { id: inbound.userId, name: '' },
    recipient: { id: inbound.botId, name: '' },
    conversation: {
      id: inbound.conversationId,
      name: '',
      isGroup: inbound.place.kind !== 'personal',
      conversationType: inbound.place.kind,
      ...(tenantId === undefined ? {} : { tenantId }),
    },
    ...(inbound.activityId === null ? {} : { id: inbound.activityId }),
    ...(inbound.name === null ? {} : { name: inbound.name }),
    ...(inbound.type === ActivityTypes.Message ? { text: inbound.text } : {}),
  };
  return activity as Activity;
}
