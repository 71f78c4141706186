import type { Temporal } from 'temporal-polyfill';
import { agreedLines } from './agreed-day.ts';
import type { WorkingCalendar } from './calendar.ts';
import { plainDate } from './civil-days.ts';
import type { Draft } from './draft.ts';
import { explain } from './explanation.ts';
import type { Recorded } from './item-state.ts';
import type { Placement } from './placement.ts';
import type { ItemKind, ItemStatus, PlanItem } from './plan-item.ts';
import type { Programme } from './programme.ts';
import type { AcademyFunction } from './roles.ts';
import { type ReviewStandards, standardsWords } from './standards.ts';

/** A draft with the place that pauses and roll gave it, and what its records say. */
export interface Placed {
  /** Its place among the drafts, where each series stands together and in order. */
  readonly position: number;
  readonly draft: Draft;
  readonly placement: Placement;
  readonly recorded: Recorded | null;
}

/** What an item is worded with, and what a review is held against. */
interface PlannedWith {
  readonly calendar: WorkingCalendar;
  readonly programme: Programme;
  readonly against: ReviewStandards | null;
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
  readonly #programme: Programme;
  readonly #against: ReviewStandards | null;

  constructor(placed: Placed, status: ItemStatus, { calendar, programme, against }: PlannedWith) {
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
    this.#programme = programme;
    this.#against = against;
    this.#placed = placed;
    this.#calendar = calendar;
  }

  get why(): readonly string[] {
    const { draft, placement } = this.#placed;
    const usual = placement.instead ?? placement;
    const lines = explain(draft.nominal, draft.basis, usual, draft.source, this.#calendar);
    lines.splice(-1, 0, ...agreedLines(draft, placement));
    if (this.#against === null) return lines;
    return lines.toSpliced(-1, 0, standardsWords(this.#programme, this.#against));
  }

  toJSON(): PlanItem {
    return { ...this, why: this.why };
  }
}
