import type { TableClient } from '@azure/data-tables';
import { type AttemptPolicy, ask, granted } from './azure-attempts.ts';

const largestPage = 1_000;

/**
 * A query page by page, each page repeated on its own when the service cannot serve. A page may be empty, or cut
 * where a partition ends, and still be followed by others: only a missing continuation ends the query.
 */
export async function* pages(
  client: TableClient,
  attempts: AttemptPolicy,
  filter: string,
  most: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly object[]> {
  const queryOptions = { filter };
  const maxPageSize = Math.min(largestPage, most);
  let continuationToken: string | undefined;
  do {
    const settings = continuationToken === undefined ? { maxPageSize } : { maxPageSize, continuationToken };
    const answer = await ask(attempts, (abortSignal) =>
      client.listEntities({ queryOptions, abortSignal }).byPage(settings).next(),
    );
    const page = granted(answer);
    if (page.done === true) return;
    yield page.value;
    continuationToken = page.value.continuationToken;
  } while (continuationToken !== undefined);
}
