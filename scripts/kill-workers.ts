/**
 * npm run kill-workers -- [--notices 10000] [--kills 20] [--azurite]: three worker processes on one store, killed at
 * random moments and started again; first without any kill.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Came, sendWithEnds } from '../test/faults/killed-workers.ts';
import type { Store } from '../test/faults/owed-notices.ts';
import { seeded } from '../test/simulation/seeded.ts';
import { startAzurite } from '../test/support/azurite.ts';

const { values } = parseArgs({
  options: {
    notices: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '20' },
    between: { type: 'string', default: '4000' },
    azurite: { type: 'boolean', default: false },
  },
});

/** Duplicates for each kill that are within what the README promises. */
const mostForEach = 2;

async function round(kills: number): Promise<Came> {
  const dataDir = mkdtempSync(join(tmpdir(), 'workers-'));
  const azurite = values.azurite ? await startAzurite() : null;
  const inAzure: Store =
    azurite === null ? {} : { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString };
  const longest = Number(values.between);
  const plan = {
    // The pace that they keep in Teams: without it a process has eight messages under way at once.
    store: { DATA_DIR: dataDir, MESSAGES_PER_SECOND: '45', ...inAzure },
    notices: Number(values.notices),
    processes: 3,
    ends: kills,
    signal: 'SIGKILL',
    between: [longest / 4, longest],
    longestMilliseconds: 1_800_000,
  } as const;
  const came = await sendWithEnds(plan, seeded(20_261_122));
  await azurite?.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.stdout.write(`${JSON.stringify(came)}\n`);
  return came;
}

const without = await round(0);
const killed = await round(Number(values.kills));
const isGood =
  without.lost + killed.lost === 0 &&
  without.doubled <= without.ambiguous &&
  killed.doubled <= mostForEach * killed.ended + killed.ambiguous;
process.exit(isGood ? 0 : 1);
