import type { DeliveryLedger } from '../services/delivery-ledger.ts';
import type { DeliveryAddresses, Heartbeats, Outbox, OwedNotices } from '../services/outbox.ts';
import type {
  AcademyAudit,
  AddressBook,
  CalendarLinks,
  Clock,
  Enrolling,
  InboundLedger,
  LearningSets,
  Log,
  NewId,
  OpenAlerts,
  ParticipantFiles,
  People,
  PostedCards,
  Preferences,
  ReminderLog,
  Roster,
  SendingControl,
  WakeTimes,
} from '../services/ports.ts';
import type { Purge } from '../services/purge.ts';
import { createAddressBook } from './address-book.ts';
import { writeAudit } from './audit-trail.ts';
import { createCalendarLinks } from './calendar-links.ts';
import { createDeliveryLedger } from './delivery-ledger.ts';
import { createEnrolling } from './enrolling.ts';
import { createHeartbeats } from './heartbeats.ts';
import { createHints } from './hints.ts';
import { createInboundLedger } from './inbound-ledger.ts';
import { createLearningSets } from './learning-sets.ts';
import { createOpenAlerts } from './open-alerts.ts';
import { createOutbox } from './outbox.ts';
import { createOwedNotices } from './owed-notices.ts';
import { createParticipantFiles } from './participant-files.ts';
import { createPeople } from './people.ts';
import { createPostedCards } from './posted-cards.ts';
import { createPreferences } from './preferences.ts';
import { createPurge } from './purge.ts';
import { createReminderLog } from './reminder-log.ts';
import { createRoster } from './roster.ts';
import { logSetAside } from './row-shape.ts';
import { createSendingControl } from './sending-control.ts';
import type { TableStore } from './table-store.ts';
import { createWakeTimes } from './wake-times.ts';

export interface Repositories {
  readonly people: People;
  readonly files: ParticipantFiles;
  readonly addresses: AddressBook & DeliveryAddresses;
  readonly postedCards: PostedCards;
  readonly inbound: InboundLedger;
  readonly roster: Roster;
  readonly enrolling: Enrolling;
  readonly openAlerts: OpenAlerts;
  readonly learningSets: LearningSets;
  readonly outbox: Outbox;
  readonly owed: OwedNotices;
  readonly heartbeats: Heartbeats;
  readonly ledger: DeliveryLedger;
  readonly purge: Purge;
  readonly sending: SendingControl;
  readonly preferences: Preferences;
  readonly calendarLinks: CalendarLinks;
  readonly audit: AcademyAudit;
  readonly reminders: ReminderLog;
  readonly wakes: WakeTimes;
}

interface RepositoryNeeds {
  readonly tables: TableStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Where the bot can be reached from outside; without it no address of a calendar file is made. */
  readonly publicUrl?: string | null;
  /** Told when somebody can be reached who could not be before. Nothing need listen. */
  readonly onReachable?: (entraId: string) => Promise<void>;
  /** Told when a participant's file was written from a roster. Nothing need listen. */
  readonly onSaved?: (participantId: string) => Promise<void>;
}

const nobodyListens = async (): Promise<void> => {};

/** All of the store's ports over one table store. */
export function createRepositories(needs: RepositoryNeeds): Repositories {
  const {
    tables,
    clock,
    newId,
    log,
    publicUrl = null,
    onReachable = nobodyListens,
    onSaved = nobodyListens,
  } = needs;
  const setAside = logSetAside(log);
  const people = createPeople({ tables, setAside, onReachable });
  const addresses = createAddressBook({ tables, setAside, onReachable });
  const wakes = createWakeTimes(tables, setAside);
  const hintsOf = (kind: Parameters<typeof createHints>[1]) => createHints({ tables, clock, setAside }, kind);
  const lanes = { waits: hintsOf('waits'), aside: hintsOf('aside') };
  const owners = { participant: hintsOf('owes'), 'learning-set': hintsOf('owes-session') };
  const roster = createRoster({
    tables,
    clock,
    newId,
    setAside,
    byEmail: (email) => people.byEmail(email),
    wakes,
    onSaved,
  });
  return {
    people,
    addresses,
    files: createParticipantFiles({ tables, newId, setAside, wakes, owes: owners.participant }),
    postedCards: createPostedCards({ tables, addresses, setAside }),
    inbound: createInboundLedger(tables),
    roster,
    enrolling: createEnrolling({ tables, newId, setAside, people, roster, wakes, owes: owners.participant }),
    openAlerts: createOpenAlerts(tables, setAside),
    learningSets: createLearningSets({ tables, newId, setAside, owes: owners['learning-set'] }),
    outbox: createOutbox({ tables, newId, setAside, hints: lanes }),
    owed: createOwedNotices({ tables, setAside, hints: owners }),
    heartbeats: createHeartbeats(tables, setAside),
    ledger: createDeliveryLedger(tables, setAside),
    purge: createPurge({ tables, hints: lanes }),
    sending: createSendingControl({ tables, newId }),
    preferences: createPreferences({ tables, newId, setAside }),
    calendarLinks: createCalendarLinks(tables, publicUrl),
    audit: { note: (entry) => writeAudit(tables, newId, entry) },
    reminders: createReminderLog(tables, setAside),
    wakes,
  };
}
