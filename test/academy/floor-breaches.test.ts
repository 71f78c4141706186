import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/academy/civil-days.ts';
import { type FloorGround, floorBreaches, type SessionHeld } from '../../src/academy/floor-breaches.ts';
import { date } from './support/luton.ts';

const start = date('2026-09-07');
const heldAfter = (days: number, minutes = 90): SessionHeld => ({ on: start.add({ days }), minutes });
const weekly = [1, 2, 3, 4, 5, 6].map((week) => heldAfter(7 * week));
/** Day 42 is the end of the sixth week; ten fortnights later, on day 182, six months are over. */
const fortnightly = Array.from({ length: 10 }, (_, index) => heldAfter(42 + 14 * (index + 1)));

const words = (held: readonly SessionHeld[], today: string, more: Partial<FloorGround> = {}) =>
  floorBreaches(held, { startOn: start, endOn: null, pauses: [], ...more, today: date(today) }).map(
    ({ fromOn, untilOn, why }) => `${fromOn} ${untilOn} ${why}`,
  );

describe('the national standard, by the dates held', () => {
  it('is kept by a session on the last day of every window', () => {
    expect(words([...weekly, ...fortnightly], '2027-03-09')).toEqual([]);
  });

  it('wants nothing of a window before its last day is over', () => {
    expect(words([], '2026-09-14')).toEqual([]);
    expect(words([], '2026-09-15')).toEqual(['2026-09-08 2026-09-14 none']);
  });

  it('names each week and each fortnight without a session, and takes two in one week for one', () => {
    const held = [heldAfter(7), heldAfter(9), heldAfter(10), ...weekly.slice(3), ...fortnightly.slice(1)];
    expect(words(held, '2027-03-09')).toEqual(['2026-09-22 2026-09-28 none', '2026-10-20 2026-11-02 none']);
  });

  it('does not count a session on the first day, before it or after the end', () => {
    expect(words([heldAfter(0)], '2026-09-15')).toHaveLength(1);
    expect(words([heldAfter(-1), heldAfter(7)], '2026-09-15')).toEqual([]);
  });

  it('says of a window with a shorter session that it was short, unless a full one stands beside it', () => {
    expect(words([heldAfter(7, 89)], '2026-09-15')).toEqual(['2026-09-08 2026-09-14 short']);
    expect(words([heldAfter(5, 45), heldAfter(7, 90)], '2026-09-15')).toEqual([]);
  });

  it('after six months allows 31 days between two sessions and not 32, each 31 days anew', () => {
    const six = [...weekly, ...fortnightly];
    expect(words([...six, heldAfter(182 + 31)], '2027-04-09')).toEqual([]);
    expect(words([...six, heldAfter(182 + 32)], '2027-04-10')).toEqual(['2027-03-09 2027-04-08 none']);
    expect(words(six, '2027-04-08')).toEqual([]);
    expect(words(six, '2027-04-09')).toEqual(['2027-03-09 2027-04-08 none']);
    expect(words(six, '2027-05-10')).toEqual(['2027-03-09 2027-04-08 none', '2027-04-09 2027-05-09 none']);
  });

  it('judges nothing after the programme’s end', () => {
    const six = [...weekly, ...fortnightly];
    expect(words(six, '2028-01-01', { endOn: date('2027-04-08') })).toEqual([]);
    expect(words(six, '2028-01-01', { endOn: date('2027-04-09') })).toHaveLength(1);
  });

  it('stands still in a pause: the rest of the window comes after it, and a session inside counts for nothing', () => {
    const pauses = [{ from: civilDay(date('2026-09-10')), until: civilDay(date('2026-09-23')) }];
    expect(words([], '2026-09-28', { pauses })).toEqual([]);
    expect(words([], '2026-09-29', { pauses })).toEqual(['2026-09-08 2026-09-28 none']);
    expect(words([heldAfter(4)], '2026-09-29', { pauses })).toHaveLength(1);
    expect(words([heldAfter(21)], '2026-09-29', { pauses })).toEqual([]);
  });

  it('wants nothing more in a pause without an end', () => {
    const pauses = [{ from: civilDay(date('2026-09-10')), until: null }];
    expect(words([], '2027-06-01', { pauses })).toEqual([]);
  });
});

describe('the standard in and after pauses', () => {
  const pause = (from: string, until: string | null) => ({
    from: civilDay(date(from)),
    until: until === null ? null : civilDay(date(until)),
  });

  it('takes each pause for itself, those to come for none, and one that begins today at once', () => {
    const pauses = [
      pause('2026-09-10', '2026-09-11'),
      pause('2026-09-15', '2026-09-16'),
      pause('2026-10-05', '2026-10-06'),
    ];
    expect(words([], '2026-09-18', { pauses })).toEqual([]);
    expect(words([], '2026-09-19', { pauses })).toEqual(['2026-09-08 2026-09-18 none']);
    expect(words([], '2026-09-15', { pauses: [pause('2026-09-15', null)] })).toEqual([
      '2026-09-08 2026-09-14 none',
    ]);
    expect(words([], '2026-09-16', { pauses: [pause('2026-09-14', null)] })).toEqual([]);
  });

  it('counts the gap between two sessions without the days of a pause', () => {
    const held = [...weekly, ...fortnightly, heldAfter(182 + 31 + 14)];
    const pauses = [pause('2027-03-15', '2027-03-28')];
    expect(words(held, '2027-04-22', { pauses })).toEqual([]);
    const late = [...weekly, ...fortnightly, heldAfter(182 + 32 + 14)];
    expect(words(late, '2027-04-23', { pauses })).toHaveLength(1);
  });
});

describe('sessions of the standard', () => {
  it('count in the order in which they were held, however they are listed', () => {
    const six = [...weekly, ...fortnightly];
    const later = [heldAfter(182 + 60), heldAfter(182 + 30)];
    expect(words([...later, ...six], '2027-05-09')).toEqual([]);
    expect(words([...later, ...six].toReversed(), '2027-05-09')).toEqual([]);
  });

  it('after the end are none, and on the last day one', () => {
    const endOn = date('2026-09-14');
    expect(words([heldAfter(7)], '2026-12-01', { endOn })).toEqual([]);
    expect(words([heldAfter(8)], '2026-12-01', { endOn })).toEqual(['2026-09-08 2026-09-14 none']);
  });

  it('of less than 90 minutes end no gap, and say of it that it was short', () => {
    const six = [...weekly, ...fortnightly];
    expect(words([...six, heldAfter(182 + 20, 60)], '2027-04-09')).toEqual(['2027-03-09 2027-04-08 short']);
    // The last fortnight had a short session alone: 31 days are counted from the full one before it.
    const short = [...six.slice(0, -1), heldAfter(182, 60)];
    expect(words(short, '2027-04-09')).toEqual([
      '2027-02-23 2027-03-08 short',
      '2027-02-23 2027-03-25 short',
    ]);
  });
});
