import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type NewId, type PersonSettings, type Preferences, usualSettings } from '../services/ports.ts';
import { writeAudit } from './audit-trail.ts';
import { key } from './keys.ts';
import { TooManyConflictsError } from './people.ts';
import { instant, plainDate, readRow, rowOf, rowShape, type SetAside } from './row-shape.ts';
import type { Row, StoredRow, TableStore } from './table-store.ts';

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

interface PreferenceNeeds {
  readonly tables: TableStore;
  readonly newId: NewId;
  readonly setAside: SetAside;
}

/** The names of the settings that differ: what somebody chose, and when they are away, is nobody else's business. */
function changedNames(before: PersonSettings, after: PersonSettings): string {
  const names = Object.keys(usualSettings) as readonly (keyof PersonSettings)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).join(' ');
}

/**
 * People's own settings. A row that cannot be read is set aside, and its person is told as usual. Each change is audited
 * for the academy as a whole, before it is made: it belongs to no participant's file.
 */
export function createPreferences({ tables, newId, setAside }: PreferenceNeeds): Preferences {
  const standing = (personId: string) => tables.get('settings', partition, rowKeyOf(personId));

  async function audited(by: string, before: PersonSettings, after: PersonSettings, at: Temporal.Instant) {
    const outcome = changedNames(before, after);
    if (outcome !== '') await writeAudit(tables, newId, { verb: 'change-settings', by, outcome, at });
  }

  async function write(old: StoredRow | undefined, row: Row): Promise<boolean> {
    const written =
      old === undefined
        ? await tables.insert('settings', row)
        : await tables.update('settings', row, old.etag);
    return written.ok;
  }

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
        await audited(personId, before, settings, at);
        const row = rowOf(partition, rowKeyOf(personId), preferencesShape, { personId, settings, at });
        if (await write(old, row)) return settings;
      }
      throw new TooManyConflictsError('preferences');
    },
  };
}
