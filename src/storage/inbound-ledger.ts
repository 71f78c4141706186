import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { InboundLedger } from '../services/ports.ts';
import { key, keyPart } from './keys.ts';
import { instant, rowOf, rowShape } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

export const seenActivity = rowShape(z.object({ at: instant }));

const dayMilliseconds = 24 * 60 * 60 * 1000;
const weekMilliseconds = 7 * dayMilliseconds;
const weekOf = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / weekMilliseconds);
const printed = (week: number) => String(week).padStart(8, '0');

const kind = 'seen';
const partitionOf = (week: number, conversationId: string) => key(kind, printed(week), conversationId);

/** The partitions of the weeks that had ended seven days before: what is in them is older than that, and nothing else is read. */
export function partitionsOlderThanAWeek(now: Temporal.Instant): {
  readonly from: string;
  readonly to: string;
} {
  return { from: `${kind}~`, to: `${kind}~${printed(weekOf(now) - 1)}` };
}

/** Partitions from before weeks stood in them: a conversation's own id, which holds no "~". */
export const partitionsWithoutWeek = [
  { from: ' ', to: `${kind}~` },
  { from: `${kind}~:`, to: '~~' },
] as const;

/**
 * Activities that have been taken in, by week of arrival (UTC) and conversation, so that old ones are found without
 * reading the new. On the first day of a week the one before is asked as well: a second delivery is known for a day at
 * least. Rows from before there were weeks are asked for as long as there are any.
 */
export function createInboundLedger(tables: TableStore): InboundLedger {
  let withoutWeek: { readonly asked: number; readonly any: boolean } | undefined;

  async function areAnyWithoutWeek(at: Temporal.Instant): Promise<boolean> {
    const now = at.epochMilliseconds;
    if (withoutWeek !== undefined && (!withoutWeek.any || now - withoutWeek.asked < dayMilliseconds)) {
      return withoutWeek.any;
    }
    let any = false;
    for (const partition of partitionsWithoutWeek) {
      for await (const _ of tables.range({ table: 'inbound', partition, limit: 1 })) any = true;
    }
    withoutWeek = { asked: now, any };
    return any;
  }

  async function isThere(partition: string, activityId: string): Promise<boolean> {
    return (await tables.get('inbound', partition, keyPart(activityId))) !== undefined;
  }

  return {
    async firstSeen(conversationId, activityId, at) {
      const week = weekOf(at);
      const partition = partitionOf(week, conversationId);
      const row = rowOf(partition, keyPart(activityId), seenActivity, { at });
      if (!(await tables.insert('inbound', row)).ok) return false;
      const isFirstDay = at.epochMilliseconds - week * weekMilliseconds < dayMilliseconds;
      if (isFirstDay && (await isThere(partitionOf(week - 1, conversationId), activityId))) return false;
      const mayBeOld = await areAnyWithoutWeek(at);
      return !(mayBeOld && (await isThere(keyPart(conversationId), activityId)));
    },
  };
}
