import { describe, expect, it } from 'vitest';
import { type Case, planOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const slough = await preset('slough');
const sefton = await preset('sefton');

const warningsOf = (given: Case, programme = luton) => planOf(programme, given).warnings;

describe('A plan warns, in words', () => {
  it('of dates whose bank holidays nobody knows, after the last known day and before the first', () => {
    const [late] = warningsOf({ start: '2028-06-01', today: '2028-06-01' });
    const { items = [] } = late ?? {};
    expect(late?.code).toBe('holidays-unknown');
    expect(late?.message).toBe(
      `Bank holidays are known until Sunday 31 December 2028: ${items.length} of these dates lie outside that time and may fall on one`,
    );
    expect(items).toEqual(expect.arrayContaining(['review-9m', 'review-12m', 'programme-end']));
    expect(items).not.toContain('review-6m');
    expect(warningsOf({ start: '2013-12-30' }).map(({ code, items: named }) => [code, named])).toEqual([
      ['holidays-unknown', ['claim-1']],
    ]);
    expect(warningsOf({ start: '2014-01-01' })).toEqual([]);
    expect(warningsOf({ start: '2027-12-29' }).map(({ code }) => code)).toEqual(['regime-changed']);
  });

  it('of a rhythm below the national floor', () => {
    expect(warningsOf({}, slough)).toEqual([
      {
        code: 'below-national-floor',
        message:
          'Reflective supervision in Slough’s programme is rarer than the national standard from Mon 7 Sep 2026 on, with 14 days to the next session where it asks for one in each week. The standard: weekly for six weeks, fortnightly to six months, then monthly',
      },
    ]);
  });

  it('of a year that becomes too long', () => {
    expect(warningsOf({ pauses: ['2026-10-01..2027-10-02'] })).toEqual([
      {
        code: 'beyond-24-months',
        message: 'The programme would end on Fri 8 Sep 2028, more than 24 months after its start',
        items: ['programme-end'],
      },
    ]);
    expect(warningsOf({ pauses: ['2026-10-01..2027-10-01'] })).toEqual([]);
    expect(warningsOf({ pauses: ['2026-10-01..'] })).toEqual([]);
  });

  it('of another framework', () => {
    expect(warningsOf({ start: '2027-09-01' })).toEqual([
      {
        code: 'regime-changed',
        message:
          'Starts from Wed 1 Sep 2027 come under the Early Career Development Programme; these dates follow the programme as it is now',
      },
    ]);
  });

  it('of a caseload that nobody has set', () => {
    expect(warningsOf({}, sefton)).toEqual([
      { code: 'caseload-cap-missing', message: 'Sefton has not set the number of children that it protects' },
    ]);
  });
});
