import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Snooze } from '../../src/academy/participant-file.ts';
import { calendarOf } from '../../src/academy/plan.ts';
import { reachableDays } from '../../src/academy/sending-time.ts';
import { comingUp, isPutOff } from '../../src/academy/snooze.ts';
import { type Case, date, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');

/** Case supervision 2 falls on Monday 9 November 2026. */
const rested = { item: 'case-supervision-2', dueOn: date('2026-11-09'), personId: 'sam' };
const putOff = (untilOn: string, at: string, more: Partial<Snooze> = {}): Snooze => ({
  ...rested,
  untilOn: date(untilOn),
  at: Temporal.Instant.from(at),
  ...more,
});
const toThursday = putOff('2026-11-05', '2026-11-02T10:00Z');
const toFriday = putOff('2026-11-06', '2026-11-03T10:00Z');

describe('What somebody puts off', () => {
  it('rests until the day before, and for nobody and nothing else', () => {
    expect(isPutOff([toThursday], rested, date('2026-11-04'))).toBe(true);
    expect(isPutOff([toThursday], rested, date('2026-11-05'))).toBe(false);
    expect(isPutOff([toThursday], { ...rested, personId: 'ann' }, date('2026-11-04'))).toBe(false);
    expect(isPutOff([toThursday], { ...rested, item: 'review-3m' }, date('2026-11-04'))).toBe(false);
    expect(isPutOff([toThursday], { ...rested, dueOn: date('2026-11-16') }, date('2026-11-04'))).toBe(false);
  });

  it('rests as was said last, whatever order it is kept in', () => {
    for (const both of [
      [toThursday, toFriday],
      [toFriday, toThursday],
    ]) {
      expect(isPutOff(both, rested, date('2026-11-05'))).toBe(true);
      expect(coming(both)).toEqual(['2026-11-06']);
    }
  });

  it.each<[string, Case, readonly string[]]>([
    ['on its day while it is open', {}, ['2026-11-05']],
    ['not once it is recorded', { held: { 'case-supervision-2': '2026-11-03' } }, []],
    ['not once it is recorded as not held', { notHeld: { 'case-supervision-2': '2026-11-03' } }, []],
    ['not at a date that it no longer has', { pauses: ['2026-11-02..2026-11-08'] }, []],
  ])('comes up again %s', (_, given, expected) => {
    expect(coming([toThursday], given)).toEqual(expected);
  });

  it('comes up on the next day on which they work', () => {
    expect(coming([toThursday], {}, ['thu'])).toEqual(['2026-11-06']);
    expect(coming([toFriday], {}, ['fri', 'mon'])).toEqual(['2026-11-10']);
  });

  it('comes up for whoever put it off', () => {
    expect(coming([putOff('2026-11-05', '2026-11-02T10:00Z', { personId: 'ann' })])).toEqual([]);
  });
});

function coming(
  snoozes: readonly Snooze[],
  given: Case = {},
  off: readonly ('thu' | 'fri' | 'mon')[] = [],
): readonly string[] {
  const plan = planOf(luton, { today: '2026-11-04', ...given });
  const reachable = reachableDays({ calendar: calendarOf(luton), pauses: [] }, { weekdays: off, leave: [] });
  return comingUp(snoozes, 'sam', plan, reachable).map(({ on }) => on.toString());
}
