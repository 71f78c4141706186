import type { Destination, UndeliveredReason } from '../services/outbox.ts';
import type { CardMessage, PostedMessage, SendOutcome } from '../services/ports.ts';
import type { DeliveryNeeds } from './needs.ts';

/** How a destination is reached now. */
export type Reach =
  | {
      readonly ok: true;
      post(message: CardMessage): Promise<SendOutcome>;
      update(posted: PostedMessage, message: CardMessage): Promise<SendOutcome>;
      mark(status: 'blocked' | 'uninstalled'): Promise<void>;
    }
  | { readonly ok: false; readonly reason: UndeliveredReason; readonly code: string };

type ReachNeeds = Pick<DeliveryNeeds, 'people' | 'addresses' | 'messenger' | 'sending'>;

const notReached = (reason: UndeliveredReason, code: string): Reach => ({ ok: false, reason, code });

async function reachPerson(needs: ReachNeeds, personId: string): Promise<Reach> {
  const { people, addresses, messenger } = needs;
  const { pilot } = await needs.sending.state();
  if (pilot !== null && !pilot.includes(personId)) return notReached('not-in-pilot', 'pilot');
  const person = await people.byId(personId);
  if (person === undefined) return notReached('never-met', 'no-such-person');
  if (person.entraId === null) return notReached('never-met', 'entra-id-unknown');
  const address = await addresses.person(person.entraId);
  if (address === undefined) return notReached('never-met', 'no-address');
  if (address.status !== 'reachable') return notReached(address.status, 'marked');
  return {
    ok: true,
    post: (message) => messenger.toPerson(address, message),
    // The service URL of a tenant may change; the one that was last seen is the one that answers.
    update: (posted, message) => messenger.update({ ...posted, serviceUrl: address.serviceUrl }, message),
    mark: (status) => addresses.markPersonUnreachable(address, status),
  };
}

async function reachChannel(needs: ReachNeeds, channelId: string): Promise<Reach> {
  const { addresses, messenger } = needs;
  const address = await addresses.channel(channelId);
  if (address === undefined) return notReached('never-met', 'no-address');
  if (address.status !== 'reachable') return notReached(address.status, 'marked');
  return {
    ok: true,
    post: (message) => messenger.toChannel(address, message),
    update: (posted, message) => messenger.update({ ...posted, serviceUrl: address.serviceUrl }, message),
    mark: () => addresses.markChannelUninstalled(channelId),
  };
}

export function reachOf(needs: ReachNeeds, destination: Destination): Promise<Reach> {
  return destination.kind === 'person'
    ? reachPerson(needs, destination.personId)
    : reachChannel(needs, destination.channelId);
}
