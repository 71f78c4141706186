/**
 * An academy in memory in which time passes as fast as it can be computed: the engine, the lanes and the words are the
 * bot's own, and only the clock, the store and Teams stand in for the real ones.
 */
import type { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../academy/plan.ts';
import type { Programme } from '../academy/programme.ts';
import { createAlarms } from '../delivery/alarms.ts';
import { finishEverything } from '../delivery/finish.ts';
import { createLaneTurns } from '../delivery/lane-turns.ts';
import { createMaySend } from '../delivery/may-send.ts';
import { createPace } from '../delivery/pace.ts';
import { stepThrough } from '../delivery/step-through.ts';
import { realTimers } from '../delivery/timers.ts';
import { createLog } from '../log.ts';
import { createSessionsInDelivery } from '../services/learning-set-in-delivery.ts';
import type { Needs } from '../services/needs.ts';
import type { CardMessage, Person, PersonAddress, PostedMessage, Recipient } from '../services/ports.ts';
import { createShowSubject } from '../services/show-subject.ts';
import type { View } from '../services/views.ts';
import { memoryTableStore } from '../storage/memory-table-store.ts';
import { createRepositories, type Repositories } from '../storage/repositories.ts';
import { inMemory } from './simulated-files.ts';
import { linesOf, type Shown, type SimulatedMessage } from './simulated-message.ts';

export interface SimulatedAcademy {
  readonly needs: Needs;
  readonly ports: Repositories;
  /** Everything that was sent so far, in the order in which it was. */
  readonly sent: readonly SimulatedMessage[];
  /** Everybody has the app, and the Academy Managers have chosen their channel. */
  introduce(people: readonly Person[]): Promise<void>;
  /** Lets everything up to this instant happen at its time. */
  until(at: Temporal.Instant): Promise<void>;
  close(): Promise<void>;
}

const tenantId = 'simulation';
/** Nothing listens there, and nothing is sent there. */
const serviceUrl = 'https://teams.example.org/';
const channelId = 'academy-manager-channel';
/** Beyond any simulation, so that no message waits for its turn. */
const unlimited = 1_000_000;

const addressOf = ({ id }: Person, entraId: string, at: Temporal.Instant): PersonAddress => ({
  entraId,
  personId: id,
  tenantId,
  serviceUrl,
  conversationId: `chat-${id}`,
  userId: `29:${id}`,
  botId: '28:bot',
  status: 'reachable',
  welcomedAt: at,
  seenAt: at,
});

/** Ids in their order, so that one simulation is like the next. */
function ids(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `s${String(made).padStart(9, '0')}`;
  };
}

/** A Teams that takes everything, and a note of what it took. */
function recordingTeams(record: (message: CardMessage) => Promise<void>) {
  let posts = 0;
  const take = async (message: CardMessage, conversationId: string) => {
    await record(message);
    posts += 1;
    return {
      outcome: 'sent',
      posted: { serviceUrl, conversationId, activityId: `activity-${posts}` },
    } as const;
  };
  return {
    toPerson: (address: PersonAddress, message: CardMessage) =>
      take(message, address.conversationId ?? address.userId),
    toChannel: (address: { readonly channelId: string }, message: CardMessage) =>
      take(message, address.channelId),
    // What stands in a chat is kept true: that is no message.
    update: async (posted: PostedMessage) => ({ outcome: 'sent', posted }) as const,
  };
}

/** An empty academy at the beginning of `from`. */
export function openSimulatedAcademy(programme: Programme, from: Temporal.Instant): SimulatedAcademy {
  let now = from;
  const clock = { now: () => now };
  const newId = ids();
  const log = createLog('silent');
  const tables = memoryTableStore();
  // The rows say everything that an alarm says: with nobody to wake, none is kept.
  const alarms = createAlarms({ send: async () => {} }, clock);
  const ports = inMemory(createRepositories({ tables, clock, newId, log }));
  const needs: Needs = { ...ports, programme, calendar: calendarOf(programme), alarms, clock, newId, log };
  const showSubject = createShowSubject(needs);
  const shown = new WeakMap<View | CardMessage, Shown>();
  const sent: SimulatedMessage[] = [];

  const messenger = recordingTeams(async (message) => {
    const one = shown.get(message);
    if (one !== undefined) sent.push({ at: now, ...one, lines: await linesOf(needs, one, message) });
  });
  const sending = {
    ...needs,
    ...ports,
    alarms,
    timers: realTimers,
    pace: createPace({ timers: realTimers, perSecond: unlimited, perConversation: false }),
    sessions: createSessionsInDelivery(needs),
    messenger,
    owner: 'simulation',
    async showSubject(
      recipient: Recipient,
      subject: Shown['subject'],
      isStanding: boolean,
      entries: Shown['entries'],
    ) {
      const view = await showSubject(recipient, subject, isStanding, entries);
      if (view !== undefined) shown.set(view, { recipient, subject, entries });
      return view;
    },
    // What is said stands in the view: a card would only lay it out.
    cardMessage(view: View) {
      const message: CardMessage = { name: view.card, card: {}, summary: view.summary };
      const one = shown.get(view);
      if (one !== undefined) shown.set(message, one);
      return message;
    },
  };
  const isStopping = () => false;
  const maySend = createMaySend(ports.sending, realTimers);
  const turns = createLaneTurns({ ...sending, isStopping, maySend });
  const finish = () => finishEverything({ ...sending, turns, isStopping, takeAll: async () => {} }, 0);

  return {
    needs,
    ports,
    sent,
    async introduce(people) {
      for (const person of people) {
        const entraId = person.entraId ?? `entra-${person.id}`;
        if (person.entraId === null) await ports.people.rememberEntraId(person.id, entraId);
        await ports.addresses.savePerson(addressOf(person, entraId, now));
      }
      const channel = { channelId, name: 'Escalations', tenantId, serviceUrl, botId: '28:bot' } as const;
      await ports.addresses.saveChannel({ ...channel, status: 'reachable' });
      await ports.addresses.chooseEscalations(channelId, 'simulation', now);
    },
    until: (at) =>
      stepThrough(sending, at, {
        moveTo: async (instant) => {
          now = instant;
        },
        finish,
      }),
    close: () => tables.close(),
  };
}
