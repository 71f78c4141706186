/**
 * The messages of one participant-year in each council, for people to read: Amara works four days a week and not on
 * Mondays, Sam not on Fridays, and everything is recorded on its day. What was checked by hand stands in years/review.md.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { academy } from './string-terminal.ts';

const years = join(import.meta.dirname, 'years');
const councils = ['national', 'luton', 'durham', 'slough', 'doncaster', 'sefton'];

it.each(councils)(
  'sends in the year of %s what stands in its file',
  async (council) => {
    const time = ['--from', '2026-09-01', '--to', '2027-12-31', '--assume', 'on-time'];
    const ran = await academy(['simulate', join(years, 'roster.csv'), ...time, '--programme', council]);
    expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 0, err: '' });
    await expect(ran.out).toMatchFileSnapshot(join(years, `${council}.txt`));
  },
  300_000,
);
