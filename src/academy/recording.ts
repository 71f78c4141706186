import type { ProgrammeSettings, Series } from './programme.ts';
import type { ProgrammeFault } from './programme-fault.ts';
import type { AcademyFunction } from './roles.ts';

/** How a session of a series comes to stand in the file, as the council's programme says it. */
export type Recording = NonNullable<Series['recorded']>;

type Kept = Pick<Series, 'id' | 'kind' | 'recorded' | 'lead'>;

interface Council {
  readonly series: readonly Kept[];
}

const seriesOf = ({ series }: Council, id: string) => series.find((one) => one.id === id);

interface Said {
  readonly recorded?: Recording | undefined;
  readonly kind: Series['kind'];
}

/** Where the file does not say it: a supervision has a full record, everything else none. */
const recordingOf = ({ recorded, kind }: Said): Recording =>
  recorded ?? (kind === 'supervision' ? 'in-full' : 'not');

/** How the sessions of a series are recorded; `not` for what is no series of the programme. */
export function recordingIn(programme: Council, series: string): Recording {
  const found = seriesOf(programme, series);
  return found === undefined ? 'not' : recordingOf(found);
}

/** The series of a plan item, by its id alone. */
export const seriesOfItem = (item: string): string => item.replace(/-\d+$/, '');

/** Of which the academy knows that it exists, and no date and no record: between the NQSW and whoever leads it (L7). */
export const isClosed = (series: Pick<Kept, 'recorded'>): boolean => series.recorded === 'date-only';

/** Whoever holds a session in their own function, or as the deputy of the manager who leads it (L6). */
export const isHeldBy = (lead: AcademyFunction, standing: string): boolean =>
  standing === lead || (standing === 'deputy-manager' && lead === 'host-manager');

/**
 * Whether somebody who stands so to the NQSW may see the dates and records of a series (L7, T1): a closed one is seen by
 * the NQSW and those who hold its sessions.
 */
export function isOpenTo(programme: Council, series: string, standing: readonly string[]): boolean {
  const found = seriesOf(programme, series);
  if (found === undefined || !isClosed(found)) return true;
  return standing.some((one) => one === 'self' || isHeldBy(found.lead, one));
}

const wantsKind: Partial<Record<Recording, readonly string[]>> = {
  'in-full': ['supervision'],
  'date-only': ['supervision'],
  attendance: ['supervision', 'meeting'],
  'by-nqsw': ['meeting'],
};

const withRecord: readonly AcademyFunction[] = [
  'reflective-supervisor',
  'assessor',
  'host-manager',
  'deputy-manager',
];
/** Who can record sessions in this way (decision 0008): of what somebody else leads people would be reminded for ever. */
const recordedBy: Partial<Record<Recording, readonly AcademyFunction[]>> = {
  'in-full': withRecord,
  attendance: [...withRecord, 'mentor', 'academy-manager'],
};

/** What a council's file says of recording that its kind of series, or whoever leads it, cannot have. */
export function recordingFaults({ series }: Pick<ProgrammeSettings, 'series'>): ProgrammeFault[] {
  return Object.entries(series).flatMap(([id, { recorded, kind, lead }]): ProgrammeFault[] => {
    const path = `series.${id}.recorded`;
    const recording = recordingOf({ recorded, kind });
    if (recordedBy[recording]?.includes(lead) === false)
      return [
        {
          path,
          message: `nobody could record it: ${recording} is not for what the ${lead} leads. Change it, or the lead`,
        },
      ];
    if (recorded === 'date-only' && lead !== 'host-manager')
      return [{ path, message: 'date-only is for what the host-manager leads: change it, or the lead' }];
    const kinds = recorded === undefined ? undefined : wantsKind[recorded];
    if (kinds === undefined || kinds.includes(kind)) return [];
    const message = `${recorded} is for a series of kind ${kinds.join(' or ')}: change it, or the kind`;
    return [{ path, message }];
  });
}
