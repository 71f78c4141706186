import { z } from 'zod';
import type { InboundLedger } from '../services/ports.ts';
import { keyPart } from './keys.ts';
import { instant, rowOf, rowShape } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

export const seenActivity = rowShape(z.object({ at: instant }));

/** Activities that have been taken in, one partition for each conversation. */
export function createInboundLedger(tables: TableStore): InboundLedger {
  return {
    async firstSeen(conversationId, activityId, at) {
      const row = rowOf(keyPart(conversationId), keyPart(activityId), seenActivity, { at });
      return (await tables.insert('inbound', row)).ok;
    },
  };
}
