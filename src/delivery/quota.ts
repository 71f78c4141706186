/**
 * One quota for however many processes. Each says every few seconds that it is there; the quota, less what processes
 * without a worker answer, is divided among the workers.
 */
import type { Beat, Heartbeats } from '../services/outbox.ts';
import type { Clock, Log } from '../services/ports.ts';
import { createNap } from './nap.ts';
import type { Timers } from './timers.ts';

const beatEvery = 5_000;
/** A process that has not moved for so long is taken for dead. Milliseconds by the watcher's own steady time. */
const deadAfter = 15_000;
/** Its row is taken away by whoever has seen it stand still for so long. */
const forgottenAfter = 600_000;
/** Notices keep at least this part of the quota, however much is answered. */
const leastForNotices = 0.2;

export interface QuotaNeeds {
  readonly heartbeats: Heartbeats;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Names this process. */
  readonly owner: string;
  /** Messages a second that all processes may send together. */
  readonly perSecond: number;
  /** Whether this process sends notices, or only answers. */
  readonly sends: boolean;
  readonly onShare: (perSecond: number) => void;
}

export interface Quota {
  /** A message that answers somebody has gone out of this process. */
  sentAnswer(): void;
  stop(): Promise<void>;
}

interface Seen {
  readonly count: number;
  readonly at: number;
}

/** How the quota is divided among those who live, in messages a second. */
export function shareOf(perSecond: number, live: readonly Beat[]): number {
  const workers = Math.max(1, live.filter(({ sends }) => sends).length);
  const answered = live.reduce((sum, beat) => sum + (beat.sends ? 0 : beat.answersPerSecond), 0);
  return Math.max(perSecond - answered, perSecond * leastForNotices) / workers;
}

export function startQuota(needs: QuotaNeeds): Quota {
  const { heartbeats, clock, timers, owner } = needs;
  const seen = new Map<string, Seen>();
  const nap = createNap(timers);
  let stopping = false;
  let count = 0;
  let answers = 0;
  let countedFrom = timers.elapsed();

  async function say(): Promise<void> {
    const now = timers.elapsed();
    const seconds = Math.max(1, (now - countedFrom) / 1_000);
    const answersPerSecond = answers / seconds;
    countedFrom = now;
    answers = 0;
    count += 1;
    await heartbeats.beat({ process: owner, count, sends: needs.sends, answersPerSecond, at: clock.now() });
  }

  /** Whose count moves, lives. One seen for the first time is taken for alive: too slow is the lesser evil. */
  function note(beats: readonly Beat[], now: number): readonly Beat[] {
    for (const { process, count: counted } of beats) {
      if (seen.get(process)?.count !== counted) seen.set(process, { count: counted, at: now });
    }
    return beats.filter(({ process }) => now - (seen.get(process)?.at ?? now) < deadAfter);
  }

  async function forget(beats: readonly Beat[], now: number): Promise<void> {
    for (const { process } of beats) {
      if (now - (seen.get(process)?.at ?? now) < forgottenAfter) continue;
      await heartbeats.end(process);
      seen.delete(process);
    }
  }

  async function look(): Promise<void> {
    const beats = await heartbeats.list();
    const now = timers.elapsed();
    const others = note(beats, now).filter(({ process }) => process !== owner);
    const own = { process: owner, count, sends: needs.sends, answersPerSecond: 0, at: clock.now() };
    needs.onShare(shareOf(needs.perSecond, [...others, own]));
    await forget(beats, now);
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        await say();
        await look();
      } catch (fault) {
        // The share that was known last is kept until the store answers again.
        needs.log.error('delivery.no-heartbeat', fault);
      }
      if (!stopping) await nap.take(beatEvery);
    }
  }

  const ended = run();
  return {
    sentAnswer() {
      answers += 1;
    },
    async stop() {
      stopping = true;
      nap.wake();
      await ended;
      await heartbeats.end(owner).catch((fault) => needs.log.error('delivery.no-heartbeat', fault));
    },
  };
}
