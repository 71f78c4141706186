/** Whether messages may go out, on whichever store is open. */
import { describe, expect, test } from 'vitest';
import { all } from './adapters.ts';
import { at, over, ports, storage, watched } from './repository-store.ts';

export function sendingCases(): void {
  describe('sending', () => {
    const step = (by: string, hours = 0) => ({ by, at: at.add({ hours }) });

    test('is stopped and started again, and the pilot group outlives both', async () => {
      const { sending } = ports;
      await sending.pilot(['amara', 'sam'], 'morgan', at);
      await sending.pause(step('morgan'));
      expect(await sending.state()).toEqual({ paused: step('morgan'), pilot: ['amara', 'sam'] });
      await sending.resume(step('command-line', 1));
      expect(await sending.state()).toEqual({ paused: null, pilot: ['amara', 'sam'] });
      await sending.pilot(null, 'morgan', at);
      expect(await sending.state()).toEqual({ paused: null, pilot: null });
    });

    test('changed by several at once loses no change', async () => {
      const { sending } = ports;
      await Promise.all([
        sending.pause(step('morgan')),
        ...Array.from({ length: 4 }, () => sending.pilot(['amara'], 'morgan', at)),
      ]);
      expect(await sending.state()).toEqual({ paused: step('morgan'), pilot: ['amara'] });
      await sending.resume(step('morgan'));
      await sending.pilot(null, 'morgan', at);
    });

    test('is known by one read', async () => {
      const { counts, tables } = watched();
      await over(tables).sending.state();
      expect(counts.reads).toBe(1);
    });

    test('keeps who changed it, when and how, by codes alone', async () => {
      const { sending } = ports;
      const later = at.add({ hours: 48 });
      await sending.pause({ by: 'morgan', at: later });
      await sending.resume({ by: 'command-line', at: later.add({ seconds: 1 }) });
      const rows = await all(storage.tables.range({ table: 'audit', partition: 'academy' }));
      expect(rows.slice(-2).map(({ body }) => body)).toEqual([
        { verb: 'control-sending', by: 'morgan', outcome: 'stopped', at: later.toString() },
        {
          verb: 'control-sending',
          by: 'command-line',
          outcome: 'resumed',
          at: later.add({ seconds: 1 }).toString(),
        },
      ]);
    });

    test('is a fault rather than a guess when its row cannot be read', async () => {
      const broken = { partitionKey: 'sending', rowKey: 'sending', schema: 99, body: {} };
      await storage.tables.put('settings', broken);
      await expect(ports.sending.state()).rejects.toMatchObject({ code: 'sending-state-unreadable' });
      await expect(ports.sending.resume(step('morgan'))).rejects.toMatchObject({
        code: 'sending-state-unreadable',
      });
      const row = await storage.tables.get('settings', 'sending', 'sending');
      if (row === undefined) throw new Error('The row is gone.');
      await storage.tables.delete('settings', 'sending', 'sending', row.etag);
      expect(await ports.sending.state()).toEqual({ paused: null, pilot: null });
    });
  });
}
