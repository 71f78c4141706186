import type { DeliveryLedger } from '../services/delivery-ledger.ts';
import { keysOf, kindOfKey } from './keys.ts';
import { ledger } from './outbox-rows.ts';
import { readRow, type SetAside } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

/** Every lane: channels and people, which are the only kinds of partition in the outbox. */
export const everyLane = { from: 'channel~', to: 'persoo' } as const;

const toOf = (lane: string) => (kindOfKey(lane) === 'channel' ? 'channel' : 'person');

/** The ledger rows of all lanes, for reports: a read of the whole outbox, which only a report asks for. */
export function createDeliveryLedger(tables: TableStore, setAside: SetAside): DeliveryLedger {
  return {
    async *entries() {
      for await (const row of tables.range({
        table: 'outbox',
        partition: everyLane,
        rows: keysOf('notice'),
      })) {
        const value = readRow('outbox', row, ledger, setAside);
        if (value !== undefined) yield { ...value, lane: row.partitionKey, to: toOf(row.partitionKey) };
      }
    },

    async waiting() {
      let count = 0;
      for await (const _ of tables.range({ table: 'outbox', partition: everyLane, rows: keysOf('pending') }))
        count += 1;
      return count;
    },
  };
}
