import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { AssessmentAct } from '../../src/academy/assessment.ts';
import { chronologyOf } from '../../src/academy/chronology.ts';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import type { YearAct } from '../../src/academy/year-entry.ts';
import { held, livedYear, rearranged } from '../services/year-for-tests.ts';
import { date, preset } from './support/luton.ts';

const luton = await preset('luton');
const { needs } = livedYear(luton, {
  today: '2026-10-08',
  records: [
    held('reflective-supervision-1', '2026-09-14'),
    { ...held('reflective-supervision-2', '2026-09-21'), recordId: 'first' },
    rearranged('reflective-supervision-3', '2026-09-28', '2026-09-30'),
    {
      ...held('reflective-supervision-2', '2026-09-21'),
      recordId: 'second',
      recordedAt: Temporal.Instant.from('2026-10-05T23:30Z'),
    },
  ],
  pauses: [['2026-12-01', null]],
});
const base = (await needs.files.load('p1'))?.file as ParticipantFile;
const at = (text: string) => Temporal.Instant.from(text);
const file: ParticipantFile = {
  ...base,
  confirmations: [
    {
      recordId: 'first',
      answer: 'not-right',
      reason: 'wrong-length',
      by: 'amara',
      at: at('2026-10-01T08:00Z'),
    },
  ],
  caseloads: [
    {
      reportId: 'c',
      count: 16,
      categories: [],
      by: 'amara',
      byName: 'Amara Okoro',
      at: at('2026-10-05T23:10Z'),
    },
  ],
  standards: [
    { standards: 'pqs', by: 'helen', at: at('2026-09-15T08:00Z') },
    { standards: null, by: 'helen', at: at('2026-09-16T08:00Z') },
  ],
};

const lines = (of: ParticipantFile = file, today = '2026-10-08') =>
  chronologyOf(of, { today: date(today), timeZone: 'Europe/London' }).map(
    ({ on, event, isSuperseded, by }) =>
      `${on} ${event.kind}${isSuperseded ? ' (replaced)' : ''}${by === null ? '' : ` ${by.name ?? by.id}`}`,
  );

describe('a chronology', () => {
  it('holds everything in the order in which it happened, however late it was recorded', () => {
    expect(lines()).toEqual([
      '2026-09-07 programme-began',
      '2026-09-07 allocated',
      '2026-09-14 session Priya Nandakumar',
      '2026-09-15 standards (replaced) helen',
      '2026-09-16 standards helen',
      '2026-09-21 session (replaced) Priya Nandakumar',
      '2026-09-21 session Priya Nandakumar',
      '2026-09-28 session Priya Nandakumar',
      '2026-10-01 record-answered (replaced) Amara Okoro',
      '2026-10-06 caseload Amara Okoro',
    ]);
  });

  it('says nothing of what the roster knows of days to come', () => {
    expect(lines(file, '2026-12-01').at(-1)).toBe('2026-12-01 pause');
    expect(lines(file, '2026-11-30')).not.toContain('2026-12-01 pause');
  });

  it('keeps every entry when more is added: what was there stays, in its order', () => {
    const more = { ...file, records: [...file.records, held('reflective-supervision-4', '2026-10-05')] };
    const before = lines();
    expect(
      lines(more)
        .filter((line) => before.includes(line))
        .slice(0, before.length),
    ).toHaveLength(before.length);
    expect(lines(more)).toHaveLength(before.length + 1);
  });

  it('says with which number a caseload alert was opened, whatever was reported after it', () => {
    const reported = (count: number, time: string) => ({
      reportId: time,
      count,
      categories: [],
      by: 'amara',
      byName: 'Amara Okoro',
      at: at(time),
    });
    const alert = {
      alertId: 'a',
      cap: 15,
      count: 15,
      openedAt: at('2026-10-06T09:00Z'),
      updatedAt: at('2026-10-07T09:00Z'),
      acknowledged: null,
      assigned: null,
      assignedBefore: [],
      resolved: { at: at('2026-10-07T09:00Z'), by: null, name: null },
      repeatedAt: [],
    };
    const closed = {
      ...file,
      caseloads: [reported(17, '2026-10-06T09:00Z'), reported(15, '2026-10-07T09:00Z')],
      alerts: [alert],
    };
    const year = chronologyOf(closed, { today: date('2026-10-08'), timeZone: 'Europe/London' });
    const counts = year.flatMap(({ event }) =>
      event.kind === 'caseload-alert' ? [`${event.change} at ${event.count} of ${event.cap}`] : [],
    );
    expect(counts).toEqual(['opened at 17 of 15', 'closed at 15 of 15']);
  });

  it('leaves out what somebody has put off', () => {
    const snooze = {
      item: 'review-3m',
      dueOn: date('2026-12-07'),
      personId: 'amara',
      untilOn: date('2026-12-06'),
      at: at('2026-10-01T08:00Z'),
    };
    expect(lines({ ...file, snoozes: [snooze] })).toEqual(lines());
  });

  it('marks what a later entry took the place of, and nothing that stands for itself', () => {
    const by = { by: 'amara', byName: 'Amara Okoro' };
    const acts: readonly YearAct[] = [
      { entry: 'date-held', item: 'personal-supervision-1', heldOn: date('2026-10-01') },
      { entry: 'date-held', item: 'personal-supervision-1', heldOn: date('2026-10-02') },
      { entry: 'date-held', item: 'personal-supervision-2', heldOn: date('2026-10-03') },
      { entry: 'protected-time', weekOf: date('2026-09-28'), hours: 2 },
      { entry: 'protected-time', weekOf: date('2026-09-28'), hours: 3 },
      { entry: 'attendance', item: 'peer-supervision-1', on: date('2026-10-05'), attended: false },
      { entry: 'attendance', item: 'peer-supervision-1', on: date('2026-10-05'), attended: true },
      { entry: 'attested', item: 'child-file-recording-1', on: date('2026-10-05') },
      { entry: 'cadence-decided', item: 'cadence-decision', choice: 'monthly', everyWeeks: null },
      { entry: 'cadence-decided', item: 'cadence-decision', choice: 'keep', everyWeeks: null },
    ];
    const entries = acts.map((act, n) => ({ ...act, ...by, entryId: `e${n}`, at: at('2026-10-06T08:00Z') }));
    const year = chronologyOf({ ...file, entries }, { today: date('2026-10-08'), timeZone: 'Europe/London' });
    const replaced = year.flatMap(({ event, isSuperseded }) =>
      isSuperseded && event.kind === 'year' ? [event.entry.entryId] : [],
    );
    expect(replaced.toSorted()).toEqual(['e0', 'e3', 'e5']);
  });
});

describe('what a chronology is made of', () => {
  const late = at('2026-10-05T23:30Z');
  const taken = { by: 'helen', byName: 'Helen Marsh', at: late, told: [], asked: [] };
  const only = (parts: Partial<ParticipantFile>): ParticipantFile => ({
    ...base,
    allocations: [],
    records: [],
    confirmations: [],
    pauses: [],
    ...parts,
  });
  /** Each with when it was recorded, beside the day that it stands on. */
  const entries = (parts: Partial<ParticipantFile>, today = '2026-10-08') =>
    chronologyOf(only(parts), { today: date(today), timeZone: 'Europe/London' })
      .filter(({ event }) => event.kind !== 'programme-began')
      .map(({ on, event, by, recordedAt }) => {
        const change = 'change' in event ? ` ${event.change}` : '';
        const name = by === null ? 'nobody' : `${by.id}/${by.name}`;
        return `${on} ${event.kind}${change} by ${name} at ${recordedAt}`;
      });

  const handling = {
    openedAt: at('2026-10-01T23:30Z'),
    acknowledged: null,
    assigned: null,
    assignedBefore: [],
    repeatedAt: [],
  };
  const closed = (by: string | null, name: string | null) => ({ by, name, at: late });

  it('are alerts, from their opening, by nobody, to their end, by somebody or of itself', () => {
    const caseload = { ...handling, alertId: 'a', cap: 15, count: 16, updatedAt: late };
    const opened = '2026-10-02 caseload-alert opened by nobody at 2026-10-01T23:30:00Z';
    expect(entries({ alerts: [{ ...caseload, resolved: null }] })).toEqual([opened]);
    expect(entries({ alerts: [{ ...caseload, resolved: closed('helen', 'Helen Marsh') }] })).toEqual([
      opened,
      '2026-10-06 caseload-alert closed by helen/Helen Marsh at 2026-10-05T23:30:00Z',
    ]);
    const overdue = { ...handling, alertId: 'o', item: 'review-3m', dueOn: date('2026-09-24') };
    expect(entries({ overdueAlerts: [{ ...overdue, resolved: closed(null, null) }] })).toEqual([
      '2026-10-02 overdue-alert opened by nobody at 2026-10-01T23:30:00Z',
      '2026-10-06 overdue-alert closed by nobody at 2026-10-05T23:30:00Z',
    ]);
    const [first] = chronologyOf(only({ overdueAlerts: [{ ...overdue, resolved: null }] }), {
      today: date('2026-10-08'),
      timeZone: 'UTC',
    }).slice(-1);
    expect(first?.event).toEqual({
      kind: 'overdue-alert',
      change: 'opened',
      item: 'review-3m',
      dueOn: date('2026-09-24'),
    });
  });

  it('are allocations from their day on, with their end once it has come', () => {
    const allocation = {
      function: 'assessor',
      personId: 'priya',
      name: 'Priya Nandakumar',
      fromOn: date('2026-09-10'),
      untilOn: date('2026-10-08'),
    } as const;
    const none = 'by nobody at null';
    expect(entries({ allocations: [allocation] })).toEqual([
      `2026-09-10 allocated ${none}`,
      `2026-10-08 allocation-ended ${none}`,
    ]);
    expect(entries({ allocations: [allocation] }, '2026-10-07')).toEqual([`2026-09-10 allocated ${none}`]);
    const year = chronologyOf(only({ allocations: [allocation] }), {
      today: date('2026-10-08'),
      timeZone: 'UTC',
    });
    expect(year.slice(-2).map(({ event }) => event)).toEqual(
      ['allocated', 'allocation-ended'].map((kind) => ({
        kind,
        function: 'assessor',
        name: 'Priya Nandakumar',
      })),
    );
  });

  it('name who allocated in the chat, and who ended it, each with their moment', () => {
    const helen = { by: 'helen', byName: 'Helen Marsh' };
    const allocation = {
      function: 'assessor',
      personId: 'priya',
      name: 'Priya Nandakumar',
      fromOn: date('2026-09-10'),
      untilOn: date('2026-10-01'),
      madeIn: 'chat',
      given: { ...helen, at: at('2026-09-08T10:00Z') },
    } as const;
    const given = '2026-09-10 allocated by helen/Helen Marsh at 2026-09-08T10:00:00Z';
    expect(entries({ allocations: [allocation] })).toEqual([
      given,
      '2026-10-01 allocation-ended by nobody at null',
    ]);
    const ended = { ...helen, at: at('2026-09-28T10:00Z') };
    expect(entries({ allocations: [{ ...allocation, ended }] })).toEqual([
      given,
      '2026-10-01 allocation-ended by helen/Helen Marsh at 2026-09-28T10:00:00Z',
    ]);
  });

  it('are steps of an enrolment on their own day, and an extension on the day it was decided', () => {
    const entry = { stepId: 's', decidedOn: date('2026-10-02'), by: 'helen', at: late };
    const recorded = 'enrolment by helen/null at 2026-10-05T23:30:00Z';
    expect(entries({ enrolment: [{ ...entry, step: { step: 'pause', on: date('2026-09-30') } }] })).toEqual([
      `2026-09-30 ${recorded}`,
    ]);
    expect(entries({ enrolment: [{ ...entry, step: { step: 'extend', to: date('2027-12-07') } }] })).toEqual([
      `2026-10-02 ${recorded}`,
    ]);
  });

  it('are steps of the procedures on the day that they name, or else on which they were taken', () => {
    const on = date('2026-09-30');
    const steps = {
      moveSteps: [
        { ...taken, requestId: 'm', step: 'wish' },
        { ...taken, requestId: 'm', step: 'conversation', heldOn: on },
      ],
      concernSteps: [
        { ...taken, concernId: 'c', step: 'escalate' },
        { ...taken, concernId: 'c', step: 'discuss', heldOn: on },
      ],
    } as const;
    const by = 'by helen/Helen Marsh at 2026-10-05T23:30:00Z';
    expect(entries(steps)).toEqual([
      `2026-09-30 move-request ${by}`,
      `2026-09-30 concern ${by}`,
      `2026-10-06 move-request ${by}`,
      `2026-10-06 concern ${by}`,
    ]);
  });

  it.each<readonly [AssessmentAct, string]>([
    [
      {
        entry: 'review',
        item: 'review-3m',
        heldOn: date('2026-09-30'),
        outcome: 'on-track',
        nextPlanOn: null,
        additionalOn: null,
      },
      '2026-09-30',
    ],
    [{ entry: 'evidence', item: 'log-3m', receivedOn: date('2026-09-29') }, '2026-09-29'],
    [{ entry: 'close-appeal', on: date('2026-09-28') }, '2026-09-28'],
    [{ entry: 'decide', outcome: 'pass', to: null }, '2026-10-06'],
  ])('are entries of the assessment: %o on %s', (act, on) => {
    const { by, byName, at: when } = taken;
    expect(entries({ assessed: [{ ...act, entryId: 'e', by, byName, at: when }] })).toEqual([
      `${on} assessment by helen/Helen Marsh at 2026-10-05T23:30:00Z`,
    ]);
  });

  it.each<readonly [YearAct, string]>([
    [{ entry: 'date-held', item: 'personal-supervision-1', heldOn: date('2026-09-30') }, '2026-09-30'],
    [{ entry: 'protected-time', weekOf: date('2026-09-28'), hours: 2 }, '2026-09-28'],
    [{ entry: 'exit-task', task: 'survey', on: date('2026-09-29') }, '2026-09-29'],
    [{ entry: 'cadence-decided', item: 'cadence-decision', choice: 'keep', everyWeeks: null }, '2026-10-06'],
  ])('are entries of the year: %o on %s', (act, on) => {
    const { by, byName, at: when } = taken;
    expect(entries({ entries: [{ ...act, entryId: 'e', by, byName, at: when }] })).toEqual([
      `${on} year by helen/Helen Marsh at 2026-10-05T23:30:00Z`,
    ]);
  });

  it('are what others answered, by their id alone, and nothing of a record that is not there', () => {
    const record = held('reflective-supervision-1', '2026-09-14');
    const answer = {
      recordId: record.recordId,
      answer: 'agreed',
      reason: null,
      by: 'helen',
      at: late,
    } as const;
    const confirmations = [answer, { ...answer, recordId: 'gone' }];
    expect(entries({ records: [record], confirmations })).toEqual([
      '2026-09-14 session by priya/Priya Nandakumar at 2026-09-14T16:00:00Z',
      '2026-10-06 record-answered by helen/null at 2026-10-05T23:30:00Z',
    ]);
  });

  it('stand in the order in which they were recorded, on one day', () => {
    const report = (reportId: string, recorded: string) => ({
      reportId,
      count: 10,
      categories: [],
      by: reportId,
      byName: reportId,
      at: at(recorded),
    });
    const caseloads = [
      report('late', '2026-10-01T15:00Z'),
      report('early', '2026-10-01T09:00Z'),
      report('before', '2026-09-30T15:00Z'),
    ];
    expect(entries({ caseloads }).map((line) => line.split('/')[1]?.split(' ')[0])).toEqual([
      'before',
      'early',
      'late',
    ]);
  });
});

describe('what an entry of a chronology is about', () => {
  const taken = { by: 'helen', byName: 'Helen Marsh', at: at('2026-10-05T09:00Z') };
  const year = (parts: Partial<ParticipantFile>) =>
    chronologyOf({ ...base, ...parts }, { today: date('2026-12-01'), timeZone: 'Europe/London' });

  it('is the session whose new day was answered, and nothing for any other entry', () => {
    const proposed = (entryId: string, item: string) =>
      ({
        ...taken,
        entryId,
        entry: 'reschedule-proposed',
        item,
        from: date('2026-11-02'),
        to: date('2026-10-29'),
        side: 'nqsw',
      }) as const;
    const answered = (proposal: string) =>
      ({
        ...taken,
        entryId: `a-${proposal}`,
        entry: 'reschedule-answered',
        proposal,
        answer: 'declined',
        agreed: null,
      }) as const;
    const entries = [
      proposed('r-1', 'case-supervision-2'),
      proposed('r-2', 'reflective-supervision-7'),
      answered('r-2'),
      answered('r-gone'),
      answered('a-r-2'),
    ];
    const about = year({ entries }).flatMap(({ event }) => (event.kind === 'year' ? [event.about] : []));
    expect(about).toEqual([null, null, 'reflective-supervision-7', null, null]);
  });
});
