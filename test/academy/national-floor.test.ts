import { describe, expect, it } from 'vitest';
import { civilDay, plainDate } from '../../src/academy/civil-days.ts';
import { floorShortfall } from '../../src/academy/national-floor.ts';
import { parsePeriod } from '../../src/academy/period.ts';
import type { Programme } from '../../src/academy/programme.ts';
import { date, preset } from './support/luton.ts';

const luton = await preset('luton');
const period = (text: string) => {
  const parsed = parsePeriod(text);
  if (parsed === undefined) throw new Error(`no period: ${text}`);
  return parsed;
};

/** "P1W to P6W, P2W to P6M, P1M to end" */
function held(rhythm: string, length = 'P12M'): Programme {
  const cadence = rhythm.split(', ').map((phase) => {
    const [every = '', until = ''] = phase.split(' to ');
    return { every: period(every), until: until === 'end' ? ('end' as const) : period(until) };
  });
  const series = luton.series.map((one) => (one.id === 'reflective-supervision' ? { ...one, cadence } : one));
  return { ...luton, length: { ...luton.length, period: period(length) }, series };
}

const isBelow = (programme: Programme, start = '2026-09-07') =>
  floorShortfall(programme, civilDay(date(start))) !== null;

describe('The national floor of reflective supervision', () => {
  it.each([
    ['is the rhythm of the standard itself', 'P1W to P6W, P2W to P6M, P1M to end', false],
    ['is kept by more than that', 'P1W to end', false],
    ['wants six weeks, not five', 'P1W to P5W, P2W to P6M, P1M to end', true],
    ['wants weekly sessions from the first week', 'P2W to P6M, P1M to end', true],
    ['wants fortnights to six months, not to five', 'P1W to P6W, P2W to P5M, P1M to end', true],
    ['wants fortnights, not three weeks', 'P1W to P6W, P3W to P6M, P1M to end', true],
    ['wants a month at most from then on', 'P1W to P6W, P2W to P6M, P2M to end', true],
    ['wants a month, and 31 days are one', 'P1W to P6W, P2W to P6M, P31D to end', false],
    ['wants a month, and 32 days are none', 'P1W to P6W, P2W to P6M, P32D to end', true],
    ['is wanted to the end of the year', 'P1W to P6W, P2W to P9M', true],
  ])('%s', (_rule, rhythm, below) => {
    expect(isBelow(held(rhythm))).toBe(below);
  });

  it('says after which session it is left, and by how much', () => {
    const found = (rhythm: string) => {
      const { after, days, wanted } = floorShortfall(held(rhythm), civilDay(date('2026-09-07'))) ?? {};
      return after === undefined ? 'kept' : `${plainDate(after).toString()} ${days} ${wanted}`;
    };
    expect(found('P1W to P6W, P2W to P6M, P1M to end')).toBe('kept');
    expect(found('P2W to P6M, P1M to end')).toBe('2026-09-07 14 every-week');
    expect(found('P1W to P6W, P3W to P6M, P1M to end')).toBe('2026-10-19 21 every-fortnight');
    expect(found('P1W to P6W, P2W to P6M, P5W to end')).toBe('2027-03-08 35 every-31-days');
    expect(found('P1W to P6W, P2W to P9M')).toBe('2027-05-31 99 every-31-days');
  });

  it('ends with a programme that is shorter than six months', () => {
    expect(isBelow(held('P1W to P6W, P2W to end', 'P4M'))).toBe(false);
    expect(isBelow(held('P1W to P6W, P1M to end', 'P4M'))).toBe(true);
  });

  it('is not kept without any, or under another name', () => {
    expect(isBelow({ ...luton, series: [] })).toBe(true);
    const renamed = luton.series.map((one) =>
      one.id === 'reflective-supervision' ? { ...one, id: 'talking' } : one,
    );
    expect(isBelow({ ...luton, series: renamed })).toBe(true);
    const unset = luton.series.map((one) =>
      one.id === 'reflective-supervision' ? { ...one, cadence: [] } : one,
    );
    expect(isBelow({ ...luton, series: unset })).toBe(true);
  });
});
