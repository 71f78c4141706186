import { Temporal } from 'temporal-polyfill';
import {
  type AssessmentEntry,
  type ReviewHeld,
  type ReviewOutcome,
  reviewHistories,
  standingReviews,
} from './assessment.ts';
import type { PlanItem, YearPlan } from './plan-item.ts';
import type { Programme } from './programme.ts';

type Day = Temporal.PlainDate;

const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0;

/** A review that the programme has only because an unsatisfactory one brought it (L13). */
export interface AdditionalReview {
  readonly id: string;
  /** 1 for the first of this participant. */
  readonly number: number;
  readonly on: Day;
}

/** Of each review that ever had an additional one: which number that has, and its day, null where it was withdrawn. */
function additionalByReview(entries: readonly AssessmentEntry[]) {
  const order = entries.map((entry) => (entry.entry === 'review' ? entry : null));
  return reviewHistories(entries)
    .flatMap((history) => {
      const bringing = history.find(({ additionalOn }) => additionalOn !== null);
      const on = (history.at(-1) ?? history[0]).additionalOn;
      return bringing === undefined ? [] : [{ of: history[0], at: order.indexOf(bringing), on }];
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ of, on }, index) => ({ of, id: `review-additional-${index + 1}`, number: index + 1, on }));
}

/**
 * The additional reviews of a participant, in the order in which they were first entered. A correction moves the one of its
 * review or withdraws it (L13); the others keep their numbers.
 */
export function additionalReviews(entries: readonly AssessmentEntry[]): readonly AdditionalReview[] {
  return additionalByReview(entries).flatMap(({ id, number, on }) =>
    on === null ? [] : [{ id, number, on }],
  );
}

/** The plan item of the additional review that a recorded one has brought, withdrawn or not; undefined where it brought none. */
export function additionalItemOf(entries: readonly AssessmentEntry[], item: string): string | undefined {
  return additionalByReview(entries).find(({ of }) => of.item === item)?.id;
}

/** What counts of a review, if it has been held: its newest correction, or else the first record; a second one is refused. */
export function reviewOf(entries: readonly AssessmentEntry[], item: string) {
  return standingReviews(entries).find((entry) => entry.item === item);
}

const urgency: Partial<Record<PlanItem['status'], number>> = { overdue: 0, due: 1, upcoming: 2, missed: 3 };

/** The reviews that can be recorded: the oldest overdue first, then the next ones. */
export function openReviews({ items }: Pick<YearPlan, 'items'>): readonly PlanItem[] {
  return items
    .filter((item) => item.kind === 'review' && item.due !== null && urgency[item.status] !== undefined)
    .toSorted((a, b) => (urgency[a.status] ?? 0) - (urgency[b.status] ?? 0));
}

export function isFinalReview({ reviews }: Pick<Programme, 'reviews'>, item: string): boolean {
  return reviews.some(({ id, final }) => id === item && final);
}

/**
 * The conditional review about which this one must say whether it is needed (D1): the next in the programme's list,
 * where that is only held if required and nobody has required it yet. Null for every other review.
 */
export function conditionalAfter(
  { reviews }: Pick<Programme, 'reviews'>,
  required: readonly string[],
  item: string,
): string | null {
  const at = reviews.findIndex(({ id }) => id === item);
  const next = at === -1 ? undefined : reviews[at + 1];
  return next?.mode === 'ifRequired' && !required.includes(next.id) ? next.id : null;
}

/** A review as its form was filled in; null for what was left empty or is no date. */
export interface ReviewFilled {
  readonly item: Pick<PlanItem, 'id'> | null;
  readonly heldOn: Day | null;
  readonly outcome: ReviewOutcome | null;
  readonly nextPlanOn: Day | null;
  readonly additionalOn: Day | null;
  /** The answer to "is the conditional review needed?" */
  readonly needed: boolean | null;
}

export type ReviewFault =
  | 'no-such-review'
  | 'missing'
  | 'in-future'
  | 'before-start'
  | 'in-pause'
  | 'not-after-review'
  | 'in-past'
  | 'only-unsatisfactory';
export type ReviewFaults = Partial<Record<keyof ReviewFilled, ReviewFault>>;

export interface ReviewGround {
  readonly programme: Pick<Programme, 'reviews'>;
  readonly required: readonly string[];
  readonly today: Day;
  /** How the day on which it was held stands to the programme; null while it has not been entered. */
  readonly held: 'counts' | 'in-future' | 'before-start' | 'in-pause' | null;
}

export type ReviewChecked =
  | {
      readonly ok: true;
      readonly act: ReviewHeld;
      /** The conditional review that is needed from now on. */
      readonly requires: string | null;
    }
  | { readonly ok: false; readonly faults: ReviewFaults };

function planFault({ item, heldOn, nextPlanOn }: ReviewFilled, { programme }: ReviewGround) {
  if (nextPlanOn === null) {
    return item !== null && isFinalReview(programme, item.id) ? null : ('missing' as const);
  }
  return heldOn !== null && !isBefore(heldOn, nextPlanOn) ? ('not-after-review' as const) : null;
}

function additionalFault(
  { outcome, heldOn, additionalOn }: ReviewFilled,
  { today }: ReviewGround,
): ReviewFault | null {
  if (outcome !== 'unsatisfactory') return additionalOn === null ? null : 'only-unsatisfactory';
  if (additionalOn === null) return 'missing';
  if (isBefore(additionalOn, today)) return 'in-past';
  return heldOn !== null && !isBefore(heldOn, additionalOn) ? 'not-after-review' : null;
}

function faultsIn(filled: ReviewFilled, ground: ReviewGround, conditional: string | null): ReviewFaults {
  const { item, heldOn, outcome, needed } = filled;
  const found: Readonly<Record<keyof ReviewFilled, ReviewFault | null>> = {
    item: item === null ? 'no-such-review' : null,
    heldOn: heldOn === null ? 'missing' : ground.held === 'counts' ? null : ground.held,
    outcome: outcome === null ? 'missing' : null,
    nextPlanOn: planFault(filled, ground),
    additionalOn: additionalFault(filled, ground),
    needed: conditional !== null && needed === null ? 'missing' : null,
  };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== null));
}

/**
 * Whether a review can be kept as it was filled in (A1, L8, L13, D1): held between the clock start and today, with the
 * day of the next development plan unless it is the final one, with an additional review's day exactly when it was
 * unsatisfactory, and with the answer about a conditional review where this one must give it.
 */
export function checkReview(filled: ReviewFilled, ground: ReviewGround): ReviewChecked {
  const { item, heldOn, outcome, nextPlanOn, additionalOn, needed } = filled;
  const conditional = item === null ? null : conditionalAfter(ground.programme, ground.required, item.id);
  const faults = faultsIn(filled, ground, conditional);
  if (item === null || heldOn === null || outcome === null || Object.keys(faults).length > 0) {
    return { ok: false, faults };
  }
  const act = { entry: 'review', item: item.id, heldOn, outcome, nextPlanOn, additionalOn } as const;
  if (conditional === null || needed === null) return { ok: true, act, requires: null };
  return { ok: true, act: { ...act, needed }, requires: needed ? conditional : null };
}
