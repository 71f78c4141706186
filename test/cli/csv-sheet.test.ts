import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestCsvBytes, readCsv } from '../../src/cli/csv-sheet.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function cellsOf(text: string | Uint8Array) {
  const reading = readCsv(typeof text === 'string' ? bytes(text) : text);
  return reading.ok ? [reading.sheet.header, ...reading.sheet.rows.map(({ cells }) => cells)] : reading.fault;
}

describe('a comma-separated file', () => {
  it.each([
    ['with Windows line ends', 'a,b\r\n1,2\r\n'],
    ['with Unix line ends', 'a,b\n1,2\n'],
    ['with old Macintosh line ends', 'a,b\r1,2\r'],
    ['without a line end at its end', 'a,b\n1,2'],
    ['with a byte order mark', '\uFEFFa,b\r\n1,2'],
    ['with quotes where none are needed', '"a","b"\r\n"1","2"\r\n'],
  ])('is read %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps commas, doubled quotes and line breaks inside quoted values', () => {
    expect(cellsOf('a,b\r\n"x, y","say ""so""\r\nthen"\r\n')).toEqual([
      ['a', 'b'],
      ['x, y', 'say "so"\r\nthen'],
    ]);
  });

  it('numbers the rows as a spreadsheet does: a value of two lines is one row, and an empty row counts', () => {
    const reading = readCsv(bytes('a,b\n"1\n1",2\n\n3,4\n'));
    expect(
      reading.ok && reading.sheet.rows.filter(({ cells }) => cells.length === 2).map(({ row }) => row),
    ).toEqual([2, 4]);
  });

  it.each([
    ['an Excel workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2]), 1, 'Excel workbook'],
    ['UTF-16, as Excel’s "Unicode text"', new Uint8Array([0xff, 0xfe, 0x61, 0x00]), 1, 'UTF-16'],
    ['the Windows code page', new Uint8Array([0x61, 0x2c, 0xe9, 0x0a]), 1, 'not UTF-8'],
    ['something that is no text', new Uint8Array([0x61, 0x00, 0x62]), 1, 'not text'],
    ['five megabytes and more', new Uint8Array(largestCsvBytes + 1).fill(0x61), 1, 'larger than 5 MB'],
    ['separated by semicolons', bytes('a;b\n1;x, "y"\n'), 1, 'semicolons or tabs'],
    ['a quotation mark that is never closed', bytes('a,b\n1,2\n"3,4\n'), 3, 'never closed'],
    ['a quotation mark inside a value', bytes('a,b\n1,2\n3,x"y"\n'), 3, 'double the mark'],
    ['something behind a closing quotation mark', bytes('a,b\n1,"2"x\n'), 2, 'closing quotation mark'],
  ])('is refused with the row and the remedy when it is %s', (_, content, row, said) => {
    expect(cellsOf(content)).toMatchObject({ row, column: null });
    expect(JSON.stringify(cellsOf(content))).toContain(said);
  });

  it('says the same again after it has been written and read, whatever its values are', () => {
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
    const value = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.isWellFormed());
    const table = fc.array(fc.array(value, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        expect(cellsOf(rows.map((row) => row.map(quoted).join(',')).join(end) + end)).toEqual(rows);
      }),
      { seed: 4180, numRuns: 200 },
    );
  });
});
