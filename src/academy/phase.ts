import { civilDay } from './civil-days.ts';
import { plusPeriod, rhythmWords } from './period.ts';
import type { YearPlan } from './plan-item.ts';
import type { Programme } from './programme.ts';

/** How far somebody is in the programme: the rhythm of their reflective supervision, in the council's phases (A3). */
export interface ProgrammePhase {
  /** "weekly", "fortnightly"; null once no session is to come. */
  readonly rhythm: string | null;
  /** The programme month of the next session, from 1; null with it. */
  readonly month: number | null;
}

/**
 * The phase that the next session of reflective supervision belongs to. It is read from the session's nominal date, so a
 * pause keeps somebody in the phase that they were in (A6).
 */
export function phaseOf({ series }: Pick<Programme, 'series'>, { items, start }: YearPlan): ProgrammePhase {
  const reflective = series.find(({ id }) => id === 'reflective-supervision');
  const next = items.find(
    (item) =>
      item.series === 'reflective-supervision' && ['upcoming', 'due', 'overdue'].includes(item.status),
  );
  if (start === null || reflective === undefined || next?.nominal == null)
    return { rhythm: null, month: null };
  const begun = civilDay(start);
  const day = civilDay(next.nominal);
  const phase = reflective.cadence.find(({ until }) => until === 'end' || day <= plusPeriod(begun, until));
  const { years, months } = start.until(next.nominal, { largestUnit: 'year' });
  const last = phase ?? reflective.cadence.at(-1);
  return { rhythm: last === undefined ? null : rhythmWords(last.every), month: years * 12 + months + 1 };
}
