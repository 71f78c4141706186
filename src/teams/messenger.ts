import type { AddressBook, Log, Messenger, PersonAddress } from '../services/ports.ts';
import type { TeamsConnection } from './connection.ts';
import { cardActivity, outboundOver } from './outbound.ts';

export interface MessengerNeeds {
  readonly connection: TeamsConnection;
  /** Told the one-to-one conversation when the bot is the one who opens it. */
  readonly addressBook: Pick<AddressBook, 'person' | 'savePerson'>;
  readonly log: Log;
}

/** Sends what nobody is waiting for: notices, alerts, and later changes to either. */
export function createMessenger(needs: MessengerNeeds): Messenger {
  const outbound = outboundOver(needs.connection, needs.log);

  async function openConversation(address: PersonAddress) {
    return outbound.create(address.serviceUrl, {
      isGroup: false,
      bot: { id: address.botId },
      members: [{ id: address.userId }],
      tenantId: address.tenantId,
      channelData: { tenant: { id: address.tenantId } },
    });
  }

  /** The address is read again first: it may have changed since the caller read it. */
  async function keepConversation(address: PersonAddress, conversationId: string): Promise<void> {
    const current = (await needs.addressBook.person(address.entraId)) ?? address;
    await needs.addressBook.savePerson({ ...current, conversationId });
  }

  return {
    async toPerson(address, message) {
      let { conversationId } = address;
      if (conversationId === null) {
        const opened = await openConversation(address);
        // Opening a conversation twice gives the same one, so a lost answer is worth another try.
        if (opened.outcome === 'ambiguous') return { outcome: 'busy', code: opened.code };
        if (opened.outcome !== 'sent') return opened;
        conversationId = opened.posted.conversationId;
        await keepConversation(address, conversationId);
      }
      return outbound.post(
        { serviceUrl: address.serviceUrl, conversationId },
        { ...cardActivity(message), channelData: { notification: { alert: true } } },
      );
    },

    toChannel: (address, message) =>
      outbound.create(address.serviceUrl, {
        isGroup: true,
        bot: { id: address.botId },
        tenantId: address.tenantId,
        channelData: { channel: { id: address.channelId }, tenant: { id: address.tenantId } },
        activity: cardActivity(message),
      }),

    update: (posted, message) => outbound.put(posted, cardActivity(message)),
  };
}
