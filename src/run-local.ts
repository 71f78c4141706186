/** Joins local mode's own part of the start to the academy: the clock, the demo, the Playground's windows. */
import { createServer } from 'node:net';
import type { Config } from './config.ts';
import { openPlaygroundWindows, prepareLocalMode } from './local/local-mode.ts';
import type { MovableClock } from './local/movable-clock.ts';
import type { Academy } from './open-academy.ts';
import type { StartOptions } from './start-options.ts';

/** Local mode always has a clock that can be moved. */
class NoMovableClockError extends Error {
  readonly code = 'no-movable-clock';
}

/** Somebody else listens where the bot was to listen, or nobody may. */
class PortError extends Error {
  readonly code = 'port';
}

/** Tried before anything is kept, so that a start which cannot succeed leaves no demo academy behind. */
export async function requirePort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once('error', (cause) => {
    const remedy = 'Is another bot running there? Stop it, or set PORT to another number.';
    reject(new PortError(`Cannot listen on ${host}:${port}. ${remedy}`, { cause }));
  });
  probe.listen(port, host, () => probe.close(() => resolve()));
  await promise;
}

function clockOf({ movableClock }: Academy): MovableClock {
  if (movableClock === null) throw new NoMovableClockError('local mode was started without its clock');
  return movableClock;
}

export async function prepare(academy: Academy, options: StartOptions): Promise<void> {
  const { needs, ports, log } = academy;
  const clock = clockOf(academy);
  await prepareLocalMode({ ...needs, roster: ports.roster, clock, log }, options);
}

/** Null when no window is wanted, or this process takes no messages. */
export async function openWindows(
  academy: Academy,
  options: StartOptions,
  botPort: number,
): Promise<{ stop(): Promise<void> } | null> {
  const { config, log, needs } = academy;
  if (!options.playground || !config.runs.web) return null;
  const console = {
    print: (text: string) => void process.stdout.write(text),
    colour: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  };
  const clock = clockOf(academy);
  return openPlaygroundWindows({ ...needs, clock, log, console }, options, {
    botPort,
    dataDir: config.dataDir,
  });
}
