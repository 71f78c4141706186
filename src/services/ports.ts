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
import type { PostedMessage } from './message-ports.ts';

export type {
  AddressBook,
  CardMessage,
  ChannelAddress,
  Messenger,
  PersonAddress,
  PostedMessage,
  SendOutcome,
} from './message-ports.ts';
export type {
  CalendarLinks,
  CalendarTarget,
  PersonSettings,
  Preferences,
  ReminderLog,
  SendingControl,
  SendingState,
  Told,
  Wake,
  Waker,
  WakeTimes,
} from './reminding-ports.ts';
export { usualSettings } from './reminding-ports.ts';

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
  /** A step of somebody's enrolment, for everybody whom it concerns and for the channel. */
  | { readonly card: 'enrolment'; readonly participantId: string; readonly stepId: string }
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
  | { readonly fact: 'review-required' | 'review-not-required'; readonly review: string; readonly by: string }
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

/** How one NQSW comes onto the programme without a roster file. */
export interface Enrolling {
  /** The id of the person with this e-mail address; of somebody new the same for everybody who asks, whoever asks first. */
  idFor(email: string): Promise<string>;
  /** Opens the participant's file with these facts in one transaction, or leaves the one that there is untouched. */
  open(participant: Participant, facts: readonly Fact[], at: Temporal.Instant): Promise<'opened' | 'exists'>;
  /** Makes the person known, or known as an NQSW, once their file is there. */
  know(person: Person): Promise<void>;
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

/** What is done to the academy as a whole, or read of it; what concerns one participant stands in their file. */
export interface AcademyAudit {
  /** Codes and ids only. */
  note(entry: {
    readonly verb: string;
    readonly by: string;
    readonly outcome: string;
    readonly at: Temporal.Instant;
  }): Promise<void>;
}

/** Which alerts may be open, across all participants: hints, each to be checked against the participant's file. */
export interface OpenAlerts {
  /** Called before the alert is committed, so that a crash leaves a stale hint and never a forgotten alert. */
  opening(participantId: string, alertId: string): Promise<void>;
  resolved(participantId: string, alertId: string): Promise<void>;
  list(): Promise<readonly { readonly participantId: string; readonly alertId: string }[]>;
}
