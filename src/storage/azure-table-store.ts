import { type AzureTable, type AzureTableNeeds, azureTable } from './azure-table.ts';
import { checkKey, checkRange, checkRow, checkTransaction } from './limits.ts';
import type { TableName, TableStore } from './table-store.ts';

/** The table port over Azure Table Storage: limits first, so that nothing is sent that would be refused. */
export function azureTableStore(needsOf: (table: TableName) => AzureTableNeeds): TableStore {
  const made = new Map<TableName, AzureTable>();
  const at = (name: TableName): AzureTable => {
    const table = made.get(name) ?? azureTable(needsOf(name));
    made.set(name, table);
    return table;
  };
  return {
    async get(table, partitionKey, rowKey) {
      checkKey('partition', partitionKey);
      checkKey('row', rowKey);
      return at(table).get(partitionKey, rowKey);
    },
    insert: async (table, row) => at(table).insert(row, checkRow(row)),
    update: async (table, row, etag) => at(table).update(row, checkRow(row), etag),
    put: async (table, row) => at(table).put(row, checkRow(row)),
    async delete(table, partitionKey, rowKey, etag) {
      checkKey('partition', partitionKey);
      checkKey('row', rowKey);
      return at(table).delete(partitionKey, rowKey, etag);
    },
    async transact(table, partitionKey, operations) {
      const checked = checkTransaction(partitionKey, operations);
      return checked.length === 0 ? { ok: true } : at(table).transact(partitionKey, checked);
    },
    range(range) {
      checkRange(range);
      return at(range.table).range(range);
    },
    async close() {},
  };
}
