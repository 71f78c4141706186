import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { datesIn } from '../../src/understanding/dates.ts';
import { wordsOf } from '../../src/understanding/words.ts';

const wednesday = Temporal.PlainDate.from('2026-11-04');

function resolved(text: string, sense: 'past' | 'future', today = wednesday): readonly (string | null)[] {
  return datesIn(wordsOf(text)).map((mention) => mention.resolve(today, sense));
}

// text · looking ahead · looking back, read on Wednesday 4 November 2026
const table = `
2026-11-02              2026-11-02  2026-11-02
2/11/2026               2026-11-02  2026-11-02
02.11.26                2026-11-02  2026-11-02
2/11                    2027-11-02  2026-11-02
2 November              2027-11-02  2026-11-02
2nd of Nov              2027-11-02  2026-11-02
November the 2nd        2027-11-02  2026-11-02
30 October 2026         2026-10-30  2026-10-30
29 February             2028-02-29  2024-02-29
31/11/2026              -           -
the 3rd                 2026-12-03  2026-11-03
the 31st                2026-12-31  2026-10-31
Monday 2nd              2026-12-02  2026-11-02
today                   2026-11-04  2026-11-04
tmrw                    2026-11-05  2026-11-05
yesterday               2026-11-03  2026-11-03
the day before yesterday  2026-11-02  2026-11-02
Thursday                2026-11-05  2026-10-29
tues                    2026-11-10  2026-11-03
wednesday               2026-11-11  2026-10-28
last Friday             2026-10-30  2026-10-30
this Friday             2026-11-06  2026-11-06
next Tuesday            2026-11-10  2026-11-10
Monday week             2026-11-16  2026-11-16
a week on Monday        2026-11-16  2026-11-16
a fortnight on Monday   2026-11-23  2026-11-23
in two weeks            2026-11-18  2026-11-18
3 days ago              2026-11-01  2026-11-01
a month ago             2026-10-04  2026-10-04
in November             2026-11     2026-11
October's               2027-10     2026-10
Jan 2027                2027-01     2027-01
next month              2026-12     2026-12
last month              2026-10     2026-10
on Fridays              -           -
this week               -           -
`;

describe('dates in words', () => {
  const rows = table
    .trim()
    .split('\n')
    .map((row) => row.split(/\s{2,}/u));

  it.each(rows)('"%s" is %s ahead and %s back', (text = '', ahead = '', back = '') => {
    expect(resolved(text, 'future').map((date) => date ?? '-')).toEqual([ahead]);
    expect(resolved(text, 'past').map((date) => date ?? '-')).toEqual([back]);
  });

  it.each(['I may be late', 'march on then', 'my 6 month review', '16 children', 'may I ask'])(
    'finds none in "%s"',
    (text) => {
      expect(datesIn(wordsOf(text))).toEqual([]);
    },
  );

  it('crosses the year where the sense asks for it', () => {
    const newYear = Temporal.PlainDate.from('2027-01-01');
    expect(resolved('30 December', 'past', newYear)).toEqual(['2026-12-30']);
    expect(resolved('last month', 'past', newYear)).toEqual(['2026-12']);
  });

  it('reads back every day in every British way of writing it', () => {
    const day = fc
      .integer({ min: 0, max: 3_650 })
      .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
    const names =
      'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(day, (date) => {
        const month = names[date.month - 1] ?? '';
        const ways = [
          date.toString(),
          `${date.day}/${date.month}/${date.year}`,
          `${date.day}.${date.month}.${String(date.year).slice(2)}`,
          `${date.day} ${month} ${date.year}`,
          `${date.day} ${month.slice(0, 3).toLowerCase()} ${date.year}`,
          `${month} ${date.day} ${date.year}`,
        ];
        for (const way of ways) expect(resolved(`held on ${way} please`, 'past')).toEqual([date.toString()]);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
