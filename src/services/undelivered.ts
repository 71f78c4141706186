/** Messages that did not arrive: whose, why, and trying them again (M18). */
import type { Temporal } from 'temporal-polyfill';
import type { Needs } from './needs.ts';
import { type Destination, type Undelivered, undeliveredReasons } from './outbox.ts';

type UndeliveredNeeds = Pick<Needs, 'outbox' | 'people' | 'addresses' | 'alarms'>;

/** Everything that stands aside for one destination. */
export interface UndeliveredLane {
  /** What a button sends: a person's id, or `channel` and its number in the list. */
  readonly who: string;
  readonly destination: Destination;
  readonly name: string;
  /** Of the latest. */
  readonly reason: Undelivered['reason'];
  readonly count: number;
  readonly since: Temporal.Instant;
}

async function nameOf({ people }: Pick<Needs, 'people'>, destination: Destination): Promise<string> {
  if (destination.kind === 'channel') return 'The channel for alerts';
  return (await people.byId(destination.personId))?.name ?? 'Somebody no longer on the roster';
}

/** One entry for each person or channel, whoever has waited longest first. */
export async function undeliveredLanes(needs: UndeliveredNeeds): Promise<readonly UndeliveredLane[]> {
  const byLane = new Map<string, Undelivered[]>();
  for await (const one of needs.outbox.undelivered()) {
    if (one.reason === 'not-in-pilot') continue;
    const lane = needs.outbox.laneOf(one.destination);
    byLane.set(lane, [...(byLane.get(lane) ?? []), one]);
  }
  const found = await Promise.all(
    [...byLane.values()].map(async (all, number) => {
      const inOrder = all.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
      const [first] = inOrder;
      const last = inOrder.at(-1);
      if (first === undefined || last === undefined) return [];
      const { destination } = first;
      const who = destination.kind === 'person' ? destination.personId : `channel.${number}`;
      const name = await nameOf(needs, destination);
      return [{ who, destination, name, reason: last.reason, count: all.length, since: first.at }];
    }),
  );
  return found.flat().toSorted((a, b) => a.since.epochMilliseconds - b.since.epochMilliseconds);
}

/** What came of asking to try again. */
export interface Retried {
  readonly messages: number;
  /** Names of those whose messages are tried now. */
  readonly names: readonly string[];
  /** Names of those who have no chat with the app yet: there is nowhere to send to. */
  readonly nowhere: readonly string[];
}

/**
 * Whether there is somewhere to send to. Somebody marked as blocked or gone is taken for reachable again: the attempt
 * itself finds out, and marks them anew if it is still so.
 */
async function openTheWay(
  { people, addresses }: UndeliveredNeeds,
  destination: Destination,
): Promise<boolean> {
  if (destination.kind === 'channel') {
    const address = await addresses.channel(destination.channelId);
    if (address !== undefined) await addresses.saveChannel({ ...address, status: 'reachable' });
    return address !== undefined;
  }
  const entraId = (await people.byId(destination.personId))?.entraId ?? null;
  const address = entraId === null ? undefined : await addresses.person(entraId);
  if (address !== undefined) await addresses.savePerson({ ...address, status: 'reachable' });
  return address !== undefined;
}

/** Puts back what did not arrive and wakes its lane; what it then shows is what is true by then. */
export async function retryUndelivered(
  needs: UndeliveredNeeds,
  lanes: readonly UndeliveredLane[],
  now: Temporal.Instant,
): Promise<Retried> {
  let messages = 0;
  const names: string[] = [];
  const nowhere: string[] = [];
  for (const { destination, name } of lanes) {
    if (!(await openTheWay(needs, destination))) {
      nowhere.push(name);
      continue;
    }
    messages += await needs.outbox.revive(destination, now, everyReason);
    await needs.alarms.lane(needs.outbox.laneOf(destination), now);
    names.push(name);
  }
  return { messages, names, nowhere };
}

/** Also what Teams has refused: whoever asks has a reason to think that it is different now. */
const everyReason: ReadonlySet<Undelivered['reason']> = new Set(
  undeliveredReasons.filter((reason) => reason !== 'not-in-pilot'),
);
