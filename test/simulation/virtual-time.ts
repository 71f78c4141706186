/** Time that passes only when it is told to, in order, and lets everything happen that falls into it. */
import { Temporal } from 'temporal-polyfill';
import type { Timers } from '../../src/delivery/timers.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

export class VirtualTime {
  #elapsed = 0;
  #order = 0;
  readonly #heap: Timer[] = [];
  readonly #start: Temporal.Instant;
  #last: { readonly milliseconds: number; readonly at: Temporal.Instant } | undefined;

  constructor(start: Temporal.Instant) {
    this.#start = start;
  }

  /** Milliseconds since the beginning. */
  elapsed = (): number => this.#elapsed;

  /** What a clock shows that is wrong by so many milliseconds. */
  shown(wrongBy = 0): Temporal.Instant {
    const milliseconds = Math.floor(this.#elapsed) + wrongBy;
    // Asked for far more often than it changes.
    if (this.#last?.milliseconds !== milliseconds) {
      const at = Temporal.Instant.fromEpochMilliseconds(this.#start.epochMilliseconds + milliseconds);
      this.#last = { milliseconds, at };
    }
    return this.#last.at;
  }

  readonly timers: Timers = {
    elapsed: this.elapsed,
    after: (milliseconds, run) => {
      const order = this.#order++;
      const timer: Timer = { at: this.#elapsed + Math.max(0, milliseconds), order, run, cancelled: false };
      this.#push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
  };

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.timers.after(milliseconds, resolve));
  }

  /** Every step that waits for no timer takes place; every timer that falls due is run at its own time. */
  async advance(milliseconds: number): Promise<void> {
    const to = this.#elapsed + milliseconds;
    await everything();
    for (;;) {
      const next = this.#heap[0];
      if (next === undefined || next.at > to) break;
      this.#pop();
      if (next.cancelled) continue;
      this.#elapsed = Math.max(this.#elapsed, next.at);
      next.run();
      await everything();
    }
    this.#elapsed = to;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(timer, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = timer;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [a, b] = [heap[left], heap[left + 1]];
      if (a === undefined) break;
      const isRight = b !== undefined && isBefore(b, a);
      const child = isRight ? b : a;
      if (!isBefore(child, last)) break;
      heap[at] = child;
      at = isRight ? left + 1 : left;
    }
    heap[at] = last;
  }
}

const isBefore = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Promises that wait for nothing outside have all come to their end when the next turn of the loop begins. */
const everything = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
