import type { Clock, NewId } from '../services/ports.ts';
import { sqliteAlarmQueue } from './sqlite-alarm-queue.ts';
import { openDatabase, told } from './sqlite-database.ts';
import { sqliteTableStore } from './sqlite-table-store.ts';
import type { Storage } from './storage.ts';

export interface SqliteOptions {
  /** Path of the file, made with its folder when missing, or `:memory:`. Several processes may open one file. */
  readonly file: string;
  /** Decides when alarms are visible. */
  readonly clock: Clock;
  /** Unique across every process that opens the file. */
  readonly newId: NewId;
}

export function openSqliteStorage({ file, clock, newId }: SqliteOptions): Storage {
  const database = openDatabase(file);
  const open = new Set(['tables', 'alarms']);
  const close = (port: string) => {
    if (open.delete(port) && open.size === 0) database.close();
  };
  return told(() => ({
    tables: sqliteTableStore(database, newId, () => close('tables')),
    alarms: sqliteAlarmQueue(database, clock, newId, () => close('alarms')),
    async close() {
      close('tables');
      close('alarms');
    },
  }));
}
