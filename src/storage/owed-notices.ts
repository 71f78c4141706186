import { Temporal } from 'temporal-polyfill';
import type { NoticeOwner, OwedNotice, OwedNotices } from '../services/outbox.ts';
import type { Hints } from './hints.ts';
import { keyPart, keysOf } from './keys.ts';
import { sessionKeys } from './learning-set-rows.ts';
import { owed, participantKeys } from './participant-rows.ts';
import { readRow, type SetAside } from './row-shape.ts';
import type { TableName, TableStore } from './table-store.ts';

/** Where an owner's notices stand. */
interface Home {
  readonly table: TableName;
  rowKey(noticeKey: string): string;
}

const homes: Readonly<Record<NoticeOwner['kind'], Home>> = {
  participant: { table: 'participants', rowKey: participantKeys.owed },
  'learning-set': { table: 'sessions', rowKey: sessionKeys.owed },
};
const kinds = Object.keys(homes) as readonly NoticeOwner['kind'][];

/** Who may owe something, noted by whoever commits it. */
export type OwnerHints = Readonly<Record<NoticeOwner['kind'], Hints>>;

interface OwedNeeds {
  readonly tables: TableStore;
  readonly setAside: SetAside;
  readonly hints: OwnerHints;
}

/** Notices that stand in participants' files and learning sets' sessions until they have entered their lanes. */
export function createOwedNotices({ tables, setAside, hints }: OwedNeeds): OwedNotices {
  async function owedBy({ kind, id }: NoticeOwner): Promise<readonly OwedNotice[]> {
    const { table } = homes[kind];
    const found: OwedNotice[] = [];
    for await (const row of tables.range({ table, partition: keyPart(id), rows: keysOf('owed') })) {
      const notice = readRow(table, row, owed, setAside);
      if (notice !== undefined) found.push({ notice, etag: row.etag });
    }
    return found;
  }

  async function* ownersIn(kind: NoticeOwner['kind'], by?: Temporal.Instant): AsyncIterable<NoticeOwner> {
    const isOwed = ({ notice: { owedAt } }: OwedNotice) =>
      Temporal.Instant.compare(owedAt, by ?? owedAt) <= 0;
    const found = hints[kind].follow(async (id) => {
      const standing = await owedBy({ kind, id });
      return standing.length === 0 ? undefined : { id, isDue: standing.some(isOwed) };
    });
    for await (const { id, isDue } of found) if (isDue) yield { kind, id };
  }

  return {
    of: owedBy,

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
