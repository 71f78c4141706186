import type { Temporal } from 'temporal-polyfill';
import type { AllocatedFunction } from './roles.ts';

type Day = Temporal.PlainDate;

/*
 * What is kept of the assessment of a year: reviews, observations, documents received, and the end of it. Entries are
 * added and never changed; what they come to is folded in review.ts, observation.ts, evidence.ts and final-outcome.ts.
 */

export const reviewOutcomes = ['on-track', 'concerns', 'unsatisfactory'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export const finalOutcomes = ['pass', 'fail', 'extend'] as const;
export type FinalOutcome = (typeof finalOutcomes)[number];

/** What an appeal has come to after it was opened: dates and status, never what was said (A9, L14). */
export const appealSteps = ['acknowledge-appeal', 'hear-appeal', 'close-appeal'] as const;
export type AppealStep = (typeof appealSteps)[number];

/** An outcome, with the day to which the programme goes on where it is extended. */
export interface OutcomeChosen {
  readonly outcome: FinalOutcome;
  /** Set for `extend` alone. */
  readonly to: Day | null;
}

/** Why a recorded review is corrected: one of a list, and never what was said. */
export const correctionReasons = [
  'entered-wrongly',
  'report-differs',
  'after-discussion',
  'moderation',
  'other',
] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** A review that was held (L8). Its outcome is one of three words; nothing of the conversation is kept. */
export interface ReviewHeld {
  readonly entry: 'review';
  /** The plan item that it is for. */
  readonly item: string;
  readonly heldOn: Day;
  readonly outcome: ReviewOutcome;
  /** When the next personal development plan is due; null after the last review. */
  readonly nextPlanOn: Day | null;
  /** The day of the additional review that belongs to it (L13): an unsatisfactory one brings it; null where there is none. */
  readonly additionalOn: Day | null;
  /** The answer about a conditional review, where this one had to give it (D1). */
  readonly needed?: boolean;
  /** The concern that was opened with it, or with what it corrects (A2). */
  readonly concernId?: string;
  /** The entry that it takes the place of, and why; absent from the first record of a review. */
  readonly correction?: { readonly of: string; readonly because: CorrectionReason };
}

/** A direct observation (L11, L12). */
export interface ObservationHeld {
  readonly entry: 'observation';
  readonly heldOn: Day;
  readonly observer: AllocatedFunction;
  /** Codes of the statements that it touched, from the standards of its day. */
  readonly statements: readonly string[];
  readonly feedbackGiven: boolean;
  /** The dated observation of the plan that it settles; null where none waits for that observer. */
  readonly item: string | null;
}

/** A document of the portfolio is there since a day; of its content nothing is kept. */
export interface EvidenceReceived {
  readonly entry: 'evidence';
  readonly item: string;
  readonly receivedOn: Day;
}

export type FinalAct =
  | ({ readonly entry: 'recommend' } & OutcomeChosen)
  | ({ readonly entry: 'decide' } & OutcomeChosen)
  | { readonly entry: AppealStep; readonly on: Day };

export type AssessmentAct = ReviewHeld | ObservationHeld | EvidenceReceived | FinalAct;

/** Who entered it and when. */
export interface Entered {
  readonly entryId: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Temporal.Instant;
}

export type AssessmentEntry = AssessmentAct & Entered;
export type ReviewEntry = ReviewHeld & Entered;
export type FinalEntry = FinalAct & Entered;

/** Every record of a review, corrected ones among them. */
export const reviewsIn = (entries: readonly AssessmentEntry[]): readonly ReviewEntry[] =>
  entries.filter((entry) => entry.entry === 'review');

/** Each review with all that was recorded of it: the first record, then its corrections, in that order. */
export function reviewHistories(
  entries: readonly AssessmentEntry[],
): readonly (readonly [ReviewEntry, ...ReviewEntry[]])[] {
  const histories: [ReviewEntry, ...ReviewEntry[]][] = [];
  for (const entry of reviewsIn(entries)) {
    const { correction } = entry;
    const known = correction && histories.find((one) => one.some(({ entryId }) => entryId === correction.of));
    if (known === undefined) histories.push([entry]);
    else known.push(entry);
  }
  return histories;
}

/** What counts of each review: its newest record. */
export const standingReviews = (entries: readonly AssessmentEntry[]): readonly ReviewEntry[] =>
  reviewHistories(entries).map((history) => history.at(-1) ?? history[0]);

export const observationsIn = (entries: readonly AssessmentEntry[]): readonly (ObservationHeld & Entered)[] =>
  entries.filter((entry) => entry.entry === 'observation');
