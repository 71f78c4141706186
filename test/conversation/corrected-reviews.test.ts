import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewsIn } from '../../src/academy/assessment.ts';
import { planInputOf, yearPlan } from '../../src/academy/plan.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';
import { chatOf, fileOf } from './reminding.ts';
import { ben, marta, owen, ruth, tom } from './roles-in-teams.ts';

/* Durham, whose nine-month review is held only if the six-month record says so (A1, A2, L13, D1). Amara began on 7 September 2026. */

const refusal = 'I cannot show or change that for you';
let teams: AcademyInTeams;
let participantId = '';

type Who = typeof amara;
const as = (who: Who) => teams.client.person(who);
const at = (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
};
const says = async (who: Who, text: string) => {
  await as(who).says(text);
  return wordsOf(as(who).lastCard());
};
const press = async (who: Who, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};
const sends = async (who: Who, verb: string, data: Json) => {
  const answer = await as(who).invokes(verb, { v: 1, verb, participantId, ...data });
  await teams.settled();
  return answer.card === undefined ? (answer.text ?? '') : wordsOf(answer.card);
};
const news = (who: Who, pattern: RegExp) => chatOf(teams, who).filter((text) => pattern.test(text));
const reviews = async () => (await fileOf(teams, amara)).assessed.filter(({ entry }) => entry === 'review');
const sixth = async () =>
  reviewsIn((await fileOf(teams, amara)).assessed).filter(({ item }) => item === 'review-6m');
const lastIdOf = async (item: string) =>
  reviewsIn((await fileOf(teams, amara)).assessed).findLast((one) => one.item === item)?.entryId ?? '';
const lastId = async () => (await reviews()).at(-1)?.entryId ?? '';
const itemOf = async (id: string) => {
  const { programme, calendar } = teams.academy.needs;
  const today = teams.time.now.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const input = planInputOf(await fileOf(teams, amara), programme.timeZone);
  return yearPlan(programme, calendar, input, today).items.find((item) => item.id === id);
};
const held = (item: string, heldOn: string, more: Json = {}): Json => ({
  item,
  heldOn,
  outcome: 'on-track',
  nextPlanOn: '2027-06-07',
  additionalOn: '',
  needed: '',
  submissionId: `record-${item}`,
  ...more,
});
const correction = (of: string, more: Json): Json => ({
  of,
  heldOn: '2027-03-08',
  outcome: 'on-track',
  nextPlanOn: '2027-06-07',
  additionalOn: '',
  needed: 'no',
  because: 'entered-wrongly',
  ...more,
});

beforeAll(async () => {
  teams = await academyInTeams({ now: '2027-03-09T10:00:00Z', programme: 'durham' });
  for (const who of [amara, priya, helen, tom, ruth, marta, ben, owen]) await as(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
  await sends(marta, 'assess-review', held('review-3m', '2026-12-10'));
});
afterAll(() => teams.stop());

describe('the day of a review that was entered wrongly', () => {
  it('is corrected on a form that is filled in with what stands, and asks why', async () => {
    expect((await itemOf('review-3m'))?.heldOn?.toString()).toBe('2026-12-10');
    const form = await says(marta, 'correct the three month review of Amara');
    expect(form).toContain('Correct the 3-month review of Amara Okoro');
    expect(form).toContain('held on Thursday 10 December 2026: on track');
    expect(JSON.stringify(as(marta).lastCard())).toContain('"value":"2026-12-10"');
    const inputs = { heldOn: '2026-12-07', outcome: 'on-track', nextPlanOn: '2027-06-07', additionalOn: '' };
    const refused = await press(marta, 'Save the correction', { ...inputs, because: '' });
    expect(refused).toContain('Error: Choose why it is corrected.');
    expect(JSON.stringify(as(marta).lastCard())).toContain('"value":"2026-12-07"');
    const saved = await press(marta, 'Save the correction', { ...inputs, because: 'entered-wrongly' });
    expect(saved).toContain('3-month review of Amara Okoro: corrected');
    expect(saved).toContain('Monday 7 December 2026; before: Thursday 10 December 2026');
    expect(saved).toContain('It was entered wrongly');
    expect(saved).toContain('First recorded');
  });

  it('moves what rests on it, and both stand in the chronology', async () => {
    expect((await itemOf('review-3m'))?.heldOn?.toString()).toBe('2026-12-07');
    expect(await says(marta, 'what evidence is missing for Amara')).toContain(
      'Supervision since the review on Mon 7 Dec 2026',
    );
    const lines = await says(helen, 'chronology of Amara');
    expect(lines).toContain('3-month review held: on track (corrected: it was entered wrongly)');
    expect(lines).toMatch(/Thu 10 Dec 2026: 3-month review held: on track\n.*\nReplaced by a later record/);
  });

  it('is told to the NQSW and to whoever was told of the first, whose message says so too', async () => {
    expect(news(amara, /Your 3-month review has been corrected(?! since)/)).toHaveLength(1);
    expect(news(helen, /3-month review of Amara Okoro: corrected(?! since)/)).toHaveLength(1);
    for (const who of [amara, helen]) {
      expect(
        news(who, /3-month review .*corrected since[\s\S]*Marta Kowalczyk corrected it on/),
      ).toHaveLength(1);
      expect(news(who, /3-month review (of Amara Okoro: |has been )recorded/)).toEqual([]);
    }
    for (const who of [priya, tom, ruth, ben, owen]) expect(news(who, /corrected/)).toEqual([]);
  });
});

describe('an unsatisfactory review that was none', () => {
  it('is found by what went wrong, among the reviews that are recorded', async () => {
    const six = { outcome: 'unsatisfactory', additionalOn: '2027-04-12', needed: 'yes' };
    expect(await sends(marta, 'assess-review', held('review-6m', '2027-03-08', six))).toContain(
      'A concern has been opened',
    );
    expect((await itemOf('review-additional-1'))?.due?.toString()).toBe('2027-04-12');
    expect((await itemOf('review-9m'))?.due?.toString()).toBe('2027-06-07');
    await says(marta, 'open concerns');
    expect(JSON.stringify(as(marta).lastCard())).toContain('A concern about Amara Okoro');
    await says(marta, 'what evidence is missing for Amara');
    expect(await press(marta, 'Correct a review')).toContain(
      'Which review of Amara Okoro is to be corrected?',
    );
    const asked = await says(marta, 'I entered the wrong outcome for Amara’s review');
    expect(asked).toContain('Which review of Amara Okoro is to be corrected?');
    expect(buttonsOf(as(marta).lastCard()).map(({ title }) => title)).toEqual([
      '6-month review, held 8 Mar',
      '3-month review, held 7 Dec',
    ]);
  });

  it('leaves its concern with those whom it is with, withdraws an additional review nobody has acted on', async () => {
    await press(marta, '6-month review, held 8 Mar');
    const saved = await press(marta, 'Save the correction', {
      heldOn: '2027-03-08',
      outcome: 'on-track',
      nextPlanOn: '2027-06-07',
      additionalOn: '2027-04-12',
      needed: 'no',
      because: 'report-differs',
    });
    expect(saved).toContain('On track; before: Unsatisfactory');
    expect(saved).toContain('none; before: Monday 12 April 2027');
    expect(saved).toContain('No; before: Yes');
    expect(saved).toContain('The concern that was opened with it stays open');
    expect(saved).toContain('The additional review is withdrawn');
    expect(saved).toContain('The 9-month review is not needed: it has no date.');
    expect(await itemOf('review-additional-1')).toBeUndefined();
    expect(await itemOf('review-9m')).toBeUndefined();
    expect(await says(amara, 'when is my next review?')).toContain('12-month review');
    const { concernSteps, required } = await fileOf(teams, amara);
    expect(required).toEqual([]);
    expect(concernSteps.map(({ step }) => step)).toEqual(['raise', 'review-corrected']);
    for (const who of [priya, amara]) {
      expect(news(who, /the review behind it was corrected, and no longer asks for it, Marta/)).not.toEqual(
        [],
      );
    }
    expect(news(priya, /Its review\ncorrected, and no longer asks for it/)).not.toEqual([]);
    expect(news(priya, /[Uu]nsatisfactory|[Oo]n track/)).toEqual([]);
  });

  it('is one effect when two correct it at once, and both are told the truth', async () => {
    const of = await lastId();
    const more = { outcome: 'unsatisfactory', additionalOn: '2027-04-13' };
    const answers = await Promise.all([
      sends(helen, 'assess-correction', correction(of, { ...more, submissionId: 'by-helen' })),
      sends(helen, 'assess-correction', correction(of, { ...more, submissionId: 'by-helen' })),
      sends(marta, 'assess-correction', correction(of, { outcome: 'concerns', submissionId: 'by-marta' })),
    ]);
    expect(await reviews()).toHaveLength(5);
    const kept = answers.filter((words) => words.includes('6-month review of Amara Okoro: corrected'));
    const asked = answers.filter((words) => words.includes('while your form was open'));
    expect([kept.length, asked.length].toSorted().join()).toMatch(/^1,2$/);
    for (const words of asked) expect(words).toContain('Correct the 6-month review of Amara Okoro');
  });

  it('keeps what was typed for somebody whose form was open, who can save it then', async () => {
    const of = await lastId();
    const more = {
      outcome: 'unsatisfactory',
      nextPlanOn: '2027-06-08',
      additionalOn: '2027-04-13',
      because: 'moderation',
    };
    await sends(helen, 'assess-correction', correction(of, { ...more, submissionId: 'helen-2' }));
    const stale = correction(of, {
      outcome: 'concerns',
      because: 'after-discussion',
      submissionId: 'marta-2',
    });
    const words = await sends(marta, 'assess-correction', stale);
    expect(words).toContain('Helen Boateng corrected this review on Tue 9 Mar 2027');
    expect(words).toContain('held on Monday 8 March 2027: unsatisfactory');
    expect((await fileOf(teams, amara)).assessed.at(-1)).toMatchObject({ outcome: 'unsatisfactory' });
    const same = correction(of, { ...more, submissionId: 'marta-3' });
    expect(await sends(marta, 'assess-correction', same)).toContain('It says so already: Helen Boateng');
  });

  it('rests on its concern again, which is not opened twice, and has its additional review again', async () => {
    const { concernSteps } = await fileOf(teams, amara);
    expect(concernSteps.filter(({ step }) => step === 'raise')).toHaveLength(1);
    expect(concernSteps.at(-1)).toMatchObject({ step: 'review-corrected', restsOnIt: true });
    expect((await itemOf('review-additional-1'))?.due?.toString()).toBe('2027-04-13');
    expect(news(priya, /the review behind it was corrected, and asks for it again/)).not.toEqual([]);
  });

  it('is corrected by nobody else, and what is not there by nobody, in the same words', async () => {
    const count = (await reviews()).length;
    const sent = correction(await lastId(), { submissionId: 'forged' });
    for (const who of [amara, ben, priya, tom, ruth, owen]) {
      expect(await sends(who, 'assess-correction', sent)).toContain(refusal);
      expect(await sends(who, 'assess-correction-open', { of: sent.of ?? '' })).toContain(refusal);
    }
    expect(await sends(marta, 'assess-correction', { ...sent, of: 'nothing' })).toContain(refusal);
    expect(await sends(marta, 'assess-correction', { ...sent, participantId: 'p-nobody' })).toContain(
      refusal,
    );
    expect(await reviews()).toHaveLength(count);
    expect(await says(amara, 'my 3 month review was recorded wrong, please correct it')).toContain(
      'Whoever leads the review corrects it',
    );
  });

  it('keeps an additional review whose day has come', async () => {
    at('2027-04-14T09:00:00Z');
    const of = await lastId();
    const moved = { outcome: 'unsatisfactory', additionalOn: '2027-05-10', submissionId: 'too-late' };
    expect(await sends(marta, 'assess-correction', correction(of, moved))).toContain(
      'Error: The additional review has begun',
    );
    const saved = await sends(marta, 'assess-correction', correction(of, { submissionId: 'away' }));
    expect(saved).toContain('The additional review stays in the plan, because it had begun.');
    expect((await itemOf('review-additional-1'))?.status).toBe('overdue');
  });
});

describe('a review on which a recommendation rests', () => {
  it('keeps its outcome, and its days can be corrected', async () => {
    await sends(marta, 'assess-review', held('review-additional-1', '2027-04-13'));
    await sends(marta, 'assess-review', held('review-12m', '2027-04-13', { nextPlanOn: '' }));
    const first = (await sixth())[0]?.entryId ?? '';
    const step = { to: '', on: '', outcome: 'pass', anonymised: 'yes' };
    expect(await sends(marta, 'assess-final', { ...step, step: 'recommend', seen: 0 })).toContain('panel');
    const form = await sends(marta, 'assess-correction-open', { of: first });
    expect(form).toContain('The recommendation to the panel rests on this outcome');
    expect(form).not.toContain('If unsatisfactory');
    const standing = (await sixth()).at(-1)?.entryId ?? '';
    const refused = await sends(
      marta,
      'assess-correction',
      correction(standing, { outcome: 'concerns', submissionId: 'late-1' }),
    );
    expect(refused).toContain('the panel decides, please talk to the');
    const days = { heldOn: '2027-03-05', outcome: '', needed: '', submissionId: 'late-2' };
    const saved = await sends(marta, 'assess-correction', correction(standing, days));
    expect(saved).toContain('Friday 5 March 2027; before: Monday 8 March 2027');
    expect((await fileOf(teams, amara)).assessed.at(-1)).toMatchObject({ outcome: 'on-track' });
    const last = await lastIdOf('review-12m');
    const final = { heldOn: '2027-04-12', nextPlanOn: '', outcome: '', needed: '', submissionId: 'late-3' };
    await sends(marta, 'assess-correction', correction(last, final));
    for (const who of [amara, helen]) {
      expect(news(who, /[Ff]inal assessment/).join()).toContain('Monday 12 April 2027: on track');
    }
    await sends(helen, 'assess-final', { ...step, step: 'decide', seen: 1 });
    expect(await sends(helen, 'assess-correction-open', { of: await lastId() })).toContain(
      'The panel has decided, and its decision rests on this outcome',
    );
  });
});
