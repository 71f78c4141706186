/**
 * The worker: takes alarms, moves what is owed into lanes and works through the lanes. Any number of workers run side
 * by side; an alarm is a hint, the rows are the truth, and a sweep finds what no alarm speaks of.
 */
import { Temporal } from 'temporal-polyfill';
import type { WakeUps } from '../services/outbox.ts';
import type { Wake } from '../services/ports.ts';
import type { Purge } from '../services/purge.ts';
import { answerAlarm } from './answer-alarm.ts';
import { codeOf } from './code-of.ts';
import { finishEverything } from './finish.ts';
import { alarmFor } from './hand-over.ts';
import { createLaneTurns } from './lane-turns.ts';
import { dueWakes } from './look.ts';
import { createMaySend } from './may-send.ts';
import { createNap } from './nap.ts';
import type { DeliveryNeeds } from './needs.ts';
import { findReachableAgain, findUnfinished } from './sweep.ts';

export interface WorkerNeeds extends DeliveryNeeds {
  readonly queue: WakeUps;
  /** Done before each look at the queue: local mode reads there how its clock stands for all processes. */
  readonly beforeLook?: () => Promise<void>;
  /** Takes old rows away, a little with each sweep. */
  readonly purge?: Purge;
}

export interface WorkerState {
  readonly running: boolean;
  /** The last sweep that went through; null before the first. */
  readonly lastSweepAt: Temporal.Instant | null;
  /** When the queue last answered; null before the first time. */
  readonly lastPollAt: Temporal.Instant | null;
  readonly inFlight: number;
  readonly lastFault: { readonly code: string; readonly at: Temporal.Instant } | null;
}

export interface Worker {
  /** There may be something to do: look now. */
  wake(): void;
  /**
   * Resolves when everything that is due by the clock has been sent or has failed for good. An attempt that is put
   * off to a later instant is not due any more, unless that instant is within `retriesWithinSeconds`.
   */
  drain(options?: { readonly retriesWithinSeconds?: number }): Promise<void>;
  /** Takes nothing new, finishes what is in flight (10 seconds at most) and ends. */
  stop(): Promise<void>;
  state(): WorkerState;
}

const leaseSeconds = 60;
/** Where Teams takes a third of a second for a message, one process can still use the quota of 45 a second. */
const mostInFlight = 16;
/** Milliseconds between looks at an empty queue, doubling from the shortest to the longest. */
const shortestIdle = 200;
const longestIdle = 2_000;
const afterFault = 5_000;
const stopWithin = 10_000;
const sweepEvery = { minutes: 60 } as const;
const sweepAgain = { minutes: 1 } as const;

export function startWorker(needs: WorkerNeeds): Worker {
  const { queue, clock, timers, log, alarms } = needs;
  const inFlight = new Set<Promise<void>>();
  const nap = createNap(timers);
  let stopping = false;
  let nextSweepAt: Temporal.Instant | null = null;
  let lastSweepAt: Temporal.Instant | null = null;
  let lastPollAt: Temporal.Instant | null = null;
  let lastFault: WorkerState['lastFault'] = null;

  const isStopping = () => stopping;
  const maySend = createMaySend(needs.sending, timers);
  const turns = createLaneTurns({ ...needs, isStopping, maySend });

  function noteFault(
    event: string,
    fault: unknown,
    ids: Readonly<Record<string, string | number>> = {},
  ): void {
    lastFault = { code: codeOf(fault), at: clock.now() };
    log.error(event, fault, ids);
  }

  /** Takes what alarms there are and starts on them; how many. */
  async function takeAlarms(): Promise<number> {
    const free = mostInFlight - inFlight.size;
    if (free <= 0 || stopping) return 0;
    const received = await queue.receive(free, leaseSeconds);
    lastPollAt = clock.now();
    for (const wakeUp of received) {
      const answered: Promise<void> = answerAlarm({ ...needs, turns, noteFault }, wakeUp)
        .catch((fault) => noteFault('delivery.queue-failed', fault))
        .finally(() => {
          inFlight.delete(answered);
          // What an alarm leads to is often another alarm.
          nap.wake();
        });
      inFlight.add(answered);
    }
    return received.length;
  }

  async function takeAll(): Promise<void> {
    while ((await takeAlarms()) > 0 || inFlight.size > 0) await Promise.all(inFlight);
  }

  /** Beside everything else: a step that fails is taken again with the next sweep. */
  function purgeALittle(now: Temporal.Instant): void {
    if (needs.purge === undefined) return;
    const step: Promise<void> = needs.purge
      .step(now)
      .then((purged) => {
        if (purged !== undefined) log.info('delivery.purged', { ...purged });
      })
      .catch((fault) => noteFault('delivery.purge-failed', fault))
      .finally(() => inFlight.delete(step));
    inFlight.add(step);
  }

  /** Raises an alarm for everything that stands unfinished, so that all workers share it. */
  async function sweep(): Promise<void> {
    const now = clock.now();
    try {
      const { owners, lanes } = await findUnfinished(needs, now);
      for (const owner of owners) await alarmFor(needs, owner, now);
      for (const lane of lanes) await alarms.lane(lane, now);
      const isOwner = (one: Wake) => owners.some(({ kind, id }) => kind === one.kind && id === one.id);
      const wakes = (await dueWakes(needs, now)).filter((one) => !isOwner(one));
      for (const { kind, id, at } of wakes) await alarms[kind](id, at);
      for (const entraId of await findReachableAgain(needs)) await alarms.seen(entraId, now);
      lastSweepAt = now;
      nextSweepAt = now.add(sweepEvery);
      purgeALittle(now);
      log.info('delivery.swept', { owners: owners.length, lanes: lanes.length, wakes: wakes.length });
    } catch (fault) {
      nextSweepAt = now.add(sweepAgain);
      noteFault('delivery.sweep-failed', fault);
    }
  }

  function isSweepDue(): boolean {
    if (nextSweepAt === null) return true;
    const now = clock.now();
    const isPast = Temporal.Instant.compare(nextSweepAt, now) <= 0;
    // Further away than a sweep can be: the clock has been moved back.
    return isPast || Temporal.Instant.compare(nextSweepAt, now.add(sweepEvery)) > 0;
  }

  /** One look at the queue; the answer is how long to wait before the next. */
  async function look(idle: number): Promise<number> {
    try {
      await needs.beforeLook?.();
      if ((await maySend.hasResumed()) || isSweepDue()) await sweep();
      if ((await takeAlarms()) > 0) return 0;
      return Math.min(Math.max(idle * 2, shortestIdle), longestIdle);
    } catch (fault) {
      noteFault('delivery.poll-failed', fault);
      return afterFault;
    }
  }

  async function run(): Promise<void> {
    let idle = 0;
    while (!stopping) {
      idle = await look(idle);
      if (inFlight.size >= mostInFlight) await Promise.race(inFlight);
      else if (idle > 0 && (await nap.take(idle)) === 'woken') idle = 0;
    }
  }

  const ended = run();

  return {
    wake: nap.wake,

    drain: ({ retriesWithinSeconds = 0 } = {}) =>
      finishEverything({ ...needs, turns, isStopping, takeAll }, retriesWithinSeconds),

    async stop() {
      stopping = true;
      nap.wake();
      let cancel = (): void => {};
      const outOfTime = new Promise<void>((resolve) => {
        cancel = timers.after(stopWithin, resolve);
      });
      const finished = ended.then(() => Promise.all(inFlight)).then(() => turns.settled());
      await Promise.race([finished, outOfTime]);
      cancel();
    },

    state: () => ({ running: !stopping, lastSweepAt, lastPollAt, inFlight: inFlight.size, lastFault }),
  };
}
