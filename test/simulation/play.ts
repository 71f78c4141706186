/** One seeded life of several workers over one store, and what became of everything that was owed in it. */
import { createAlarms } from '../../src/delivery/alarms.ts';
import { createPace } from '../../src/delivery/pace.ts';
import { startQuota } from '../../src/delivery/quota.ts';
import { outboxKeys } from '../../src/storage/outbox-rows.ts';
import { createRepositories } from '../../src/storage/repositories.ts';
import type { Operation, TableStore } from '../../src/storage/table-store.ts';
import {
  confirmRecord,
  noticeTo,
  openWorld,
  participantId,
  reminders,
  start,
  type World,
} from '../delivery/world.ts';
import { all } from '../storage/adapters.ts';
import { recordingLog } from '../support/recording-log.ts';
import { FaultyProcess } from './faulty-process.ts';
import { FaultyTeams } from './faulty-teams.ts';
import { memoryStorage } from './memory-storage.ts';
import { type Chance, seeded } from './seeded.ts';
import { VirtualTime } from './virtual-time.ts';

export interface Outcome {
  readonly seed: number;
  readonly owed: number;
  readonly taken: number;
  readonly deaths: number;
  /** Messages that came more than once, and those of them that nothing excuses. */
  readonly doubled: number;
  readonly unexcused: readonly string[];
  /** Owed and never sent. */
  readonly lost: readonly string[];
  /** Marked as sent more than once. */
  readonly markedTwice: readonly string[];
}

const people = ['amara', 'sam', 'morgan', 'robin'];
const minute = 60_000;
const hour = 60 * minute;
/** A process that stands still for less has its claim still when it goes on. */
const longStandstill = 10_000;
/** How long it may take, once nothing fails any more, until everything has been sent. */
const healingHours = 3;

interface Life {
  readonly process: FaultyProcess;
  readonly stop: () => Promise<unknown>;
}

class Play {
  readonly #seed: number;
  readonly #chance: Chance;
  readonly #time = new VirtualTime(start);
  readonly #teams;
  readonly #ofNotice = new Map<string, string>();
  readonly #marks: string[] = [];
  readonly #lives: Life[] = [];
  #world: World | undefined;
  #isFaulty = true;
  #machineWrongBy = 0;
  #ids = 0;
  #owed = 0;
  #deaths = 0;

  constructor(seed: number) {
    this.#seed = seed;
    this.#chance = seeded(seed);
    this.#teams = new FaultyTeams(this.#time, this.#chance, this.#likely);
  }

  async run(steps: number): Promise<Outcome> {
    const clock = { now: () => this.#time.shown(this.#machineWrongBy) };
    const storage = memoryStorage(clock);
    const tables = this.#watched(storage.tables);
    const { timers } = this.#time;
    const time = { clock, timers, advance: async () => {}, waiting: () => 0 };
    this.#world = await openWorld({ storage: { ...storage, tables }, time });
    for (let n = this.#chance.between(1, 3); n > 0; n -= 1) this.#begin();
    for (let n = 0; n < steps; n += 1) await this.#step();
    await this.#heal();
    const left = await this.#left();
    const outcome = this.#outcome(left);
    for (const { process } of this.#lives) process.isDead = true;
    await storage.close();
    return outcome;
  }

  readonly #likely = (): number => (this.#isFaulty ? 0.03 : 0);

  get #running(): World {
    if (this.#world === undefined) throw new Error('not begun');
    return this.#world;
  }

  /** The store itself, which tells what has been marked. */
  #watched(tables: TableStore): TableStore {
    return {
      ...tables,
      transact: async (table, partitionKey, operations) => {
        const result = await tables.transact(table, partitionKey, operations);
        if (result.ok && table === 'outbox') for (const operation of operations) this.#note(operation);
        return result;
      },
    };
  }

  #note(operation: Operation): void {
    if (operation.op !== 'put') return;
    const what = this.#ofNotice.get(operation.row.rowKey);
    const { state } = operation.row.body as { readonly state?: string };
    if (what === undefined || state !== 'sent') return;
    this.#marks.push(operation.row.rowKey);
    this.#teams.marked(what);
  }

  #begin(): void {
    const { storage } = this.#running;
    const process = new FaultyProcess(this.#time, this.#chance, this.#likely);
    process.wrongBy = this.#machineWrongBy;
    const { clock, timers } = process;
    const tables = process.tables(storage.tables);
    const queue = process.queue(storage.alarms);
    const log = recordingLog();
    const newId = () => `id-${++this.#ids}`;
    const owner = `process-${this.#lives.length}`;
    const repositories = createRepositories({ tables, clock, newId, log });
    const pace = createPace({ timers, perSecond: 45 });
    const { heartbeats } = repositories;
    const onShare = pace.limitTo;
    const quota = startQuota({ heartbeats, clock, timers, log, owner, perSecond: 45, sends: true, onShare });
    const alarms = createAlarms(queue, clock);
    const messenger = this.#teams.messenger(process);
    const own = { clock, timers, log, queue, alarms, messenger, pace, owner };
    const worker = this.#running.worker({ ...repositories, ...own });
    this.#lives.push({ process, stop: () => Promise.all([worker.stop(), quota.stop()]) });
  }

  get #living(): readonly Life[] {
    return this.#lives.filter(({ process }) => !process.isDead);
  }

  async #step(): Promise<void> {
    const chance = this.#chance;
    const dice = chance.between(1, 100);
    if (dice <= 40) await this.#owe();
    else if (dice <= 44) await this.#running.alarm();
    else if (dice <= 48) this.#kill();
    else if (dice <= 52) this.#standStill();
    else if (dice <= 55) this.#jump();
    else if (dice <= 57) await this.#switch();
    await this.#time.advance(chance.between(10, chance.pick([100, 1_000, 3_000, 15_000])));
  }

  async #owe(): Promise<void> {
    const chance = this.#chance;
    const who = chance.pick(people);
    const n = ++this.#owed;
    const isRoutine = chance.happens(0.3);
    const moment = start.add({ seconds: n }).toString();
    const subject = isRoutine ? reminders(who, moment) : confirmRecord(`r${n}`);
    const what = isRoutine ? `reminders ${moment} for ${who}` : `confirm-record r${n} for ${who}`;
    const owedAt = this.#time.shown().add({ seconds: chance.happens(0.8) ? 0 : chance.between(1, 300) });
    this.#ofNotice.set(outboxKeys.ledger(what), what);
    await this.#running.owe(noticeTo(who, subject, { key: what, owedAt }));
    if (chance.happens(0.9)) await this.#running.alarm();
  }

  #kill(): void {
    const living = this.#living;
    if (living.length > 0) {
      const { process } = this.#chance.pick(living);
      this.#teams.died(process);
      process.isDead = true;
      this.#deaths += 1;
    }
    if (this.#living.length === 0 || this.#chance.happens(0.7)) this.#begin();
  }

  #standStill(): void {
    const living = this.#living;
    if (living.length === 0) return;
    const { process } = this.#chance.pick(living);
    const milliseconds = this.#chance.between(500, this.#chance.pick([5_000, 50_000, 150_000]));
    process.pause(milliseconds);
    if (milliseconds >= longStandstill) this.#teams.stoodStill(process);
  }

  /** One process, or the machine with all of them and the queue. */
  #jump(): void {
    const by = this.#chance.pick([hour, -hour, 24 * hour, -24 * hour]);
    const living = this.#living;
    if (this.#chance.happens(0.5) && living.length > 0) this.#chance.pick(living).process.wrongBy += by;
    else {
      this.#machineWrongBy = by;
      for (const { process } of living) process.wrongBy = by;
    }
  }

  async #switch(): Promise<void> {
    const { sending } = this.#running.repositories;
    const { paused } = await sending.state();
    const by = { by: 'robin', at: this.#time.shown() };
    await (paused === null ? sending.pause(by) : sending.resume(by));
  }

  /** Nothing fails any more; then everything that is owed has to be sent by itself. */
  async #heal(): Promise<void> {
    this.#isFaulty = false;
    this.#machineWrongBy = 0;
    for (const { process } of this.#living) process.wrongBy = 0;
    if (this.#living.length === 0) this.#begin();
    const { sending } = this.#running.repositories;
    if ((await sending.state()).paused !== null)
      await sending.resume({ by: 'robin', at: this.#time.shown() });
    const until = this.#time.elapsed() + healingHours * hour;
    while (this.#time.elapsed() < until && (await this.#left()).length > 0) await this.#time.advance(minute);
  }

  /** What waits, in the file or in a lane. */
  async #left(): Promise<readonly string[]> {
    const { tables } = this.#running.storage;
    const rows = [
      ...(await all(tables.range({ table: 'participants', partition: participantId }))),
      ...(await all(tables.range({ table: 'outbox', partition: { from: 'person~', to: 'persoo' } }))),
    ];
    return rows.map(({ rowKey }) => rowKey).filter((key) => /^(owed|pending)~/.test(key));
  }

  #outcome(left: readonly string[]): Outcome {
    const counts = Map.groupBy(this.#teams.taken, ({ what }) => what);
    const doubled = [...counts.values()].filter((all) => all.length > 1);
    const unexcused = doubled
      .filter((all) => all.filter(({ excuse }) => excuse === null).length > 1)
      .map(([first]) => first?.what ?? '');
    const never = [...this.#ofNotice.values()].filter((what) => !counts.has(what));
    const markedTwice = [...Map.groupBy(this.#marks, (key) => key)].filter(([, all]) => all.length > 1);
    return {
      seed: this.#seed,
      owed: this.#owed,
      taken: this.#teams.taken.length,
      deaths: this.#deaths,
      doubled: doubled.length,
      unexcused,
      lost: [...new Set([...left, ...never])],
      markedTwice: markedTwice.map(([key]) => key),
    };
  }
}

export const play = (seed: number, steps = 200): Promise<Outcome> => new Play(seed).run(steps);

export const isGood = ({ unexcused, lost, markedTwice }: Outcome): boolean =>
  unexcused.length + lost.length + markedTwice.length === 0;
