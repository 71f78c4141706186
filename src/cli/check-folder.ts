/** The checks of `academy doctor` on the folder that the embedded store is kept in. */
import { existsSync } from 'node:fs';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { sqliteFileName } from '../storage/open-storage.ts';
import { type Finding, faultName, fine, problem } from './finding.ts';

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/**
 * For a store that does not exist yet: whether it can be made. Undefined once there is one, or when it is elsewhere.
 * Tried by making a folder and taking it away: permissions alone say yes to an administrator where nothing can be made.
 */
export async function checkFolder({ storage }: Config): Promise<Finding | undefined> {
  if (storage.kind !== 'sqlite' || existsSync(join(storage.dataDir, sqliteFileName))) return undefined;
  const wanted = resolve(storage.dataDir);
  const folder = nearestFolder(wanted);
  try {
    await rmdir(await mkdtemp(join(folder, '.academy-doctor-')));
    return fine('storage', `nothing is kept in ${storage.dataDir} yet; the first start or import makes it`);
  } catch (fault) {
    const what = folder === wanted ? 'cannot be written' : `cannot be made in ${folder}`;
    const message = `${storage.dataDir} ${what} (${faultName(fault)})`;
    return problem('storage', message, 'set DATA_DIR to a folder that you may write');
  }
}

const remedies: Readonly<Record<string, string>> = {
  'made-by-a-newer-version': 'run the release that wrote it, or a newer one',
  'read-only': 'let the user that the bot runs as write the file and its folder',
  'cannot-open': 'let the user that the bot runs as read and write the file and its folder',
  busy: 'another program holds the file: end it, then run doctor again',
  locked: 'another program holds the file: end it, then run doctor again',
  'disk-full': 'make room on the disk',
};

/** What to do about an embedded store that cannot be opened; the file is named with its reason. */
export function unopenedFile(dataDir: string, fault: unknown): Finding {
  const file = join(dataDir, sqliteFileName);
  const reason = faultName(fault);
  if (reason === 'not-a-database' || reason === 'file-damaged') {
    const remedy = `restore ${file} from a backup together with its -wal and -shm files, or move all three away to begin with nothing`;
    return problem('storage', `${file} is damaged or no database of the academy (${reason})`, remedy);
  }
  const usual = `check that the folder ${dataDir} exists, can be written and has room`;
  return problem('storage', `${file} cannot be opened (${reason})`, remedies[reason] ?? usual);
}
