/** One Azure table: single writes that recognise themselves after a lost reply, reads and ranges. */
import type { TableClient } from '@azure/data-tables';
import type { NewId } from '../services/ports.ts';
import { type Answer, type AttemptPolicy, ask, granted, refusedBy } from './azure-attempts.ts';
import { pages } from './azure-pages.ts';
import { refusals } from './azure-refusals.ts';
import { type Entity, entityOf, type FoundRow, filterOf, rowOf, sendableEtag } from './azure-rows.ts';
import { submit } from './azure-transaction.ts';
import { StorageUnavailableError } from './errors.ts';
import type { CheckedOperation } from './limits.ts';
import type { Range, Row, StoredRow, TableStore, WriteResult } from './table-store.ts';

export interface AzureTableNeeds {
  readonly client: () => TableClient;
  readonly newId: NewId;
  readonly attempts: AttemptPolicy;
}

/** The port's methods on one table, after the limits have been checked; `printed` is the body as stored. */
export interface AzureTable {
  get(partitionKey: string, rowKey: string): Promise<StoredRow | undefined>;
  insert(row: Row, printed: string): Promise<WriteResult>;
  update(row: Row, printed: string, etag: string): Promise<WriteResult>;
  put(row: Row, printed: string): Promise<{ readonly etag: string }>;
  delete(partitionKey: string, rowKey: string, etag: string): Promise<WriteResult>;
  transact(partitionKey: string, operations: readonly CheckedOperation[]): ReturnType<TableStore['transact']>;
  range(range: Range): AsyncIterable<StoredRow>;
}

export function azureTable(needs: AzureTableNeeds): AzureTable {
  const { newId, attempts } = needs;
  const client = needs.client();

  async function find(partitionKey: string, rowKey: string): Promise<FoundRow | undefined> {
    const answer = await ask(attempts, (abortSignal) =>
      client.getEntity(partitionKey, rowKey, { abortSignal }),
    );
    if (answer.ok) return rowOf(answer.value);
    if (refusals.get(answer.code) === 'gone') return undefined;
    throw refusedBy(answer);
  }

  /**
   * What a conditional write came to. After a refusal the row itself is asked: our nonce there means that an
   * earlier try had taken effect and only its reply was lost.
   */
  async function outcome(entity: Entity, answer: Answer<Written>): Promise<WriteResult> {
    if (answer.ok) return { ok: true, etag: etagOf(answer.value) };
    const refused = refusals.get(answer.code);
    if (refused === undefined) throw refusedBy(answer);
    const stands = await find(entity.partitionKey, entity.rowKey);
    if (stands?.nonce === entity.nonce) return { ok: true, etag: stands.etag };
    if (refused === 'exists') return { ok: false, refused };
    return { ok: false, refused: stands === undefined ? 'gone' : 'changed' };
  }

  return {
    async get(partitionKey, rowKey) {
      const row = await find(partitionKey, rowKey);
      return row === undefined ? undefined : withoutNonce(row);
    },
    async insert(row, printed) {
      const entity = entityOf(row, printed, newId());
      const answer = await ask(attempts, (abortSignal) => client.createEntity(entity, { abortSignal }));
      return outcome(entity, answer);
    },
    async update(row, printed, given) {
      const entity = entityOf(row, printed, newId());
      const etag = sendableEtag(given);
      const answer = await ask(attempts, (abortSignal) =>
        client.updateEntity(entity, 'Replace', { etag, abortSignal }),
      );
      return outcome(entity, answer);
    },
    async put(row, printed) {
      const entity = entityOf(row, printed, newId());
      const answer = await ask(attempts, (abortSignal) =>
        client.upsertEntity(entity, 'Replace', { abortSignal }),
      );
      return { etag: etagOf(granted(answer)) };
    },
    async delete(partitionKey, rowKey, given) {
      const etag = sendableEtag(given);
      const answer = await ask(attempts, (abortSignal) =>
        client.deleteEntity(partitionKey, rowKey, { etag, abortSignal }),
      );
      if (answer.ok) return { ok: true, etag };
      const refused = refusals.get(answer.code);
      if (refused === undefined) throw refusedBy(answer);
      // A deleted row keeps no nonce; absence after a lost reply is our own doing as far as anybody can tell.
      if (refused === 'gone' && answer.doubtful) return { ok: true, etag };
      return { ok: false, refused };
    },
    transact: (partitionKey, operations) =>
      submit({ partitionKey, operations, nonce: newId() }, { client: needs.client, attempts, find }),
    async *range(range) {
      let left = range.limit ?? Number.POSITIVE_INFINITY;
      if (left === 0) return;
      for await (const page of pages(client, attempts, filterOf(range), left)) {
        for (const entity of page.slice(0, left)) yield withoutNonce(rowOf(entity));
        left -= page.length;
        if (left <= 0) return;
      }
    },
  };
}

interface Written {
  readonly etag?: string;
}

/** Azure names the new version in every reply to a write; a reply without it is not Azure's. */
function etagOf({ etag }: Written): string {
  if (etag === undefined) throw new StorageUnavailableError('no-etag');
  return etag;
}

function withoutNonce({ nonce: _, ...row }: FoundRow): StoredRow {
  return row;
}
