import type { Temporal } from 'temporal-polyfill';
import type { Allocation, Participant } from '../academy/participant-file.ts';
import type { Clock, NewId, NewParticipant, Person, Roster, WakeTimes } from '../services/ports.ts';
import { writeAudit } from './audit-trail.ts';
import { keyPart, keysOf } from './keys.ts';
import * as file from './participant-rows.ts';
import { TooManyConflictsError } from './people.ts';
import {
  allocationTrail,
  allocationTrailKey,
  peoplePartitions,
  person,
  personRow,
  trail,
  trailKey,
} from './people-rows.ts';
import { remindersSince, sinceKey } from './reminder-log.ts';
import { readRow, rowOf, type SetAside } from './row-shape.ts';
import type { Operation, Row, StoredRow, TableStore } from './table-store.ts';

interface RosterNeeds {
  readonly tables: TableStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly setAside: SetAside;
  readonly byEmail: (email: string) => Promise<Person | undefined>;
  readonly wakes: Pick<WakeTimes, 'set'>;
  /** Told of every file that was written. */
  readonly onSaved: (participantId: string) => Promise<void>;
}

const tries = 10;

const put = (row: Row): Operation => ({ op: 'put', row });

/** The partitions that lead to this person by what a roster can change. */
const trailsOf = (one: Person): readonly string[] => [
  peoplePartitions.email(one.email),
  ...(one.entraId === null ? [] : [peoplePartitions.entraId(one.entraId)]),
  ...one.roles.map(peoplePartitions.role),
];

/** A roster without the Entra object id, or without a file, does not forget the one that is known. */
const mergedPerson = (given: Person, old: Person | undefined): Person => ({
  ...given,
  email: given.email.toLowerCase(),
  entraId: given.entraId ?? old?.entraId ?? null,
  participantId: given.participantId ?? old?.participantId ?? null,
});

/** The ids that stay: of people known by e-mail, and of the participants they already are. */
class KeptIds {
  readonly #people = new Map<string, string>();
  readonly #participants = new Map<string, string>();

  keep(given: Person, known: Person | undefined): void {
    if (known === undefined) return;
    this.#people.set(given.id, known.id);
    if (given.participantId !== null && known.participantId !== null) {
      this.#participants.set(given.participantId, known.participantId);
    }
  }
  person = (id: string): string => this.#people.get(id) ?? id;
  participant = (id: string): string => this.#participants.get(id) ?? id;

  ofNewParticipant({ participant, allocations }: NewParticipant): NewParticipant {
    return {
      participant: {
        ...participant,
        id: this.participant(participant.id),
        personId: this.person(participant.personId),
      },
      allocations: allocations.map((one) => ({ ...one, personId: this.person(one.personId) })),
    };
  }
}

/**
 * Writes a roster that has been checked as a whole. Every write can be repeated, and what leads to something is
 * written before it and taken away after it: an import that was cut off is mended by running it again.
 */
export function createRoster(needs: RosterNeeds): Roster {
  const { tables, clock, newId, setAside, byEmail, wakes, onSaved } = needs;

  async function removeTrail(partition: string, rowKey: string): Promise<void> {
    const row = await tables.get('people', partition, rowKey);
    if (row !== undefined) await tables.delete('people', partition, rowKey, row.etag);
  }

  /** False when the person's row changed meanwhile. */
  async function trySavingPerson(given: Person): Promise<boolean> {
    const partition = peoplePartitions.person(given.id);
    const standing = await tables.get('people', partition, personRow);
    const old = readRow('people', standing, person, setAside);
    const saved = mergedPerson(given, old);
    const trails = trailsOf(saved);
    for (const to of trails) {
      await tables.put('people', rowOf(to, trailKey(saved.id), trail, { personId: saved.id }));
    }
    const row = rowOf(partition, personRow, person, saved);
    const written = await (standing === undefined
      ? tables.insert('people', row)
      : tables.update('people', row, standing.etag));
    if (!written.ok) return false;
    const stale = old === undefined ? [] : trailsOf(old).filter((to) => !trails.includes(to));
    for (const to of stale) await removeTrail(to, trailKey(saved.id));
    return true;
  }

  async function savePerson(given: Person): Promise<void> {
    for (let n = 0; n < tries; n++) if (await trySavingPerson(given)) return;
    throw new TooManyConflictsError('Roster.save: person');
  }

  async function standingRows(participantId: string): Promise<readonly StoredRow[]> {
    const found: StoredRow[] = [];
    const partition = keyPart(participantId);
    const head = await tables.get('participants', partition, file.headKey);
    if (head !== undefined) found.push(head);
    const range = { table: 'participants', partition, rows: keysOf('file-allocation') } as const;
    for await (const row of tables.range(range)) found.push(row);
    return found;
  }

  async function saveParticipant(
    { participant, allocations }: NewParticipant,
    by: string | undefined,
  ): Promise<void> {
    const partition = keyPart(participant.id);
    for (const one of allocations) {
      const { personId, function: of } = one;
      const fromOn = one.fromOn.toString();
      const value = { participantId: participant.id, function: of, fromOn };
      const rowKey = allocationTrailKey(participant.id, of, fromOn);
      await tables.put(
        'people',
        rowOf(peoplePartitions.allocatedTo(personId), rowKey, allocationTrail, value),
      );
    }
    await wakes.set({ kind: 'participant', id: participant.id }, clock.now());
    for (let n = 0; n < tries; n++) {
      const standing = await standingRows(participant.id);
      const operations = operationsFor(partition, participant, allocations, standing, clock.now(), by);
      if (!(await tables.transact('participants', partition, operations)).ok) continue;
      await removeStaleTrails(participant.id, allocations, standing);
      await onSaved(participant.id);
      return;
    }
    throw new TooManyConflictsError('Roster.save: participant');
  }

  function operationsFor(
    partition: string,
    participant: Participant,
    allocations: readonly Allocation[],
    standing: readonly StoredRow[],
    at: Temporal.Instant,
    by: string | undefined,
  ): readonly Operation[] {
    const head = standing.find((row) => row.rowKey === file.headKey);
    const revision = (readRow('participants', head, file.head, setAside)?.revision ?? 0) + 1;
    const headRow = rowOf(partition, file.headKey, file.head, { revision, commit: newId(), at });
    const entry = { verb: 'import-roster', outcome: head === undefined ? 'new' : 'changed', at, revision };
    const audited =
      by === undefined
        ? []
        : [put(rowOf(partition, file.participantKeys.audit(at, newId()), file.audit, { ...entry, by }))];
    const wanted = allocations.map((one) =>
      rowOf(partition, file.participantKeys.allocation(one.function, one.fromOn), file.allocation, one),
    );
    const gone = standing.filter(
      (row) => row.rowKey !== file.headKey && !wanted.some((one) => one.rowKey === row.rowKey),
    );
    return [
      head === undefined ? { op: 'insert', row: headRow } : { op: 'update', row: headRow, etag: head.etag },
      // Reminders of before somebody came into our care are nobody's debt.
      ...(head === undefined ? [put(rowOf(partition, sinceKey, remindersSince, { since: at }))] : []),
      ...audited,
      put(rowOf(partition, file.profileKey, file.profile, participant)),
      ...wanted.map(put),
      ...gone.map(({ rowKey, etag }): Operation => ({ op: 'delete', rowKey, etag })),
    ];
  }

  async function removeStaleTrails(
    participantId: string,
    allocations: readonly Allocation[],
    standing: readonly StoredRow[],
  ): Promise<void> {
    for (const row of standing.filter((one) => one.rowKey !== file.headKey)) {
      const old = readRow('participants', row, file.allocation, setAside);
      if (old === undefined) continue;
      const isSame = (one: Allocation) =>
        one.personId === old.personId && one.function === old.function && one.fromOn.equals(old.fromOn);
      if (allocations.some(isSame)) continue;
      await removeTrail(
        peoplePartitions.allocatedTo(old.personId),
        allocationTrailKey(participantId, old.function, old.fromOn.toString()),
      );
    }
  }

  return {
    async save(people, participants, by) {
      const kept = new KeptIds();
      for (const one of people) kept.keep(one, await byEmail(one.email));
      // Files first: nobody is ever known as an NQSW whose file does not exist yet.
      for (const one of participants) await saveParticipant(kept.ofNewParticipant(one), by);
      for (const one of people) {
        const participantId = one.participantId === null ? null : kept.participant(one.participantId);
        await savePerson({ ...one, id: kept.person(one.id), participantId });
      }
      if (by === undefined) return;
      const outcome = `people:${people.length} files:${participants.length}`;
      await writeAudit(tables, newId, { verb: 'import-roster', by, outcome, at: clock.now() });
    },
  };
}
