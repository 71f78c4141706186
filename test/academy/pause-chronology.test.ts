import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type ChronologyEntry, chronologyOf } from '../../src/academy/chronology.ts';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import type { PauseAct, PauseParty, PauseStep } from '../../src/academy/pause.ts';
import { settlementsOf, stepsThatLedToIt } from '../../src/academy/pause-chronology.ts';
import { amara, nothingHappened } from '../support/empty-file.ts';
import { date } from './support/luton.ts';

const at = (day: string) => Temporal.Instant.from(`${day}T09:00Z`);
const step = (act: PauseAct, day: string, pauseId = 'p'): PauseStep => ({
  ...act,
  pauseId,
  by: 'helen',
  byName: 'Helen Boateng',
  at: at(day),
  told: [],
  asked: [],
});
const agree = (day: string, ...parties: readonly PauseParty[]) => step({ step: 'agree', parties }, day);
const proposed = step(
  { step: 'propose', reason: 'sickness', fromOn: date('2026-11-02'), untilOn: date('2026-12-13') },
  '2026-10-20',
);
/** All on one day, the last of them by somebody who holds two functions. */
const agreedByFour = [
  agree('2026-10-21', 'nqsw'),
  agree('2026-10-21', 'assessor'),
  agree('2026-10-21', 'host-manager', 'academy-manager'),
];
const back = step({ step: 'end', backOn: date('2026-11-30') }, '2026-11-20');

describe('what led to the days of a pause', () => {
  const later = step({ step: 'lengthen', untilOn: date('2027-01-10') }, '2026-11-18');
  const refused = step({ step: 'decline', parties: ['assessor'] }, '2026-11-19');
  const takenBack = step({ step: 'withdraw' }, '2026-11-19');
  const noted = step({ step: 'record', task: 'portal' }, '2026-11-18');
  const agreed = [proposed, ...agreedByFour];
  it.each<readonly [string, readonly PauseStep[], readonly PauseStep[]]>([
    ['is nothing while three of four have agreed', [proposed, ...agreedByFour.slice(0, 2)], []],
    ['is nothing of a proposal that somebody refuses', [proposed, refused], []],
    [
      'begins with the proposal and not with the wish',
      [step({ step: 'ask' }, '2026-10-19'), ...agreed],
      agreed,
    ],
    [
      'is not a later last day that is still asked about',
      [...agreed, noted, later, agree('2026-11-19', 'nqsw')],
      [...agreed, noted],
    ],
    ['is not a later last day that somebody refuses', [...agreed, later, refused, back], [...agreed, back]],
    ['is not a later last day that is taken back', [...agreed, later, noted, takenBack], [...agreed, noted]],
    [
      'is a later last day that all four agree to',
      [...agreed, later, ...agreedByFour],
      [...agreed, later, ...agreedByFour],
    ],
    [
      'is told further when the pause is taken back as a whole',
      [...agreed, takenBack],
      [...agreed, takenBack],
    ],
  ])('%s', (_, steps, led) => {
    expect(stepsThatLedToIt(steps)).toEqual(led);
  });
});

const settled = (steps: readonly PauseStep[]) =>
  settlementsOf(steps).map(({ fromOn, untilOn, step: by }) => `${fromOn}..${untilOn} by ${by.step}`);

describe('the days of a pause', () => {
  it.each<readonly [string, readonly PauseStep[], readonly string[]]>([
    ['while it is only wished for', [step({ step: 'ask' }, '2026-10-19')], []],
    ['while three of four have agreed', [proposed, ...agreedByFour.slice(0, 2)], []],
    ['with the fourth agreement', [proposed, ...agreedByFour], ['2026-11-02..2026-12-13 by agree']],
    [
      'with a day of return',
      [proposed, ...agreedByFour, back],
      ['2026-11-02..2026-12-13 by agree', '2026-11-02..2026-11-29 by end'],
    ],
    [
      'with a later last day that all four agree to anew',
      [
        proposed,
        ...agreedByFour,
        step({ step: 'lengthen', untilOn: date('2027-01-10') }, '2026-11-20'),
        ...agreedByFour,
      ],
      ['2026-11-02..2026-12-13 by agree', '2026-11-02..2027-01-10 by agree'],
    ],
    [
      'not with a later last day that somebody refuses',
      [
        proposed,
        ...agreedByFour,
        step({ step: 'lengthen', untilOn: date('2027-01-10') }, '2026-11-20'),
        step({ step: 'decline', parties: ['assessor'] }, '2026-11-21'),
        ...agreedByFour,
      ],
      ['2026-11-02..2026-12-13 by agree'],
    ],
    [
      'not with a proposal that was taken back',
      [proposed, step({ step: 'withdraw' }, '2026-10-21'), ...agreedByFour],
      [],
    ],
    ['not with what is said to nothing', [...agreedByFour, back], []],
  ])('are settled %s', (_, steps, expected) => {
    expect(settled(steps)).toEqual(expected);
  });
});

const base: ParticipantFile = {
  ...nothingHappened,
  participant: amara,
};
const pause = (untilOn: string | null) => ({
  pauseId: 'p',
  fromOn: date('2026-11-02'),
  untilOn: untilOn === null ? null : date(untilOn),
});
const recordedOn = (recordedAt: Temporal.Instant | null) =>
  recordedAt === null ? 'from the roster' : recordedAt.toString().slice(0, 10);

/** What an entry says of a pause; none for any other entry. */
function lineOf({ on, event, recordedAt, isSuperseded }: ChronologyEntry): readonly string[] {
  switch (event.kind) {
    case 'pause':
      return [`${on} until ${event.untilOn} (${recordedOn(recordedAt)}${isSuperseded ? ', replaced' : ''})`];
    case 'pause-over':
      return [`${on} back${event.catchesUp ? ', catches up' : ''} (${recordedOn(recordedAt)})`];
    case 'pause-step':
      return [`${on} ${event.step.step}${event.settles ? ', settles' : ''}`];
    default:
      return [];
  }
}
const told = (file: Partial<ParticipantFile>, today: string) =>
  chronologyOf({ ...base, ...file }, { today: date(today), timeZone: 'Europe/London' }).flatMap(lineOf);

describe('a pause in a chronology', () => {
  const steps = [proposed, ...agreedByFour, back];

  it('is told step by step, and its first days stay where they were when it is ended early', () => {
    const file = { pauseSteps: steps, pauses: [pause('2026-11-29')] };
    const before = [
      '2026-10-20 propose',
      '2026-10-21 agree',
      '2026-10-21 agree',
      '2026-10-21 agree, settles',
    ];
    expect(told(file, '2026-11-01')).toEqual([...before, '2026-11-20 end']);
    expect(told(file, '2026-11-30')).toEqual([
      ...before,
      '2026-11-02 until 2026-12-13 (2026-10-21, replaced)',
      '2026-11-02 until 2026-11-29 (2026-11-20)',
      '2026-11-20 end',
      '2026-11-30 back, catches up (2026-11-20)',
    ]);
  });

  it('keeps its steps when it was taken back before its first day, and was no pause', () => {
    const file = {
      pauseSteps: [proposed, ...agreedByFour, step({ step: 'withdraw' }, '2026-10-25')],
      pauses: [],
    };
    expect(told(file, '2026-12-20').at(-1)).toBe('2026-10-25 withdraw');
    expect(told(file, '2026-12-20')).toHaveLength(5);
  });

  it('has no day back while it has no end, within another pause, or after somebody has left', () => {
    const hasBack = (file: Partial<ParticipantFile>) =>
      told(file, '2027-03-01').some((line) => line.includes(' back'));
    expect(hasBack({ pauses: [pause('2026-12-13')] })).toBe(true);
    expect(hasBack({ pauses: [pause(null)] })).toBe(false);
    const other = { pauseId: 'q', fromOn: date('2026-12-14'), untilOn: date('2027-01-10') };
    expect(
      told({ pauses: [pause('2026-12-13'), other] }, '2027-03-01').filter((line) => line.includes('back')),
    ).toEqual(['2027-01-11 back (from the roster)']);
    const leave = { step: 'leave', on: date('2026-11-20'), reason: 'other' } as const;
    const entry = {
      stepId: 's',
      step: leave,
      decidedOn: date('2026-11-20'),
      by: 'helen',
      at: at('2026-11-20'),
    };
    expect(hasBack({ pauses: [pause('2026-12-13')], enrolment: [entry] })).toBe(false);
  });

  it('is ended by whoever comes back in another way, and nothing is shown to catch up with', () => {
    const entry = {
      stepId: 's',
      step: { step: 'return', on: date('2026-12-01'), cohort: 'Spring 2027' },
      decidedOn: date('2026-11-25'),
      by: 'helen',
      at: at('2026-11-25'),
    } as const;
    const file = {
      pauseSteps: [proposed, ...agreedByFour],
      pauses: [pause('2026-11-30')],
      enrolment: [entry],
    };
    expect(told(file, '2026-12-01').slice(-3)).toEqual([
      '2026-11-02 until 2026-12-13 (2026-10-21, replaced)',
      '2026-11-02 until 2026-11-30 (2026-11-25)',
      '2026-12-01 back (2026-11-25)',
    ]);
  });
});
