import { isOpen, openOnOrAfter, openOnOrBefore, type WorkingCalendar } from './calendar.ts';
import type { CivilDay } from './civil-days.ts';

/** A stretch of the programme that stands still, both days included; `until` null while its end is open. */
export interface PauseSpan {
  readonly from: CivilDay;
  readonly until: CivilDay | null;
}

/** Pauses that overlap are one (A6); the result is in date order and disjoint. */
export function unionOfPauses(pauses: readonly PauseSpan[]): PauseSpan[] {
  const union: PauseSpan[] = [];
  for (const pause of [...pauses].sort((one, other) => one.from - other.from)) {
    const last = union.at(-1);
    if (last === undefined || (last.until !== null && last.until < pause.from)) {
      union.push(pause);
    } else {
      const until = last.until === null || pause.until === null ? null : Math.max(last.until, pause.until);
      union[union.length - 1] = { from: last.from, until };
    }
  }
  return union;
}

const isWithin = (pause: PauseSpan, day: CivilDay) =>
  pause.from <= day && (pause.until === null || day <= pause.until);

/** The pause in which a day falls, if any. */
export function pauseOn(pauses: readonly PauseSpan[], day: CivilDay): PauseSpan | undefined {
  return pauses.find((pause) => isWithin(pause, day));
}

/** How an item leaves a non-working day: `never` for calendar dates such as claims (A4, A16). */
export type Roll = 'following' | 'preceding' | 'never';

export interface Ground {
  readonly start: CivilDay;
  readonly calendar: WorkingCalendar;
  /** In date order, disjoint. */
  readonly pauses: readonly PauseSpan[];
}

/** Where an item came to stand. */
export interface Placement {
  /** Null while a pause with no end holds the item: no date is invented. */
  readonly due: CivilDay | null;
  /** The nominal as the pauses left it, before the roll; null with `due`. */
  readonly moved: CivilDay | null;
  /** The pauses that moved the nominal, in order. */
  readonly movedBy: readonly PauseSpan[];
  /** The pauses that the item met, whether they moved its nominal or only its date. */
  readonly met: readonly PauseSpan[];
  /** Where it would stand had no other day been agreed for it (P7). */
  readonly instead?: Placement;
}

/** A date moved off non-working days and out of the pauses met so far; null when it can only leave an open pause. */
function rolled(
  day: CivilDay,
  roll: Roll,
  { start, calendar }: Ground,
  met: readonly PauseSpan[],
): CivilDay | null {
  if (roll === 'never') return day;
  if (roll === 'preceding') {
    const back = openOnOrBefore(calendar, day);
    if (back >= start && pauseOn(met, back) === undefined) return back;
  }
  let forward = openOnOrAfter(calendar, day);
  for (let pause = pauseOn(met, forward); pause !== undefined; pause = pauseOn(met, forward)) {
    if (pause.until === null) return null;
    forward = openOnOrAfter(calendar, pause.until + 1);
  }
  return forward;
}

const nothing: readonly PauseSpan[] = [];

/** A pause leaves an item alone when its record was held before the pause's first day, or when it was due before it. */
const isSettledBefore = (pause: PauseSpan, due: CivilDay | null, heldOn: CivilDay | null) =>
  (heldOn !== null && heldOn < pause.from) || due === null || due < pause.from;

function placeAmongPauses(nominal: CivilDay, roll: Roll, heldOn: CivilDay | null, ground: Ground): Placement {
  const met: PauseSpan[] = [];
  const movedBy: PauseSpan[] = [];
  let moved = nominal;
  let due = rolled(nominal, roll, ground, met);
  for (const pause of ground.pauses) {
    if (isSettledBefore(pause, due, heldOn)) break;
    met.push(pause);
    if (moved >= pause.from) {
      movedBy.push(pause);
      if (pause.until === null) return { due: null, moved: null, movedBy, met };
      moved += pause.until - pause.from + 1;
    }
    due = rolled(moved, roll, ground, met);
  }
  return { due, moved: due === null ? null : moved, movedBy, met };
}

/** Applies the pauses in date order, then the roll (A4, A6). */
export function place(nominal: CivilDay, roll: Roll, heldOn: CivilDay | null, ground: Ground): Placement {
  if (ground.pauses.length > 0 && roll !== 'never') return placeAmongPauses(nominal, roll, heldOn, ground);
  return { due: rolled(nominal, roll, ground, nothing), moved: nominal, movedBy: nothing, met: nothing };
}

/** The day `count` working days after `day`, not counting those inside a pause; null when an open pause comes first. */
export function unpausedWorkingDaysAfter(day: CivilDay, count: number, ground: Ground): CivilDay | null {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached += 1;
    const pause = pauseOn(ground.pauses, reached);
    if (pause?.until === null) return null;
    if (pause !== undefined) reached = pause.until;
    else if (isOpen(ground.calendar, reached)) left -= 1;
  }
  return reached;
}
