import type { Temporal } from 'temporal-polyfill';
import type { Entered } from './assessment.ts';
import type { NotHeldReason } from './not-held.ts';
import type { AllocatedFunction } from './roles.ts';

type Day = Temporal.PlainDate;

/*
 * What is kept of a year beside supervision records, the assessment and the procedures: dates, numbers and codes, and
 * nothing of what was said. Entries are added and never changed: of several about the same thing the last counts.
 */

/** How often reflective supervision is held from the sixth month on (P15, L2, A16). */
export interface CadenceDecided {
  readonly entry: 'cadence-decided';
  /** The plan item of the decision. */
  readonly item: string;
  readonly choice: 'keep' | 'monthly' | 'custom';
  /** Whole weeks between two sessions; set for `custom` alone. */
  readonly everyWeeks: number | null;
}

/** Hours that were kept free for learning in one week (Q11, A7). */
export interface ProtectedTimeLogged {
  readonly entry: 'protected-time';
  /** The Monday of the week. */
  readonly weekOf: Day;
  /** In quarters of an hour, 0 or more. */
  readonly hours: number;
}

/** Somebody states that a recording of the plan is up to date: on the child's file, as co-worker (L4, L16). */
export interface Attested {
  readonly entry: 'attested';
  readonly item: string;
  readonly on: Day;
}

/** A topic of the induction that has been covered (P10, L21). */
export interface InductionCovered {
  readonly entry: 'induction-topic';
  readonly topic: string;
  readonly on: Day;
}

export const probationAnswers = ['confirmed', 'extended', 'not-confirmed'] as const;
/** What the host manager answers when the end of probation comes near (T3, L20). */
export interface ProbationAnswered {
  readonly entry: 'probation';
  readonly answer: (typeof probationAnswers)[number];
  readonly on: Day;
  /** Set for `extended` alone. */
  readonly to: Day | null;
}

/** An audit of practice (P12, D17): a grade and a theme, by their codes. */
export interface AuditLogged {
  readonly entry: 'audit';
  readonly on: Day;
  readonly grade: string;
  readonly theme: string;
  /** Whether the work that was audited was held by the NQSW. */
  readonly heldByNqsw: boolean;
}

/** A task of the end of the programme that is done (Q21, D9, D10). */
export interface ExitTaskDone {
  readonly entry: 'exit-task';
  readonly task: string;
  readonly on: Day;
}

/** A session of which only the day is kept (T2, L7). */
export interface DateHeld {
  readonly entry: 'date-held';
  readonly item: string;
  readonly heldOn: Day;
}

/** Whether the NQSW was at a session of a group (A7, L10). */
export interface Attended {
  readonly entry: 'attendance';
  readonly item: string;
  readonly on: Day;
  readonly attended: boolean;
  /** Why the session took place for nobody, where that is so; and the day on which it is to be held instead, if there is one. */
  readonly because?: NotHeldReason;
  readonly rearrangedOn?: Day;
}

/** Another day for a session that is still to come, proposed by one of the two and answered by the other (P7). */
export interface RescheduleProposed {
  readonly entry: 'reschedule-proposed';
  readonly item: string;
  readonly from: Day;
  readonly to: Day;
  /** Who proposed it. */
  readonly side: 'nqsw' | 'lead';
}
export interface RescheduleAnswered {
  readonly entry: 'reschedule-answered';
  /** The `entryId` of what was proposed. */
  readonly proposal: string;
  readonly answer: 'agreed' | 'declined' | 'withdrawn';
  /** Set for `agreed` alone: what a later change of the rhythm, or a pause, is told by. */
  readonly agreed: {
    /** The item's date by cadence. */
    readonly nominalOn: Day;
    /** The agreed day with the pauses of that time taken out (A6). */
    readonly unpausedOn: Day;
  } | null;
}

/** Somebody does a function in the holder's place for some days, both included (P13). */
export interface CoverArranged {
  readonly entry: 'cover';
  readonly function: AllocatedFunction;
  readonly personId: string;
  readonly name: string;
  /** In whose place. */
  readonly holderId: string;
  readonly holderName: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
}
export interface CoverEnded {
  readonly entry: 'cover-ended';
  /** The `entryId` of what was arranged. */
  readonly cover: string;
  /** The first day on which the holder does it again; not after the arranged days. */
  readonly on: Day;
}

/** The talk between whoever held a function and whoever holds it now has taken place (A8, P13). */
export interface HandoverDone {
  readonly entry: 'handover';
  readonly function: AllocatedFunction;
  readonly from: string;
  readonly to: string;
  readonly on: Day;
}

/** What the host manager says of the NQSW's own count (T6). */
export interface CaseloadConfirmed {
  readonly entry: 'caseload-confirmed';
  /** YYYY-MM */
  readonly month: string;
  readonly reportId: string;
  /** What the NQSW had reported, and what the manager counts. */
  readonly reported: number;
  readonly counted: number;
}

/** Somebody is enrolled by a card, without a roster (M1). */
export interface Enrolled {
  readonly entry: 'enrolled';
  readonly cohort: string;
  /** Null while registration is pending (D20). */
  readonly startOn: Day | null;
}

export type YearAct =
  | Enrolled
  | CadenceDecided
  | ProtectedTimeLogged
  | Attested
  | InductionCovered
  | ProbationAnswered
  | AuditLogged
  | ExitTaskDone
  | DateHeld
  | Attended
  | RescheduleProposed
  | RescheduleAnswered
  | CoverArranged
  | CoverEnded
  | HandoverDone
  | CaseloadConfirmed;

export type YearEntry = YearAct & Entered;
export type YearEntryKind = YearAct['entry'];

/** The entries of one kind, in the order in which they were entered. */
export const entriesOf = <Kind extends YearEntryKind>(
  entries: readonly YearEntry[],
  kind: Kind,
): readonly Extract<YearEntry, { entry: Kind }>[] =>
  entries.filter((one): one is Extract<YearEntry, { entry: Kind }> => one.entry === kind);
