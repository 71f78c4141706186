import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { academy } from './string-terminal.ts';

const roster = [
  'email,name,roles,team,entraId,nonWorkingDays,cohort,start,fte,contractedHours,reflectiveSupervisor,assessor,hostManager,deputyManager,mentor',
  'sam@example.org,=Sam Senior,senior-practitioner,North,,,,,,,,,,,',
  'pat@example.org,Pat Søgaard,practice-educator,North,,,,,,,,,,,',
  'tom@example.org,Tom Manager,team-manager,North,,,,,,,,,,,',
  'amara@example.org,Amara Okoro,nqsw,North,,,Autumn 2026,2026-09-07,1,37,sam@example.org,pat@example.org,tom@example.org,,',
  'ben@example.org,Benedikt Moss,nqsw,North,,,Spring 2027,2027-02-01,1,37,sam@example.org,pat@example.org,tom@example.org,,',
].join('\n');

let folder = '';
let env: Record<string, string> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'academy-compliance-'));
  env = { DATA_DIR: join(folder, 'data'), PROGRAMME: 'luton' };
  await writeFile(join(folder, 'roster.csv'), roster);
  const imported = await academy(['import', join(folder, 'roster.csv')], { env, now: '2026-09-07T10:00Z' });
  expect(imported.exit).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...words: string[]) =>
  academy(['report', 'compliance', ...words], { env, now: '2026-11-30T10:00Z' });

it('tells how the academy keeps its year, by cohort, by whoever supervises and by person', async () => {
  const { exit, out } = await run();
  expect(exit).toBe(0);
  for (const who of ['Autumn 2026', 'Spring 2027', 'Senior Practitioner: =Sam Senior', 'Amara Okoro']) {
    expect(out).toContain(who);
  }
  expect(out).toMatch(/Benedikt Moss +1 +0 +no data/);
  const { groups, people } = JSON.parse((await run('--json')).out);
  expect(groups[0]).toMatchObject({ people: 2, done: 0, onTime: 0, donePercent: 0 });
  const [amara, ben] = people;
  expect(groups[0].fellDue).toBe(amara.fellDue + ben.fellDue);
  expect(ben).toMatchObject({ fellDue: 0, onTimePercent: null });
});

it('writes one cohort as a sheet, in which no name is taken for a formula', async () => {
  const csv = join(folder, 'out.csv');
  expect((await run('--cohort', 'Autumn 2026', '--out', csv)).out).toContain(`It is in ${csv}`);
  const [header, cohort, amara, ...others] = (await readFile(csv, 'utf8')).split('\n');
  expect(header).toContain('level,name,cohort,supervised by,people,fell due');
  expect(cohort).toMatch(/^cohort,Autumn 2026,Autumn 2026,,1,\d+,0,0,0,0,/);
  expect(amara).toMatch(/^NQSW,Amara Okoro,Autumn 2026,'=Sam Senior,1,/);
  expect(amara?.endsWith(',0,0,0,0')).toBe(true);
  expect(others).toEqual([]);
});

it('says which cohorts there are, and where a file cannot go', async () => {
  const nobody = await run('--cohort', 'Autumn');
  expect(nobody.exit).toBe(1);
  expect(nobody.err).toContain('names no cohort: there is Autumn 2026, Spring 2027');
  const nowhere = await run('--out', join(folder, 'none', 'x.csv'));
  expect([nowhere.exit, nowhere.err.includes('ENOENT')]).toEqual([1, true]);
  expect((await run('--cohort', '')).exit).toBe(2);
});
