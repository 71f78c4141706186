import type { Role } from '../academy/roles.ts';
import type { People, Person } from '../services/ports.ts';
import { keyPart, keysOf } from './keys.ts';
import { allocation, participantKeys } from './participant-rows.ts';
import { allocationTrail, peoplePartitions, person, personRow, trail, trailKey } from './people-rows.ts';
import { plainDate, readRow, rowOf, type SetAside } from './row-shape.ts';
import type { StoredRow, TableStore } from './table-store.ts';

/** Somebody else's Entra object id is already kept for this person: an e-mail address has been given to another. */
class EntraIdTakenError extends Error {
  override readonly name = 'EntraIdTakenError';
  readonly code = 'entra-id-taken';
  readonly personId: string;
  constructor(personId: string) {
    super('This person is already known by another Entra object id.');
    this.personId = personId;
  }
}

/** A row kept changing while it was being changed: more writers than one academy can have. */
export class TooManyConflictsError extends Error {
  override readonly name = 'TooManyConflictsError';
  readonly code = 'too-many-conflicts';
}

interface PeopleNeeds {
  readonly tables: TableStore;
  readonly setAside: SetAside;
  /** Told when an Entra object id has been kept: what waited for this person can now be sent. */
  readonly onReachable: (entraId: string) => Promise<void>;
}

const tries = 10;

/** Whether this Entra object id is already the person's; a fault when they have another. */
function isKnownBy({ id, entraId: known }: Person, entraId: string): boolean {
  if (known === null) return false;
  if (known.toLowerCase() !== entraId.toLowerCase()) throw new EntraIdTakenError(id);
  return true;
}

/** Ten times the largest academy there is. */
const mostSeen = 5_000;

export function createPeople({ tables, setAside, onReachable }: PeopleNeeds): People {
  /** Whose Entra object id led to whom: a guess that saves a read, checked against the person's own row. */
  const seen = new Map<string, string>();

  async function read(id: string): Promise<{ row: StoredRow; person: Person } | undefined> {
    const row = await tables.get('people', peoplePartitions.person(id), personRow);
    const found = readRow('people', row, person, setAside);
    return row === undefined || found === undefined ? undefined : { row, person: found };
  }

  async function led(partition: string): Promise<readonly Person[]> {
    const ids: string[] = [];
    for await (const row of tables.range({ table: 'people', partition })) {
      const to = readRow('people', row, trail, setAside);
      if (to !== undefined) ids.push(to.personId);
    }
    const found = await Promise.all(ids.map(read));
    return found.flatMap((one) => (one === undefined ? [] : [one.person]));
  }

  /** Whether the participant's file still holds the allocation that a trail names. */
  async function allocated(personId: string, row: StoredRow) {
    const to = readRow('people', row, allocationTrail, setAside);
    if (to === undefined) return [];
    if (to.cover === true) return [{ participantId: to.participantId, function: to.function }];
    const rowKey = participantKeys.allocation(to.function, plainDate.decode(to.fromOn));
    const kept = await tables.get('participants', keyPart(to.participantId), rowKey);
    const truth = readRow('participants', kept, allocation, setAside);
    return truth?.personId === personId ? [{ participantId: to.participantId, function: to.function }] : [];
  }

  return {
    byId: async (id) => (await read(id))?.person,

    async byEntraId(entraId) {
      const wanted = entraId.toLowerCase();
      const isWanted = (one: Person | undefined) => one?.entraId?.toLowerCase() === wanted;
      const guess = seen.get(wanted);
      const guessed = guess === undefined ? undefined : (await read(guess))?.person;
      if (isWanted(guessed)) return guessed;
      const found = (await led(peoplePartitions.entraId(wanted))).find(isWanted);
      if (found !== undefined) {
        if (seen.size >= mostSeen) seen.clear();
        seen.set(wanted, found.id);
      }
      return found;
    },

    async byEmail(email) {
      const wanted = email.toLowerCase();
      return (await led(peoplePartitions.email(wanted))).find((one) => one.email === wanted);
    },

    async withRole(role: Role) {
      return (await led(peoplePartitions.role(role))).filter((one) => one.roles.includes(role));
    },

    async allocatedTo(personId) {
      const rows: StoredRow[] = [];
      const range = { table: 'people', partition: peoplePartitions.allocatedTo(personId) } as const;
      for await (const row of tables.range(range)) rows.push(row);
      return (await Promise.all(rows.map((row) => allocated(personId, row)))).flat();
    },

    async rememberEntraId(personId, entraId) {
      const partition = peoplePartitions.entraId(entraId);
      for (let n = 0; n < tries; n++) {
        const current = await read(personId);
        if (current === undefined || isKnownBy(current.person, entraId)) return;
        await tables.put('people', rowOf(partition, trailKey(personId), trail, { personId }));
        const row = rowOf(current.row.partitionKey, personRow, person, { ...current.person, entraId });
        if ((await tables.update('people', row, current.row.etag)).ok) return onReachable(entraId);
      }
      throw new TooManyConflictsError('rememberEntraId');
    },

    async isEmpty() {
      for await (const _ of tables.range({ table: 'people', partition: keysOf('person'), limit: 1 }))
        return false;
      return true;
    },
  };
}
