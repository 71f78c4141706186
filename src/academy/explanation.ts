import type { Nominal } from './cadence.ts';
import type { WorkingCalendar } from './calendar.ts';
import { type CivilDay, civilDate, weekdayName } from './civil-days.ts';
import type { Stretch } from './part-time.ts';
import { type Period, periodWords, plusPeriod, rhythmWords } from './period.ts';
import { type Placement, pauseOn } from './placement.ts';
import type { Phase, Source } from './programme-fields.ts';
import { countWords, shortDay } from './wording.ts';

/** How a date of the assessed year came about: in calendar months, or stretched for somebody part-time (A7). */
export type StageBasis =
  | { readonly by: 'months'; readonly start: CivilDay; readonly months: number }
  | { readonly by: 'stretch'; readonly start: CivilDay; readonly stretch: Stretch };

/** How an item's nominal date came about, kept so that the sum can be shown to whoever asks. */
export type Basis =
  | Nominal
  | StageBasis
  | {
      readonly by: 'before';
      readonly stage: StageBasis;
      readonly stageDay: CivilDay;
      readonly before: Period;
    }
  | {
      readonly by: 'window';
      readonly start: CivilDay;
      readonly from: Period | null;
      readonly until: Period;
    }
  | { readonly by: 'induction'; readonly start: CivilDay; readonly length: Period }
  | {
      readonly by: 'extension';
      readonly of: 'programme' | 'probation';
      readonly usual: Basis;
      readonly usualDay: CivilDay;
      readonly to: CivilDay;
      readonly pausedDays: number;
    }
  | { readonly by: 'start' }
  /** The day that somebody entered. */
  | { readonly by: 'entered' }
  | {
      readonly by: 'claim-end';
      readonly start: CivilDay;
      readonly months: number;
      readonly programmeEnd: CivilDay;
      readonly lastDay: CivilDay;
    };

/** "no day 31 in February 2027, so its last day" where months were clamped (A5). */
function clampNote(start: CivilDay, day: CivilDay): string {
  const wanted = civilDate(start).day;
  const got = civilDate(day).day;
  return wanted === got ? '' : ` (that month has no day ${wanted}, so its last day)`;
}

const untilWords = (until: Phase['until']) =>
  until === 'end'
    ? 'to the end of the programme'
    : until.unit === 'month'
      ? `until the ${until.count}-month point`
      : `for the first ${periodWords(until)}`;

/** Words that every item of a series shares are put together once for each programme. */
const phrases = new WeakMap<Phase | Source, string>();

function phaseWords(phase: Phase): string {
  const known = phrases.get(phase);
  if (known !== undefined) return known;
  const words = `${rhythmWords(phase.every)} ${untilWords(phase.until)}`;
  phrases.set(phase, words);
  return words;
}

function cadenceLine(basis: Nominal, day: CivilDay): string {
  const { from, fromStart, times, phase, afterPhase } = basis;
  const origin = fromStart || afterPhase === null ? 'Start' : `Last ${rhythmWords(afterPhase.every)} date`;
  const clamp = phase.every.unit === 'month' ? clampNote(from, day) : '';
  return `${origin} ${shortDay(from)} + ${periodWords(phase.every, times)} = ${shortDay(day)}${clamp}; ${phaseWords(phase)}`;
}

/** How often was decided at six months, and not by the programme file (P15). */
const decidedLine = ({ decidedOn, phase }: Nominal): string[] =>
  decidedOn === undefined
    ? []
    : [`How often was decided on ${shortDay(decidedOn)}: ${rhythmWords(phase.every)}`];

function stretchLines({ start, stretch }: Basis & { by: 'stretch' }, day: CivilDay): string[] {
  const { months, fte, stretchedMonths, fullTimeDays, stretchedDays } = stretch;
  if (stretchedMonths !== null) {
    return [
      `Part-time: ${countWords(months, 'month')} ÷ ${fte} = ${countWords(stretchedMonths, 'month')}`,
      `Start ${shortDay(start)} + ${countWords(stretchedMonths, 'month')} = ${shortDay(day)}${clampNote(start, day)}`,
    ];
  }
  return [
    `${countWords(months, 'month')} from the start are ${countWords(fullTimeDays, 'day')} full-time`,
    `Part-time: ${fullTimeDays} ÷ ${fte} = ${countWords(stretchedDays, 'day')}, part of a day rounded up`,
    `Start ${shortDay(start)} + ${countWords(stretchedDays, 'day')} = ${shortDay(day)}`,
  ];
}

function claimLine({ start, months, programmeEnd, lastDay }: Basis & { by: 'claim-end' }): string {
  const end = `the full-time programme end ${shortDay(programmeEnd)} (start ${shortDay(start)} + ${countWords(months, 'month')})`;
  const last = `the last claim day ${shortDay(lastDay)}`;
  return `The earlier of ${end} and ${last}; neither pauses nor working days move it`;
}

const extendedBy = {
  programme: 'The panel has extended the programme',
  probation: 'The host manager has extended the probation',
} as const;

function extensionLines({ of, usual, usualDay, to, pausedDays }: Basis & { by: 'extension' }): string[] {
  const lines = [...basisLines(usual, usualDay), `${extendedBy[of]} to ${shortDay(to)}`];
  if (pausedDays === 0) return lines;
  const before = `${shortDay(to)} − ${countWords(pausedDays, 'day')} = ${shortDay(to - pausedDays)}`;
  return [...lines, `The pauses before that decision are part of it: ${before} without them`];
}

function windowLine({ start, from, until }: Basis & { by: 'window' }, day: CivilDay): string {
  const latest = `at the latest ${periodWords(until)} after the start ${shortDay(start)} = ${shortDay(day)}`;
  if (from === null) return capital(latest);
  return `Not before ${periodWords(from)} after the start = ${shortDay(plusPeriod(start, from))}; ${latest}`;
}

function basisLines(basis: Basis, day: CivilDay): string[] {
  switch (basis.by) {
    case 'cadence':
      return [cadenceLine(basis, day), ...decidedLine(basis)];
    case 'months':
      return [
        `Start ${shortDay(basis.start)} + ${countWords(basis.months, 'month')} = ${shortDay(day)}${clampNote(basis.start, day)}`,
      ];
    case 'stretch':
      return stretchLines(basis, day);
    case 'induction':
      return [
        `Start ${shortDay(basis.start)} + ${periodWords(basis.length)}, last day included = ${shortDay(day)}`,
      ];
    case 'before':
      return [
        ...basisLines(basis.stage, basis.stageDay),
        `${periodWords(basis.before)} before that = ${shortDay(day)}`,
      ];
    case 'window':
      return [windowLine(basis, day)];
    case 'extension':
      return extensionLines(basis);
    case 'start':
      return [`The day the programme starts, ${shortDay(day)}; neither pauses nor working days move it`];
    case 'entered':
      return [`Agreed for ${shortDay(day)}`];
    case 'claim-end':
      return [claimLine(basis)];
  }
}

function pauseLines(nominal: CivilDay, { movedBy }: Placement): string[] {
  let day = nominal;
  return movedBy.map(({ from, until }) => {
    if (until === null)
      return `Paused from ${shortDay(from)} with no end yet, so it has no date until the pause ends`;
    const days = until - from + 1;
    const before = day;
    day += days;
    const span = `Paused ${shortDay(from)} to ${shortDay(until)}, ${countWords(days, 'day')}`;
    return `${span}: ${shortDay(before)} + ${countWords(days, 'day')} = ${shortDay(day)}`;
  });
}

function weekendWords(weekend: readonly string[]): string[] {
  if (weekend.length === 0) return [];
  return [
    `${weekend.join(' and ')} ${weekend.length === 1 ? 'is not a working day' : 'are not working days'}`,
  ];
}

/** Why the days from `first` to `last` do not count, in order: a pause in one phrase, the others by their names. */
function daysOff(first: CivilDay, last: CivilDay, placement: Placement, calendar: WorkingCalendar): string[] {
  const words: string[] = [];
  let weekend: string[] = [];
  for (let day = first; day <= last; day += 1) {
    const pause = pauseOn(placement.met, day);
    const closure = pause === undefined ? calendar.closedDays.get(day) : 'in the pause';
    if (closure === undefined) {
      weekend.push(weekdayName(day));
      continue;
    }
    const until = Math.min(pause?.until ?? day, last);
    const days = until === day ? shortDay(day) : `${shortDay(day)} to ${shortDay(until)}`;
    words.push(...weekendWords(weekend), `${days} is ${closure}`);
    weekend = [];
    day = until;
  }
  return [...words, ...weekendWords(weekend)];
}

/** Longer runs of single closed days are named by their ends. */
const namedReasons = 6;

/** The days between a date and the working day that it moves to, in the order of the calendar. */
function daysOffWords(from: CivilDay, to: CivilDay, placement: Placement, calendar: WorkingCalendar): string {
  const first = Math.min(from, to + 1);
  const last = Math.max(from, to - 1);
  const reasons = daysOff(first, last, placement, calendar);
  if (reasons.length <= namedReasons) return reasons.join(', ');
  return `no day from ${shortDay(first)} to ${shortDay(last)} is a working day`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function rollLine(placement: Placement, calendar: WorkingCalendar): string[] {
  const { moved, due } = placement;
  if (moved === null || due === null || moved === due) return [];
  const way = due > moved ? 'the next working day' : 'the working day before';
  const reasons = daysOffWords(moved, due, placement, calendar);
  return [`${capital(reasons)}, so ${way}: ${shortDay(due)}`];
}

function sourceLine(source: Source): string {
  const known = phrases.get(source);
  if (known !== undefined) return known;
  const line = source.line === undefined ? '' : `, line ${source.line}`;
  const wording = source.wording === undefined ? '' : `: “${source.wording}”`;
  const words = `Source: ${source.where}${line}${wording}`;
  phrases.set(source, words);
  return words;
}

/** Why an item is due when it is, as a sum that a person can check line by line, and the rule's source last. */
export function explain(
  nominal: CivilDay,
  basis: Basis,
  placement: Placement,
  source: Source,
  calendar: WorkingCalendar,
): string[] {
  const lines = basisLines(basis, nominal);
  if (placement.movedBy.length > 0) lines.push(...pauseLines(nominal, placement));
  if (placement.moved !== placement.due) lines.push(...rollLine(placement, calendar));
  lines.push(sourceLine(source));
  return lines;
}
