import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Temporal } from 'temporal-polyfill';
import { dueWakes } from '../src/delivery/look.ts';
import { findUnfinished } from '../src/delivery/sweep.ts';
import { createLog } from '../src/log.ts';
import { createRepositories, type Repositories } from '../src/storage/repositories.ts';
import { openSqliteStorage } from '../src/storage/sqlite-storage.ts';
import { type Figure, median } from './measure.ts';

const now = Temporal.Instant.from('2026-09-14T08:00:00Z');
const due = 100;
const rowsEach = 4;
const looks = 101;

/** Files and ledgers of so many people, whose wake times lie in the year to come; `due` of them have passed. */
function fill(file: string, people: number): void {
  const database = new DatabaseSync(file);
  const numbers = (last: number) =>
    `WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < ${last})`;
  const rows = numbers(people * rowsEach);
  const id = "printf('p%07d', n)";
  const past = `strftime('%Y-%m-%dT%H:%M:%SZ', '2026-09-14 08:00:00', '-' || n || ' minutes')`;
  const toCome = `strftime('%Y-%m-%dT%H:%M:%SZ', '2026-09-14 12:00:00', '+' || (n * 5 % 500000) || ' minutes')`;
  const at = `CASE WHEN n <= ${due} THEN ${past} ELSE ${toCome} END`;
  database.exec(`BEGIN;
    ${rows} INSERT INTO participants SELECT 'p' || (n / ${rowsEach}), 'file-record~' || n, 1, '{"n":' || n || '}', 'e' || n FROM k;
    ${rows} INSERT INTO outbox SELECT 'person~p' || (n / ${rowsEach}), 'notice~' || n, 1, '{"n":' || n || '}', 'e' || n FROM k;
    ${numbers(people)} INSERT INTO wakes SELECT substr(at, 1, 13), 'wake~' || at || '~' || id, 1,
      json_object('kind', 'participant', 'id', id, 'at', at), 'e' || id FROM (SELECT ${at} AS at, ${id} AS id FROM k);
    COMMIT;`);
  database.close();
}

/** Milliseconds of processor time: what else the machine does counts for nothing. */
async function lookTime(ports: Repositories): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < looks; n += 1) {
    const began = process.cpuUsage();
    const wakes = await dueWakes(ports, now);
    await findUnfinished(ports, now);
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1_000);
    if (wakes.length !== due) throw new Error(`${wakes.length} are due where ${due} should be`);
  }
  return median(times);
}

/** A look at `due` wake times among so many people, and, later, at everybody's at once. */
async function measured(people: number) {
  const folder = await mkdtemp(join(tmpdir(), 'academy-due-work-'));
  const file = join(folder, 'academy.sqlite');
  let made = 0;
  const needs = { clock: { now: () => now }, newId: () => `id-${++made}` };
  const storage = openSqliteStorage({ file, ...needs });
  try {
    fill(file, people);
    const ports = createRepositories({ tables: storage.tables, ...needs, log: createLog('silent') });
    const look = await lookTime(ports);
    const before = process.memoryUsage().rss;
    const began = process.cpuUsage();
    const everybody = await dueWakes(ports, now.add({ hours: 24 * 400 }));
    const { user, system } = process.cpuUsage(began);
    const sweep = (user + system) / 1_000;
    if (everybody.length !== people) throw new Error(`${everybody.length} of ${people} were found`);
    return { look, sweep, megabytes: (process.memoryUsage().rss - before) / 2 ** 20 };
  } finally {
    await storage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export async function dueWorkFigures(): Promise<readonly Figure[]> {
  // Once before, so that neither of the two pays for what is compiled on first use.
  await measured(1_000);
  const few = await measured(1_000);
  const many = await measured(100_000);
  return [
    {
      name: `finding ${due} who are due among 100,000; the floor: among 1,000`,
      value: many.look,
      floor: few.look,
      unit: 'ms',
      target: '≤ 1.2 ×',
    },
    { name: 'a sweep in which all 100,000 are due', value: many.sweep, unit: 'ms' },
    { name: 'memory that it takes', value: many.megabytes, unit: 'MB' },
  ];
}
