import { afterEach, describe, expect, test } from 'vitest';
import { createPace, type Pace, type Urgency } from '../../src/delivery/pace.ts';
import { shareOf, startQuota } from '../../src/delivery/quota.ts';
import type { Beat } from '../../src/services/outbox.ts';
import { VirtualTime } from '../simulation/virtual-time.ts';
import { recordingLog } from '../support/recording-log.ts';
import { confirmRecord, noticeTo, openWorld, start, type World } from './world.ts';

const sent = { outcome: 'sent' } as const;

/** Asks for turns and notes who went when, in milliseconds; each message is taken at once unless told otherwise. */
function queue(
  time: VirtualTime,
  pace: Pace,
  told: (who: string) => Parameters<Pace['came']>[1] = () => sent,
) {
  const went: { readonly who: string; readonly at: number }[] = [];
  const away: { readonly who: string; readonly wait: number }[] = [];
  async function ask(who: string, urgency: Urgency = 'prompt'): Promise<void> {
    const turn = await pace.turn(who, urgency);
    if (!turn.go) {
      away.push({ who, wait: turn.wait });
      return;
    }
    went.push({ who, at: Math.round(time.elapsed()) });
    pace.came(who, told(who));
  }
  return { went, away, ask };
}

describe('turns', () => {
  test('keep an even pace, however many ask at once', async () => {
    const time = new VirtualTime(start);
    const pace = createPace({ timers: time.timers, perSecond: 10 });
    const { went, ask } = queue(time, pace);
    for (let n = 0; n < 60; n += 1) void ask(`lane-${n}`);
    await time.advance(4_000);
    expect(went.length).toBeGreaterThanOrEqual(40);
    expect(went.length).toBeLessThanOrEqual(42);
  });

  test('go to answers before reminders, whoever asked first', async () => {
    const time = new VirtualTime(start);
    const { went, ask } = queue(time, createPace({ timers: time.timers, perSecond: 10 }));
    for (let n = 0; n < 10; n += 1) void ask(`reminder-${n}`, 'routine');
    for (let n = 0; n < 3; n += 1) void ask(`answer-${n}`);
    await time.advance(2_000);
    // Those that could go at once went; of the others the answers come first.
    const order = went.map(({ who }) => who.split('-')[0]);
    expect(order.slice(2, 5)).toEqual(['answer', 'answer', 'answer']);
    expect(order).toHaveLength(13);
  });

  test('keep one conversation to what Teams takes for it, and let the others pass', async () => {
    const time = new VirtualTime(start);
    const { went, away, ask } = queue(time, createPace({ timers: time.timers, perSecond: 1_000 }));
    for (let n = 0; n < 80; n += 1) void ask('one');
    void ask('another');
    await time.advance(500);
    expect(went.filter(({ who }) => who === 'one')).toHaveLength(7);
    expect(went.map(({ who }) => who)).toContain('another');
    await time.advance(40_000);
    const times = went.filter(({ who }) => who === 'one').map(({ at }) => at);
    for (const [most, within] of [
      [7, 1_000],
      [8, 2_000],
      [60, 30_000],
    ] as const) {
      const tooSoon = times.filter((at, n) => n >= most && at - (times[n - most] ?? 0) < within);
      expect(tooSoon, `${most} in ${within} ms`).toEqual([]);
    }
    expect(away).toEqual([]);
    void ask('one');
    await time.advance(1);
  });

  test('count answers that waited for nobody', async () => {
    const time = new VirtualTime(start);
    const pace = createPace({ timers: time.timers, perSecond: 10 });
    const { went, ask } = queue(time, pace);
    for (let n = 0; n < 10; n += 1) pace.sentAnswer();
    for (let n = 0; n < 30; n += 1) void ask(`lane-${n}`);
    await time.advance(2_000);
    expect(went.length).toBeLessThanOrEqual(12);
    expect(went.length).toBeGreaterThanOrEqual(10);
  });

  test('leave half a second to an answer for which there was no room', async () => {
    const time = new VirtualTime(start);
    const pace = createPace({ timers: time.timers, perSecond: 10 });
    const { went, ask } = queue(time, pace);
    await time.advance(1_000);
    pace.answerRefused();
    void ask('one');
    await time.advance(1_000);
    expect(went[0]?.at).toBeGreaterThanOrEqual(1_400);
    expect(went[0]?.at).toBeLessThanOrEqual(1_500);
  });
});

describe('a connector that refuses', () => {
  const throttled = (retryAfterSeconds: number | null) =>
    ({ outcome: 'throttled', retryAfterSeconds }) as const;

  test('three destinations in a row hold everybody back until the first is invited; then one goes ahead', async () => {
    const time = new VirtualTime(start);
    let answer: Parameters<Pace['came']>[1] = throttled(30);
    const { went, away, ask } = queue(time, createPace({ timers: time.timers, perSecond: 10 }), () => answer);
    for (const who of ['a', 'b', 'c', 'd', 'e']) void ask(who);
    await time.advance(1_000);
    expect(went.map(({ who }) => who)).toEqual(['a', 'b', 'c']);
    expect(away.map(({ who }) => who)).toEqual(['d', 'e']);
    await time.advance(29_500);
    answer = sent;
    for (const who of ['f', 'g', 'h']) void ask(who);
    await time.advance(2_000);
    expect(went.map(({ who }) => who)).toEqual(['a', 'b', 'c', 'f', 'g', 'h']);
  });

  test('one destination alone holds back nobody else', async () => {
    const time = new VirtualTime(start);
    const { went, ask } = queue(time, createPace({ timers: time.timers, perSecond: 100 }), () =>
      throttled(60),
    );
    for (let n = 0; n < 5; n += 1) void ask('busy');
    await time.advance(100);
    expect(went).toHaveLength(5);
    void ask('other');
    await time.advance(100);
    expect(went.map(({ who }) => who)).toContain('other');
  });

  test('a connector that is down gets one message at a time, further and further apart', async () => {
    const time = new VirtualTime(start);
    const down = () => ({ outcome: 'ambiguous' }) as const;
    const { went, ask } = queue(time, createPace({ timers: time.timers, perSecond: 100 }), down);
    for (let second = 0; second < 300; second += 1) {
      for (let n = 0; n < 3; n += 1) void ask(`lane-${second % 7}-${n}`);
      await time.advance(1_000);
    }
    // Five to find out, then after 2, 4, 8, 16 and 30 seconds.
    expect(went.length).toBeGreaterThan(10);
    expect(went.length).toBeLessThan(20);
  });
});

describe('the quota', () => {
  const beat = (process: string, more: Partial<Beat> = {}): Beat => ({
    process,
    count: 1,
    sends: true,
    answersPerSecond: 0,
    at: start,
    ...more,
  });

  test('is divided over the workers, less what others answer, and never wholly answered away', () => {
    expect(shareOf(45, [beat('a'), beat('b'), beat('c')])).toBe(15);
    expect(shareOf(45, [beat('a'), beat('web', { sends: false, answersPerSecond: 5 })])).toBe(40);
    expect(shareOf(45, [beat('a'), beat('web', { sends: false, answersPerSecond: 500 })])).toBe(9);
  });

  test('follows workers that come, and those that die without a word, whatever their clocks say', async () => {
    const time = new VirtualTime(start);
    const rows = new Map<string, Beat>();
    const heartbeats = {
      beat: async (one: Beat) => void rows.set(one.process, one),
      list: async () => [...rows.values()],
      end: async (process: string) => void rows.delete(process),
    };
    const shares = new Map<string, number>();
    const log = recordingLog();
    const begin = (owner: string, wrongBy: number) => {
      let isDead = false;
      const onShare = (share: number) => void shares.set(owner, share);
      const clock = { now: () => time.shown(wrongBy) };
      const own = { ...heartbeats, beat: async (one: Beat) => (isDead ? undefined : heartbeats.beat(one)) };
      const { timers } = time;
      startQuota({ heartbeats: own, clock, timers, log, owner, perSecond: 45, sends: true, onShare });
      return () => {
        isDead = true;
      };
    };
    begin('a', 0);
    await time.advance(6_000);
    expect(shares.get('a')).toBe(45);
    const die = begin('b', -3_600_000);
    await time.advance(6_000);
    expect([shares.get('a'), shares.get('b')]).toEqual([22.5, 22.5]);
    die();
    await time.advance(10_000);
    expect(shares.get('a')).toBe(22.5);
    await time.advance(15_000);
    expect(shares.get('a')).toBe(45);
  });
});

describe('the switch', () => {
  let world: World | undefined;
  afterEach(() => world?.close());

  test('stops everything at once and loses nothing; what waited goes when it is turned on', async () => {
    world = await openWorld();
    const { sending } = world.repositories;
    const by = { by: 'robin', at: start };
    await sending.pause(by);
    await world.owe(noticeTo('amara', confirmRecord('r1')), noticeTo('sam', confirmRecord('r2')));
    await world.alarm();
    world.worker();
    for (let n = 0; n < 5; n += 1) await world.time.advance({ seconds: 30 });
    expect(world.teams.calls).toEqual([]);
    await sending.resume(by);
    await world.time.advance({ seconds: 2 });
    await world.time.advance({ seconds: 2 });
    await world.time.advance({ seconds: 2 });
    expect(world.teams.calls.map(({ to }) => to).toSorted()).toEqual(['chat-amara', 'chat-sam']);
  });
});
