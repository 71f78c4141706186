import type { Temporal } from 'temporal-polyfill';
import { type Closure, type WorkingCalendar, workingCalendar } from './calendar.ts';
import { type CivilDay, civilDay, plainDate } from './civil-days.ts';
import type { Draft } from './draft.ts';
import { type Recorded, stateOf } from './item-state.ts';
import type { ParticipantFile, SessionRecord } from './participant-file.ts';
import {
  type Ground,
  type PauseSpan,
  pauseOn,
  place,
  unionOfPauses,
  unpausedWorkingDaysAfter,
} from './placement.ts';
import { draftsOf } from './plan-drafts.ts';
import type { ItemStatus, YearPlan } from './plan-item.ts';
import { planWarnings } from './plan-warnings.ts';
import { type Placed, PlannedItem } from './planned-item.ts';
import type { Programme } from './programme.ts';

/** A record as far as the plan is concerned: whether the item happened, and the day from which that counts. */
export interface PlanRecord {
  readonly item: string;
  readonly outcome: 'held' | 'did-not-happen';
  readonly on: Temporal.PlainDate;
  /** Somebody has confirmed a date before the start or inside a pause: it is kept, but never counts. */
  readonly confirmed: boolean;
}

/** What a plan is computed from, beside the programme, the calendar and today. */
export interface PlanInput {
  /** Programme day 0 (A1). */
  readonly startOn: Temporal.PlainDate;
  /** 0 < fte ≤ 1, at most two decimals (A7). */
  readonly fte: number;
  /** Hours a week; protected time comes from them. Null when not known. */
  readonly contractedHours: number | null;
  /** Agreed pauses, in any order; they may overlap. `untilOn` is the last paused day, null while open (A6). */
  readonly pauses: readonly {
    readonly fromOn: Temporal.PlainDate;
    readonly untilOn: Temporal.PlainDate | null;
  }[];
  /** In the order in which they were made: of several for one item the last counts. */
  readonly records: readonly PlanRecord[];
  /** Ids of conditional reviews that are needed. */
  readonly required: readonly string[];
}

const planRecord = (record: SessionRecord, timeZone: string): PlanRecord => ({
  item: record.item,
  outcome: record.outcome,
  on:
    record.outcome === 'held' ? record.heldOn : record.recordedAt.toZonedDateTimeISO(timeZone).toPlainDate(),
  confirmed: true,
});

/** A participant's file as the plan reads it. `timeZone` is the programme's: it says on which day something was recorded. */
export function planInputOf(file: ParticipantFile, timeZone = 'Europe/London'): PlanInput {
  const { startOn, fte, contractedHours } = file.participant;
  return {
    startOn,
    fte,
    contractedHours,
    pauses: file.pauses,
    records: file.records.map((record) => planRecord(record, timeZone)),
    required: [],
  };
}

/** The working days of a programme's council, with closures beyond those in its file. */
export function calendarOf(programme: Programme, closures: readonly Closure[] = []): WorkingCalendar {
  return workingCalendar([...programme.closures, ...closures]);
}

function spansOf(pauses: PlanInput['pauses']): PauseSpan[] {
  return unionOfPauses(
    pauses.map(({ fromOn, untilOn }) => ({
      from: civilDay(fromOn),
      until: untilOn === null ? null : civilDay(untilOn),
    })),
  );
}

/** How a date stands to a participant's programme: only what `counts` is part of the cadence. */
export type RecordStanding = 'counts' | 'in-future' | 'before-start' | 'in-pause';

/** A record in the future is refused; one before the start or inside a pause is kept once confirmed, but does not count. */
export function recordStanding(
  input: Pick<PlanInput, 'startOn' | 'pauses'>,
  on: Temporal.PlainDate,
  today: Temporal.PlainDate,
): RecordStanding {
  const day = civilDay(on);
  if (day > civilDay(today)) return 'in-future';
  if (day < civilDay(input.startOn)) return 'before-start';
  return pauseOn(spansOf(input.pauses), day) === undefined ? 'counts' : 'in-pause';
}

function countingRecords(
  records: readonly PlanRecord[],
  ground: Ground,
  today: CivilDay,
): ReadonlyMap<string, Recorded> {
  const counting = new Map<string, Recorded>();
  for (const { item, outcome, on } of records) {
    const day = civilDay(on);
    if (day > today) continue;
    if (day < ground.start || pauseOn(ground.pauses, day) !== undefined) counting.delete(item);
    else counting.set(item, { outcome, on: day });
  }
  return counting;
}

/** The first later due date among the items after this one in its series. */
function nextDueOf(
  placed: readonly Placed[],
  { position, draft, placement: { due } }: Placed,
): CivilDay | null {
  if (draft.single || due === null) return null;
  for (let later = position + 1; placed[later]?.draft.series === draft.series; later += 1) {
    const next = placed[later]?.placement.due ?? null;
    if (next !== null && next > due) return next;
  }
  return null;
}

interface Reading {
  readonly programme: Programme;
  readonly ground: Ground;
  readonly today: CivilDay;
}

function lapsesOn({ draft, placement: { due } }: Placed, { programme, ground }: Reading): CivilDay | null {
  if (draft.kind !== 'decision' || due === null || programme.cadenceDecision === null) return null;
  return unpausedWorkingDaysAfter(due, programme.cadenceDecision.lapsesAfterWorkingDays, ground);
}

function statusOf(placed: readonly Placed[], one: Placed, reading: Reading): ItemStatus {
  const { draft, placement, recorded } = one;
  const { due } = placement;
  const late = due !== null && due <= reading.today && recorded === null;
  const standing = {
    kind: draft.kind,
    due,
    recorded,
    nextDue: late ? nextDueOf(placed, one) : null,
    lapsesOn: late ? lapsesOn(one, reading) : null,
  };
  return stateOf(standing, reading.today, reading.ground.pauses);
}

const undated = Number.MAX_SAFE_INTEGER;

function byDueThenSeries(one: Placed, other: Placed): number {
  const byDay = (one.placement.due ?? undated) - (other.placement.due ?? undated);
  if (byDay !== 0) return byDay;
  if (one.draft.series !== other.draft.series) return one.draft.series < other.draft.series ? -1 : 1;
  return one.draft.sequence - other.draft.sequence;
}

/** A pause that begins after the programme's end changes nothing. */
function effectiveGround(drafts: readonly Draft[], ground: Ground): { ground: Ground; end: CivilDay | null } {
  const last = drafts.find(({ id }) => id === 'programme-end');
  if (last === undefined) return { ground, end: null };
  const { moved, met } = place(last.nominal, last.roll, null, ground);
  return { ground: { ...ground, pauses: met }, end: moved };
}

/**
 * The whole programme of one participant as it stands on `today` (A1 to A7, A16, A17): every item with its date, its
 * state and the sum behind the date. Nothing of it is stored; the same input always gives the same plan.
 */
export function yearPlan(
  programme: Programme,
  calendar: WorkingCalendar,
  input: PlanInput,
  today: Temporal.PlainDate,
): YearPlan {
  const start = civilDay(input.startOn);
  const todayDay = civilDay(today);
  const drafts = draftsOf({ programme, start, fte: input.fte, required: input.required });
  const { ground, end } = effectiveGround(drafts, { start, calendar, pauses: spansOf(input.pauses) });
  const records = countingRecords(input.records, ground, todayDay);
  const placed = drafts.map((draft, position): Placed => {
    const recorded = records.size === 0 ? null : (records.get(draft.id) ?? null);
    const placement = place(draft.nominal, draft.roll, recorded?.on ?? null, ground);
    return { position, draft, placement, recorded };
  });
  const reading: Reading = { programme, ground, today: todayDay };
  return {
    programme: programme.id,
    start: input.startOn,
    end: end === null ? null : plainDate(end),
    today,
    items: placed
      .toSorted(byDueThenSeries)
      .map((one) => new PlannedItem(one, statusOf(placed, one, reading), calendar)),
    warnings: planWarnings({ programme, calendar, start, end, placed }),
  };
}
