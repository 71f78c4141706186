import { isShorter, type Period } from './period.ts';
import type { Phase } from './programme-fields.ts';

const week: Period = { unit: 'week', count: 1 };
const sixWeeks: Period = { unit: 'week', count: 6 };

/**
 * The national standard's six weekly sessions before a council's own rhythm (C2). Its phases that would be over by then
 * fall away; a rhythm that is weekly or closer at first stays as it is.
 */
export function withWeeklyStart(phases: readonly Phase[]): readonly Phase[] {
  const [first] = phases;
  if (first === undefined || !isShorter(week, first.every)) return phases;
  const later = phases.filter(({ until }) => until === 'end' || isShorter(sixWeeks, until));
  return [{ every: week, until: sixWeeks }, ...later];
}
