import type { SendingControl } from '../services/ports.ts';
import type { Timers } from './timers.ts';

/** What is known of it is used for so long. Milliseconds. */
const knownFor = 1_000;

export interface MaySend {
  /** False while somebody has stopped all sending. Throws when that cannot be known: then nothing is sent either. */
  now(): Promise<boolean>;
  /** True once after sending has been resumed, so that nobody waits for the next look. */
  hasResumed(): Promise<boolean>;
}

/** Asks the academy's switch before each message, and the store once a second at most. */
export function createMaySend({ state }: Pick<SendingControl, 'state'>, timers: Timers): MaySend {
  let known: { readonly until: number; readonly may: Promise<boolean> } | undefined;
  let wasStopped = false;

  function now(): Promise<boolean> {
    const at = timers.elapsed();
    if (known !== undefined && at < known.until) return known.may;
    const may = state().then(({ paused }) => paused === null);
    known = { until: at + knownFor, may };
    may.catch(() => {
      known = undefined;
    });
    return may;
  }

  return {
    now,
    async hasResumed() {
      const may = await now();
      const resumed = may && wasStopped;
      wasStopped = !may;
      return resumed;
    },
  };
}
