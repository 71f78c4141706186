import { describe, expect, it } from 'vitest';
import { answerWhyDate } from '../../src/services/answer-why.ts';
import type { View } from '../../src/services/views.ts';
import { understand } from '../../src/understanding/understand.ts';
import { date, preset } from '../academy/support/luton.ts';
import { held, type Lived, livedYear } from './year-for-tests.ts';

const luton = await preset('luton');
const today = '2026-11-20';

async function asked(text: string, lived: Partial<Lived> = {}, programme = luton): Promise<View> {
  const { needs, amara } = livedYear(programme, { today, ...lived });
  const { slots } = understand(text, { today: date(lived.today ?? today) });
  return answerWhyDate(needs, amara, { kind: 'own' }, slots);
}

async function reasons(text: string, lived: Partial<Lived> = {}) {
  const view = await asked(text, lived);
  if (view.card !== 'next-item') throw new Error(`answered with ${view.card}: ${view.summary}`);
  return `${view.data.title} | ${view.data.date} | ${view.data.when} | ${view.data.why[0]}`;
}

describe('Why this date', () => {
  it.each([
    [
      'why is reflective supervision 11 on that date',
      'Reflective supervision 11 | Tuesday 29 December 2026 | in 39 days | Last weekly date Mon 19 Oct 2026 + 10 weeks = Mon 28 Dec 2026; fortnightly until the 6-month point',
    ],
    [
      'why is my 6 month review on that date',
      '6-month review | Monday 8 March 2027 | in 108 days | Start Mon 7 Sep 2026 + 6 months = Sun 7 Mar 2027',
    ],
    [
      'why does my probation end then',
      'End of probation | Tuesday 7 September 2027 | in 291 days | Start Mon 7 Sep 2026 + 12 months = Tue 7 Sep 2027',
    ],
    [
      'why is my case supervision on 7 december',
      'Case supervision 3 | Monday 7 December 2026 | in 17 days | Start Mon 7 Sep 2026 + 3 months = Mon 7 Dec 2026; monthly to the end of the programme',
    ],
    [
      'why is my case supervision on that date',
      'Case supervision 2 | Monday 9 November 2026 | 11 days overdue (9 working days) | Start Mon 7 Sep 2026 + 2 months = Sat 7 Nov 2026; monthly to the end of the programme',
    ],
  ])('%s', async (text, expected) => {
    expect(await reasons(text)).toBe(expected);
  });

  it('is explained of what is done or over as well', async () => {
    const records = [held('reflective-supervision-1', '2026-09-15')];
    expect(await reasons('why was reflective supervision 1 on that date', { records })).toMatch(
      /^Reflective supervision 1 \| Monday 14 September 2026 \| held on Tue 15 Sep 2026 \| Start /,
    );
    expect(await reasons('why was reflective supervision 2 on that date', { records })).toMatch(
      /^Reflective supervision 2 \| Monday 21 September 2026 \| missed \| Start /,
    );
  });

  it('says of what a pause with no end holds that it has no date, and why', async () => {
    const lived: Partial<Lived> = { today: '2027-02-10', pauses: [['2027-02-01', null]] };
    const view = await asked('why is my 6 month review on that date', lived);
    expect(view).toMatchObject({
      card: 'next-item',
      data: { date: 'No date at the moment', when: 'paused, no date until the pause ends' },
    });
    expect(JSON.stringify(view)).toContain('Paused from Mon 1 Feb 2027 with no end yet');
  });

  it('says of a review that is held only if required that it is not in the year', async () => {
    const durham = await preset('durham');
    const question = 'why is my 9 month review on that date';
    expect(await asked(question, {}, durham)).toMatchObject({
      card: 'message',
      data: { heading: 'There is no 9-month review at the moment' },
    });
    const required = await asked(question, { required: ['review-9m'] }, durham);
    expect(required).toMatchObject({ card: 'next-item', data: { title: '9-month review' } });
  });

  it('names who leads: the person allocated, or the function that belongs to the whole academy', async () => {
    const facts = async (text: string) => {
      const view = await asked(text);
      return view.card === 'next-item' ? view.data.facts : [];
    };
    expect(await facts('why is reflective supervision 11 on that date')).toEqual([
      { title: 'Senior Practitioner', value: 'Priya Nandakumar' },
    ]);
    expect(await facts('why is case supervision 4 on that date')).toEqual([
      { title: 'Team Manager', value: 'Nobody is allocated at the moment' },
    ]);
    expect(await facts('why does my programme end then')).toEqual([
      { title: 'Led by', value: 'Academy Manager' },
    ]);
  });

  it('knows no session beyond the last', async () => {
    expect(await asked('why is case supervision 13 on that date')).toMatchObject({
      card: 'message',
      data: { heading: 'I know no such date' },
    });
  });
});
