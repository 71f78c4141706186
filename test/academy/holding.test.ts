import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { assessorChanges, handoversOf, openHandovers } from '../../src/academy/handover.ts';
import { actingOn, coversOf, coverTurns, holdingsOn, leadOn } from '../../src/academy/holding.ts';
import type { Allocation, ParticipantFile } from '../../src/academy/participant-file.ts';
import type { AllocatedFunction } from '../../src/academy/roles.ts';
import type { YearAct } from '../../src/academy/year-entry.ts';
import { nothingHappened } from '../support/empty-file.ts';
import { date } from './support/luton.ts';

const holder = (of: AllocatedFunction, personId: string, from: string, until?: string): Allocation => ({
  function: of,
  personId,
  name: personId.toUpperCase(),
  fromOn: date(from),
  untilOn: until === undefined ? null : date(until),
});
const at = Temporal.Instant.from('2026-10-01T09:00:00Z');
const entered = (acts: readonly YearAct[]) =>
  acts.map((act, index) => ({ ...act, entryId: `e${index}`, by: 'helen', byName: 'Helen', at }));

const cover = (from: string, until: string, of: AllocatedFunction = 'reflective-supervisor'): YearAct => ({
  entry: 'cover',
  function: of,
  personId: 'bo',
  name: 'BO',
  holderId: 'tom',
  holderName: 'TOM',
  fromOn: date(from),
  untilOn: date(until),
});
const ended = (of: string, on: string): YearAct => ({ entry: 'cover-ended', cover: of, on: date(on) });

const fileOf = (
  allocations: readonly Allocation[],
  acts: readonly YearAct[] = [],
): Omit<ParticipantFile, 'participant'> => ({ ...nothingHappened, allocations, entries: entered(acts) });

describe('who does it today', () => {
  const tom = holder('reflective-supervisor', 'tom', '2026-09-07', '2027-03-31');
  const file = fileOf([tom, holder('assessor', 'ada', '2026-09-07')], [cover('2026-10-05', '2026-10-09')]);
  const told = (on: string, of = file) =>
    holdingsOn(of, date(on)).map(({ function: name, personId, as, coversFor }) =>
      [name, personId, as, coversFor?.personId].join(' ').trim(),
    );

  it.each([
    ['2026-09-06', []],
    ['2026-09-07', ['reflective-supervisor tom holder', 'assessor ada holder']],
    ['2026-10-04', ['reflective-supervisor tom holder', 'assessor ada holder']],
    [
      '2026-10-05',
      ['reflective-supervisor tom covered', 'reflective-supervisor bo cover tom', 'assessor ada holder'],
    ],
    [
      '2026-10-09',
      ['reflective-supervisor tom covered', 'reflective-supervisor bo cover tom', 'assessor ada holder'],
    ],
    ['2026-10-10', ['reflective-supervisor tom holder', 'assessor ada holder']],
    ['2027-03-31', ['reflective-supervisor tom holder', 'assessor ada holder']],
    ['2027-04-01', ['assessor ada holder']],
  ])('on %s: %j', (on, expected) => {
    expect(told(on)).toEqual(expected);
  });

  it('is the holder or whoever covers, by name, and never both', () => {
    expect(actingOn(file, date('2026-10-05')).map(({ name, coversFor }) => [name, coversFor])).toEqual([
      ['BO', { personId: 'tom', name: 'TOM' }],
      ['ADA', null],
    ]);
    expect(actingOn(file, date('2026-10-10')).map(({ name }) => name)).toEqual(['TOM', 'ADA']);
  });

  it('is nobody in another’s place for another function, or once the holder has handed it over', () => {
    const other = fileOf([tom], [cover('2026-10-05', '2026-10-09', 'assessor')]);
    expect(told('2026-10-05', other)).toEqual(['reflective-supervisor tom holder']);
    const handedOver = fileOf(
      [
        holder('reflective-supervisor', 'tom', '2026-09-07', '2026-10-06'),
        holder('reflective-supervisor', 'eve', '2026-10-07'),
      ],
      [cover('2026-10-05', '2026-10-09')],
    );
    expect(told('2026-10-06', handedOver)).toHaveLength(2);
    expect(told('2026-10-07', handedOver)).toEqual(['reflective-supervisor eve holder']);
  });

  it.each([
    ['ended early', [ended('e0', '2026-10-08')], ['2026-10-05..2026-10-07']],
    ['ended on its second day', [ended('e0', '2026-10-06')], ['2026-10-05..2026-10-05']],
    ['taken back before its first day', [ended('e0', '2026-10-05')], []],
    ['beside another that was ended', [ended('e9', '2026-10-06')], ['2026-10-05..2026-10-09']],
  ])('is by cover for the days arranged, %s', (_, after, spans) => {
    const entries = entered([cover('2026-10-05', '2026-10-09'), ...after]);
    expect(coversOf(entries).map(({ fromOn, untilOn }) => `${fromOn}..${untilOn}`)).toEqual(spans);
  });

  it('changes with the first day of a cover and with the day after its last', () => {
    expect(coverTurns(file.entries).map(String)).toEqual(['2026-10-05', '2026-10-10']);
  });

  const lead = (due: string | null, today: string, of = file) =>
    leadOn(of, { lead: 'reflective-supervisor', due: due === null ? null : date(due) }, date(today))
      ?.personId;

  it.each([
    ['2026-10-07', '2026-10-01', 'bo'],
    ['2026-10-12', '2026-10-07', 'tom'],
    ['2026-10-02', '2026-10-07', 'bo'],
    ['2026-10-02', '2026-10-12', 'tom'],
    [null, '2026-10-07', 'bo'],
    [null, '2026-10-01', 'tom'],
    ['2026-10-07', '2026-10-07', 'bo'],
    ['2026-10-12', '2027-04-01', undefined],
  ])('and what is due on %s is led, as seen on %s, by %s', (due, today, who) => {
    expect(lead(due, today)).toBe(who);
  });

  it('and stays with today’s holder where the cover is of whoever comes after them', () => {
    const next = fileOf(
      [
        holder('reflective-supervisor', 'eve', '2026-09-07', '2026-10-04'),
        holder('reflective-supervisor', 'tom', '2026-10-05'),
      ],
      [cover('2026-10-05', '2026-10-09')],
    );
    expect(lead('2026-10-07', '2026-10-01', next)).toBe('eve');
    expect(leadOn(next, { lead: 'academy-manager', due: null }, date('2026-10-07'))).toBeUndefined();
  });
});

describe('a handover', () => {
  const talk = (on: string, change: Partial<Extract<YearAct, { entry: 'handover' }>> = {}): YearAct => ({
    entry: 'handover',
    function: 'assessor',
    from: 'tom',
    to: 'eve',
    on: date(on),
    ...change,
  });
  // As a roster lists them: not in the order of the days.
  const people = [
    holder('assessor', 'eve', '2027-01-04', '2027-06-30'),
    holder('assessor', 'tom', '2026-09-07', '2027-01-03'),
    holder('assessor', 'eve', '2027-07-01'),
    holder('mentor', 'ada', '2026-09-07'),
    holder('reflective-supervisor', 'ada', '2026-09-07', '2026-12-31'),
    holder('reflective-supervisor', 'bo', '2027-01-01'),
  ];
  const shown = (found: ReturnType<typeof handoversOf>) =>
    found.map(
      (one) => `${one.function} ${one.fromName} ${one.fromSince} ${one.toName} ${one.fromOn} ${one.heldOn}`,
    );

  it('is every change of hands, and none where somebody goes on', () => {
    expect(shown(handoversOf(fileOf(people)))).toEqual([
      'reflective-supervisor ADA 2026-09-07 BO 2027-01-01 null',
      'assessor TOM 2026-09-07 EVE 2027-01-04 null',
    ]);
    const [, assessor] = handoversOf(fileOf(people));
    expect([assessor?.from, assessor?.to]).toEqual(['tom', 'eve']);
  });

  it.each([
    ['2026-09-06', null],
    ['2026-09-07', '2026-09-07'],
    ['2027-06-30', '2027-06-30'],
    ['2027-07-01', null],
  ])('that is said of %s was held on %s', (on, heldOn) => {
    const [, assessor] = handoversOf(fileOf(people, [talk(on)]));
    expect(assessor?.heldOn?.toString() ?? null).toBe(heldOn);
  });

  it('is held as it was last said, of those two and of that function', () => {
    const held = (...acts: YearAct[]) => String(handoversOf(fileOf(people, acts))[1]?.heldOn);
    expect(held(talk('2027-01-05'), talk('2027-01-06'))).toBe('2027-01-06');
    expect(held(talk('2027-01-05', { function: 'mentor' }))).toBe('null');
    expect(held(talk('2027-01-05', { from: 'ada' }))).toBe('null');
    expect(held(talk('2027-01-05', { to: 'ada' }))).toBe('null');
  });

  it('is asked for until four weeks after the change, and no more once it was held', () => {
    const open = (today: string, ...acts: YearAct[]) =>
      openHandovers(fileOf(people, acts), date(today)).map((one) => one.function);
    expect(open('2026-11-02')).toEqual(['reflective-supervisor', 'assessor']);
    expect(open('2027-01-29')).toEqual(['reflective-supervisor', 'assessor']);
    expect(open('2027-01-30')).toEqual(['assessor']);
    expect(open('2027-02-01')).toEqual(['assessor']);
    expect(open('2027-02-02')).toEqual([]);
    expect(open('2027-01-29', talk('2027-01-05'))).toEqual(['reflective-supervisor']);
  });

  it('of the assessment stands in the report of the next review', () => {
    const review = (heldOn: string) =>
      ({
        entry: 'review',
        item: 'review-3m',
        heldOn: date(heldOn),
        outcome: 'on-track',
        nextPlanOn: null,
        additionalOn: null,
        entryId: heldOn,
        by: 'tom',
        byName: 'TOM',
        at,
      }) as const;
    const changes = (today: string, ...held: string[]) =>
      assessorChanges({ ...fileOf(people), assessed: held.map(review) }, date(today)).length;
    expect(changes('2027-01-03')).toBe(0);
    expect(changes('2027-01-04')).toBe(1);
    expect(changes('2027-02-01', '2027-01-03')).toBe(1);
    expect(changes('2027-02-01', '2027-01-04')).toBe(0);
    expect(changes('2027-02-01', '2027-01-10', '2026-12-07')).toBe(0);
  });
});
