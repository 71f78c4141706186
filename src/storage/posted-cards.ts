import type { Destination } from '../services/outbox.ts';
import type { AddressBook, PostedCards, Recipient } from '../services/ports.ts';
import { postedKey } from './notice-rows.ts';
import { laneOf, posted } from './outbox-rows.ts';
import { readRow, rowOf, type SetAside } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

interface PostedNeeds {
  readonly tables: TableStore;
  readonly addresses: Pick<AddressBook, 'escalations'>;
  readonly setAside: SetAside;
}

/** A message in the escalation channel was to be remembered while no channel is chosen. */
class NoEscalationChannelError extends Error {
  override readonly name = 'NoEscalationChannelError';
  readonly code = 'no-escalation-channel';
}

/** Where subjects are shown, kept in the lane of the destination that delivery updates them by. */
export function createPostedCards({ tables, addresses, setAside }: PostedNeeds): PostedCards {
  async function destinationOf(recipient: Recipient): Promise<Destination | undefined> {
    if (recipient.kind === 'person') return recipient;
    const channel = await addresses.escalations();
    return channel === undefined ? undefined : { kind: 'channel', channelId: channel.channelId };
  }

  return {
    async find(recipient, subject) {
      const destination = await destinationOf(recipient);
      if (destination === undefined) return undefined;
      const row = await tables.get('outbox', laneOf(destination), postedKey(subject));
      return readRow('outbox', row, posted, setAside)?.message ?? undefined;
    },

    async entries(recipient, subject) {
      const destination = await destinationOf(recipient);
      if (destination === undefined) return [];
      const row = await tables.get('outbox', laneOf(destination), postedKey(subject));
      const standing = readRow('outbox', row, posted, setAside);
      return standing === undefined || standing.message === null ? [] : standing.entries;
    },

    async remember(recipient, subject, message) {
      const destination = await destinationOf(recipient);
      if (destination === undefined) throw new NoEscalationChannelError('No escalation channel is chosen.');
      await tables.put(
        'outbox',
        rowOf(laneOf(destination), postedKey(subject), posted, { subject, message, entries: [] }),
      );
    },
  };
}
