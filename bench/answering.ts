import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { amara } from '../test/conversation/academy-in-teams.ts';
import { createBotClient, testTenant } from '../test/support/bot-client.ts';
import { type FakeConnector, startFakeConnector } from '../test/support/fake-connector.ts';
import { startTokenIssuer } from '../test/support/tokens.ts';
import { type Figure, percentile } from './measure.ts';

const appId = '6c9a3e52-70a3-4b73-8a0e-0f6a5d1a9e77';
const started = z.object({ port: z.number() });
const used = z.object({ cpuMilliseconds: z.number() });
const warmUp = 150;
const questions = 600;

/** What the process tells next; a process that ends instead ends the measurement. */
async function told(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the measured process ended with ${code}`);
  });
  const [message] = await Promise.race([once(child, 'message'), gone]);
  return message;
}

async function processorTime(child: ChildProcess): Promise<number> {
  child.send('cpu');
  return used.parse(await told(child)).cpuMilliseconds;
}

async function measure(
  kind: 'academy' | 'echo',
  connector: FakeConnector,
  tokens: Awaited<ReturnType<typeof startTokenIssuer>>,
) {
  const child = fork(
    join(import.meta.dirname, 'answering-process.ts'),
    [kind, appId, testTenant, tokens.openIdMetadataUrl],
    {
      env: { ...process.env, NODE_ENV: 'test' },
    },
  );
  const { port } = started.parse(await told(child));
  const client = createBotClient({
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    connector,
    authorize: (serviceUrl) => tokens.header({ serviceUrl }),
  });
  const person = client.person({ ...amara, entraId: amara.entraId });
  const ask = async () => {
    const began = performance.now();
    const { status } = await person.says('when is my next review?');
    if (status !== 200) throw new Error(`${kind} answered ${status}`);
    return performance.now() - began;
  };
  for (let n = 0; n < warmUp; n += 1) await ask();
  const before = await processorTime(child);
  const times: number[] = [];
  for (let n = 0; n < questions; n += 1) times.push(await ask());
  const cpu = ((await processorTime(child)) - before) / questions;
  child.kill();
  await once(child, 'exit');
  times.sort((a, b) => a - b);
  return { cpu, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** A question answered by the whole bot, against an echo by bare teams-ai behind the same guard. */
export async function answeringFigures(): Promise<readonly Figure[]> {
  const connector = await startFakeConnector();
  const tokens = await startTokenIssuer(appId);
  const echo = await measure('echo', connector, tokens);
  const academy = await measure('academy', connector, tokens);
  await Promise.all([connector.close(), tokens.close()]);
  return [
    { name: 'processor time for each answered question', value: academy.cpu, floor: echo.cpu, unit: 'ms' },
    { name: 'answer time, median', value: academy.p50, floor: echo.p50, unit: 'ms', target: 'p99 ≤ 100 ms' },
    {
      name: 'answer time, 99th percentile',
      value: academy.p99,
      floor: echo.p99,
      unit: 'ms',
      target: '≤ 100 ms',
    },
  ];
}
