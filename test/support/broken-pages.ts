/**
 * A table query's whole result, given out again in the worst pages that the protocol allows: cut where a partition
 * ends, an empty page with a continuation before each of them and one at the end, and no row key in the token.
 */
import { z } from 'zod';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface BrokenPages {
  /** `whole` fetches the query under the given path and query string. */
  page(url: string, whole: (url: string) => Promise<Reply>): Promise<Reply>;
  readonly counts: { readonly empty: number; readonly cut: number };
}

interface Continuation {
  readonly url: string;
  readonly skip: number;
  /** Whether the empty page has been given. */
  readonly emptied: boolean;
}

const queryReply = z.looseObject({ value: z.array(z.looseObject({ PartitionKey: z.string() })) });
const tokenName = 'NextPartitionKey';

export function brokenPages(): BrokenPages {
  const counts = { empty: 0, cut: 0 };
  const continuations: Continuation[] = [];

  const keep = (continuation: Continuation): Record<string, string> => {
    continuations.push(continuation);
    return { 'x-ms-continuation-nextpartitionkey': `broken-${continuations.length - 1}` };
  };

  return {
    counts,
    async page(url, whole) {
      const asked = new URL(url, 'http://127.0.0.1');
      const from = continuationOf(asked, continuations);
      const reply = await whole(from.url);
      if (reply.status !== 200) return reply;
      const result = queryReply.parse(JSON.parse(reply.body.toString('utf8')));
      const left = result.value.slice(from.skip);
      const most = Number(asked.searchParams.get('$top') ?? 1_000);
      const here = from.emptied ? firstPartition(left.slice(0, most)) : [];
      if (here.length < left.length) counts[from.emptied ? 'cut' : 'empty'] += 1;
      const next = { url: from.url, skip: from.skip + here.length, emptied: !from.emptied };
      const headers = { ...reply.headers, 'content-length': undefined };
      return {
        status: 200,
        headers: left.length === 0 ? headers : { ...headers, ...keep(next) },
        body: Buffer.from(JSON.stringify({ ...result, value: here })),
      };
    },
  };
}

function continuationOf(asked: URL, continuations: readonly Continuation[]): Continuation {
  const token = asked.searchParams.get(tokenName);
  const known = token === null ? undefined : continuations[Number(token.replace('broken-', ''))];
  return known ?? { url: wholeQuery(asked), skip: 0, emptied: false };
}

/** The query without its page size and continuation: the request's signature covers neither. */
function wholeQuery(asked: URL): string {
  const whole = new URL(asked);
  for (const name of ['$top', tokenName, 'NextRowKey']) whole.searchParams.delete(name);
  return `${whole.pathname}${whole.search.replaceAll('+', '%20')}`;
}

function firstPartition<T extends { readonly PartitionKey: string }>(rows: readonly T[]): T[] {
  return rows.filter((row) => row.PartitionKey === rows[0]?.PartitionKey);
}
