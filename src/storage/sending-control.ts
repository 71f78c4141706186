import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { NewId, SendingControl } from '../services/ports.ts';
import { writeAudit } from './audit-trail.ts';
import { TooManyConflictsError } from './people.ts';
import { instant, rowOf, rowShape } from './row-shape.ts';
import type { StoredRow, TableStore } from './table-store.ts';

const step = z.object({ by: z.string(), at: instant });

/** What may be sent at all: one row, so that a worker knows it by one read. */
export const sendingState = rowShape(
  z.object({
    paused: step.nullable(),
    pilot: step.extend({ personIds: z.array(z.string().min(1)).readonly() }).nullable(),
  }),
);
type Kept = Parameters<typeof sendingState.body>[0];

export const sendingRow = 'sending';
const sendingPartition = 'sending';

/**
 * Nobody can tell whether sending is stopped. Unlike other rows this one is not set aside: to go on without it would
 * send to everybody what somebody may have stopped.
 */
class SendingStateUnreadableError extends Error {
  override readonly name = 'SendingStateUnreadableError';
  readonly code = 'sending-state-unreadable';
}

const tries = 10;

interface ControlNeeds {
  readonly tables: TableStore;
  readonly newId: NewId;
}

/** Whether messages may go out, and to whom: read by the workers before each message, set by Academy Managers. */
export function createSendingControl({ tables, newId }: ControlNeeds): SendingControl {
  function kept(row: StoredRow | undefined): Kept {
    if (row === undefined) return { paused: null, pilot: null };
    const reading = sendingState.read(row);
    if (!reading.ok) throw new SendingStateUnreadableError(reading.fault);
    return reading.value;
  }

  const standing = () => tables.get('settings', sendingPartition, sendingRow);

  async function change(next: (old: Kept) => Kept): Promise<void> {
    for (let n = 0; n < tries; n++) {
      const old = await standing();
      const row = rowOf(sendingPartition, sendingRow, sendingState, next(kept(old)));
      const written =
        old === undefined
          ? await tables.insert('settings', row)
          : await tables.update('settings', row, old.etag);
      if (written.ok) return;
    }
    throw new TooManyConflictsError('sending');
  }

  // The entry comes first: a crash leaves an entry without its change, never a change that nobody answers for.
  const audited = (verb: string, by: string, outcome: string, at: Temporal.Instant) =>
    writeAudit(tables, newId, { verb, by, outcome, at });

  return {
    async state() {
      const { paused, pilot } = kept(await standing());
      return { paused, pilot: pilot?.personIds ?? null };
    },

    async pause({ by, at }) {
      await audited('control-sending', by, 'stopped', at);
      await change((old) => ({ ...old, paused: { by, at } }));
    },

    async resume({ by, at }) {
      await audited('control-sending', by, 'resumed', at);
      await change((old) => ({ ...old, paused: null }));
    },

    async pilot(personIds, by, at) {
      await audited('control-pilot', by, personIds === null ? 'off' : `${personIds.length} people`, at);
      const pilot = personIds === null ? null : { personIds, by, at };
      await change((old) => ({ ...old, pilot }));
    },
  };
}
