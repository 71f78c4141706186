import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { sqliteFileName } from '../storage/open-storage.ts';
import { type Finding, faultName, fine, problem } from './finding.ts';

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/** For a store that does not exist yet: whether it can be made. Undefined once there is one, or when it is elsewhere. */
export async function checkFolder({ storage }: Config): Promise<Finding | undefined> {
  if (storage.kind !== 'sqlite' || existsSync(join(storage.dataDir, sqliteFileName))) return undefined;
  const folder = nearestFolder(resolve(storage.dataDir));
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return fine('storage', `nothing is kept in ${storage.dataDir} yet; the first start or import makes it`);
  } catch (fault) {
    const message = `${storage.dataDir} cannot be made in ${folder} (${faultName(fault)})`;
    return problem('storage', message, 'set DATA_DIR to a folder that you may write');
  }
}
