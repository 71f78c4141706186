import type { DeliveryAddresses } from '../services/outbox.ts';
import type { AddressBook, ChannelAddress, PersonAddress } from '../services/ports.ts';
import {
  addressRow,
  channelAddress,
  channelAddressPartition,
  chosenEscalations,
  chosenRow,
  escalationsPartition,
  personAddress,
  personAddressPartition,
} from './address-rows.ts';
import { TooManyConflictsError } from './people.ts';
import { type RowShape, readRow, rowOf, type SetAside } from './row-shape.ts';
import type { TableName, TableStore } from './table-store.ts';

interface AddressNeeds {
  readonly tables: TableStore;
  readonly setAside: SetAside;
  /** Told when somebody can be reached who could not be before: what waited for them can now be sent. */
  readonly onReachable: (entraId: string) => Promise<void>;
}

const tries = 10;
const earlierKept = 10;

const isReachable = (address: PersonAddress | undefined) => address?.status === 'reachable';

/** Whether two addresses differ in anything but when the person was seen, or were seen on different UTC days. */
function isWorthSaving(old: PersonAddress | undefined, address: PersonAddress): boolean {
  if (old === undefined) return true;
  const day = (one: PersonAddress) => one.seenAt.toString().slice(0, 10);
  const rest = (one: PersonAddress) => JSON.stringify(personAddress.body({ ...one, seenAt: address.seenAt }));
  return rest(old) !== rest(address) || day(old) !== day(address);
}

export function createAddressBook(needs: AddressNeeds): AddressBook & DeliveryAddresses {
  const { tables, setAside, onReachable } = needs;

  /**
   * Changes one row by what stands there, until the write meets no other. `change` answers undefined to leave it.
   * Returns what stood there before.
   */
  async function change<T>(
    table: TableName,
    at: { readonly partition: string; readonly rowKey: string },
    shape: RowShape<T>,
    next: (old: T | undefined) => T | undefined,
  ): Promise<T | undefined> {
    for (let n = 0; n < tries; n++) {
      const standing = await tables.get(table, at.partition, at.rowKey);
      const old = readRow(table, standing, shape, setAside);
      const value = next(old);
      if (value === undefined) return old;
      const row = rowOf(at.partition, at.rowKey, shape, value);
      const written =
        standing === undefined
          ? await tables.insert(table, row)
          : await tables.update(table, row, standing.etag);
      if (written.ok) return old;
    }
    throw new TooManyConflictsError(`${table} ${at.rowKey}`);
  }

  const ofPerson = (entraId: string) => ({ partition: personAddressPartition(entraId), rowKey: addressRow });
  const ofChannel = (channelId: string) => ({
    partition: channelAddressPartition(channelId),
    rowKey: addressRow,
  });
  const ofEscalations = { partition: escalationsPartition, rowKey: chosenRow };

  async function person(entraId: string): Promise<PersonAddress | undefined> {
    const row = await tables.get('addresses', personAddressPartition(entraId), addressRow);
    return readRow('addresses', row, personAddress, setAside);
  }

  async function channel(channelId: string): Promise<ChannelAddress | undefined> {
    const row = await tables.get('addresses', channelAddressPartition(channelId), addressRow);
    return readRow('addresses', row, channelAddress, setAside);
  }

  async function chosen() {
    const row = await tables.get('settings', escalationsPartition, chosenRow);
    return readRow('settings', row, chosenEscalations, setAside);
  }

  const printed = (address: ChannelAddress) => JSON.stringify(channelAddress.body(address));

  return {
    person,
    channel,

    async savePerson(address) {
      const old = await change('addresses', ofPerson(address.entraId), personAddress, (standing) => {
        // Two turns of one person at once: nobody who has been welcomed becomes unwelcomed again.
        const kept = { ...address, welcomedAt: address.welcomedAt ?? standing?.welcomedAt ?? null };
        return isWorthSaving(standing, kept) ? kept : undefined;
      });
      const isNews = !isReachable(old) || old?.personId !== address.personId;
      if (isReachable(address) && isNews) await onReachable(address.entraId);
    },

    async saveChannel(address) {
      await change('addresses', ofChannel(address.channelId), channelAddress, (old) =>
        old !== undefined && printed(old) === printed(address) ? undefined : address,
      );
    },

    async escalations() {
      const choice = await chosen();
      return choice === undefined ? undefined : channel(choice.channelId);
    },

    async chooseEscalations(channelId, by, at) {
      await change('settings', ofEscalations, chosenEscalations, (old) => {
        if (old?.channelId === channelId) return undefined;
        const before = old === undefined ? [] : [old.channelId, ...old.earlier];
        const earlier = before.filter((one) => one !== channelId).slice(0, earlierKept);
        return { channelId, by, at, earlier };
      });
    },

    async earlierEscalations() {
      return (await chosen())?.earlier ?? [];
    },

    async markPersonUnreachable(tried, status) {
      await change('addresses', ofPerson(tried.entraId), personAddress, (now) => {
        if (now === undefined || !now.seenAt.equals(tried.seenAt)) return undefined;
        return now.status === 'reachable' ? { ...now, status } : undefined;
      });
    },

    async markChannelUninstalled(channelId) {
      await change('addresses', ofChannel(channelId), channelAddress, (now) =>
        now?.status === 'reachable' ? { ...now, status: 'uninstalled' as const } : undefined,
      );
    },
  };
}
