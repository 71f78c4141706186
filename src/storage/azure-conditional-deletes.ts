/**
 * The SDK deletes unconditionally inside a transaction: its delete action takes no entity tag and sends
 * `If-Match: *`. This step of the pipeline puts each row's own tag into the assembled request.
 */
import type { TableClient } from '@azure/data-tables';
import { sendableEtag } from './azure-rows.ts';
import type { CheckedOperation } from './limits.ts';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

const deletion =
  /^(DELETE \S*RowKey='((?:[^']|'')*)'\) HTTP\/1\.1(?:\r?\n[^\r\n]+)*?\r?\nIf-Match: )\*(?=\r?\n)/gim;

export function conditionalDeletes(operations: readonly CheckedOperation[]): Policy {
  const etags = new Map<string, string>();
  for (const operation of operations) {
    if (operation.op === 'delete') etags.set(operation.rowKey, sendableEtag(operation.etag));
  }
  return {
    name: 'conditionalDeletes',
    async sendRequest(request, next) {
      if (typeof request.body === 'string') request.body = withEtags(request.body, etags);
      return next(request);
    },
  };
}

/** Throws rather than let a deletion go out that would match any version of its row. */
function withEtags(body: string, etags: ReadonlyMap<string, string>): string {
  let replaced = 0;
  const conditional = body.replace(deletion, (part: string, before: string, literal: string) => {
    const etag = etags.get(decodeURIComponent(literal).replaceAll("''", "'"));
    if (etag === undefined) return part;
    replaced += 1;
    return `${before}${etag}`;
  });
  if (replaced !== etags.size) throw new Error('A deletion in the transaction would be unconditional.');
  return conditional;
}
