/** The start: reads the settings, opens the academy, runs this process's roles, and ends in order. */
import { writeCompiledCode } from './compiled-code.ts';
import { configMessage, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { openAcademy, ProgrammeError, programmeProblems } from './open-academy.ts';
import { whenParentEnded } from './parent-ended.ts';
import { runBot } from './run-bot.ts';
import { readStartOptions } from './start-options.ts';

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

async function start(): Promise<void> {
  const reading = readConfig(process.env);
  if (!reading.ok) {
    refuse(configMessage([...reading.problems, ...(await programmeProblems(reading.programme))]));
  }
  const asked = readStartOptions(process.argv.slice(2));
  if (!asked.ok) refuse(asked.message);
  const { config } = reading;
  const isLocal = config.identity === null;
  if (!isLocal && asked.options.now !== null) refuse('--now is for local mode only.');

  const log = createLog(config.logLevel);
  const local = isLocal ? await import('./run-local.ts') : null;
  await local?.requirePort(config);
  const academy = await openAcademy(config, log);
  await local?.prepare(academy, asked.options);
  const bot = await runBot(academy);
  log.info('bot.started', { port: bot.port, local: isLocal, ...config.runs });
  let ending = false;
  let windows: Promise<{ stop(): Promise<void> } | null> = Promise.resolve(null);
  const end = async (signal: string) => {
    if (ending) return;
    ending = true;
    log.info('bot.stopping', { signal });
    await Promise.all([bot.stop(), windows.then((opened) => opened?.stop())]);
    log.info('bot.stopped');
    process.exit(0);
  };
  process.on('SIGTERM', () => void end('SIGTERM'));
  process.on('SIGINT', () => void end('SIGINT'));
  // Only under npm: whoever starts the bot without it may well mean to leave it running.
  if (process.env.npm_lifecycle_event === 'start') whenParentEnded(() => void end('npm ended'));
  windows = local?.openWindows(academy, asked.options, bot.port) ?? windows;
  await windows;
  writeCompiledCode();
}

try {
  await start();
} catch (cause) {
  if (cause instanceof ProgrammeError) refuse([cause.message, ...cause.faults].join('\n  - '));
  refuse(`The bot cannot start: ${cause instanceof Error ? cause.message : String(cause)}`);
}
