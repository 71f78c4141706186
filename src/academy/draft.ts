import type { Agreed } from './agreed-day.ts';
import { addMonths, type CivilDay } from './civil-days.ts';
import type { Basis, StageBasis } from './explanation.ts';
import { stretch } from './part-time.ts';
import type { Roll } from './placement.ts';
import type { ItemKind } from './plan-item.ts';
import type { Programme } from './programme.ts';
import type { Source } from './programme-fields.ts';
import type { AdditionalReview } from './review.ts';
import type { AcademyFunction } from './roles.ts';

/** An item by cadence and FTE alone, before pauses, roll and records. */
export interface Draft {
  readonly id: string;
  readonly series: string;
  readonly sequence: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly lead: AcademyFunction;
  /** A single item has no next one that could make it missed. */
  readonly single: boolean;
  /** The day that the two have agreed in place of its own (P7). */
  readonly agreed?: Agreed;
  readonly nominal: CivilDay;
  readonly roll: Roll;
  readonly basis: Basis;
  readonly source: Source;
}

/** What the drafts of one participant depend on. */
export interface Frame {
  readonly programme: Programme;
  readonly start: CivilDay;
  readonly fte: number;
  /** Ids of conditional reviews that somebody has said are needed. */
  readonly required: readonly string[];
  /** Reviews that an unsatisfactory one has brought (L13). */
  readonly additional: readonly AdditionalReview[];
  /** Set when the panel has let the programme go on. */
  readonly extension: Extension | null;
  /** Set when the host manager has extended the probation. */
  readonly probation: Extension | null;
}

/** A later end of the programme or of the probation, as a date before the pauses that move it. */
export interface Extension {
  readonly to: CivilDay;
  /** The days of earlier pauses, which that date already has in it. */
  readonly pausedDays: number;
}

export interface StageDate {
  readonly nominal: CivilDay;
  readonly basis: StageBasis;
}

/** A date of the assessed year: stretched for part-time people, as cadences and induction never are (A7). */
export function stageDate({ start, fte }: Frame, months: number): StageDate {
  if (fte === 1) return { nominal: addMonths(start, months), basis: { by: 'months', start, months } };
  const found = stretch(start, months, fte);
  return { nominal: found.day, basis: { by: 'stretch', start, stretch: found } };
}

/** The programme's end: by length and FTE, or the day to which the panel let it go on. */
export function endDate(frame: Frame): { readonly nominal: CivilDay; readonly basis: Basis } {
  const usual = stageDate(frame, frame.programme.length.period.count);
  if (frame.extension === null) return usual;
  const { to, pausedDays } = frame.extension;
  const basis = {
    by: 'extension',
    of: 'programme',
    usual: usual.basis,
    usualDay: usual.nominal,
    to,
    pausedDays,
  } as const;
  return { nominal: to - pausedDays, basis };
}

/**
 * The probation's end: one as long as the programme moves together with its end (A16), and the host manager can extend it
 * beyond that (T3).
 */
export function probationDate(
  frame: Frame,
  months: number,
): { readonly nominal: CivilDay; readonly basis: Basis } {
  const isTogether = months === frame.programme.length.period.count;
  const usual = isTogether ? endDate(frame) : stageDate(frame, months);
  if (frame.probation === null) return usual;
  const { to, pausedDays } = frame.probation;
  const nominal = to - pausedDays;
  if (nominal <= usual.nominal) return usual;
  const before = { usual: usual.basis, usualDay: usual.nominal } as const;
  return { nominal, basis: { by: 'extension', of: 'probation', ...before, to, pausedDays } };
}

type Single = Pick<Draft, 'title' | 'lead' | 'source' | 'nominal' | 'basis' | 'roll'>;

/** An item of which there is only one, under its own name. */
export const single = (id: string, kind: ItemKind, draft: Single): Draft => ({
  id,
  series: id,
  sequence: 1,
  kind,
  single: true,
  ...draft,
});
