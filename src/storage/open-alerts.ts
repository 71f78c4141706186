import { z } from 'zod';
import type { OpenAlerts } from '../services/ports.ts';
import { key } from './keys.ts';
import { readRow, rowOf, rowShape, type SetAside } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

export const openAlert = rowShape(z.object({ participantId: z.string().min(1), alertId: z.string().min(1) }));
const openAlertsPartition = 'open-alerts';
const alertKey = (participantId: string, alertId: string) => key('alert', participantId, alertId);

/** Which alerts may be open, in one partition, so that a newly chosen channel need not search every file. */
export function createOpenAlerts(tables: TableStore, setAside: SetAside): OpenAlerts {
  return {
    async opening(participantId, alertId) {
      const value = { participantId, alertId };
      await tables.put(
        'settings',
        rowOf(openAlertsPartition, alertKey(participantId, alertId), openAlert, value),
      );
    },

    async resolved(participantId, alertId) {
      const rowKey = alertKey(participantId, alertId);
      const row = await tables.get('settings', openAlertsPartition, rowKey);
      if (row !== undefined) await tables.delete('settings', openAlertsPartition, rowKey, row.etag);
    },

    async list() {
      const found: { participantId: string; alertId: string }[] = [];
      for await (const row of tables.range({ table: 'settings', partition: openAlertsPartition })) {
        const value = readRow('settings', row, openAlert, setAside);
        if (value !== undefined) found.push(value);
      }
      return found;
    },
  };
}
