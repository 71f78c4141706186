import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type WorkingCalendar, workingCalendar } from '../academy/calendar.ts';
import { parseProgramme } from '../academy/parse-programme.ts';
import { type PlanInput, yearPlan } from '../academy/plan.ts';
import type { YearPlan } from '../academy/plan-item.ts';
import type { Programme } from '../academy/programme.ts';
import { didYouMean } from '../services/nearest-word.ts';
import { presetIds, readProgrammeDocument } from '../storage/programme-files.ts';
import { civilDate, closedRange, heldOn, itemId, openRange, setting, twoPlaces } from './option-values.ts';
import { type Failed, type OptionProblem, optionsFailed } from './outcome.ts';
import { changed } from './programme-settings.ts';
import type { Terminal } from './terminal.ts';
import { typedProgramme } from './typed-path.ts';

/** The options that describe one participant's year, for every command that computes one. */
export const yearOptions = z.object({
  programme: z.string().min(1, 'is empty: name a preset or a file'),
  start: civilDate,
  fte: twoPlaces('0.6').default(1),
  hours: twoPlaces('37').nullable().default(null),
  pause: z.array(openRange),
  done: z.array(heldOn),
  require: z.array(itemId),
  standards: z.string().optional(),
  closure: z.array(closedRange),
  roll: z.enum(['following', 'preceding'], 'is following or preceding').optional(),
  set: z.array(setting),
  today: civilDate.optional(),
  confirm: z.boolean().default(false),
});
type YearOptions = z.output<typeof yearOptions>;

const longestWeekHours = 168;

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;

type Range = { readonly fromOn: Temporal.PlainDate; readonly untilOn: Temporal.PlainDate | null };
const rangeText = ({ fromOn, untilOn }: Range) => `${fromOn.toString()}..${untilOn?.toString() ?? ''}`;

function rangeProblems(option: string, ranges: readonly Range[]): OptionProblem[] {
  return ranges
    .filter(({ fromOn, untilOn }) => untilOn !== null && isBefore(untilOn, fromOn))
    .map((range) => ({
      code: 'range-reversed',
      option: `${option} ${rangeText(range)}`,
      message: 'ends before it begins: swap the dates',
    }));
}

function pauseProblems({ pause, start }: YearOptions): OptionProblem[] {
  return pause
    .filter(({ fromOn }) => isBefore(fromOn, start))
    .map((range) => ({
      code: 'pause-before-start',
      option: `--pause ${rangeText(range)}`,
      message: `begins before the clock start, ${start.toString()}: only a programme that has begun can pause`,
    }));
}

function numberProblems({ fte, hours }: YearOptions): OptionProblem[] {
  const problems: OptionProblem[] = [];
  if (!(fte > 0 && fte <= 1)) {
    const message = 'is out of range: it must be more than 0 and at most 1 (full time)';
    problems.push({ code: 'fte-out-of-range', option: `--fte ${fte}`, message });
  }
  if (hours !== null && !(hours > 0 && hours <= longestWeekHours)) {
    const message = `is out of range: a week has more than 0 and at most ${longestWeekHours} hours`;
    problems.push({ code: 'hours-out-of-range', option: `--hours ${hours}`, message });
  }
  return problems;
}

/** What the rules refuse of records (RULES, "States of an item"): the future always, the unusual without `--confirm`. */
function recordProblems(options: YearOptions, today: Temporal.PlainDate): OptionProblem[] {
  const { done, start, pause, confirm } = options;
  return done.flatMap(({ item, on }): OptionProblem[] => {
    const option = `--done ${item}=${on.toString()}`;
    if (isBefore(today, on)) {
      const message = `lies in the future: today is ${today.toString()}`;
      return [{ code: 'record-in-future', option, message }];
    }
    if (confirm) return [];
    if (isBefore(on, start)) {
      const message = `lies before the clock start, ${start.toString()}: add --confirm if that is right (it will not count)`;
      return [{ code: 'record-before-start', option, message }];
    }
    const within = pause.find(({ fromOn, untilOn }) => {
      return !isBefore(on, fromOn) && (untilOn === null || !isBefore(untilOn, on));
    });
    if (within === undefined) return [];
    const message = `lies in the pause ${rangeText(within)}: add --confirm if that is right (it will not count)`;
    return [{ code: 'record-in-pause', option, message }];
  });
}

/** Items that are named and not in the plan: a slip, or a conditional item that has not been required. */
function itemProblems(options: YearOptions, programme: Programme, plan: YearPlan): OptionProblem[] {
  const ids = plan.items.map(({ id }) => id);
  const reviews = programme.reviews.map(({ id }) => id);
  const unknownDone = options.done
    .filter(({ item }) => !ids.includes(item))
    .map(({ item, on }) => {
      const remedy = reviews.includes(item) ? `: add --require ${item}` : didYouMean(item, ids);
      return { option: `--done ${item}=${on.toString()}`, message: `names no item of this plan${remedy}` };
    });
  const unknownRequired = options.require
    .filter((item) => !reviews.includes(item) && !ids.includes(item))
    .map((item) => ({
      option: `--require ${item}`,
      message: `names no conditional item of this programme${didYouMean(item, reviews)}`,
    }));
  return [...unknownDone, ...unknownRequired].map((found) => ({ code: 'unknown-item', ...found }));
}

function standardsProblems({ standards }: YearOptions, programme: Programme): OptionProblem[] {
  const codes = programme.standards.map(({ code }) => code);
  if (standards === undefined || codes.includes(standards)) return [];
  const message = `names no standards of this programme: it has ${codes.join(', ')}`;
  return [{ code: 'unknown-standards', option: `--standards ${standards}`, message }];
}

type ProgrammeResult =
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly failed: Failed };

/** The programme with what the options change of it. */
async function programmeOf(options: YearOptions, terminal: Terminal): Promise<ProgrammeResult> {
  const read = await readProgrammeDocument(typedProgramme(options.programme, terminal.env));
  if (!read.ok) {
    const [first] = read.faults;
    const message = `${first?.message ?? 'the programme cannot be read'}${didYouMean(options.programme, await presetIds())}`;
    return { ok: false, failed: { ok: false, exit: 1, code: 'unknown-programme', message } };
  }
  const { document, problems } = changed(read.document, {
    settings: options.set,
    // One that is the wrong way round is reported with the other options.
    closures: options.closure.filter(({ fromOn, untilOn }) => !isBefore(untilOn, fromOn)),
    roll: options.roll,
  });
  if (problems.length > 0) return { ok: false, failed: optionsFailed(1, problems) };
  const parsed = parseProgramme(document, read.inherited);
  if (parsed.ok) return { ok: true, programme: parsed.programme };
  const untouched = options.set.length === 0 && parseProgramme(read.document, read.inherited).ok === false;
  const failed: Failed = {
    ok: false,
    exit: 1,
    code: untouched ? 'invalid-programme' : 'invalid-setting',
    message: `the programme ${options.programme} ${untouched ? 'has faults' : 'would not be valid with these options'}`,
    points: parsed.faults.map(({ path, message }) => `${path} ${message}`.trim()),
    details: { faults: parsed.faults },
  };
  return { ok: false, failed };
}

function inputOf(options: YearOptions): PlanInput {
  const { start, fte, hours, pause, done, require: required, confirm } = options;
  const newest = new Map(done.map((record) => [record.item, record]));
  return {
    startOn: start,
    fte,
    contractedHours: hours,
    pauses: pause,
    records: [...newest.values()].map(({ item, on }) => ({ item, outcome: 'held', on, confirmed: confirm })),
    required,
    standards: options.standards ?? null,
  };
}

/** One participant's year as the options describe it: nothing of it is kept. */
interface DescribedYear {
  readonly programme: Programme;
  readonly calendar: WorkingCalendar;
  readonly input: PlanInput;
  readonly today: Temporal.PlainDate;
}

type YearReading = ({ readonly ok: true } & DescribedYear) | { readonly ok: false; readonly failed: Failed };

/** Every problem of the options at once. `todayIn` gives the day on which to look when no `--today` says so. */
export async function readYear(
  options: YearOptions,
  terminal: Terminal,
  todayIn: (timeZone: string) => Temporal.PlainDate,
): Promise<YearReading> {
  const found = await programmeOf(options, terminal);
  if (!found.ok) return found;
  const { programme } = found;
  const today = options.today ?? todayIn(programme.timeZone);
  const problems = [
    ...numberProblems(options),
    ...rangeProblems('--pause', options.pause),
    ...rangeProblems('--closure', options.closure),
    ...pauseProblems(options),
    ...recordProblems(options, today),
  ];
  if (problems.length > 0) return { ok: false, failed: optionsFailed(1, problems) };
  const calendar = workingCalendar(programme.closures);
  const input = inputOf(options);
  const unrecorded = yearPlan(programme, calendar, { ...input, records: [] }, today);
  const unknown = [...itemProblems(options, programme, unrecorded), ...standardsProblems(options, programme)];
  if (unknown.length > 0) return { ok: false, failed: optionsFailed(1, unknown) };
  return { ok: true, programme, calendar, input, today };
}
