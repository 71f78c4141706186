import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Programme } from '../academy/programme.ts';
import { prepareRoster, saveRoster } from '../services/import-roster.ts';
import { loadProgramme } from '../storage/programme-files.ts';
import { assumptions } from './assumed-records.ts';
import { readRoster, rosterFaults } from './import.ts';
import { civilDate, formProblems, wholeNumber } from './option-values.ts';
import { type Outcome, optionsFailed } from './outcome.ts';
import { type Simulated, simulatedCsv, simulatedRows, simulatedText } from './simulate-report.ts';
import { openSimulatedAcademy } from './simulated-academy.ts';
import { type SimulatedTime, simulateTime } from './simulated-year.ts';
import type { Terminal } from './terminal.ts';
import { typedProgramme } from './typed-path.ts';

const simulateOptions = z.object({
  from: civilDate,
  to: civilDate,
  assume: z.enum(assumptions, `is one of ${assumptions.join(', ')}`).default('never'),
  seed: wholeNumber.default(1),
  programme: z.string().min(1, 'is empty: name a preset or a file').optional(),
  csv: z.boolean().default(false),
});
type SimulateOptions = z.output<typeof simulateOptions>;

/** Weeks of progress are drawn, not days: enough to see that it moves. */
const daysBetweenDrawings = 7;

/** `from` to `to` as a bar that draws over itself, where there is a window to draw in. */
function progressOf({ progress }: Terminal, { fromOn, toOn }: SimulatedTime) {
  const all = fromOn.until(toOn).days + 1;
  const width = 30;
  return {
    day(on: Temporal.PlainDate): void {
      const done = fromOn.until(on).days;
      if (done % daysBetweenDrawings !== 0) return;
      const filled = Math.round((done / all) * width);
      progress?.(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${on.toString()}`);
    },
    end: () => progress?.(`\r${' '.repeat(width + 12)}\r`),
  };
}

function timeOf({ from, to, assume, seed }: SimulateOptions): SimulatedTime {
  return { fromOn: from, toOn: to, assume, seed };
}

async function programmeOf(
  { programme }: SimulateOptions,
  { env }: Terminal,
): Promise<Programme | Extract<Outcome, { ok: false }>> {
  const named = typedProgramme(programme ?? env.PROGRAMME ?? 'luton', env);
  const reading = await loadProgramme(named);
  if (reading.ok) return reading.programme;
  const points = reading.faults.map(({ path, message }) => `${path} ${message}`.trim());
  const message = `the programme ${named} cannot be used`;
  return { ok: false, exit: 1, code: 'programme', message, points, details: { faults: reading.faults } };
}

async function run(
  file: string,
  options: SimulateOptions,
  programme: Programme,
  terminal: Terminal,
): Promise<Simulated | Extract<Outcome, { ok: false }>> {
  const sheet = await readRoster(file, terminal);
  if ('ok' in sheet) return sheet;
  const time = timeOf(options);
  const { timeZone, titles } = programme;
  const academy = openSimulatedAcademy(programme, time.fromOn.toZonedDateTime(timeZone).toInstant());
  const progress = progressOf(terminal, time);
  try {
    const prepared = await prepareRoster(academy.needs, sheet, time.fromOn);
    if (!prepared.ok) return rosterFaults(file, prepared.faults);
    await saveRoster(academy.ports.roster, prepared);
    const people = prepared.people.map(({ person }) => person);
    await academy.introduce(people);
    await simulateTime(academy, prepared, time, progress.day);
    return { messages: academy.sent, people, time, timeZone, manager: titles['academy-manager'] };
  } finally {
    progress.end();
    await academy.close();
  }
}

/**
 * `academy simulate`: every message that the bot would send to the people of a roster in a time, from an empty academy in
 * memory. Nothing is kept and nobody is sent anything.
 */
export async function simulate(file: string, typed: unknown, terminal: Terminal): Promise<Outcome> {
  const read = simulateOptions.safeParse(typed);
  if (!read.success) return optionsFailed(2, formProblems(read.error));
  const { from, to, csv } = read.data;
  if (Temporal.PlainDate.compare(to, from) < 0) {
    const option = `--from ${from.toString()} --to ${to.toString()}`;
    const message = 'ends before it begins: swap the days';
    return optionsFailed(1, [{ code: 'range-reversed', option, message }]);
  }
  const programme = await programmeOf(read.data, terminal);
  if ('ok' in programme) return programme;
  const simulated = await run(file, read.data, programme, terminal);
  if ('ok' in simulated) return simulated;
  const rows = simulatedRows(simulated);
  return {
    ok: true,
    json: rows,
    jsonLines: rows,
    text: csv ? simulatedCsv(simulated) : simulatedText(simulated),
  };
}
