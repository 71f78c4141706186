import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock, NewId } from '../services/ports.ts';
import type { Alarm, AlarmQueue } from './alarm-queue.ts';
import { checkLease, checkPayload, checkPoisonCode, checkReceive, secondsUntil } from './limits.ts';
import { inTransaction, told } from './sqlite-database.ts';

const receivedRow = z.object({
  sequence: z.int(),
  message_id: z.string(),
  payload: z.string(),
  dequeue_count: z.int(),
});
const poisonedRow = z.object({ payload: z.string(), code: z.string() });
const countRow = z.object({ waiting: z.int() });

/**
 * The alarm port over SQLite. Visibility and leases follow the injected clock, so moving the clock wakes what has
 * fallen due; a receipt is a new id per receive or extension and the old one dies with it.
 */
export function sqliteAlarmQueue(
  database: DatabaseSync,
  clock: Clock,
  newId: NewId,
  close: () => void,
): AlarmQueue {
  const insert = database.prepare('INSERT INTO alarms (message_id, payload, visible_at) VALUES (?, ?, ?)');
  // One statement: two processes that ask at once are never given the same alarm.
  const take = database.prepare(`
    UPDATE alarms SET receipt = ?, visible_at = ?, dequeue_count = dequeue_count + 1
    WHERE sequence IN (SELECT sequence FROM alarms WHERE visible_at <= ? ORDER BY visible_at, sequence LIMIT ?)
    RETURNING sequence, message_id, payload, dequeue_count`);
  const prolong = database.prepare(
    'UPDATE alarms SET receipt = ?, visible_at = ? WHERE message_id = ? AND receipt = ?',
  );
  const remove = database.prepare('DELETE FROM alarms WHERE message_id = ? AND receipt = ?');
  const setAside = database.prepare('INSERT OR REPLACE INTO poisoned_alarms VALUES (?, ?, ?)');
  const listAside = database.prepare('SELECT payload, code FROM poisoned_alarms ORDER BY message_id');
  const count = database.prepare('SELECT count(*) AS waiting FROM alarms');
  const now = () => clock.now().epochMilliseconds;

  return {
    async send(payload, visibleAt) {
      checkPayload(payload);
      secondsUntil(visibleAt, clock.now());
      told(() => insert.run(newId(), payload, visibleAt.epochMilliseconds));
    },
    async receive(most, leaseSeconds) {
      checkReceive(most, leaseSeconds);
      const receipt = newId();
      const at = now();
      const taken = told(() => take.all(receipt, at + leaseSeconds * 1_000, at, most));
      return z
        .array(receivedRow)
        .parse(taken)
        .sort((a, b) => a.sequence - b.sequence)
        .map((row) => ({
          messageId: row.message_id,
          receipt,
          payload: row.payload,
          dequeueCount: row.dequeue_count,
        }));
    },
    async extend(alarm, leaseSeconds) {
      checkLease(leaseSeconds, 0);
      const receipt = newId();
      const visibleAt = now() + leaseSeconds * 1_000;
      const { changes } = told(() => prolong.run(receipt, visibleAt, alarm.messageId, alarm.receipt));
      return changes === 1 ? { ...alarm, receipt } : 'lost';
    },
    async delete(alarm) {
      return told(() => remove.run(alarm.messageId, alarm.receipt)).changes === 1;
    },
    async poison(alarm: Alarm, code) {
      checkPoisonCode(code);
      told(() =>
        inTransaction(database, () => {
          const held = remove.run(alarm.messageId, alarm.receipt).changes === 1;
          if (held) setAside.run(alarm.messageId, alarm.payload, code);
          return held;
        }),
      );
    },
    async poisoned() {
      return z.array(poisonedRow).parse(told(() => listAside.all()));
    },
    async depth() {
      return countRow.parse(told(() => count.get())).waiting;
    },
    async close() {
      close();
    },
  };
}
