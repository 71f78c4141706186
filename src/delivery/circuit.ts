/**
 * Holds everything back while the whole connector refuses: several destinations in a row without one message taken.
 * Afterwards one message goes ahead; whether it is taken decides for the rest.
 */
import type { SendOutcome } from '../services/ports.ts';

type Refusal = 'throttled' | 'down';

/** Different destinations, one after the other, until it counts as the connector's own state. */
const destinationsInARow: Readonly<Record<Refusal, number>> = { throttled: 3, down: 5 };
/** Milliseconds to hold back, doubled each time the message that goes ahead is refused as well. */
const firstPause: Readonly<Record<Refusal, number>> = { throttled: 1_000, down: 2_000 };
const longestPause: Readonly<Record<Refusal, number>> = { throttled: 8_000, down: 30_000 };
/** What Teams asks for is done up to an hour. */
const longestAsked = 3_600_000;

export interface Circuit {
  /** Milliseconds to hold back; 0 when messages may go. While one has gone ahead, nobody knows: null. */
  wait(now: number): number | null;
  /** A message goes; after a pause it is the one that goes ahead. */
  left(destination: string): void;
  /** What came of it. True when everything is held back from now on. */
  came(destination: string, outcome: Told, now: number): boolean;
  /** The message that went ahead was not sent after all. */
  notSent(destination: string): void;
}

/** An outcome as far as it speaks of the connector as a whole. */
export interface Told {
  readonly outcome: SendOutcome['outcome'];
  readonly retryAfterSeconds?: number | null;
}

/** A person who cannot be reached and a card that is refused are answers of a connector that is well. */
function refusalOf({ outcome }: Told): Refusal | null {
  if (outcome === 'throttled') return 'throttled';
  return outcome === 'busy' || outcome === 'ambiguous' ? 'down' : null;
}

export function createCircuit(): Circuit {
  const refused: Record<Refusal, Set<string>> = { throttled: new Set(), down: new Set() };
  let asked: number[] = [];
  let heldUntil: number | null = null;
  let ahead: string | null = null;
  let pauses = 0;

  function close(): void {
    refused.throttled.clear();
    refused.down.clear();
    asked = [];
    heldUntil = null;
    ahead = null;
    pauses = 0;
  }

  function note(kind: Refusal, destination: string, { retryAfterSeconds }: Told): void {
    refused[kind].add(destination);
    if (kind === 'throttled' && retryAfterSeconds != null) asked.push(retryAfterSeconds * 1_000);
  }

  function hold(kind: Refusal, now: number): void {
    const own = Math.min(firstPause[kind] * 2 ** pauses, longestPause[kind]);
    // The first of those whom Teams has invited again may try; each of the others waits for its own time.
    const invited = asked.length === 0 ? 0 : Math.min(...asked, longestAsked);
    heldUntil = now + Math.max(own, invited);
    pauses += 1;
    ahead = null;
    refused.throttled.clear();
    refused.down.clear();
    asked = [];
  }

  return {
    wait(now) {
      if (heldUntil === null) return 0;
      if (now < heldUntil) return heldUntil - now;
      return ahead === null ? 0 : null;
    },
    left(destination) {
      if (heldUntil !== null) ahead = destination;
    },
    came(destination, told, now) {
      // While all are held back, only the one that went ahead speaks of the present.
      if (heldUntil !== null && ahead !== destination) return false;
      const kind = refusalOf(told);
      if (kind === null) close();
      else note(kind, destination, told);
      const isTooMany = kind !== null && refused[kind].size >= destinationsInARow[kind];
      if (kind === null || (heldUntil === null && !isTooMany)) return false;
      hold(kind, now);
      return true;
    },
    notSent(destination) {
      if (ahead === destination) ahead = null;
    },
  };
}
