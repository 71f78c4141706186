import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Kept by the machine in its memory, where it has such a folder. */
const inMemory = '/dev/shm';
/** More than all tests at once keep there. Containers often have 64 MB, of which a browser needs its share. */
const leastFree = 512 * 1024 * 1024;

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= leastFree;
  } catch {
    return false;
  }
}

/**
 * A new folder for the records of a bot that runs as a process of its own. Its store waits for the disk at every write,
 * as it should; a disk that is busy with other things is not what these tests are about.
 */
export function quickFolder(prefix: string): string {
  return mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), prefix));
}
