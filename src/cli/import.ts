import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { workingCalendar } from '../academy/calendar.ts';
import type { Programme } from '../academy/programme.ts';
import { type ImportNeeds, notMentioned, prepareRoster, saveRoster } from '../services/import-roster.ts';
import type { RosterFault, Sheet } from '../services/roster-sheet.ts';
import { readCsv } from './csv-sheet.ts';
import { importDocument, importText } from './import-report.ts';
import { type OpenStore, withStore } from './open-store.ts';
import { formProblems } from './option-values.ts';
import { type Failed, type Outcome, optionsFailed } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { counted } from './text-table.ts';
import { onProgramme, typedPath } from './typed-path.ts';

const importOptions = z.object({
  dryRun: z.boolean().default(false),
  programme: z.string().min(1, 'is empty: name a preset or a file').optional(),
});

/** How the same roster is saved after it was looked at, on the programme on which it was looked at. */
function savingCommand(file: string, programme: string | undefined, { env }: Terminal): string {
  const chosen = programme === undefined ? '' : ` --programme ${programme}`;
  const before = chosen === '' && env.PROGRAMME !== undefined ? `PROGRAMME=${env.PROGRAMME} ` : '';
  return `${before}npm run academy -- import ${file}${chosen}`;
}

const placeOf = ({ row, column }: RosterFault) =>
  column === null ? `row ${row}` : `row ${row}, column ${column}`;

export function rosterFaults(file: string, faults: readonly RosterFault[]): Failed {
  return {
    ok: false,
    exit: 1,
    code: 'roster-faults',
    message: `${file} has ${counted(faults.length, 'fault', 'faults')}; nothing was saved`,
    points: faults.map((fault) => `${placeOf(fault)}: ${fault.message}`),
    details: { faults },
  };
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist: check the name and the folder',
  EISDIR: 'is a folder: name the file in it',
  EACCES: 'may not be read by you',
};

async function bytesOf(file: string, terminal: Terminal): Promise<Uint8Array | Failed> {
  try {
    return await readFile(typedPath(file, terminal.env));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const message = `${file} ${unreadable[code] ?? `cannot be read (${code})`}`;
    return { ok: false, exit: 1, code: 'file-unreadable', message };
  }
}

/** The sheet of a roster file, or why there is none. */
export async function readRoster(file: string, terminal: Terminal): Promise<Sheet | Failed> {
  const bytes = await bytesOf(file, terminal);
  if ('ok' in bytes) return bytes;
  const csv = readCsv(bytes);
  return csv.ok ? csv.sheet : rosterFaults(file, [csv.fault]);
}

function needsOf({ ports, newId }: OpenStore, programme: Programme): ImportNeeds {
  const calendar = workingCalendar(programme.closures);
  return { programme, calendar, people: ports.people, files: ports.files, newId };
}

/** `academy import`: a roster file into the academy's records, or every fault that keeps it out. */
export async function importFile(file: string, typed: unknown, terminal: Terminal): Promise<Outcome> {
  const read = importOptions.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  const { dryRun, programme: named } = read.data;
  const sheet = await readRoster(file, terminal);
  if ('ok' in sheet) return sheet;
  return withStore(onProgramme(terminal, named), dryRun ? 'look' : 'write', async (store) => {
    const { programme, clock, ports } = store;
    const today = clock.now().toZonedDateTimeISO(programme.timeZone).toPlainDate();
    const prepared = await prepareRoster(needsOf(store, programme), sheet, today);
    if (!prepared.ok) return rosterFaults(file, prepared.faults);
    const reported = { ...prepared, absent: await notMentioned(ports, prepared.people) };
    if (!dryRun) await saveRoster(ports.roster, prepared);
    return {
      ok: true,
      json: importDocument(reported, { dryRun }),
      text: importText(reported, { dryRun, file, programme, toSave: savingCommand(file, named, terminal) }),
    };
  });
}
