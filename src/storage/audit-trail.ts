import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { NewId } from '../services/ports.ts';
import { instantPart, key } from './keys.ts';
import { instant, rowOf, rowShape } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

/** Codes and ids only: what was done to the academy as a whole, by whom, with which outcome. */
interface AuditEntry {
  readonly verb: string;
  readonly by: string;
  readonly outcome: string;
  readonly at: Temporal.Instant;
}

export const auditEntry = rowShape(
  z.object({
    verb: z.string(),
    by: z.string(),
    outcome: z.string(),
    at: instant,
  }) satisfies z.ZodType<AuditEntry>,
);

/** What is done to one participant is in their file; what is done to the academy stands in this partition by time. */
const academyPartition = 'academy';

export async function writeAudit(tables: TableStore, newId: NewId, entry: AuditEntry): Promise<void> {
  const rowKey = key('audit', instantPart(entry.at), newId());
  await tables.put('audit', rowOf(academyPartition, rowKey, auditEntry, entry));
}
