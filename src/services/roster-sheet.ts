import type { Programme } from '../academy/programme.ts';
import { didYouMean } from './nearest-word.ts';
import {
  type RosterColumn,
  type RosterEntry,
  type RowMention,
  rosterColumns,
  rowReader,
} from './roster-row.ts';

/** A table as it stood in a file. Rows are numbered as a spreadsheet shows them: the header is row 1. */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** One thing wrong with a roster, with its place and its remedy. */
export interface RosterFault {
  readonly row: number;
  /** Null when the whole row is meant. */
  readonly column: string | null;
  readonly message: string;
}

export interface PlacedEntry extends RosterEntry {
  readonly row: number;
}

/** A row as far as it could be read; an entry is one that could be read to its end. */
export interface PlacedMention extends RowMention {
  readonly row: number;
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** With fewer columns than these in common it is another kind of file, and naming each difference helps nobody. */
const fewestColumns = 4;

function headerFaults(header: readonly string[]): RosterFault[] {
  const present = rosterColumns.filter((column) => header.includes(column));
  if (present.length < fewestColumns) {
    const message = `this is not the header of a roster; it must be: ${rosterColumns.join(',')}`;
    return [{ row: 1, column: null, message }];
  }
  const unknown = header
    .filter((name) => !rosterColumns.some((column) => column === name))
    .map((name) => ({
      row: 1,
      column: name,
      message:
        name === ''
          ? 'a column has no name: remove it, or a comma too many'
          : `is not a column of a roster${didYouMean(name, rosterColumns)} (names count letter by letter)`,
    }));
  const missing = rosterColumns
    .filter((column) => !header.includes(column))
    .map((column) => ({ row: 1, column, message: 'is missing: add the column (its cells may be empty)' }));
  const repeated = rosterColumns
    .filter((column) => header.filter((name) => name === column).length > 1)
    .map((column) => ({ row: 1, column, message: 'stands there more than once: keep one' }));
  return [...unknown, ...missing, ...repeated];
}

function byColumn(header: readonly string[], cells: readonly string[]): Record<RosterColumn, string> {
  const entries = rosterColumns.map((column) => [column, (cells[header.indexOf(column)] ?? '').trim()]);
  return Object.fromEntries(entries) as Record<RosterColumn, string>;
}

/** What a sheet says. Nothing of it may be saved while there is a fault. */
export interface SheetReading {
  readonly faults: readonly RosterFault[];
  /** The rows without a fault of their own. */
  readonly entries: readonly PlacedEntry[];
  /** Every row as far as it could be read: checks across rows look at all of them, so that one run names every fault. */
  readonly mentions: readonly PlacedMention[];
  /** Every e-mail that a row is about, also of the rows that could not be read. */
  readonly emails: ReadonlySet<string>;
}

const fault = (row: number, column: string | null, message: string): RosterFault => ({
  row,
  column,
  message,
});

/** Reads every row of a roster. A wrong header is reported alone: nothing can be said of rows under it. */
export function readSheet(sheet: Sheet, { titles }: Pick<Programme, 'titles'>): SheetReading {
  const readRow = rowReader(titles);
  const header = sheet.header.map((name) => name.trim());
  const wrongHeader = isBlank(header) ? [fault(1, null, 'the file is empty')] : headerFaults(header);
  if (wrongHeader.length > 0) return { faults: wrongHeader, entries: [], mentions: [], emails: new Set() };
  const faults: RosterFault[] = [];
  const entries: PlacedEntry[] = [];
  const mentions: PlacedMention[] = [];
  const emails = new Set<string>();
  const filled = sheet.rows.filter(({ cells }) => !isBlank(cells));
  if (filled.length === 0)
    faults.push(fault(2, null, 'there is nobody in the file: add a row for each person'));
  for (const { row, cells } of filled) {
    const written = byColumn(header, cells);
    if (written.email !== '') emails.add(written.email.toLowerCase());
    if (cells.length !== header.length) {
      const counts = `has ${cells.length} cells, the header has ${header.length}`;
      faults.push(fault(row, null, `${counts}: a value that holds a comma needs "quotes" around it`));
      continue;
    }
    const reading = readRow(written);
    if (reading.ok) {
      entries.push({ ...reading.entry, row });
      mentions.push({ ...reading.entry, row });
    } else {
      faults.push(...reading.faults.map(({ column, message }) => fault(row, column, message)));
      mentions.push({ ...reading.mention, row });
    }
  }
  return { faults, entries, mentions, emails };
}
