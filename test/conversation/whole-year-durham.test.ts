import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf } from '../../src/services/recordable-items.ts';
import { wordsOf } from '../support/card-reading.ts';
import { amara, helen, priya } from './academy-in-teams.ts';
import { marta, owen, tom } from './roles-in-teams.ts';
import { openYear, recordOf, recordsAndAgrees, recordsOn, type Session, type Year } from './whole-year.ts';
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

/** Reflective supervision: due, held, minutes. Nothing from 2 November to 13 December, when the programme was paused. */
const reflective = (
  [
    ['2026-09-14', '2026-09-14', 95],
    ['2026-09-21', '2026-09-21', 90],
    ['2026-09-28', '2026-09-28', 90],
    ['2026-10-05', '2026-10-06', 90],
    ['2026-10-12', '2026-10-12', 90],
    ['2026-10-19', '2026-10-19', 90],
    ['2026-12-14', '2026-12-14', 120],
    ['2026-12-29', '2026-12-29', 90],
    ['2027-01-11', '2027-01-11', 90],
    ['2027-01-25', '2027-01-25', 95],
    ['2027-02-08', '2027-02-08', 90],
    ['2027-02-19', '2027-02-19', 90],
    ['2027-03-08', '2027-03-10', 90],
    ['2027-03-22', '2027-03-22', 90],
    ['2027-04-05', '2027-04-05', 90],
    ['2027-04-19', '2027-04-19', 90],
    ['2027-05-19', '2027-05-19', 90],
    ['2027-06-18', '2027-06-18', 90],
    ['2027-07-19', '2027-07-19', 90],
    ['2027-08-18', '2027-08-18', 90],
    ['2027-09-20', '2027-09-22', 90],
    ['2027-10-19', '2027-10-19', 90],
  ] as const
).map(
  ([due, held, minutes], n): Session => ({ item: `reflective-supervision-${n + 1}`, due, held, minutes }),
);
const special = new Set([9, 10, 12, 13]);

function supervisions(year: Year): void {
  const themes = year.teams.academy.programme.supervision.themes[0]?.code ?? '';
  for (const [n, one] of reflective.entries())
    if (!special.has(n + 1)) year.at(`${one.held}T16:00`, () => recordsAndAgrees(year, priya, one));
  const [ninth, tenth, , twelfth, thirteenth] = reflective.slice(8);
  if (!ninth || !tenth || !twelfth || !thirteenth) throw new Error('thirteen sessions');
  year.at('2027-01-11T16:00', () => recordsAndAgrees(year, priya, { ...ninth, minutes: 45 }));
  year.at('2027-01-12T10:00', async () => {
    await year.presses(priya, 'Correct this record');
    await year.presses(priya, 'Save the correction', {
      inputs: recordOf(ninth, themes),
      sees: 'before: 45 minutes',
    });
    await year.presses(amara, 'Agree', { about: 'confirm-agree' });
  });
  year.at('2027-01-25T16:00', async () => {
    await year.fromReminder(priya, tenth.item, 'Record it');
    await year.presses(priya, 'Record supervision', {
      inputs: { item: tenth.item, ...recordOf({ ...tenth, minutes: 60 }, themes) },
    });
    await year.presses(amara, 'Not right', {
      inputs: { reason: 'wrong-length' },
      sees: 'The length is wrong',
    });
  });
  year.at('2027-01-26T10:00', async () => {
    await year.says(priya, 'record supervision for Amara', 'not agreed, record it again');
    await recordsOn(year, priya, tenth);
  });
  year.at('2027-02-10T11:00', async () => {
    await year.says(priya, 'can we move the reflective supervision with Amara on 22 February to 19 February');
    await year.presses(priya, 'Propose this day', { inputs: { choice: twelfth.item, on: twelfth.held } });
  });
  year.at('2027-02-10T13:00', () => year.presses(amara, 'Agree', { sees: 'Agreed: Friday 19 February' }));
  year.at('2027-02-19T16:00', () => recordsAndAgrees(year, priya, twelfth));
  year.at('2027-03-08T16:00', async () => {
    await year.fromReminder(priya, thirteenth.item, 'It did not happen');
    await year.presses(priya, 'Save: it did not happen', {
      inputs: { reason: 'nqsw-leave', rearrangedOn: thirteenth.held },
    });
  });
  year.at('2027-03-10T16:00', async () => {
    await year.says(priya, 'record supervision for Amara', 'Record');
    await recordsOn(year, priya, thirteenth);
  });
}

/** Six weeks: proposed to four, agreed by four, and only then does a date move. */
function pause(year: Year): void {
  year.at('2026-10-20T14:00', async () => {
    await year.says(helen, "pause Amara's programme");
    await year.presses(helen, 'Show what would move', {
      inputs: { reason: 'sickness', fromOn: '2026-11-02', untilOn: '2026-12-13' },
      sees: '3-month review: Mon 7 Dec 2026 → Mon 18 Jan 2027',
    });
    await year.presses(helen, 'Send it to all four');
  });
  year.at('2026-10-21T10:00', () => year.presses(amara, 'I agree', { sees: '1 of 4 have agreed' }));
  year.at('2026-10-21T12:00', () => year.presses(marta, 'I agree', { sees: '2 of 4 have agreed' }));
  year.at('2026-10-22T10:00', async () => {
    await year.presses(helen, 'I agree', { sees: '3 of 4 have agreed' });
    expect((await year.fileNow()).pauses).toEqual([]);
  });
  year.at('2026-10-22T11:00', async () => {
    await year.presses(tom, 'I agree');
    expect((await year.fileNow()).pauses).toHaveLength(1);
  });
  year.at('2026-10-23T10:00', async () => {
    await year.presses(amara, 'Done: portfolio');
    await year.presses(marta, 'Done: learning agreement');
    await year.presses(helen, 'Done: funder’s portal');
  });
}

const developmentDays = [
  '2026-10-07',
  '2026-12-21',
  '2027-01-18',
  '2027-02-18',
  '2027-03-22',
  '2027-04-19',
  '2027-05-19',
  '2027-06-18',
  '2027-07-19',
  '2027-08-18',
  '2027-09-20',
  '2027-10-19',
];
/** The first eight; after them nobody kept a list. */
const caseMappings = [
  '2026-09-21',
  '2026-10-05',
  '2026-10-19',
  '2026-12-14',
  '2026-12-29',
  '2027-01-11',
  '2027-01-25',
  '2027-02-08',
];

function groups(year: Year): void {
  for (const due of developmentDays)
    year.at(`${due}T17:00`, async () => {
      await year.says(priya, 'record attendance at the development day', 'Development and training day');
      const inputs = { on: due, codes: year.participantId };
      await year.presses(priya, 'Save attendance', { inputs, sees: '1 person there' });
    });
  for (const due of caseMappings)
    year.at(`${due}T15:00`, async () => {
      await year.says(owen, 'record attendance at case mapping', 'Case mapping');
      await year.presses(owen, 'Save attendance', {
        inputs: { on: due, codes: year.participantId },
        sees: '1 person there',
      });
    });
}

const reviews = [
  {
    item: 'review-3m',
    due: '2027-01-18',
    held: '2027-01-18',
    outcome: 'on-track',
    needed: '',
    nextPlanOn: '2027-04-19',
  },
  {
    item: 'review-6m',
    due: '2027-04-19',
    held: '2027-04-21',
    outcome: 'on-track',
    needed: 'no',
    nextPlanOn: '2027-10-19',
  },
  {
    item: 'review-12m',
    due: '2027-10-19',
    held: '2027-10-19',
    outcome: 'on-track',
    needed: '',
    nextPlanOn: '',
  },
] as const;

const documents = {
  '2027-01-04': [
    'critical-reflection-3m',
    'development-plan-3m',
    'professional-documentation-3m',
    'feedback-from-families-3m',
    'feedback-from-professionals-3m',
  ],
  '2027-04-01': [
    'critical-reflection-6m',
    'development-plan-6m',
    'standards-self-assessment-6m',
    'professional-documentation-6m',
    'feedback-from-professionals-6m',
  ],
  '2027-10-01': [
    'critical-reflection-12m',
    'standards-self-assessment-12m',
    'professional-documentation-12m',
    'feedback-from-families-12m',
    'feedback-from-professionals-12m',
  ],
};
const observations = [
  { heldOn: '2027-01-14', who: marta, observer: 'assessor' },
  { heldOn: '2027-03-15', who: priya, observer: 'reflective-supervisor' },
  { heldOn: '2027-06-10', who: marta, observer: 'assessor' },
];

function assessment(year: Year): void {
  for (const { item, held, outcome, nextPlanOn, needed } of reviews)
    year.at(`${held}T16:30`, async () => {
      await year.says(marta, 'record a review for Amara', 'Record a review of Amara Okoro');
      await year.presses(marta, 'Record this review', {
        inputs: {
          item,
          heldOn: held,
          outcome,
          nextPlanOn,
          additionalOn: '',
          ...(needed === '' ? {} : { needed }),
        },
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
        sees: ', by the Academy Practice Lead',
      });
    });
}

/** No limit is set in Durham, so that nothing is an alert; the Team Manager is asked each month all the same. */
const caseloads = [
  ['2026-10-01', 8],
  ['2027-01-20', 12],
  ['2027-06-09', 16],
] as const;
const confirmations = [
  ['2027-01-04', 8],
  ['2027-02-01', 12],
  ['2027-03-01', 12],
  ['2027-04-01', 12],
  ['2027-05-04', 12],
  ['2027-06-01', 12],
  ['2027-07-01', 15],
  ['2027-08-02', 15],
  ['2027-09-01', 15],
  ['2027-10-01', 15],
] as const;

function caseload(year: Year): void {
  for (const [on, count] of caseloads)
    year.at(`${on}T10:00`, () => year.says(amara, `my caseload is ${count}`));
  for (const [on, counted] of confirmations)
    year.at(`${on}T12:00`, () =>
      on === '2027-07-01'
        ? year.presses(tom, 'My number differs', {
            inputs: { number: String(counted) },
            sees: 'Amara Okoro reported 16, you have 15',
          })
        : year.presses(tom, `Yes, ${counted} is right`, { sees: 'confirmed' }),
    );
  year.at('2027-07-02T10:00', () => year.says(amara, 'my caseload is 15'));
}

function restOfTheYear(year: Year): void {
  for (const on of ['2026-09-18', '2026-10-16', '2027-01-15', '2027-05-14'])
    year.at(`${on}T16:45`, () =>
      year.says(amara, 'log 3.5 hours protected time', '3.5 hours of protected time'),
    );
  year.at('2027-02-16T10:00', async () => {
    await year.says(amara, 'I want to raise a concern');
    await year.presses(amara, 'Raise this concern', {
      inputs: { category: 'protected-time', about: 'no' },
      sees: 'Level 0',
    });
  });
  year.at('2027-02-24T10:00', () => year.presses(marta, 'Resolved'));
  year.at('2027-09-24T10:00', () =>
    year.presses(tom, 'Save this answer', { inputs: { choice: 'confirmed', to: '' } }),
  );
  year.at('2027-10-13T10:00', () =>
    year.presses(amara, 'Save what is done', {
      inputs: { codes: 'career-plan,programme-survey', on: '2027-10-13' },
    }),
  );
  year.at('2027-10-20T10:00', async () => {
    await year.presses(marta, 'Final assessment');
    await year.presses(marta, 'Recommend to the panel', {
      inputs: { outcome: 'pass', to: '', anonymised: 'yes' },
      sees: 'With the panel',
    });
  });
  year.at('2027-10-27T10:00', () =>
    year.presses(helen, 'Record the decision', {
      inputs: { outcome: 'pass', to: '' },
      sees: 'The panel decided: pass',
    }),
  );
  year.at('2027-10-28T10:00', () =>
    year.presses(helen, 'Save what is done', { inputs: { codes: 'increment-notice', on: '2027-10-28' } }),
  );
}

/** What had to be recorded and fell due, with the day on which it was held. */
const owed = [...reflective, ...reviews];

let year: Year;
let ended: readonly string[] = [];

describe('a year in Durham', () => {
  beforeAll(async () => {
    year = await openYear('durham');
    for (const part of [supervisions, pause, groups, assessment, caseload, restOfTheYear]) part(year);
    await year.play('2027-10-29');
    ended = await asItEnded(year.teams, year.participantId);
  }, 900_000);
  afterAll(() => year.teams.stop());

  it('goes as the script has it', () => {
    expect(year.failures).toEqual([]);
  });

  it('stands at its end as it was reviewed, and under the other council’s titles differs by them alone', async () => {
    const other = await underTitlesOf(year, 'durham', 'luton');
    expect(other).toHaveLength(ended.length);
    const text = [
      ...ended,
      '',
      'THE SAME UNDER THE OTHER COUNCIL’S TITLES',
      ...differences(ended, other),
      '',
    ];
    await expect(text.join('\n')).toMatchFileSnapshot('./years/durham.txt');
  });

  it('welcomes the NQSW back on the first day after the pause, once, with what moved and the next three dates', () => {
    const welcomed = year.sent.filter(({ message }) =>
      wordsOf(message.card ?? {}).startsWith('Welcome back'),
    );
    expect(welcomed.map(({ at, to }) => [at, to])).toEqual([
      ['2026-12-14T09:01', year.teams.client.person(amara).conversationId],
    ]);
    const words = wordsOf(welcomed[0]?.message.card ?? {});
    // 7 December and six weeks; the session of the pause's first day, and the first of each series after it.
    expect(words).toContain(
      'Dates that moved\nReviews and other single dates\n3-month review: Mon 7 Dec 2026 → Mon 18 Jan 2027',
    );
    expect(words).toContain('7: Mon 2 Nov 2026 → Mon 14 Dec 2026');
    expect(words).toMatch(
      /Case mapping 4\nMon 14 Dec 2026, today\nReflective supervision 7\nMon 14 Dec 2026, today\nDevelopment and training day 2\nMon 21 Dec 2026, in 7 days\n/,
    );
  });

  it('is counted by the board as it is counted from the script', () => {
    const counts = countsOf(owed);
    expect(counts).toEqual({ fellDue: 25, done: 25, onTime: 21, missed: 0 });
    const { fellDue, done, onTime, missed } = counts;
    const times = belowTheStandard({
      start: '2026-09-07',
      end: '2027-10-19',
      sessions: reflective,
      pause: ['2026-11-02', '2026-12-13'],
    });
    expect(times).toBe(4);
    const board = `On time: ${share(onTime, fellDue)} · done: ${share(done, fellDue)}. Missed: ${missed} · overdue: 0 · below the national standard: ${times} times`;
    expect(ended).toContain(board);
  });

  it('reminded nobody of what had been recorded, of nothing more often than it has stages, and said nothing twice', async () => {
    const plan = planOf(
      year.teams.academy.needs,
      await year.fileNow(),
      Temporal.PlainDate.from('2027-10-19'),
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
