import type { TableClient } from '@azure/data-tables';
import type { QueueClient } from '@azure/storage-queue';
import { z } from 'zod';
import type { Clock } from '../services/ports.ts';
import type { Alarm, AlarmQueue } from './alarm-queue.ts';
import { type Answer, type AttemptPolicy, ask, granted, refusedBy } from './azure-attempts.ts';
import { pages } from './azure-pages.ts';
import { checkLease, checkPayload, checkPoisonCode, checkReceive, secondsUntil } from './limits.ts';

/** The queue drops what is older than seven days unless it is told never to. */
const keptForEver = -1;

/** Long enough to put an alarm aside. */
const poisonLeaseSeconds = 60;

const poisonPartition = 'poisoned';

const poisonedEntity = z.object({
  code: z.string(),
  payload: z.instanceof(Uint8Array),
});

export interface AzureAlarmNeeds {
  readonly queue: QueueClient;
  /** Where poisoned alarms are listed: a queue lets only its first 32 messages be looked at. */
  readonly poison: TableClient;
  readonly clock: Clock;
  readonly attempts: AttemptPolicy;
}

/** Base64, because the queue speaks XML, which cannot carry every character. */
const encode = (payload: string): string => Buffer.from(payload, 'utf8').toString('base64');
const decode = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

/** The alarm port over Azure Queue Storage. A send whose reply was lost leaves two alarms: they are hints. */
export function azureAlarmQueue({ queue, poison, clock, attempts }: AzureAlarmNeeds): AlarmQueue {
  async function extend(alarm: Alarm, leaseSeconds: number): Promise<Alarm | 'lost'> {
    checkLease(leaseSeconds, 0);
    // The text goes along: without it the service may blank the message.
    const text = encode(alarm.payload);
    const answer = await ask(attempts, (abortSignal) =>
      queue.updateMessage(alarm.messageId, alarm.receipt, text, leaseSeconds, { abortSignal }),
    );
    if (isLost(answer)) return 'lost';
    return { ...alarm, receipt: granted(answer).popReceipt ?? alarm.receipt };
  }

  async function remove(alarm: Alarm): Promise<boolean> {
    const answer = await ask(attempts, (abortSignal) =>
      queue.deleteMessage(alarm.messageId, alarm.receipt, { abortSignal }),
    );
    if (answer.ok) return true;
    if (!isLost(answer)) throw refusedBy(answer);
    return answer.doubtful && answer.code === 'MessageNotFound';
  }

  return {
    async send(payload, visibleAt) {
      checkPayload(payload);
      const visibilityTimeout = secondsUntil(visibleAt, clock.now());
      const options = { visibilityTimeout, messageTimeToLive: keptForEver };
      granted(
        await ask(attempts, (abortSignal) => queue.sendMessage(encode(payload), { ...options, abortSignal })),
      );
    },
    async receive(most, leaseSeconds) {
      checkReceive(most, leaseSeconds);
      const options = { numberOfMessages: most, visibilityTimeout: leaseSeconds };
      const { receivedMessageItems } = granted(
        await ask(attempts, (abortSignal) => queue.receiveMessages({ ...options, abortSignal })),
      );
      return receivedMessageItems.map((message) => ({
        messageId: message.messageId,
        receipt: message.popReceipt,
        payload: decode(message.messageText),
        dequeueCount: message.dequeueCount,
      }));
    },
    extend,
    delete: remove,
    async poison(alarm, code) {
      checkPoisonCode(code);
      const held = await extend(alarm, poisonLeaseSeconds);
      if (held === 'lost') return;
      const entity = {
        partitionKey: poisonPartition,
        rowKey: alarm.messageId,
        code,
        payload: Buffer.from(alarm.payload, 'utf8'),
      };
      granted(await ask(attempts, (abortSignal) => poison.upsertEntity(entity, 'Replace', { abortSignal })));
      await remove(held);
    },
    async poisoned() {
      const listed: { payload: string; code: string }[] = [];
      for await (const page of pages(poison, attempts, `PartitionKey eq '${poisonPartition}'`)) {
        for (const entity of z.array(poisonedEntity).parse(page)) {
          listed.push({ payload: Buffer.from(entity.payload).toString('utf8'), code: entity.code });
        }
      }
      return listed;
    },
    async depth() {
      const properties = granted(await ask(attempts, (abortSignal) => queue.getProperties({ abortSignal })));
      return properties.approximateMessagesCount ?? 0;
    },
    async close() {},
  };
}

const lostCodes = new Set(['MessageNotFound', 'PopReceiptMismatch']);

/** The receipt is no longer good: somebody else has received the alarm, or it is gone. */
function isLost(answer: Answer<unknown>): boolean {
  return !answer.ok && lostCodes.has(answer.code);
}
