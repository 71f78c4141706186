import { describe, expect, it } from 'vitest';
import { plainDate } from '../../src/academy/civil-days.ts';
import { nextSendable } from '../../src/academy/sending-time.ts';
import { preset } from './support/luton.ts';
import { at } from './support/reminded.ts';

const luton = { ...(await preset('luton')), sendingHours: { from: '08:00', until: '18:00' } };

describe('The first moment at which somebody can be sent a message (A13)', () => {
  /** Somebody who is there from Tuesday 6 to Thursday 8 October 2026, in summer time. */
  const isThere = (day: number) =>
    ['2026-10-06', '2026-10-07', '2026-10-08'].includes(String(plainDate(day)));

  it.each([
    ['2026-10-06T06:59:59Z', '2026-10-06T07:00:00Z'],
    ['2026-10-06T07:00:00Z', '2026-10-06T07:00:00Z'],
    ['2026-10-06T12:34:00Z', '2026-10-06T12:34:00Z'],
    ['2026-10-06T17:00:00Z', '2026-10-06T17:00:00Z'],
    ['2026-10-06T17:00:01Z', '2026-10-07T07:00:00Z'],
    // By the academy's clock it is already the next day.
    ['2026-10-06T23:30:00Z', '2026-10-07T07:00:00Z'],
    ['2026-10-05T12:00:00Z', '2026-10-06T07:00:00Z'],
    ['2026-10-08T17:00:01Z', 'null'],
  ])('asked at %s is %s', (asked, sent) => {
    expect(String(nextSendable(luton, isThere, at(asked)))).toBe(sent);
  });
});
