import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../academy/time-limit.ts';
import { changeFile } from '../services/change-file.ts';
import type { Needs } from '../services/needs.ts';
import type { People, VersionedFile } from '../services/ports.ts';
import { holdersFor } from '../services/procedure-people.ts';
import { hasOpenProcedure, takeOverFacts } from '../services/take-over.ts';

type PassingNeeds = Pick<Needs, 'programme' | 'calendar' | 'files' | 'alarms' | 'log'> & {
  readonly people: Pick<People, 'byId' | 'withRole'>;
};

/**
 * Gives an open concern or request to move team to whoever has come to hold the function whose turn it is: their card, once,
 * and their reminders. Looking again finds that they have been asked.
 */
export async function passOnProcedures(
  needs: PassingNeeds,
  versioned: VersionedFile,
  now: Temporal.Instant,
): Promise<void> {
  if (!hasOpenProcedure(needs, versioned.file)) return;
  const holders = await holdersFor(needs, versioned.file, dayOf(needs, now));
  if (takeOverFacts(needs, versioned.file, holders, now).length === 0) return;
  await changeFile(needs, versioned, now, (file) => ({
    facts: takeOverFacts(needs, file, holders, now),
    result: undefined,
  }));
}
