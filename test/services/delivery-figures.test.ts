import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { deliveryFigures, within } from '../../src/services/delivery-figures.ts';
import type { LedgerEntry } from '../../src/services/delivery-ledger.ts';

/*
 * One entry a line, and the outcome that it counts as.
 *
 * lane     | card           | state       | reason         | activity | slowed | doubtful | counts as
 */
const ledger = `
person~a  | reminders      | sent        |                | m1       | 0      | no       | sent
person~a  | reminders      | sent        |                | m1       | 2      | no       | sent
person~b  | reminders      | sent        |                | m1       | 1      | yes      | sent
person~b  | confirm-record | undelivered | never-met      |          | 0      | no       | unreachable
person~b  | confirm-record | undelivered | never-met      |          | 0      | no       | unreachable
person~c  | confirm-record | undelivered | blocked        |          | 0      | no       | unreachable
person~c  | digest         | undelivered | uninstalled    |          | 0      | no       | unreachable
person~c  | digest         | undelivered | not-found      |          | 0      | no       | unreachable
channel~x | caseload-alert | undelivered | rejected       |          | 0      | no       | givenUp
person~a  | reminders      | undelivered | gave-up        |          | 5      | yes      | givenUp
person~a  | reminders      | undelivered | cannot-be-shown |         | 0      | no       | givenUp
person~a  |                | undelivered |                |          | 0      | no       | givenUp
person~d  | confirm-record | undelivered | not-in-pilot   |          | 0      | no       | heldBack
person~d  | reminders      | held-back   | not-in-pilot   |          | 0      | no       | heldBack
person~d  | reminders      | held-back   | weekly-message |          | 0      | no       | heldBack
person~a  | reminders      | dropped     |                |          | 0      | no       | dropped
person~a  | reminders      | pending     |                |          | 0      | no       | waiting
`;

const at = Temporal.Instant.from('2026-10-05T09:00:00Z');
const rows = ledger
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const states = ['sent', 'undelivered', 'held-back', 'dropped', 'pending'] as const;
const entries = rows.map(([lane = '', card, state, reason, activity, slowed, doubtful], n): LedgerEntry => {
  const known = states.find((one) => one === state);
  if (known === undefined) throw new Error(`There is no state ${state}.`);
  return {
    lane,
    to: lane.startsWith('channel') ? 'channel' : 'person',
    state: known,
    at: at.add({ minutes: n }),
    activityId: activity || null,
    card: card || null,
    reason: reason || null,
    code: null,
    throttled: Number(slowed),
    ambiguous: doubtful === 'yes',
  };
});

describe('the figures of a delivery report', () => {
  it('count every entry once, as its line says', () => {
    for (const [n, entry] of entries.entries()) {
      const { total } = deliveryFigures([entry]);
      const counted = Object.entries(total).filter(([, count]) => count > 0);
      expect(counted, rows[n]?.join(' | ')).toEqual([[rows[n]?.at(-1), 1]]);
    }
    const { total, kinds } = deliveryFigures(entries);
    const sum = (counts: object) => Object.values(counts).reduce((all, count) => all + count, 0);
    expect(sum(total)).toBe(entries.length);
    expect(kinds.reduce((all, { card: _, ...counts }) => all + sum(counts), 0)).toBe(entries.length);
  });

  it('say in how many messages what was sent stands, for each lane by itself', () => {
    expect(deliveryFigures(entries).messages).toBe(2);
  });

  it('give the reasons, the most frequent first', () => {
    const { unreachable, givenUp, heldBack } = deliveryFigures(entries);
    expect(unreachable).toEqual([
      { reason: 'never-met', count: 2 },
      { reason: 'blocked', count: 1 },
      { reason: 'not-found', count: 1 },
      { reason: 'uninstalled', count: 1 },
    ]);
    expect(givenUp.map(({ reason }) => reason)).toEqual([
      'cannot-be-shown',
      'gave-up',
      'rejected',
      'unknown',
    ]);
    expect(heldBack).toEqual([
      { reason: 'not-in-pilot', count: 2 },
      { reason: 'weekly-message', count: 1 },
    ]);
  });

  it('say how often Teams slowed the bot down, and what may stand there twice', () => {
    const { throttled, ambiguous } = deliveryFigures(entries);
    expect(throttled).toEqual({ notices: 3, times: 8 });
    expect(ambiguous).toBe(2);
  });

  it('name each lane and reason once with its earliest moment, and nobody who was held back', () => {
    const { notReached } = deliveryFigures(entries);
    expect(notReached[0]).toEqual({
      lane: 'person~b',
      to: 'person',
      reason: 'never-met',
      count: 2,
      since: at.add({ minutes: 3 }),
    });
    expect(notReached.map(({ lane }) => lane)).not.toContain('person~d');
    expect(notReached.reduce((all, { count }) => all + count, 0)).toBe(9);
  });

  it('are none of nothing', () => {
    const { total, messages, kinds, notReached } = deliveryFigures([]);
    expect([Object.values(total), messages, kinds, notReached]).toEqual([[0, 0, 0, 0, 0, 0], 0, [], []]);
  });
});

describe('the days of a report', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const [sent] = entries;
  const waiting = entries.at(-1);
  if (sent === undefined || waiting === undefined) throw new Error('The ledger is empty.');
  // British summer time ends on 25 October 2026.
  it.each([
    ['2026-09-30T22:59:59Z', false],
    ['2026-09-30T23:00:00Z', true],
    ['2026-10-31T23:59:59Z', true],
    ['2026-11-01T00:00:00Z', false],
  ])('%s in October on the academy’s clock: %s', (moment, isIn) => {
    const october = { fromOn: day('2026-10-01'), toOn: day('2026-10-31') };
    expect(within(october, 'Europe/London')({ ...sent, at: Temporal.Instant.from(moment) })).toBe(isIn);
  });

  it('always hold what waits', () => {
    const long = { fromOn: day('2020-01-01'), toOn: day('2020-01-02') };
    expect(within(long, 'Europe/London')(waiting)).toBe(true);
    expect(within(long, 'Europe/London')(sent)).toBe(false);
  });
});
