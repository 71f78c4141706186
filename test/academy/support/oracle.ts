import { Temporal } from 'temporal-polyfill';
import { bankHolidays } from '../../../src/academy/bank-holidays.ts';

/*
 * The same rules by another way: it walks the calendar one day at a time and asks of every day whether something falls
 * on it. Slow and plain, so that a person can see that it is right.
 */
type Day = Temporal.PlainDate;

const holidays = new Set(bankHolidays.map(([on]) => on));
const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0;
const next = (day: Day) => day.add({ days: 1 });

export interface Span {
  readonly fromOn: Day;
  readonly untilOn: Day;
}

export const isPaused = (day: Day, pauses: readonly Span[]) =>
  pauses.some(({ fromOn, untilOn }) => !isBefore(day, fromOn) && !isBefore(untilOn, day));

const isWorking = (day: Day) => day.dayOfWeek <= 5 && !holidays.has(String(day));

/** FTE in hundredths; the first day on which hundredths × days reach the full-time days × 100, or whole months. */
export function stretchedDay(start: Day, months: number, hundredths: number): Day {
  for (let whole = months; whole * hundredths <= months * 100; whole += 1) {
    if (whole * hundredths === months * 100) return start.add({ months: whole });
  }
  const fullTime = start.until(start.add({ months })).days;
  let days = fullTime;
  while (days * hundredths < fullTime * 100) days += 1;
  return start.add({ days });
}

/** Reflective supervision: weekly to six weeks, fortnightly to the first on or after six months, then monthly. */
export function reflectiveNominals(start: Day, end: Day): Day[] {
  const sixMonths = start.add({ months: 6 });
  const found: Day[] = [];
  let sinceStart = 0;
  let fortnightsOver = false;
  for (let day = next(start); !isBefore(end, day); day = next(day)) {
    sinceStart += 1;
    const weekly = sinceStart <= 42 && sinceStart % 7 === 0;
    const fortnightly = sinceStart > 42 && sinceStart % 14 === 0 && !fortnightsOver;
    if (fortnightly) fortnightsOver = !isBefore(day, sixMonths);
    const months = (day.year - start.year) * 12 + day.month - start.month;
    const monthly = months > 6 && start.add({ months }).equals(day);
    if (weekly || fortnightly || monthly) found.push(day);
  }
  return found;
}

/**
 * The days outside the pauses, in order from the start. A date that lies n days after the start by cadence stands on the
 * n-th of them, and then on to the first that is a working day.
 */
export function unpausedDays(start: Day, pauses: readonly Span[], count: number): Day[] {
  const days: Day[] = [];
  for (let day = start; days.length < count; day = next(day)) if (!isPaused(day, pauses)) days.push(day);
  return days;
}

export function dueDay(nominal: Day, start: Day, unpaused: readonly Day[]): Day {
  const due = unpaused.slice(start.until(nominal).days).find(isWorking);
  if (due === undefined) throw new Error(`no working day found for ${nominal}`);
  return due;
}
