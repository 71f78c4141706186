/** Local mode's own part of the start: the clock, the demo academy, and Playground windows. */
import type { Log } from '../services/ports.ts';
import { localBanner } from './banner.ts';
import { clockWords, destination, readClockTime } from './clock-request.ts';
import { type DemoNeeds, seedDemoAcademy } from './demo-academy.ts';
import { demoColleagues, demoPersonId, demoTeam, demoWindows } from './demo-windows.ts';
import type { MovableClock } from './movable-clock.ts';
import { type Playgrounds, startPlaygrounds } from './playground.ts';
import { type RosterNeeds, type RosterWindows, rosterWindows } from './roster-windows.ts';

/** The start's `--now` says nothing that can be understood; the message is for whoever typed it. */
export class StartClockError extends Error {
  override readonly name = 'StartClockError';
  readonly code = 'start-clock';
}

/** Sets the clock to `--now`, when given, and fills an empty store with the demo academy unless that is declined. */
export async function prepareLocalMode(
  needs: DemoNeeds & { readonly clock: MovableClock; readonly log: Log },
  asked: { readonly now: string | null; readonly demo: boolean },
): Promise<void> {
  const { clock, log, programme } = needs;
  if (asked.now !== null) {
    const reading = readClockTime(asked.now);
    if (!reading.ok) throw new StartClockError(`--now: ${reading.message}`);
    await clock.moveTo(destination(reading.request, clock.now()));
  }
  if (!asked.demo) return;
  const today = clock.now().toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const demo = await seedDemoAcademy(needs, today);
  log.info('local.demo', { demo });
}

export interface LocalConsole {
  readonly print: (text: string) => void;
  readonly colour: boolean;
}

/** The demo's three people where the store holds the demo; otherwise people of the academy's own roster. */
async function windowsOf(needs: RosterNeeds, as: readonly string[]): Promise<RosterWindows> {
  const isDemo = (await needs.people.byId(demoPersonId)) !== undefined;
  if (!isDemo || as.length > 0) return rosterWindows(needs, as);
  return { windows: demoWindows(needs.programme), colleagues: demoColleagues, problems: [] };
}

/**
 * Opens a window for each of these people and prints where they are. To be called when the bot is listening; a person
 * meets it when their window is opened in a browser.
 */
export async function openPlaygroundWindows(
  needs: RosterNeeds & { readonly clock: MovableClock; readonly log: Log; readonly console: LocalConsole },
  asked: { readonly as: readonly string[] },
  place: { readonly botPort: number; readonly dataDir: string; readonly firstPort?: number },
): Promise<Playgrounds> {
  const wanted = await windowsOf(needs, asked.as);
  const playgrounds = await startPlaygrounds({
    ...place,
    personas: wanted.windows.map(({ persona }) => persona),
    colleagues: wanted.colleagues,
    team: demoTeam,
  });
  const windows = playgrounds.addresses.flatMap(({ persona, url }) => {
    const window = wanted.windows.find((one) => one.persona === persona);
    return window === undefined ? [] : [{ window, url }];
  });
  const problems = [...wanted.problems, ...playgrounds.problems];
  needs.log.info('local.windows', { open: windows.length, notOpen: problems.length });
  needs.console.print(
    localBanner({
      botUrl: `http://127.0.0.1:${place.botPort}`,
      windows,
      problems,
      now: clockWords(needs.clock.now()),
      dataDir: place.dataDir,
      colour: needs.console.colour,
    }),
  );
  return playgrounds;
}
