import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { AssessmentAct } from '../../src/academy/assessment.ts';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import { planInputOf, recordStanding } from '../../src/academy/plan.ts';
import type { YearAct } from '../../src/academy/year-entry.ts';
import { nothingHappened } from '../support/empty-file.ts';
import { date } from './support/luton.ts';

const file: ParticipantFile = {
  ...nothingHappened,
  participant: {
    id: 'p-1',
    personId: 'n-1',
    name: 'Amara Okoro',
    cohort: 'autumn',
    startOn: date('2026-09-07'),
    fte: 0.8,
    contractedHours: 29.6,
    team: 'Family 1',
  },
  records: [
    {
      recordId: 'r-1',
      item: 'case-supervision-1',
      outcome: 'did-not-happen',
      reason: 'nqsw-leave',
      rearrangedOn: date('2026-10-14'),
      recordedBy: 'm-1',
      recordedByName: 'Tom Adeyemi',
      recordedAt: Temporal.Instant.from('2026-10-07T23:30Z'),
      submissionId: 's-1',
    },
  ],
};

describe('A participant’s file as the plan reads it', () => {
  it('requires the conditional reviews that the file names, and none when it names none', () => {
    expect(planInputOf(file).required).toEqual([]);
    expect(planInputOf({ ...file, required: ['review-9m'] }).required).toEqual(['review-9m']);
  });

  it('dates what was recorded late in the evening by the clock of the academy', () => {
    const [record] = planInputOf(file).records;
    expect(record).toMatchObject({ item: 'case-supervision-1', outcome: 'did-not-happen' });
    expect(String(record?.on)).toBe('2026-10-08');
    expect(String(planInputOf(file, 'UTC').records[0]?.on)).toBe('2026-10-07');
  });

  it('holds the reviews against the standards that were chosen last', () => {
    const chosen = (standards: string | null, at: string) => ({
      standards,
      by: 'command-line',
      at: Temporal.Instant.from(at),
    });
    const first = chosen('ecs', '2026-10-01T09:00Z');
    expect(planInputOf({ ...file, standards: [first] }).standards).toBe('ecs');
    const again = chosen(null, '2026-10-02T09:00Z');
    expect(planInputOf({ ...file, standards: [first, again] }).standards).toBeNull();
    expect(planInputOf(file).standards).toBeNull();
  });
});

describe('What was entered settles the items of the plan that it is about', () => {
  const entered = { entryId: 'e', by: 'm-1', byName: 'Tom', at: Temporal.Instant.from('2026-10-07T23:30Z') };
  const settled = (assessed: readonly AssessmentAct[], acts: readonly YearAct[]) =>
    planInputOf({
      ...file,
      records: [],
      assessed: assessed.map((act) => ({ ...act, ...entered })),
      entries: acts.map((act) => ({ ...act, ...entered })),
    }).records.map(({ item, outcome, on, confirmed }) => `${item} ${outcome} ${on} ${confirmed}`);

  const on = date('2026-10-05');
  const observation = { entry: 'observation', heldOn: on, observer: 'assessor' } as const;
  const rest = { statements: [], feedbackGiven: true };

  it.each<readonly [AssessmentAct, readonly string[]]>([
    [
      {
        entry: 'review',
        item: 'review-3m',
        heldOn: on,
        outcome: 'on-track',
        nextPlanOn: null,
        additionalOn: null,
      },
      ['review-3m held 2026-10-05 true'],
    ],
    [{ ...observation, ...rest, item: 'observation-3m' }, ['observation-3m held 2026-10-05 true']],
    [{ ...observation, ...rest, item: null }, []],
    [{ entry: 'evidence', item: 'log-3m', receivedOn: on }, ['log-3m held 2026-10-05 true']],
    [{ entry: 'recommend', outcome: 'pass', to: null }, []],
  ])('of the assessment: %o', (act, records) => {
    expect(settled([act], [])).toEqual(records);
  });

  it.each<readonly [YearAct, readonly string[]]>([
    [
      { entry: 'cadence-decided', item: 'cadence-decision', choice: 'monthly', everyWeeks: null },
      // By the academy’s clock it is already the next day.
      ['cadence-decision held 2026-10-08 true'],
    ],
    [
      { entry: 'attested', item: 'child-file-recording-1', on },
      ['child-file-recording-1 held 2026-10-05 true'],
    ],
    [
      { entry: 'date-held', item: 'personal-supervision-1', heldOn: on },
      ['personal-supervision-1 held 2026-10-05 true'],
    ],
    [{ entry: 'attendance', item: 'scrum-1', on, attended: true }, ['scrum-1 held 2026-10-05 true']],
    [
      { entry: 'attendance', item: 'scrum-1', on, attended: false },
      ['scrum-1 did-not-happen 2026-10-05 true'],
    ],
    [{ entry: 'protected-time', weekOf: on, hours: 3 }, []],
  ])('of the year: %o', (act, records) => {
    expect(settled([], [act])).toEqual(records);
  });

  it('and a decision about the rhythm is one from its day on', () => {
    const entries = [
      { ...entered, entry: 'cadence-decided', item: 'cadence-decision', choice: 'custom', everyWeeks: 3 },
      { ...entered, entry: 'protected-time', weekOf: on, hours: 3 },
    ] as const;
    expect(planInputOf({ ...file, entries }).cadence).toEqual([
      { choice: 'custom', everyWeeks: 3, on: date('2026-10-08') },
    ]);
  });
});

describe('A day of a record', () => {
  it.each([
    ['2026-09-06', 'before-start'],
    ['2026-09-07', 'counts'],
    ['2026-10-05', 'in-pause'],
    ['2026-10-11', 'in-pause'],
    ['2026-10-12', 'counts'],
    ['2026-10-19', 'counts'],
    ['2026-10-20', 'in-future'],
  ])('%s %s', (on, standing) => {
    const pauses = [{ pauseId: 'b', fromOn: date('2026-10-05'), untilOn: date('2026-10-11') }];
    const input = { startOn: date('2026-09-07'), pauses };
    expect(recordStanding(input, date(on), date('2026-10-19'))).toBe(standing);
  });

  it('counts for nobody who has no start yet', () => {
    expect(recordStanding({ startOn: null, pauses: [] }, date('2026-10-05'), date('2026-10-19'))).toBe(
      'before-start',
    );
  });
});
