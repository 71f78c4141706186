import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { EnrolmentStep } from '../../src/academy/enrolment.ts';
import { clockStart, enrolmentOf } from '../../src/academy/enrolment-history.ts';
import { noticesBetween, owed } from '../../src/academy/owed.ts';
import type { ParticipantFile } from '../../src/academy/participant-file.ts';
import { calendarOf, planInputOf, yearPlan } from '../../src/academy/plan.ts';
import type { YearPlan } from '../../src/academy/plan-item.ts';
import { nothingHappened } from '../support/empty-file.ts';
import { date, itemOf, preset } from './support/luton.ts';
import { always, at } from './support/reminded.ts';

const luton = await preset('luton');
const calendar = calendarOf(luton);

/** "2026-11-30: leave agency-work", "2027-06-01: extend 2027-12-01", "2027-04-05: return Spring 2027" */
function stepOf(text: string): { readonly decidedOn: string; readonly step: EnrolmentStep } {
  const [, decidedOn = '', name = '', rest = ''] = text.match(/^(\S+): (\w+) ?(.*)$/) ?? [];
  const on = date(decidedOn);
  if (name === 'extend') return { decidedOn, step: { step: 'extend', to: date(rest) } };
  if (name === 'leave') return { decidedOn, step: { step: 'leave', on, reason: 'agency-work' } };
  if (name === 'return') return { decidedOn, step: { step: 'return', on, cohort: rest } };
  if (name === 'start' || name === 'complete') return { decidedOn, step: { step: name, on } };
  throw new Error(`no such step: ${text}`);
}

interface Lived {
  readonly start?: string | null;
  readonly steps?: readonly string[];
  readonly pauses?: readonly string[];
  readonly held?: Readonly<Record<string, string>>;
}

function fileOf({ start = '2026-09-07', steps = [], pauses = [], held = {} }: Lived): ParticipantFile {
  return {
    ...nothingHappened,
    participant: {
      id: 'p1',
      personId: 'n1',
      name: 'Amara Okoro',
      cohort: 'Autumn 2026',
      startOn: start === null ? null : date(start),
      fte: 1,
      contractedHours: 37,
      team: 'North',
    },
    records: Object.entries(held).map(([item, on]) => ({
      recordId: item,
      item,
      outcome: 'held',
      heldOn: date(on),
      minutes: 90,
      mode: 'remote',
      themes: [],
      childFile: 'yes',
      templateUsed: true,
      coWorkerRecorded: true,
      actions: [],
      recordedBy: 's1',
      recordedByName: 'Sam',
      recordedAt: at(`${on}T16:00Z`),
      submissionId: item,
    })),
    pauses: pauses.map((text) => {
      const [from = '', until = ''] = text.split('..');
      return { pauseId: text, fromOn: date(from), untilOn: until === '' ? null : date(until) };
    }),
    enrolment: steps.map(stepOf).map(({ decidedOn, step }, index) => ({
      stepId: `step-${index}`,
      step,
      decidedOn: date(decidedOn),
      by: 'm1',
      at: at(`${decidedOn}T10:00Z`),
    })),
  };
}

const planOf = (lived: Lived, today: string): YearPlan =>
  yearPlan(luton, calendar, planInputOf(fileOf(lived)), date(today));

const dueOf = (plan: YearPlan, id: string) => String(itemOf(plan, id).due);
const statusOf = (lived: Lived, id: string, today: string) => itemOf(planOf(lived, today), id).status;

const remindedOf = (lived: Lived) => ({
  participant: { id: 'p1', name: 'Amara Okoro' },
  programme: luton,
  calendar,
  input: planInputOf(fileOf(lived)),
  absences: {},
});

describe('Registration is pending', () => {
  const pending: Lived = { start: null };

  it('has no dates, no end, nothing owed and nothing to warn about', () => {
    expect(planOf(pending, '2026-11-01')).toMatchObject({ start: null, end: null, items: [], warnings: [] });
    expect(noticesBetween(remindedOf(pending), ...always)).toEqual([]);
    const asked = owed(remindedOf(pending), at('2026-11-02T10:00Z'), {
      since: always[0],
      wasSent: () => false,
    });
    expect(asked).toEqual({ notices: [], nextAt: null });
  });

  it('gets the whole year by the start, and the roster’s own date takes its place', () => {
    const started = { start: null, steps: ['2026-10-05: start'] };
    expect(dueOf(planOf(started, '2026-10-05'), 'review-3m')).toBe('2027-01-05');
    expect(String(clockStart(fileOf(started)))).toBe('2026-10-05');
    const inRoster = { ...started, start: '2026-09-07' };
    expect(dueOf(planOf(inRoster, '2026-10-05'), 'review-3m')).toBe('2026-12-07');
    expect(String(clockStart(fileOf(inRoster)))).toBe('2026-09-07');
  });

  it('stays without dates for whoever leaves before the start', () => {
    const gone = { start: null, steps: ['2026-10-05: leave'] };
    expect(planOf(gone, '2026-11-01').items).toEqual([]);
    expect(clockStart(fileOf(gone))).toBeNull();
    expect(clockStart(fileOf(pending))).toBeNull();
  });
});

describe('Whoever has left', () => {
  const left: Lived = {
    steps: ['2026-11-30: leave'],
    held: { 'case-supervision-1': '2026-10-07' },
  };
  // Case supervision 2 was due on Mon 9 Nov, 3 is due on Mon 7 Dec; review-3m is due that day too.
  it.each([
    ['case-supervision-1', '2026-12-01', 'done'],
    ['case-supervision-2', '2026-11-30', 'overdue'],
    ['case-supervision-2', '2026-12-01', 'missed'],
    ['case-supervision-3', '2026-11-15', 'cancelled'],
    ['case-supervision-3', '2027-06-01', 'cancelled'],
    ['review-3m', '2027-06-01', 'cancelled'],
    ['induction-end', '2026-12-01', 'done'],
    ['programme-end', '2027-12-01', 'cancelled'],
    ['claim-1', '2026-12-01', 'missed'],
    ['claim-2', '2026-12-01', 'cancelled'],
  ])('%s on %s is %s', (id, today, status) => {
    expect(statusOf(left, id, today)).toBe(status);
  });

  it('is owed nothing after the last day, and nothing for a day after it', () => {
    const notices = noticesBetween(remindedOf(left), ...always);
    expect(notices.length).toBeGreaterThan(50);
    for (const { due, sendAt } of notices) {
      expect(String(due) <= '2026-11-30').toBe(true);
      expect(sendAt.toString() < '2026-12-01').toBe(true);
    }
  });

  it('is owed nothing late either: an outage over the last day ends the debt', () => {
    const asked = (instant: string) =>
      owed(remindedOf(left), at(instant), { since: at('2026-11-30T00:00Z'), wasSent: () => false });
    expect(asked('2026-11-30T09:30Z').notices.length).toBeGreaterThan(0);
    expect(asked('2026-12-01T09:30Z')).toEqual({ notices: [], nextAt: null });
  });

  it('is due what falls on the last day itself', () => {
    expect(statusOf({ steps: ['2026-12-07: leave'] }, 'review-3m', '2026-12-07')).toBe('due');
    expect(statusOf({ steps: ['2026-12-07: leave'] }, 'review-3m', '2026-12-08')).toBe('missed');
  });

  it('decides nothing by lapse after the last day', () => {
    // Due on Mon 8 Mar 2027, it lapses on Mon 22 Mar.
    expect(statusOf({ steps: ['2027-03-19: leave'] }, 'cadence-decision', '2027-04-01')).toBe('missed');
    expect(statusOf({ steps: ['2027-03-22: leave'] }, 'cadence-decision', '2027-04-01')).toBe('done');
  });

  it('cancels what an open pause held', () => {
    const paused = { pauses: ['2026-11-16..'], steps: ['2026-11-30: leave'] };
    expect(statusOf(paused, 'review-3m', '2027-01-04')).toBe('cancelled');
    expect(statusOf(paused, 'case-supervision-2', '2027-01-04')).toBe('missed');
  });
});

describe('Whoever has completed', () => {
  const completed: Lived = { steps: ['2027-09-10: complete'], held: { 'review-12m': '2027-09-09' } };

  it('keeps what was done, and owes nothing more', () => {
    expect(statusOf(completed, 'review-12m', '2027-10-01')).toBe('done');
    expect(statusOf(completed, 'review-9m', '2027-10-01')).toBe('missed');
    expect(statusOf(completed, 'programme-end', '2027-10-01')).toBe('done');
    const notices = noticesBetween(remindedOf(completed), at('2027-09-11T00:00Z'), always[1]);
    expect(notices).toEqual([]);
  });

  it('has their last day on the programme then, also when they leave later', () => {
    const gone = { ...completed, steps: ['2027-07-01: complete', '2027-12-01: leave'] };
    expect(statusOf(gone, 'case-supervision-11', '2028-01-01')).toBe('cancelled');
    expect(enrolmentOf(fileOf(gone))).toMatchObject({ state: 'left', stage: 'after-completion' });
  });
});

describe('A programme that the panel has extended', () => {
  it('ends on the panel’s day, with its reason, and its series go on until then', () => {
    const plan = planOf({ steps: ['2027-08-02: extend 2027-12-01'] }, '2027-08-02');
    expect(String(plan.end)).toBe('2027-12-01');
    expect(itemOf(plan, 'programme-end').why).toEqual([
      'Start Mon 7 Sep 2026 + 12 months = Tue 7 Sep 2027',
      'The panel has extended the programme to Wed 1 Dec 2027',
      expect.stringContaining('Source: Luton handbook, section 1'),
    ]);
    expect(dueOf(plan, 'probation-end')).toBe('2027-12-01');
    expect(dueOf(plan, 'case-supervision-14')).toBe('2027-11-08');
    expect(plan.items.some(({ id }) => id === 'case-supervision-15')).toBe(false);
    expect(dueOf(plan, 'review-12m')).toBe('2027-09-07');
    expect(dueOf(plan, 'claim-2')).toBe('2027-03-31');
  });

  it('keeps a probation that is shorter than the programme where it is', () => {
    const shorter = {
      ...luton,
      probation: luton.probation && { ...luton.probation, length: { unit: 'month', count: 6 } as const },
    };
    const input = planInputOf(fileOf({ steps: ['2027-02-01: extend 2027-12-01'] }));
    const plan = yearPlan(shorter, calendar, input, date('2027-02-01'));
    expect(dueOf(plan, 'probation-end')).toBe('2027-03-08');
  });

  it('has the pauses of before the decision in that day, and shows the sum', () => {
    const plan = planOf(
      { pauses: ['2026-11-02..2026-12-13'], steps: ['2027-09-01: extend 2027-12-01'] },
      '2027-09-01',
    );
    expect(String(plan.end)).toBe('2027-12-01');
    expect(itemOf(plan, 'programme-end').why.slice(1, 4)).toEqual([
      'The panel has extended the programme to Wed 1 Dec 2027',
      'The pauses before that decision are part of it: Wed 1 Dec 2027 − 42 days = Wed 20 Oct 2027 without them',
      'Paused Mon 2 Nov 2026 to Sun 13 Dec 2026, 42 days: Wed 20 Oct 2027 + 42 days = Wed 1 Dec 2027',
    ]);
  });

  it('moves on with a pause that begins after the decision, and waits while one is open', () => {
    const steps = ['2027-08-02: extend 2027-12-01'];
    expect(String(planOf({ pauses: ['2027-10-04..2027-10-13'], steps }, '2027-11-01').end)).toBe(
      '2027-12-11',
    );
    expect(planOf({ pauses: ['2027-10-04..'], steps }, '2027-11-01').end).toBeNull();
  });

  it('takes the last of several decisions', () => {
    const steps = ['2027-08-02: extend 2027-12-01', '2027-11-01: extend 2028-02-01'];
    expect(String(planOf({ steps }, '2027-11-01').end)).toBe('2028-02-01');
  });

  it('warns beyond twenty-four months', () => {
    const { warnings } = planOf({ steps: ['2027-08-02: extend 2028-09-08'] }, '2027-08-02');
    expect(warnings.map(({ code }) => code)).toContain('beyond-24-months');
  });
});

describe('Whoever comes back', () => {
  it('into a later cohort keeps the time served: the time away is a pause', () => {
    const back: Lived = { steps: ['2026-11-30: leave', '2027-04-05: return Spring 2027'] };
    const plan = planOf(back, '2027-04-05');
    // Away from 1 Dec 2026 to 4 Apr 2027: 125 days. Review-3m was to be on Mon 7 Dec.
    expect(itemOf(plan, 'review-3m').why).toContain(
      'Paused Tue 1 Dec 2026 to Sun 4 Apr 2027, 125 days: Mon 7 Dec 2026 + 125 days = Sun 11 Apr 2027',
    );
    expect(dueOf(plan, 'review-3m')).toBe('2027-04-12');
    expect(String(plan.end)).toBe('2028-01-10');
    expect(enrolmentOf(fileOf(back))).toMatchObject({ state: 'active', cohort: 'Spring 2027' });
  });

  it('moves an extended end by the time away', () => {
    const steps = ['2027-08-02: extend 2027-12-01', '2027-09-30: leave', '2027-10-11: return Autumn 2027'];
    expect(String(planOf({ steps }, '2027-10-11').end)).toBe('2027-12-11');
  });

  it('from a pause joins the later cohort on the morning after it', () => {
    const maternity: Lived = {
      pauses: ['2026-12-01..2027-04-04'],
      steps: ['2027-04-05: return Spring 2027'],
    };
    expect(enrolmentOf(fileOf(maternity))).toMatchObject({ state: 'active', cohort: 'Spring 2027' });
    expect(dueOf(planOf(maternity, '2027-04-05'), 'review-3m')).toBe('2027-04-12');
  });

  it('counts a pause and the time away together once', () => {
    const both: Lived = {
      pauses: ['2026-11-16..2027-04-04'],
      steps: ['2026-11-30: leave', '2027-04-05: return Spring 2027'],
    };
    // From 16 Nov 2026 to 4 Apr 2027: 140 days.
    expect(String(planOf(both, '2027-04-05').end)).toBe(
      String(Temporal.PlainDate.from('2027-09-07').add({ days: 140 })),
    );
  });

  it('knows nothing that is no step from where somebody stands', () => {
    const odd = { steps: ['2026-10-01: start', '2026-11-01: return Spring 2027'] };
    expect(enrolmentOf(fileOf(odd))).toMatchObject({ state: 'active', cohort: 'Autumn 2026' });
  });

  it('counts pauses that overlap once, whichever was agreed first', () => {
    const steps = ['2027-03-01: return Spring 2027'];
    const one = ['2026-11-02..2026-12-13', '2026-11-30..2027-02-28'];
    for (const pauses of [one, one.toReversed()]) {
      // From 2 Nov 2026 to 28 Feb 2027: 119 days.
      expect(String(planOf({ pauses, steps }, '2027-03-01').end)).toBe('2028-01-04');
      expect(enrolmentOf(fileOf({ pauses, steps }))).toMatchObject({
        cohort: 'Spring 2027',
        standstills: [{ fromOn: date('2026-11-02'), untilOn: date('2027-02-28') }],
      });
    }
  });

  it('keeps earlier pauses apart from the time away', () => {
    const lived: Lived = {
      pauses: ['2026-10-05..2026-10-11', '2026-11-02..2026-11-29'],
      steps: ['2026-11-30: leave', '2027-04-05: return Spring 2027'],
    };
    const enrolment = enrolmentOf(fileOf(lived));
    expect(
      'standstills' in enrolment && enrolment.standstills.map((one) => `${one.fromOn}..${one.untilOn}`),
    ).toEqual(['2026-10-05..2026-10-11', '2026-11-02..2026-11-29', '2026-12-01..2027-04-04']);
    // 7 and 28 days of pause, and 125 away; 30 November itself was served.
    expect(String(planOf(lived, '2027-04-05').end)).toBe('2028-02-14');
  });

  it('from the second of two pauses ends that one alone', () => {
    const lived: Lived = {
      pauses: ['2026-10-05..2026-10-11', '2026-12-01..2027-04-04'],
      steps: ['2027-04-05: return Spring 2027'],
    };
    const enrolment = enrolmentOf(fileOf(lived));
    expect(
      'standstills' in enrolment && enrolment.standstills.map((one) => `${one.fromOn}..${one.untilOn}`),
    ).toEqual(['2026-10-05..2026-10-11', '2026-12-01..2027-04-04']);
  });

  it('keeps the extension of a programme that was paused after it', () => {
    const lived: Lived = {
      pauses: ['2027-09-06..2027-10-03'],
      steps: ['2027-08-02: extend 2027-12-01', '2027-10-04: return Autumn 2027'],
    };
    expect(enrolmentOf(fileOf(lived))).toMatchObject({ state: 'extended', cohort: 'Autumn 2027' });
    expect(String(planOf(lived, '2027-10-04').end)).toBe('2027-12-29');
  });
});

describe('A step on the day after a pause', () => {
  it('is taken by somebody who is back', () => {
    const lived: Lived = { pauses: ['2027-08-02..2027-09-05'], steps: ['2027-10-18: complete'] };
    expect(enrolmentOf(fileOf(lived)).state).toBe('completed');
    const nextDay: Lived = { pauses: ['2027-08-02..2027-10-17'], steps: ['2027-10-18: complete'] };
    expect(enrolmentOf(fileOf(nextDay)).state).toBe('completed');
  });

  it('stands also when the pause is put right afterwards and has that day in it', () => {
    const longer: Lived = { pauses: ['2027-08-02..2027-10-18'], steps: ['2027-10-18: complete'] };
    expect(enrolmentOf(fileOf(longer)).state).toBe('completed');
    const extended: Lived = { pauses: ['2027-07-19..2027-08-15'], steps: ['2027-08-02: extend 2027-12-01'] };
    expect(enrolmentOf(fileOf(extended)).state).toBe('extended');
    expect(String(planOf(extended, '2027-09-01').end)).toBe('2027-12-01');
  });

  it('counts an extension on the day of its decision, not of its end', () => {
    const lived: Lived = {
      pauses: ['2027-11-01..2027-11-30'],
      steps: ['2027-08-02: extend 2027-11-15'],
    };
    expect(enrolmentOf(fileOf(lived))).toMatchObject({ state: 'extended', standstills: [] });
  });
});
