import type { OwedNotice, OwedNotices } from '../services/outbox.ts';
import { keyPart, keysOf } from './keys.ts';
import { owed, participantKeys, profile, profileKey } from './participant-rows.ts';
import { readRow, type SetAside } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

/** Notices that stand in participants' files until they have entered their lanes. */
export function createOwedNotices(tables: TableStore, setAside: SetAside): OwedNotices {
  return {
    async of(participantId) {
      const found: OwedNotice[] = [];
      const range = {
        table: 'participants',
        partition: keyPart(participantId),
        rows: keysOf('owed'),
      } as const;
      for await (const row of tables.range(range)) {
        const notice = readRow('participants', row, owed, setAside);
        if (notice !== undefined) found.push({ notice, etag: row.etag });
      }
      return found;
    },

    async handedOver(participantId, { notice, etag }) {
      // A refusal means that it is gone, or that the same notice was owed anew: then it is looked at again.
      const rowKey = participantKeys.owed(notice.key);
      await tables.delete('participants', keyPart(participantId), rowKey, etag);
    },

    async *participants() {
      let last: string | undefined;
      const range = {
        table: 'participants',
        partition: { from: ' ', to: '~' },
        rows: keysOf('owed'),
      } as const;
      for await (const row of tables.range(range)) {
        if (row.partitionKey === last || readRow('participants', row, owed, setAside) === undefined) continue;
        last = row.partitionKey;
        const told = await tables.get('participants', row.partitionKey, profileKey);
        const known = readRow('participants', told, profile, setAside);
        if (known !== undefined) yield known.id;
      }
    },
  };
}
