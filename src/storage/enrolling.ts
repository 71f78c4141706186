import type { Temporal } from 'temporal-polyfill';
import type { Participant } from '../academy/participant-file.ts';
import type { Enrolling, Fact, NewId, People, Roster, WakeTimes } from '../services/ports.ts';
import type { Hints } from './hints.ts';
import { keyPart } from './keys.ts';
import { keepTrails, operationsFor } from './participant-files.ts';
import * as file from './participant-rows.ts';
import { TooManyConflictsError } from './people.ts';
import { firstTrailKey, peoplePartitions, trail } from './people-rows.ts';
import { remindersSince, sinceKey } from './reminder-log.ts';
import { readRow, rowOf, type SetAside } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

interface EnrollingNeeds {
  readonly tables: TableStore;
  readonly newId: NewId;
  readonly setAside: SetAside;
  readonly people: Pick<People, 'byId' | 'byEmail'>;
  readonly roster: Pick<Roster, 'save'>;
  readonly wakes: Pick<WakeTimes, 'set'>;
  readonly owes: Hints;
}

const tries = 10;

/**
 * One NQSW at a time. The first who asks for the id of an e-mail address settles it for everybody, so that two who enrol one
 * person at once write to one file; and a file is opened by one of them alone.
 */
export function createEnrolling(needs: EnrollingNeeds): Enrolling {
  const { tables, newId, setAside, people, roster, wakes, owes } = needs;

  /** Whether an id that was settled for an address is still free for it: an address may have passed to somebody else. */
  async function isFree(personId: string, email: string): Promise<boolean> {
    const holder = await people.byId(personId);
    return holder === undefined || holder.email === email;
  }

  async function settled(email: string, proposed: string): Promise<string | undefined> {
    const partition = peoplePartitions.email(email);
    const row = rowOf(partition, firstTrailKey, trail, { personId: proposed });
    const standing = await tables.get('people', partition, firstTrailKey);
    const kept = readRow('people', standing, trail, setAside)?.personId;
    if (kept !== undefined && (await isFree(kept, email))) return kept;
    const written = await (standing === undefined
      ? tables.insert('people', row)
      : tables.update('people', row, standing.etag));
    return written.ok ? proposed : undefined;
  }

  async function open(
    participant: Participant,
    facts: readonly Fact[],
    at: Temporal.Instant,
  ): Promise<'opened' | 'exists'> {
    const { id } = participant;
    const partition = keyPart(id);
    const headOf = () => tables.get('participants', partition, file.headKey);
    if ((await headOf()) !== undefined) return 'exists';
    await Promise.all([wakes.set({ kind: 'participant', id }, at), owes.note(id)]);
    await keepTrails(tables, id, facts);
    const commit = newId();
    const isOurs = async () =>
      readRow('participants', await headOf(), file.head, setAside)?.commit === commit;
    try {
      const { ok } = await tables.transact('participants', partition, [
        { op: 'insert', row: rowOf(partition, file.headKey, file.head, { revision: 1, commit, at }) },
        { op: 'put', row: rowOf(partition, sinceKey, remindersSince, { since: at }) },
        { op: 'put', row: rowOf(partition, file.profileKey, file.profile, participant) },
        ...operationsFor(partition, facts, at, 1, newId),
      ]);
      if (ok) return 'opened';
    } catch (fault) {
      // The reply may have been lost after the write: the head says whose the file is.
      if (await isOurs().catch(() => false)) return 'opened';
      throw fault;
    }
    return (await isOurs()) ? 'opened' : 'exists';
  }

  return {
    async idFor(email) {
      const address = email.toLowerCase();
      const known = await people.byEmail(address);
      if (known !== undefined) return known.id;
      for (let n = 0; n < tries; n++) {
        const id = await settled(address, newId());
        if (id !== undefined) return id;
      }
      throw new TooManyConflictsError('Enrolling.idFor');
    },
    open,
    know: (person) => roster.save([person], []),
  };
}
