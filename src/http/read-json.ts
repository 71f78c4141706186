import type { IncomingMessage } from 'node:http';

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly code: string };

const refused = (status: 400 | 413 | 415, code: string): JsonBody => ({ ok: false, status, code });

/**
 * Reads a request's body as one JSON document of at most `mostBytes` bytes. Compressed bodies are refused,
 * because a small one can unfold into a huge one.
 */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<JsonBody> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refused(415, 'json-expected');
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return refused(415, 'compressed');
  const bytes = await readBytes(request, mostBytes);
  if (bytes === null) return refused(413, 'too-large');
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return refused(400, 'not-json');
  }
}

/** Beyond this many times the limit, not even the rest of a refused body is waited for. */
const patience = 4;

async function readBytes(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    // Read on, keeping nothing: a connection closed on unread bytes can lose the answer that says why.
    if (size > patience * mostBytes) break;
  }
  return size > mostBytes ? null : Buffer.concat(chunks);
}
