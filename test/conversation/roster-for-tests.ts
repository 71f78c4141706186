import { readCsv } from '../../src/cli/csv-sheet.ts';
import type { Academy } from '../../src/open-academy.ts';
import { prepareRoster, saveRoster } from '../../src/services/import-roster.ts';

/** Imports a roster as `academy import` does. */
export async function importRoster(academy: Academy, bytes: Uint8Array): Promise<void> {
  const csv = readCsv(bytes);
  if (!csv.ok) throw new Error(JSON.stringify(csv.fault));
  const { needs, ports, clock, programme } = academy;
  const today = clock.now().toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const prepared = await prepareRoster(needs, csv.sheet, today);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.faults));
  await saveRoster(ports.roster, prepared);
}
