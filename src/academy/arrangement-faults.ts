import { cadenceFaults } from './cadence-faults.ts';
import { isShorter, periodWords } from './period.ts';
import type { ProgrammeSettings } from './programme.ts';
import type { ProgrammeFault } from './programme-fault.ts';

/** What an arrangement has to fit. */
type Around = Pick<ProgrammeSettings, 'series' | 'reviews' | 'length'>;

type Arranged = ProgrammeSettings['arrangements'][string];

const itemNames = [
  'review',
  'claim',
  'child-file-recording',
  'cadence-decision',
  'induction-end',
  'probation-end',
  'programme-end',
];

function nameFaults(id: string, { series }: Pick<ProgrammeSettings, 'series'>): ProgrammeFault[] {
  if (!Object.hasOwn(series, id) && !itemNames.includes(id)) return [];
  return [
    { path: `arrangements.${id}`, message: 'has the name of something else in the plan: choose another' },
  ];
}

type When<By> = Arranged['when'] & { readonly by: By };

function reviewTimeFaults(path: string, when: When<'review'>, { reviews }: Around) {
  return when.stages.flatMap((stage, index): ProgrammeFault[] => {
    if (!reviews.some(({ at }) => at.count === stage.count)) {
      return [{ path: `${path}.stages[${index}]`, message: 'is no review of this programme: see reviews' }];
    }
    if (when.before === null || isShorter(when.before, stage)) return [];
    return [{ path: `${path}.before`, message: `must be shorter than ${periodWords(stage)}` }];
  });
}

function windowFaults(path: string, when: When<'window'>, { length }: Around): ProgrammeFault[] {
  if (when.from !== null && !isShorter(when.from, when.until)) {
    return [{ path: `${path}.until`, message: `must be later than from, ${periodWords(when.from)}` }];
  }
  if (!isShorter(length.period, when.until)) return [];
  return [
    { path: `${path}.until`, message: `is after the programme's end at ${periodWords(length.period)}` },
  ];
}

/** An inherited arrangement that is not in the plan need not fit a council's own reviews and length. */
function timeFaults(path: string, { inPlan, when }: Arranged, settings: Around): ProgrammeFault[] {
  if (when.by === 'cadence') return cadenceFaults(`${path}.phases`, when.phases);
  if (inPlan && when.by === 'review') return reviewTimeFaults(path, when, settings);
  if (inPlan && when.by === 'window') return windowFaults(path, when, settings);
  return [];
}

/** Observations in the plan must be as many as the programme asks for, in all and by the assessor (C6). */
export function observationFaults({
  arrangements,
  observations,
  reviews,
}: Pick<ProgrammeSettings, 'arrangements' | 'observations' | 'reviews'>): ProgrammeFault[] {
  const certain = new Set(reviews.filter(({ mode }) => mode === 'always').map(({ at }) => at.count));
  const dated = Object.values(arrangements).flatMap(({ inPlan, kind, lead, when }) =>
    inPlan && kind === 'observation' && when.by === 'review'
      ? when.stages.filter(({ count }) => certain.has(count)).map(() => lead)
      : [],
  );
  if (dated.length === 0) return [];
  const byAssessor = dated.filter((lead) => lead === 'assessor').length;
  const few = (name: string, planned: number, wanted: number): ProgrammeFault[] =>
    planned >= wanted
      ? []
      : [
          {
            path: `observations.${name}`,
            message: `is ${wanted}, and the arrangements date only ${planned}`,
          },
        ];
  return [
    ...few('total', dated.length, observations.total),
    ...few('byAssessor', byAssessor, observations.byAssessor),
  ];
}

/** What no single field of an arrangement can show. */
export function arrangementFaults(
  settings: Around & Pick<ProgrammeSettings, 'arrangements'>,
): ProgrammeFault[] {
  return Object.entries(settings.arrangements).flatMap(([id, arranged]) => [
    ...nameFaults(id, settings),
    ...timeFaults(`arrangements.${id}.when`, arranged, settings),
  ]);
}
