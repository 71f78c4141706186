/** npm run simulate-storms -- [--hours 24]: a day of throttling, for one process and for three. */
import { parseArgs } from 'node:util';
import { stormy } from '../test/simulation/storm-plans.ts';
import { weather } from '../test/simulation/storms.ts';

const { values } = parseArgs({ options: { hours: { type: 'string', default: '24' } } });
const hours = Number(values.hours);
for (const [processes, perSecond] of [
  [1, 50],
  [1, 45],
  [3, 50],
] as const) {
  const begun = performance.now();
  const figures = await weather(stormy(hours, processes, perSecond));
  const seconds = Math.round((performance.now() - begun) / 1_000);
  process.stdout.write(`${JSON.stringify({ processes, perSecond, hours, ...figures, seconds })}\n`);
}
process.exit(0);
