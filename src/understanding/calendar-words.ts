import { Temporal } from 'temporal-polyfill';

/** Whether a message looks back ("held on Monday") or ahead ("I can't make Monday"). */
export type Sense = 'past' | 'future';

/** Months and weekdays by every name people write; 1 is January, 1 is Monday. */
export const months = numbered(
  'january jan,february feb febuary,march mar,april apr,may,june jun,july jul,august aug,september sep sept septmber,october oct,november nov novemeber,december dec decemeber',
);
export const weekdays = numbered(
  'monday mon munday,tuesday tue tues teusday tusday,wednesday wed weds wednsday wensday,thursday thu thur thurs thrusday thurday,friday fri firday,saturday sat,sunday sun',
);

/** Short and hurried forms of the words that days are made of. */
const inFull: ReadonlyMap<string, string> = new Map([
  ...'tomorow tommorow tommorrow tmrw tmw tmr tomoz tmoz tomo 2moro tomorrows'
    .split(' ')
    .map((word) => [word, 'tomorrow'] as const),
  ...'tdy todays 2day'.split(' ').map((word) => [word, 'today'] as const),
  ...'yest yday yesterdays'.split(' ').map((word) => [word, 'yesterday'] as const),
  ['wk', 'week'],
  ['wks', 'weeks'],
  ['mth', 'month'],
  ['mths', 'months'],
  ['mnth', 'month'],
]);

export function inFullWords(text: string): string {
  return inFull.get(text) ?? text;
}

function numbered(list: string): ReadonlyMap<string, number> {
  return new Map(
    list.split(',').flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
  );
}

/** Null when there is no such day. */
export function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : null;
}

/** The nearest such day of the year that is not after, or not before, today. */
export function nearestDayOfYear(
  today: Temporal.PlainDate,
  month: number,
  day: number,
  sense: Sense,
): Temporal.PlainDate | null {
  const step = sense === 'past' ? -1 : 1;
  for (let years = 0; years <= 8; years += 1) {
    const date = dayOf(today.year + step * years, month, day);
    if (date !== null && isOnSide(date, today, sense)) return date;
  }
  return null;
}

/** The nearest such day of any month that is not after, or not before, today. */
export function nearestDayOfMonth(
  today: Temporal.PlainDate,
  day: number,
  sense: Sense,
): Temporal.PlainDate | null {
  const step = sense === 'past' ? -1 : 1;
  for (let away = 0; away < 12; away += 1) {
    const month = today.toPlainYearMonth().add({ months: step * away });
    const date = dayOf(month.year, month.month, day);
    if (date !== null && isOnSide(date, today, sense)) return date;
  }
  return null;
}

function isOnSide(date: Temporal.PlainDate, today: Temporal.PlainDate, sense: Sense): boolean {
  const order = Temporal.PlainDate.compare(date, today);
  return sense === 'past' ? order <= 0 : order >= 0;
}

/** The nearest such month, this one included, as YYYY-MM. */
export function nearestMonth(today: Temporal.PlainDate, month: number, sense: Sense): string {
  const passed = sense === 'past' ? (month <= today.month ? 0 : -1) : month >= today.month ? 0 : 1;
  return Temporal.PlainYearMonth.from({ year: today.year + passed, month }).toString();
}

/** The weekday nearest to today on that side, never today itself: nobody calls today by its name. */
export function nearestWeekday(today: Temporal.PlainDate, weekday: number, sense: Sense): Temporal.PlainDate {
  const ahead = (weekday - today.dayOfWeek + 7) % 7 || 7;
  return today.add({ days: sense === 'past' ? ahead - 7 || -7 : ahead });
}

/** A weekday of the week that lies so many weeks from this one; weeks begin on Monday. */
export function weekdayOfWeek(today: Temporal.PlainDate, weekday: number, weeks: number): Temporal.PlainDate {
  return today.add({ days: weekday - today.dayOfWeek + 7 * weeks });
}
