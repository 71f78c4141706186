import type { Temporal } from 'temporal-polyfill';
import type { AssessmentEntry } from './assessment.ts';
import type { ConcernStep } from './concern.ts';
import type { EnrolmentStep } from './enrolment.ts';
import type { MoveStep } from './move-team.ts';
import type { PauseStep } from './pause.ts';
import type { Question } from './question.ts';
import type { AllocatedFunction } from './roles.ts';
import type { YearEntry } from './year-entry.ts';

/** An NQSW on the programme. Everything that happens to them hangs on their id. */
export interface Participant {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly cohort: string;
  /** Programme day 0 as the roster gives it, never inferred (A1, C14); null while registration is pending (D20). */
  readonly startOn: Temporal.PlainDate | null;
  /** 0 < fte ≤ 1, at most two decimals (A7). */
  readonly fte: number;
  readonly contractedHours: number | null;
  readonly team: string;
  /** The day from which records of them are kept here: what fell due before it, nobody could record. Absent where that is not known. */
  readonly knownOn?: Temporal.PlainDate;
}

/** Somebody who did something, and the moment. */
export interface DoneBy {
  readonly by: string;
  readonly byName: string;
  readonly at: Temporal.Instant;
}

/** Who does what for this participant, from one day to another, both included. */
export interface Allocation {
  readonly function: AllocatedFunction;
  readonly personId: string;
  readonly name: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
  /** Given in the chat, which a roster knows nothing of; absent for what came with one. */
  readonly madeIn?: 'chat';
  /** Who gave it in the chat, and when. */
  readonly given?: DoneBy;
  /** Who gave it its last day in the chat, and when. */
  readonly ended?: DoneBy;
}

export const supervisionModes = ['face-to-face', 'remote'] as const;
export type SupervisionMode = (typeof supervisionModes)[number];

/** "Recorded on the child's file, on the template?" asked once per session (L3, C3). */
export const childFileAnswers = ['yes', 'not-yet', 'no-case-discussed'] as const;
export type ChildFileAnswer = (typeof childFileAnswers)[number];

export const didNotHappenReasons = [
  'nqsw-leave',
  'nqsw-sickness',
  'supervisor-leave',
  'supervisor-sickness',
  'urgent-work',
  'training',
  'other',
] as const;
export type DidNotHappenReason = (typeof didNotHappenReasons)[number];

export const disagreementReasons = [
  'not-held',
  'wrong-date',
  'wrong-length',
  'wrong-themes',
  'wrong-attestation',
  'wrong-action',
] as const;
export type DisagreementReason = (typeof disagreementReasons)[number];

/** Something to be done after a session. The wording has passed the identifier guard. */
export interface AgreedAction {
  readonly what: string;
  readonly owner: 'nqsw' | 'supervisor';
  readonly dueOn: Temporal.PlainDate;
}

interface RecordBase {
  readonly recordId: string;
  /** The plan item that the record is for. */
  readonly item: string;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: Temporal.Instant;
  /** Made when the form was opened; the same submission twice is one record. */
  readonly submissionId: string;
}

export interface HeldRecord extends RecordBase {
  readonly outcome: 'held';
  readonly heldOn: Temporal.PlainDate;
  readonly minutes: number;
  readonly mode: SupervisionMode;
  /** Codes from the programme's theme list. */
  readonly themes: readonly string[];
  readonly childFile: ChildFileAnswer;
  readonly templateUsed: boolean;
  readonly coWorkerRecorded: boolean;
  readonly actions: readonly AgreedAction[];
}

export interface DidNotHappenRecord extends RecordBase {
  readonly outcome: 'did-not-happen';
  readonly reason: DidNotHappenReason;
  /** When the session is to be held instead. */
  readonly rearrangedOn: Temporal.PlainDate;
}

/** A fact: added and superseded, never overwritten. The newest record of an item is the one that counts. */
export type SessionRecord = HeldRecord | DidNotHappenRecord;

/** What the NQSW said of a held record: once, and then it stands (Q9). */
export interface Confirmation {
  readonly recordId: string;
  readonly answer: 'agreed' | 'not-right';
  readonly reason: DisagreementReason | null;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** How many cases are of one kind, by its code in the programme file. */
export interface CategoryCount {
  readonly code: string;
  readonly count: number;
}

export interface CaseloadReport {
  readonly reportId: string;
  /** Whole number, 0 or more, in the programme's unit (A8). */
  readonly count: number;
  /** What of it is complex work, each case under one kind (L26); empty where nothing was said of it. */
  readonly categories: readonly CategoryCount[];
  readonly by: string;
  readonly byName: string;
  readonly at: Temporal.Instant;
}

/** An alert given to a person, by whom and when. */
export interface Assignment {
  readonly to: string;
  readonly toName: string;
  readonly by: string;
  readonly name: string;
  readonly at: Temporal.Instant;
}

/** How an alert has been dealt with so far: the same for every kind of alert (M2, M3). */
export interface AlertHandling {
  readonly openedAt: Temporal.Instant;
  readonly acknowledged: { readonly by: string; readonly name: string; readonly at: Temporal.Instant } | null;
  readonly assigned: Assignment | null;
  /** Whom it was given to before that, oldest first. */
  readonly assignedBefore: readonly Assignment[];
  /** Resolved by a person, or by what it was about having passed (`by` null). */
  readonly resolved: {
    readonly by: string | null;
    readonly name: string | null;
    readonly at: Temporal.Instant;
  } | null;
  /** When it was posted again because nobody had acknowledged it for two working days, oldest first (M3). */
  readonly repeatedAt: readonly Temporal.Instant[];
}

/** One crossing above the cap, from its opening to its resolution (A9). */
export interface CaseloadAlert extends AlertHandling {
  readonly alertId: string;
  readonly cap: number;
  /** The latest count reported while the alert was open. */
  readonly count: number;
  readonly updatedAt: Temporal.Instant;
}

/** An item that was still unrecorded at the end of its ladder of nudges, or is missed (A12, P5). */
export interface OverdueAlert extends AlertHandling {
  /** The same for the same item and due date: `<item>:<due date>`. */
  readonly alertId: string;
  readonly item: string;
  readonly dueOn: Temporal.PlainDate;
}

/**
 * "Not before this day": one person's reminders of one item at one due date rest until then. It moves no date of the
 * programme. Of several the latest made counts; on `untilOn` the item is brought up again.
 */
export interface Snooze {
  readonly item: string;
  readonly dueOn: Temporal.PlainDate;
  readonly personId: string;
  /** At the latest the due date: what is overdue cannot be put off. */
  readonly untilOn: Temporal.PlainDate;
  readonly at: Temporal.Instant;
}

/** An agreed pause; `untilOn` null while its end is open (A6). */
export interface Pause {
  readonly pauseId: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
}

/** One step of an enrolment that was taken (D13, D20, S18r). */
export interface EnrolmentEntry {
  readonly stepId: string;
  readonly step: EnrolmentStep;
  /** The civil day, in the programme's zone, on which it was decided or entered. */
  readonly decidedOn: Temporal.PlainDate;
  /** A person's id, or `command-line`. */
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Which standards somebody's reviews are held against, by hand; null for those of the date (DOMAIN 2.3). */
export interface StandardsChoice {
  readonly standards: string | null;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Everything the academy knows of one participant, as it was read in one go. */
export interface ParticipantFile {
  readonly participant: Participant;
  readonly allocations: readonly Allocation[];
  /** In the order in which they were recorded. */
  readonly records: readonly SessionRecord[];
  readonly confirmations: readonly Confirmation[];
  readonly caseloads: readonly CaseloadReport[];
  readonly alerts: readonly CaseloadAlert[];
  readonly overdueAlerts: readonly OverdueAlert[];
  /** One for each person, item and due date: the latest. */
  readonly snoozes: readonly Snooze[];
  readonly pauses: readonly Pause[];
  /** Of all pauses that were asked for or proposed, in the order in which they were taken. */
  readonly pauseSteps: readonly PauseStep[];
  /** Of all requests to move team, in the order in which they were taken. */
  readonly moveSteps: readonly MoveStep[];
  /** Of all concerns, in the order in which they were taken. */
  readonly concernSteps: readonly ConcernStep[];
  /** Reviews, observations, documents received and the final assessment, in the order in which they were entered. */
  readonly assessed: readonly AssessmentEntry[];
  /** What else was entered of the year, in that order. */
  readonly entries: readonly YearEntry[];
  /** Questions that were handed to a person, oldest first. */
  readonly questions: readonly Question[];
  /** In the order in which they were taken; empty for somebody who began on the roster's date and is still here. */
  readonly enrolment: readonly EnrolmentEntry[];
  /** Ids of conditional reviews that somebody has said are needed (D1). */
  readonly required: readonly string[];
  /** In the order in which they were made: the last counts. */
  readonly standards: readonly StandardsChoice[];
  /** Submission ids that have already taken effect, with the id of what they made. */
  readonly submissions: ReadonlyMap<string, string>;
}
