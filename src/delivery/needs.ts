import type { Needs } from '../services/needs.ts';
import type { DeliveryAddresses, Outbox, OwedNotices } from '../services/outbox.ts';
import type {
  AddressBook,
  CardMessage,
  Clock,
  Gathering,
  Log,
  Messenger,
  People,
  Recipient,
  ReminderEntry,
  ReminderLog,
  SendingControl,
  Subject,
  WakeTimes,
} from '../services/ports.ts';
import type { View } from '../services/views.ts';
import type { DeliveryAlarms } from './alarms.ts';
import type { Pace } from './pace.ts';
import type { Timers } from './timers.ts';

/** What delivery asks of the learning sets. */
export interface SessionsInDelivery {
  /** Lets what time alone brings about happen in a session: an offer that nobody took passes to the next. */
  letTimePass(sessionId: string): Promise<void>;
  /** The people of a gathering as it stands now. */
  whoIsIn(gathering: Gathering): Promise<readonly string[]>;
}

/** What delivery is given at composition. */
export interface DeliveryNeeds
  extends Pick<Needs, 'programme' | 'calendar' | 'files' | 'openAlerts' | 'preferences'> {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly alarms: DeliveryAlarms;
  readonly outbox: Outbox;
  readonly owed: OwedNotices;
  readonly reminders: ReminderLog;
  readonly wakes: WakeTimes;
  readonly sessions: SessionsInDelivery;
  readonly people: Pick<People, 'byId' | 'byEntraId' | 'withRole'>;
  readonly addresses: Pick<AddressBook, 'person' | 'escalations' | 'channel'> & DeliveryAddresses;
  readonly messenger: Messenger;
  /**
   * What the subject looks like to this recipient now; undefined when there is nothing to see any more. `isStanding`
   * says that it is shown there already and would be updated; `entries` are the reminders that the message consists of.
   */
  readonly showSubject: (
    recipient: Recipient,
    subject: Subject,
    isStanding: boolean,
    entries: readonly ReminderEntry[],
  ) => Promise<View | undefined>;
  readonly cardMessage: (view: View) => CardMessage;
  /** Whose turn it is to send. */
  readonly pace: Pace;
  /** The academy's switch: nothing is sent while it is off. */
  readonly sending: Pick<SendingControl, 'state'>;
  /** Names this process in the claims it holds. */
  readonly owner: string;
}
