import { z } from 'zod';
import type { Place } from '../services/turn.ts';

const shortText = z.string().max(200);
/** Ids go into storage keys and URL paths; Teams' longest are under 300 characters. */
const id = z
  .string()
  .max(500)
  .regex(/^(?!\.{1,2}$)[^\p{Cc}\p{Cs}]+$/u);
const named = z.object({ id, name: shortText.nullish() });
const account = z.object({ id, aadObjectId: id.max(128).nullish() });
/** Far more than any question or form; what is longer is cut, not refused. */
const longestText = 4000;

const channelData = z.object({
  eventType: shortText.nullish(),
  tenant: z.object({ id: shortText }).nullish(),
  team: named.nullish(),
  channel: named.nullish(),
  settings: z.object({ selectedChannel: named.nullish() }).nullish(),
});

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1).max(500),
  mentioned: z.object({ id: z.string() }),
});

const envelope = z.object({
  type: z.string().min(1).max(64),
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  id: id.nullish(),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: shortText.nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: shortText.nullish(),
  }),
  channelData: channelData.nullish(),
  name: shortText.nullish(),
  action: shortText.nullish(),
  replyToId: id.nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z.array(z.unknown()).max(500).nullish(),
  membersAdded: z.array(account).max(1000).nullish(),
  membersRemoved: z.array(account).max(1000).nullish(),
});

/** One activity as Teams delivered it, reduced to what the product reads; absent fields are null. */
export interface Inbound {
  readonly type: string;
  readonly serviceUrl: string;
  /** Null for the few events that Teams sends without one. */
  readonly activityId: string | null;
  readonly userId: string;
  readonly entraId: string | null;
  readonly botId: string;
  readonly conversationId: string;
  readonly place: Place;
  readonly teamId: string | null;
  readonly channelName: string | null;
  /** Every tenant that the activity names; more than one is possible and none is trusted before the check. */
  readonly tenantIds: readonly string[];
  readonly name: string | null;
  readonly action: string | null;
  readonly eventType: string | null;
  readonly replyToId: string | null;
  readonly text: string;
  readonly value: unknown;
  /** The exact pieces of the text that mention the bot. */
  readonly botMentions: readonly string[];
  readonly botAdded: boolean;
  readonly botRemoved: boolean;
}

/** Reads an activity, or names the first place in it that is not as Teams writes it. */
export function readInbound(
  body: unknown,
): { readonly ok: true; readonly inbound: Inbound } | { readonly ok: false; readonly at: string } {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return { ok: false, at: parsed.error.issues[0]?.path.join('.') || 'activity' };
  return { ok: true, inbound: toInbound(parsed.data) };
}

type Envelope = z.infer<typeof envelope>;

function toInbound(activity: Envelope): Inbound {
  const { conversation, channelData: data } = activity;
  const botId = activity.recipient.id;
  const tenants = [conversation.tenantId, data?.tenant?.id];
  return {
    type: activity.type,
    serviceUrl: activity.serviceUrl,
    activityId: activity.id ?? null,
    userId: activity.from.id,
    entraId: normalisedObjectId(activity.from.aadObjectId ?? null),
    botId,
    conversationId: conversation.id,
    ...placeOf(activity),
    tenantIds: [...new Set(tenants.filter((tenant) => typeof tenant === 'string'))],
    name: activity.name ?? null,
    action: activity.action ?? null,
    eventType: data?.eventType ?? null,
    replyToId: activity.replyToId ?? null,
    text: (activity.text ?? '').slice(0, longestText),
    value: activity.value,
    botMentions: mentionsOf(botId, activity.entities ?? []),
    botAdded: (activity.membersAdded ?? []).some((member) => member.id === botId),
    botRemoved: (activity.membersRemoved ?? []).some((member) => member.id === botId),
  };
}

function placeOf(activity: Envelope): Pick<Inbound, 'place' | 'teamId' | 'channelName'> {
  const { conversation, channelData: data } = activity;
  const teamId = data?.team?.id ?? null;
  const kind = placeKind(conversation.conversationType, teamId !== null, conversation.isGroup === true);
  if (kind !== 'channel') return { place: { kind, channelId: null }, teamId: null, channelName: null };
  const channel = data?.channel ?? data?.settings?.selectedChannel;
  // The General channel has the team's id, and a thread's conversation id begins with its channel's.
  const channelId = channel?.id ?? teamId ?? conversation.id.split(';')[0] ?? conversation.id;
  return { place: { kind, channelId }, teamId, channelName: channel?.name ?? null };
}

/** Anything not surely one to one counts as heard by others. */
function placeKind(type: string | null | undefined, inTeam: boolean, isGroup: boolean): Place['kind'] {
  if (type === 'channel' || inTeam) return 'channel';
  if (type === 'personal') return 'personal';
  if (type === 'groupChat' || isGroup) return 'group';
  return type === null || type === undefined ? 'personal' : 'group';
}

function mentionsOf(botId: string, entities: readonly unknown[]): string[] {
  return entities.flatMap((entity) => {
    const parsed = mention.safeParse(entity);
    return parsed.success && parsed.data.mentioned.id === botId ? [parsed.data.text] : [];
  });
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Object ids are compared as text: one spelling of each. */
export function normalisedObjectId(objectId: string | null): string | null {
  return objectId !== null && guid.test(objectId) ? objectId.toLowerCase() : objectId;
}
