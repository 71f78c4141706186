import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { CaseloadReport, ParticipantFile } from '../../src/academy/participant-file.ts';
import { calendarOf, planInputOf } from '../../src/academy/plan.ts';
import { askForCaseloads } from '../../src/delivery/caseload-asking.ts';
import type { Holder } from '../../src/delivery/holders.ts';
import { type Notice, usualSettings } from '../../src/services/ports.ts';
import { date, preset } from '../academy/support/luton.ts';
import { amara, nothingHappened } from '../support/empty-file.ts';

const programme = await preset('luton');
const at = (text: string) => Temporal.Instant.from(text);

const reported: CaseloadReport = {
  reportId: 'r',
  count: 14,
  categories: [],
  by: 'amara',
  byName: 'Amara Okoro',
  at: at('2026-10-26T10:00Z'),
};
const file: ParticipantFile = {
  ...nothingHappened,
  participant: { ...amara, id: 'p', team: '' },
  caseloads: [reported],
};
const tom: Holder = {
  person: {
    id: 'tom',
    email: 'tom@example.org',
    name: 'Tom Adeyemi',
    roles: ['team-manager'],
    team: '',
    entraId: null,
    nonWorkingDays: [],
    participantId: null,
  },
  settings: usualSettings,
  functions: ['host-manager'],
};

interface Given {
  readonly now: string;
  readonly since?: string;
  readonly file?: Partial<ParticipantFile>;
  readonly holder?: Partial<Holder>;
}

/** What is put into lanes now ("show 2026-11 at …"), and when somebody is to be asked next. */
async function asked(given: Given): Promise<string> {
  const put: Notice[] = [];
  const full = { ...file, ...given.file };
  const next = await askForCaseloads(
    {
      outbox: {
        laneOf: () => 'lane',
        accept: async (_, notice) => {
          put.push(notice);
          return 'accepted';
        },
      },
      alarms: { lane: async () => undefined },
    },
    {
      programme,
      calendar: calendarOf(programme),
      file: full,
      input: planInputOf(full, programme.timeZone),
      holders: [{ ...tom, ...given.holder }],
      now: at(given.now),
      since: at(given.since ?? '2026-09-07T09:00Z'),
    },
  );
  const shown = put
    .filter(({ mode }) => mode === 'show')
    .map(
      ({ subject, owedAt }) => `${subject.card === 'caseloads-to-confirm' ? subject.month : ''} at ${owedAt}`,
    );
  const later = next.filter((one) => Temporal.Instant.compare(one, at(given.now)) > 0);
  return `${shown.join(', ') || 'nothing'}; next ${later.join(', ') || 'never'}`;
}

const person = (changes: Partial<Holder['person']>) => ({ person: { ...tom.person, ...changes } });
const settings = (changes: Partial<Holder['settings']>) => ({ settings: { ...usualSettings, ...changes } });
const leave = (from: string, until: string) =>
  settings({ leave: [{ fromOn: date(from), untilOn: date(until) }] });
const paused = { pauses: [{ pauseId: 'x', fromOn: date('2026-10-28'), untilOn: date('2026-11-10') }] };
const said = {
  entry: 'caseload-confirmed',
  entryId: 'e',
  month: '2026-11',
  reportId: 'r',
  reported: 14,
  counted: 14,
  by: 'tom',
  byName: 'Tom Adeyemi',
  at: at('2026-11-02T09:10Z'),
} as const;

describe('A host manager is asked (T6, A13)', () => {
  it.each<[string, Given, string]>([
    ['not before the day', { now: '2026-10-30T12:00Z' }, 'nothing; next 2026-11-02T09:00:00Z'],
    [
      'on the first working day, at nine',
      { now: '2026-11-02T09:00Z' },
      '2026-11 at 2026-11-02T09:00:00Z; next 2026-12-01T09:00:00Z',
    ],
    [
      'on their own first day at work',
      { now: '2026-11-02T09:00Z', holder: person({ nonWorkingDays: ['mon', 'tue'] }) },
      'nothing; next 2026-11-04T09:00:00Z, 2026-12-02T09:00:00Z',
    ],
    [
      'at their own hour',
      { now: '2026-11-02T09:00Z', holder: settings({ at: '14:30' }) },
      'nothing; next 2026-11-02T14:30:00Z, 2026-12-01T14:30:00Z',
    ],
    [
      'after their leave',
      { now: '2026-11-02T09:00Z', holder: leave('2026-10-26', '2026-11-06') },
      'nothing; next 2026-11-09T09:00:00Z, 2026-12-01T09:00:00Z',
    ],
    [
      'not at all while they are away until the next month is asked about',
      { now: '2026-11-02T09:00Z', holder: leave('2026-10-26', '2026-12-04') },
      'nothing; next 2026-12-07T09:00:00Z',
    ],
    [
      'after the NQSW’s pause',
      { now: '2026-11-02T09:00Z', file: paused },
      'nothing; next 2026-11-11T09:00:00Z, 2026-12-01T09:00:00Z',
    ],
    [
      'late, but in their hours, after the process was down',
      { now: '2026-11-03T23:00Z' },
      '2026-11 at 2026-11-04T08:00:00Z; next 2026-12-01T09:00:00Z',
    ],
    [
      'of the latest month alone after a long time',
      { now: '2027-01-04T09:30Z' },
      '2027-01 at 2027-01-04T09:30:00Z; next 2027-02-01T09:00:00Z',
    ],
    [
      'of no month before they were imported',
      { now: '2026-11-05T12:00Z', since: '2026-11-05T11:00Z' },
      'nothing; next 2026-12-01T09:00:00Z',
    ],
    [
      'of nothing while nobody has reported',
      { now: '2026-11-02T09:00Z', file: { caseloads: [] } },
      'nothing; next never',
    ],
    [
      'once they have answered, of the next month',
      { now: '2026-11-03T09:00Z', file: { entries: [said] } },
      'nothing; next 2026-12-01T09:00:00Z',
    ],
    [
      'and nobody else',
      { now: '2026-11-02T09:00Z', holder: { functions: ['assessor'] } },
      'nothing; next never',
    ],
  ])('%s', async (_, given, expected) => {
    expect(await asked(given)).toBe(expected);
  });
});
