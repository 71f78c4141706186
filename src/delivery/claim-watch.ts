import type { LaneKey } from '../services/outbox.ts';
import type { Timers } from './timers.ts';

export interface ClaimWatch {
  /** The claim of somebody else stands there, as it was when last written. */
  stands(lane: LaneKey, mark: string): void;
  /** The claim that has stood there so long that its holder is gone; undefined when there is none. */
  abandoned(lane: LaneKey): string | undefined;
  /** Nobody else's claim stands there. */
  gone(lane: LaneKey): void;
}

/**
 * Finds out whose holders have died without comparing clocks, which may be wrong or be put right at any moment: a claim
 * that does not change for so long, by our own steady time, belongs to nobody any more.
 */
export function createClaimWatch(timers: Pick<Timers, 'elapsed'>, longestMilliseconds: number): ClaimWatch {
  const seen = new Map<LaneKey, { readonly mark: string; readonly since: number }>();
  return {
    stands(lane, mark) {
      if (seen.get(lane)?.mark !== mark) seen.set(lane, { mark, since: timers.elapsed() });
    },
    abandoned(lane) {
      const known = seen.get(lane);
      return known !== undefined && timers.elapsed() - known.since >= longestMilliseconds
        ? known.mark
        : undefined;
    },
    gone: (lane) => void seen.delete(lane),
  };
}
