/**
 * What the services need from the outside, in the academy's words. Adapters in `storage/`, `teams/` and `local/`
 * provide it; tests pass in the same adapters on memory.
 */
import type { Temporal } from 'temporal-polyfill';
import type {
  Allocation,
  CaseloadAlert,
  CaseloadReport,
  Confirmation,
  Participant,
  ParticipantFile,
  Pause,
  SessionRecord,
} from '../academy/participant-file.ts';
import type { AllocatedFunction, Role } from '../academy/roles.ts';
import type { Weekday } from '../academy/sending-time.ts';

export interface Clock {
  now(): Temporal.Instant;
}

/** New opaque identifiers: URL-safe, unguessable, at most 40 characters. */
export type NewId = () => string;

/** Ids, verbs, counts and codes only: never a name, a text or a date of birth. */
export interface Log {
  info(event: string, ids?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(event: string, ids?: Readonly<Record<string, string | number | boolean | null>>): void;
  /** `cause` is reduced to its class and code. */
  error(
    event: string,
    cause: unknown,
    ids?: Readonly<Record<string, string | number | boolean | null>>,
  ): void;
}

export interface Person {
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly team: string;
  /** Entra object id, once known. */
  readonly entraId: string | null;
  readonly nonWorkingDays: readonly Weekday[];
  /** Set for an NQSW. */
  readonly participantId: string | null;
}

export interface People {
  byId(id: string): Promise<Person | undefined>;
  byEntraId(entraId: string): Promise<Person | undefined>;
  byEmail(email: string): Promise<Person | undefined>;
  withRole(role: Role): Promise<readonly Person[]>;
  /** Participants allocated to this person, in any function, now or at another time. */
  allocatedTo(personId: string): Promise<readonly { participantId: string; function: AllocatedFunction }[]>;
  /** Remembers the Entra object id of somebody first recognised by e-mail. */
  rememberEntraId(personId: string, entraId: string): Promise<void>;
  isEmpty(): Promise<boolean>;
}

/** Whom a message is for. */
export type Recipient =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'escalations' };

/**
 * What a message shows. A subject is shown to a recipient once and from then on updated in place,
 * so a notice says "what stands there now must be seen", not "send this text".
 */
export type Subject =
  | { readonly card: 'confirm-record'; readonly participantId: string; readonly recordId: string }
  | { readonly card: 'supervision-recorded'; readonly participantId: string; readonly recordId: string }
  | { readonly card: 'record-disagreement'; readonly participantId: string; readonly recordId: string }
  | { readonly card: 'caseload-alert'; readonly participantId: string; readonly alertId: string };

export interface Notice {
  /** Deterministic: the same notice twice is one notice. */
  readonly key: string;
  readonly recipient: Recipient;
  readonly subject: Subject;
  /** `show` posts the subject when it has never been shown; `refresh` only updates what is already there. */
  readonly mode: 'show' | 'refresh';
  readonly owedAt: Temporal.Instant;
}

/** One thing that a commit adds to a participant's file. */
export type Fact =
  | { readonly fact: 'session-recorded'; readonly record: SessionRecord }
  | { readonly fact: 'record-confirmed'; readonly confirmation: Confirmation }
  | { readonly fact: 'caseload-reported'; readonly report: CaseloadReport }
  | { readonly fact: 'alert-changed'; readonly alert: CaseloadAlert }
  | { readonly fact: 'pause-agreed'; readonly pause: Pause }
  | { readonly fact: 'submission-kept'; readonly submissionId: string; readonly made: string }
  | { readonly fact: 'notice-owed'; readonly notice: Notice }
  | { readonly fact: 'audited'; readonly verb: string; readonly by: string; readonly outcome: string };

/** A participant's file together with the version it was read at. */
export interface VersionedFile {
  readonly file: ParticipantFile;
  readonly version: string;
}

export interface ParticipantFiles {
  /** One range read. Undefined when there is no such participant. */
  load(participantId: string): Promise<VersionedFile | undefined>;
  /**
   * Adds the facts in one transaction, or none: `conflict` when the file has changed since `version` was read
   * (load again and decide anew). A commit whose reply was lost is recognised as committed.
   */
  commit(
    participantId: string,
    version: string,
    facts: readonly Fact[],
    at: Temporal.Instant,
  ): Promise<'committed' | 'conflict'>;
}

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

/** Remembers where a subject was shown, so that later changes update it in place. */
export interface PostedCards {
  find(recipient: Recipient, subject: Subject): Promise<PostedMessage | undefined>;
  remember(recipient: Recipient, subject: Subject, posted: PostedMessage): Promise<void>;
}

/** Tells the worker that there may be something to do. A hint: harmless when doubled, late or lost. */
export interface Alarms {
  participant(participantId: string, at: Temporal.Instant): Promise<void>;
}

export interface Roster {
  /** Writes people, participants and allocations; ids of people already known by e-mail are kept. */
  save(people: readonly Person[], participants: readonly NewParticipant[]): Promise<void>;
}

export interface NewParticipant {
  readonly participant: Participant;
  readonly allocations: readonly Allocation[];
}

/** Teams may deliver one activity more than once (TEAMS §2.1). */
export interface InboundLedger {
  /** True the first time this activity is seen, false ever after. */
  firstSeen(conversationId: string, activityId: string, at: Temporal.Instant): Promise<boolean>;
}

/** Which alerts may be open, across all participants: hints, each to be checked against the participant's file. */
export interface OpenAlerts {
  /** Called before the alert is committed, so that a crash leaves a stale hint and never a forgotten alert. */
  opening(participantId: string, alertId: string): Promise<void>;
  resolved(participantId: string, alertId: string): Promise<void>;
  list(): Promise<readonly { readonly participantId: string; readonly alertId: string }[]>;
}
