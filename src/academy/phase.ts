import { type CadenceChosen, rhythmOf } from './cadence-decision.ts';
import { type CivilDay, civilDay } from './civil-days.ts';
import { type Period, plusPeriod, rhythmWords } from './period.ts';
import type { PlanItem, YearPlan } from './plan-item.ts';
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
export function phaseOf(
  programme: Programme,
  { items, start, today }: YearPlan,
  chosen: readonly CadenceChosen[] = [],
): ProgrammePhase {
  const { series } = programme;
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
  const every = decidedRhythm(programme, next, begun, civilDay(today), chosen) ?? last?.every;
  return { rhythm: every === undefined ? null : rhythmWords(every), month: years * 12 + months + 1 };
}

/** What was decided for the time of a session after six months; undefined where nothing was (P15). */
function decidedRhythm(
  programme: Programme,
  { nominal }: PlanItem,
  begun: CivilDay,
  today: CivilDay,
  chosen: readonly CadenceChosen[],
): Period | undefined {
  const { cadenceDecision } = programme;
  if (cadenceDecision === null || nominal === null) return undefined;
  if (civilDay(nominal) <= plusPeriod(begun, cadenceDecision.at)) return undefined;
  const last = chosen.findLast(({ on }) => civilDay(on) <= today);
  return last === undefined ? undefined : rhythmOf(programme, last);
}
