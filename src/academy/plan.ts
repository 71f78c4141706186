import type { Temporal } from 'temporal-polyfill';
import { type AgreedDay, agreedDays, placeDraft } from './agreed-day.ts';
import type { AssessmentEntry } from './assessment.ts';
import type { CadenceChosen } from './cadence-decision.ts';
import { type Closure, type WorkingCalendar, workingCalendar } from './calendar.ts';
import { type CivilDay, civilDay, plainDate } from './civil-days.ts';
import { enrolmentDates } from './enrolment-history.ts';
import { type Groundwork, groundworkOf, lapseDay, nextDueAfter, pauseSpans } from './groundwork.ts';
import { stateOf } from './item-state.ts';
import { kept } from './kept.ts';
import type { ParticipantFile, SessionRecord } from './participant-file.ts';
import { pauseOn } from './placement.ts';
import type { ItemStatus, YearPlan } from './plan-item.ts';
import { planWarnings } from './plan-warnings.ts';
import { type Placed, PlannedItem } from './planned-item.ts';
import { probationExtension } from './probation.ts';
import type { Programme } from './programme.ts';
import { type PlanRecord, recordedOn, recordHistory } from './record-history.ts';
import { type AdditionalReview, additionalReviews } from './review.ts';
import { type ReviewStandards, standardsAt } from './standards.ts';
import { entriesOf, type YearEntry } from './year-entry.ts';

/** What a plan is computed from, beside the programme, the calendar and today. */
export interface PlanInput {
  /** Programme day 0 (A1); null while registration is pending: then there are no dates (D20). */
  readonly startOn: Temporal.PlainDate | null;
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
  /** Reviews that an unsatisfactory one has brought, on the day that the assessor entered (L13). */
  readonly additional?: readonly AdditionalReview[];
  /** The last day on the programme of somebody who has completed or left it: nothing is due after it. */
  readonly lastOn?: Temporal.PlainDate | null;
  /** The day to which the panel let the programme go on, and the day on which it decided so. */
  readonly extension?: { readonly to: Temporal.PlainDate; readonly decidedOn: Temporal.PlainDate } | null;
  /** The day to which the host manager has extended the probation, and the day of that answer (T3). */
  readonly probation?: { readonly to: Temporal.PlainDate; readonly decidedOn: Temporal.PlainDate } | null;
  /** What was decided of how often reflective supervision is held, in that order (P15). */
  readonly cadence?: readonly CadenceChosen[];
  /** Other days that the NQSW and whoever leads a session have agreed for it (P7). */
  readonly agreed?: readonly AgreedDay[];
  /** The code of the standards chosen by hand for every review; null for those of the review's date (DOMAIN 2.3). */
  readonly standards?: string | null;
}

const planRecord = (record: SessionRecord, timeZone: string): PlanRecord => ({
  item: record.item,
  outcome: record.outcome,
  on:
    record.outcome === 'held' ? record.heldOn : record.recordedAt.toZonedDateTimeISO(timeZone).toPlainDate(),
  confirmed: true,
});

/** Reviews, observations and documents that were entered settle their items of the plan. */
function assessedRecord(entry: AssessmentEntry): PlanRecord[] {
  switch (entry.entry) {
    case 'review':
      return [{ item: entry.item, outcome: 'held', on: entry.heldOn, confirmed: true }];
    case 'observation':
      return entry.item === null
        ? []
        : [{ item: entry.item, outcome: 'held', on: entry.heldOn, confirmed: true }];
    case 'evidence':
      return [{ item: entry.item, outcome: 'held', on: entry.receivedOn, confirmed: true }];
    default:
      return [];
  }
}

/** What was entered of the year settles the items that it is about. */
function yearRecord(entry: YearEntry, timeZone: string): PlanRecord[] {
  switch (entry.entry) {
    case 'cadence-decided': {
      const on = entry.at.toZonedDateTimeISO(timeZone).toPlainDate();
      return [{ item: entry.item, outcome: 'held', on, confirmed: true }];
    }
    case 'attested':
      return [{ item: entry.item, outcome: 'held', on: entry.on, confirmed: true }];
    case 'date-held':
      return [{ item: entry.item, outcome: 'held', on: entry.heldOn, confirmed: true }];
    case 'attendance': {
      const outcome = entry.attended ? 'held' : 'did-not-happen';
      return [{ item: entry.item, outcome, on: entry.on, confirmed: true }];
    }
    default:
      return [];
  }
}

const cadenceChosen = (entries: readonly YearEntry[], timeZone: string): readonly CadenceChosen[] =>
  entriesOf(entries, 'cadence-decided').map(({ choice, everyWeeks, at }) => ({
    choice,
    everyWeeks,
    on: at.toZonedDateTimeISO(timeZone).toPlainDate(),
  }));

const inputOf = kept((file: ParticipantFile, timeZone: string): PlanInput => {
  const { fte, contractedHours } = file.participant;
  const { startOn, away, lastOn, extension } = enrolmentDates(file);
  return {
    startOn,
    fte,
    contractedHours,
    pauses: away.length === 0 ? file.pauses : [...file.pauses, ...away],
    records: [
      ...file.records.map((record) => planRecord(record, timeZone)),
      ...file.assessed.flatMap(assessedRecord),
      ...file.entries.flatMap((entry) => yearRecord(entry, timeZone)),
    ],
    required: file.required,
    additional: additionalReviews(file.assessed),
    lastOn,
    extension,
    probation: probationExtension(file.entries),
    cadence: cadenceChosen(file.entries, timeZone),
    agreed: agreedDays(file.entries, timeZone),
    standards: file.standards.at(-1)?.standards ?? null,
  };
});

/** A participant's file as the plan reads it. `timeZone` is the programme's: it says on which day something was recorded. */
export function planInputOf(file: ParticipantFile, timeZone = 'Europe/London'): PlanInput {
  return inputOf(file, timeZone);
}

/** The working days of a programme's council, with closures beyond those in its file. */
export function calendarOf(programme: Programme, closures: readonly Closure[] = []): WorkingCalendar {
  return workingCalendar([...programme.closures, ...closures]);
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
  if (input.startOn === null || day < civilDay(input.startOn)) return 'before-start';
  return pauseOn(pauseSpans(input.pauses), day) === undefined ? 'counts' : 'in-pause';
}

function statusOf(
  placed: readonly Placed[],
  one: Placed,
  groundwork: Groundwork,
  today: CivilDay,
): ItemStatus {
  const { position, draft, placement, recorded } = one;
  const { due } = placement;
  const late = due !== null && due <= today && recorded === null;
  const dueOf = (at: number) => placed[at]?.placement.due ?? null;
  const standing = {
    kind: draft.kind,
    due,
    recorded,
    nextDue: late ? nextDueAfter(groundwork.drafts, position, due, dueOf) : null,
    lapsesOn: late ? lapseDay(draft, due, groundwork) : null,
  };
  return stateOf(standing, today, groundwork.ground.pauses, groundwork.last);
}

/** A review is judged by the day on which it was held, or else is due. */
function heldAgainst(
  programme: Programme,
  { draft, placement, recorded }: Placed,
  chosen: string | null,
): ReviewStandards | null {
  const day = recorded?.outcome === 'held' ? recorded.on : placement.due;
  return draft.kind === 'review' && day !== null ? standardsAt(programme, day, chosen) : null;
}

const undated = Number.MAX_SAFE_INTEGER;

function byDueThenSeries(one: Placed, other: Placed): number {
  const byDay = (one.placement.due ?? undated) - (other.placement.due ?? undated);
  if (byDay !== 0) return byDay;
  if (one.draft.series !== other.draft.series) return one.draft.series < other.draft.series ? -1 : 1;
  return one.draft.sequence - other.draft.sequence;
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
  const todayDay = civilDay(today);
  const groundwork = groundworkOf(programme, calendar, input);
  const { drafts, ground, end } = groundwork;
  const history = recordHistory(input.records, ground);
  const placed = drafts.map((draft, position): Placed => {
    const recorded = recordedOn(history, draft.id, todayDay);
    const placement = placeDraft(draft, recorded?.on ?? null, ground);
    return { position, draft, placement, recorded };
  });
  return {
    programme: programme.id,
    start: input.startOn,
    end: end === null ? null : plainDate(end),
    today,
    items: placed.toSorted(byDueThenSeries).map((one) => {
      const status = statusOf(placed, one, groundwork, todayDay);
      const against = heldAgainst(programme, one, input.standards ?? null);
      return new PlannedItem(one, status, { calendar, programme, against });
    }),
    warnings:
      input.startOn === null ? [] : planWarnings({ programme, calendar, start: ground.start, end, placed }),
  };
}
