import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../src/academy/calendar.ts';
import { calendarOf } from '../../src/academy/plan.ts';
import { planOf, preset } from './support/luton.ts';
import { printedYear } from './support/printed-year.ts';

const councils = ['doncaster', 'durham', 'national', 'sefton', 'slough'];

describe.each(councils)('A full-time year in the programme %s', (id) => {
  it('is the year that council-years.md checks against its source', async () => {
    const programme = await preset(id);
    await expect(printedYear(planOf(programme), programme)).toMatchFileSnapshot(`${id}-year.txt`);
  });

  it('has no item on a day that is not worked, or after its end, but the claims', async () => {
    const programme = await preset(id);
    const { items, end } = planOf(programme);
    const wrong = items.filter(
      ({ kind, due }) =>
        kind !== 'claim' &&
        (due === null || !isWorkingDay(calendarOf(programme), due) || String(due) > String(end)),
    );
    expect(wrong.map(({ id: item, due }) => `${item} ${due}`)).toEqual([]);
  });

  it('says of the nine-month review that it exists once it is required, and not before', async () => {
    const programme = await preset(id);
    const reviews = (required: readonly string[]) =>
      planOf(programme, { required })
        .items.filter(({ series }) => series === 'review')
        .map(({ id: item, due }) => `${item} ${due}`);
    expect(reviews([])).toEqual(['review-3m 2026-12-07', 'review-6m 2027-03-08', 'review-12m 2027-09-07']);
    expect(reviews(['review-9m'])).toEqual([
      'review-3m 2026-12-07',
      'review-6m 2027-03-08',
      'review-9m 2027-06-07',
      'review-12m 2027-09-07',
    ]);
  });
});
