import { z } from 'zod';
import { type Preferences, usualSettings } from '../services/ports.ts';
import { key } from './keys.ts';
import { TooManyConflictsError } from './people.ts';
import { instant, plainDate, readRow, rowOf, rowShape, type SetAside } from './row-shape.ts';
import type { TableStore } from './table-store.ts';

/** How one person wants to be told, and since when. */
export const preferencesShape = rowShape(
  z.object({
    personId: z.string().min(1),
    settings: z.object({
      reminders: z.enum(['single', 'weekly']),
      at: z
        .string()
        .regex(/^\d{2}:\d{2}$/)
        .nullable(),
      calendarLinks: z.boolean(),
      leave: z.array(z.object({ fromOn: plainDate, untilOn: plainDate })).readonly(),
    }),
    at: instant,
  }),
);

export const preferencesKind = 'preferences';
const partition = 'preferences';
const rowKeyOf = (personId: string) => key(preferencesKind, personId);
const tries = 50;

/** People's own settings. A row that cannot be read is set aside, and its person is told as usual. */
export function createPreferences(tables: TableStore, setAside: SetAside): Preferences {
  const standing = (personId: string) => tables.get('settings', partition, rowKeyOf(personId));

  return {
    async of(personId) {
      const row = await standing(personId);
      return readRow('settings', row, preferencesShape, setAside)?.settings ?? usualSettings;
    },

    async change(personId, decide, at) {
      for (let n = 0; n < tries; n++) {
        const old = await standing(personId);
        const before = readRow('settings', old, preferencesShape, setAside)?.settings ?? usualSettings;
        const settings = decide(before);
        if (settings === before) return before;
        const row = rowOf(partition, rowKeyOf(personId), preferencesShape, { personId, settings, at });
        const written =
          old === undefined
            ? await tables.insert('settings', row)
            : await tables.update('settings', row, old.etag);
        if (written.ok) return settings;
      }
      throw new TooManyConflictsError('preferences');
    },
  };
}
