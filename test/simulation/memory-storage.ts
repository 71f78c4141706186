/** The storage ports in memory, for simulations that would spend their time in SQLite. Entity tags are counted. */
import type { Clock } from '../../src/services/ports.ts';
import type { Alarm, AlarmQueue } from '../../src/storage/alarm-queue.ts';
import { memoryTableStore } from '../../src/storage/memory-table-store.ts';
import type { Storage } from '../../src/storage/storage.ts';

interface Message {
  readonly id: string;
  readonly payload: string;
  visibleAt: number;
  receipt: string;
  received: number;
}

function memoryQueue(clock: Clock): AlarmQueue {
  const messages = new Map<string, Message>();
  const aside: { payload: string; code: string }[] = [];
  let ids = 0;
  const now = () => clock.now().epochMilliseconds;
  const held = ({ messageId, receipt }: Alarm) => {
    const message = messages.get(messageId);
    return message?.receipt === receipt ? message : undefined;
  };
  return {
    async send(payload, visibleAt) {
      const id = `message-${++ids}`;
      messages.set(id, { id, payload, visibleAt: visibleAt.epochMilliseconds, receipt: '', received: 0 });
    },
    async receive(most, leaseSeconds) {
      const at = now();
      const visible = [...messages.values()].filter((one) => one.visibleAt <= at);
      return visible
        .sort((a, b) => a.visibleAt - b.visibleAt)
        .slice(0, most)
        .map((message) => {
          message.visibleAt = at + leaseSeconds * 1_000;
          message.receipt = `receipt-${++ids}`;
          message.received += 1;
          const { id: messageId, receipt, payload, received: dequeueCount } = message;
          return { messageId, receipt, payload, dequeueCount };
        });
    },
    async extend(alarm, leaseSeconds) {
      const message = held(alarm);
      if (message === undefined) return 'lost';
      message.visibleAt = now() + leaseSeconds * 1_000;
      message.receipt = `receipt-${++ids}`;
      return { ...alarm, receipt: message.receipt };
    },
    async delete(alarm) {
      return held(alarm) !== undefined && messages.delete(alarm.messageId);
    },
    async poison(alarm, code) {
      if (held(alarm) === undefined) return;
      messages.delete(alarm.messageId);
      aside.push({ payload: alarm.payload, code });
    },
    poisoned: async () => aside,
    depth: async () => messages.size,
    close: async () => {},
  };
}

export function memoryStorage(clock: Clock): Storage {
  return { tables: memoryTableStore(), alarms: memoryQueue(clock), close: async () => {} };
}
