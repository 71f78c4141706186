import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara } from './academy-in-teams.ts';

const reads: string[] = [];

/** The real store, with every read noted. */
function counting(storage: Storage): Storage {
  const { tables } = storage;
  return {
    ...storage,
    close: () => storage.close(),
    tables: {
      ...tables,
      get: (table, partitionKey, rowKey) => {
        reads.push(`get ${table} ${rowKey}`);
        return tables.get(table, partitionKey, rowKey);
      },
      range: (range) => {
        reads.push(`range ${range.table}`);
        return tables.range(range);
      },
    },
  };
}

let teams: AcademyInTeams;
beforeAll(async () => {
  const clock = { now: () => Temporal.Instant.from('2026-10-05T09:00:00Z') };
  let ids = 0;
  const storage = openSqliteStorage({ file: ':memory:', clock, newId: () => `n-${++ids}` });
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z', storage: counting(storage) });
});
afterAll(() => teams.stop());

it.each([
  ['when is my next review?', '3-month review'],
  ['when is my next supervision?', 'Reflective supervision 4'],
  ["what's next", 'What’s next for you'],
  ['show me my year', 'Your year'],
  ['why is my 6 month review on that date?', '6-month review'],
])(
  'answers “%s” with at most three reads of the store, whatever the year holds',
  async (question, answer) => {
    const person = teams.client.person(amara);
    await person.says('hello');
    await teams.settled();
    reads.length = 0;
    await person.says(question);
    // The worker beside it looks at its lanes, and once a second at the switch.
    const forTheQuestion = reads.filter((read) => !/ outbox|^get settings sending$/.test(read));
    expect(wordsOf(person.lastCard())).toContain(answer);
    expect(forTheQuestion.length, forTheQuestion.join(', ')).toBeLessThanOrEqual(3);
  },
);
