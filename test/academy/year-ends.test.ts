import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditFigures } from '../../src/academy/audit.ts';
import { plainDate } from '../../src/academy/civil-days.ts';
import { exitStanding } from '../../src/academy/exit.ts';
import { inductionStanding, topicsLeft } from '../../src/academy/induction.ts';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import { calendarOf, planInputOf, yearPlan } from '../../src/academy/plan.ts';
import {
  probationAskedOn,
  probationExtension,
  probationFault,
  probationStanding,
} from '../../src/academy/probation.ts';
import type { Programme } from '../../src/academy/programme.ts';
import { yearCalls } from '../../src/academy/year-call.ts';
import type { AuditLogged, YearAct } from '../../src/academy/year-entry.ts';
import { amara, nothingHappened } from '../support/empty-file.ts';
import { date, preset } from './support/luton.ts';

const programmes = new Map<string, Programme>();
const of = (id: string): Programme => {
  const programme = programmes.get(id);
  if (programme === undefined) throw new Error(`no programme ${id}`);
  return programme;
};
beforeAll(async () => {
  for (const id of ['national', 'luton', 'durham', 'slough', 'doncaster', 'sefton'])
    programmes.set(id, await preset(id));
});

interface Lived {
  readonly acts?: readonly YearAct[];
  readonly pauses?: readonly (readonly [from: string, until: string | null])[];
  readonly steps?: ParticipantFile['enrolment'];
  readonly fte?: number;
}

function fileOf({ acts = [], pauses = [], steps = [], fte = 1 }: Lived): ParticipantFile {
  const at = Temporal.Instant.from('2026-09-07T09:00:00Z');
  return {
    ...nothingHappened,
    participant: { ...amara, fte },
    entries: acts.map((act, index) => ({ ...act, entryId: `e${index}`, by: 'x', byName: 'X', at })),
    pauses: pauses.map(([from, until], index) => ({
      pauseId: `pause-${index}`,
      fromOn: date(from),
      untilOn: until === null ? null : date(until),
    })),
    enrolment: steps,
  };
}

function planned(programme: Programme, file: ParticipantFile, today = '2026-09-07') {
  const calendar = calendarOf(programme);
  const plan = yearPlan(programme, calendar, planInputOf(file, programme.timeZone), date(today));
  return { programme, calendar, plan };
}

/** "probation asked 2027-08-09 host-manager", one line for each call. */
function calls(id: string, lived: Lived): readonly string[] {
  const file = fileOf(lived);
  return yearCalls(planned(of(id), file), file).map(
    ({ call, stage, on, to }) => `${call} ${stage} ${plainDate(on)} ${to}`,
  );
}
const callsOf = (call: string, id: string, lived: Lived) =>
  calls(id, lived).filter((line) => line.startsWith(call));

const covered = (topic: string): YearAct => ({ entry: 'induction-topic', topic, on: date('2026-09-09') });
const completed = (on: string): ParticipantFile['enrolment'] => [
  {
    stepId: 's1',
    step: { step: 'complete', on: date(on) },
    decidedOn: date(on),
    by: 'helen',
    at: Temporal.Instant.from(`${on}T10:00:00Z`),
  },
];

describe('what the year calls people to', () => {
  it('is the induction’s list on the working day after its end, while a topic is open', () => {
    expect(callsOf('induction', 'luton', {})).toEqual(['induction after-1 2026-09-21 reflective-supervisor']);
    const all = ['liquidlogic', 'practice-framework', 'trix-procedures'].map(covered);
    expect(callsOf('induction', 'luton', { acts: all.slice(0, 2) })).toHaveLength(1);
    expect(callsOf('induction', 'luton', { acts: all })).toEqual([]);
    // A month, and no topics; topics, and no length; neither.
    for (const id of ['slough', 'doncaster', 'national', 'durham', 'sefton'])
      expect(callsOf('induction', id, {}), id).toEqual([]);
  });

  it.each([
    ['as it begins', {}, ['2027-08-09', '2027-08-31', '2027-09-06', '2027-09-07']],
    [
      'after a pause of four weeks, with it',
      { pauses: [['2026-11-02', '2026-11-29']] },
      ['2027-09-07', '2027-09-28', '2027-10-04', '2027-10-05'],
    ],
    ['in a pause with no end, not at all', { pauses: [['2026-11-02', null]] }, []],
    [
      'part-time, before the later end',
      { fte: 0.5 },
      ['2028-08-09', '2028-08-31', '2028-09-06', '2028-09-07'],
    ],
    [
      'after an extension, before the new end',
      { acts: [{ entry: 'probation', answer: 'extended', on: date('2027-08-09'), to: date('2027-12-07') }] },
      ['2027-11-09', '2027-11-30', '2027-12-06', '2027-12-07'],
    ],
    [
      'after a short extension, on the next working day at the earliest',
      { acts: [{ entry: 'probation', answer: 'extended', on: date('2027-09-06'), to: date('2027-09-20') }] },
      ['2027-09-07', '2027-09-13', '2027-09-17', '2027-09-20'],
    ],
    [
      'once it is confirmed, not any more',
      { acts: [{ entry: 'probation', answer: 'confirmed', on: date('2027-08-10'), to: null }] },
      [],
    ],
    [
      'once it is not confirmed, not any more',
      { acts: [{ entry: 'probation', answer: 'not-confirmed', on: date('2027-08-10'), to: null }] },
      [],
    ],
    ['after the year was completed, not any more', { steps: completed('2027-08-12') }, []],
  ] satisfies [string, Lived, string[]][])('is the question about probation, %s', (_, lived, days) => {
    const stages = ['asked', 'before-5', 'before-1', 'day'];
    expect(callsOf('probation', 'luton', lived)).toEqual(
      days.map((day, index) => `probation ${stages[index]} ${day} host-manager`),
    );
  });

  it('are the tasks of the exit from a month before the end, each to its owner', () => {
    expect(callsOf('exit', 'durham', {})).toEqual([
      'exit asked 2027-08-07 nqsw',
      'exit before-5 2027-08-31 nqsw',
      'exit after-1 2027-09-08 nqsw',
    ]);
    const done = ['career-plan', 'programme-survey'].map(
      (task): YearAct => ({ entry: 'exit-task', task, on: date('2027-08-10') }),
    );
    expect(callsOf('exit', 'durham', { acts: done })).toEqual([]);
    expect(callsOf('exit', 'durham', { acts: done, steps: completed('2027-09-08') })).toEqual([
      'exit after-1 2027-09-09 academy-manager',
      'exit after-5 2027-09-15 academy-manager',
    ]);
    expect(callsOf('exit', 'luton', { pauses: [['2027-02-01', null]] })).toEqual([]);
  });

  it('open on the day of a completion that comes before the month', () => {
    const steps = completed('2027-07-01');
    expect(callsOf('exit', 'luton', { steps })).toEqual([
      'exit asked 2027-07-01 nqsw',
      'exit after-1 2027-07-02 nqsw',
    ]);
    const file = fileOf({ steps });
    expect(exitStanding(of('luton'), file, planned(of('luton'), file, '2027-07-01').plan)).toMatchObject({
      isOpen: true,
      tasks: [{ code: 'programme-survey', isAsked: true }],
    });
  });
});

describe('an extension of the probation', () => {
  const extended: YearAct = {
    entry: 'probation',
    answer: 'extended',
    on: date('2027-08-09'),
    to: date('2027-12-07'),
  };
  const due = (id: string, lived: Lived) => {
    const file = fileOf(lived);
    const { plan } = planned(of('luton'), file, '2027-08-10');
    const item = plan.items.find((one) => one.id === id);
    return { due: String(item?.due), why: item?.why ?? [] };
  };

  it('moves its end and nothing else, and says so', () => {
    const { why, ...end } = due('probation-end', { acts: [extended] });
    expect(end).toEqual({ due: '2027-12-07' });
    expect(why).toEqual([
      'Start Mon 7 Sep 2026 + 12 months = Tue 7 Sep 2027',
      'The host manager has extended the probation to Tue 7 Dec 2027',
      expect.stringContaining('Source: Luton handbook, section 3, line 109'),
    ]);
    expect(due('programme-end', { acts: [extended] }).due).toBe('2027-09-07');
  });

  it('moves with a pause of the programme after it, and has an earlier one in it', () => {
    const later = { acts: [extended], pauses: [['2027-08-16', '2027-08-29']] } as const;
    expect(due('probation-end', later).due).toBe('2027-12-21');
    const earlier = { acts: [extended], pauses: [['2026-11-02', '2026-11-29']] } as const;
    expect(due('probation-end', earlier).due).toBe('2027-12-07');
  });

  it.each([
    [undefined, undefined, 'missing'],
    ['confirmed', undefined, null],
    ['confirmed', '2027-12-07', 'only-extended'],
    ['not-confirmed', undefined, null],
    ['extended', undefined, 'day-missing'],
    ['extended', '2027-09-07', 'not-later'],
    ['extended', '2027-09-08', null],
  ] as const)('%s to %s is judged', (answer, to, fault) => {
    const day = to === undefined ? undefined : date(to);
    expect(probationFault(answer, day, date('2027-09-07'))).toBe(fault);
  });
});

describe('an induction', () => {
  it.each([
    ['2026-09-17', [], false],
    ['2026-09-18', [], false],
    ['2026-09-19', [], true],
    ['2026-09-19', ['liquidlogic', 'practice-framework', 'trix-procedures'], false],
    ['2026-09-19', ['liquidlogic'], true],
  ] as const)('on %s with %j covered is overdue: %s', (today, topics, isOverdue) => {
    const file = fileOf({ acts: topics.map(covered) });
    const { plan } = planned(of('luton'), file, today);
    const stand = inductionStanding(of('luton'), file.entries, plan);
    expect(stand.isOverdue).toBe(isOverdue);
    expect(String(stand.endsOn)).toBe('2026-09-18');
  });

  it.each([
    ['the day before its last day', '2026-09-17', true, false],
    ['on its last day', '2026-09-18', true, false],
    ['the day after it', '2026-09-19', false, true],
    ['months after it', '2027-02-01', false, true],
  ] as const)(
    'is nobody’s omission when it was over before records were kept: known from %s',
    (_, knownOn, isOverdue, isFromBefore) => {
      const file = fileOf({});
      const { plan } = planned(of('luton'), file, '2027-02-02');
      const stand = inductionStanding(of('luton'), [], plan, date(knownOn));
      expect(stand).toMatchObject({ isOverdue, isFromBefore });
      const called = yearCalls(
        { ...planned(of('luton'), file, '2027-02-02') },
        { ...file, participant: { ...file.participant, knownOn: date(knownOn) } },
      );
      expect(called.some(({ call }) => call === 'induction')).toBe(isOverdue);
    },
  );

  it('has the topics that a council has written down, and a last day where it has a length', () => {
    const known = [...programmes.values()].map((programme) => {
      const file = fileOf({});
      const { topics, endsOn } = inductionStanding(programme, [], planned(programme, file).plan);
      return `${programme.id} ${topics.length} ${endsOn}`;
    });
    expect(known).toEqual([
      'national 0 null',
      'luton 3 2026-09-18',
      'durham 0 null',
      'slough 0 2026-10-06',
      'doncaster 4 null',
      'sefton 0 null',
    ]);
  });
});

describe('audits', () => {
  const audit = (grade: string, heldByNqsw: boolean): AuditLogged => ({
    entry: 'audit',
    on: date('2026-10-01'),
    grade,
    theme: 'risk',
    heldByNqsw,
  });

  it('are counted together, and apart where the NQSW held the work', () => {
    const logged = [
      audit('outstanding', true),
      audit('good', false),
      audit('requires-improvement', true),
      audit('inadequate', false),
    ];
    expect(auditFigures(of('durham'), logged)).toEqual({
      together: { all: 4, goodOrBetter: 2 },
      heldByNqsw: { all: 2, goodOrBetter: 1 },
    });
  });
});

describe('where somebody stands at the two ends', () => {
  const left = (on: string): ParticipantFile['enrolment'] => [
    {
      stepId: 's1',
      step: { step: 'leave', on: date(on), reason: 'agency-work' },
      decidedOn: date(on),
      by: 'helen',
      at: Temporal.Instant.from(`${on}T10:00:00Z`),
    },
  ];
  const exitOf = (id: string, lived: Lived, today: string) => {
    const file = fileOf(lived);
    const standing = exitStanding(of(id), file, planned(of(id), file, today).plan);
    if (standing === null) return null;
    const tasks = standing.tasks.map(({ code, isAsked, doneOn }) => `${code} ${isAsked} ${doneOn}`);
    return [`${standing.isOpen} ${standing.opensOn} ${standing.endsOn} ${standing.completedOn}`, ...tasks];
  };

  it('asks for what can be done now, and for what waits for the completion after it', () => {
    const task = (code: string): YearAct => ({ entry: 'exit-task', task: code, on: date('2027-08-10') });
    const codes = of('durham').exit?.tasks.map(({ code, from }) => `${code} ${from}`) ?? [];
    const [first = ''] = codes.filter((one) => one.endsWith('opening')).map((one) => one.split(' ')[0] ?? '');
    const rows = (lived: Lived, today: string) => exitOf('durham', lived, today) ?? [];
    const shown = (asked: (from: string) => boolean, done: readonly string[] = []) =>
      codes.map((one) => {
        const [code = '', from = ''] = one.split(' ');
        return `${code} ${asked(from)} ${done.includes(code) ? '2027-08-10' : null}`;
      });
    expect(rows({}, '2027-08-06')).toEqual(['false 2027-08-07 2027-09-07 null', ...shown(() => false)]);
    expect(rows({}, '2027-08-07')).toEqual([
      'true 2027-08-07 2027-09-07 null',
      ...shown((from) => from === 'opening'),
    ]);
    const steps = completed('2027-09-06');
    expect(rows({ steps, acts: [task(first), task('another')] }, '2027-09-06')).toEqual([
      'true 2027-08-07 2027-09-07 2027-09-06',
      ...shown(() => true, [first]),
    ]);
  });

  it('has no exit for somebody who left, nor where the council names no tasks', () => {
    expect(exitOf('durham', { steps: left('2027-08-20') }, '2027-08-21')).toBeNull();
    expect(exitOf('durham', { steps: left('2027-08-20') }, '2027-12-01')).toBeNull();
    const none = { ...of('durham'), exit: null };
    expect(exitStanding(none, fileOf({}), planned(none, fileOf({}), '2027-08-10').plan)).toBeNull();
  });

  it('calls nobody who left, or who has no start yet', () => {
    expect(callsOf('exit', 'durham', { steps: left('2027-08-20') })).toEqual([]);
    const pending = fileOf({});
    const file = { ...pending, participant: { ...pending.participant, startOn: null } };
    expect(yearCalls(planned(of('luton'), file), file)).toEqual([]);
  });

  it('has no end of induction or probation any more for somebody who left before it', () => {
    const file = fileOf({ steps: left('2026-09-10') });
    const { plan } = planned(of('luton'), file, '2026-10-01');
    expect(inductionStanding(of('luton'), [], plan)).toMatchObject({ endsOn: null, isOverdue: false });
    expect(probationStanding([], plan).endsOn).toBeNull();
    expect(inductionStanding(of('luton'), [], { ...plan, items: [] }).endsOn).toBeNull();
    expect(probationStanding([], { items: [] }).endsOn).toBeNull();
  });

  it('names the topics of the induction that are left, the last entry of each counting', () => {
    const again: YearAct = { entry: 'induction-topic', topic: 'liquidlogic', on: date('2026-09-11') };
    const file = fileOf({ acts: [covered('liquidlogic'), again] });
    const standing = inductionStanding(of('luton'), file.entries, planned(of('luton'), file).plan);
    expect(topicsLeft(standing).map(({ code }) => code)).toEqual(['practice-framework', 'trix-procedures']);
    expect(String(standing.topics.find(({ code }) => code === 'liquidlogic')?.coveredOn)).toBe('2026-09-11');
  });

  const answered = (answer: 'confirmed' | 'extended', on: string, to: string | null): YearAct => ({
    entry: 'probation',
    answer,
    on: date(on),
    to: to === null ? null : date(to),
  });

  it('goes by the last extension of the probation, and asks nobody where there is none', () => {
    const entriesFor = (...acts: readonly YearAct[]) => fileOf({ acts }).entries;
    const extended = answered('extended', '2027-08-09', '2027-12-07');
    const longer = answered('extended', '2027-11-09', '2028-02-07');
    const to = (...acts: readonly YearAct[]) => String(probationExtension(entriesFor(...acts))?.to);
    expect(to()).toBe('undefined');
    expect(to(answered('confirmed', '2027-08-10', null))).toBe('undefined');
    expect(to(extended, longer)).toBe('2028-02-07');
    expect(to(extended, answered('confirmed', '2027-11-10', null))).toBe('2027-12-07');
    expect(String(probationExtension(entriesFor(extended))?.decidedOn)).toBe('2027-08-09');

    const luton = of('luton');
    const standing = { endsOn: date('2027-09-07'), answer: null, answers: 0 };
    const ground = { start: 0, calendar: calendarOf(luton), pauses: [] };
    expect(probationAskedOn(luton, standing, ground)).not.toBeNull();
    expect(probationAskedOn({ probation: null }, standing, ground)).toBeNull();
    expect(probationFault('extended', date('2027-09-07'), null)).toBeNull();
  });
});

it('counts no audit as good where the council names no grades', () => {
  const one: AuditLogged = {
    entry: 'audit',
    on: date('2026-10-01'),
    grade: 'good',
    theme: 'risk',
    heldByNqsw: true,
  };
  expect(auditFigures({ audits: null }, [one])).toEqual({
    together: { all: 1, goodOrBetter: 0 },
    heldByNqsw: { all: 1, goodOrBetter: 0 },
  });
});
