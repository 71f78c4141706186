import type {
  AddressBook,
  CardMessage,
  Clock,
  InboundLedger,
  Log,
  NewId,
  People,
  PostedCards,
} from '../services/ports.ts';
import type { Submission } from '../services/submissions.ts';
import type { Respond } from '../services/turn.ts';
import type { View } from '../services/views.ts';
import type { AddressUpkeep } from './address-upkeep.ts';
import type { TeamsConnection } from './connection.ts';
import type { CallWatch, Outbound } from './outbound.ts';

export interface TeamsBotNeeds {
  readonly connection: TeamsConnection;
  readonly respond: Respond;
  /** Lays a view out as a card. */
  readonly bind: (view: View) => CardMessage;
  /** Reads what came with a button; refuses what no card of ours sends. */
  readonly readSubmission: (verb: string, data: unknown) => ReadSubmission;
  readonly addressBook: AddressBook;
  readonly inboundLedger: InboundLedger;
  readonly postedCards: Pick<PostedCards, 'remember'>;
  readonly people: Pick<People, 'byEntraId'>;
  /** Told of every call to the connector: it counts against the tenant's quota. */
  readonly calls: CallWatch;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
}

export type ReadSubmission =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly code: string };

/** What the parts of the bot share. */
export interface BotParts extends TeamsBotNeeds {
  readonly upkeep: AddressUpkeep;
  readonly outbound: Outbound;
}
