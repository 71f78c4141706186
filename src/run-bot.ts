import { cardMessage, parseSubmission } from './cards/index.ts';
import { waitUntilFinished } from './delivery/finish.ts';
import type { Pace } from './delivery/pace.ts';
import { stepThrough } from './delivery/step-through.ts';
import { realTimers, type Timers } from './delivery/timers.ts';
import { startWorker, type Worker } from './delivery/worker.ts';
import { type HttpServer, type Readiness, startHttpServer } from './http/server.ts';
import { answerClockBody, answerClockCommand } from './local/clock-command.ts';
import type { MovableClock } from './local/movable-clock.ts';
import type { Academy } from './open-academy.ts';
import { answerDownload } from './services/answer-download.ts';
import { answerCalendar } from './services/item-calendar.ts';
import { createSessionsInDelivery } from './services/learning-set-in-delivery.ts';
import type { Respond } from './services/turn.ts';
import { startSending } from './start-sending.ts';
import { createTeamsBot, type TeamsBot } from './teams/bot.ts';
import { connectToTeams, type TeamsConnection } from './teams/connection.ts';
import type { TestSigningKeys } from './teams/identity.ts';
import { createMessenger } from './teams/messenger.ts';
import type { CallWatch } from './teams/outbound.ts';

export interface RunningBot {
  readonly port: number;
  readonly worker: Worker | null;
  /** Takes nothing new, finishes what is under way, and ends. */
  stop(): Promise<void>;
}

interface LocalClock {
  readonly clock: MovableClock;
  readonly move: Parameters<typeof answerClockCommand>[0]['move'];
}

function startDelivery(academy: Academy, connection: TeamsConnection, owner: string, pace: Pace): Worker {
  const { ports, clock, log, movableClock } = academy;
  const worker = startWorker({
    clock,
    timers: realTimers,
    log,
    alarms: academy.alarms,
    outbox: ports.outbox,
    owed: ports.owed,
    reminders: ports.reminders,
    wakes: ports.wakes,
    programme: academy.programme,
    calendar: academy.needs.calendar,
    files: ports.files,
    openAlerts: ports.openAlerts,
    preferences: ports.preferences,
    sessions: createSessionsInDelivery(academy.needs),
    people: ports.people,
    addresses: ports.addresses,
    messenger: createMessenger({ connection, addressBook: ports.addresses, log }),
    showSubject: academy.showSubject,
    cardMessage,
    pace,
    sending: ports.sending,
    owner,
    queue: academy.storage.alarms,
    purge: ports.purge,
    ...(movableClock === null ? {} : { beforeLook: () => movableClock.refresh() }),
  });
  academy.onAlarm(() => worker.wake());
  return worker;
}

/** Local mode's `/clock` is answered before anything else reads the text. */
function withClockCommand(respond: Respond, local: LocalClock | null): Respond {
  if (local === null) return respond;
  return async (turn) => {
    const text = turn.kind === 'text' ? await answerClockCommand(local, turn.text) : undefined;
    return text === undefined ? respond(turn) : [{ kind: 'text', text }];
  };
}

function createBot(
  academy: Academy,
  connection: TeamsConnection,
  local: LocalClock | null,
  calls: CallWatch,
): TeamsBot {
  const { ports, clock, newId, log } = academy;
  return createTeamsBot({
    connection,
    respond: withClockCommand(academy.respond, local),
    bind: cardMessage,
    readSubmission: parseSubmission,
    addressBook: ports.addresses,
    inboundLedger: ports.inbound,
    postedCards: ports.postedCards,
    people: ports.people,
    calls,
    clock,
    newId,
    log,
  });
}

/** Whether this process can do its work, with the figures that say how it stands. */
async function readiness(academy: Academy, worker: Worker | null): Promise<Readiness> {
  const at = academy.clock.now().toString();
  try {
    const [queueDepth, poisoned] = await Promise.all([
      academy.storage.alarms.depth(),
      academy.storage.alarms.poisoned(),
    ]);
    const state = worker?.state() ?? null;
    const details = {
      at,
      storage: 'reachable',
      lastSweepAt: state?.lastSweepAt?.toString() ?? null,
      queueDepth,
      poisoned: poisoned.length,
    };
    return { ready: state === null || state.running, details };
  } catch (cause) {
    academy.log.error('readiness.storage-unreachable', cause);
    return { ready: false, details: { at, storage: 'unreachable' } };
  }
}

/** A process without a worker waits so long for the workers of other processes, if there are any. */
const othersFinishWithinSeconds = 10;

function localClockOf(academy: Academy, worker: Worker | null): LocalClock | null {
  const clock = academy.movableClock;
  if (clock === null) return null;
  const needs = { ...academy.ports, clock, timers: realTimers };
  const finish = () => worker?.drain() ?? waitUntilFinished(needs, othersFinishWithinSeconds);
  let moving: Promise<void> = Promise.resolve();
  const move: LocalClock['move'] = (to) => {
    // One after the other: two that step at once would take each other back.
    const moved = moving.then(() => stepThrough(needs, to, { moveTo: clock.moveTo, finish }));
    moving = moved.catch(() => {});
    return moved;
  };
  return { clock, move };
}

/** Runs the roles that this process has: the web side, the worker, or both. */
export async function runBot(
  academy: Academy,
  test: {
    readonly signingKeys?: TestSigningKeys;
    readonly deadlineMs?: number;
    /** By which messages keep their pace; everything else has the machine's own time. */
    readonly paceTimers?: Timers;
  } = {},
): Promise<RunningBot> {
  const { config, log } = academy;
  const connection = connectToTeams({
    identity: config.identity,
    moreServiceHosts: config.serviceUrlHosts,
    ...(test.signingKeys === undefined ? {} : { testSigningKeys: test.signingKeys }),
    ...(test.deadlineMs === undefined ? {} : { deadlineMs: test.deadlineMs }),
  });
  const owner = `${process.pid}-${academy.newId()}`;
  const sending = startSending(academy, owner, config.runs.worker, test.paceTimers);
  const worker = config.runs.worker ? startDelivery(academy, connection, owner, sending.pace) : null;
  const local = localClockOf(academy, worker);
  const bot = config.runs.web ? createBot(academy, connection, local, sending.answers) : null;
  const server: HttpServer = await startHttpServer({
    host: config.host,
    port: config.port,
    receive:
      bot === null
        ? null
        : async (request) => {
            await local?.clock.refresh();
            return bot.receive(request);
          },
    readiness: () => readiness(academy, worker),
    ...(config.runs.web
      ? {
          calendarFile: (token: string) => answerCalendar(academy.needs, token),
          download: (token: string) => answerDownload(academy.needs, token),
        }
      : {}),
    ...(local === null ? {} : { moveClock: (body: unknown) => answerClockBody(local, body) }),
    log,
  });
  return {
    port: server.port,
    worker,
    stop: async () => {
      await server.close();
      await worker?.stop();
      await sending.stop();
      await academy.storage.close();
    },
  };
}
