import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { answerClockBody, answerClockCommand } from '../../src/local/clock-command.ts';
import {
  clockWords,
  destination,
  readClockBody,
  readClockCommand,
  readClockTime,
} from '../../src/local/clock-request.ts';
import { type ClockRows, openMovableClock } from '../../src/local/movable-clock.ts';

const instant = (text: string) => Temporal.Instant.from(text);
const summer = instant('2026-07-10T10:00:00Z');

/** The rows as the sqlite store keeps them: what is put is printed and parsed again. */
function rowsInMemory(): ClockRows {
  const kept = new Map<string, string>();
  return {
    get: async (_table, partitionKey, rowKey) => {
      const text = kept.get(`${partitionKey}/${rowKey}`);
      return text === undefined ? undefined : JSON.parse(text);
    },
    put: async (_table, row) => {
      kept.set(`${row.partitionKey}/${row.rowKey}`, JSON.stringify(row));
    },
  };
}

/** Where a text leads from 10:00Z on 10 July 2026, or what it is answered. */
function leads(reading: ReturnType<typeof readClockCommand>): string {
  if (reading === undefined) return 'not a clock command';
  return reading.ok ? destination(reading.request, summer).toString() : reading.message;
}

describe('the chat command', () => {
  it.each([
    ['/clock', '2026-07-10T10:00:00Z'],
    ['/clock 2026-09-14 09:00', '2026-09-14T08:00:00Z'],
    ['/clock 2026-12-14T09:00', '2026-12-14T09:00:00Z'],
    ['  /CLOCK   2026-09-14  ', '2026-09-14T08:00:00Z'],
    ['/clock +3 days', '2026-07-13T10:00:00Z'],
    ['/clock +1 day', '2026-07-11T10:00:00Z'],
    ['/clock + 2 weeks', '2026-07-24T10:00:00Z'],
    ['/clock +90 minutes', '2026-07-10T11:30:00Z'],
    ['/clocks', 'not a clock command'],
    ['what is the /clock', 'not a clock command'],
    ['when is my next review', 'not a clock command'],
  ])('%s leads to %s', (text, expected) => {
    expect(leads(readClockCommand(text))).toBe(expected);
  });

  it('keeps the wall time over the change to winter time, and counts hours exactly', () => {
    expect(leads(readClockCommand('/clock +4 months'))).toBe('2026-11-10T11:00:00Z');
    expect(
      destination(
        { kind: 'advance', by: Temporal.Duration.from('PT24H') },
        instant('2026-10-24T10:00Z'),
      ).toString(),
    ).toBe('2026-10-25T10:00:00Z');
  });

  it.each([
    '/clock tomorrow',
    '/clock 2026-13-01 09:00',
    '/clock +0 days',
    '/clock +3 moons',
    '/clock 1066-10-14',
  ])('%s is answered with how to write it', (text) => {
    const reading = readClockCommand(text);
    expect(reading?.ok).toBe(false);
    expect(leads(reading)).toMatch(/Write|forwards|keeps to/);
  });
});

describe('wall time', () => {
  it('in the hour that is skipped in March means an hour later, in the doubled hour of October the first', () => {
    expect(leads(readClockTime('2026-03-29T01:30'))).toBe('2026-03-29T01:30:00Z');
    expect(leads(readClockTime('2026-10-25T01:30'))).toBe('2026-10-25T00:30:00Z');
  });

  it('with Z or an offset is that instant', () => {
    expect(leads(readClockTime('2026-09-14T09:00Z'))).toBe('2026-09-14T09:00:00Z');
    expect(leads(readClockTime('2026-09-14T09:00+02:00'))).toBe('2026-09-14T07:00:00Z');
  });

  it('is told in words', () => {
    expect(clockWords(instant('2026-09-14T08:00:00Z'))).toBe('Monday 14 September 2026, 09:00');
  });
});

describe('the HTTP body', () => {
  it.each([
    [{ now: '2026-09-14T09:00' }, '2026-09-14T08:00:00Z'],
    [{ advance: 'P3D' }, '2026-07-13T10:00:00Z'],
    [{ advance: 'P1M' }, '2026-08-10T10:00:00Z'],
  ])('%j leads to %s', (body, expected) => {
    expect(leads(readClockBody(body))).toBe(expected);
  });

  it.each([
    [{}],
    [null],
    ['P3D'],
    [{ now: 5 }],
    [{ now: '2026-09-14T09:00', advance: 'P3D' }],
    [{ advance: '-P3D' }],
    [{ advance: 'P0D' }],
    [{ advance: '3 days' }],
    [{ advance: 'P999999Y' }],
    [{ advance: 'PT99999999999999H' }],
  ])('%j is refused with a reason', (body) => {
    expect(readClockBody(body)).toEqual({ ok: false, message: expect.stringMatching(/\w{4}/) });
  });

  it('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ now: fc.string() }), fc.record({ advance: fc.string() })),
        (body) => {
          expect(typeof readClockBody(body).ok).toBe('boolean');
        },
      ),
      { seed: 20260914, numRuns: 300 },
    );
  });
});

describe('the clock', () => {
  it('runs on from where it was moved, and another process on the same rows takes it over', async () => {
    const rows = rowsInMemory();
    let real = summer;
    const mine = await openMovableClock(rows, () => real);
    const theirs = await openMovableClock(rows, () => real);
    await mine.moveTo(instant('2026-09-14T08:00:00Z'));
    real = real.add({ minutes: 5 });
    expect(mine.now().toString()).toBe('2026-09-14T08:05:00Z');
    expect(theirs.now().toString()).toBe('2026-07-10T10:05:00Z');
    await theirs.refresh();
    expect(theirs.now().toString()).toBe('2026-09-14T08:05:00Z');
    const later = await openMovableClock(rows, () => real);
    expect(later.now().toString()).toBe('2026-09-14T08:05:00Z');
  });

  it('shows real time when the row does not parse', async () => {
    const rows = rowsInMemory();
    await rows.put('local', {
      partitionKey: 'clock',
      rowKey: 'offset',
      schema: 1,
      body: { offsetMilliseconds: 'soon' },
    });
    expect((await openMovableClock(rows, () => summer)).now()).toEqual(summer);
  });

  it('is moved by command and by body, and says where it stands; a refusal moves nothing', async () => {
    const clock = await openMovableClock(rowsInMemory(), () => summer);
    const needs = { clock, move: clock.moveTo };
    expect(await answerClockCommand(needs, 'hello')).toBeUndefined();
    expect(await answerClockCommand(needs, '/clock')).toBe('It is Friday 10 July 2026, 11:00 (London time).');
    expect(await answerClockCommand(needs, '/clock +3 days')).toBe(
      'It is now Monday 13 July 2026, 11:00 (London time).',
    );
    expect(await answerClockBody(needs, { now: '2026-09-14T09:00' })).toEqual({
      status: 200,
      body: { now: '2026-09-14T08:00:00Z', words: 'Monday 14 September 2026, 09:00' },
    });
    expect((await answerClockBody(needs, { advance: 'never' })).status).toBe(400);
    expect(clock.now().toString()).toBe('2026-09-14T08:00:00Z');
  });
});
