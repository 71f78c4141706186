import type { AlarmQueue } from './alarm-queue.ts';
import type { TableStore } from './table-store.ts';

/** Both ports over one store. Closing either port closes only that port; `close` ends both. */
export interface Storage {
  readonly tables: TableStore;
  readonly alarms: AlarmQueue;
  close(): Promise<void>;
}
