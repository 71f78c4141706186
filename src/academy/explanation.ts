import { closedBecause, type WorkingCalendar } from './calendar.ts';
import { type CivilDay, civilDate } from './civil-days.ts';
import type { Stretch } from './part-time.ts';
import { type Period, periodWords, rhythmWords } from './period.ts';
import type { Placement } from './placement.ts';
import type { Phase, Source } from './programme.ts';
import { countWords, shortDay } from './wording.ts';

/** How an item's nominal date came about, kept so that the sum can be shown to whoever asks. */
export type Basis =
  | {
      readonly by: 'cadence';
      readonly from: CivilDay;
      readonly fromStart: boolean;
      readonly times: number;
      readonly phase: Phase;
      readonly afterPhase: Phase | null;
    }
  | { readonly by: 'months'; readonly start: CivilDay; readonly months: number }
  | { readonly by: 'stretch'; readonly start: CivilDay; readonly stretch: Stretch }
  | { readonly by: 'induction'; readonly start: CivilDay; readonly length: Period }
  | { readonly by: 'start' }
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

function cadenceLine(basis: Basis & { by: 'cadence' }, day: CivilDay): string {
  const { from, fromStart, times, phase, afterPhase } = basis;
  const origin = fromStart || afterPhase === null ? 'Start' : `Last ${rhythmWords(afterPhase.every)} date`;
  const clamp = phase.every.unit === 'month' ? clampNote(from, day) : '';
  const rhythm = `${rhythmWords(phase.every)} ${untilWords(phase.until)}`;
  return `${origin} ${shortDay(from)} + ${periodWords(phase.every, times)} = ${shortDay(day)}${clamp}; ${rhythm}`;
}

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

function basisLines(basis: Basis, day: CivilDay): string[] {
  switch (basis.by) {
    case 'cadence':
      return [cadenceLine(basis, day)];
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
    case 'start':
      return [`The day the programme starts, ${shortDay(day)}; neither pauses nor working days move it`];
    case 'claim-end':
      return [claimLine(basis)];
  }
}

function pauseLines(nominal: CivilDay, { movedBy }: Placement): string[] {
  let day = nominal;
  return movedBy.map(({ from, until }) => {
    if (until === null)
      return `Paused since ${shortDay(from)} with no end yet, so it has no date until the pause ends`;
    const days = until - from + 1;
    const before = day;
    day += days;
    const span = `Paused ${shortDay(from)} to ${shortDay(until)}, ${countWords(days, 'day')}`;
    return `${span}: ${shortDay(before)} + ${countWords(days, 'day')} = ${shortDay(day)}`;
  });
}

/** The longest run of closed days that is named day by day. */
const namedDays = 6;

function closedDayWords(
  from: CivilDay,
  to: CivilDay,
  placement: Placement,
  calendar: WorkingCalendar,
): string {
  const step = to > from ? 1 : -1;
  const names: string[] = [];
  for (let day = from; day !== to; day += step) {
    const pause = placement.met.find(
      ({ from: first, until }) => first <= day && (until === null || day <= until),
    );
    const because = pause === undefined ? closedBecause(calendar, day) : 'in the pause';
    if (because !== null) names.push(`${shortDay(day)} is ${because}`);
  }
  if (names.length <= namedDays) return names.join(', ');
  return `${names[0]}, and the days up to ${shortDay(to - step)} do not count either`;
}

function rollLine(placement: Placement, calendar: WorkingCalendar): string[] {
  const { moved, due } = placement;
  if (moved === null || due === null || moved === due) return [];
  const way = due > moved ? 'the next working day' : 'the working day before';
  return [`${closedDayWords(moved, due, placement, calendar)}, so ${way}: ${shortDay(due)}`];
}

function sourceLine(source: Source): string {
  const line = source.line === undefined ? '' : `, line ${source.line}`;
  return `Source: ${source.where}${line}: “${source.wording}”`;
}

/** Why an item is due when it is, as a sum that a person can check line by line, and the rule's source last. */
export function explain(
  nominal: CivilDay,
  basis: Basis,
  placement: Placement,
  source: Source,
  calendar: WorkingCalendar,
): string[] {
  return [
    ...basisLines(basis, nominal),
    ...pauseLines(nominal, placement),
    ...rollLine(placement, calendar),
    sourceLine(source),
  ];
}
