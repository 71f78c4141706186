/** Where people and channels are reached, and what comes of one attempt: ports of the services, as in `ports.ts`. */
import type { Temporal } from 'temporal-polyfill';

/** Where Teams can reach a person, keyed by their Entra object id (TEAMS §2.3). */
export interface PersonAddress {
  readonly entraId: string;
  readonly personId: string | null;
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** Null until the bot and the person have a one-to-one conversation. */
  readonly conversationId: string | null;
  /** The person's id towards this bot ("29:…"): an address, never an identity. */
  readonly userId: string;
  readonly botId: string;
  readonly status: 'reachable' | 'uninstalled' | 'blocked';
  readonly welcomedAt: Temporal.Instant | null;
  readonly seenAt: Temporal.Instant;
}

export interface ChannelAddress {
  readonly channelId: string;
  readonly name: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly botId: string;
  readonly status: 'reachable' | 'uninstalled';
}

export interface AddressBook {
  person(entraId: string): Promise<PersonAddress | undefined>;
  /** Writes only when something that matters changed (`seenAt` alone counts once a day). */
  savePerson(address: PersonAddress): Promise<void>;
  channel(channelId: string): Promise<ChannelAddress | undefined>;
  saveChannel(address: ChannelAddress): Promise<void>;
  /** The channel chosen for escalations, if one has been. */
  escalations(): Promise<ChannelAddress | undefined>;
  chooseEscalations(channelId: string, by: string, at: Temporal.Instant): Promise<void>;
}

/** A card as it goes over the wire, with the words that stand for it elsewhere. */
export interface CardMessage {
  /** The card's name in the table of cards. */
  readonly name: string;
  readonly card: Readonly<Record<string, unknown>>;
  /** Shown in the toast and the chat list; never more than the channel or lock screen may see. */
  readonly summary: string;
}

export interface PostedMessage {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly activityId: string;
}

/** What came of one attempt to reach Teams (TEAMS §2.2). */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly posted: PostedMessage }
  | { readonly outcome: 'throttled'; readonly retryAfterSeconds: number | null }
  /** 412, 502, 503, 504 before acceptance: try again with back-off. */
  | { readonly outcome: 'busy'; readonly code: string }
  | {
      readonly outcome: 'unreachable';
      readonly reason: 'blocked' | 'uninstalled' | 'not-found' | 'never-met';
      readonly code: string;
    }
  | { readonly outcome: 'permanent'; readonly code: string }
  /** The reply was lost or late: Teams may or may not have it. */
  | { readonly outcome: 'ambiguous'; readonly code: string };

/** Exactly one HTTP attempt per call, bounded by a deadline of 10 seconds. Never throws for an HTTP outcome. */
export interface Messenger {
  toPerson(address: PersonAddress, message: CardMessage): Promise<SendOutcome>;
  toChannel(address: ChannelAddress, message: CardMessage): Promise<SendOutcome>;
  update(posted: PostedMessage, message: CardMessage): Promise<SendOutcome>;
}
