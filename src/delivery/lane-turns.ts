import type { LaneKey } from '../services/outbox.ts';
import { createClaimWatch } from './claim-watch.ts';
import { abandonedAfter, type LaneServed, type ServeNeeds, serveLane } from './lane.ts';

/** Visits of lanes in this process. */
export interface LaneTurns {
  /** Serves the lane; while a visit is under way, shares the one that comes after it. */
  serve(lane: LaneKey): Promise<LaneServed>;
  /** Resolves when no visit is under way. */
  settled(): Promise<void>;
}

interface Turn {
  readonly now: Promise<LaneServed>;
  next?: Promise<LaneServed>;
}

/**
 * One visit of a lane at a time. The claim keeps other processes out; within one process nobody need wait for a claim
 * to be let go, and however many alarms speak of a lane, at most one more visit follows.
 */
export function createLaneTurns(given: Omit<ServeNeeds, 'claims'>): LaneTurns {
  const needs = { ...given, claims: createClaimWatch(given.timers, abandonedAfter) };
  const turns = new Map<LaneKey, Turn>();

  function start(lane: LaneKey): Promise<LaneServed> {
    const now = serveLane(needs, lane).finally(() => {
      if (turns.get(lane)?.now === now) turns.delete(lane);
    });
    turns.set(lane, { now });
    return now;
  }

  return {
    serve(lane) {
      const turn = turns.get(lane);
      if (turn === undefined) return start(lane);
      turn.next ??= turn.now.then(
        () => start(lane),
        () => start(lane),
      );
      return turn.next;
    },

    async settled() {
      while (turns.size > 0) await Promise.allSettled([...turns.values()].map(({ now }) => now));
    },
  };
}
