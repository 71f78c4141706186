import { describe, expect, it } from 'vitest';
import { cardMessage, largestCardBytes } from '../../src/cards/index.ts';
import { answerMyYear } from '../../src/services/answer-my-year.ts';
import type { MyYearView } from '../../src/services/views.ts';
import { presetIds } from '../../src/storage/programme-files.ts';
import { preset } from '../academy/support/luton.ts';
import { held, type Lived, livedYear, rearranged } from './year-for-tests.ts';

const luton = await preset('luton');

async function yearOf(lived: Lived, programme = luton): Promise<MyYearView> {
  const { needs, amara } = livedYear(programme, lived);
  const view = await answerMyYear(needs, amara, { kind: 'own' });
  if (view.card !== 'my-year') throw new Error(`answered with ${view.card}`);
  return view.data;
}

const step = (view: MyYearView, title: string) => view.steps.find((one) => one.title === title);
const series = (view: MyYearView, title: string) => view.series.find((one) => one.title === title);

describe('My year', () => {
  it('says what is done, missed, overdue and next', async () => {
    const view = await yearOf({
      today: '2026-10-08',
      records: [
        held('reflective-supervision-1', '2026-09-14'),
        held('reflective-supervision-2', '2026-09-21'),
        held('case-supervision-1', '2026-10-08'),
      ],
    });
    expect(view).toMatchObject({
      heading: 'Your year',
      span: 'Mon 7 Sep 2026 to Tue 7 Sep 2027',
      progress: '3 of 7 done so far, 1 missed, 3 overdue',
      notes: [],
    });
    expect(view.late.map(({ title, when }) => `${title}: ${when}`)).toEqual([
      'Reflective supervision 4: 3 days overdue (3 working days)',
      'Peer supervision 1: 1 day overdue (1 working day)',
      'Personal supervision 1: 1 day overdue (1 working day)',
    ]);
    expect(series(view, 'Reflective supervision')).toEqual({
      title: 'Reflective supervision',
      progress: '2 of 22 done, 1 missed, 1 overdue',
      date: 'Mon 12 Oct 2026',
      was: '',
      when: 'in 4 days',
    });
    expect(step(view, 'End of induction')).toMatchObject({ standing: 'done', date: 'Fri 18 Sep 2026' });
    expect(step(view, '3-month review')).toMatchObject({ standing: 'upcoming', was: '', when: 'in 60 days' });
  });

  it('says of meetings, which nobody records, only how many have been', async () => {
    const view = await yearOf({ today: '2026-10-08' });
    expect(series(view, 'Host team meeting and SCRUM')?.progress).toBe('4 of 52 gone by');
    expect(view.late.map(({ title }) => title).join()).not.toMatch(/meeting|claim/i);
  });

  it('strikes the date that a pause moved, and says so', async () => {
    const view = await yearOf({ today: '2026-12-02', pauses: [['2026-10-20', '2026-11-08']] });
    expect(view.notes).toEqual([
      'Paused Tue 20 Oct 2026 to Sun 8 Nov 2026, 20 days: what was due from then on moves.',
    ]);
    expect(step(view, '6-month review')).toEqual({
      title: '6-month review',
      standing: 'upcoming',
      date: 'Tue 30 Mar 2027',
      was: 'Mon 8 Mar 2027',
      when: 'in 118 days, moved by the pause',
    });
    expect(step(view, 'End of induction')?.was).toBe('');
    expect(view.span).toBe('Mon 7 Sep 2026 to Mon 27 Sep 2027');
  });

  it('strikes the date of a session that did not happen, beside the new one', async () => {
    const view = await yearOf({
      today: '2026-09-22',
      records: [
        held('reflective-supervision-1', '2026-09-14'),
        rearranged('reflective-supervision-2', '2026-09-21', '2026-09-24'),
      ],
    });
    expect(series(view, 'Reflective supervision')).toMatchObject({
      date: 'Thu 24 Sep 2026',
      was: 'Mon 21 Sep 2026',
      when: 'in 2 days, new date',
    });
  });

  it('invents no date while a pause has no end', async () => {
    const view = await yearOf({ today: '2027-02-10', pauses: [['2027-02-01', null]] });
    expect(view.span).toBe('From Mon 7 Sep 2026; no end date while the programme is paused');
    expect(view.notes[0]).toContain('with no end yet');
    expect(step(view, '6-month review')).toMatchObject({
      standing: 'paused',
      date: '',
      was: 'Mon 8 Mar 2027',
      when: 'no date until the pause ends',
    });
    expect(series(view, 'Case supervision')).toMatchObject({
      date: '',
      when: 'no date until the pause ends',
    });
    expect(view.late).toEqual([]);
  });

  it('tells part-time people what is stretched', async () => {
    const view = await yearOf({ today: '2026-09-07', fte: 0.6 });
    expect(view.progress).toBe('Nothing has fallen due yet');
    expect(view.notes).toEqual([
      'Part-time (0.6): reviews and the end come later; supervision is as often as for everybody.',
    ]);
    expect(view.span).toBe('Mon 7 Sep 2026 to Mon 8 May 2028');
  });

  it('is told to those who support, and to nobody else', async () => {
    const { needs, priya, amara } = livedYear(luton, { today: '2026-10-08' });
    const supported = { kind: 'supported', participantId: 'p1' } as const;
    expect((await answerMyYear(needs, priya, supported)).summary).toMatch(/^Amara Okoro’s year: /);
    const other = { ...priya, person: { ...priya.person, id: 'somebody' } };
    expect((await answerMyYear(needs, other, supported)).card).toBe('message');
    expect((await answerMyYear(needs, priya, { kind: 'own' })).card).toBe('message');
    expect((await answerMyYear(needs, amara, supported)).card).toBe('message');
  });

  it('fits on its card in every programme, at the start, when everything is late, and in an open pause', async () => {
    for (const id of await presetIds()) {
      const programme = await preset(id);
      const everything = {
        ...programme,
        arrangements: programme.arrangements.map((one) => ({ ...one, inPlan: true })),
      };
      for (const lived of [
        { today: '2026-09-07' },
        { today: '2027-09-30', fte: 0.4 },
        {
          today: '2027-03-01',
          pauses: [
            ['2026-10-01', '2026-10-31'],
            ['2027-02-01', null],
          ],
        },
      ] satisfies Lived[]) {
        const { needs, amara } = livedYear(everything, lived);
        const { card } = cardMessage(await answerMyYear(needs, amara, { kind: 'own' }));
        const bytes = new TextEncoder().encode(JSON.stringify(card)).length;
        expect(bytes, `${id} on ${lived.today}`).toBeLessThanOrEqual(largestCardBytes);
      }
    }
  });
});
