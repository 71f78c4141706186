import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { ben, marta, owen, ruth, tom } from './roles-in-teams.ts';

const everybody = [amara, priya, helen, tom, ruth, marta, ben, owen];
const refusal = 'I cannot show or change that for you';

let teams: AcademyInTeams;
let participantId = '';

async function opened(now: string, programme = lutonQuiet): Promise<void> {
  teams = await academyInTeams({ now, programme });
  for (const who of everybody) await teams.client.person(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
}

const as = (who: typeof amara) => teams.client.person(who);
const at = (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
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
const sends = async (who: typeof amara, verb: string, data: Json) => {
  const answer = await as(who).invokes(verb, { v: 1, verb, participantId, ...data });
  await teams.settled();
  return answer.card === undefined ? (answer.text ?? '') : wordsOf(answer.card);
};
const fileOf = async () => {
  const versioned = await teams.academy.ports.files.load(participantId);
  if (versioned === undefined) throw new Error('no file');
  return versioned.file;
};
const news = (who: typeof amara, pattern: RegExp) =>
  as(who)
    .messages()
    .map(({ card }) => wordsOf(card ?? {}))
    .filter((words) => pattern.test(words));
const titles = (card: Json) => buttonsOf(card).map(({ title }) => title);

const onTrack = {
  item: 'review-3m',
  heldOn: '2026-12-07',
  outcome: 'on-track',
  nextPlanOn: '2027-03-08',
  additionalOn: '',
};

describe('reviews in Luton', () => {
  beforeAll(() => opened('2026-12-08T10:00:00Z'));
  afterAll(() => teams.stop());

  it('are recorded by the assessor on a card that asks only for dates and an outcome', async () => {
    const words = await says(marta, 'record a review for Amara');
    expect(words).toContain('Record a review of Amara Okoro');
    expect(words).toContain('3-month review');
    expect(words).not.toContain('9-month review needed');
    expect(titles(as(marta).lastCard())).toEqual(['Record this review']);
  });

  it('keep what was typed when something is missing, and say so at the field', async () => {
    const words = await press(marta, 'Record this review', {
      ...onTrack,
      heldOn: '2026-12-09',
      outcome: '',
      nextPlanOn: '2026-12-01',
    });
    expect(words).toContain('Error: That day is still to come.');
    expect(words).toContain('Error: Choose the outcome.');
    expect(words).toContain('Error: Choose a day after the review.');
    expect((await fileOf()).assessed).toEqual([]);
  });

  it('settle their item of the plan, and tell the NQSW and the Academy Manager', async () => {
    const words = await press(marta, 'Record this review', onTrack);
    expect(words).toContain('3-month review of Amara Okoro: recorded');
    expect(words).toContain('On track');
    expect(words).toContain('Post-qualifying standards');
    expect((await fileOf()).assessed).toMatchObject([{ entry: 'review', item: 'review-3m' }]);
    expect(news(amara, /Your 3-month review has been recorded/)).toHaveLength(1);
    expect(news(helen, /3-month review of Amara Okoro: recorded/)).toHaveLength(1);
    for (const who of [priya, tom, ruth, ben, owen])
      expect(news(who, /review(?: of Amara Okoro:| has been) recorded/)).toEqual([]);
    expect(await says(amara, 'when is my next review?')).toContain('6-month review');
  });

  it('are recorded once, however often the form is sent, and by whoever was first', async () => {
    const form = { ...onTrack, needed: '', submissionId: 'form-1', outcome: 'concerns' };
    expect(await sends(marta, 'assess-review', form)).toContain('was recorded already, by Marta Kowalczyk');
    expect((await fileOf()).assessed).toHaveLength(1);
    expect(news(helen, /3-month review of Amara Okoro: recorded/)).toHaveLength(1);
  });

  it('are one review when two send at once', async () => {
    at('2027-03-09T10:00:00Z');
    const six = { ...onTrack, item: 'review-6m', heldOn: '2027-03-08', nextPlanOn: '2027-09-06', needed: '' };
    const answers = await Promise.all(
      ['a', 'b', 'b', 'c'].map((form) => sends(marta, 'assess-review', { ...six, submissionId: form })),
    );
    expect(answers.every((words) => words.includes('6-month review of Amara Okoro: recorded'))).toBe(true);
    expect((await fileOf()).assessed).toHaveLength(2);
    expect(news(amara, /Your 6-month review has been recorded/)).toHaveLength(1);
  });

  it('are refused in the same words to everybody else, and for somebody who does not exist', async () => {
    const form = { ...onTrack, item: 'review-9m', needed: '', submissionId: 'forged' };
    for (const who of [amara, ben, priya, helen, tom, ruth, owen]) {
      expect(await sends(who, 'assess-review', form)).toContain(refusal);
      expect(await sends(who, 'assess-review-open', { item: '' })).toContain(refusal);
    }
    const nobody = { ...form, participantId: 'p-nobody' };
    expect(await sends(marta, 'assess-review', nobody)).toContain(refusal);
    const unknown = await sends(marta, 'assess-review', { ...form, item: 'review-99m' });
    expect(unknown).toContain('Error: Choose the review.');
    expect((await fileOf()).assessed).toHaveLength(2);
  });

  it('when unsatisfactory open a concern and an additional review, whose day must be entered', async () => {
    at('2027-06-08T09:00:00Z');
    await says(marta, 'record a review for Amara');
    const nine = {
      item: 'review-9m',
      heldOn: '2027-06-07',
      outcome: 'unsatisfactory',
      nextPlanOn: '2027-09-06',
    };
    const missing = await press(marta, 'Record this review', { ...nine, additionalOn: '' });
    expect(missing).toContain(
      'Error: An unsatisfactory review is followed by an additional one: choose its day.',
    );
    expect((await fileOf()).concernSteps).toEqual([]);
    const words = await press(marta, 'Record this review', { ...nine, additionalOn: '2027-07-10' });
    expect(words).toContain('A concern has been opened');
    const { concernSteps, assessed } = await fileOf();
    expect(concernSteps).toMatchObject([{ step: 'raise', category: 'progress', aboutId: null }]);
    expect(assessed.at(-1)).toMatchObject({ item: 'review-9m', outcome: 'unsatisfactory' });
    expect(words).toContain('Open concerns');
    expect(news(amara, /A concern about your programme/)).toHaveLength(1);
    expect(news(amara, /Your 9-month review has been recorded/)).toHaveLength(1);
    expect(news(helen, /9-month review of Amara Okoro: recorded/)).toHaveLength(1);
    expect(news(priya, /A concern about Amara/)).toHaveLength(1);
  });

  it('have their additional review in the plan, on a working day', async () => {
    const words = await says(amara, 'when is my next review?');
    expect(words).toContain('Additional review 1');
    expect(words).toContain('Monday 12 July 2027');
    at('2027-07-12T16:00:00Z');
    await says(marta, 'record a review for Amara');
    const done = await press(marta, 'Record this review', {
      item: 'review-additional-1',
      heldOn: '2027-07-12',
      outcome: 'on-track',
      nextPlanOn: '2027-09-06',
    });
    expect(done).toContain('Additional review 1 of Amara Okoro: recorded');
    expect(await says(amara, 'when is my next review?')).toContain('12-month review');
  });
});

describe('the end of the year', () => {
  beforeAll(async () => {
    await opened('2027-09-08T09:00:00Z');
  });
  afterAll(() => teams.stop());

  const step = (data: Json) => ({ outcome: '', to: '', anonymised: '', on: '', ...data });

  it('is not recommended before the final review is recorded', async () => {
    const early = step({ step: 'recommend', seen: 0, outcome: 'pass', anonymised: 'yes' });
    expect(await sends(marta, 'assess-final', early)).toContain('The final review is recorded first');
    await says(marta, 'record a review for Amara');
    const words = await press(marta, 'Record this review', {
      item: 'review-12m',
      heldOn: '2027-09-07',
      outcome: 'on-track',
      nextPlanOn: '',
    });
    expect(words).toContain('12-month review of Amara Okoro: recorded');
    expect(words).toContain('Next: the recommendation to the panel');
  });

  it('is recommended by the assessor alone, once everything is anonymised', async () => {
    await press(marta, 'Final assessment');
    const blocked = await press(marta, 'Recommend to the panel', { outcome: 'fail', to: '', anonymised: '' });
    expect(blocked).toContain('Error: Tick that everything is anonymised');
    const forged = step({ step: 'recommend', seen: 0, outcome: 'pass', anonymised: 'yes' });
    expect(await sends(helen, 'assess-final', forged)).toContain('This is for the Practice Educator');
    expect(await sends(amara, 'assess-final', forged)).toContain('This is for the Practice Educator');
    for (const who of [priya, tom, ruth, ben, owen]) {
      expect(await sends(who, 'assess-final', forged)).toContain(refusal);
      expect(await sends(who, 'assess-final-open', {})).toContain(refusal);
    }
    const words = await press(marta, 'Recommend to the panel', {
      outcome: 'fail',
      to: '',
      anonymised: 'yes',
    });
    expect(words).toContain('With the panel, which decides');
    expect(news(helen, /recommended: fail/)).toHaveLength(1);
    const [told] = news(amara, /Your final assessment/);
    expect(told).toContain('recommendation made');
    expect(told).not.toMatch(/fail|extend/i);
  });

  it('is decided by another person, and a fail opens an appeal record', async () => {
    const forged = step({ step: 'decide', seen: 1, outcome: 'pass' });
    expect(await sends(marta, 'assess-final', forged)).toContain('This is for a member of the panel');
    const words = await press(helen, 'Record the decision', { outcome: 'fail', to: '' });
    expect(words).toContain('The panel decided: fail. An appeal record is open');
    const again = step({ step: 'decide', seen: 1, outcome: 'pass' });
    expect(await sends(helen, 'assess-final', again)).toContain('An appeal record is open');
    expect((await fileOf()).assessed.map(({ entry }) => entry)).toEqual(['review', 'recommend', 'decide']);
    expect(news(amara, /Your final assessment[\s\S]*the panel decided: fail/)).toHaveLength(1);
    expect(news(marta, /the panel decided: fail/)).not.toHaveLength(0);
  });

  it('has an appeal of dates and status, in its order', async () => {
    const forged = step({ step: 'close-appeal', seen: 2, on: '2027-09-08' });
    expect(await sends(helen, 'assess-final', forged)).toContain('that the appeal was acknowledged');
    expect(await press(helen, 'Appeal acknowledged', { on: '2027-09-09' })).toContain('still to come');
    expect(await press(helen, 'Appeal acknowledged', { on: '2027-09-08' })).toContain('Appeal acknowledged');
    at('2027-09-20T09:00:00Z');
    expect(await press(helen, 'Appeal heard', { on: '2027-09-17' })).toContain('Appeal heard');
    expect(await press(helen, 'Appeal decided', { on: '2027-09-20' })).toContain('Appeal decided');
    expect(news(amara, /Appeal decided/)).toHaveLength(1);
  });
});

describe('an extension', () => {
  beforeAll(async () => {
    await opened('2027-09-08T09:00:00Z');
    const review = {
      item: 'review-12m',
      heldOn: '2027-09-07',
      outcome: 'concerns',
      nextPlanOn: '',
      needed: '',
    };
    await sends(marta, 'assess-review', { ...review, additionalOn: '', submissionId: 'final' });
  });
  afterAll(() => teams.stop());

  const extend = (step: string, seen: number, to: string) => ({
    step,
    seen,
    to,
    outcome: 'extend',
    anonymised: 'yes',
    on: '',
  });

  it('is recommended to a later day, and moves nothing until it is decided', async () => {
    expect(await sends(marta, 'assess-final', extend('recommend', 0, ''))).toContain(
      'Error: Choose the day until',
    );
    const early = await sends(marta, 'assess-final', extend('recommend', 0, '2027-06-30'));
    expect(early).toContain('an extension needs a later day');
    await sends(marta, 'assess-final', extend('recommend', 0, '2027-12-31'));
    expect((await fileOf()).enrolment).toEqual([]);
  });

  it('moves the end of the programme when the panel decides, once of two who press at once', async () => {
    const decision = extend('decide', 1, '2027-12-31');
    await Promise.all([sends(helen, 'assess-final', decision), sends(helen, 'assess-final', decision)]);
    const { enrolment, assessed } = await fileOf();
    expect(enrolment).toMatchObject([{ step: { step: 'extend' } }]);
    expect(assessed).toHaveLength(3);
    expect(await says(amara, 'when does my programme end?')).toContain('31 December 2027');
    expect(await sends(marta, 'assess-final-open', {})).toContain('The programme goes on until');
  });
});

describe('a pass', () => {
  beforeAll(async () => {
    await opened('2027-09-08T09:00:00Z');
    const review = {
      item: 'review-12m',
      heldOn: '2027-09-07',
      outcome: 'on-track',
      nextPlanOn: '',
      needed: '',
    };
    await sends(marta, 'assess-review', { ...review, additionalOn: '', submissionId: 'final' });
  });
  afterAll(() => teams.stop());

  const passed = (step: string, seen: number) => ({
    step,
    seen,
    outcome: 'pass',
    to: '',
    anonymised: 'yes',
    on: '',
  });

  it('completes nothing while it is only recommended', async () => {
    expect(await sends(marta, 'assess-final', passed('recommend', 0))).toContain('With the panel');
    expect((await fileOf()).enrolment).toEqual([]);
  });

  it('completes the programme on the day of the decision, once of two who press at once', async () => {
    const answers = await Promise.all([1, 2].map(() => sends(helen, 'assess-final', passed('decide', 1))));
    for (const words of answers) expect(words).toContain('The panel decided: pass');
    const { enrolment, assessed } = await fileOf();
    expect(assessed.map(({ entry }) => entry)).toEqual(['review', 'recommend', 'decide']);
    expect(enrolment.map(({ step }) => `${step.step} ${'on' in step ? step.on : ''}`)).toEqual([
      'complete 2027-09-08',
    ]);
    at('2027-09-09T09:00:00Z');
    expect(await says(amara, "what's next?")).toContain('It was completed on Wednesday 8 September 2027');
  });
});

describe('observations and evidence', () => {
  beforeAll(() => opened('2026-12-01T10:00:00Z'));
  afterAll(() => teams.stop());

  const observed = {
    heldOn: '2026-11-30',
    observer: 'assessor',
    statements: 'communication',
    feedback: 'yes',
  };

  it('record who observed, when, what it touched and whether feedback was given', async () => {
    expect(await says(marta, 'record an observation of Amara')).toContain(
      '0 of 3, by the Practice Educator 0 of 2',
    );
    const missing = await press(marta, 'Record this observation', {
      ...observed,
      statements: '',
      feedback: '',
    });
    expect(missing).toContain('Error: Choose at least one standard.');
    expect(missing).toContain('Error: Say whether feedback has been given.');
    const words = await press(marta, 'Record this observation', observed);
    expect(words).toContain('1 of 3, by the Practice Educator 1 of 2');
    expect(words).toContain('Communication');
    const again = await sends(marta, 'assess-observation', { ...observed, submissionId: 'second-form' });
    expect(again).toContain('was recorded already, by Marta Kowalczyk');
  });

  it('let a supervisor enter their own and not the assessor’s', async () => {
    const forged = { ...observed, heldOn: '2026-11-27', submissionId: 'as-assessor' };
    expect(await sends(priya, 'assess-observation', forged)).toContain('Error: Choose who observed.');
    const own = { ...forged, observer: 'reflective-supervisor' };
    expect(await sends(priya, 'assess-observation', own)).toContain(
      '2 of 3, by the Practice Educator 1 of 2',
    );
    for (const who of [amara, ben, helen, ruth, owen]) {
      expect(await sends(who, 'assess-observation', { ...own, submissionId: 'x' })).toContain(refusal);
    }
    expect((await fileOf()).assessed).toHaveLength(2);
  });

  it('show what is missing by stage, with its date', async () => {
    const words = await says(amara, 'what evidence is missing?');
    expect(words).toContain('Your evidence');
    expect(words).toContain('2 of 3, by the Practice Educator 1 of 2');
    expect(words).toMatch(/Feedback from children and families\W+0 of 3/);
    expect(words).toContain('Critical reflection log');
    expect(words).toContain('due Mon 23 Nov 2026');
    expect(words).toMatch(/Supervision since the start\W+0 held of \d+ due/);
  });

  it('are marked as received by the NQSW or the assessor, on a day that has come', async () => {
    const late = await press(amara, 'Mark as received', {
      item: 'critical-reflection-3m',
      receivedOn: '2026-12-02',
    });
    expect(late).toContain('Error: That day is still to come.');
    const words = await press(amara, 'Mark as received', {
      item: 'critical-reflection-3m',
      receivedOn: '2026-11-20',
    });
    expect(words).toContain('received on Friday 20 November 2026');
    expect(words).toMatch(/Critical reflection log\W+1 of 3/);
    const mark = { show: 'all', item: 'critical-reflection-3m', receivedOn: '2026-11-20' };
    await Promise.all([sends(amara, 'assess-evidence', mark), sends(marta, 'assess-evidence', mark)]);
    expect((await fileOf()).assessed).toHaveLength(3);
    for (const who of [ben, priya, helen, tom])
      expect(await sends(who, 'assess-evidence', mark)).toContain(refusal);
    const unknown = await sends(amara, 'assess-evidence', { ...mark, item: 'review-3m' });
    expect(unknown).toContain('Error: Choose the document.');
  });

  it('make the pack for a review, for the assessor and the Academy Manager', async () => {
    const words = await says(marta, 'review pack for Amara');
    expect(words).toContain('3-month review of Amara Okoro: what is there');
    expect(words).toContain('Monday 7 December 2026');
    expect(words).toContain('4 documents not there yet');
    expect(words).not.toContain('6-month review');
    expect(await says(helen, 'review pack for Amara Okoro')).toContain('4 documents not there yet');
    for (const who of [ben, owen])
      expect(await says(who, 'review pack for Amara')).not.toContain('Okoro: what');
  });
});

describe('observations that are missing late in the year', () => {
  beforeAll(() => opened('2027-06-01T09:00:00Z'));
  afterAll(() => teams.stop());

  const warning = /of (?:your|Amara Okoro’s) practice still to be held/;
  const complete = /The observations of (?:your|Amara Okoro’s) practice are complete/;
  const sendObservation = (heldOn: string) => {
    const observed = { heldOn, observer: 'assessor', statements: '', feedback: 'yes' };
    return sends(marta, 'assess-observation', { ...observed, submissionId: `form-${heldOn}` });
  };

  it('are warned of once, when three quarters of the programme are over, and no earlier', async () => {
    at('2027-06-08T07:55:00Z');
    await teams.settled();
    expect(news(amara, warning)).toEqual([]);
    at('2027-06-08T08:05:00Z');
    await teams.settled();
    expect(news(amara, warning)).toHaveLength(1);
    expect(news(marta, warning)).toHaveLength(1);
    at('2027-07-20T09:00:00Z');
    await teams.settled();
    expect(news(amara, warning)).toHaveLength(1);
    for (const who of [priya, tom, ben, helen]) expect(news(who, warning)).toEqual([]);
    expect(await says(marta, 'evidence of Amara so far')).toContain(
      '3 observations still to be held, with a quarter of the programme left.',
    );
  });

  it('are not warned of any more once they are there: the same message says so', async () => {
    for (const day of ['2027-05-10', '2027-05-11']) await sendObservation(day);
    expect(news(amara, /1 observation of your practice still to be held/)).toHaveLength(1);
    await sendObservation('2027-05-12');
    expect(news(amara, complete)).toHaveLength(1);
    expect(news(amara, warning)).toEqual([]);
  });
});

describe('a council whose nine-month review is held only if it is needed', () => {
  beforeAll(() => opened('2027-03-09T09:00:00Z', 'durham'));
  afterAll(() => teams.stop());

  it('is asked at six months, and has its date once somebody has said that it is needed', async () => {
    const early = { ...onTrack, needed: '', submissionId: 'three' };
    expect(await sends(marta, 'assess-review', early)).toContain('3-month review of Amara Okoro: recorded');
    expect(await says(marta, 'record a review for Amara')).toContain(
      'After the 6-month review: is the 9-month review needed?',
    );
    const six = { item: 'review-6m', heldOn: '2027-03-08', outcome: 'concerns', nextPlanOn: '2027-06-07' };
    const unsaid = await press(marta, 'Record this review', { ...six, needed: '' });
    expect(unsaid).toContain('Error: Say whether it is needed.');
    const words = await press(marta, 'Record this review', { ...six, needed: 'yes' });
    expect(words).toContain('The 9-month review is needed');
    expect((await fileOf()).required).toEqual(['review-9m']);
    expect(await says(amara, 'when is my next review?')).toContain('9-month review');
  });
});
