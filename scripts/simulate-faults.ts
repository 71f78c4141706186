/**
 * npm run simulate-faults -- [--seeds 2000] [--from 1] [--steps 200]: the workers' code in a world where everything
 * fails, seed after seed. A seed that finds something is printed; `--from N --seeds 1` plays it again.
 */
import { parseArgs } from 'node:util';
import { playMany } from '../test/simulation/many.ts';
import { isGood } from '../test/simulation/play.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '2000' },
    steps: { type: 'string', default: '200' },
  },
});
const [from, seeds, steps] = [values.from, values.seeds, values.steps].map(Number);
if (from === undefined || seeds === undefined || steps === undefined) throw new Error('unreachable');

const begun = performance.now();
let done = 0;
const figures = await playMany(
  Array.from({ length: seeds }, (_, n) => from + n),
  steps,
  (outcome) => {
    done += 1;
    if (!isGood(outcome)) process.stdout.write(`found: ${JSON.stringify(outcome)}\n`);
    if (done % 100 === 0) process.stderr.write(`${done} of ${seeds}\n`);
  },
);
const { bad, ...sums } = figures;
const seconds = Math.round((performance.now() - begun) / 1_000);
process.stdout.write(`${JSON.stringify({ ...sums, steps, found: bad.length, seconds })}\n`);
process.exit(bad.length === 0 ? 0 : 1);
