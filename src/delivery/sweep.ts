import { Temporal } from 'temporal-polyfill';
import type { LaneKey } from '../services/outbox.ts';
import type { DeliveryNeeds } from './needs.ts';

/**
 * What stands unfinished, whether or not an alarm speaks of it: files that owe notices, and lanes in which something
 * may be tried by `now` (a claim that ran out needs no mending: it no longer keeps anybody out).
 */
export async function findUnfinished(
  needs: Pick<DeliveryNeeds, 'owed' | 'outbox'>,
  now: Temporal.Instant,
): Promise<{ readonly participants: readonly string[]; readonly lanes: readonly LaneKey[] }> {
  const participants: string[] = [];
  for await (const id of needs.owed.participants()) participants.push(id);
  const waiting = await needs.outbox.waiting();
  const lanes = waiting
    .filter(({ from }) => from === null || Temporal.Instant.compare(from, now) <= 0)
    .map(({ lane }) => lane);
  return { participants, lanes };
}
