import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import { plainDate } from './civil-days.ts';
import type { Draft } from './draft.ts';
import { explain } from './explanation.ts';
import type { Recorded } from './item-state.ts';
import type { Placement } from './placement.ts';
import type { ItemKind, ItemStatus, PlanItem } from './plan-item.ts';
import type { AcademyFunction } from './roles.ts';
import type { ReviewStandards } from './standards.ts';

/** A draft with the place that pauses and roll gave it, and what its records say. */
export interface Placed {
  /** Its place among the drafts, where each series stands together and in order. */
  readonly position: number;
  readonly draft: Draft;
  readonly placement: Placement;
  readonly recorded: Recorded | null;
}

/**
 * An item of a plan. Its reasons are worded when they are read: a plan has some two hundred items, and a person asks
 * after one of them. (They stand on the class, because an accessor on each object costs more than wording them all.)
 */
export class PlannedItem implements PlanItem {
  readonly id: string;
  readonly series: string;
  readonly sequence: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly nominal: Temporal.PlainDate | null;
  readonly due: Temporal.PlainDate | null;
  readonly status: ItemStatus;
  readonly lead: AcademyFunction;
  declare readonly heldOn?: Temporal.PlainDate;
  declare readonly standards?: { readonly code: string; readonly name: string };
  readonly #placed: Placed;
  readonly #calendar: WorkingCalendar;
  readonly #heldAgainst: string | null;

  constructor(
    placed: Placed,
    status: ItemStatus,
    calendar: WorkingCalendar,
    against: ReviewStandards | null,
  ) {
    const { draft, placement, recorded } = placed;
    this.id = draft.id;
    this.series = draft.series;
    this.sequence = draft.sequence;
    this.kind = draft.kind;
    this.title = draft.title;
    this.nominal = placement.due === null ? null : plainDate(draft.nominal);
    this.due = placement.due === null ? null : plainDate(placement.due);
    this.status = status;
    this.lead = draft.lead;
    if (recorded?.outcome === 'held') this.heldOn = plainDate(recorded.on);
    if (against !== null) this.standards = { code: against.code, name: against.name };
    this.#heldAgainst = against?.why ?? null;
    this.#placed = placed;
    this.#calendar = calendar;
  }

  get why(): readonly string[] {
    const { draft, placement } = this.#placed;
    const lines = explain(draft.nominal, draft.basis, placement, draft.source, this.#calendar);
    return this.#heldAgainst === null ? lines : lines.toSpliced(-1, 0, this.#heldAgainst);
  }

  toJSON(): PlanItem {
    return { ...this, why: this.why };
  }
}
