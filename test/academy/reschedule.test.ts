import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgreedDay, unpausedDay } from '../../src/academy/agreed-day.ts';
import { civilDay, plainDate } from '../../src/academy/civil-days.ts';
import { pauseSpans } from '../../src/academy/groundwork.ts';
import { calendarOf, type PlanInput, yearPlan } from '../../src/academy/plan.ts';
import { judgeDay, openProposal, proposalState } from '../../src/academy/reschedule.ts';
import type { YearEntry } from '../../src/academy/year-entry.ts';
import { date, inputOf, itemOf, preset } from './support/luton.ts';
import { at } from './support/reminded.ts';

const luton = await preset('luton');
const calendar = calendarOf(luton);
const today = date('2026-10-16');
const input = inputOf({});
const plan = yearPlan(luton, calendar, input, today);

const judged = (item: string, to: string, given: PlanInput = input) => {
  const now = yearPlan(luton, calendar, given, today);
  const answer = judgeDay({ calendar, input: given, plan: now }, itemOf(now, item), date(to));
  if (!answer.ok) return answer.refused;
  return answer.warnings
    .map((one) => {
      if (one.warns === 'neighbour') return `beside ${one.other.id}`;
      return one.warns === 'floor' ? `floor ${one.breach.fromOn}..${one.breach.untilOn}` : one.warns;
    })
    .join(', ');
};

/** The plan once the two have agreed, with pauses of that time and pauses agreed since. */
function agreedPlan(item: string, to: string, before: PlanInput['pauses'], since: PlanInput['pauses'] = []) {
  const known = { ...input, pauses: before };
  const nominalOn = itemOf(yearPlan(luton, calendar, known, today), item).nominal ?? date(to);
  const unpausedOn = plainDate(unpausedDay(civilDay(date(to)), pauseSpans(before)));
  const agreed: AgreedDay = {
    item,
    on: date(to),
    nominalOn,
    unpausedOn,
    agreedOn: today,
    between: ['Amara Okoro', 'Priya Nandakumar'],
  };
  return yearPlan(luton, calendar, { ...input, pauses: [...before, ...since], agreed: [agreed] }, today);
}
const pause = (from: string, until: string) => ({ fromOn: date(from), untilOn: date(until) });

describe('Another day for a session (P7)', () => {
  // Weekly to Mon 19 October, then every two weeks: 2, 16 and 30 November.
  it.each([
    ['reflective-supervision-7', '2026-11-05', 'floor 2026-10-20..2026-11-02'],
    ['reflective-supervision-7', '2026-10-29', ''],
    ['reflective-supervision-6', '2026-10-16', ''],
    ['reflective-supervision-6', '2026-10-22', 'floor 2026-10-13..2026-10-19'],
    ['reflective-supervision-7', '2026-10-31', 'not-working'],
    [
      'reflective-supervision-7',
      '2026-10-19',
      'beside reflective-supervision-6, floor 2026-10-20..2026-11-02',
    ],
    [
      'reflective-supervision-7',
      '2026-11-16',
      'beside reflective-supervision-8, floor 2026-10-20..2026-11-02',
    ],
    ['case-supervision-2', '2026-11-20', ''],
    ['case-supervision-2', '2026-12-08', 'beside case-supervision-3'],
    ['reflective-supervision-7', '2026-11-02', 'same-day'],
    ['reflective-supervision-7', '2026-10-15', 'in-past'],
    ['case-supervision-12', '2027-09-10', 'after-end'],
    ['reflective-supervision-1', '2026-10-20', 'not-open'],
  ])('%s to %s: %s', (item, to, answer) => {
    expect(judged(item, to)).toBe(answer);
  });

  it('is not put into a pause', () => {
    const paused = { ...input, pauses: [pause('2026-11-09', '2026-11-15')] };
    expect(judged('reflective-supervision-7', '2026-11-10', paused)).toBe('in-pause');
    expect(judged('reflective-supervision-7', '2026-10-30', paused)).toBe('');
  });

  it('moves the due date, keeps the nominal and says who agreed when', () => {
    const item = itemOf(agreedPlan('reflective-supervision-7', '2026-10-29', []), 'reflective-supervision-7');
    expect([String(item.nominal), String(item.due)]).toEqual(['2026-11-02', '2026-10-29']);
    expect(item.why.slice(-2, -1)).toEqual([
      'Amara Okoro and Priya Nandakumar agreed on Fri 16 Oct 2026: Thu 29 Oct 2026 instead of Mon 2 Nov 2026',
    ]);
    const usual = itemOf(plan, 'reflective-supervision-7').why;
    expect(item.why.filter((line) => !line.includes('agreed on'))).toEqual(usual);
  });

  it.each([
    [
      'a pause agreed since moves the agreed day by its days',
      '2026-11-05',
      ['2026-11-04', '2026-11-10'],
      '2026-11-12',
    ],
    [
      'one that begins after the agreed day leaves it alone',
      '2026-10-29',
      ['2026-11-02', '2026-11-08'],
      '2026-10-29',
    ],
    ['a day off that a pause moves it to rolls', '2026-11-05', ['2026-11-02', '2026-11-03'], '2026-11-09'],
  ])('%s', (_, to, [from = '', until = ''], due) => {
    const moved = agreedPlan('reflective-supervision-7', to, [], [pause(from, until)]);
    expect(String(itemOf(moved, 'reflective-supervision-7').due)).toBe(due);
  });

  it('stays on a day off that was confirmed, and after a pause that was known', () => {
    const saturday = agreedPlan('reflective-supervision-7', '2026-10-31', []);
    expect(String(itemOf(saturday, 'reflective-supervision-7').due)).toBe('2026-10-31');
    const known = agreedPlan('reflective-supervision-7', '2026-11-19', [pause('2026-10-26', '2026-11-08')]);
    expect(String(itemOf(known, 'reflective-supervision-7').due)).toBe('2026-11-19');
  });

  it('changes no date of any other item, whatever the day and the pauses', () => {
    const day = fc.integer({ min: 0, max: 330 }).map((days) => today.add({ days }));
    const pauses = fc.array(
      fc
        .tuple(day, fc.integer({ min: 0, max: 60 }))
        .map(([fromOn, days]) => ({ fromOn, untilOn: fromOn.add({ days }) })),
      { maxLength: 2 },
    );
    const items = plan.items.filter(({ kind }) => kind === 'supervision').map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...items), day, pauses, (item, to, some) => {
        const without = yearPlan(luton, calendar, { ...input, pauses: some }, today);
        const moved = agreedPlan(item, String(to), some);
        const datesOf = ({ items: all }: typeof moved) =>
          all.filter(({ id }) => id !== item).map(({ id, nominal, due }) => `${id} ${nominal} ${due}`);
        expect(datesOf(moved)).toEqual(datesOf(without));
        // On any day outside the pauses, what was agreed is what stands.
        const isPaused = some.some(
          ({ fromOn, untilOn }) => String(fromOn) <= String(to) && String(to) <= String(untilOn),
        );
        if (!isPaused) expect(String(itemOf(moved, item).due)).toBe(String(to));
      }),
      { numRuns: 60 },
    );
  });
});

describe('A proposal', () => {
  const entered = { by: 'p-1', byName: 'Amara Okoro', at: at('2026-10-16T09:00Z') };
  const proposed = (entryId: string, to: string, from = '2026-11-02') =>
    ({
      ...entered,
      entryId,
      entry: 'reschedule-proposed',
      item: 'reflective-supervision-7',
      from: date(from),
      to: date(to),
      side: 'nqsw',
    }) as const;
  const answered = (answer: 'agreed' | 'declined' | 'withdrawn'): YearEntry => ({
    ...entered,
    entryId: 'a-1',
    entry: 'reschedule-answered',
    proposal: 'r-1',
    answer,
    agreed: null,
  });
  const first = proposed('r-1', '2026-10-29');

  it.each<readonly [string, readonly YearEntry[], string]>([
    ['open while nothing has followed', [first], 'open'],
    ['agreed', [first, answered('agreed')], 'agreed'],
    ['declined', [first, answered('declined')], 'declined'],
    ['withdrawn', [first, answered('withdrawn')], 'withdrawn'],
    ['replaced by a later one', [first, proposed('r-2', '2026-10-30')], 'replaced'],
  ])('is %s', (_, entries, state) => {
    expect(proposalState(entries, first, plan)).toBe(state);
  });

  it('is overtaken once the session has another date, or the proposed day has gone by', () => {
    const old = proposed('r-1', '2026-10-29', '2026-11-03');
    expect(proposalState([old], old, plan)).toBe('overtaken');
    const later = yearPlan(luton, calendar, input, date('2026-10-30'));
    expect(proposalState([first], first, later)).toBe('overtaken');
    expect(openProposal([first], 'reflective-supervision-7', later)).toBeUndefined();
    expect(openProposal([first], 'reflective-supervision-7', plan)).toBe(first);
  });
});
