/** What falls to be decided, stated and logged around the sixth month: P15, L4, L16 and Q11. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complianceOf } from '../../src/academy/compliance.ts';
import { planOf } from '../../src/services/recordable-items.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';
import { chatOf, fileOf, idsOf, remind } from './reminding.ts';
import { jo, marta, owen } from './roles-in-teams.ts';
import { importRoster } from './roster-for-tests.ts';

const programme = join(import.meta.dirname, '../fixtures/luton-attested.yaml');
let teams: AcademyInTeams;

/** On the roster without contracted hours. */
const chidi = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0010',
  name: 'Chidi Eze',
  email: 'chidi.nqsw@example.org',
};
const chidisRow = [
  `${chidi.email},${chidi.name},nqsw,Family Safeguarding 1,,,Spring 2027,2027-02-01,1,,`,
  'owen.senior@example.org,marta.educator@example.org,tom.manager@example.org,,',
].join('');

/** Monday 8 March 2027, six months into Amara's programme; Ben's decision is due on Monday 22 March. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2027-03-08T10:00:00Z', programme });
  const roster = readFileSync(join(import.meta.dirname, '../fixtures/roster.csv'), 'utf8').trimEnd();
  await importRoster(teams.academy, Buffer.from(`${roster}\n${chidisRow}\n`));
  for (const who of [amara, priya, helen, owen]) await person(who).says('hello');
});
afterAll(() => teams.stop());

const person = (who: typeof amara) => teams.client.person(who);
const at = (instant: string) => {
  teams.time.now = Temporal.Instant.from(instant);
};
const says = async (who: typeof amara, text: string) => {
  const before = person(who).messages().length;
  const { text: answer } = await person(who).says(text);
  const card = person(who).messages().length > before ? person(who).lastCard() : {};
  return `${wordsOf(card)}\n${answer}`;
};
const presses = async (who: typeof amara, title: string, inputs: Record<string, string> = {}) => {
  const { card } = await person(who).presses(title, { inputs });
  return wordsOf(card ?? {});
};
const titlesOf = (card: Json) => buttonsOf(card).map(({ title }) => title);
/** How the recordings of one kind count for Amara on 8 March, the day of the import: what was owed before is left out. */
const countsOf = async (series: string) => {
  const file = await fileOf(teams, amara);
  const plan = planOf(teams.academy.needs, file, Temporal.PlainDate.from('2027-03-08'));
  const { done, onTime, missed, overdue } = complianceOf(file, plan, (item) => item.series === series);
  return { done, onTime, missed, overdue };
};

describe('how often, at six months', () => {
  it('is asked with the reminder, shows the next dates of each answer, and faults come back with what was typed', async () => {
    const stage = { stage: 'day', recipient: 'reflective-supervisor' } as const;
    await remind(teams, priya, [{ of: amara, item: 'cadence-decision', dueOn: '2027-03-08', ...stage }]);
    expect(wordsOf(person(priya).lastCard())).toContain(
      'Without an answer within 10 working days it becomes monthly.',
    );
    await person(priya).presses('Decide how often');
    const form = wordsOf(person(priya).lastCard());
    expect(form).toContain('How often for Amara Okoro?');
    expect(form).toContain('If fortnightly\nMon 22 Mar 2027, Mon 5 Apr 2027, Mon 19 Apr 2027');
    expect(form).toContain('If monthly\nWed 7 Apr 2027, Fri 7 May 2027, Mon 7 Jun 2027');
    expect(await presses(priya, 'Save this decision')).toContain('Choose how often.');
    const wrong = await person(priya).presses('Save this decision', {
      inputs: { choice: 'custom', number: '40' },
    });
    expect(wordsOf(wrong.card ?? {})).toContain('Enter whole weeks, from 1 to 12.');
    expect(JSON.stringify(wrong.card)).toContain('"value":40');
  });

  it('warns of what the national standard does not allow, and keeps it once that is confirmed', async () => {
    await person(priya).says('cadence decision for Amara');
    const warned = await person(priya).presses('Save this decision', {
      inputs: { choice: 'custom', number: '5' },
    });
    expect(wordsOf(warned.card ?? {})).toContain(
      'Every 5 weeks leaves 35 days without a session, from Mon 8 Mar 2027 to Mon 12 Apr 2027.',
    );
    expect((await fileOf(teams, amara)).entries).toEqual([]);
    const saved = await presses(priya, 'Decide so all the same', { choice: 'custom', number: '5' });
    expect(saved).toContain('Amara Okoro’s reflective supervision: every 5 weeks');
    await teams.settled();
    expect(wordsOf(person(amara).lastCard())).toContain('Your reflective supervision is now every 5 weeks');
    expect(await says(amara, 'why is reflective supervision 17 on that date?')).toContain(
      'How often was decided on Mon 8 Mar 2027: every 5 weeks',
    );
  });

  it('of two forms that were open the first counts, and the second is told so', async () => {
    const { participantId } = await idsOf(teams, amara);
    const before = (await fileOf(teams, amara)).entries.length;
    const about = (await fileOf(teams, amara)).entries.at(-1)?.entryId ?? '';
    const sent = (submissionId: string, choice: string) =>
      person(priya).invokes('year-save', {
        ...{ v: 1, verb: 'year-save', participantId, submissionId, form: 'cadence', about, step: '' },
        ...{ on: '', to: '', choice, codes: '', number: '', personId: '' },
      });
    const both = await Promise.all([sent('one', 'keep'), sent('two', 'keep')]);
    const answers = both.map(({ card }) => wordsOf(card ?? {}));
    expect(answers.filter((words) => words.includes('Somebody has decided since'))).toHaveLength(1);
    expect(answers.every((words) => words.includes('fortnightly'))).toBe(true);
    expect((await fileOf(teams, amara)).entries).toHaveLength(before + 1);
    const again = await sent('one', 'keep');
    expect(wordsOf(again.card ?? {})).toContain('That was saved already');
    expect(await says(amara, 'my chronology')).not.toContain('I cannot');
  });

  it('is nobody else’s: not the assessor’s, not the NQSW’s, and not decided too early', async () => {
    expect(await says(marta, 'cadence decision for Amara')).toContain(
      'It is for the Senior Practitioner of Amara Okoro.',
    );
    expect(await says(amara, 'cadence decision')).toContain('I cannot show or change that for you');
    expect(await says(helen, 'cadence decision for Amara')).toContain('I cannot show or change that for you');
  });

  it('becomes monthly unanswered, the Academy Manager is told that day, and it can be decided anew', async () => {
    const lapsed = { stage: 'lapsed', recipient: 'academy-manager' } as const;
    await remind(teams, helen, [{ of: amara, item: 'cadence-decision', dueOn: '2027-03-08', ...lapsed }]);
    at('2027-04-06T12:00:00Z');
    await teams.settled();
    expect(chatOf(teams, helen).join('\n')).not.toContain('There was no answer');
    at('2027-04-07T08:01:00Z');
    await teams.settled();
    const told = chatOf(teams, helen).join('\n');
    expect(told).toContain('There was no answer within 10 working days: it is now monthly.');
    expect(told).not.toContain('Amara Okoro is done');
    const form = await says(owen, 'keep fortnightly for Ben');
    expect(form).toContain('Nobody decided within 10 working days, so it is monthly now');
    const saved = await presses(owen, 'Save this decision');
    expect(saved).toContain('Benedikt Søgaard’s reflective supervision: fortnightly');
    await teams.settled();
    expect(chatOf(teams, helen).at(-1)).toContain(
      'Benedikt Søgaard’s reflective supervision is now fortnightly',
    );
    expect(await says(owen, 'my NQSWs')).toContain('fortnightly supervision, month 7');
  });
});

describe('that a recording is up to date', () => {
  it('is stated from the reminder, settles the item and stands in the chronology', async () => {
    at('2027-03-08T10:30:00Z');
    const stage = { stage: 'overdue-1', recipient: 'reflective-supervisor' } as const;
    await remind(teams, priya, [
      { of: amara, item: 'child-file-recording-3', dueOn: '2027-03-08', ...stage },
    ]);
    expect(titlesOf(person(priya).lastCard())).toContain('State that it is up to date');
    await person(priya).presses('State that it is up to date');
    const late = await presses(priya, 'State that it is up to date', { on: '2027-03-09' });
    expect(late).toContain('That day is still to come.');
    const stated = await presses(priya, 'State that it is up to date', { on: '2027-03-05' });
    expect(stated).toContain('Recording on the child’s file 3 for Amara Okoro is up to date');
    expect(stated).toContain('Friday 5 March 2027');
    const again = await says(priya, 'the child file is up to date for Amara');
    expect(again).not.toContain('Recording on the child’s file 3');
    expect(await says(priya, 'show the chronology of Amara')).toContain(
      'Recording on the child’s file 3: stated to be up to date',
    );
  });

  it('is stated of the co-worker by typing, once by two people, and counts as on time', async () => {
    const form = await says(priya, 'co-worker check is done for Amara');
    expect(form).toContain('Up to date for Amara Okoro?');
    const chosen = { choice: 'co-worker-check-6', on: '2027-03-08' };
    await presses(priya, 'State that it is up to date', chosen);
    const { participantId } = await idsOf(teams, amara);
    const second = await person(priya).invokes('year-save', {
      ...{ v: 1, verb: 'year-save', participantId, submissionId: 'other', form: 'attest', about: '' },
      ...{ step: '', on: '2027-03-07', to: '', choice: chosen.choice, codes: '', number: '', personId: '' },
    });
    expect(wordsOf(second.card ?? {})).toContain('is stated already by Priya Nandakumar');
    expect(await countsOf('co-worker-check')).toEqual({ done: 1, onTime: 1, missed: 0, overdue: 0 });
    expect(await countsOf('child-file-recording')).toEqual({ done: 1, onTime: 1, missed: 0, overdue: 0 });
  });

  it('is nothing for those who lead none', async () => {
    expect(await says(jo, 'the child file is up to date for Amara')).toContain(
      'Nothing to state for Amara Okoro',
    );
    expect(await says(helen, 'the child file is up to date for Amara')).toContain('I cannot show or change');
  });
});

describe('protected time', () => {
  it('is kept for the week that is meant, with its share of what is promised and the weeks around it', async () => {
    const saved = await says(amara, 'log 3 hours protected time');
    expect(saved).toContain('3 hours of protected time');
    expect(saved).toContain('This week, from Mon 8 Mar 2027');
    expect(saved).toContain('3.7 hours, 10 per cent of 37');
    expect(saved).toContain('81 % of what is promised');
    expect(saved).toContain('Week of 8 Mar: 3 hours, 81 %');
    const last = await says(amara, '3.5h protected time last week');
    expect(last).toContain('Last week, from Mon 1 Mar 2027');
    expect(last).toContain('Week of 1 Mar: 3.5 hours, 95 %');
    expect(await says(amara, 'how much protected time have I had?')).toContain(
      '88 % in 2 of the last 4 weeks',
    );
  });

  it('that is in doubt is filled in and not kept; the last number of a week counts', async () => {
    const before = (await fileOf(teams, amara)).entries.length;
    await says(amara, 'i only had about 2 hours protected time');
    expect((await fileOf(teams, amara)).entries).toHaveLength(before);
    expect(await presses(amara, 'Save these hours', { number: '2.1' })).toContain('Enter hours in quarters');
    const saved = await presses(amara, 'Save these hours', { number: '2.25' });
    expect(saved).toContain('It takes the place of 3 hours that you had logged.');
    expect(await says(amara, 'i didnt get any protected time this week')).not.toContain('Save these hours');
  });

  it('is a share and no hours for whoever supervises, and nothing for anybody else', async () => {
    const board = await says(priya, 'my NQSWs');
    expect(board).toContain('Protected time: 78 % in 2 of the last 4 weeks');
    expect(board).not.toContain('2.25');
    expect(await says(priya, 'how much protected time has Amara had?')).toContain(
      '78 % in 2 of the last 4 weeks',
    );
    expect(await says(marta, 'Amara’s year')).not.toContain('Protected time:');
    expect(await says(marta, 'how much protected time has Amara had?')).toContain('I cannot show or change');
  });

  it('has no share where the contracted hours are not known, and says so', async () => {
    await says(chidi, 'hello');
    const saved = await says(chidi, 'log 2 hours of protected time');
    expect(saved).toContain('2 hours of protected time');
    expect(saved).toContain('10 per cent of contracted hours, which I do not have for you');
    expect(saved).toContain('Week of 8 Mar: 2 hours\n');
    expect(await says(chidi, 'my year')).not.toContain('Protected time:');
  });
});
