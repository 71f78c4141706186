import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { seeded } from '../simulation/seeded.ts';
import { quickFolder } from '../support/quick-folder.ts';
import { sendWithEnds } from './killed-workers.ts';

const dataDir = quickFolder('workers-');
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/* `npm run kill-workers` does the same with ten thousand notices and kill -9: a claim of the dead lasts 50 seconds. */
it('three workers that are told to stop while they send end within ten seconds, lose nothing and double nothing', {
  timeout: 280_000,
}, async () => {
  const plan = {
    store: { DATA_DIR: dataDir },
    notices: 200,
    processes: 3,
    ends: 2,
    signal: 'SIGTERM',
    between: [50, 300],
    longestMilliseconds: 240_000,
  } as const;
  const came = await sendWithEnds(plan, seeded(20_261_122));
  expect(came).toMatchObject({ ended: 2, lost: 0 });
  // On a machine that is busy enough, a reply can be late by ten seconds: that is the only excuse.
  expect(came.doubled).toBeLessThanOrEqual(came.ambiguous);
  expect(came.slowestEnd).toBeLessThan(10_000);
});
