/** What reminders rest on: what was told, beside the file, and who is to be looked at when. */
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Told, Waker } from '../../src/services/ports.ts';
import { at, committed, day, enrol, held, loaded, over, ports, tag, watched } from './repository-store.ts';

const hours = (n: number) => at.add({ hours: n });

const told = (key: string, more: Partial<Told> = {}): Told => ({
  key,
  item: 'review-3m',
  dueOn: day('2026-12-07'),
  sendAt: at,
  message: { personId: `${tag}-amara`, moment: at.toString() },
  shown: 'open',
  ...more,
});

const byKey = (all: readonly Told[]) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1));

async function dueBy(now: Temporal.Instant): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const wake of ports.wakes.due(now)) {
    if (wake.id.startsWith(`${tag}-`)) found.push(`${wake.kind} ${wake.id.slice(tag.length + 1)} ${wake.at}`);
  }
  return found;
}

export function reminderCases(): void {
  describe('the reminder log', () => {
    const id = () => `${tag}-p`;

    test('of somebody who was never looked at is empty', async () => {
      expect(await ports.reminders.read(id())).toEqual({ told: [] });
    });

    test('keeps what was told under its key, replaces it, and forgets it', async () => {
      const { reminders } = ports;
      const held = told('b / held back', { message: null, shown: 'done' });
      await reminders.keep(id(), { since: at, told: [told('a'), held], forget: [] });
      expect(await reminders.read(id())).toEqual({ since: at, told: [told('a'), held] });
      await reminders.keep(id(), { told: [told('a', { shown: 'moved' })], forget: [held, told('never')] });
      expect(await reminders.read(id())).toEqual({ since: at, told: [told('a', { shown: 'moved' })] });
    });

    test('keeps more than fits into one transaction', async () => {
      const { reminders } = ports;
      const many = Array.from({ length: 230 }, (_, n) => told(`k${String(n).padStart(3, '0')}`));
      await reminders.keep(id(), { since: at, told: many, forget: [] });
      expect((await reminders.read(id())).told).toHaveLength(230);
      await reminders.keep(id(), { since: hours(1), told: [], forget: many.slice(0, 200) });
      const left = await reminders.read(id());
      expect(byKey(left.told)).toEqual(many.slice(200));
      expect(left.since).toEqual(hours(1));
    });

    test('is no part of the file, and a change of the file is none of it', async () => {
      await enrol();
      const { version } = await loaded();
      await ports.reminders.keep(id(), { since: at, told: [told('a')], forget: [] });
      expect((await loaded()).version).toBe(version);
      await committed({ fact: 'session-recorded', record: held('r1') });
      expect((await ports.reminders.read(id())).told).toEqual([told('a')]);
    });

    test('moves on from when reminders are a debt before it forgets any', async () => {
      const { reminders } = ports;
      await reminders.keep(id(), { since: at, told: [told('a')], forget: [] });
      let writes = 0;
      const { tables } = watched(async () => (++writes === 2 ? 'refused' : undefined));
      const many = Array.from({ length: 120 }, (_, n) => told(`k${n}`));
      const change = { since: hours(5), told: many, forget: [told('a')] };
      await expect(over(tables).reminders.keep(id(), change)).rejects.toThrow();
      const left = await reminders.read(id());
      expect(left.since).toEqual(hours(5));
      expect(left.told.map(({ key }) => key)).toContain('a');
    });
  });

  describe('wake times', () => {
    const waker = (id: string, kind: Waker['kind'] = 'participant'): Waker => ({ kind, id: `${tag}-${id}` });

    test('are new once, and due from their instant on, earliest first', async () => {
      const { wakes } = ports;
      expect(await wakes.set(waker('b'), hours(30))).toBe('new');
      expect(await wakes.set(waker('a'), hours(2))).toBe('new');
      expect(await wakes.set(waker('a'), hours(2))).toBe('standing');
      expect(await wakes.set(waker('a', 'person'), hours(2))).toBe('new');
      expect(await dueBy(hours(2).subtract({ milliseconds: 1 }))).toEqual([]);
      expect(await dueBy(hours(2))).toEqual([`participant a ${hours(2)}`, `person a ${hours(2)}`]);
      expect(await dueBy(hours(30))).toHaveLength(3);
    });

    test('go with all that is past of the same one, and with nothing else', async () => {
      const { wakes } = ports;
      for (const n of [1, 2, 50]) await wakes.set(waker('a'), hours(n));
      await wakes.set(waker('b'), hours(1));
      await wakes.set(waker('a', 'person'), hours(1));
      await wakes.done(waker('a'), hours(2));
      expect(await dueBy(hours(60))).toEqual([
        `participant b ${hours(1)}`,
        `person a ${hours(1)}`,
        `participant a ${hours(50)}`,
      ]);
      await wakes.done(waker('a'), hours(2));
      expect(await wakes.set(waker('a'), hours(2))).toBe('new');
    });

    test('say which comes next', async () => {
      const { wakes } = ports;
      const far = at.add({ hours: 24 * 365 * 20 + Number(tag.slice(1)) });
      await wakes.set(waker('a'), far.add({ minutes: 90 }));
      await wakes.set(waker('b'), far);
      expect(await wakes.next(far.subtract({ seconds: 1 }))).toEqual(far);
      expect(await wakes.next(far)).toEqual(far.add({ minutes: 90 }));
    });

    test('of one who is set and looked at by many at once leave nothing behind', async () => {
      const { wakes } = ports;
      const set = await Promise.all(Array.from({ length: 8 }, () => wakes.set(waker('a'), hours(1))));
      expect(set.filter((one) => one === 'new')).toHaveLength(1);
      await Promise.all(Array.from({ length: 8 }, () => wakes.done(waker('a'), hours(1))));
      expect(await dueBy(hours(1))).toEqual([]);
    });

    test('stand for a file from before it is changed, and from before it is first written', async () => {
      await enrol();
      expect((await ports.reminders.read(`${tag}-p`)).since).toBeDefined();
      await ports.wakes.done(waker('p'), hours(24 * 365 * 30));
      const { tables } = watched(async () => 'refused');
      const { version } = await loaded();
      const facts = [{ fact: 'session-recorded', record: held('r1') }] as const;
      await expect(over(tables).files.commit(`${tag}-p`, version, facts, at)).rejects.toThrow();
      expect(await dueBy(at)).toEqual([`participant p ${at}`]);
    });
  });
}
