/**
 * Half of a start is spent on compiling the same files again. Node keeps what it has compiled, checks it against the
 * files, and does without where the folder cannot be written.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

/** Beside the packages and not in the machine's common temporary folder, where somebody else could put code for us. */
const folder = join(import.meta.dirname, '../node_modules/.cache/compiled');

/** Counts for what is imported afterwards: static imports have been compiled before this runs. */
export function keepCompiledCode(): void {
  enableCompileCache(folder);
}

/** Now, and not at an end that may come without warning. */
export const writeCompiledCode = (): void => flushCompileCache();
