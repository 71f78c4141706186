import { parseArgs } from 'node:util';
import { readClockTime } from './local/clock-request.ts';

/** What can be said after `npm start --`: all of it for local mode only. */
export interface StartOptions {
  readonly playground: boolean;
  readonly demo: boolean;
  /** E-mails of the people whose windows open; empty for the usual three. */
  readonly as: readonly string[];
  /**
   * Where the clock starts, as written: `2026-09-30T10:00` is London wall time, one with `Z` or an offset that instant.
   * Null for real time.
   */
  readonly now: string | null;
}

export type StartOptionsReading =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly message: string };

const usage =
  'Options after `npm start --` are: --no-playground, --no-demo, --as amara.okoro@example.org (as often as you like) and --now 2026-09-30T10:00 (local mode only).';

/** Reads the command line of the bot; whatever is not one of its options is named with the remedy. */
export function readStartOptions(args: readonly string[]): StartOptionsReading {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'no-playground': { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
        as: { type: 'string', multiple: true, default: [] },
        now: { type: 'string' },
      },
    });
    const { now } = values;
    const reading = now === undefined ? null : readClockTime(now);
    if (reading?.ok === false) return { ok: false, message: `--now: ${reading.message} ${usage}` };
    const options = {
      playground: !values['no-playground'],
      demo: !values['no-demo'],
      as: values.as,
      now: now ?? null,
    };
    return { ok: true, options };
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split('\n')[0] : 'The options were not understood.';
    return { ok: false, message: `${what} ${usage}` };
  }
}
