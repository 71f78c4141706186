/** Microsoft's Agents Playground, a Teams-like client in the browser: one process for each person of local mode. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { freePorts } from './free-port.ts';
import {
  type Persona,
  type PlaygroundPerson,
  type PlaygroundTeam,
  playgroundConfig,
} from './playground-config.ts';
import { portTaken, windowListens } from './playground-signals.ts';

export interface PlaygroundOptions {
  /** Where the bot listens on 127.0.0.1. */
  readonly botPort: number;
  readonly dataDir: string;
  readonly personas: readonly Persona[];
  /** At least six people; each window shows five of them beside its own person. */
  readonly colleagues: readonly PlaygroundPerson[];
  readonly team: PlaygroundTeam;
  /** The first port to try; windows take the first free ones from there on. */
  readonly firstPort?: number;
  /** A window that does not answer by then is given up, and said so. */
  readonly deadlineSeconds?: number;
}

export interface Playgrounds {
  readonly addresses: readonly { readonly persona: Persona; readonly url: string }[];
  /** In words for the console: which window did not start, and why. */
  readonly problems: readonly string[];
  /** Ends the processes that were started here, and waits until they are gone. */
  stop(): Promise<void>;
}

interface Window {
  readonly persona: Persona;
  readonly url: string;
  readonly process: ChildProcess;
  /** Its own server listens. */
  listens: boolean;
  /** What it has complained of until it was ready. */
  complaints: string;
}

/** Beside the port that the Playground itself prefers, so that a bookmark stays good from start to start. */
const preferredPort = 56_150;
const defaultDeadlineSeconds = 60;
const stopGraceSeconds = 3;
const mostComplaints = 2_000;

function playgroundProgram(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
    return join(dirname(manifest), 'cli.js');
  } catch {
    return undefined;
  }
}

async function open(
  program: string,
  options: PlaygroundOptions,
  persona: Persona,
  port: number,
): Promise<Window> {
  const home = resolve(options.dataDir, 'playground', persona.key);
  const configFile = join(home, 'config.yml');
  await mkdir(home, { recursive: true });
  await writeFile(configFile, playgroundConfig(persona, options.colleagues, options.team));
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--import=${new URL('./loopback-only.ts', import.meta.url).href}`,
      program,
      '--app-endpoint',
      `http://127.0.0.1:${options.botPort}/api/messages`,
      '--channel-id',
      'msteams',
      '--port',
      String(port),
      '--service-url',
      `http://127.0.0.1:${port}/_connector`,
      '--disable-telemetry',
    ],
    {
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        SystemRoot: process.env.SystemRoot,
        TZ: 'Europe/London',
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
        // No file can stand below a file: whatever is said in the window, none of it is kept on disk.
        M365_AGENTS_PLAYGROUND_LOGFILE: join(configFile, 'no-log'),
      },
    },
  );
  const url = `http://127.0.0.1:${port}`;
  const window: Window = { persona, url, process: child, listens: false, complaints: '' };
  child.once('message', (signal) => {
    window.listens = signal === windowListens;
  });
  child.on('error', (cause) => {
    window.complaints += cause.message;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (window.complaints.length < mostComplaints) window.complaints += text;
  });
  return window;
}

const hasEnded = ({ process: { exitCode, signalCode } }: Window) => exitCode !== null || signalCode !== null;

async function answers(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(`${url}/_debug/ping`, { signal: AbortSignal.timeout(2_000) });
    return ok;
  } catch {
    return false;
  }
}

async function isReady(window: Window, deadline: number): Promise<boolean> {
  while (performance.now() < deadline && !hasEnded(window)) {
    if (window.listens && (await answers(window.url))) return !hasEnded(window);
    await wait(150);
  }
  return false;
}

/** The Playground's own words for a failed start, without the link that it adds. */
function reasonOf({ complaints }: Window): string {
  const lines = stripVTControlCharacters(complaints)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('Go to the link'));
  return lines.length > 0 ? lines.slice(0, 3).join(' ') : 'it did not answer in time';
}

/** Once it runs, nothing that it says is read any more. */
function stopListening(window: Window): void {
  window.process.stderr?.removeAllListeners('data').resume();
  window.complaints = '';
}

async function close(window: Window): Promise<void> {
  if (hasEnded(window)) return;
  const gone = once(window.process, 'exit');
  window.process.kill('SIGTERM');
  const late = wait(stopGraceSeconds * 1_000, 'late', { ref: false });
  if ((await Promise.race([gone, late])) === 'late') {
    window.process.kill('SIGKILL');
    await gone;
  }
}

const nothingStarted = (problem: string): Playgrounds => ({
  addresses: [],
  problems: [problem],
  stop: async () => undefined,
});

type Opened =
  | { readonly ok: true; readonly window: Window }
  | { readonly ok: false; readonly problem: string };

/** Somebody else may take a port between the look and the start; then the window tries another. */
const portsTried = 3;

async function openWindow(
  program: string,
  options: PlaygroundOptions,
  persona: Persona,
  ports: readonly number[],
): Promise<Opened> {
  const deadline = performance.now() + (options.deadlineSeconds ?? defaultDeadlineSeconds) * 1_000;
  const problem = (why: string): Opened => ({ ok: false, problem: `${persona.person.name}: ${why}` });
  for (const port of ports) {
    const window = await open(program, options, persona, port);
    if (await isReady(window, deadline)) {
      stopListening(window);
      return { ok: true, window };
    }
    await close(window);
    if (window.process.exitCode !== portTaken) return problem(reasonOf(window));
  }
  return problem(`no free port from ${options.firstPort ?? preferredPort} on`);
}

/**
 * Starts one Playground for each persona and resolves when each answers or has been given up. It never throws for a
 * window that does not start: the bot works without them, and `problems` says what to do.
 */
export async function startPlaygrounds(options: PlaygroundOptions): Promise<Playgrounds> {
  const program = playgroundProgram();
  if (program === undefined) {
    return nothingStarted('The Agents Playground is not installed: run "npm ci" (without --omit=dev).');
  }
  const { personas } = options;
  const free = await freePorts(options.firstPort ?? preferredPort, personas.length * portsTried);
  const opened = await Promise.all(
    personas.map((persona, place) => {
      const ports = free.filter((_, index) => index % personas.length === place);
      return openWindow(program, options, persona, ports);
    }),
  );
  const windows = opened.flatMap((one) => (one.ok ? [one.window] : []));
  return {
    addresses: windows.map(({ persona, url }) => ({ persona, url })),
    problems: opened.flatMap((one) => (one.ok ? [] : [one.problem])),
    stop: async () => {
      await Promise.all(windows.map(close));
    },
  };
}
