import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/academy/plan.ts';
import type { Absence } from '../../src/academy/sending-time.ts';
import { weeklyMessageFrom } from '../../src/academy/weekly-message.ts';
import { date, preset } from './support/luton.ts';

const luton = await preset('luton');
const calendar = calendarOf(luton);
const always: Absence = { weekdays: [], leave: [] };

function from(instant: string, absence = always, hour?: string): string | null {
  const rhythm = { programme: luton, calendar, absence, ...(hour === undefined ? {} : { hour }) };
  const found = weeklyMessageFrom(rhythm, Temporal.Instant.from(instant));
  return found && `${found.weekOf} ${found.sendAt.toZonedDateTimeISO('Europe/London').toPlainDateTime()}`;
}

describe('The weekly message', () => {
  it.each([
    ['Monday at nine', '2026-09-20T12:00Z', always, '2026-09-21 2026-09-21T09:00:00'],
    ['at that very moment', '2026-09-21T08:00Z', always, '2026-09-21 2026-09-21T09:00:00'],
    [
      'the week after, a moment later',
      '2026-09-21T08:00:00.000000001Z',
      always,
      '2026-09-28 2026-09-28T09:00:00',
    ],
    ['Tuesday, when Monday is a bank holiday', '2026-12-26T12:00Z', always, '2026-12-28 2026-12-29T09:00:00'],
    [
      'Wednesday for who works from Wednesday',
      '2026-09-20T12:00Z',
      { weekdays: ['mon', 'tue'], leave: [] } satisfies Absence,
      '2026-09-21 2026-09-23T09:00:00',
    ],
    [
      'not in a week of leave',
      '2026-09-20T12:00Z',
      {
        weekdays: [],
        leave: [{ fromOn: date('2026-09-21'), untilOn: date('2026-09-28') }],
      } satisfies Absence,
      '2026-09-28 2026-09-29T09:00:00',
    ],
  ])('is for %s', (_, instant, absence, expected) => {
    expect(from(instant, absence)).toBe(expected);
  });

  it('comes at the hour that somebody has chosen, in winter as in summer', () => {
    expect(from('2026-09-20T12:00Z', always, '16:30')).toBe('2026-09-21 2026-09-21T16:30:00');
    expect(from('2026-11-22T12:00Z', always, '16:30')).toBe('2026-11-23 2026-11-23T16:30:00');
  });

  it('is for nobody who never works', () => {
    const never: Absence = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], leave: [] };
    expect(from('2026-09-20T12:00Z', never)).toBeNull();
  });
});
