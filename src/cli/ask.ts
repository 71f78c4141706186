import { z } from 'zod';
import { workingCalendar } from '../academy/calendar.ts';
import { cardMessage } from '../cards/index.ts';
import { createLog } from '../log.ts';
import { createRespond } from '../services/conversation.ts';
import type { Needs } from '../services/needs.ts';
import type {
  AddressBook,
  Enrolling,
  NewId,
  OpenAlerts,
  ParticipantFiles,
  People,
  Person,
  Preferences,
  SendingControl,
} from '../services/ports.ts';
import type { Reply } from '../services/turn.ts';
import { understand } from '../understanding/understand.ts';
import { type OpenStore, withStore } from './open-store.ts';
import { emailAddress, formProblems, instant } from './option-values.ts';
import { type Outcome, optionsFailed } from './outcome.ts';
import type { Terminal } from './terminal.ts';

const askOptions = z.object({ as: emailAddress, now: instant.optional() });

/** Stands for the sender's Entra id, which an administrator asking on their behalf does not have. */
const standInId = 'asked-on-the-command-line';

/** The people of the academy, with the one who is asked for recognised as the sender, and nothing remembered of it. */
function peopleAsking(people: People, asking: Person): People {
  return {
    byId: (id) => people.byId(id),
    byEntraId: (id) => (id === standInId ? Promise.resolve(asking) : people.byEntraId(id)),
    byEmail: (email) => people.byEmail(email),
    withRole: (role) => people.withRole(role),
    allocatedTo: (id) => people.allocatedTo(id),
    isEmpty: () => people.isEmpty(),
    rememberEntraId: async () => {},
  };
}

/** Files that can be read; what an answer would add to them is let go. */
const filesUntouched = (files: ParticipantFiles): ParticipantFiles => ({
  load: (id) => files.load(id),
  commit: async () => 'committed',
});

const enrollingUntouched = (newId: NewId): Enrolling => ({
  idFor: async () => newId(),
  open: async () => 'opened',
  know: async () => {},
});

const addressesUntouched = (addresses: AddressBook): AddressBook => ({
  person: (id) => addresses.person(id),
  channel: (id) => addresses.channel(id),
  escalations: () => addresses.escalations(),
  savePerson: async () => {},
  saveChannel: async () => {},
  chooseEscalations: async () => {},
});

const alertsUntouched = (alerts: OpenAlerts): OpenAlerts => ({
  list: () => alerts.list(),
  opening: async () => {},
  resolved: async () => {},
});

const outboxUntouched = (outbox: Needs['outbox']): Needs['outbox'] => ({
  laneOf: (destination) => outbox.laneOf(destination),
  waiting: () => outbox.waiting(),
  undelivered: () => outbox.undelivered(),
  revive: async () => 0,
});

const sendingUntouched = (sending: SendingControl): SendingControl => ({
  state: () => sending.state(),
  pause: async () => {},
  resume: async () => {},
  pilot: async () => {},
});

const preferencesUntouched = (preferences: Preferences): Preferences => ({
  of: (id) => preferences.of(id),
  change: async (id, decide) => decide(await preferences.of(id)),
});

/** The bot's own conversation over the real records, with every way of changing them taken away. */
function respondWithoutTrace({ programme, ports, clock, newId }: OpenStore, asking: Person) {
  return createRespond({
    programme,
    calendar: workingCalendar(programme.closures),
    people: peopleAsking(ports.people, asking),
    files: filesUntouched(ports.files),
    enrolling: enrollingUntouched(newId),
    addresses: addressesUntouched(ports.addresses),
    openAlerts: alertsUntouched(ports.openAlerts),
    learningSets: { ...ports.learningSets, commit: async () => 'committed' },
    sending: sendingUntouched(ports.sending),
    outbox: outboxUntouched(ports.outbox),
    ledger: ports.ledger,
    preferences: preferencesUntouched(ports.preferences),
    calendarLinks: { to: async () => null, read: async () => undefined },
    audit: { note: async () => {} },
    postedCards: ports.postedCards,
    alarms: { participant: async () => {}, learningSet: async () => {}, lane: async () => {} },
    clock,
    newId,
    log: createLog('silent'),
  });
}

interface Answer {
  readonly text: string;
  readonly card: Readonly<Record<string, unknown>> | null;
}

/** A reply as a reader without cards would get it, and the card itself. */
function answerOf(reply: Reply): Answer {
  if (reply.kind === 'text') return { text: reply.text, card: null };
  const { card, summary } = cardMessage(reply.view);
  const inFull = card.fallbackText;
  return { text: typeof inFull === 'string' ? inFull : summary, card };
}

/** `academy ask`: what the bot would answer a person who typed this to it. Nothing is kept. */
export async function ask(text: string, typed: unknown, terminal: Terminal): Promise<Outcome> {
  const read = askOptions.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  const { as } = read.data;
  return withStore(terminal, 'look', async (store) => {
    const person = await store.ports.people.byEmail(as);
    if (person === undefined) {
      const nobody = await store.ports.people.isEmpty();
      const remedy = nobody
        ? 'the academy has no people yet: import a roster, or run `npm start` once for the demo academy'
        : 'check the e-mail, or import a roster that has them';
      return {
        ok: false,
        exit: 1,
        code: 'unknown-person',
        message: `--as ${as} names nobody the academy knows; ${remedy}`,
      };
    }
    const now = read.data.now ?? store.clock.now();
    const today = now.toZonedDateTimeISO(store.programme.timeZone).toPlainDate();
    const { intent } = understand(text, { today });
    const replies = await respondWithoutTrace(
      store,
      person,
    )({
      kind: 'text',
      text,
      now,
      sender: { entraId: standInId, email: async () => person.email },
      place: { kind: 'personal', channelId: null },
    });
    const answers = replies.map(answerOf);
    const [first] = answers;
    return {
      ok: true,
      json: {
        intent,
        text: answers.map((answer) => answer.text).join('\n\n'),
        card: first?.card ?? null,
        ...(answers.length > 1 ? { replies: answers } : {}),
      },
      text: [`(${intent})`, ...answers.map((answer) => answer.text)].join('\n\n'),
    };
  });
}
