import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { attendanceAt, attendedItem } from '../../src/academy/attendance.ts';
import type { PlanItem } from '../../src/academy/plan-item.ts';
import type { ProgrammeSettings } from '../../src/academy/programme.ts';
import { recordedAct } from '../../src/academy/recorded-act.ts';
import {
  isHeldBy,
  isOpenTo,
  type Recording,
  recordingFaults,
  recordingIn,
  seriesOfItem,
} from '../../src/academy/recording.ts';
import { academyFunctions } from '../../src/academy/roles.ts';
import type { YearEntry } from '../../src/academy/year-entry.ts';
import type { nothingHappened } from '../support/empty-file.ts';
import { date } from './support/luton.ts';

type Row = readonly [kind: 'supervision' | 'meeting' | 'recording', recorded: Recording | undefined];
const one = ([kind, recorded]: Row, lead: 'host-manager' | 'reflective-supervisor' = 'host-manager') => ({
  id: 'one',
  kind,
  lead,
  ...(recorded === undefined ? {} : { recorded }),
});
const recordings: readonly Recording[] = ['in-full', 'date-only', 'attendance', 'by-nqsw', 'not'];

describe('how a session comes to stand in the file', () => {
  it.each([
    ['supervision', undefined, 'in-full'],
    ['meeting', undefined, 'not'],
    ['recording', undefined, 'not'],
    ['supervision', 'date-only', 'date-only'],
    ['meeting', 'by-nqsw', 'by-nqsw'],
  ] as const)('a %s that the file says %s of: %s', (kind, recorded, how) => {
    expect(recordingIn({ series: [one([kind, recorded])] }, 'one')).toBe(how);
    expect(recordingIn({ series: [one([kind, recorded])] }, 'other')).toBe('not');
  });

  it.each([
    ['in-full', null, null],
    ['date-only', { entry: 'date-held', item: 'one-3', heldOn: date('2026-10-05') }, null],
    [
      'attendance',
      { entry: 'attendance', item: 'one-3', on: date('2026-10-05'), attended: true },
      { entry: 'attendance', item: 'one-3', on: date('2026-10-05'), attended: false },
    ],
    [
      'by-nqsw',
      { entry: 'attendance', item: 'one-3', on: date('2026-10-05'), attended: true },
      { entry: 'attendance', item: 'one-3', on: date('2026-10-05'), attended: false },
    ],
    ['not', null, null],
  ] as const)('%s, by what is entered where it took place and where it did not', (recording, held, not) => {
    const act = (took: boolean) => recordedAct(recording, { id: 'one-3' }, date('2026-10-05'), took);
    expect([act(true), act(false)]).toEqual([held, not]);
  });

  it('by an item’s id, whose last number is not of the series', () => {
    expect(['peer-supervision-12', 'one-2-3', 'review-6m'].map(seriesOfItem)).toEqual([
      'peer-supervision',
      'one-2',
      'review-6m',
    ]);
  });

  it.each([
    ['supervision', 'in-full date-only attendance not'],
    ['meeting', 'attendance by-nqsw not'],
    ['recording', 'not'],
  ] as const)('a %s may be recorded so: %s', (kind, allowed) => {
    const faults = (recorded: Recording) =>
      recordingFaults({ series: { one: one([kind, recorded]) } } as unknown as ProgrammeSettings);
    expect(recordings.filter((recorded) => faults(recorded).length === 0).join(' ')).toBe(allowed);
    expect(
      recordingFaults({ series: { one: one([kind, undefined]) } } as unknown as ProgrammeSettings),
    ).toEqual([]);
  });

  it('and what may not is told at its place, with the remedy', () => {
    const of = (row: Row, lead?: 'reflective-supervisor') =>
      recordingFaults({ series: { one: one(row, lead) } } as unknown as ProgrammeSettings).map(
        ({ path, message }) => `${path}: ${message}`,
      );
    expect(of(['recording', 'attendance'])).toEqual([
      'series.one.recorded: attendance is for a series of kind supervision or meeting: change it, or the kind',
    ]);
    expect(of(['supervision', 'date-only'], 'reflective-supervisor')).toEqual([
      'series.one.recorded: date-only is for what the host-manager leads: change it, or the lead',
    ]);
    expect(of(['supervision', 'in-full'], 'reflective-supervisor')).toEqual([]);
  });
});

describe('what nobody could record', () => {
  const ofEach = (row: Row) =>
    academyFunctions.filter((lead) => {
      const series = { one: { ...one(row), lead } };
      return recordingFaults({ series } as unknown as ProgrammeSettings).length === 0;
    });

  it.each([
    [['supervision', undefined], 'reflective-supervisor assessor host-manager deputy-manager'],
    [['supervision', 'in-full'], 'reflective-supervisor assessor host-manager deputy-manager'],
    [
      ['meeting', 'attendance'],
      'reflective-supervisor assessor host-manager deputy-manager mentor academy-manager',
    ],
    [['meeting', 'by-nqsw'], academyFunctions.join(' ')],
    [['meeting', undefined], academyFunctions.join(' ')],
  ] as const)('%s may be led by: %s', (row, leads) => {
    expect(ofEach(row).join(' ')).toBe(leads);
  });
});

describe('what is between two people', () => {
  it.each([
    ['host-manager', 'host-manager', true],
    ['host-manager', 'deputy-manager', true],
    ['host-manager', 'assessor', false],
    ['assessor', 'assessor', true],
    ['assessor', 'deputy-manager', false],
    ['assessor', 'host-manager', false],
  ] as const)('what the %s leads is held by the %s: %s', (lead, standing, held) => {
    expect(isHeldBy(lead, standing)).toBe(held);
  });

  it.each([
    ['date-only', ['self'], true],
    ['date-only', ['host-manager'], true],
    ['date-only', ['assessor', 'deputy-manager'], true],
    ['date-only', ['reflective-supervisor', 'academy-manager'], false],
    ['date-only', [], false],
    ['in-full', ['academy-manager'], true],
    ['attendance', [], true],
  ] as const)('of what is recorded %s, %j sees the dates: %s', (recorded, standing, open) => {
    expect(isOpenTo({ series: [one(['supervision', recorded])] }, 'one', standing)).toBe(open);
    expect(isOpenTo({ series: [one(['supervision', recorded])] }, 'other', standing)).toBe(true);
  });
});

describe('the session of a group that a day settles', () => {
  const item = (id: string, due: string | null, series = 'team-meeting') =>
    ({ id, series, due: due === null ? null : date(due), sequence: Number(id.slice(-1)) }) as PlanItem;
  const items = [
    item('team-meeting-4', '2026-10-26'),
    item('team-meeting-1', '2026-10-05'),
    item('team-meeting-2', '2026-10-12'),
    item('team-meeting-3', '2026-10-16'),
    item('team-meeting-5', null),
    item('peer-supervision-1', '2026-10-13', 'peer-supervision'),
  ];
  const said = (id: string, on: string): YearEntry => ({
    entry: 'attendance',
    item: id,
    on: date(on),
    attended: true,
    entryId: `${id}:${on}`,
    by: 'amara',
    byName: 'Amara',
    at: Temporal.Instant.from('2026-10-14T09:00:00Z'),
  });
  const settles = (on: string, entries: readonly YearEntry[] = [], recorded: readonly string[] = []) =>
    attendedItem(
      items,
      { entries, records: recorded.map((id) => ({ item: id })) as unknown as typeof nothingHappened.records },
      'team-meeting',
      date(on),
    )?.id;

  it.each([
    ['2026-10-01', 'team-meeting-1'],
    ['2026-10-08', 'team-meeting-1'],
    ['2026-10-09', 'team-meeting-2'],
    ['2026-10-13', 'team-meeting-2'],
    // Two days from either: the earlier one.
    ['2026-10-14', 'team-meeting-2'],
    ['2026-10-15', 'team-meeting-3'],
    ['2026-12-24', 'team-meeting-4'],
  ])('%s settles %s', (on, id) => {
    expect(settles(on)).toBe(id);
  });

  it('is one of which nothing is said or recorded yet, unless it was said of that very day', () => {
    expect(settles('2026-10-13', [said('team-meeting-2', '2026-10-12')])).toBe('team-meeting-3');
    expect(settles('2026-10-12', [said('team-meeting-1', '2026-10-12')])).toBe('team-meeting-1');
    expect(settles('2026-10-13', [], ['team-meeting-2'])).toBe('team-meeting-3');
    const all = [1, 2, 3, 4].map((n) => `team-meeting-${n}`);
    expect(settles('2026-10-13', [], all)).toBeUndefined();
  });

  it('is one whose session did not take place, until it is held on the other day or another', () => {
    const off = (rest: { rearrangedOn?: ReturnType<typeof date> }) =>
      ({
        ...said('team-meeting-2', '2026-10-12'),
        attended: false,
        because: 'training',
        ...rest,
      }) as YearEntry;
    const later = off({ rearrangedOn: date('2026-10-20') });
    expect(settles('2026-10-13', [off({})])).toBe('team-meeting-2');
    expect(settles('2026-10-13', [later])).toBe('team-meeting-3');
    expect(settles('2026-10-20', [later])).toBe('team-meeting-2');
    expect(settles('2026-10-12', [later])).toBe('team-meeting-2');
    expect(settles('2026-10-13', [off({}), said('team-meeting-2', '2026-10-20')])).toBe('team-meeting-3');
    expect(settles('2026-10-13', [{ ...off({}), because: undefined } as unknown as YearEntry])).toBe(
      'team-meeting-3',
    );
  });

  it('is known by what was last said of it', () => {
    const entries = [
      said('team-meeting-2', '2026-10-12'),
      said('team-meeting-2', '2026-10-13'),
      said('team-meeting-3', '2026-10-16'),
    ];
    expect(attendanceAt({ entries }, 'team-meeting-2')?.on.toString()).toBe('2026-10-13');
    expect(settles('2026-10-12', entries)).toBe('team-meeting-1');
    expect(settles('2026-10-13', entries)).toBe('team-meeting-2');
  });
});
