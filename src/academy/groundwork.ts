import { withAgreedDays } from './agreed-day.ts';
import { decidedNominals, decidedSeries, rhythmOf } from './cadence-decision.ts';
import type { WorkingCalendar } from './calendar.ts';
import { type CivilDay, civilDay } from './civil-days.ts';
import { type Draft, type Extension, endDate } from './draft.ts';
import { kept } from './kept.ts';
import { type Ground, type PauseSpan, place, unionOfPauses, unpausedWorkingDaysAfter } from './placement.ts';
import type { PlanInput } from './plan.ts';
import { draftsOf, seriesDrafts } from './plan-drafts.ts';
import type { Programme } from './programme.ts';
import { recordHistory } from './record-history.ts';

/** What a participant's items stand on, the same on every day of the year. */
export interface Groundwork {
  readonly programme: Programme;
  /** Each series together and in order. */
  readonly drafts: readonly Draft[];
  /** With those pauses alone that begin before the programme ends. */
  readonly ground: Ground;
  /** The programme's end after pauses, before the roll; null while an open pause holds it, or before there is a start. */
  readonly end: CivilDay | null;
  /** The last day on the programme, once it has been completed or left. */
  readonly last: CivilDay | null;
}

export function pauseSpans(pauses: PlanInput['pauses']): PauseSpan[] {
  return unionOfPauses(
    pauses.map(({ fromOn, untilOn }) => ({
      from: civilDay(fromOn),
      until: untilOn === null ? null : civilDay(untilOn),
    })),
  );
}

/** A pause that begins after the programme's end changes nothing. */
function effectiveGround(drafts: readonly Draft[], ground: Ground): Pick<Groundwork, 'ground' | 'end'> {
  const last = drafts.find(({ id }) => id === 'programme-end');
  if (last === undefined) return { ground, end: null };
  const { moved, met } = place(last.nominal, last.roll, null, ground);
  return { ground: { ...ground, pauses: met }, end: moved };
}

/**
 * The panel, or the host manager, names a calendar date: pauses that were over by then and had begun at that decision are
 * part of that date, and only a later one moves it.
 */
function extensionOf(extension: PlanInput['extension'], pauses: readonly PauseSpan[]): Extension | null {
  if (extension === undefined || extension === null) return null;
  const to = civilDay(extension.to);
  const decided = civilDay(extension.decidedOn);
  const pausedDays = pauses
    .filter(({ from }) => from < decided)
    .reduce((sum, { from, until }) => (until === null || until >= to ? sum : sum + until - from + 1), 0);
  return { to, pausedDays };
}

const groundworkFor = kept(
  (input: PlanInput, programme: Programme, calendar: WorkingCalendar): Groundwork => {
    const { startOn, fte, required, lastOn } = input;
    const pauses = pauseSpans(input.pauses);
    const last = lastOn === undefined || lastOn === null ? null : civilDay(lastOn);
    if (startOn === null) {
      // Nothing is placed on this ground: without a start there is no item.
      return { programme, drafts: [], ground: { start: 0, calendar, pauses }, end: null, last };
    }
    const start = civilDay(startOn);
    const extension = extensionOf(input.extension, pauses);
    const probation = extensionOf(input.probation, pauses);
    const additional = input.additional ?? [];
    const frame = { programme, start, fte, required, additional, extension, probation };
    const drafts = draftsOf(frame);
    const effective = effectiveGround(drafts, { start, calendar, pauses });
    const decided = withDecisions(drafts, input, programme, effective.ground, endDate(frame).nominal);
    return { programme, drafts: withAgreedDays(decided, input.agreed ?? []), ...effective, last };
  },
);

export function groundworkOf(programme: Programme, calendar: WorkingCalendar, input: PlanInput): Groundwork {
  return groundworkFor(input, programme, calendar);
}

/** Reflective supervision as often as was decided, where somebody has decided it (P15). */
function withDecisions(
  drafts: readonly Draft[],
  { cadence = [], records }: PlanInput,
  programme: Programme,
  ground: Ground,
  end: CivilDay,
): readonly Draft[] {
  const series = programme.series.find(({ id }) => id === decidedSeries);
  if (cadence.length === 0 || series === undefined) return drafts;
  const choices = cadence.map((chosen) => ({ every: rhythmOf(programme, chosen), on: chosen.on }));
  const { start } = ground;
  const history = recordHistory(records, ground);
  const dates = decidedNominals(programme, choices, { start, end, ground, roll: programme.roll, history });
  const at = drafts.findIndex((draft) => draft.series === series.id);
  const others = drafts.filter((draft) => draft.series !== series.id);
  return others.toSpliced(Math.max(at, 0), 0, ...seriesDrafts(series, programme, dates));
}

/** The first later due date among the items after this one in its series; null for a single item. */
export function nextDueAfter(
  drafts: readonly Draft[],
  position: number,
  due: CivilDay,
  dueOf: (position: number) => CivilDay | null,
): CivilDay | null {
  const draft = drafts[position];
  if (draft === undefined || draft.single) return null;
  for (let later = position + 1; drafts[later]?.series === draft.series; later += 1) {
    const next = dueOf(later);
    if (next !== null && next > due) return next;
  }
  return null;
}

/** The day on which a decision that nobody took counts as taken (A16); null for every other kind of item. */
export function lapseDay(
  { kind }: Draft,
  due: CivilDay | null,
  { programme: { cadenceDecision }, ground }: Groundwork,
): CivilDay | null {
  if (kind !== 'decision' || due === null || cadenceDecision === null) return null;
  return unpausedWorkingDaysAfter(due, cadenceDecision.lapsesAfterWorkingDays, ground);
}
