import { describe, expect, it } from 'vitest';
import { civilDay } from '../../src/academy/civil-days.ts';
import { groundworkOf } from '../../src/academy/groundwork.ts';
import { calendarOf, yearPlan } from '../../src/academy/plan.ts';
import { type ItemKind, itemStatuses } from '../../src/academy/plan-item.ts';
import { isCauseFor, type Scheduled } from '../../src/academy/reminder-schedule.ts';
import { standings } from '../../src/academy/standings.ts';
import { type Case, date, inputOf, preset } from './support/luton.ts';

const luton = await preset('luton');
const calendar = calendarOf(luton);

const lived: readonly (readonly [string, Case])[] = [
  ['without anything recorded', {}],
  [
    'with records and no pause',
    {
      held: { 'reflective-supervision-1': '2026-09-15', 'case-supervision-1': '2026-10-05' },
      notHeld: { 'reflective-supervision-2': '2026-09-22' },
    },
  ],
  [
    'with a pause after a record',
    {
      held: { 'case-supervision-2': '2026-11-02', 'review-3m': '2026-12-01' },
      pauses: ['2026-11-09..2026-11-22', '2026-12-02..2026-12-06'],
    },
  ],
  [
    'with a pause that has no end yet',
    { held: { 'case-supervision-2': '2026-11-02' }, pauses: ['2026-11-09..'] },
  ],
];
const days = [
  '2026-09-07',
  '2026-09-21',
  '2026-10-06',
  '2026-11-02',
  '2026-11-09',
  '2026-11-23',
  '2026-12-07',
  '2027-03-22',
  '2027-03-23',
  '2027-09-08',
];

describe('How the items of a year stand on any day', () => {
  const of = (given: Case) => {
    const input = inputOf(given);
    const year = standings(groundworkOf(luton, calendar, input), input.records);
    return { input, year };
  };

  it.each(lived)('is how the plan of that day has them, %s', (_, given) => {
    const { input, year } = of(given);
    for (const on of days) {
      const day = civilDay(date(on));
      const told = year.drafts.map((draft, position) => {
        const due = year.dueOn(draft, position, day);
        return `${draft.id} ${year.statusOn(draft, position, day)} ${due}`;
      });
      const planned = yearPlan(luton, calendar, input, date(on)).items.map(
        ({ id, status, due }) => `${id} ${status} ${due === null ? null : civilDay(due)}`,
      );
      expect(told.toSorted(), on).toEqual(planned.toSorted());
    }
  });

  it.each([
    ['case-supervision-2', ['2026-11-23', '2026-11-09']],
    ['case-supervision-1', ['2026-10-07']],
  ])('%s has all its due dates, those that a record keeps among them', (id, dues) => {
    const { year } = of(lived[2]?.[1] ?? {});
    const position = year.drafts.findIndex((draft) => draft.id === id);
    const draft = year.drafts[position];
    if (draft === undefined) expect.fail(`no ${id}`);
    expect(year.duesOf(draft, position)).toEqual(dues.map((due) => civilDay(date(due))));
  });

  it('has one due date of everything where there is no pause, and none where an open one holds it', () => {
    const count = (given: Case) => {
      const { year } = of(given);
      return year.drafts.map((draft, position) => year.duesOf(draft, position).length);
    };
    expect(new Set(count(lived[1]?.[1] ?? {}))).toEqual(new Set([1]));
    expect(new Set(count({ pauses: ['2026-09-08..'] }))).toEqual(new Set([0, 1]));
  });
});

/** Which notices an item still gives cause for: "." for none, "x" for one. */
describe('A notice has a cause', () => {
  const cause = (
    kind: ItemKind,
    stage: Scheduled['stage'],
    recipient: Scheduled['recipient'],
    isRecorded: boolean,
  ) =>
    itemStatuses
      .map((status) => {
        const draft = { kind } as Scheduled['draft'];
        return isCauseFor({ draft, stage, recipient }, status, isRecorded) ? 'x' : '.';
      })
      .join('');

  // upcoming, due, overdue, done, missed, suspended, cancelled
  it.each([
    ['review', 'before-5', 'nqsw', false, 'xxx....'],
    ['review', 'overdue-5', 'academy-manager-channel', false, 'xxx.x..'],
    ['review', 'day', 'assessor', true, 'xxx....'],
    ['milestone', 'day', 'nqsw', false, 'xxxx...'],
    ['milestone', 'day', 'nqsw', true, 'xxx....'],
    ['milestone', 'overdue-1', 'nqsw', false, 'xxx....'],
    ['decision', 'lapsed', 'academy-manager', false, '...x...'],
    ['decision', 'lapsed', 'academy-manager', true, '.......'],
  ] as const)('%s at %s for the %s, recorded %s: %s', (kind, stage, recipient, isRecorded, causes) => {
    expect(cause(kind, stage, recipient, isRecorded)).toBe(causes);
  });
});
