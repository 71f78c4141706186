import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../src/academy/calendar.ts';
import { civilDay } from '../../src/academy/civil-days.ts';
import { putOff, putOffChoices, putOffOffer } from '../../src/academy/put-off.ts';
import { reachableDays } from '../../src/academy/sending-time.ts';

const calendar = workingCalendar();
const on = (text: string) => Temporal.PlainDate.from(text);
const works = (weekdays: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[] = []) =>
  reachableDays({ calendar, pauses: [] }, { weekdays, leave: [] });

/*
 * today      | due        | off     | choice           | date       | outcome
 */
const table = `
2026-10-05 | 2026-10-12 |         | tomorrow         |            | 2026-10-06
2026-10-05 | 2026-10-12 |         | next-working-day |            | nothing-chosen
2026-10-05 | 2026-10-12 | tue wed | next-working-day |            | 2026-10-08
2026-10-05 | 2026-10-12 | tue wed | tomorrow         |            | nothing-chosen
2026-10-09 | 2026-10-12 |         | next-working-day |            | 2026-10-12
2026-10-09 | 2026-10-12 |         | tomorrow         |            | nothing-chosen
2026-10-05 | 2026-10-12 |         | date             | 2026-10-12 | 2026-10-12
2026-10-05 | 2026-10-12 |         | date             | 2026-10-13 | after-due
2026-10-05 | 2026-10-12 |         | date             | 2026-10-05 | not-after-today
2026-10-05 | 2026-10-12 |         | date             | 2026-10-10 | not-a-working-day
2026-10-05 | 2026-10-12 | fri     | date             | 2026-10-09 | not-a-working-day
2026-10-05 | 2026-10-12 |         | date             |            | no-date
2026-10-05 | 2026-10-12 |         | date             | 2026-02-30 | no-date
2026-10-05 | 2026-10-12 |         | date             | next week  | no-date
2026-10-05 | 2026-10-12 |         |                  | 2026-10-08 | nothing-chosen
2026-10-05 | 2026-10-12 |         | for-ever         |            | nothing-chosen
2026-12-24 | 2026-12-29 |         | next-working-day |            | 2026-12-29
`;

describe('putting a reminder off', () => {
  const rows = table.trim().split('\n');
  it.each(rows)('%s', (row) => {
    const [today = '', due = '', off = '', choice = '', date = '', outcome] = row
      .split('|')
      .map((c) => c.trim());
    const reachable = works(off === '' ? [] : (off.split(' ') as ('mon' | 'tue')[]));
    const offer = putOffOffer(on(due), on(today), reachable);
    if (offer === null) throw new Error('nothing is offered');
    const decided = putOff(choice, date, offer, reachable);
    expect(decided.ok ? String(decided.untilOn) : decided.refused).toBe(outcome);
  });

  it('is not offered on the due date, after it, or when nobody works until then', () => {
    expect(putOffOffer(on('2026-10-12'), on('2026-10-12'), works())).toBeNull();
    expect(putOffOffer(on('2026-10-12'), on('2026-10-14'), works())).toBeNull();
    expect(putOffOffer(on('2026-10-12'), on('2026-10-09'), works(['mon']))).toBeNull();
  });

  it('never ends before tomorrow, after the due date, or on a day off, whatever is sent', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => on('2026-12-01').add({ days }));
    const text = fc.oneof(day.map(String), fc.string({ maxLength: 12 }));
    const choice = fc.oneof(fc.constantFrom(...putOffChoices), fc.string({ maxLength: 8 }));
    const off = fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri'] as const);
    fc.assert(
      fc.property(day, day, off, choice, text, (today, due, weekdays, chosen, typed) => {
        const reachable = works(weekdays);
        const offer = putOffOffer(due, today, reachable);
        if (offer === null) return;
        const decided = putOff(chosen, typed, offer, reachable);
        if (!decided.ok) return;
        expect(Temporal.PlainDate.compare(decided.untilOn, today)).toBe(1);
        expect(Temporal.PlainDate.compare(decided.untilOn, due)).toBeLessThanOrEqual(0);
        expect(reachable(civilDay(decided.untilOn))).toBe(true);
      }),
      { seed: 20260914, numRuns: 500 },
    );
  });
});
