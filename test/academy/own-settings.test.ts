import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readLeave, remindingTimes, withLeave, withoutLeave } from '../../src/academy/own-settings.ts';
import { preset } from './support/luton.ts';

const on = (text: string) => Temporal.PlainDate.from(text);
const today = on('2026-10-05');
const leave = (from: string, until: string) => ({ fromOn: on(from), untilOn: on(until) });

/*
 * first day  | last day   | what comes of it
 */
const table = `
2026-10-12 | 2026-10-16 | kept
2026-10-05 | 2026-10-05 | kept
2026-09-28 | 2026-10-05 | kept
           |            | nothing
2026-10-12 |            | until: missing
           | 2026-10-16 | from: missing
tomorrow   | 2026-10-16 | from: no-date
2026-10-12 | 2026-02-30 | until: no-date
2026-10-16 | 2026-10-12 | until: ends-before-it-begins
2026-09-28 | 2026-10-04 | until: over
2026-10-12 | 2027-10-12 | kept
2026-10-12 | 2027-10-13 | until: too-long
`;

describe('leave', () => {
  it.each(table.trim().split('\n'))('from %s', (row) => {
    const [from = '', until = '', outcome] = row.split('|').map((cell) => cell.trim());
    const reading = readLeave(from, until, today);
    const found = reading.ok
      ? reading.leave === null
        ? 'nothing'
        : 'kept'
      : `${reading.at}: ${reading.refused}`;
    expect(found).toBe(outcome);
  });

  it('is kept once, in order, and forgotten when it is over', () => {
    const over = leave('2026-09-01', '2026-09-04');
    const late = leave('2026-12-21', '2026-12-31');
    const soon = leave('2026-10-12', '2026-10-16');
    const all = withLeave([over, late], soon, today);
    expect(all).toEqual([soon, late]);
    expect(withLeave(all, leave('2026-10-12', '2026-10-16'), today)).toEqual(all);
    expect(withoutLeave(all, leave('2026-10-12', '2026-10-16'))).toEqual([late]);
    expect(withoutLeave(all, leave('2026-10-12', '2026-10-15'))).toEqual(all);
  });
});

describe('the times of day', () => {
  it('are the half hours of the sending hours, both ends included', async () => {
    const luton = await preset('luton');
    const times = remindingTimes(luton);
    expect([times[0], times[1], times.at(-1), times.length]).toEqual(['08:00', '08:30', '18:00', 21]);
    const late = remindingTimes({ ...luton, sendingHours: { from: '22:15', until: '23:59' } });
    expect(late).toEqual(['22:15', '22:45', '23:15', '23:45']);
  });
});
