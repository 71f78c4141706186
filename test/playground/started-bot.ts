/** The bot as a person starts it: its own process, local mode, the demo academy and the windows of three people. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

export interface StartedBot {
  /** The address that the console prints under this name. */
  urlOf(name: string): string;
  /** Everything it has printed so far. */
  console(): string;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
}

const startSeconds = 90;

export async function startBot(
  dataDir: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedBot> {
  const bot = spawn(process.execPath, ['src/main.ts', ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const keep = (text: string) => {
    printed += text;
  };
  bot.stdout.setEncoding('utf8').on('data', keep);
  bot.stderr.setEncoding('utf8').on('data', keep);
  const plain = () => stripVTControlCharacters(printed);
  const stop = async () => {
    if (bot.exitCode !== null) return bot.exitCode;
    const gone = once(bot, 'exit');
    bot.kill('SIGINT');
    await gone;
    return bot.exitCode;
  };
  const deadline = performance.now() + startSeconds * 1_000;
  while (!plain().includes('Ctrl-C stops everything')) {
    if (bot.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`the bot did not start:\n${plain()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    urlOf: (name) => {
      const url = new RegExp(`^ *${name},.*\\n *(http\\S+)`, 'm').exec(plain())?.[1];
      if (url === undefined) throw new Error(`no window for ${name}:\n${plain()}`);
      return url;
    },
    console: plain,
    stop,
  };
}
