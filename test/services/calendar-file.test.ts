import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../src/services/calendar-file.ts';

const madeAt = Temporal.Instant.from('2026-10-01T08:00:00Z');
const entry = {
  id: 'p-1.reflective-supervision-3',
  title: 'Reflective supervision 3',
  details: 'Amara Okoro and Priya Nandakumar',
};

function opened(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return { calendar, events };
}

describe('a calendar file', () => {
  it('puts a session at its moment, for as long as it lasts', () => {
    const from = Temporal.Instant.from('2026-10-13T09:00:00Z');
    const { calendar, events } = opened(
      calendarFile('Academy', [{ ...entry, time: { from, minutes: 90 } }], madeAt),
    );
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(events[0]?.summary).toBe('Reflective supervision 3');
    expect(events[0]?.startDate.toJSDate().toISOString()).toBe('2026-10-13T09:00:00.000Z');
    expect(events[0]?.endDate.toJSDate().toISOString()).toBe('2026-10-13T10:30:00.000Z');
  });

  it('gives a day its whole day, whatever the zone of the calendar that opens it', () => {
    const on = Temporal.PlainDate.from('2027-03-08');
    const { events } = opened(calendarFile('Academy', [{ ...entry, time: { on } }], madeAt));
    expect(events[0]?.startDate.isDate).toBe(true);
    expect(String(events[0]?.startDate)).toBe('2027-03-08');
    expect(String(events[0]?.endDate)).toBe('2027-03-09');
  });

  it('keeps its id and counts up, so that a moved date replaces the old one', () => {
    const at = (on: string, made: Temporal.Instant) =>
      opened(calendarFile('Academy', [{ ...entry, time: { on: Temporal.PlainDate.from(on) } }], made))
        .events[0];
    const before = at('2026-10-13', madeAt);
    const after = at('2026-10-20', madeAt.add({ seconds: 1 }));
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
  });

  it('says that something was cancelled', () => {
    const on = Temporal.PlainDate.from('2026-10-13');
    const { events } = opened(
      calendarFile('Academy', [{ ...entry, time: { on }, isCancelled: true }], madeAt),
    );
    expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('gives every text back as it was, and lets none become a line of its own', () => {
    const on = Temporal.PlainDate.from('2026-10-13');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const title = `x${text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')}`;
        const { events } = opened(
          calendarFile('Academy', [{ ...entry, title, details: title, time: { on } }], madeAt),
        );
        expect(events).toHaveLength(1);
        expect(events[0]?.summary).toBe(title);
        expect(events[0]?.description).toBe(title);
      }),
      { seed: 20260914, numRuns: 200 },
    );
  });
});
