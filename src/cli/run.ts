import { CommanderError } from 'commander';
import { academyCommands } from './commands.ts';
import type { Done, Failed, Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

function printDone(terminal: Terminal, done: Done, asJson: boolean): void {
  const lines = done.lines ?? (asJson ? done.jsonLines : undefined);
  if (lines !== undefined) {
    for (const line of lines) terminal.out(`${JSON.stringify(line)}\n`);
    return;
  }
  terminal.out(asJson ? `${JSON.stringify(done.json, null, 2)}\n` : `${done.text}\n`);
}

function printFailed(terminal: Terminal, failed: Failed, asJson: boolean): void {
  const { code, message, details, points } = failed;
  if (asJson) {
    terminal.out(`${JSON.stringify({ error: { code, message, ...details } }, null, 2)}\n`);
    return;
  }
  terminal.err(`${[message, ...(points ?? []).map((point) => `  - ${point}`)].join('\n')}\n`);
}

/** Help that was asked for is an answer; everything else that the parser throws is a usage error. */
function misunderstood(fault: CommanderError): Failed | undefined {
  if (fault.exitCode === 0) return undefined;
  const message = fault.message.replace(/^error: /, '').replaceAll('\n', ' ');
  if (fault.code === 'commander.help') {
    const remedy = 'say which command: `npm run academy -- --help` lists them';
    return { ok: false, exit: 2, code: 'usage', message: remedy };
  }
  return { ok: false, exit: 2, code: 'usage', message };
}

/** A fault that no command expected: its class and code, and where to look. */
function broken(fault: unknown): Failed {
  const named = fault instanceof Error ? fault : new Error(String(fault));
  const code = 'code' in named && typeof named.code === 'string' ? named.code : 'fault';
  return {
    ok: false,
    exit: 1,
    code,
    message: `${named.message} (${code}). \`npm run academy -- doctor\` looks for the cause.`,
  };
}

/**
 * Runs one command and returns its exit code: 0 when done, 2 when it was not understood, 1 when it was refused or
 * failed. With `--json` exactly one document goes to stdout, also for an error; otherwise errors go to stderr.
 */
export async function runAcademy(words: readonly string[], terminal: Terminal): Promise<number> {
  const asJson = words.includes('--json');
  const outcomes: Outcome[] = [];
  const report = (outcome: Outcome) => outcomes.push(outcome);
  const commands = academyCommands(terminal, report, (text) =>
    report({ ok: true, json: { help: text }, text: text.trimEnd() }),
  );
  try {
    await commands.parseAsync([...words], { from: 'user' });
  } catch (fault) {
    const failed = fault instanceof CommanderError ? misunderstood(fault) : broken(fault);
    if (failed !== undefined) outcomes.push(failed);
  }
  for (const outcome of outcomes) {
    if (outcome.ok) printDone(terminal, outcome, asJson);
    else printFailed(terminal, outcome, asJson);
  }
  return outcomes.reduce((exit, outcome) => outcome.exit ?? exit, 0);
}
