/**
 * npm run send-for-an-hour -- [--minutes 60] [--rate 45] [--in /dev/shm]: one worker process of the bot, with its store and its cards,
 * sends at the quota to people who are new all the time, all of it owed beforehand so that nobody else writes. A disk that takes long to keep a write holds it up: `--in` names
 * another. Each minute prints what came and the memory that the process has.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startCountingConnector } from '../test/faults/counting-connector.ts';
import { Workers } from '../test/faults/killed-workers.ts';
import { openStore, owe } from '../test/faults/owed-notices.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '45' },
    in: { type: 'string', default: tmpdir() },
  },
});
const [minutes, rate] = [Number(values.minutes), Number(values.rate)];

const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Resident memory in megabytes, as Linux tells it. */
function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

/** A minute's more than can go, so that the pace and nothing else decides how many do. */
const needed = rate * 60 * (minutes + 1);

const dataDir = mkdtempSync(join(values.in, 'hour-'));
const store = { DATA_DIR: dataDir, MESSAGES_PER_SECOND: String(rate) };
const connector = await startCountingConnector();
const academy = await openStore(store);
const workers = new Workers(store);
/** Fewer than Teams takes for one conversation in a second. */
const each = 5;
let owed = 0;
const feed = async () => {
  const until = owed + each;
  await owe(academy, { from: owed, until, each }, connector.url);
  owed = until;
};
while (owed < needed) await feed();
print({ owed });
workers.start();
while (connector.posts.size === 0) await wait(50);
const begun = performance.now();
const memory: number[] = [];
let before = connector.posts.size;
for (let minute = 1; minute <= minutes; minute += 1) {
  await wait(begun + minute * 60_000 - performance.now());
  const sent = connector.posts.size;
  const [pid] = workers.ids();
  memory.push(pid === undefined ? Number.NaN : memoryOf(pid));
  print({
    minute,
    sent: sent - before,
    perSecond: Math.round((sent - before) / 6) / 10,
    rssMegabytes: memory.at(-1),
  });
  before = sent;
}
await workers.stop();
const twice = [...connector.posts.values()].filter((posts) => posts > 1).length;
const half = memory.slice(Math.floor(memory.length / 2));
print({ minutes, sent: connector.posts.size, twice, secondHalf: [Math.min(...half), Math.max(...half)] });
await academy.storage.close();
await connector.close();
rmSync(dataDir, { recursive: true, force: true });
process.exit(0);
