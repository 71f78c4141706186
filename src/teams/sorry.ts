import type { BotParts } from './bot-needs.ts';
import type { Inbound } from './inbound.ts';

/**
 * The one place where a fault in a turn becomes words: a plain sentence with a reference that the person can
 * quote, and a log line that holds the same reference, the fault's code and no content.
 */
export async function orSorry<T>(
  parts: BotParts,
  inbound: Inbound,
  turn: () => Promise<T>,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly words: string }> {
  try {
    return { ok: true, value: await turn() };
  } catch (cause) {
    const reference = parts
      .newId()
      .replace(/[^0-9a-z]/gi, '')
      .slice(-8)
      .toUpperCase();
    parts.log.error('turn.failed', cause, { reference, type: inbound.type, place: inbound.place.kind });
    return {
      ok: false,
      words: `Something went wrong on my side and I could not finish that. Please try again in a moment. If it happens again, give your academy’s administrator the reference ${reference}.`,
    };
  }
}
