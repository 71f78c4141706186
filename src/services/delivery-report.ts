import { type DeliveryFigures, deliveryFigures, type Period, within } from './delivery-figures.ts';
import type { LedgerEntry } from './delivery-ledger.ts';
import { everybody } from './everybody.ts';
import type { Needs } from './needs.ts';
import type { UndeliveredReason } from './outbox.ts';
import type { Person } from './ports.ts';

export type ReportNeeds = Pick<Needs, 'ledger' | 'outbox' | 'people' | 'programme' | 'addresses'>;

/** Whose lane it is, by name. */
export type LaneNames = (of: Pick<LedgerEntry, 'lane' | 'to'>) => string;

/** Names for the lanes of everybody on the roster. */
async function laneNames({ people, outbox }: Pick<Needs, 'people' | 'outbox'>): Promise<LaneNames> {
  const known = new Map(
    (await everybody(people)).map(({ id, name }) => [outbox.laneOf({ kind: 'person', personId: id }), name]),
  );
  return ({ lane, to }) =>
    to === 'channel' ? 'the channel for alerts' : (known.get(lane) ?? 'somebody no longer on the roster');
}

export interface DeliveryReport extends DeliveryFigures {
  readonly period: Period;
  readonly nameOf: LaneNames;
}

/** What was sent in a time, what was not and why (issue 4). Reads the whole ledger, which is why nothing else asks for it. */
export async function deliveryReport(needs: ReportNeeds, period: Period): Promise<DeliveryReport> {
  const entries: LedgerEntry[] = [];
  const belongs = within(period, needs.programme.timeZone);
  for await (const entry of needs.ledger.entries()) if (belongs(entry)) entries.push(entry);
  return { ...deliveryFigures(entries), period, nameOf: await laneNames(needs) };
}

/** Somebody on the roster whom no message can reach. */
export interface NotInstalled {
  readonly person: Person;
  readonly reason: UndeliveredReason;
}

async function whyUnreachable({ addresses }: Pick<Needs, 'addresses'>, person: Person) {
  if (person.entraId === null) return 'never-met' as const;
  const address = await addresses.person(person.entraId);
  if (address === undefined) return 'never-met' as const;
  return address.status === 'reachable' ? undefined : address.status;
}

/** Who has not added the app, or has taken it away again (M18). */
export async function notInstalled(
  needs: Pick<Needs, 'people' | 'addresses'>,
): Promise<{ readonly people: readonly NotInstalled[]; readonly of: number }> {
  const all = await everybody(needs.people);
  const found = await Promise.all(
    all.map(async (person) => ({ person, reason: await whyUnreachable(needs, person) })),
  );
  const people = found.flatMap(({ person, reason }) => (reason === undefined ? [] : [{ person, reason }]));
  return { people, of: all.length };
}
