import { Temporal } from 'temporal-polyfill';
import { runAcademy } from '../../src/cli/run.ts';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  readonly now?: string;
}

/** Runs the command line in this process and keeps what it writes. */
export async function academy(
  words: readonly string[],
  { env = {}, input = '', now }: Surroundings = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const at = Temporal.Instant.from(now ?? '2026-09-30T09:00Z');
  const exit = await runAcademy(words, {
    env,
    width: null,
    now: () => at,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readInput: async () => input,
  });
  return { exit, out, err };
}

/** The one document that `--json` promises: fails when there is more or less than that on standard output. */
export function documentOf(ran: Ran): unknown {
  if (ran.err !== '') throw new Error(`something on standard error: ${ran.err}`);
  return JSON.parse(ran.out);
}
