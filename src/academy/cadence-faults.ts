import { isShorter, periodWords } from './period.ts';
import type { ProgrammeFault } from './programme-fault.ts';
import type { Phase } from './programme-fields.ts';

/** Phases follow one another in time, and nothing follows one that runs to the end (A3). */
export function cadenceFaults(path: string, phases: readonly Phase[]): ProgrammeFault[] {
  return phases.flatMap((phase, index): ProgrammeFault[] => {
    const next = phases[index + 1];
    if (phase.until === 'end') {
      if (next === undefined) return [];
      const message = 'is end, so no phase can follow: remove those after it';
      return [{ path: `${path}[${index}].until`, message }];
    }
    if (next === undefined || next.until === 'end' || isShorter(phase.until, next.until)) return [];
    const message = `must be later than the phase before it, which runs to ${periodWords(phase.until)}`;
    return [{ path: `${path}[${index + 1}].until`, message }];
  });
}
