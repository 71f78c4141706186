import type { WorkingCalendar } from '../academy/calendar.ts';
import type { Programme } from '../academy/programme.ts';
import type { DeliveryLedger } from './delivery-ledger.ts';
import type { Outbox } from './outbox.ts';
import type {
  AcademyAudit,
  AddressBook,
  Alarms,
  CalendarLinks,
  Clock,
  Enrolling,
  LearningSets,
  Log,
  NewId,
  OpenAlerts,
  ParticipantFiles,
  People,
  PostedCards,
  Preferences,
  SendingControl,
} from './ports.ts';
import type { Suggest } from './suggestion.ts';

/** What the services are given once, at composition. Each service asks for the part it uses. */
export interface Needs {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly people: People;
  readonly files: ParticipantFiles;
  readonly enrolling: Enrolling;
  readonly addresses: AddressBook;
  readonly openAlerts: OpenAlerts;
  readonly learningSets: LearningSets;
  readonly alarms: Alarms;
  readonly sending: SendingControl;
  readonly outbox: Pick<Outbox, 'laneOf' | 'waiting' | 'undelivered' | 'revive'>;
  readonly ledger: DeliveryLedger;
  readonly preferences: Preferences;
  readonly calendarLinks: CalendarLinks;
  readonly audit: AcademyAudit;
  readonly postedCards: Pick<PostedCards, 'entries'>;
  /** Absent unless a language model is configured. */
  readonly suggest?: Suggest;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
}
