import type { WorkingCalendar } from './calendar.ts';
import { type CivilDay, civilDay } from './civil-days.ts';
import type { Draft } from './draft.ts';
import { type Ground, type PauseSpan, place, unionOfPauses, unpausedWorkingDaysAfter } from './placement.ts';
import type { PlanInput } from './plan.ts';
import { draftsOf } from './plan-drafts.ts';
import type { Programme } from './programme.ts';

/** What a participant's items stand on, the same on every day of the year. */
export interface Groundwork {
  readonly programme: Programme;
  /** Each series together and in order. */
  readonly drafts: readonly Draft[];
  /** With those pauses alone that begin before the programme ends. */
  readonly ground: Ground;
  /** The programme's end after pauses, before the roll; null while an open pause holds it. */
  readonly end: CivilDay | null;
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

export function groundworkOf(
  programme: Programme,
  calendar: WorkingCalendar,
  { startOn, fte, required, pauses }: PlanInput,
): Groundwork {
  const start = civilDay(startOn);
  const drafts = draftsOf({ programme, start, fte, required });
  const ground = { start, calendar, pauses: pauseSpans(pauses) };
  return { programme, drafts, ...effectiveGround(drafts, ground) };
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
