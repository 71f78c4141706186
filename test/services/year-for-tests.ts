import { Temporal } from 'temporal-polyfill';
import type {
  Allocation,
  HeldRecord,
  ParticipantFile,
  SessionRecord,
} from '../../src/academy/participant-file.ts';
import { calendarOf } from '../../src/academy/plan.ts';
import type { Programme } from '../../src/academy/programme.ts';
import type { YearNeeds } from '../../src/services/answer-dates.ts';
import type { Asker } from '../../src/services/asker.ts';
import { date } from '../academy/support/luton.ts';
import { amara, nothingHappened } from '../support/empty-file.ts';
import { recordingLog } from '../support/recording-log.ts';

const recordedBy = { recordedBy: 'priya', recordedByName: 'Priya Nandakumar' };

export const held = (item: string, on: string): HeldRecord => ({
  ...recordedBy,
  recordId: `r-${item}`,
  item,
  recordedAt: Temporal.Instant.from(`${on}T16:00Z`),
  submissionId: `s-${item}`,
  outcome: 'held',
  heldOn: date(on),
  minutes: 90,
  mode: 'face-to-face',
  themes: ['risk'],
  childFile: 'yes',
  templateUsed: true,
  coWorkerRecorded: true,
  actions: [],
});

export const rearranged = (item: string, on: string, to: string): SessionRecord => ({
  ...recordedBy,
  recordId: `r-${item}`,
  item,
  recordedAt: Temporal.Instant.from(`${on}T16:00Z`),
  submissionId: `s-${item}`,
  outcome: 'did-not-happen',
  reason: 'urgent-work',
  rearrangedOn: date(to),
});

const leads: readonly Allocation[] = [
  {
    function: 'reflective-supervisor',
    personId: 'priya',
    name: 'Priya Nandakumar',
    fromOn: date('2026-09-07'),
    untilOn: null,
  },
];

export interface Lived {
  readonly today: string;
  readonly fte?: number;
  readonly pauses?: readonly (readonly [from: string, until: string | null])[];
  readonly records?: readonly SessionRecord[];
  readonly required?: readonly string[];
  /** The day of the import, where it is to be known. */
  readonly knownOn?: string;
}

/** Amara's year in a programme, as lived until a day, and the two people who may ask about it. */
export function livedYear(programme: Programme, lived: Lived) {
  const file: ParticipantFile = {
    ...nothingHappened,
    participant: {
      ...amara,
      fte: lived.fte ?? 1,
      ...(lived.knownOn === undefined ? {} : { knownOn: date(lived.knownOn) }),
    },
    allocations: leads,
    records: lived.records ?? [],
    pauses: (lived.pauses ?? []).map(([from, until], index) => ({
      pauseId: `pause-${index}`,
      fromOn: date(from),
      untilOn: until === null ? null : date(until),
    })),
    required: lived.required ?? [],
  };
  const needs: YearNeeds = {
    programme,
    calendar: calendarOf(programme),
    log: recordingLog(),
    files: {
      load: async (id) => (id === 'p1' ? { file, version: '1' } : undefined),
      commit: () => Promise.reject(new Error('a question writes nothing')),
    },
  };
  const person = { email: '', team: 'North', entraId: null, nonWorkingDays: [] };
  const now = Temporal.Instant.from(`${lived.today}T09:00Z`);
  const asker = (own: Pick<Asker['person'], 'id' | 'name' | 'roles' | 'participantId'>): Asker => ({
    person: { ...person, ...own },
    now,
    today: date(lived.today),
  });
  return {
    needs,
    amara: asker({ id: 'amara', name: 'Amara Okoro', roles: ['nqsw'], participantId: 'p1' }),
    priya: asker({
      id: 'priya',
      name: 'Priya Nandakumar',
      roles: ['senior-practitioner'],
      participantId: null,
    }),
  };
}
