import type { Temporal } from 'temporal-polyfill';
import type { AssessmentEntry, CorrectionReason, ReviewEntry, ReviewHeld } from './assessment.ts';
import { finalEntriesIn } from './final-outcome.ts';
import type { Programme } from './programme.ts';
import {
  checkReview,
  conditionalAfter,
  type ReviewFault,
  type ReviewFilled,
  type ReviewGround,
} from './review.ts';

/*
 * A recorded review that turns out to be wrong (A1, A2, L13). The correction is an entry of its own that takes the place
 * of the one before; what has followed from the outcome in the meantime is never undone without a word.
 */

type Day = Temporal.PlainDate;

/** A correction as its form was filled in; null for what was left empty or is no date. */
export interface CorrectionFilled extends Omit<ReviewFilled, 'item'> {
  readonly because: CorrectionReason | null;
}

export type CorrectionFault =
  | ReviewFault
  /** A recommendation or a decision rests on it. */
  | 'rested-on'
  /** The additional review has begun: its day is what it was. */
  | 'additional-begun'
  /** The conditional review has been held, so it was needed. */
  | 'conditional-held';
export type CorrectionFaults = Partial<Record<keyof CorrectionFilled, CorrectionFault>>;

export interface CorrectionGround extends Omit<ReviewGround, 'held'> {
  readonly held: ReviewGround['held'];
  readonly entries: readonly AssessmentEntry[];
  /** What counts of the review until now. */
  readonly standing: ReviewEntry;
  /** Whether the concern that was opened with it is open still; false where there was none. */
  readonly isConcernOpen: boolean;
  /** Whether the additional review has been held or its day has come: then somebody may have acted on it. */
  readonly hasAdditionalBegun: boolean;
}

/** What a correction does beside being kept. */
export interface Consequences {
  /** `opens` a new one; one that is open stays so, and is told that it rests on the review `no-longer`, or `again`. */
  readonly concern: 'opens' | 'no-longer' | 'again' | null;
  readonly additional: 'added' | 'moved' | 'withdrawn' | 'kept' | null;
  /** The conditional review whose date comes into the plan, or leaves it. */
  readonly conditional: { readonly review: string; readonly isNeeded: boolean } | null;
}

export type CorrectionChecked =
  /** It says what stands already. */
  | { readonly ok: true; readonly changes: false }
  | ({ readonly ok: true; readonly changes: true; readonly act: ReviewHeld } & Consequences)
  | { readonly ok: false; readonly faults: CorrectionFaults };

const isSameDay = (one: Day | null, other: Day | null) =>
  one === null || other === null ? one === other : one.equals(other);

/**
 * Whether a recommendation or a decision has been made since a review was first recorded: both rest on its outcome (A5),
 * which then is not corrected any more. Days can be.
 */
export function isRestedOn(entries: readonly AssessmentEntry[], item: string): boolean {
  const first = entries.findIndex((entry) => entry.entry === 'review' && entry.item === item);
  return first !== -1 && finalEntriesIn(entries.slice(first)).length > 0;
}

/** The conditional review of which this one said whether it is needed; null for every other review. */
export const conditionalOf = (programme: Pick<Programme, 'reviews'>, item: string): string | null =>
  conditionalAfter(programme, [], item);

/** Whether the conditional review that belongs to a review is needed as it stands; null where there is none. */
function neededNow({ programme, required, standing }: CorrectionGround): boolean | null {
  const conditional = conditionalOf(programme, standing.item);
  return conditional === null ? null : required.includes(conditional);
}

/** The day of the additional review as it is to be read: that of a review which is not unsatisfactory was only left there. */
function additionalMeant(
  { outcome, additionalOn }: CorrectionFilled,
  { standing }: CorrectionGround,
): Day | null {
  return outcome !== 'unsatisfactory' && isSameDay(additionalOn, standing.additionalOn) ? null : additionalOn;
}

function restedFaults(filled: CorrectionFilled, ground: CorrectionGround): CorrectionFaults {
  const { standing, entries } = ground;
  if (!isRestedOn(entries, standing.item)) return {};
  const isOutcomeKept = filled.outcome === null || filled.outcome === standing.outcome;
  const isNeededKept = filled.needed === null || filled.needed === neededNow(ground);
  return {
    ...(isOutcomeKept ? {} : { outcome: 'rested-on' as const }),
    ...(isNeededKept ? {} : { needed: 'rested-on' as const }),
  };
}

function begunFaults(filled: CorrectionFilled, ground: CorrectionGround): CorrectionFaults {
  const { programme, standing, entries, hasAdditionalBegun } = ground;
  const conditional = conditionalOf(programme, standing.item);
  const isHeld = entries.some((entry) => entry.entry === 'review' && entry.item === conditional);
  const isMoved =
    filled.outcome === 'unsatisfactory' &&
    standing.additionalOn !== null &&
    !isSameDay(filled.additionalOn, standing.additionalOn);
  return {
    ...(hasAdditionalBegun && isMoved ? { additionalOn: 'additional-begun' as const } : {}),
    ...(isHeld && filled.needed === false ? { needed: 'conditional-held' as const } : {}),
  };
}

function additionalAfter(
  act: ReviewHeld,
  ground: CorrectionGround,
): Pick<Consequences, 'additional'> & {
  readonly additionalOn: Day | null;
} {
  const { standing, hasAdditionalBegun } = ground;
  if (act.additionalOn === null) {
    if (standing.additionalOn === null) return { additional: null, additionalOn: null };
    return hasAdditionalBegun
      ? { additional: 'kept', additionalOn: standing.additionalOn }
      : { additional: 'withdrawn', additionalOn: null };
  }
  if (standing.additionalOn === null) return { additional: 'added', additionalOn: act.additionalOn };
  const isSame = isSameDay(act.additionalOn, standing.additionalOn);
  return { additional: isSame ? null : 'moved', additionalOn: act.additionalOn };
}

function concernAfter(
  act: ReviewHeld,
  { standing, isConcernOpen }: CorrectionGround,
): Consequences['concern'] {
  const [was, is] = [standing.outcome === 'unsatisfactory', act.outcome === 'unsatisfactory'];
  if (was === is) return null;
  if (is) return isConcernOpen ? 'again' : 'opens';
  return isConcernOpen ? 'no-longer' : null;
}

function saysTheSame(act: ReviewHeld, ground: CorrectionGround): boolean {
  const { standing } = ground;
  return (
    act.outcome === standing.outcome &&
    act.heldOn.equals(standing.heldOn) &&
    isSameDay(act.nextPlanOn, standing.nextPlanOn) &&
    isSameDay(act.additionalOn, standing.outcome === 'unsatisfactory' ? standing.additionalOn : null) &&
    (act.needed ?? null) === neededNow(ground)
  );
}

/**
 * Whether a recorded review can be corrected as the form was filled in, and what follows (A1, A2, L13, D1). Once somebody
 * has recommended on it, its outcome stands. A correction to *unsatisfactory* opens a concern and an additional review as
 * recording one does. One away from it leaves an open concern open, for those whom it is with to close; an additional
 * review of which nothing is recorded and whose day is still to come is withdrawn, any other stays.
 */
export function checkCorrection(filled: CorrectionFilled, ground: CorrectionGround): CorrectionChecked {
  const { standing, programme, today } = ground;
  const conditional = conditionalOf(programme, standing.item);
  const meant: CorrectionFilled = { ...filled, additionalOn: additionalMeant(filled, ground) };
  const isDayKept = isSameDay(meant.additionalOn, standing.additionalOn);
  const checked = checkReview(
    { ...meant, item: { id: standing.item } },
    {
      programme,
      required: ground.required.filter((review) => review !== conditional),
      // A day that stands may have gone by since it was entered.
      today: isDayKept && standing.additionalOn !== null ? standing.heldOn : today,
      held: ground.held,
    },
  );
  const faults: CorrectionFaults = {
    ...(checked.ok ? {} : checked.faults),
    ...begunFaults(meant, ground),
    ...restedFaults(meant, ground),
  };
  if (!checked.ok || Object.keys(faults).length > 0) {
    return { ok: false, faults: filled.because === null ? { because: 'missing', ...faults } : faults };
  }
  const { act } = checked;
  if (saysTheSame(act, ground)) return { ok: true, changes: false };
  if (filled.because === null) return { ok: false, faults: { because: 'missing' } };
  const { additional, additionalOn } = additionalAfter(act, ground);
  const isFlipped = conditional !== null && act.needed !== undefined && act.needed !== neededNow(ground);
  const { concernId } = standing;
  return {
    ok: true,
    changes: true,
    act: {
      ...act,
      additionalOn,
      ...(concernId === undefined ? {} : { concernId }),
      correction: { of: standing.entryId, because: filled.because },
    },
    concern: concernAfter(act, ground),
    additional,
    conditional: isFlipped ? { review: conditional, isNeeded: act.needed === true } : null,
  };
}
