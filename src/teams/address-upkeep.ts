import type { Temporal } from 'temporal-polyfill';
import type { AddressBook, ChannelAddress, PersonAddress } from '../services/ports.ts';
import type { Inbound } from './inbound.ts';

/** Keeps the address book true to what Teams tells: seen, installed, removed, in which channel. */
export interface AddressUpkeep {
  /** Somebody did something: they can be reached where they did it. */
  seen(inbound: Inbound, entraId: string, now: Temporal.Instant): Promise<PersonAddress>;
  /** True when the channel was not known, or the app had been removed from it. */
  seenChannel(inbound: Inbound): Promise<boolean>;
  /** The app was taken away from the person or the team. */
  removed(inbound: Inbound): Promise<void>;
  welcomed(address: PersonAddress, now: Temporal.Instant): Promise<void>;
}

export function addressUpkeep(book: AddressBook): AddressUpkeep {
  async function removeChannel(channelId: string): Promise<void> {
    const known = await book.channel(channelId);
    if (known && known.status !== 'uninstalled') await book.saveChannel({ ...known, status: 'uninstalled' });
  }

  return {
    async seen(inbound, entraId, now) {
      const known = await book.person(entraId);
      const address = personSeen(inbound, entraId, known, now);
      // Asked here as well as by the book, which would have to read once more to know.
      if (!known || !samePerson(known, address)) await book.savePerson(address);
      return address;
    },

    async seenChannel(inbound) {
      const { channelId } = inbound.place;
      if (channelId === null) return false;
      const known = await book.channel(channelId);
      const address = channelSeen(inbound, channelId, known);
      if (!known || !sameChannel(known, address)) await book.saveChannel(address);
      return known?.status !== 'reachable';
    },

    async removed(inbound) {
      if (inbound.place.channelId !== null) {
        await removeChannel(inbound.place.channelId);
        if (inbound.teamId !== null && inbound.eventType !== 'channelDeleted') {
          await removeChannel(inbound.teamId);
        }
        return;
      }
      if (inbound.place.kind !== 'personal' || inbound.entraId === null) return;
      const known = await book.person(inbound.entraId);
      if (known) await book.savePerson({ ...known, status: 'uninstalled' });
    },

    async welcomed(address, now) {
      const current = (await book.person(address.entraId)) ?? address;
      await book.savePerson({ ...current, welcomedAt: now });
    },
  };
}

/**
 * Only a one-to-one conversation is kept as one: an id from a channel or a meeting would send a personal notice
 * to everybody there. For the same reason only being seen there undoes "blocked" and "uninstalled".
 */
function personSeen(
  inbound: Inbound,
  entraId: string,
  known: PersonAddress | undefined,
  now: Temporal.Instant,
): PersonAddress {
  const personal = inbound.place.kind === 'personal';
  return {
    entraId,
    personId: known?.personId ?? null,
    tenantId: inbound.tenantIds[0] ?? known?.tenantId ?? '',
    serviceUrl: inbound.serviceUrl,
    conversationId: personal ? inbound.conversationId : (known?.conversationId ?? null),
    userId: inbound.userId,
    botId: inbound.botId,
    status: personal ? 'reachable' : (known?.status ?? 'reachable'),
    welcomedAt: known?.welcomedAt ?? null,
    seenAt: now,
  };
}

/** Being seen counts once a day (UTC). */
function samePerson(one: PersonAddress, other: PersonAddress): boolean {
  const day = (address: PersonAddress) => address.seenAt.toString().slice(0, 10);
  return (
    day(one) === day(other) &&
    one.tenantId === other.tenantId &&
    one.serviceUrl === other.serviceUrl &&
    one.conversationId === other.conversationId &&
    one.userId === other.userId &&
    one.botId === other.botId &&
    one.status === other.status
  );
}

function channelSeen(inbound: Inbound, channelId: string, known: ChannelAddress | undefined): ChannelAddress {
  return {
    channelId,
    name: inbound.channelName ?? known?.name ?? '',
    tenantId: inbound.tenantIds[0] ?? known?.tenantId ?? '',
    serviceUrl: inbound.serviceUrl,
    botId: inbound.botId,
    status: 'reachable',
  };
}

function sameChannel(one: ChannelAddress, other: ChannelAddress): boolean {
  return (
    one.name === other.name &&
    one.tenantId === other.tenantId &&
    one.serviceUrl === other.serviceUrl &&
    one.botId === other.botId &&
    one.status === other.status
  );
}
