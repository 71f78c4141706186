/** One transaction of Azure Table Storage, and how one whose reply was lost is recognised. */
import type { TableClient, TransactionAction } from '@azure/data-tables';
import { type AttemptPolicy, ask, refusedBy } from './azure-attempts.ts';
import { conditionalDeletes } from './azure-conditional-deletes.ts';
import { refusals } from './azure-refusals.ts';
import { entityOf, type FoundRow, sendableEtag } from './azure-rows.ts';
import { type CheckedOperation, rowKeyOf } from './limits.ts';
import type { TableStore } from './table-store.ts';

export interface Transaction {
  readonly partitionKey: string;
  readonly operations: readonly CheckedOperation[];
  /** Written into every row of it. */
  readonly nonce: string;
}

export interface TransactionNeeds {
  /** A client of the transaction's own: deletions add a step to its pipeline. */
  readonly client: () => TableClient;
  readonly attempts: AttemptPolicy;
  readonly find: (partitionKey: string, rowKey: string) => Promise<FoundRow | undefined>;
}

export async function submit(
  transaction: Transaction,
  { client, attempts, find }: TransactionNeeds,
): ReturnType<TableStore['transact']> {
  const { operations } = transaction;
  const sender = client();
  if (operations.some(({ op }) => op === 'delete')) {
    // Before the request is signed: the signature step counts the body's bytes.
    sender.pipeline.addPolicy(conditionalDeletes(operations), { phase: 'Serialize' });
  }
  const actions = operations.map((operation) => actionOf(transaction, operation));
  const answer = await ask(attempts, (abortSignal) => sender.submitTransaction(actions, { abortSignal }));
  if (answer.ok) return { ok: true };
  const refused = refusals.get(answer.code);
  if (refused === undefined) throw refusedBy(answer);
  const committed = await isCommitted(transaction, answer.doubtful, find);
  return committed ? { ok: true } : { ok: false, refused };
}

/**
 * All of a transaction is there or none: one row with its nonce proves it. After a lost reply every row is asked,
 * since others may have changed some of them in the meantime; one that only deletes is known by what is gone.
 */
async function isCommitted(
  { partitionKey, operations, nonce }: Transaction,
  doubtful: boolean,
  find: TransactionNeeds['find'],
): Promise<boolean> {
  const written = operations.filter(({ op }) => op !== 'delete');
  for (const operation of doubtful ? written : written.slice(0, 1)) {
    const row = await find(partitionKey, rowKeyOf(operation));
    if (row?.nonce === nonce) return true;
  }
  if (written.length > 0 || !doubtful) return false;
  for (const operation of operations) {
    if ((await find(partitionKey, rowKeyOf(operation))) !== undefined) return false;
  }
  return true;
}

function actionOf({ partitionKey, nonce }: Transaction, operation: CheckedOperation): TransactionAction {
  switch (operation.op) {
    case 'insert':
      return ['create', { ...entityOf(operation.row, operation.printed, nonce) }];
    case 'put':
      return ['upsert', { ...entityOf(operation.row, operation.printed, nonce) }, 'Replace'];
    case 'update': {
      const entity = { ...entityOf(operation.row, operation.printed, nonce) };
      return ['update', entity, 'Replace', { etag: sendableEtag(operation.etag) }];
    }
    case 'delete':
      return ['delete', { partitionKey, rowKey: operation.rowKey }];
  }
}
