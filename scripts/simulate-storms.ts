/**
 * npm run simulate-storms -- [--hours 24] [--steady 1]: a day of throttling, for one process and for three, after an hour
 * of nothing but sending at the quota. Each virtual hour prints the memory that stands then.
 */
import { parseArgs } from 'node:util';
import { steady, stormy } from '../test/simulation/storm-plans.ts';
import { type StormPlan, weather } from '../test/simulation/storms.ts';

const { values } = parseArgs({
  options: { hours: { type: 'string', default: '24' }, steady: { type: 'string', default: '1' } },
});

const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

async function play(name: string, plan: StormPlan): Promise<void> {
  const { processes, perSecond, hours } = plan;
  const begun = performance.now();
  const onHour = (gone: number) => {
    const { rss, heapUsed } = process.memoryUsage();
    print({
      plan: name,
      processes,
      hour: gone,
      rssMegabytes: megabytes(rss),
      heapMegabytes: megabytes(heapUsed),
    });
  };
  const figures = await weather({ ...plan, onHour });
  const seconds = Math.round((performance.now() - begun) / 1_000);
  print({ plan: name, processes, perSecond, hours, ...figures, seconds });
}

if (Number(values.steady) > 0) await play('steady', steady(Number(values.steady)));
const hours = Number(values.hours);
if (hours > 0) {
  await play('stormy', stormy(hours, 1, 50));
  await play('stormy', stormy(hours, 1, 45));
  await play('stormy', stormy(hours, 3, 50));
}
process.exit(0);
