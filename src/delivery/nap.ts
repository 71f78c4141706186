import type { Timers } from './timers.ts';

/** A wait that can be cut short. Being woken while awake counts for the next nap. */
export interface Nap {
  take(milliseconds: number): Promise<'woken' | 'slept'>;
  wake(): void;
}

export function createNap(timers: Timers): Nap {
  let rouse: (() => void) | undefined;
  let isWoken = false;

  return {
    take(milliseconds) {
      if (isWoken) {
        isWoken = false;
        return Promise.resolve('woken');
      }
      return new Promise((resolve) => {
        const end = (how: 'woken' | 'slept') => {
          cancel();
          rouse = undefined;
          isWoken = false;
          resolve(how);
        };
        const cancel = timers.after(milliseconds, () => end('slept'));
        rouse = () => end('woken');
      });
    },

    wake() {
      isWoken = true;
      rouse?.();
    },
  };
}
