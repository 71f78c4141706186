import { CsvError, parse } from 'csv-parse/sync';
import type { RosterFault, Sheet } from '../services/roster-sheet.ts';

export type CsvReading =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly fault: RosterFault };

/** No roster of one academy comes near this. */
export const largestCsvBytes = 5 * 1024 * 1024;

const asCsv = 'save the sheet as "CSV UTF-8 (comma-delimited)"';

const startsWith = (bytes: Uint8Array, ...first: readonly number[]) =>
  first.every((byte, at) => bytes[at] === byte);

/** What is wrong with the file before a single row is read. */
function fileFault(bytes: Uint8Array): string | undefined {
  if (bytes.length > largestCsvBytes) return 'the file is larger than 5 MB: a roster is a few hundred rows';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return `the file is an Excel workbook: ${asCsv}`;
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return `the file is UTF-16 text: ${asCsv}`;
  if (bytes.includes(0)) return `the file is not text: ${asCsv}`;
  return undefined;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const quoteRemedies: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a value begins with a quotation mark that is never closed',
  INVALID_OPENING_QUOTE:
    'a quotation mark stands inside a value: put the whole value in quotes and double the mark, as ""',
  CSV_INVALID_CLOSING_QUOTE:
    'something follows a closing quotation mark: a mark inside a value is doubled, as ""',
};

function csvFault(fault: unknown): RosterFault {
  if (!(fault instanceof CsvError)) throw fault;
  const records = typeof fault.records === 'number' ? fault.records : 0;
  return {
    row: records + 1,
    column: null,
    message: quoteRemedies[fault.code] ?? 'the row is not comma-separated text',
  };
}

/**
 * Reads comma-separated text (RFC 4180, with or without a byte order mark, any line ends). Rows are numbered as a
 * spreadsheet shows them, so a value with a line break in it is still one row and an empty row counts.
 */
export function readCsv(bytes: Uint8Array): CsvReading {
  const refuse = (message: string): CsvReading => ({ ok: false, fault: { row: 1, column: null, message } });
  const wrongFile = fileFault(bytes);
  if (wrongFile !== undefined) return refuse(wrongFile);
  const text = textOf(bytes);
  if (text === undefined)
    return refuse(`the file is not UTF-8, so letters such as é would be lost: ${asCsv}`);
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  if (/[;\t]/.test(firstLine) && !firstLine.includes(',')) {
    return refuse(`the columns are separated by semicolons or tabs: ${asCsv}`);
  }
  try {
    const records = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
    const [header = [], ...rows] = records;
    return { ok: true, sheet: { header, rows: rows.map((cells, index) => ({ row: index + 2, cells })) } };
  } catch (fault) {
    return { ok: false, fault: csvFault(fault) };
  }
}
