/** How people want to be told, on whichever store is open. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type PersonSettings, usualSettings } from '../../src/services/ports.ts';
import { all } from './adapters.ts';
import { at, ports, storage } from './repository-store.ts';

const leaveOf = (day: number) => {
  const fromOn = Temporal.PlainDate.from({ year: 2026, month: 8, day });
  return { fromOn, untilOn: fromOn.add({ days: 2 }) };
};

export function preferenceCases(): void {
  describe('preferences', () => {
    test('are the usual ones for whoever has chosen none', async () => {
      expect(await ports.preferences.of('nobody')).toEqual(usualSettings);
    });

    test('come back as they were kept', async () => {
      const chosen: PersonSettings = {
        reminders: 'weekly',
        at: '08:30',
        calendarLinks: false,
        leave: [leaveOf(3)],
      };
      expect(await ports.preferences.change('amara', () => chosen, at)).toEqual(chosen);
      expect(await ports.preferences.of('amara')).toEqual(chosen);
      expect(await ports.preferences.of('sam')).toEqual(usualSettings);
    });

    test('changed on several devices at once lose no change', async () => {
      await Promise.all(
        [1, 8, 15, 22].map((day) =>
          ports.preferences.change(
            'busy',
            (standing) => ({ ...standing, leave: [...standing.leave, leaveOf(day)] }),
            at,
          ),
        ),
      );
      const { leave } = await ports.preferences.of('busy');
      expect(leave.map(({ fromOn }) => fromOn.day).toSorted((a, b) => a - b)).toEqual([1, 8, 15, 22]);
    });

    test('that change are audited by name, and by nothing of what was chosen', async () => {
      const later = at.add({ hours: 72 });
      const leave = [leaveOf(22)];
      await ports.preferences.change('ben', (standing) => ({ ...standing, at: '08:15', leave }), later);
      // The same once more changes nothing, and leaves no trace.
      await ports.preferences.change('ben', (standing) => ({ ...standing, leave: [leaveOf(22)] }), later);
      const rows = await all(storage.tables.range({ table: 'audit', partition: 'academy' }));
      const own = rows.map(({ body }) => body).filter((body) => JSON.stringify(body).includes('"ben"'));
      expect(own).toEqual([
        { verb: 'change-settings', by: 'ben', outcome: 'at leave', at: later.toString() },
      ]);
    });

    test('that cannot be read count as none, and can be chosen anew', async () => {
      const rowKey = 'preferences~broken';
      await storage.tables.put('settings', {
        partitionKey: 'preferences',
        rowKey,
        schema: 1,
        body: { at: 'noon' },
      });
      expect(await ports.preferences.of('broken')).toEqual(usualSettings);
      await ports.preferences.change('broken', (standing) => ({ ...standing, reminders: 'weekly' }), at);
      expect((await ports.preferences.of('broken')).reminders).toBe('weekly');
    });
  });
}
