/** The storage ports in memory, for simulations that would spend their time in SQLite. Entity tags are counted. */
import type { Clock } from '../../src/services/ports.ts';
import type { Alarm, AlarmQueue } from '../../src/storage/alarm-queue.ts';
import type { Storage } from '../../src/storage/storage.ts';
import type {
  Operation,
  Range,
  Row,
  StoredRow,
  TableName,
  TableStore,
  WriteResult,
} from '../../src/storage/table-store.ts';

type Partition = Map<string, StoredRow>;
type Refusal = Extract<WriteResult, { ok: false }>['refused'];

const rowKeyOf = (operation: Operation): string =>
  operation.op === 'delete' ? operation.rowKey : operation.row.rowKey;

/** Why the operation cannot be done; undefined when it can. */
function refusalOf(operation: Operation, standing: StoredRow | undefined): Refusal | undefined {
  if (operation.op === 'put') return undefined;
  if (operation.op === 'insert') return standing === undefined ? undefined : 'exists';
  if (standing === undefined) return 'gone';
  return standing.etag === operation.etag ? undefined : 'changed';
}

function memoryTables(): TableStore {
  const kept = new Map<TableName, Map<string, Partition>>();
  let tags = 0;

  function partitionOf(table: TableName, key: string): Partition {
    const partitions = kept.get(table) ?? new Map<string, Partition>();
    kept.set(table, partitions);
    const partition = partitions.get(key) ?? new Map<string, StoredRow>();
    partitions.set(key, partition);
    return partition;
  }

  function write(table: TableName, key: string, operations: readonly Operation[]): WriteResult {
    const partition = partitionOf(table, key);
    for (const operation of operations) {
      const refused = refusalOf(operation, partition.get(rowKeyOf(operation)));
      if (refused !== undefined) return { ok: false, refused };
    }
    const etag = `tag-${++tags}`;
    for (const operation of operations) {
      if (operation.op === 'delete') partition.delete(operation.rowKey);
      else partition.set(operation.row.rowKey, { ...operation.row, etag });
    }
    return { ok: true, etag };
  }

  function found({ table, partition, rows, limit }: Range): readonly StoredRow[] {
    const partitions = kept.get(table) ?? new Map<string, Partition>();
    const isIn = (key: string) =>
      typeof partition === 'string' ? key === partition : key >= partition.from && key < partition.to;
    const keys = typeof partition === 'string' ? [partition] : [...partitions.keys()].filter(isIn).sort();
    const isWanted = ({ rowKey }: Row) =>
      (rows?.from === undefined || rowKey >= rows.from) && (rows?.to === undefined || rowKey < rows.to);
    return keys
      .flatMap((key) =>
        [...(partitions.get(key)?.values() ?? [])]
          .filter(isWanted)
          .sort((a, b) => (a.rowKey < b.rowKey ? -1 : 1)),
      )
      .slice(0, limit);
  }

  return {
    get: async (table, partitionKey, rowKey) => partitionOf(table, partitionKey).get(rowKey),
    insert: async (table, row) => write(table, row.partitionKey, [{ op: 'insert', row }]),
    update: async (table, row, etag) => write(table, row.partitionKey, [{ op: 'update', row, etag }]),
    async put(table, row) {
      const written = write(table, row.partitionKey, [{ op: 'put', row }]);
      return { etag: written.ok ? written.etag : '' };
    },
    delete: async (table, partitionKey, rowKey, etag) =>
      write(table, partitionKey, [{ op: 'delete', rowKey, etag }]),
    transact: async (table, partitionKey, operations) => write(table, partitionKey, operations),
    async *range(range) {
      yield* found(range);
    },
    close: async () => {},
  };
}

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
  return { tables: memoryTables(), alarms: memoryQueue(clock), close: async () => {} };
}
