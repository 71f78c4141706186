import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { ben, jo, marta, owen, ruth, tom } from './roles-in-teams.ts';

const everybody = [amara, priya, helen, tom, ruth, marta, ben, owen, jo];
const refusal = 'I cannot show or change that for you';

let teams: AcademyInTeams;
let participantId = '';

async function opened(now: string, programme = lutonQuiet): Promise<void> {
  teams = await academyInTeams({ now, programme });
  for (const who of everybody) await teams.client.person(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
  await teams.settled();
}

const as = (who: typeof amara) => teams.client.person(who);
const later = async (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
  await teams.settled();
};
const says = async (who: typeof amara, text: string) => {
  await as(who).says(text);
  return wordsOf(as(who).lastCard());
};
const press = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};
const nothing = { about: '', step: '', on: '', to: '', choice: '', codes: '', number: '', personId: '' };
const saves = async (who: typeof amara, form: string, submissionId: string, data: Json) => {
  const sent = { ...nothing, v: 1, verb: 'year-save', participantId, form, submissionId, ...data };
  const answer = await as(who).invokes('year-save', sent);
  await teams.settled();
  return answer.card === undefined ? (answer.text ?? '') : wordsOf(answer.card);
};
const fileOf = async () => {
  const versioned = await teams.academy.ports.files.load(participantId);
  if (versioned === undefined) throw new Error('no file');
  return versioned.file;
};
const kinds = async () => (await fileOf()).entries.map(({ entry }) => entry);
const news = (who: typeof amara, pattern: RegExp) =>
  as(who)
    .messages()
    .map(({ card }) => wordsOf(card ?? {}))
    .filter((words) => pattern.test(words));
const titles = (who: typeof amara) => buttonsOf(as(who).lastCard()).map(({ title }) => title);

describe('a year in Luton', () => {
  beforeAll(() => opened('2026-09-14T09:00:00Z'));
  afterAll(() => teams.stop());

  it('begins with an induction, whose list the NQSW reads and whoever supervises ticks', async () => {
    const own = await says(amara, 'my induction');
    expect(own).toContain('3 topics still to be covered, by Friday 18 September 2026');
    expect(own).toContain('Tri.X procedures: not yet');
    expect(titles(amara)).toEqual([]);
    const words = await says(priya, 'induction checklist for Amara');
    expect(words).toContain('Induction of Amara Okoro');
    expect(titles(priya)).toEqual(['Save these topics']);
    const wrong = await press(priya, 'Save these topics', { codes: '', on: '2026-09-15' });
    expect(wrong).toContain('Error: Choose at least one topic.');
    expect(wrong).toContain('Error: That day is still to come.');
    expect(await kinds()).toEqual([]);
  });

  it('keeps several topics of one day together, once of those who press at once', async () => {
    const two = { codes: 'liquidlogic,practice-framework', on: '2026-09-11' };
    const answers = await Promise.all(
      ['a', 'a', 'b'].map((form) => saves(priya, 'induction', `induction-${form}`, two)),
    );
    expect(await kinds()).toEqual(['induction-topic', 'induction-topic']);
    expect(answers.filter((words) => words.includes('LiquidLogic: covered on Fri 11 Sep 2026'))).toHaveLength(
      2,
    );
    expect(answers.some((words) => /saved already|ticked already/.test(words))).toBe(true);
  });

  it('refuses the list to everybody else, and its ticks to whoever only reads it', async () => {
    const tick = { codes: 'trix-procedures', on: '2026-09-14' };
    for (const who of [amara, helen, marta, tom, jo, ben, owen, ruth])
      expect(await saves(who, 'induction', 'forged', tick)).toContain(refusal);
    for (const who of [marta, tom, owen])
      expect(await says(who, 'induction checklist for Amara')).not.toContain('LiquidLogic');
    expect(await says(helen, 'induction checklist for Amara')).toContain('Tri.X procedures: not yet');
    expect(titles(helen)).toEqual([]);
    expect(await kinds()).toHaveLength(2);
  });

  it('tells whoever supervises once, on the working day after it, what is left', async () => {
    const left = /1 topic still to be covered, \d+ days? overdue/;
    await later('2026-09-21T07:55:00Z');
    expect(news(priya, left)).toEqual([]);
    await later('2026-09-21T08:05:00Z');
    expect(news(priya, left)).toHaveLength(1);
    await later('2026-09-30T09:00:00Z');
    expect(news(priya, left)).toHaveLength(1);
    for (const who of [amara, helen, marta, tom, owen]) expect(news(who, left)).toEqual([]);
    const line = 'Induction: Tri.X procedures';
    for (const who of [priya, helen, amara]) expect(await says(who, "what's overdue?")).toContain(line);
    expect(await says(tom, "what's overdue?")).not.toContain(line);
    expect(await says(priya, 'my NQSWs')).toContain(line);
  });

  it('brings that message up to date when the last topic is ticked', async () => {
    const words = await saves(priya, 'induction', 'last', { codes: 'trix-procedures', on: '2026-09-30' });
    expect(words).toContain('Everything has been covered');
    expect(news(priya, /overdue[\s\S]*Tri.X procedures: not yet/)).toEqual([]);
    expect(news(priya, /Everything has been covered/)).toHaveLength(1);
    expect(await says(priya, "what's overdue?")).not.toContain('Induction:');
  });

  it('logs audits by day, grade, theme and whose work it was, and counts them separately', async () => {
    const good = { on: '2026-09-29', choice: 'good', codes: 'risk', to: 'yes' };
    await says(priya, 'log an audit for Amara');
    const wrong = await press(priya, 'Log this audit', { on: '2026-09-29', choice: '', codes: '', to: '' });
    for (const error of ['Choose the grade.', 'Choose the theme.', 'Say whose work it was.'])
      expect(wrong).toContain(`Error: ${error}`);
    expect(await press(priya, 'Log this audit', good)).toContain('1, of which 1 good or better (100 %)');
    const second = { ...good, choice: 'inadequate', to: 'no' };
    await Promise.all([1, 2].map(() => saves(marta, 'audit', 'same-form', second)));
    expect((await kinds()).filter((kind) => kind === 'audit')).toHaveLength(2);
    for (const who of [amara, tom, jo, ben, owen, ruth])
      expect(await saves(who, 'audit', 'forged', good)).toContain(refusal);
    expect(await says(helen, 'compliance report')).toContain(
      'Audits: 2, of which 1 good or better (50 %)\nAudits of work held by the NQSW: 1, of which 1 good or better (100 %)',
    );
    const figures = await says(helen, 'audit figures');
    expect(figures).toContain('Audits of practice\nAudits: 2, of which 1 good or better (50 %).');
    expect(figures).toContain('Amara Okoro\nAudits: 2, of which 1 good or better (50 %)');
    expect(await says(priya, 'audit figures')).not.toContain('Audits: 2');
    expect(await says(amara, 'my chronology')).toContain(
      'Audit: Good, Risk and safeguarding, held by the NQSW',
    );
  });

  const question = /Probation of Amara Okoro/;

  it('asks the host manager twenty working days before probation ends, and nobody else', async () => {
    await later('2027-08-09T07:55:00Z');
    expect(news(tom, question)).toEqual([]);
    await later('2027-08-09T08:05:00Z');
    expect(news(tom, question)).toHaveLength(1);
    for (const who of [amara, priya, helen, marta, jo]) expect(news(who, question)).toEqual([]);
    await later('2027-08-31T08:05:00Z');
    expect(news(tom, question)).toHaveLength(2);
  });

  it('tells whoever may not answer when probation ends', async () => {
    for (const who of [amara, helen, priya])
      expect(await says(who, 'probation for Amara')).toContain('7 September 2027');
    for (const who of [amara, helen, priya, marta, jo, ben, owen, ruth]) {
      const confirm = { about: '0', choice: 'confirmed' };
      expect(await saves(who, 'probation', 'forged', confirm)).toContain(refusal);
    }
  });

  it('moves the end of the probation alone when it is extended, and tells the NQSW and the academy', async () => {
    expect(await says(tom, 'probation for Amara')).toContain('Ends on Tuesday 7 September 2027');
    const unsaid = await press(tom, 'Save this answer', { choice: 'extended', to: '' });
    expect(unsaid).toContain('Error: Choose the day until which it goes on.');
    const early = await press(tom, 'Save this answer', { choice: 'extended', to: '2027-09-07' });
    expect(early).toContain('Error: An extension needs a day after the present end.');
    const extend = { about: '0', choice: 'extended', to: '2027-12-07' };
    const answers = await Promise.all(
      ['a', 'a', 'b'].map((form) => saves(tom, 'probation', `probation-${form}`, extend)),
    );
    expect((await kinds()).filter((kind) => kind === 'probation')).toHaveLength(1);
    expect(answers.filter((words) => /saved already|answered after this card/.test(words))).toHaveLength(2);
    expect(news(amara, /Your probation is extended/)).toHaveLength(1);
    expect(news(helen, /Amara Okoro’s probation is extended/)).toHaveLength(1);
    for (const who of [priya, marta, owen, jo]) expect(news(who, /probation is extended/)).toEqual([]);
    expect(await says(amara, 'when does my probation end?')).toContain('7 December 2027');
    expect(await says(amara, 'when does my programme end?')).toContain('7 September 2027');
    expect(await says(amara, 'probation for Amara')).toContain(
      'The host manager has extended the probation to Tue 7 Dec 2027',
    );
  });

  it('asks again before the new end, and leaves what is not confirmed to the manager', async () => {
    await later('2027-11-09T09:05:00Z');
    expect(news(tom, /Ends on Tuesday 7 December 2027, in 28 days/)).toHaveLength(1);
    const words = await saves(tom, 'probation', 'third', { about: '1', choice: 'not-confirmed' });
    expect(words).toContain('Not confirmed, answered on Tue 9 Nov 2027');
    for (const who of [amara, helen, priya]) expect(news(who, /not confirmed/i)).toEqual([]);
    for (const who of [amara, helen, priya]) {
      const chronology = await says(who, who === amara ? 'my chronology' : 'chronology of Amara');
      expect(chronology).toContain('Probation extended to Tue 7 Dec 2027');
      expect(chronology).not.toMatch(/not confirmed/i);
    }
    const before = news(tom, question).length;
    await later('2027-12-07T09:05:00Z');
    expect(news(tom, question)).toHaveLength(before);
  });
});

describe('the end of a year in Durham', () => {
  beforeAll(() => opened('2027-08-31T07:30:00Z', 'durham'));
  afterAll(() => teams.stop());

  const own = /The end of your programme/;
  const others = /The end of Amara Okoro’s programme/;

  it('asks each owner for what is still to be done, five working days before it', async () => {
    expect(news(amara, own)).toEqual([]);
    await later('2027-08-31T08:05:00Z');
    const [asked] = news(amara, /Career development plan for two to five years \(you\)/);
    expect(asked).toContain('The programme ends on Tuesday 7 September 2027');
    expect(asked).toContain('(Service Improvement Manager): once the programme is completed');
    for (const who of [helen, priya, tom, marta]) expect(news(who, others)).toEqual([]);
  });

  it('keeps a task that its owner ticks, once, and refuses everybody else’s', async () => {
    const plan = { codes: 'career-plan', on: '2027-08-30' };
    expect(await saves(helen, 'exit', 'not-hers', plan)).toContain(
      'There is nothing here for you to tick now',
    );
    for (const who of [ben, owen, jo, ruth])
      expect(await saves(who, 'exit', 'forged', plan)).toContain(refusal);
    const answers = await Promise.all(
      ['a', 'a', 'b'].map((form) => saves(amara, 'exit', `exit-${form}`, plan)),
    );
    expect(await kinds()).toEqual(['exit-task']);
    expect(answers.some((words) => /saved already|done already/.test(words))).toBe(true);
    expect(news(amara, /\(you\): done on Mon 30 Aug 2027/).length).toBeGreaterThan(0);
  });

  it('asks for what waits for the completion once the panel has decided on a pass', async () => {
    await later('2027-09-08T09:00:00Z');
    const review = { item: 'review-12m', heldOn: '2027-09-07', outcome: 'on-track', nextPlanOn: '' };
    const entered = { ...review, needed: '', additionalOn: '', submissionId: 'final', participantId };
    await as(marta).invokes('assess-review', { v: 1, verb: 'assess-review', ...entered });
    for (const [who, step, seen] of [
      [marta, 'recommend', 0],
      [helen, 'decide', 1],
    ] as const) {
      const sent = { step, seen, outcome: 'pass', to: '', anonymised: 'yes', on: '', participantId };
      await as(who).invokes('assess-final', { v: 1, verb: 'assess-final', ...sent });
    }
    await teams.settled();
    expect((await fileOf()).enrolment).toMatchObject([{ step: { step: 'complete' } }]);
    expect(news(helen, others)).toEqual([]);
    await later('2027-09-09T08:05:00Z');
    expect(news(helen, others)).toHaveLength(1);
    const words = await press(helen, 'Save what is done', { codes: 'increment-notice', on: '2027-09-09' });
    expect(words).toContain('(Service Improvement Manager): done on Thu 9 Sep 2027');
    expect(news(amara, /The programme was completed on Wednesday 8 September 2027/).length).toBeGreaterThan(
      0,
    );
    expect(await says(helen, 'chronology of Amara')).toContain(
      'End of the programme: Career development plan for two to five years: done',
    );
    expect(news(amara, own).length).toBeLessThan(6);
  });
});
