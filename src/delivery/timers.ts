/** Waiting, passed in so that tests decide when time passes. */
export interface Timers {
  /** Runs once after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void;
  /** Milliseconds since some moment of this process. Never goes back, whatever becomes of the clock. */
  elapsed(): number;
}

export const realTimers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  elapsed: () => performance.now(),
};

export function wait(timers: Pick<Timers, 'after'>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => timers.after(milliseconds, resolve));
}
