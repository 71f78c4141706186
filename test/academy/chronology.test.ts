import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
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
