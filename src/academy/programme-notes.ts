import { settledCap } from './caseload-rules.ts';
import type { ProgrammeSettings } from './programme.ts';

/** Something that a programme may do, but that its council should know. */
export interface ProgrammeNote {
  readonly code:
    | 'caseload-cap-missing'
    | 'ramp-missing'
    | 'cadence-missing'
    | 'observations-undated'
    | 'stage-without-review'
    | 'source-inherited'
    | 'topic-inherited';
  readonly path: string;
  readonly message: string;
}

/**
 * Whether somebody has still something to decide or to mend. What a council's file settles as it stands is said only to whoever
 * writes the file.
 */
const asksSomebody: Readonly<Record<ProgrammeNote['code'], boolean>> = {
  'caseload-cap-missing': true,
  'ramp-missing': true,
  'cadence-missing': true,
  'observations-undated': false,
  'stage-without-review': true,
  'source-inherited': true,
  'topic-inherited': true,
};
export const isToBeSettled = ({ code }: ProgrammeNote): boolean => asksSomebody[code];

/** What a council has still to decide of its caseloads and rhythms. */
function undecided({ caseload, series }: ProgrammeSettings): ProgrammeNote[] {
  const notes: ProgrammeNote[] = [];
  if (settledCap(caseload) === null) {
    const message = 'is not set, so no caseload can be a breach: set the number that this council protects';
    notes.push({ code: 'caseload-cap-missing', path: 'caseload.cap', message });
  }
  if (caseload.ramp === null) {
    const message = 'is not set, so the cap applies from the first day: set the build-up, or [] for none';
    notes.push({ code: 'ramp-missing', path: 'caseload.ramp', message });
  }
  for (const [id, { cadence }] of Object.entries(series)) {
    if (cadence.length > 0) continue;
    const message = 'is empty, so the series has no dates: set how often it is held';
    notes.push({ code: 'cadence-missing', path: `series.${id}.cadence`, message });
  }
  return notes;
}

/** Observations that are asked for are counted, but nobody is reminded of any unless an arrangement dates it (C6). */
function undatedObservations({ observations, arrangements }: ProgrammeSettings): ProgrammeNote[] {
  const isDated = Object.values(arrangements).some(({ kind, inPlan }) => kind === 'observation' && inPlan);
  if (isDated || observations.total === 0) return [];
  const ids = Object.entries(arrangements).flatMap(([id, { kind }]) => (kind === 'observation' ? [id] : []));
  const named =
    ids.length === 0 ? 'an arrangement of the kind observation' : `arrangements.${ids.join(', ')}`;
  const message = `is ${observations.total}, and none has a date in the plan: set inPlan: true and when for ${named}`;
  return [{ code: 'observations-undated', path: 'observations.total', message }];
}

/** An arrangement that is not in the plan need not fit the reviews; what it would be handed in for is worth a look. */
function strayStages({ arrangements, reviews }: ProgrammeSettings): ProgrammeNote[] {
  const known = new Set(reviews.map(({ at }) => at.count));
  const held = reviews.map(({ at }) => `P${at.count}M`).join(', ');
  return Object.entries(arrangements).flatMap(([id, { inPlan, when }]): ProgrammeNote[] => {
    if (inPlan || when.by !== 'review') return [];
    const stray = when.stages.filter(({ count }) => !known.has(count)).map(({ count }) => `P${count}M`);
    if (stray.length === 0) return [];
    const message = `names ${stray.join(', ')}, when this programme has no review: name some of ${held}, or take the arrangement away with “${id}: null”`;
    return [{ code: 'stage-without-review', path: `arrangements.${id}.when.stages`, message }];
  });
}

/** What a programme that is in order may still want of its council. */
export function notesOf(settings: ProgrammeSettings): ProgrammeNote[] {
  return [undecided, undatedObservations, strayStages].flatMap((look) => look(settings));
}
