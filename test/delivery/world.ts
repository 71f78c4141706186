/** A small academy on the real store in memory, with a clock that the test moves and a Teams that the test scripts. */
import { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../../src/academy/plan.ts';
import { itemKinds } from '../../src/academy/plan-item.ts';
import type { Programme } from '../../src/academy/programme.ts';
import { createAlarms } from '../../src/delivery/alarms.ts';
import { createPace } from '../../src/delivery/pace.ts';
import type { Timers } from '../../src/delivery/timers.ts';
import { startWorker, type Worker } from '../../src/delivery/worker.ts';
import type {
  CardMessage,
  ChannelAddress,
  Messenger,
  Notice,
  Person,
  PersonAddress,
  PostedMessage,
  SendOutcome,
  Subject,
} from '../../src/services/ports.ts';
import type { View } from '../../src/services/views.ts';
import { createRepositories, type Repositories } from '../../src/storage/repositories.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { preset } from '../academy/support/luton.ts';
import { recordingLog } from '../support/recording-log.ts';

export const start = Temporal.Instant.from('2026-09-14T08:00:00Z');
const tenantId = '4f6b1f0e-8d2a-4c3f-9c1d-2f6a1f0e8d2a';
export const serviceUrl = 'http://127.0.0.1:9/';
export const participantId = 'participant-amara';

export interface ManualTime {
  readonly clock: { now(): Temporal.Instant };
  readonly timers: Timers;
  /** Moves the clock on and lets everything that waits for it run. */
  advance(duration: Temporal.DurationLike): Promise<void>;
  waiting(): number;
}

/** Lets every step that waits for no timer take place: the store in memory answers within a few turns. */
export async function letThingsHappen(turns = 150): Promise<void> {
  for (let n = 0; n < turns; n++) await new Promise((resolve) => setImmediate(resolve));
}

function manualTime(): ManualTime {
  let now = start;
  let timers: { at: Temporal.Instant; run: () => void }[] = [];
  return {
    clock: { now: () => now },
    timers: {
      after(milliseconds, run) {
        const timer = { at: now.add({ milliseconds: Math.ceil(milliseconds) }), run };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
      elapsed: () => now.epochMilliseconds - start.epochMilliseconds,
    },
    async advance(duration) {
      now = now.add(duration);
      const due = timers.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
      timers = timers.filter((one) => !due.includes(one));
      for (const { run } of due) run();
      await letThingsHappen();
    },
    waiting: () => timers.length,
  };
}

export interface Call {
  readonly kind: 'post' | 'update';
  /** The person's or the channel's conversation. */
  readonly to: string;
  readonly card: string;
  readonly activityId: string | null;
}

/** Teams as delivery sees it. Every call is answered with the next scripted outcome, or taken. */
export function scriptedTeams() {
  const calls: Call[] = [];
  const script: (SendOutcome | (() => Promise<SendOutcome>))[] = [];
  /** The answer to whatever the script says nothing of; taken when null. */
  const always: { outcome: SendOutcome | null } = { outcome: null };
  let ids = 0;
  async function answer(
    kind: Call['kind'],
    to: string,
    message: CardMessage,
    standing: PostedMessage | null,
  ) {
    const activityId = standing?.activityId ?? `activity-${++ids}`;
    const next = script.shift() ?? always.outcome ?? undefined;
    const outcome: SendOutcome =
      next === undefined
        ? { outcome: 'sent', posted: { serviceUrl, conversationId: to, activityId } }
        : await (typeof next === 'function' ? next() : next);
    const taken = outcome.outcome === 'sent' || outcome.outcome === 'ambiguous';
    calls.push({ kind, to, card: message.summary, activityId: taken ? activityId : null });
    return outcome;
  }
  const messenger: Messenger = {
    toPerson: (address, message) => answer('post', address.conversationId ?? address.userId, message, null),
    toChannel: (address, message) => answer('post', address.channelId, message, null),
    update: (posted, message) => answer('update', posted.conversationId, message, posted),
  };
  return { calls, script, always, messenger };
}

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  email: `${id}@example.org`,
  name: `Person ${id}`,
  roles: ['nqsw'],
  team: 'North',
  entraId: `entra-${id}`,
  nonWorkingDays: [],
  participantId: null,
  ...more,
});

export const addressOf = (id: string, more: Partial<PersonAddress> = {}): PersonAddress => ({
  entraId: `entra-${id}`,
  personId: id,
  tenantId,
  serviceUrl,
  conversationId: `chat-${id}`,
  userId: `29:${id}`,
  botId: '28:bot',
  status: 'reachable',
  welcomedAt: start,
  seenAt: start,
  ...more,
});

export const channelOf = (channelId: string): ChannelAddress => ({
  channelId,
  name: 'Escalations',
  tenantId,
  serviceUrl,
  botId: '28:bot',
  status: 'reachable',
});

export const confirmRecord = (recordId: string): Subject => ({
  card: 'confirm-record',
  participantId,
  recordId,
});
export const caseloadAlert = (alertId: string): Subject => ({
  card: 'caseload-alert',
  participantId,
  alertId,
  again: 0,
});
export const reminders = (personId: string, moment: string): Subject => ({
  card: 'reminders',
  personId,
  moment,
});

function aboutOf(subject: Subject): string {
  if ('alertId' in subject) return subject.alertId;
  if ('recordId' in subject) return subject.recordId;
  return 'moment' in subject ? subject.moment : JSON.stringify(subject);
}

export function noticeTo(personId: string, subject: Subject, more: Partial<Notice> = {}): Notice {
  const about = aboutOf(subject);
  const recipient = { kind: 'person', personId } as const;
  return {
    key: `${subject.card}~${about}~${personId}`,
    recipient,
    subject,
    mode: 'show',
    owedAt: start,
    ...more,
  };
}

/** What the card of a subject says, in one line: which subject and who looks at it. */
function viewOf(who: string, subject: Subject): View {
  const about = aboutOf(subject);
  const data = { heading: subject.card, tone: 'default', lines: [], facts: [], actions: [] } as const;
  return { card: 'message', summary: `${subject.card} ${about} for ${who}`, data };
}

export interface World {
  readonly time: ManualTime;
  readonly storage: Storage;
  readonly repositories: Repositories;
  readonly teams: ReturnType<typeof scriptedTeams>;
  readonly log: ReturnType<typeof recordingLog>;
  /** Commits notices to the participant's file; the alarm is sent unless the test wants it lost. */
  owe(...notices: readonly Notice[]): Promise<void>;
  alarm(): Promise<void>;
  /** Another worker of the same store, by default over the store and Teams as they are. */
  worker(more?: Partial<Parameters<typeof startWorker>[0]>): Worker;
  close(): Promise<void>;
}

/** What a programme reminds nobody of is owed because a test says so. */
const silent = Object.fromEntries(itemKinds.map((kind) => [kind, []])) as unknown as Stages;
type Stages = Programme['reminders']['stages'];
export const luton = await preset('luton');
const quiet: Programme = { ...luton, reminders: { ...luton.reminders, stages: silent } };

export async function openWorld(existing?: {
  readonly storage: Storage;
  readonly time: ManualTime;
}): Promise<World> {
  const time = existing?.time ?? manualTime();
  const log = recordingLog();
  const teams = scriptedTeams();
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const storage = existing?.storage ?? openSqliteStorage({ file: ':memory:', clock: time.clock, newId });
  const { clock, timers } = time;
  const alarms = createAlarms(storage.alarms, clock);
  const onReachable = (entraId: string) => alarms.seen(entraId, clock.now());
  const repositories = createRepositories({ tables: storage.tables, clock, newId, log, onReachable });
  const workers: Worker[] = [];
  if (await repositories.people.isEmpty()) await settle(repositories);
  return {
    time,
    storage,
    repositories,
    teams,
    log,
    async owe(...notices) {
      const read = await repositories.files.load(participantId);
      if (read === undefined) throw new Error('The file is missing.');
      const facts = notices.map((notice) => ({ fact: 'notice-owed', notice }) as const);
      const done = await repositories.files.commit(participantId, read.version, facts, clock.now());
      if (done !== 'committed') throw new Error('The notices could not be committed.');
    },
    alarm: () => alarms.participant(participantId, clock.now()),
    worker(more = {}) {
      const worker = startWorker({
        ...repositories,
        programme: quiet,
        calendar: calendarOf(quiet),
        queue: storage.alarms,
        clock,
        timers,
        log,
        alarms,
        pace: createPace({ timers, perSecond: 10_000, perConversation: false }),
        messenger: teams.messenger,
        sessions: { letTimePass: async () => {}, whoIsIn: async () => [] },
        showSubject: async (recipient, subject) =>
          viewOf(recipient.kind === 'person' ? recipient.personId : 'everybody', subject),
        cardMessage: (view) => ({ name: view.card, card: {}, summary: view.summary }),
        owner: `worker-${workers.length}`,
        ...more,
      });
      workers.push(worker);
      return worker;
    },
    async close() {
      const stopped = Promise.all(workers.map((worker) => worker.stop()));
      await time.advance({ seconds: 11 });
      await stopped;
      await storage.close();
    },
  };
}

/** Amara (an NQSW), Sam who supervises her, and two Academy Managers, all of whom have met the bot. */
async function settle({ roster, addresses, wakes }: Repositories): Promise<void> {
  const participant = {
    id: participantId,
    personId: 'amara',
    name: 'Amara Okoro',
    cohort: 'September 2026',
    startOn: Temporal.PlainDate.from('2026-09-07'),
    fte: 1,
    contractedHours: 37,
    team: 'North',
  };
  const people = [
    person('amara', { participantId }),
    person('sam', { roles: ['senior-practitioner'] }),
    person('morgan', { roles: ['academy-manager'] }),
    person('robin', { roles: ['academy-manager'] }),
  ];
  await roster.save(people, [{ participant, allocations: [] }]);
  for (const { id } of people) await addresses.savePerson(addressOf(id));
  await wakes.done({ kind: 'participant', id: participantId }, start);
}
