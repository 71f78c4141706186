import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgreedDay, agreedDays, unpausedDay } from '../../src/academy/agreed-day.ts';
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

describe('What has been agreed', () => {
  const entered = { by: 'p-1', byName: 'Amara Okoro', at: at('2026-10-16T23:30Z') };
  const proposed = (entryId: string, item: string, to: string): YearEntry => ({
    ...entered,
    entryId,
    entry: 'reschedule-proposed',
    item,
    from: date('2026-11-02'),
    to: date(to),
    side: 'nqsw',
  });
  const answered = (proposal: string, on: string | null): YearEntry => ({
    ...entered,
    byName: 'Priya Nandakumar',
    entryId: `a-${proposal}`,
    entry: 'reschedule-answered',
    proposal,
    answer: on === null ? 'declined' : 'agreed',
    agreed: on === null ? null : { nominalOn: date('2026-11-02'), unpausedOn: date(on) },
  });

  it('is the last agreed day of each item, with who proposed it, who agreed and on which day', () => {
    const entries = [
      proposed('r-1', 'case-supervision-2', '2026-11-05'),
      answered('r-1', '2026-11-05'),
      proposed('r-2', 'reflective-supervision-7', '2026-10-29'),
      answered('r-2', '2026-10-22'),
      proposed('r-3', 'case-supervision-2', '2026-11-06'),
      answered('r-3', '2026-11-06'),
      proposed('r-4', 'case-supervision-2', '2026-11-12'),
      answered('r-4', null),
      answered('r-unknown', '2026-11-12'),
    ];
    const days = agreedDays(entries, 'Europe/London');
    expect(days.map(({ item, on }) => `${item} ${on}`)).toEqual([
      'case-supervision-2 2026-11-06',
      'reflective-supervision-7 2026-10-29',
    ]);
    expect(days[1]).toEqual({
      item: 'reflective-supervision-7',
      on: date('2026-10-29'),
      nominalOn: date('2026-11-02'),
      unpausedOn: date('2026-10-22'),
      agreedOn: date('2026-10-17'),
      between: ['Amara Okoro', 'Priya Nandakumar'],
    });
    expect(String(agreedDays(entries, 'UTC')[1]?.agreedOn)).toBe('2026-10-16');
  });

  it('is a day with the pauses before it taken out, and nothing of one that reaches or passes it', () => {
    const pauses = pauseSpans([
      pause('2026-10-05', '2026-10-06'),
      pause('2026-10-19', '2026-10-21'),
      { fromOn: date('2026-11-16'), untilOn: null },
    ]);
    const unpaused = (on: string) => String(plainDate(unpausedDay(civilDay(date(on)), pauses)));
    expect(['2026-10-06', '2026-10-07', '2026-10-22', '2026-12-01'].map(unpaused)).toEqual([
      '2026-10-06',
      '2026-10-05',
      '2026-10-17',
      '2026-11-26',
    ]);
  });

  it('says what a pause since then has made of the day', () => {
    const lines = (pauses: PlanInput['pauses']) =>
      itemOf(agreedPlan('reflective-supervision-7', '2026-11-05', [], pauses), 'reflective-supervision-7')
        .why;
    const agreed = 'Amara Okoro and Priya Nandakumar agreed on Fri 16 Oct 2026: Thu 5 Nov 2026';
    expect(lines([pause('2026-11-04', '2026-11-10')])).toEqual(
      expect.arrayContaining([
        `${agreed} instead of Mon 2 Nov 2026`,
        'A pause since then moves it to Thu 12 Nov 2026',
      ]),
    );
    const open = lines([{ fromOn: date('2026-11-04'), untilOn: null }]);
    expect(open).toContain('A pause since then holds it with no end yet');
    expect(lines([]).filter((line) => line.startsWith('A pause since then'))).toEqual([]);
    const both = lines([{ fromOn: date('2026-10-26'), untilOn: null }]);
    expect(both).toEqual(expect.arrayContaining([agreed, 'A pause since then holds it with no end yet']));
  });

  it('is off once the rhythm has given the session another date', () => {
    const agreed: AgreedDay = {
      item: 'reflective-supervision-7',
      on: date('2026-10-29'),
      nominalOn: date('2026-11-03'),
      unpausedOn: date('2026-10-29'),
      agreedOn: today,
      between: ['Amara Okoro', 'Priya Nandakumar'],
    };
    const now = yearPlan(luton, calendar, { ...input, agreed: [agreed] }, today);
    expect(String(itemOf(now, 'reflective-supervision-7').due)).toBe('2026-11-02');
  });
});

describe('A proposal among others', () => {
  const entered = { by: 'p-1', byName: 'Amara Okoro', at: at('2026-10-16T09:00Z') };
  const proposed = (entryId: string, item: string, to: string, from: string) =>
    ({
      ...entered,
      entryId,
      entry: 'reschedule-proposed',
      item,
      from: date(from),
      to: date(to),
      side: 'nqsw',
    }) as const;
  const first = proposed('r-1', 'reflective-supervision-7', '2026-10-29', '2026-11-02');
  const other = proposed('r-2', 'case-supervision-2', '2026-11-10', '2026-11-09');
  const declined: YearEntry = {
    ...entered,
    entryId: 'a-2',
    entry: 'reschedule-answered',
    proposal: 'r-2',
    answer: 'declined',
    agreed: null,
  };

  it('stays open whatever becomes of another session’s', () => {
    expect(proposalState([first, other, declined], first, plan)).toBe('open');
    expect(openProposal([first, other, declined], 'reflective-supervision-7', plan)).toBe(first);
    expect(openProposal([first, other, declined], 'case-supervision-2', plan)).toBeUndefined();
    expect(openProposal([], 'case-supervision-2', plan)).toBeUndefined();
  });

  it('is overtaken once its session is recorded, has no date, or is not in the plan any more', () => {
    const states = [
      inputOf({ held: { 'reflective-supervision-7': '2026-10-15' } }),
      inputOf({ pauses: ['2026-10-15..'] }),
    ].map((given) => proposalState([first], first, yearPlan(luton, calendar, given, today)));
    expect(states).toEqual(['overtaken', 'overtaken']);
    const gone = proposed('r-9', 'reflective-supervision-99', '2026-10-29', '2026-11-02');
    expect(proposalState([gone], gone, plan)).toBe('overtaken');
  });
});
