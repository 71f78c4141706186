import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printCsv } from '../../src/services/print-csv.ts';
import { academy } from './string-terminal.ts';

const header =
  'email,name,roles,team,entraId,nonWorkingDays,cohort,start,fte,contractedHours,reflectiveSupervisor,assessor,hostManager,deputyManager,mentor';
const staff = (email: string, name: string, role: string) => `${email},${name},${role},North,,,,,,,,,,,`;
const roster = [
  header,
  staff('sam@example.org', '=Sam Senior', 'senior-practitioner'),
  staff('pat@example.org', 'Pat Søgaard', 'practice-educator'),
  staff('tom@example.org', 'Tom Manager', 'team-manager'),
  'amara@example.org,Amara Okoro,nqsw,North,,,Autumn 2026,2026-09-07,1,37,sam@example.org,pat@example.org,tom@example.org,,',
].join('\n');

const now = '2026-11-30T10:00Z';
let folder = '';
let env: Record<string, string> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-chronology-'));
  env = { DATA_DIR: join(folder, 'data'), PROGRAMME: 'luton' };
  await writeFile(join(folder, 'roster.csv'), roster);
  expect((await academy(['import', join(folder, 'roster.csv')], { env, now })).exit).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...words: string[]) => academy(['chronology', ...words], { env, now });

it('tells what happened in order, and writes it as a sheet and as a document', async () => {
  const csv = join(folder, 'out.csv');
  const pdf = join(folder, 'out.pdf');
  const ran = await run('amara@example.org', '--csv', csv, '--pdf', pdf);
  expect(ran.exit).toBe(0);
  expect(ran.out).toContain('Chronology: Amara Okoro');
  expect(ran.out).toContain('The programme begins');
  expect(ran.out).toContain('Practice Educator: Pat Søgaard');
  const sheet = await readFile(csv, 'utf8');
  expect(sheet.split('\n')).toHaveLength(5);
  expect(sheet).toContain('2026-09-07,The programme begins,,,');
  const printed = await readFile(pdf);
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
  expect(printed.toString('latin1')).toMatch(/\/Type \/Pages[\s\S]*\/Count 1/);
});

it('leaves no cell that a spreadsheet would take for a formula', () => {
  const sheet = printCsv(['what'], [['=HYPERLINK("x")'], ['+1'], ['@sum'], ['-1'], ['plain']]);
  expect(sheet.split('\n').slice(1)).toEqual(['"\'=HYPERLINK(""x"")"', "'+1", "'@sum", "'-1", 'plain']);
});

it('says what is wrong with who or where', async () => {
  expect((await run('nobody')).exit).toBe(2);
  expect((await run('nobody@example.org')).exit).toBe(1);
  expect((await run('sam@example.org')).err).toContain('no chronology');
  expect((await run('amara@example.org', '--pdf', join(folder, 'none', 'x.pdf'))).err).toContain('ENOENT');
});
