import { z } from 'zod';
import type { Clock } from '../services/ports.ts';
import { key } from './keys.ts';
import { instant, readRow, rowOf, rowShape, type SetAside } from './row-shape.ts';
import type { StoredRow, TableStore } from './table-store.ts';

/** That there may be something of one kind in one partition elsewhere, and when somebody last said so. */
export const hint = rowShape(z.object({ of: z.string().min(1), at: instant }));
export const hintKind = 'hint';

/** What is looked for: files and sessions that owe notices, lanes in which something waits or stands aside. */
type HintKind = 'owes' | 'owes-session' | 'waits' | 'aside';

/** Longer than it takes from a hint to the commit that it announces. Seconds. */
const freshSeconds = 60;
/** Places that are looked at side by side. */
const together = 16;

/**
 * Where to look: one partition for each kind, so that finding what is unfinished reads what is unfinished and not
 * everybody's year. A hint is written before what it speaks of and taken away by a reader who finds nothing there, never
 * while it is fresh: then its commit may be on the way.
 */
export interface Hints {
  note(of: string): Promise<void>;
  /** Goes to each place, and gives what `look` found there. `look` is undefined where nothing stands any more. */
  follow<Found>(look: (of: string) => Promise<Found | undefined>): AsyncIterable<Found>;
}

interface HintNeeds {
  readonly tables: TableStore;
  readonly clock: Clock;
  readonly setAside: SetAside;
}

export function createHints({ tables, clock, setAside }: HintNeeds, kind: HintKind): Hints {
  async function followOne<Found>(
    row: StoredRow,
    look: (of: string) => Promise<Found | undefined>,
  ): Promise<Found | undefined> {
    const known = readRow('wakes', row, hint, setAside);
    if (known === undefined) return undefined;
    const found = await look(known.of);
    const age = clock.now().epochMilliseconds - known.at.epochMilliseconds;
    if (found === undefined && Math.abs(age) >= freshSeconds * 1_000) {
      // A refusal means that it has been written anew: then it stays.
      await tables.delete('wakes', kind, row.rowKey, row.etag);
    }
    return found;
  }

  return {
    async note(of) {
      await tables.put('wakes', rowOf(kind, key(hintKind, of), hint, { of, at: clock.now() }));
    },

    async *follow(look) {
      const rows: StoredRow[] = [];
      for await (const row of tables.range({ table: 'wakes', partition: kind })) rows.push(row);
      for (let first = 0; first < rows.length; first += together) {
        const some = rows.slice(first, first + together);
        const found = await Promise.all(some.map((row) => followOne(row, look)));
        for (const one of found) if (one !== undefined) yield one;
      }
    },
  };
}
