import type { Temporal } from 'temporal-polyfill';
import type { PersonAddress, Recipient } from '../services/ports.ts';
import type { Submission } from '../services/submissions.ts';
import type { Reply, Turn } from '../services/turn.ts';
import type { BotParts } from './bot-needs.ts';
import { type Delivered, deliverReplies } from './deliver-replies.ts';
import type { Inbound } from './inbound.ts';
import type { Member } from './outbound.ts';

/** What somebody did, before it is known who they are. */
export type Said =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'submission'; readonly submission: Submission }
  | { readonly kind: 'installed' };

export interface Answered extends Delivered {
  /** Null when Teams would not say who it was. */
  readonly address: PersonAddress | null;
  readonly replies: readonly Reply[];
}

const nobody: Reply = {
  kind: 'text',
  text: 'Teams did not tell me who you are, so I cannot answer. Please write to me from your council account.',
};

/** One turn: who it is, where they can be reached from now on, what the academy answers, and its delivery. */
export async function answer(
  parts: BotParts,
  inbound: Inbound,
  said: Said,
  now: Temporal.Instant,
): Promise<Answered> {
  const member = memberOnce(parts, inbound);
  const entraId = inbound.entraId ?? (await member())?.entraId ?? null;
  if (entraId === null) {
    const delivered = await deliver(parts, inbound, null, [nobody]);
    return { ...delivered, address: null, replies: [nobody] };
  }
  const address = await parts.upkeep.seen(inbound, entraId, now);
  if (inbound.place.kind === 'channel') await parts.upkeep.seenChannel(inbound);
  const email = async () => (await member())?.email ?? undefined;
  const turn: Turn = { ...said, sender: { entraId, email }, place: inbound.place, now };
  const replies = await parts.respond(turn);
  return { ...(await deliver(parts, inbound, entraId, replies)), address, replies };
}

async function deliver(
  parts: BotParts,
  inbound: Inbound,
  entraId: string | null,
  replies: readonly Reply[],
): Promise<Delivered> {
  const recipient = async (): Promise<Recipient | null> => {
    if (inbound.place.kind === 'channel') return { kind: 'escalations' };
    // What others read along is nobody's own copy of a subject.
    if (inbound.place.kind === 'group') return null;
    const person = entraId === null ? undefined : await parts.people.byEntraId(entraId);
    return person ? { kind: 'person', personId: person.id } : null;
  };
  return deliverReplies(parts, { inbound, replies, recipient });
}

/** Teams is asked about the sender at most once a turn, and only when somebody needs the answer. */
function memberOnce(parts: BotParts, inbound: Inbound): () => Promise<Member | undefined> {
  let asked: Promise<Member | undefined> | undefined;
  const { serviceUrl, teamId, conversationId } = inbound;
  return () => {
    // A thread has no members of its own: its team has.
    asked ??= parts.outbound.member({ serviceUrl, conversationId: teamId ?? conversationId }, inbound.userId);
    return asked;
  };
}
