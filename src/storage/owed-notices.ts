import { Temporal } from 'temporal-polyfill';
import type { NoticeOwner, OwedNotice, OwedNotices } from '../services/outbox.ts';
import { keyPart, keysOf } from './keys.ts';
import { head, sessionKeys, headKey as setHeadKey } from './learning-set-rows.ts';
import { owed, participantKeys, profile, profileKey } from './participant-rows.ts';
import { type RowShape, readRow, type SetAside } from './row-shape.ts';
import type { TableName, TableStore } from './table-store.ts';

/** Where an owner's notices stand, and which row says who it is. */
interface Home {
  readonly table: TableName;
  readonly named: { readonly rowKey: string; readonly shape: RowShape<{ readonly id: string }> };
  rowKey(noticeKey: string): string;
}

const homes: Readonly<Record<NoticeOwner['kind'], Home>> = {
  participant: {
    table: 'participants',
    named: { rowKey: profileKey, shape: profile },
    rowKey: participantKeys.owed,
  },
  'learning-set': {
    table: 'sessions',
    named: { rowKey: setHeadKey, shape: head },
    rowKey: sessionKeys.owed,
  },
};
const kinds = Object.keys(homes) as readonly NoticeOwner['kind'][];

/** Notices that stand in participants' files and learning sets' sessions until they have entered their lanes. */
export function createOwedNotices(tables: TableStore, setAside: SetAside): OwedNotices {
  /** Who has something owed by then, each once: rows of one owner stand together. */
  async function* partitionsIn(table: TableName, by?: Temporal.Instant): AsyncIterable<string> {
    let last: string | undefined;
    const range = { table, partition: { from: ' ', to: '~' }, rows: keysOf('owed'), few: true } as const;
    for await (const row of tables.range(range)) {
      if (row.partitionKey === last) continue;
      const owedAt = readRow(table, row, owed, setAside)?.owedAt;
      if (owedAt === undefined || Temporal.Instant.compare(owedAt, by ?? owedAt) > 0) continue;
      last = row.partitionKey;
      yield row.partitionKey;
    }
  }

  async function* ownersIn(kind: NoticeOwner['kind'], by?: Temporal.Instant): AsyncIterable<NoticeOwner> {
    const { table, named } = homes[kind];
    for await (const partition of partitionsIn(table, by)) {
      const told = await tables.get(table, partition, named.rowKey);
      const known = readRow(table, told, named.shape, setAside);
      if (known !== undefined) yield { kind, id: known.id };
    }
  }

  return {
    async of({ kind, id }) {
      const { table } = homes[kind];
      const found: OwedNotice[] = [];
      for await (const row of tables.range({ table, partition: keyPart(id), rows: keysOf('owed') })) {
        const notice = readRow(table, row, owed, setAside);
        if (notice !== undefined) found.push({ notice, etag: row.etag });
      }
      return found;
    },

    async handedOver({ kind, id }, { notice, etag }) {
      const { table, rowKey } = homes[kind];
      // A refusal means that it is gone, or that the same notice was owed anew: then it is looked at again.
      await tables.delete(table, keyPart(id), rowKey(notice.key), etag);
    },

    async *owners(by) {
      for (const kind of kinds) yield* ownersIn(kind, by);
    },
  };
}
