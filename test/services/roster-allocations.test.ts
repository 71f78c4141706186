import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Allocation } from '../../src/academy/participant-file.ts';
import { reallocate } from '../../src/services/roster-allocations.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

/** "priya 2026-09-07..2026-11-01" from the roster; with a star what was given in the chat. */
function allocation(text: string): Allocation {
  const [name = '', span = ''] = text.replace('*', '').trim().split(' ');
  const [from = '', until = ''] = span.split('..');
  return {
    function: 'assessor',
    personId: name,
    name,
    fromOn: day(from),
    untilOn: until === '' ? null : day(until),
    ...(text.includes('*') ? { madeIn: 'chat' as const } : {}),
  };
}

const print = ({ name, fromOn, untilOn, madeIn }: Allocation) =>
  `${name} ${fromOn}..${untilOn ?? ''}${madeIn === 'chat' ? '*' : ''}`;

/* What stands, the day of the import and whom the file names; then what stands afterwards, and what is warned of. */
const cases = `
priya 2026-09-07..                                              | 2026-11-10 | priya | priya 2026-09-07..                                                |
priya 2026-09-07..                                              | 2026-11-10 | owen  | priya 2026-09-07..2026-11-09; owen 2026-11-10..                   |
priya 2026-09-07..                                              | 2026-11-10 |       | priya 2026-09-07..2026-11-09                                      |
priya 2026-09-07..2026-11-01; owen 2026-11-02..*                | 2026-11-10 | priya | priya 2026-09-07..2026-11-01; owen 2026-11-02..*                  | owen
priya 2026-09-07..2026-11-01; owen 2026-11-02..*                | 2026-10-20 | priya | priya 2026-09-07..2026-11-01; owen 2026-11-02..*                  | owen
priya 2026-09-07..2026-11-01; owen 2026-11-02..*                | 2026-11-10 | owen  | priya 2026-09-07..2026-11-01; owen 2026-11-02..*                  |
priya 2026-09-07..2026-11-01; owen 2026-11-02..*                | 2026-11-10 |       | priya 2026-09-07..2026-11-01; owen 2026-11-02..*                  |
priya 2026-09-07..2026-11-01; owen 2026-11-02..*                | 2026-11-10 | marta | priya 2026-09-07..2026-11-01; owen 2026-11-02..2026-11-09*; marta 2026-11-10.. |
priya 2026-09-07..2026-11-01; owen 2026-11-02..*                | 2026-11-02 | marta | priya 2026-09-07..2026-11-01; owen 2026-11-02..*                  | owen
priya 2026-09-07..2026-11-01; owen 2026-11-02..*                | 2026-10-20 | marta | priya 2026-09-07..2026-11-01; owen 2026-11-02..*                  | owen
priya 2026-09-07..2026-11-01; owen 2026-11-02..2026-11-08*      | 2026-11-10 | priya | priya 2026-09-07..2026-11-01; owen 2026-11-02..2026-11-08*; priya 2026-11-10.. |
priya 2026-09-07..2026-11-01; owen 2026-11-02..2026-11-30*      | 2026-11-10 | priya | priya 2026-09-07..2026-11-01; owen 2026-11-02..2026-11-30*        | owen
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((part) => part.trim()));

describe('who does what after a roster is imported again', () => {
  it('is ended by the file, and no more by whoever had given it a last day in the chat', () => {
    const ended = { by: 'helen', byName: 'Helen Marsh', at: Temporal.Instant.from('2026-10-01T09:00Z') };
    const bo = { ...allocation('bo 2026-09-07..2026-12-01'), ended };
    const named = [{ function: 'assessor' as const, personId: 'bo', name: 'bo' }];
    const stays = reallocate([bo], named, day('2026-09-07'), day('2026-11-10'));
    expect(stays.allocations).toEqual([allocation('bo 2026-09-07..')]);
    const gone = reallocate([bo], [], day('2026-09-07'), day('2026-11-10'));
    expect(gone.allocations).toEqual([allocation('bo 2026-09-07..2026-11-09')]);
  });

  it.each(cases)(
    '%s · on %s the file names %s',
    (standing = '', on = '', named = '', after = '', warned = '') => {
      const existing = standing.split(';').map(allocation);
      const wanted = named === '' ? [] : [{ function: 'assessor' as const, personId: named, name: named }];
      const { allocations, overFile } = reallocate(existing, wanted, day('2026-09-07'), day(on));
      expect(allocations.map(print).join('; ')).toBe(after);
      expect(overFile.map(({ name }) => name).join()).toBe(warned);
    },
  );
});
