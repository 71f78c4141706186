import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ReminderLog, Told } from '../services/ports.ts';
import { key, keyPart, kindOfKey } from './keys.ts';
import { TooManyConflictsError } from './people.ts';
import { instant, plainDate, readRow, rowOf, rowShape, type SetAside } from './row-shape.ts';
import type { Operation, StoredRow, TableStore } from './table-store.ts';

/** One reminder of which somebody has been told, or of which it was decided that they are not. */
export const told = rowShape(
  z.object({
    key: z.string().min(1),
    item: z.string().min(1),
    dueOn: plainDate,
    sendAt: instant,
    message: z.object({ personId: z.string().min(1), moment: z.iso.datetime() }).nullable(),
    shown: z.string(),
  }),
);
/** From when on reminders are our debt. */
export const remindersSince = rowShape(z.object({ since: instant }));

export const toldKind = 'reminders-told';
export const sinceKey = 'reminders-since';
/** Beside the file, not a part of it: a question that reads the file does not read what was told. */
const logRows = { from: 'reminders-', to: 'reminders.' } as const;

const toldKey = ({ key: one }: Pick<Told, 'key'>) => key(toldKind, one);
/** With room to spare below the hundred operations of a transaction. */
const mostTogether = 90;
const tries = 10;

export function createReminderLog(tables: TableStore, setAside: SetAside): ReminderLog {
  async function rowsOf(partition: string): Promise<readonly StoredRow[]> {
    const found: StoredRow[] = [];
    for await (const row of tables.range({ table: 'participants', partition, rows: logRows }))
      found.push(row);
    return found;
  }

  /** What is forgotten may be gone already: then there is nothing to take away. */
  async function forgetting(partition: string, forget: readonly Told[]): Promise<readonly Operation[]> {
    if (forget.length === 0) return [];
    const keys = new Set(forget.map(toldKey));
    const standing = await rowsOf(partition);
    return standing
      .filter(({ rowKey }) => keys.has(rowKey))
      .map(({ rowKey, etag }) => ({ op: 'delete', rowKey, etag }));
  }

  async function tryKeeping(partition: string, change: Parameters<ReminderLog['keep']>[1]): Promise<boolean> {
    const { since, told: kept, forget } = change;
    const put = (row: Parameters<typeof tables.put>[1]): Operation => ({ op: 'put', row });
    // What is forgotten must never be owed again, so `since` moves on before anything goes.
    const operations = [
      ...(since === undefined ? [] : [put(rowOf(partition, sinceKey, remindersSince, { since }))]),
      ...kept.map((one) => put(rowOf(partition, toldKey(one), told, one))),
      ...(await forgetting(partition, forget)),
    ];
    for (let first = 0; first < operations.length; first += mostTogether) {
      const together = operations.slice(first, first + mostTogether);
      if (!(await tables.transact('participants', partition, together)).ok) return false;
    }
    return true;
  }

  return {
    async read(participantId) {
      const found: Told[] = [];
      let since: Temporal.Instant | undefined;
      for (const row of await rowsOf(keyPart(participantId))) {
        if (kindOfKey(row.rowKey) === sinceKey) {
          since = readRow('participants', row, remindersSince, setAside)?.since;
          continue;
        }
        const one = readRow('participants', row, told, setAside);
        if (one !== undefined) found.push(one);
      }
      return { told: found, ...(since === undefined ? {} : { since }) };
    },

    async keep(participantId, change) {
      for (let n = 0; n < tries; n++) if (await tryKeeping(keyPart(participantId), change)) return;
      throw new TooManyConflictsError('reminder log');
    },
  };
}
