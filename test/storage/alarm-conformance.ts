/** Runs random commands on an alarm queue and on a model of one, and compares what each says. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Clock } from '../../src/services/ports.ts';
import type { Alarm, AlarmQueue } from '../../src/storage/alarm-queue.ts';

type Command =
  | { readonly do: 'send'; readonly text: string; readonly inSeconds: number }
  | { readonly do: 'receive'; readonly most: number; readonly leaseSeconds: number }
  | { readonly do: 'extend'; readonly held: number; readonly leaseSeconds: number }
  | { readonly do: 'delete' | 'poison'; readonly held: number }
  | { readonly do: 'advance'; readonly seconds: number }
  | { readonly do: 'look' };

const hour = 3_600;
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(' <a>&amp; ', '\u0000\t\r\n', '{"participant":"p-1"}', 'é😀'),
);
const held = fc.nat({ max: 5 });
const leaseSeconds = fc.constantFrom(hour, 2 * hour);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      text,
      inSeconds: fc.constantFrom(-hour, 0, 0, hour),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      most: fc.integer({ min: 1, max: 4 }),
      leaseSeconds,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('extend' as const),
      held,
      leaseSeconds: fc.constantFrom(0, 0, hour),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('delete' as const, 'poison' as const), held }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('advance' as const), seconds: fc.constantFrom(1, hour) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const) }) },
);

interface Message {
  readonly payload: string;
  visibleAt: number;
  dequeueCount: number;
  receipt: string | null;
}

export interface AlarmConformance {
  /** An empty queue. */
  readonly open: () => Promise<AlarmQueue>;
  readonly clock: Clock;
  /** Moves the clock; left out where the clock is the world's, whose leases then outlast the test. */
  readonly advance?: (seconds: number) => void;
  readonly runs: number;
  readonly seed: number;
}

export async function alarmsConform({ open, clock, advance, runs, seed }: AlarmConformance): Promise<void> {
  const commands = fc.array(command, { minLength: 10, maxLength: 40, size: 'max' });
  const property = fc.asyncProperty(commands, async (list) => {
    const queue = await open();
    const session = new Session(queue, clock, advance);
    for (const one of list) await session.perform(one);
    await session.look();
    await queue.close();
  });
  await fc.assert(property, { seed, numRuns: runs });
}

class Session {
  private readonly waiting = new Map<string, Message>();
  private readonly poisoned: { payload: string; code: string }[] = [];
  /** Every alarm ever received, the stale ones too. */
  private readonly held: Alarm[] = [];
  private readonly queue: AlarmQueue;
  private readonly clock: Clock;
  private readonly advance: ((seconds: number) => void) | undefined;
  private sent = 0;

  constructor(queue: AlarmQueue, clock: Clock, advance: ((seconds: number) => void) | undefined) {
    this.queue = queue;
    this.clock = clock;
    this.advance = advance;
  }

  async perform(one: Command): Promise<void> {
    switch (one.do) {
      case 'send':
        return this.send(one.text, one.inSeconds);
      case 'receive':
        return this.receive(one.most, one.leaseSeconds);
      case 'extend':
        return this.extend(this.pick(one.held), one.leaseSeconds);
      case 'delete':
        return this.remove(this.pick(one.held));
      case 'poison':
        return this.poison(this.pick(one.held));
      case 'advance':
        return this.advance?.(one.seconds);
      case 'look':
        return this.look();
    }
  }

  async look(): Promise<void> {
    expect(await this.queue.depth()).toBe(this.waiting.size);
    const listed = await this.queue.poisoned();
    expect([...listed].sort(byPayload)).toEqual([...this.poisoned].sort(byPayload));
  }

  private get now(): number {
    return this.clock.now().epochMilliseconds;
  }

  private pick(index: number): Alarm | undefined {
    return this.held.at(-1 - index);
  }

  /** The message, when this alarm's receipt is still the one that counts. */
  private current(alarm: Alarm): Message | undefined {
    const message = this.waiting.get(alarm.payload);
    return message?.receipt === alarm.receipt ? message : undefined;
  }

  private async send(words: string, inSeconds: number): Promise<void> {
    this.sent += 1;
    const payload = `${this.sent}:${words}`;
    const visibleAt = this.now + inSeconds * 1_000;
    await this.queue.send(payload, Temporal.Instant.fromEpochMilliseconds(visibleAt));
    this.waiting.set(payload, { payload, visibleAt, dequeueCount: 0, receipt: null });
  }

  private async receive(most: number, leaseSeconds: number): Promise<void> {
    const visible = [...this.waiting.values()].filter(({ visibleAt }) => visibleAt <= this.now);
    const received = await this.queue.receive(most, leaseSeconds);
    expect(received).toHaveLength(Math.min(most, visible.length));
    expect(new Set(received.map(({ payload }) => payload)).size).toBe(received.length);
    for (const alarm of received) {
      const message = visible.find(({ payload }) => payload === alarm.payload);
      expect(message, `${alarm.payload} was not visible`).toBeDefined();
      if (message === undefined) continue;
      message.dequeueCount += 1;
      message.receipt = alarm.receipt;
      message.visibleAt = this.now + leaseSeconds * 1_000;
      expect(alarm.dequeueCount).toBe(message.dequeueCount);
      this.held.push(alarm);
    }
  }

  private async extend(alarm: Alarm | undefined, leaseSeconds: number): Promise<void> {
    if (alarm === undefined) return;
    const message = this.current(alarm);
    const extended = await this.queue.extend(alarm, leaseSeconds);
    if (message === undefined) {
      expect(extended).toBe('lost');
      return;
    }
    expect(extended).toMatchObject({ payload: alarm.payload, messageId: alarm.messageId });
    if (extended === 'lost') return;
    message.receipt = extended.receipt;
    message.visibleAt = this.now + leaseSeconds * 1_000;
    this.held.push(extended);
  }

  private async remove(alarm: Alarm | undefined): Promise<void> {
    if (alarm === undefined) return;
    const message = this.current(alarm);
    expect(await this.queue.delete(alarm)).toBe(message !== undefined);
    if (message !== undefined) this.waiting.delete(alarm.payload);
  }

  private async poison(alarm: Alarm | undefined): Promise<void> {
    if (alarm === undefined) return;
    const message = this.current(alarm);
    await this.queue.poison(alarm, 'NO_SUCH_PARTICIPANT');
    if (message === undefined) return;
    this.waiting.delete(alarm.payload);
    this.poisoned.push({ payload: alarm.payload, code: 'NO_SUCH_PARTICIPANT' });
  }
}

function byPayload(a: { readonly payload: string }, b: { readonly payload: string }): number {
  return a.payload < b.payload ? -1 : 1;
}
