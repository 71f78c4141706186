/** The store that the repositories' cases run on now, and what they are told with: each test has its own ids. */
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Allocation, HeldRecord, Participant } from '../../src/academy/participant-file.ts';
import type { Fact, Notice, Person } from '../../src/services/ports.ts';
import { openAzureStorage } from '../../src/storage/azure-storage.ts';
import { StorageUnavailableError } from '../../src/storage/errors.ts';
import { createRepositories, type Repositories } from '../../src/storage/repositories.ts';
import type { Storage } from '../../src/storage/storage.ts';
import type { TableStore } from '../../src/storage/table-store.ts';
import { startAzurite } from '../support/azurite.ts';
import { recordingLog } from '../support/recording-log.ts';
import { movableClock, newId, openMemory } from './adapters.ts';

export const at = Temporal.Instant.from('2026-09-14T08:00:00Z');
export const day = (text: string) => Temporal.PlainDate.from(text);
const clock = movableClock();

/** Lets time go by for whoever is told by this clock. */
export const passTime = (seconds: number): void => clock.advance(seconds);

let unique = 0;
/** Ids of one test, so that all tests can share one store. */
export let tag = '';

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id: `${tag}-${id}`,
  email: `${tag}.${id}@example.org`,
  name: `Person ${id}`,
  roles: ['nqsw'],
  team: 'North',
  entraId: null,
  nonWorkingDays: ['fri'],
  participantId: null,
  ...more,
});

export const participant = (): Participant => ({
  id: `${tag}-p`,
  personId: `${tag}-amara`,
  name: 'Amara Okoro',
  cohort: 'September 2026',
  startOn: day('2026-09-07'),
  fte: 0.6,
  contractedHours: 22.2,
  team: 'North',
});

export const allocation = (id: string, more: Partial<Allocation> = {}): Allocation => ({
  function: 'reflective-supervisor',
  personId: `${tag}-${id}`,
  name: `Person ${id}`,
  fromOn: day('2026-09-07'),
  untilOn: null,
  ...more,
});

export const held = (recordId: string, recordedAt = at): HeldRecord => ({
  recordId,
  item: 'reflective-supervision-1',
  recordedBy: `${tag}-sam`,
  recordedByName: 'Sam',
  recordedAt,
  submissionId: `submission-${recordId}`,
  outcome: 'held',
  heldOn: day('2026-09-14'),
  minutes: 90,
  mode: 'face-to-face',
  themes: ['wellbeing'],
  childFile: 'yes',
  templateUsed: true,
  coWorkerRecorded: false,
  actions: [{ what: 'Book court skills training', owner: 'nqsw', dueOn: day('2026-10-01') }],
});

export const notice = (key: string): Notice => ({
  key,
  recipient: { kind: 'person', personId: `${tag}-amara` },
  subject: { card: 'confirm-record', participantId: `${tag}-p`, recordId: key },
  mode: 'show',
  owedAt: at,
});

export const stores = [
  { name: 'in memory', open: async () => ({ storage: openMemory(clock), end: async () => {} }) },
  {
    name: 'on Azure’s emulator',
    open: async () => {
      const azurite = await startAzurite();
      const storage = await openAzureStorage(
        { connectionString: azurite.connectionString },
        { clock, newId },
      );
      return { storage, end: () => azurite.stop() };
    },
  },
];

export let storage: Storage;
let end: () => Promise<void>;
export let log: ReturnType<typeof recordingLog>;
/** Who has been told of as reachable. */
export let reachable: string[];
export let ports: Repositories;

export async function openStore(open: (typeof stores)[number]['open']): Promise<void> {
  ({ storage, end } = await open());
}

export async function closeStore(): Promise<void> {
  await storage.close();
  await end();
}

export function beginTest(): void {
  tag = `t${++unique}`;
  log = recordingLog();
  reachable = [];
  ports = over(storage.tables);
}

export function over(tables: TableStore): Repositories {
  const onReachable = async (entraId: string) => void reachable.push(entraId);
  return createRepositories({ tables, clock, newId, log, onReachable });
}

export async function enrol(): Promise<void> {
  await ports.roster.save(
    [
      person('amara', { participantId: `${tag}-p` }),
      person('sam', { roles: ['senior-practitioner', 'practice-educator'] }),
    ],
    [{ participant: participant(), allocations: [allocation('sam')] }],
  );
}

export async function loaded() {
  const read = await ports.files.load(`${tag}-p`);
  if (read === undefined) throw new Error('There is no file.');
  return read;
}

export async function committed(...facts: readonly Fact[]): Promise<void> {
  const { version } = await loaded();
  expect(await ports.files.commit(`${tag}-p`, version, facts, at)).toBe('committed');
}

/** A store that counts reads, and fails as told. */
export function watched(onWrite?: () => Promise<'lost' | 'refused' | undefined>) {
  const counts = { reads: 0 };
  const { tables } = storage;
  const watching: TableStore = {
    ...tables,
    get: (...values) => {
      counts.reads += 1;
      return tables.get(...values);
    },
    range: (range) => {
      counts.reads += 1;
      return tables.range(range);
    },
    async transact(...values) {
      const fate = await onWrite?.();
      if (fate === 'refused') throw new StorageUnavailableError('refused');
      const result = await tables.transact(...values);
      if (fate === 'lost') throw new StorageUnavailableError('reply-lost');
      return result;
    },
    insert: tables.insert.bind(tables),
    update: tables.update.bind(tables),
    put: tables.put.bind(tables),
    delete: tables.delete.bind(tables),
    close: tables.close.bind(tables),
  };
  return { counts, tables: watching };
}
