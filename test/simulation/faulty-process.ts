/** A process as the outside sees it: it can stand still, die, have a wrong clock, and its calls meet with faults. */
import type { Timers } from '../../src/delivery/timers.ts';
import type { Clock } from '../../src/services/ports.ts';
import type { AlarmQueue } from '../../src/storage/alarm-queue.ts';
import { StorageUnavailableError } from '../../src/storage/errors.ts';
import type { Range, StoredRow, TableStore, WriteResult } from '../../src/storage/table-store.ts';
import type { Chance } from './seeded.ts';
import type { VirtualTime } from './virtual-time.ts';

const never = new Promise<never>(() => {});

export class FaultyProcess {
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  /** How likely each call is to meet with each fault. */
  readonly #likely: () => number;
  #pausedUntil = 0;
  isDead = false;
  /** Milliseconds by which its clock is wrong. */
  wrongBy = 0;

  constructor(time: VirtualTime, chance: Chance, likely: () => number) {
    this.#time = time;
    this.#chance = chance;
    this.#likely = likely;
  }

  readonly clock: Clock = { now: () => this.#time.shown(this.wrongBy) };

  readonly timers: Timers = {
    elapsed: () => this.#time.elapsed(),
    after: (milliseconds, run) => {
      let cancelled = false;
      const fire = () => {
        if (cancelled || this.isDead) return;
        const left = this.#pausedUntil - this.#time.elapsed();
        if (left > 0) this.#time.timers.after(left, fire);
        else run();
      };
      this.#time.timers.after(milliseconds, fire);
      return () => {
        cancelled = true;
      };
    },
  };

  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#time.elapsed() + milliseconds);
  }

  wasPausedSince(elapsed: number): boolean {
    return this.#pausedUntil > elapsed;
  }

  /** Nothing is begun or answered while it stands still, nor ever again once it is dead. */
  async standing(): Promise<void> {
    while (!this.isDead && this.#pausedUntil > this.#time.elapsed()) {
      await this.#time.wait(this.#pausedUntil - this.#time.elapsed());
    }
    if (this.isDead) await never;
  }

  async #delay(): Promise<void> {
    const chance = this.#chance;
    if (chance.happens(this.#likely()))
      await this.#time.wait(chance.between(1, chance.pick([20, 500, 7_000])));
  }

  /** One call to the store or the queue: late, refused for now, or done without a reply. */
  async #call<T>(run: () => Promise<T>): Promise<T> {
    await this.standing();
    await this.#delay();
    await this.standing();
    if (this.#chance.happens(this.#likely())) {
      throw new StorageUnavailableError(
        this.#chance.pick(['http-503', 'http-500', 'http-429', 'ECONNRESET']),
      );
    }
    const done = await run();
    await this.#delay();
    await this.standing();
    if (this.#chance.happens(this.#likely())) throw new StorageUnavailableError('reply-lost');
    return done;
  }

  tables(real: TableStore): TableStore {
    /** A write of one row may meet somebody else's: whoever asks again finds out. */
    const contended = (run: () => Promise<WriteResult>, refused: 'exists' | 'changed') =>
      this.#call(
        async (): Promise<WriteResult> =>
          this.#chance.happens(this.#likely() / 2) ? { ok: false, refused } : run(),
      );
    const page = (range: Range) => this.#call(() => all(real.range(range)));
    return {
      get: (...key) => this.#call(() => real.get(...key)),
      insert: (...row) => contended(() => real.insert(...row), 'exists'),
      update: (...row) => contended(() => real.update(...row), 'changed'),
      put: (...row) => this.#call(() => real.put(...row)),
      delete: (...row) => contended(() => real.delete(...row), 'changed'),
      transact: (...what) => this.#call(() => real.transact(...what)),
      range: (range) => this.#pages(range, page),
      close: async () => {},
    };
  }

  /** Page by page, some of them empty; between two pages anything may happen to the rows. */
  async *#pages(
    range: Range,
    page: (range: Range) => Promise<readonly StoredRow[]>,
  ): AsyncGenerator<StoredRow> {
    if (typeof range.partition !== 'string' || !this.#chance.happens(this.#likely() * 4)) {
      yield* await page(range);
      return;
    }
    let rows = range.rows ?? {};
    for (;;) {
      if (this.#chance.happens(0.3)) await page({ ...range, limit: 0 });
      const found = await page({ ...range, rows, limit: this.#chance.between(1, 3) });
      yield* found;
      const last = found.at(-1);
      if (last === undefined) return;
      rows = { ...rows, from: `${last.rowKey} ` };
    }
  }

  queue(real: AlarmQueue): AlarmQueue {
    return {
      send: async (payload, at) => {
        await this.#call(() => real.send(payload, at));
        if (this.#chance.happens(this.#likely() * 2)) await real.send(payload, at);
      },
      receive: (...asked) => this.#call(() => real.receive(...asked)),
      extend: (...asked) => this.#call(() => real.extend(...asked)),
      delete: (alarm) => this.#call(() => real.delete(alarm)),
      poison: (...asked) => this.#call(() => real.poison(...asked)),
      poisoned: () => real.poisoned(),
      depth: () => real.depth(),
      close: async () => {},
    };
  }
}

async function all<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
