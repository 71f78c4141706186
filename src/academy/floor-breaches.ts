import type { Temporal } from 'temporal-polyfill';
import { addMonths, type CivilDay, civilDay, plainDate } from './civil-days.ts';
import { longestGapDays, weeklyWindows } from './national-floor.ts';
import { type PauseSpan, pauseOn } from './placement.ts';

/** The national standard's length of a session, in minutes (S1): a shorter one is kept and does not fill its window. */
const leastMinutes = 90;

/** Reflective supervision that was held, by the date held. */
export interface SessionHeld {
  readonly on: Temporal.PlainDate;
  readonly minutes: number;
}

/** A stretch in which the national standard wanted a session, both days included. */
export interface FloorBreach {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
  /** `short`: there was one, of less than 90 minutes. */
  readonly why: 'none' | 'short';
}

export interface FloorGround {
  readonly startOn: Temporal.PlainDate;
  /** The programme's end, or the last day of somebody who left; null while it has none. */
  readonly endOn: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
  /** In date order, disjoint. */
  readonly pauses: readonly PauseSpan[];
}

/** The days of the programme with its pauses taken out: in a pause the clock stands still (A6). */
class RunningDays {
  readonly #pauses: readonly PauseSpan[];
  constructor(pauses: readonly PauseSpan[]) {
    this.#pauses = pauses;
  }

  /** How far the clock has run on a day; on a paused day it stands where it stood on the evening before. */
  at(day: CivilDay): CivilDay {
    const before = this.#pauses.filter(({ from }) => from <= day);
    const stood = before.map(({ from, until }) => Math.min(day, until ?? day) - from + 1);
    return day - stood.reduce((sum, days) => sum + days, 0);
  }

  /** The first day on which the clock has run so far. */
  dayOf(running: CivilDay): CivilDay {
    return this.#pauses.reduce(
      (day, { from, until }) => (from <= day ? day + ((until ?? from) - from + 1) : day),
      running,
    );
  }

  isPaused(day: CivilDay): boolean {
    return pauseOn(this.#pauses, day) !== undefined;
  }
}

interface Session {
  readonly at: CivilDay;
  readonly isLong: boolean;
}

interface Stretch {
  readonly after: CivilDay;
  readonly until: CivilDay;
}

/** The windows of the first six months: weekly, then fortnightly. */
function windowsOf(start: CivilDay): readonly Stretch[] {
  const weeks = Array.from({ length: weeklyWindows }, (_, week) => start + 7 * week);
  const windows = weeks.map((after): Stretch => ({ after, until: after + 7 }));
  for (let after = start + 7 * weeklyWindows; after < addMonths(start, 6); after += 14) {
    windows.push({ after, until: after + 14 });
  }
  return windows;
}

/** Every 31 days without a session between two of them, and up to the day that is judged. */
function gapsAfter(from: CivilDay, sessions: readonly Session[], reached: CivilDay): readonly Stretch[] {
  const long = sessions.filter(({ isLong }) => isLong).map(({ at }) => at);
  const later = [...long.filter((at) => at > from), reached];
  let last = long.filter((at) => at <= from).at(-1) ?? from;
  return later.flatMap((at) => {
    const missed = Math.max(0, Math.floor((at - last - 1) / longestGapDays));
    const after = last;
    last = at;
    return Array.from({ length: missed }, (_, index) => ({
      after: after + longestGapDays * index,
      until: after + longestGapDays * (index + 1),
    }));
  });
}

const isIn = ({ after, until }: Stretch, { at }: Session) => at > after && at <= until;

/**
 * Where the national standard for reflective supervision was not kept so far (RULES "Two standards"): a session of 90
 * minutes in each of the first six weeks, in each fortnight to six months, then never more than 31 days apart. Judged
 * on the dates held; a window counts once it has ended, and stands still while the programme is paused.
 */
export function floorBreaches(held: readonly SessionHeld[], ground: FloorGround): readonly FloorBreach[] {
  const running = new RunningDays(ground.pauses);
  const start = civilDay(ground.startOn);
  const today = civilDay(ground.today);
  const end = ground.endOn === null ? today : civilDay(ground.endOn);
  const reached = running.at(Math.min(today, end));
  const ended = running.at(Math.min(today - 1, end));
  const sessions = held
    .map(({ on, minutes }) => ({ day: civilDay(on), isLong: minutes >= leastMinutes }))
    .filter(({ day }) => day > start && day <= end && !running.isPaused(day))
    .map(({ day, isLong }): Session => ({ at: running.at(day), isLong }))
    .toSorted((one, other) => one.at - other.at);
  const windows = windowsOf(start);
  const monthly = windows.at(-1)?.until ?? start;
  const unkept = windows
    .filter(({ until }) => until <= ended)
    .filter((window) => !sessions.some((session) => session.isLong && isIn(window, session)));
  const gaps = reached > monthly ? gapsAfter(monthly, sessions, reached) : [];
  return [...unkept, ...gaps].map((stretch) => ({
    fromOn: plainDate(running.dayOf(stretch.after + 1)),
    untilOn: plainDate(running.dayOf(stretch.until)),
    why: sessions.some((session) => isIn(stretch, session)) ? 'short' : 'none',
  }));
}
