import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type AcademyInTeams, academyInTeams, amara } from './academy-in-teams.ts';

let teams: AcademyInTeams;
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z' });
});
afterAll(() => teams.stop());

async function seenActivities(): Promise<number> {
  let count = 0;
  const range = { table: 'inbound', partition: { from: ' ', to: '~~' } } as const;
  for await (const _ of teams.academy.storage.tables.range(range)) count += 1;
  return count;
}

it('takes old rows away with a sweep of the worker, says how many, and does so once a day', async () => {
  await teams.client.person(amara).says('hello');
  expect(await seenActivities()).toBeGreaterThan(0);
  teams.time.now = teams.time.now.add({ hours: 24 * 15 });
  await vi.waitFor(
    async () => {
      teams.bot.worker?.wake();
      expect(await seenActivities()).toBe(0);
    },
    { timeout: 15_000, interval: 100 },
  );
  await teams.settled();
  const purges = () => teams.logLines.filter((line) => line.includes('delivery.purged'));
  const before = purges().length;
  expect(purges().at(-1)).toMatch(/"inbound":[1-9]/);
  teams.time.now = teams.time.now.add({ hours: 2 });
  await vi.waitFor(() => {
    teams.bot.worker?.wake();
    expect(teams.bot.worker?.state().lastSweepAt?.toString()).toBe(teams.time.now.toString());
  });
  await teams.settled();
  expect(purges()).toHaveLength(before);
}, 30_000);
