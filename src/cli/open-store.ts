import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Programme } from '../academy/programme.ts';
import { type Config, readConfig } from '../config.ts';
import { createAlarms } from '../delivery/alarms.ts';
import { openMovableClock } from '../local/movable-clock.ts';
import { createLog } from '../log.ts';
import type { Clock, NewId } from '../services/ports.ts';
import { openStorage, sqliteFileName } from '../storage/open-storage.ts';
import { loadProgramme } from '../storage/programme-files.ts';
import { createRepositories, type Repositories } from '../storage/repositories.ts';
import { openSqliteStorage } from '../storage/sqlite-storage.ts';
import type { Storage } from '../storage/storage.ts';
import type { Failed, Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** What a command that works on the academy's records is given: the same parts that the bot is made of. */
export interface OpenStore {
  readonly config: Config;
  readonly programme: Programme;
  readonly storage: Storage;
  readonly ports: Repositories;
  /** The academy's clock: in local mode the one that can be moved, for a bot beside us shares it. */
  readonly clock: Clock;
  readonly newId: NewId;
}

export const newId: NewId = () => randomUUID();

/** Looking changes nothing: a store that does not exist yet is not made by it, but stands empty in memory. */
export async function openHome(config: Config, clock: Clock, use: 'look' | 'write'): Promise<Storage> {
  const home = config.storage;
  if (use === 'look' && home.kind === 'sqlite' && !existsSync(join(home.dataDir, sqliteFileName))) {
    return openSqliteStorage({ file: ':memory:', clock, newId });
  }
  return openStorage(home, { clock, newId });
}

/** Whatever time the academy is on: real time in Teams, the movable clock in local mode. */
export async function academyClock(config: Config, storage: Storage, terminal: Terminal): Promise<Clock> {
  const real: Clock = { now: () => terminal.now() };
  return config.identity === null ? openMovableClock(storage.tables, real.now) : real;
}

/**
 * Reads the configuration, opens the store, does the work and closes the store whatever happens. What is wrong with
 * the configuration or the programme is an outcome, not a fault.
 */
export async function withStore(
  terminal: Terminal,
  use: 'look' | 'write',
  work: (store: OpenStore) => Promise<Outcome>,
): Promise<Outcome> {
  const reading = readConfig(terminal.env);
  if (!reading.ok) {
    const points = reading.problems.map(({ variable, message }) => `${variable} ${message}`);
    const message = 'the environment needs mending';
    return {
      ok: false,
      exit: 1,
      code: 'configuration',
      message,
      points,
      details: { problems: reading.problems },
    };
  }
  const { config } = reading;
  const programme = await loadProgramme(config.programme);
  if (!programme.ok) {
    const failed: Failed = {
      ok: false,
      exit: 1,
      code: 'programme',
      message: `PROGRAMME=${config.programme} cannot be used`,
      points: programme.faults.map(({ path, message }) => `${path} ${message}`.trim()),
      details: { faults: programme.faults },
    };
    return failed;
  }
  const storage = await openHome(config, { now: () => terminal.now() }, use);
  try {
    const clock = await academyClock(config, storage, terminal);
    const log = createLog('silent');
    const alarms = createAlarms(storage.alarms, clock);
    // A bot that runs beside the command line takes what it saved up at once.
    const onSaved = (participantId: string) => alarms.participant(participantId, clock.now());
    const ports = createRepositories({ tables: storage.tables, clock, newId, log, onSaved });
    return await work({ config, programme: programme.programme, storage, ports, clock, newId });
  } finally {
    await storage.close();
  }
}
