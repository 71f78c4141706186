import type { Temporal } from 'temporal-polyfill';
import type { AcademyFunction } from './roles.ts';

export const itemKinds = [
  'supervision',
  'review',
  'meeting',
  'recording',
  'decision',
  'milestone',
  'claim',
  'document',
  'observation',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemStatuses = [
  'upcoming',
  'due',
  'overdue',
  'done',
  'missed',
  'suspended',
  'cancelled',
] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** One dated thing in a participant's year (RULES "States of an item"). Computed, never stored. */
export interface PlanItem {
  /** `<series>-<n>` or a single item's own id, for example `reflective-supervision-3`, `review-6m`. */
  readonly id: string;
  readonly series: string;
  readonly sequence: number;
  readonly kind: ItemKind;
  /** What people call it, in the council's own words: "Reflective supervision 3", "6-month review". */
  readonly title: string;
  /** Date by cadence and FTE, before pauses and roll; null exactly when `due` is (A17). */
  readonly nominal: Temporal.PlainDate | null;
  readonly due: Temporal.PlainDate | null;
  readonly status: ItemStatus;
  /** The function that leads the item. */
  readonly lead: AcademyFunction;
  /** The explanation of the date, in words, step by step. */
  readonly why: readonly string[];
  /** The date held, when a record of it being held counts. */
  readonly heldOn?: Temporal.PlainDate;
  /** What a review is held against, by its date or by choice; absent of every other item and while it has no date. */
  readonly standards?: { readonly code: string; readonly name: string };
}

export interface PlanWarning {
  readonly code: string;
  readonly message: string;
  readonly items?: readonly string[];
}

/** The whole programme of one participant, as it stands on `today`. */
export interface YearPlan {
  readonly programme: string;
  /** Null while registration is pending: then there are no items (D20). */
  readonly start: Temporal.PlainDate | null;
  /** Programme end after pauses, before the roll; null while suspended or not yet begun (A17). */
  readonly end: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
  /** In order of due date, undated last, then by series and sequence. */
  readonly items: readonly PlanItem[];
  readonly warnings: readonly PlanWarning[];
}
