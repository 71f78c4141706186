import { Temporal } from 'temporal-polyfill';
import { type LaneKey, type NoticeOwner, passingReasons } from '../services/outbox.ts';
import type { DeliveryNeeds } from './needs.ts';

/**
 * What stands unfinished, whether or not an alarm speaks of it: files and sessions that owe notices, and lanes in which something
 * may be tried by `now` (a claim that ran out needs no mending: it no longer keeps anybody out).
 */
export async function findUnfinished(
  needs: Pick<DeliveryNeeds, 'owed' | 'outbox'>,
  now: Temporal.Instant,
): Promise<{ readonly owners: readonly NoticeOwner[]; readonly lanes: readonly LaneKey[] }> {
  const owners: NoticeOwner[] = [];
  for await (const owner of needs.owed.owners(now)) owners.push(owner);
  const waiting = await needs.outbox.waiting(now);
  const lanes = waiting
    .filter(({ from }) => from === null || Temporal.Instant.compare(from, now) <= 0)
    .map(({ lane }) => lane);
  return { owners, lanes };
}

/**
 * People who can be reached although something stands aside for them as if they could not: whoever saw them again died
 * before saying so. Their Entra object ids.
 */
export async function findReachableAgain({
  outbox,
  people,
  addresses,
}: Pick<DeliveryNeeds, 'outbox' | 'people' | 'addresses'>): Promise<readonly string[]> {
  const aside = new Set<string>();
  for await (const { destination, reason } of outbox.undelivered()) {
    if (destination.kind === 'person' && passingReasons.has(reason)) aside.add(destination.personId);
  }
  const found: string[] = [];
  for (const personId of aside) {
    const entraId = (await people.byId(personId))?.entraId ?? null;
    const address = entraId === null ? undefined : await addresses.person(entraId);
    if (address?.status === 'reachable') found.push(address.entraId);
  }
  return found;
}
