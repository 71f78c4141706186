import type { DeliveryAddresses, Outbox, OwedNotices } from '../services/outbox.ts';
import type {
  AddressBook,
  Clock,
  InboundLedger,
  Log,
  NewId,
  OpenAlerts,
  ParticipantFiles,
  People,
  PostedCards,
  Preferences,
  Roster,
  SendingControl,
} from '../services/ports.ts';
import { createAddressBook } from './address-book.ts';
import { createInboundLedger } from './inbound-ledger.ts';
import { createOpenAlerts } from './open-alerts.ts';
import { createOutbox } from './outbox.ts';
import { createOwedNotices } from './owed-notices.ts';
import { createParticipantFiles } from './participant-files.ts';
import { createPeople } from './people.ts';
import { createPostedCards } from './posted-cards.ts';
import { createPreferences } from './preferences.ts';
import { createRoster } from './roster.ts';
import { logSetAside } from './row-shape.ts';
import { createSendingControl } from './sending-control.ts';
import type { TableStore } from './table-store.ts';

export interface Repositories {
  readonly people: People;
  readonly files: ParticipantFiles;
  readonly addresses: AddressBook & DeliveryAddresses;
  readonly postedCards: PostedCards;
  readonly inbound: InboundLedger;
  readonly roster: Roster;
  readonly openAlerts: OpenAlerts;
  readonly outbox: Outbox;
  readonly owed: OwedNotices;
  readonly sending: SendingControl;
  readonly preferences: Preferences;
}

interface RepositoryNeeds {
  readonly tables: TableStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Told when somebody can be reached who could not be before. Nothing need listen. */
  readonly onReachable?: (entraId: string) => Promise<void>;
}

const nobodyListens = async (): Promise<void> => {};

/** All of the store's ports over one table store. */
export function createRepositories(needs: RepositoryNeeds): Repositories {
  const { tables, clock, newId, log, onReachable = nobodyListens } = needs;
  const setAside = logSetAside(log);
  const people = createPeople({ tables, setAside, onReachable });
  const addresses = createAddressBook({ tables, setAside, onReachable });
  return {
    people,
    addresses,
    files: createParticipantFiles({ tables, newId, setAside }),
    postedCards: createPostedCards({ tables, addresses, setAside }),
    inbound: createInboundLedger(tables),
    roster: createRoster({ tables, clock, newId, setAside, byEmail: (email) => people.byEmail(email) }),
    openAlerts: createOpenAlerts(tables, setAside),
    outbox: createOutbox({ tables, newId, setAside }),
    owed: createOwedNotices(tables, setAside),
    sending: createSendingControl({ tables, newId }),
    preferences: createPreferences(tables, setAside),
  };
}
