/**
 * What the services need from the outside, in the academy's words. Adapters in `storage/`, `teams/` and `local/`
 * provide it; tests pass in the same adapters on memory.
 */
import type { Temporal } from 'temporal-polyfill';
import type { AssessmentEntry } from '../academy/assessment.ts';
import type { ConcernStep } from '../academy/concern.ts';
import type { LearningSet } from '../academy/learning-set.ts';
import type { MoveStep } from '../academy/move-team.ts';
import type {
  Allocation,
  CaseloadAlert,
  CaseloadReport,
  Confirmation,
  EnrolmentEntry,
  OverdueAlert,
  Participant,
  ParticipantFile,
  Pause,
  SessionRecord,
  Snooze,
  StandardsChoice,
} from '../academy/participant-file.ts';
import type { PauseStep } from '../academy/pause.ts';
import type { Question } from '../academy/question.ts';
import type { NoticeStage } from '../academy/reminder-schedule.ts';
import type { AcademyFunction, AllocatedFunction, Role } from '../academy/roles.ts';
import type { Weekday } from '../academy/sending-time.ts';
import type { CallName, CallStage } from '../academy/year-call.ts';
import type { YearEntry } from '../academy/year-entry.ts';

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
  /** Participants whose function this person holds or covers in, now or at another time: their files say when. */
  allocatedTo(personId: string): Promise<readonly { participantId: string; function: AllocatedFunction }[]>;
  /** Remembers the Entra object id of somebody first recognised by e-mail. */
  rememberEntraId(personId: string, entraId: string): Promise<void>;
  isEmpty(): Promise<boolean>;
}

/** Whom a message is for. */
export type Recipient =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'escalations' };

/** Those whom a session of a learning set concerns, as they are when their turn comes. */
export interface Gathering {
  readonly kind: 'learning-set';
  readonly sessionId: string;
  /** `booked`: with a place. `members`: also those who wait for one. `invited`: whoever may come. */
  readonly of: 'booked' | 'members' | 'invited';
}

/**
 * What a message shows. A subject is shown to a recipient once and from then on updated in place,
 * so a notice says "what stands there now must be seen", not "send this text".
 */
export type Subject =
  | { readonly card: 'confirm-record'; readonly participantId: string; readonly recordId: string }
  | { readonly card: 'supervision-recorded'; readonly participantId: string; readonly recordId: string }
  | { readonly card: 'record-disagreement'; readonly participantId: string; readonly recordId: string }
  /** `again` counts how often it was posted anew because nobody had acknowledged it; 0 is the first posting. */
  | {
      readonly card: 'caseload-alert' | 'overdue-alert';
      readonly participantId: string;
      readonly alertId: string;
      readonly again: number;
    }
  /**
   * A request to move team, or a concern, in the message that somebody got about the step at `turn` (from 0). `nudge`
   * counts how often they have been reminded that the step after it is theirs; 0 is the message itself.
   */
  | {
      readonly card: 'move-request';
      readonly participantId: string;
      readonly requestId: string;
      readonly turn: number;
      readonly nudge: number;
    }
  | {
      readonly card: 'concern';
      readonly participantId: string;
      readonly concernId: string;
      readonly turn: number;
      readonly nudge: number;
    }
  | {
      readonly card: 'pause';
      readonly participantId: string;
      readonly pauseId: string;
      readonly turn: number;
      readonly nudge: number;
    }
  /** That somebody's programme is paused, as the channel may see it: from when to when, never why. */
  | { readonly card: 'pause-post'; readonly participantId: string; readonly pauseId: string }
  /** What moved while somebody was away, on their first day back. */
  | {
      readonly card: 'pause-return';
      readonly participantId: string;
      readonly pauseId: string;
      readonly backOn: Temporal.PlainDate;
    }
  /** A concern as the channel may see it: at which level and since when, never why. */
  | { readonly card: 'concern-post'; readonly participantId: string; readonly concernId: string }
  /** A question that an NQSW handed to a person, to either of the two; `lapsed` is the message that nobody has looked. */
  | {
      readonly card: 'question';
      readonly participantId: string;
      readonly questionId: string;
      readonly about: 'asked' | 'lapsed';
    }
  /** A review that was recorded, for the NQSW and the Academy Manager. */
  | { readonly card: 'review-recorded'; readonly participantId: string; readonly entryId: string }
  /** The final assessment, in the message that somebody got about the step at `turn` (from 0). */
  | { readonly card: 'final-assessment'; readonly participantId: string; readonly turn: number }
  /** Observations that are missing with a quarter of the programme left. */
  | { readonly card: 'observations-short'; readonly participantId: string }
  /** That a function passes from one to another on a day, to either of the two. */
  | {
      readonly card: 'handover';
      readonly participantId: string;
      readonly function: AllocatedFunction;
      readonly fromOn: Temporal.PlainDate;
    }
  /** Something entered of a year of which somebody else is told. */
  | { readonly card: 'year-entry'; readonly participantId: string; readonly entryId: string }
  /** What the year asks of somebody about the date `dueOn`, at one of its stages. */
  | {
      readonly card: 'year-call';
      readonly participantId: string;
      readonly call: CallName;
      readonly dueOn: Temporal.PlainDate;
      readonly stage: CallStage;
    }
  /** The caseloads that a host manager is asked to confirm in a month, "2026-11": one message. */
  | { readonly card: 'caseloads-to-confirm'; readonly personId: string; readonly month: string }
  /** Everything that a person is reminded of at one moment (an ISO instant): one message. */
  | { readonly card: 'reminders'; readonly personId: string; readonly moment: string }
  /** A person's week, for those who prefer one message a week. */
  | { readonly card: 'digest'; readonly personId: string; readonly moment: string }
  /** One session of a learning set; `about` tells apart the occasions on which it was posted as a message of its own. */
  | { readonly card: 'learning-set'; readonly sessionId: string; readonly about: string };

/** One reminder, as a part of the message in which it is told. */
export interface ReminderEntry {
  readonly participantId: string;
  readonly item: string;
  readonly dueOn: Temporal.PlainDate;
  readonly stage: ReminderEntryStage;
  /** The function in which the person is told; never the channel, which is told by alerts. */
  readonly recipient: AcademyFunction;
}
/** `snoozed`: brought up again on the day until which the person had put it off. */
export type ReminderEntryStage = NoticeStage | 'snoozed';

export interface Notice {
  /** Deterministic: the same notice twice is one notice. */
  readonly key: string;
  readonly recipient: Recipient | Gathering;
  readonly subject: Subject;
  /** `show` posts the subject when it has never been shown; `refresh` only updates what is already there. */
  readonly mode: 'show' | 'refresh';
  readonly owedAt: Temporal.Instant;
  /** What this notice adds to a message of subject `reminders`; absent for every other subject. */
  readonly reminder?: ReminderEntry;
}

/** One thing that a commit adds to a participant's file. */
export type Fact =
  | { readonly fact: 'session-recorded'; readonly record: SessionRecord }
  | { readonly fact: 'record-confirmed'; readonly confirmation: Confirmation }
  | { readonly fact: 'caseload-reported'; readonly report: CaseloadReport }
  | { readonly fact: 'alert-changed'; readonly alert: CaseloadAlert }
  | { readonly fact: 'overdue-alert-changed'; readonly alert: OverdueAlert }
  | { readonly fact: 'snoozed'; readonly snooze: Snooze }
  | { readonly fact: 'pause-agreed'; readonly pause: Pause }
  /** Somebody is given a function from a day on, or one that they hold is given an end. */
  | { readonly fact: 'allocated'; readonly allocation: Allocation }
  /** An agreed pause that is taken back before it has begun. */
  | { readonly fact: 'pause-withdrawn'; readonly pause: Pause }
  | { readonly fact: 'pause-stepped'; readonly step: PauseStep; readonly position: number }
  /** `position`: how many steps the file already has, so that two at one moment keep their order. */
  | { readonly fact: 'enrolment-stepped'; readonly entry: EnrolmentEntry; readonly position: number }
  /** A conditional review that somebody has said is needed, by its id (D1). */
  | { readonly fact: 'review-required'; readonly review: string; readonly by: string }
  | { readonly fact: 'standards-chosen'; readonly choice: StandardsChoice }
  | { readonly fact: 'move-request-stepped'; readonly step: MoveStep; readonly position: number }
  | { readonly fact: 'concern-stepped'; readonly step: ConcernStep; readonly position: number }
  /** `position`: how many entries the file already has. */
  | { readonly fact: 'assessment-entered'; readonly entry: AssessmentEntry; readonly position: number }
  /** `position` likewise. */
  | { readonly fact: 'year-entered'; readonly entry: YearEntry; readonly position: number }
  /** A question as it stands from now on: its words go when it has been seen. */
  | { readonly fact: 'question-changed'; readonly question: Question }
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

/** A session of a learning set together with the version it was read at. */
export interface VersionedSet {
  readonly set: LearningSet;
  /** How many commits it has had. */
  readonly revision: number;
  readonly etag: string;
}

/** What a commit leaves beside a session. */
export interface SetFacts {
  readonly notices: readonly Notice[];
  readonly audit: { readonly verb: string; readonly by: string; readonly outcome: string };
}

export interface LearningSets {
  load(sessionId: string): Promise<VersionedSet | undefined>;
  /**
   * Keeps the session as it is after a step, with what is owed for it, in one transaction: `conflict` when it has changed
   * since `before` was read, or, where that is null, exists already.
   */
  commit(
    before: VersionedSet | null,
    after: LearningSet,
    facts: SetFacts,
    at: Temporal.Instant,
  ): Promise<'committed' | 'conflict'>;
  /** Sessions that start at or after `from` and before `until`, earliest first. */
  between(from: Temporal.Instant, until: Temporal.Instant): Promise<readonly VersionedSet[]>;
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
  /** The reminders that a message consists of; none when it does not stand there. */
  entries(recipient: Recipient, subject: Subject): Promise<readonly ReminderEntry[]>;
}

/** Tells the worker that there may be something to do. A hint: harmless when doubled, late or lost. */
export interface Alarms {
  participant(participantId: string, at: Temporal.Instant): Promise<void>;
  learningSet(sessionId: string, at: Temporal.Instant): Promise<void>;
  /** `lane` as the outbox names it. */
  lane(lane: string, at: Temporal.Instant): Promise<void>;
}

export interface Roster {
  /**
   * Writes people, participants and allocations; ids of people already known by e-mail are kept. Given who does it, it is
   * audited: in each file, and for the academy as a whole.
   */
  save(people: readonly Person[], participants: readonly NewParticipant[], by?: string): Promise<void>;
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

/** How somebody wants to be told. What is overdue, and what waits for an answer, is always told singly. */
export interface PersonSettings {
  /** `single`: each reminder at its stage. `weekly`: the week's dates on its first working day instead. */
  readonly reminders: 'single' | 'weekly';
  /** "HH:mm" on the academy's wall clock, within its sending hours; null for the programme's own time. */
  readonly at: string | null;
  /** Whether reminders offer to put the session into a calendar. */
  readonly calendarLinks: boolean;
  /** Days on which they get no reminders, both included, oldest first. */
  readonly leave: readonly { readonly fromOn: Temporal.PlainDate; readonly untilOn: Temporal.PlainDate }[];
}
export const usualSettings: PersonSettings = {
  reminders: 'single',
  at: null,
  calendarLinks: true,
  leave: [],
};

export interface Preferences {
  /** The usual settings for whoever has chosen none. */
  of(personId: string): Promise<PersonSettings>;
  /**
   * Decides on the settings as they stand and keeps what came of it; on what another device kept meanwhile it is decided
   * anew. Gives back what stands from then on.
   */
  change(
    personId: string,
    decide: (standing: PersonSettings) => PersonSettings,
    at: Temporal.Instant,
  ): Promise<PersonSettings>;
}

/** What a calendar file is made of, for one reader: an item of somebody's year, or a session of a learning set. */
export type CalendarTarget =
  | {
      readonly kind: 'item';
      readonly participantId: string;
      readonly item: string;
      readonly personId: string;
    }
  | { readonly kind: 'learning-set'; readonly sessionId: string; readonly personId: string }
  /** No calendar, and fetched in the same way: somebody's chronology, and who asked for it when. */
  | {
      readonly kind: 'chronology';
      readonly participantId: string;
      readonly personId: string;
      readonly format: 'csv' | 'pdf';
      readonly askedAt: Temporal.Instant;
    };

/** Addresses at which a calendar file can be fetched without a sign-in, for a while. Nothing can be read from them. */
export interface CalendarLinks {
  /** Null where the bot has no address that can be reached from outside. */
  to(what: CalendarTarget, until: Temporal.Instant): Promise<string | null>;
  /** What the address stands for; undefined when it is not ours, was changed, or is past its time. */
  read(token: string, now: Temporal.Instant): Promise<CalendarTarget | undefined>;
}

/** What may be sent at all, for the whole academy. */
export interface SendingState {
  /** Set while somebody has stopped all sending; nothing is lost meanwhile. */
  readonly paused: { readonly by: string; readonly at: Temporal.Instant } | null;
  /** Ids of the only people who are sent messages; null when everybody is. */
  readonly pilot: readonly string[] | null;
}
export interface SendingControl {
  state(): Promise<SendingState>;
  /** `by` is a person's id, or `command-line`; here and below. */
  pause(step: { readonly by: string; readonly at: Temporal.Instant }): Promise<void>;
  resume(step: { readonly by: string; readonly at: Temporal.Instant }): Promise<void>;
  pilot(personIds: readonly string[] | null, by: string, at: Temporal.Instant): Promise<void>;
}

/** What somebody has been told of one item: so that a stage is told once, and told messages stay true. */
export interface Told {
  readonly key: string;
  readonly item: string;
  readonly dueOn: Temporal.PlainDate;
  readonly sendAt: Temporal.Instant;
  /** The message that it stands in; null when it was held back, or went to the channel as an alert. */
  readonly message: { readonly personId: string; readonly moment: string } | null;
  /** How the item stood when the message was last brought up to date. */
  readonly shown: string;
}

/** What a participant's reminders have come to, kept beside their file. */
export interface ReminderLog {
  /** `since`: reminders of before then are nobody's debt; undefined before the first look. */
  read(participantId: string): Promise<{ readonly since?: Temporal.Instant; readonly told: readonly Told[] }>;
  /** Keeps what was told (the same key replaces), forgets keys, sets `since`. In one transaction or, for many, in order. */
  keep(
    participantId: string,
    change: {
      readonly since?: Temporal.Instant;
      readonly told: readonly Told[];
      readonly forget: readonly Told[];
    },
  ): Promise<void>;
}

/** Who is to be looked at when: an index by time, so that finding what is due costs the same however many there are. */
export interface WakeTimes {
  /** `new` when nothing stood there: only then is an alarm worth sending. */
  set(who: Waker, at: Temporal.Instant): Promise<'new' | 'standing'>;
  /** Everything whose time has come, earliest first. */
  due(now: Temporal.Instant): AsyncIterable<Wake>;
  /** The earliest after `now`. */
  next(now: Temporal.Instant): Promise<Temporal.Instant | undefined>;
  /** Once it has been looked at; times of the same one that are past by `now` go too. */
  done(who: Waker, now: Temporal.Instant): Promise<void>;
}
/** A participant whose reminders are computed, or a person whose weekly message is. */
export interface Waker {
  readonly kind: 'participant' | 'person';
  readonly id: string;
}
export interface Wake extends Waker {
  readonly at: Temporal.Instant;
}
