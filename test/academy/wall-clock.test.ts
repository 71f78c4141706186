import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { clockTime } from '../../src/academy/wording.ts';

const zone = 'Europe/London';
const byIntl = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** 09:00 on a day in London, found by trying: whichever of 08:00Z and 09:00Z reads "09:00" there. */
function nineInLondon(day: Temporal.PlainDate): Temporal.Instant {
  const found = [8, 9]
    .map((hour) => Date.UTC(day.year, day.month - 1, day.day, hour))
    .find((instant) => byIntl.format(instant).endsWith('09:00'));
  if (found === undefined) throw new Error(`no nine o’clock on ${day}`);
  return Temporal.Instant.fromEpochMilliseconds(found);
}

describe('Nine o’clock in London (A14)', () => {
  it('is the moment that Intl gives, on every day from 2025 to 2040, and reads as 09:00', () => {
    const wrong: string[] = [];
    let summer = 0;
    let day = Temporal.PlainDate.from('2025-01-01');
    for (; day.year <= 2040; day = day.add({ days: 1 })) {
      const nine = nineInLondon(day);
      const ours = day.toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).toInstant();
      if (!ours.equals(nine) || clockTime(nine, zone) !== '09:00 (UK time)') wrong.push(String(day));
      if (nine.toString().endsWith('T08:00:00Z')) summer += 1;
    }
    expect(wrong).toEqual([]);
    expect(summer).toBeGreaterThan(16 * 200);
  });
});
