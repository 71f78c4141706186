import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf } from '../../src/services/recordable-items.ts';
import { amara, escalations, helen, priya } from './academy-in-teams.ts';
import { jo, marta, tom } from './roles-in-teams.ts';
import {
  daysLater,
  openYear,
  recordOf,
  recordsAndAgrees,
  recordsOn,
  type Session,
  type Year,
} from './whole-year.ts';
import {
  asItEnded,
  belowTheStandard,
  countsOf,
  differences,
  remindersOf,
  sentTwice,
  share,
  underTitlesOf,
} from './whole-year-ends.ts';

const session =
  (series: string) =>
  (due: string, held: string, minutes: number, n: number): Session => ({
    item: `${series}-${n}`,
    due,
    held,
    minutes,
  });

/** Reflective supervision: due, held, minutes. From the sixth month on every three weeks, as was decided. */
const reflective = (
  [
    ['2026-09-14', '2026-09-14', 95],
    ['2026-09-21', '2026-09-21', 100],
    ['2026-09-28', '2026-09-29', 90],
    ['2026-10-05', '2026-10-05', 90],
    ['2026-10-12', '2026-10-14', 95],
    ['2026-10-19', '2026-10-19', 90],
    ['2026-11-02', '2026-11-02', 120],
    ['2026-11-12', '2026-11-12', 90],
    ['2026-11-30', '2026-11-30', 90],
    ['2026-12-14', '2026-12-14', 95],
    ['2026-12-29', '2026-12-31', 90],
    ['2027-01-11', '2027-01-11', 90],
    ['2027-01-25', '2027-01-25', 90],
    ['2027-02-08', '2027-02-08', 100],
    ['2027-02-22', '2027-02-22', 90],
    ['2027-03-08', '2027-03-08', 90],
    ['2027-03-30', '2027-03-30', 90],
    ['2027-04-19', '2027-04-19', 90],
    ['2027-05-10', '2027-05-10', 75],
    ['2027-06-01', '2027-06-01', 90],
    ['2027-06-21', '2027-06-21', 90],
    ['2027-07-12', '2027-07-12', 90],
    ['2027-08-02', '2027-08-02', 90],
    ['2027-08-23', '2027-08-23', 90],
  ] as const
).map(([due, held, minutes], n) => session('reflective-supervision')(due, held, minutes, n + 1));

const months = [
  '2026-10-07',
  '2026-11-09',
  '2026-12-07',
  '2027-01-07',
  '2027-02-08',
  '2027-03-08',
  '2027-04-07',
  '2027-05-07',
  '2027-06-07',
  '2027-07-07',
  '2027-08-09',
  '2027-09-07',
] as const;
const [, november, december, january, february, march, , may, june, july, august, september] = months;
const special = new Set([4, 5, 7, 8]);

function supervisions(year: Year): void {
  const themes = 'risk';
  for (const [n, one] of reflective.entries())
    if (!special.has(n + 1)) year.at(`${one.held}T16:00`, () => recordsAndAgrees(year, priya, one));
  const [, , , fourth, fifth, , seventh, eighth] = reflective;
  if (!fourth || !fifth || !seventh || !eighth) throw new Error('eight sessions');
  // A slip of the pen: sixty minutes, put right on the next day.
  year.at('2026-10-05T16:00', () => recordsAndAgrees(year, priya, { ...fourth, minutes: 60 }));
  year.at('2026-10-06T10:00', async () => {
    await year.presses(priya, 'Correct this record');
    await year.presses(priya, 'Save the correction', {
      inputs: recordOf(fourth, themes),
      sees: 'before: 60 minutes',
    });
    await year.presses(amara, 'Agree', { about: 'confirm-agree' });
  });
  // It did not happen; two days later it was held.
  year.at('2026-10-12T16:00', async () => {
    await year.fromReminder(priya, fifth.item, 'It did not happen');
    await year.presses(priya, 'Save: it did not happen', {
      inputs: { reason: 'supervisor-sickness', rearrangedOn: fifth.held },
    });
  });
  year.at('2026-10-14T16:00', async () => {
    await year.says(priya, 'record supervision for Amara', 'Record');
    await year.presses(priya, 'Record supervision', {
      inputs: { item: fifth.item, ...recordOf(fifth, themes) },
      sees: 'Waiting for Amara Okoro',
    });
    await year.presses(amara, 'Agree', { about: 'confirm-agree' });
  });
  // The length is not right: recorded anew.
  year.at('2026-11-02T16:00', async () => {
    await year.fromReminder(priya, seventh.item, 'Record it');
    await year.presses(priya, 'Record supervision', {
      inputs: { item: seventh.item, ...recordOf({ ...seventh, minutes: 90 }, themes) },
    });
    await year.presses(amara, 'Not right', {
      inputs: { reason: 'wrong-length' },
      sees: 'The length is wrong',
    });
  });
  year.at('2026-11-03T10:00', async () => {
    await year.says(priya, 'record supervision for Amara', 'not agreed, record it again');
    await year.presses(priya, 'Record supervision', {
      inputs: { item: seventh.item, ...recordOf(seventh, themes) },
      sees: 'Waiting for Amara Okoro',
    });
    await year.presses(amara, 'Agree', { about: 'confirm-agree' });
  });
  // Another day, proposed by the one and agreed by the other.
  year.at('2026-11-05T11:00', async () => {
    await year.says(amara, 'can we move my reflective supervision on 16 November to 12 November');
    await year.presses(amara, 'Propose this day', { inputs: { choice: eighth.item, on: eighth.held } });
  });
  year.at('2026-11-05T13:00', () => year.presses(priya, 'Agree', { sees: 'Agreed: Thursday 12 November' }));
  year.at('2026-11-12T16:00', () => recordsAndAgrees(year, priya, eighth));
}

/** Case supervision, monthly: the eleventh was never recorded, the fourth was the deputy’s. */
function ofTheHostTeam(year: Year): void {
  for (const [n, due] of months.entries()) {
    const one = session('case-supervision')(due, due, 90, n + 1);
    if (due === january)
      year.at(`${due}T14:00`, async () => {
        await year.says(jo, 'record supervision for Amara', 'Record');
        await recordsOn(year, jo, one);
      });
    else if (due !== august) year.at(`${due}T14:00`, () => recordsAndAgrees(year, tom, one));
    year.at(`${due}T15:00`, async () => {
      await year.fromReminder(tom, `personal-supervision-${n + 1}`, 'Record the day');
      await year.presses(tom, 'Save the day', { inputs: { on: due } });
    });
  }
}

/** Groups: peer supervision is recorded by the Practice Educator; of meetings Amara says that she was there. */
function groups(year: Year): void {
  for (const [n, due] of months.entries()) {
    if (due !== december && due !== february)
      year.at(`${due}T17:00`, async () => {
        await year.fromReminder(marta, `peer-supervision-${n + 1}`, 'Record attendance');
        const inputs = { on: due, codes: year.participantId };
        await year.presses(marta, 'Save attendance', { inputs, sees: '1 person there' });
      });
  }
  for (let k = 0; k < 13; k++) {
    if (k === 11) continue;
    year.at(`${daysLater('2026-10-06', 28 * k)}T12:00`, async () => {
      await year.says(amara, 'I attended the team meeting', 'Meetings you were at');
      const meetings = [1, 2, 3, 4].map((n) => `team-meeting-${4 * k + n}`);
      const scrums = [1, 2].map((n) => `scrum-${2 * k + n}`);
      await year.presses(amara, 'Save', {
        inputs: { codes: [...meetings, ...scrums].join(',') },
        sees: 'you were there',
      });
    });
  }
}

const child = 'child-file-recording';
/** That the child’s file is up to date, every two months; the second two working days late. */
const recordings: readonly Pick<Session, 'item' | 'due' | 'held'>[] = [
  { item: `${child}-1`, due: november, held: november },
  { item: `${child}-2`, due: january, held: '2027-01-11' },
  { item: `${child}-3`, due: march, held: march },
  { item: `${child}-4`, due: may, held: may },
  { item: `${child}-5`, due: july, held: july },
  { item: `${child}-6`, due: september, held: september },
];

const reviews = [
  { item: 'review-3m', due: december, held: december, outcome: 'on-track', nextPlanOn: march },
  { item: 'review-6m', due: march, held: march, outcome: 'on-track', nextPlanOn: june },
  { item: 'review-9m', due: june, held: '2027-06-09', outcome: 'concerns', nextPlanOn: '2027-08-20' },
  { item: 'review-12m', due: september, held: september, outcome: 'on-track', nextPlanOn: '' },
] as const;

/** What has come in for each review, and on which day; the families’ feedback of the twelfth month never came. */
const documents = {
  '2026-11-20': [
    'critical-reflection-3m',
    'development-plan-3m',
    'professional-documentation-3m',
    'feedback-from-families-3m',
    'feedback-from-professionals-3m',
  ],
  '2027-02-19': [
    'critical-reflection-6m',
    'development-plan-6m',
    'standards-self-assessment-6m',
    'professional-documentation-6m',
    'feedback-from-families-6m',
    'feedback-from-professionals-6m',
  ],
  '2027-08-20': [
    'critical-reflection-12m',
    'standards-self-assessment-12m',
    'professional-documentation-12m',
    'feedback-from-professionals-12m',
  ],
};

const observations = [
  { heldOn: '2026-11-12', who: marta, observer: 'assessor' },
  { heldOn: '2027-02-15', who: priya, observer: 'reflective-supervisor' },
  { heldOn: '2027-05-20', who: marta, observer: 'assessor' },
];

function assessment(year: Year): void {
  for (const { item, held } of recordings)
    year.at(`${held}T15:30`, async () => {
      await year.fromReminder(priya, item, 'State that it is up to date');
      await year.presses(priya, 'State that it is up to date', {
        inputs: { choice: item, on: held },
        sees: 'Stated: ',
      });
    });
  for (const { item, held, outcome, nextPlanOn } of reviews)
    year.at(`${held}T16:30`, async () => {
      await year.says(marta, 'record a review for Amara', 'Record a review of Amara Okoro');
      await year.presses(marta, 'Record this review', {
        inputs: { item, heldOn: held, outcome, nextPlanOn, additionalOn: '' },
        sees: 'of Amara Okoro: recorded',
      });
    });
  for (const [on, items] of Object.entries(documents))
    year.at(`${on}T11:00`, async () => {
      await year.says(amara, 'what evidence is missing?', 'Your evidence');
      for (const item of items)
        await year.presses(amara, 'Mark as received', {
          inputs: { item, receivedOn: on },
          sees: 'received on',
        });
    });
  for (const { heldOn, who, observer } of observations)
    year.at(`${heldOn}T13:00`, async () => {
      await year.says(who, 'record an observation of Amara');
      await year.presses(who, 'Record this observation', {
        inputs: { heldOn, observer, statements: 'communication', feedback: 'yes' },
        sees: ', by the Practice Educator',
      });
    });
  year.at(`${march}T17:30`, async () => {
    await year.fromReminder(priya, 'cadence-decision', 'Decide how often');
    await year.presses(priya, 'Save this decision', {
      inputs: { choice: 'custom', number: '3' },
      sees: 'every 3 weeks',
    });
  });
  year.at('2027-04-14T10:00', async () => {
    await year.says(priya, 'log an audit for Amara');
    await year.presses(priya, 'Log this audit', {
      inputs: { on: '2027-04-13', choice: 'good', codes: 'risk', to: 'yes' },
    });
  });
}

/** Numbers as Amara reports them; fifteen is the limit. */
const caseloads = [
  ['2026-10-01', 8],
  ['2026-11-20', 14],
  ['2027-01-18', 17],
  ['2027-01-25', 16],
  ['2027-02-02', 15],
  ['2027-05-11', 13],
] as const;
/** What the Team Manager has when he is asked, on the first working day of the month; August went by unanswered. */
const confirmations = [
  ['2026-11-02', 8],
  ['2026-12-01', 14],
  ['2027-01-04', 14],
  ['2027-02-01', 15],
  ['2027-03-01', 15],
  ['2027-04-01', 15],
  ['2027-05-04', 15],
  ['2027-06-01', 13],
  ['2027-07-01', 13],
  ['2027-09-01', 13],
] as const;

function caseload(year: Year): void {
  for (const [on, count] of caseloads)
    year.at(`${on}T10:00`, () => year.says(amara, `my caseload is ${count}`));
  for (const [on, counted] of confirmations)
    year.at(`${on}T12:00`, () =>
      on === '2027-02-01'
        ? year.presses(tom, 'My number differs', {
            inputs: { number: String(counted) },
            sees: 'Amara Okoro reported 16, you have 15',
          })
        : year.presses(tom, `Yes, ${counted} is right`, { sees: 'confirmed' }),
    );
  year.at('2027-01-18T11:00', () => year.presses(helen, 'Acknowledge', { in: escalations }));
  year.at('2027-01-18T11:05', async () =>
    year.presses(helen, 'Assign', { in: escalations, inputs: { to: await year.idOf(tom) } }),
  );
}

function learning(year: Year): void {
  year.at('2026-09-11T15:00', async () => {
    await year.says(priya, 'induction checklist for Amara');
    await year.presses(priya, 'Save these topics', {
      inputs: { codes: 'liquidlogic,practice-framework', on: '2026-09-11' },
    });
  });
  year.at('2026-09-17T15:00', async () => {
    await year.says(priya, 'induction checklist for Amara');
    await year.presses(priya, 'Save these topics', {
      inputs: { codes: 'trix-procedures', on: '2026-09-17' },
      sees: 'Everything has been covered',
    });
  });
  for (const on of ['2026-09-18', '2026-10-02', '2026-11-13', '2027-01-15', '2027-05-14'])
    year.at(`${on}T16:45`, () =>
      year.says(amara, 'log 3.5 hours protected time', '3.5 hours of protected time'),
    );
  year.at('2026-11-06T10:00', async () => {
    await year.says(helen, 'action learning sets');
    await year.presses(helen, 'Plan sessions');
    await year.presses(helen, 'Plan it', {
      inputs: {
        facilitator: await year.idOf(marta),
        onDate: '2026-12-03',
        capacity: '6',
        place: 'Room 2.14',
        link: '',
        countsFor: 'peer-supervision',
      },
      sees: 'Thursday 3 December 2026',
    });
  });
  year.at('2026-11-10T10:00', async () => {
    await year.says(amara, 'book me on the learning set on 3 December');
  });
  year.at('2026-12-03T17:00', () => year.presses(marta, 'Save attendance', { sees: 'Amara Okoro: came' }));
}

function concernAndEnd(year: Year): void {
  year.at('2027-02-16T10:00', async () => {
    await year.says(amara, 'I want to raise a concern');
    await year.presses(amara, 'Raise this concern', {
      inputs: { category: 'protected-time', about: 'no' },
      sees: 'Level 0',
    });
  });
  year.at('2027-02-24T10:00', () => year.presses(priya, 'Resolved'));
  for (const on of ['2027-02-15', '2027-08-16'])
    year.at(`${on}T10:00`, () => year.presses(helen, 'Resolve', { in: escalations }));
  year.at('2027-08-12T10:00', () =>
    year.presses(tom, 'Save this answer', { inputs: { choice: 'confirmed', to: '' } }),
  );
  year.at('2027-09-06T10:00', () =>
    year.presses(amara, 'Save what is done', { inputs: { codes: 'programme-survey', on: '2027-09-06' } }),
  );
  year.at('2027-09-08T10:00', async () => {
    await year.presses(marta, 'Final assessment');
    await year.presses(marta, 'Recommend to the panel', {
      inputs: { outcome: 'pass', to: '', anonymised: 'yes' },
      sees: 'With the panel',
    });
  });
  year.at('2027-09-15T10:00', () =>
    year.presses(helen, 'Record the decision', {
      inputs: { outcome: 'pass', to: '' },
      sees: 'The panel decided: pass',
    }),
  );
}

/** What had to be recorded and fell due, with the day on which it was held. */
const owed = [
  ...reflective,
  ...months.map((due) => ({ due, held: due === august ? null : due })),
  ...months.map((due) => ({ due, held: due === february ? null : due === december ? '2026-12-03' : due })),
  ...recordings,
  ...reviews,
];

let year: Year;
let ended: readonly string[] = [];

describe('a year in Luton', () => {
  beforeAll(async () => {
    year = await openYear('luton');
    for (const part of [supervisions, ofTheHostTeam, groups, assessment, caseload, learning, concernAndEnd])
      part(year);
    await year.play('2027-09-17');
    ended = await asItEnded(year.teams, year.participantId);
  }, 900_000);
  afterAll(() => year.teams.stop());

  it('goes as the script has it', () => {
    expect(year.failures).toEqual([]);
  });

  it('stands at its end as it was reviewed, and under the other council’s titles differs by them alone', async () => {
    const other = await underTitlesOf(year, 'luton', 'durham');
    expect(other).toHaveLength(ended.length);
    const text = [
      ...ended,
      '',
      'THE SAME UNDER THE OTHER COUNCIL’S TITLES',
      ...differences(ended, other),
      '',
    ];
    await expect(text.join('\n')).toMatchFileSnapshot('./years/luton.txt');
  });

  it('is counted by the board as it is counted from the script', () => {
    const counts = countsOf(owed);
    expect(counts).toEqual({ fellDue: 58, done: 56, onTime: 51, missed: 2 });
    const { fellDue, done, onTime, missed } = counts;
    const times = belowTheStandard({
      start: '2026-09-07',
      end: '2027-09-07',
      sessions: reflective,
    });
    expect(times).toBe(4);
    const board = `On time: ${share(onTime, fellDue)} · done: ${share(done, fellDue)}. Missed: ${missed} · overdue: 0 · below the national standard: ${times} times`;
    expect(ended).toContain(board);
  });

  it('reminded nobody of what had been recorded, of nothing more often than it has stages, and said nothing twice', async () => {
    const plan = planOf(
      year.teams.academy.needs,
      await year.fileNow(),
      Temporal.PlainDate.from('2027-09-07'),
    );
    const titles = new Map(plan.items.map(({ id, title }) => [id, title]));
    const told = remindersOf(year, (item) => titles.get(item) ?? item, reflective);
    expect(told.flatMap(({ late }) => late)).toEqual([]);
    const onTime = new Set(reflective.filter(({ due, held }) => due === held).map(({ item }) => item));
    for (const { item, most } of told.filter((one) => onTime.has(one.item))) {
      expect(most, item).toBeGreaterThan(0);
      expect(most, item).toBeLessThanOrEqual(3);
    }
    expect(sentTwice(year)).toEqual([]);
  });
});
