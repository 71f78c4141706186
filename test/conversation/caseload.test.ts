import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../../src/academy/year-entry.ts';
import { buttonsOf, untouchedInputs, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { fileOf } from './reminding.ts';
import { ben, jo, marta, owen, ruth, tom } from './roles-in-teams.ts';

const refusal = 'I cannot show or change that for you';

let teams: AcademyInTeams;
const ids = new Map<string, string>();
const idOf = (who: typeof amara) => ids.get(who.email) ?? '';

const as = (who: typeof amara) => teams.client.person(who);
const pressed = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const { card, text } = await as(who).presses(title, { inputs });
  return card === undefined ? text : wordsOf(card);
};
/** Everything that stands in somebody's chat and says this. */
const standing = (who: typeof amara, words: string) =>
  as(who)
    .messages()
    .map(({ card }) => card ?? {})
    .filter((card) => wordsOf(card).includes(words));
const until = async (now: string) => {
  teams.time.now = Temporal.Instant.from(now);
  await teams.settled();
};
const confirmed = async (who: typeof amara) =>
  entriesOf((await fileOf(teams, who)).entries, 'caseload-confirmed').map(
    ({ month, reported, counted, byName }) => `${month}: ${reported} reported, ${counted} by ${byName}`,
  );

/** Monday 26 October 2026, ten in the morning; the month is asked about on Monday 2 November. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-26T10:00:00Z', programme: lutonQuiet });
  for (const who of [amara, priya, helen, tom, ruth, marta, ben, owen, jo]) {
    await as(who).says('hello');
    ids.set(who.email, (await teams.academy.ports.people.byEmail(who.email))?.participantId ?? '');
  }
});
afterAll(() => teams.stop());

describe('a caseload of which nobody has given a number', () => {
  it('cannot be confirmed yet', async () => {
    await as(tom).says("confirm Ben's caseload");
    expect(wordsOf(as(tom).lastCard())).toContain('Benedikt Søgaard has not reported a caseload yet');
  });
});

describe('a caseload by kind of work (Q10)', () => {
  it('is asked for beside the number, and comes back with the reason at the kind with which there are too many', async () => {
    await as(amara).says('report my caseload');
    expect(wordsOf(as(amara).lastCard())).toContain('Child sexual exploitation');
    const answer = await as(amara).presses('Report caseload', {
      inputs: { count: '5', 'kind-housing': '4', 'kind-neglect': '2' },
    });
    const words = wordsOf(answer.card ?? {});
    expect(words).toContain('Error: By kind these are 6, and 5 in all. Count each child once.');
    expect(untouchedInputs(answer.card ?? {})).toMatchObject({
      count: '5',
      'kind-housing': '4',
      'kind-neglect': '2',
      'kind-immigration': '',
    });
    expect((await fileOf(teams, amara)).caseloads).toEqual([]);
  });

  it('takes whole numbers alone, and says so at each field', async () => {
    const words = await pressed(amara, 'Report caseload', {
      count: '-1',
      'kind-housing': '2.5',
      'kind-neglect': 'two',
    });
    expect(words.split('Error: Give a whole number from 0 to 200.')).toHaveLength(4);
    expect((await fileOf(teams, amara)).caseloads).toEqual([]);
  });

  it('is kept with the number, once for a form, and only the kinds that the council has', async () => {
    const card = as(amara).lastMessage();
    const inputs = { count: '14', 'kind-housing': '4', 'kind-neglect': '6', 'kind-nonsense': '1' };
    const first = await as(amara).presses('Report caseload', { inputs, on: card });
    expect(wordsOf(first.card ?? {})).toContain('4 housing, 6 neglect');
    await as(amara).presses('Report caseload', { inputs, on: card });
    const { caseloads } = await fileOf(teams, amara);
    expect(caseloads.map(({ count, categories }) => ({ count, categories }))).toEqual([
      {
        count: 14,
        categories: [
          { code: 'housing', count: 4 },
          { code: 'neglect', count: 6 },
        ],
      },
    ]);
  });

  it('stands in the chronology, and in a file to keep without its small numbers (L26)', async () => {
    await as(priya).invokes('chronology-open', { v: 1, participantId: idOf(amara), earlier: '' });
    const card = as(priya).lastCard();
    expect(wordsOf(card)).toContain('Caseload reported: 14 children; by kind of work: 4 housing, 6 neglect');
    const [, path] = /academy\.example\.org(\/[^"]+\.csv)"/.exec(JSON.stringify(card)) ?? [];
    const csv = await (await fetch(`http://127.0.0.1:${teams.bot.port}${path}`)).text();
    expect(csv).toContain('by kind of work: fewer than 5 housing, 6 neglect');
    expect(csv).not.toContain('4 housing');
  });

  it('shows the Academy Manager each, all of them together, and four weeks against the limit (M6)', async () => {
    await as(ben).says('my caseload is 7');
    await as(helen).says('compliance report');
    const words = await pressed(helen, 'Caseloads');
    for (const part of [
      'By kind: 4 housing, 6 neglect',
      'Complex work of everybody',
      'As 1 of 2 have said',
      'Average caseload over four weeks, in children',
      'Autumn 2026: 10.5 children on average (2 of 2 reported); the limit is 15',
    ]) {
      expect(words).toContain(part);
    }
    expect(JSON.stringify(as(helen).lastCard())).toContain('"Chart.Line"');
  });
});

describe('the question of the month to the host manager (T6)', () => {
  it('comes on its day at the hour of reminders, in one message for everybody of theirs, and to nobody else', async () => {
    await until('2026-11-02T08:59:00Z');
    expect(standing(tom, 'Are these caseloads right?')).toEqual([]);
    await until('2026-11-02T09:00:00Z');
    const [card, ...more] = standing(tom, 'Are these caseloads right? November 2026');
    expect(more).toEqual([]);
    expect(wordsOf(card ?? {})).toContain('Amara Okoro: 14 children, reported on Mon 26 Oct 2026');
    expect(wordsOf(card ?? {})).toContain('Benedikt Søgaard: 7 children');
    for (const who of [amara, priya, helen, ruth, marta, jo, owen]) {
      expect(standing(who, 'caseloads right?'), who.name).toEqual([]);
    }
  });

  it('is answered once, however often and by whatever number of forms it is pressed', async () => {
    const reportId = (await fileOf(teams, ben)).caseloads[0]?.reportId ?? '';
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        as(tom).invokes('year-save', {
          v: 1,
          participantId: idOf(ben),
          submissionId: `form-${n % 6}`,
          form: 'confirm-caseload',
          about: reportId,
          step: n % 2 === 0 ? 'matches' : 'differs',
          number: '9',
        }),
      ),
    );
    expect(await confirmed(ben)).toHaveLength(1);
    const [stands] = await confirmed(ben);
    expect(answers.every(({ card }) => /confirmed|you have 9|saved already/.test(wordsOf(card ?? {})))).toBe(
      true,
    );
    expect(stands).toMatch(/^2026-11: 7 reported, (7|9) by Tom Adeyemi$/);
    await teams.settled();
  });

  it('wants to be looked at again when another number has come meanwhile', async () => {
    await as(tom).presses('Look at Amara’s');
    expect(wordsOf(as(tom).lastCard())).toContain('Yes, 14 is right');
    await as(amara).says('my caseload is 13');
    const words = await pressed(tom, 'Yes, 14 is right');
    expect(words).toContain('Another number has been reported since you were asked');
    expect(words).toContain('Yes, 13 is right');
    expect(await confirmed(amara)).toEqual([]);
  });

  it('comes back with what was typed where that is no number', async () => {
    const answer = await as(tom).presses('My number differs', { inputs: { number: '11.5' } });
    expect(wordsOf(answer.card ?? {})).toContain('Error: Give a whole number from 0 to 200.');
    expect(untouchedInputs(answer.card ?? {})).toMatchObject({ number: '11.5' });
  });

  it('tells the NQSW and the Senior Practitioner of another number, and shows it to the Academy Manager', async () => {
    expect(await pressed(tom, 'My number differs', { number: '11' })).toContain(
      'Amara Okoro reported 13, you have 11',
    );
    await teams.settled();
    expect(await confirmed(amara)).toEqual(['2026-11: 13 reported, 11 by Tom Adeyemi']);
    const numbers = 'reported 13 children; Tom Adeyemi (Team Manager) has 11.';
    expect(standing(amara, `You ${numbers}`)).toHaveLength(1);
    expect(standing(priya, `Amara Okoro ${numbers}`)).toHaveLength(1);
    for (const who of [helen, ruth, marta, jo, owen]) expect(standing(who, numbers), who.name).toEqual([]);
    await as(helen).says('compliance report');
    const board = await pressed(helen, 'Caseloads');
    expect(board).toContain('the Team Manager has another number.');
    expect(board).toContain('The Team Manager has another number: 11 (Mon 2 Nov 2026)');
    const [list] = standing(tom, 'You have answered for everybody');
    expect(wordsOf(list ?? {})).toContain('Amara Okoro: 11 instead of 13 (Tom Adeyemi');
    expect(buttonsOf(list ?? {})).toEqual([]);
  });

  it('is settled by the next number, in the message that told of it', async () => {
    await as(priya).presses('Correct this number');
    await pressed(priya, 'Report caseload', { count: '11' });
    await teams.settled();
    for (const who of [amara, priya]) {
      expect(standing(who, 'Please look at it together'), who.name).toEqual([]);
      expect(standing(who, '11 was reported on Mon 2 Nov 2026'), who.name).toHaveLength(1);
    }
    await as(helen).says('compliance report');
    expect(await pressed(helen, 'Caseloads')).not.toContain('11 (Mon 2 Nov 2026)');
  });

  it('refuses whoever does not host the NQSW in the words for nobody at all', async () => {
    const send = { v: 1, form: 'confirm-caseload', submissionId: 's', about: 'x', step: 'matches' };
    for (const who of [amara, priya, helen, ruth, marta, jo, owen]) {
      const answer = await as(who).invokes('year-save', { ...send, participantId: idOf(amara) });
      expect(answer.text, who.name).toContain(refusal);
    }
    expect((await as(tom).invokes('year-save', { ...send, participantId: 'p-nobody' })).text).toContain(
      refusal,
    );
  });

  it('lapses with the next month’s, and then says what was not answered', async () => {
    await until('2026-12-01T09:00:00Z');
    const [before] = standing(tom, 'Caseloads of November 2026');
    expect(wordsOf(before ?? {})).toContain('A later month is asked about by now.');
    expect(buttonsOf(before ?? {})).toEqual([]);
    expect(standing(tom, 'Are these caseloads right? December 2026')).toHaveLength(1);
    await as(tom).says("confirm Amara's caseload");
    expect(wordsOf(as(tom).lastCard())).toContain('Is this Amara Okoro’s caseload?');
    await until('2027-01-04T09:00:00Z');
    const [unanswered] = standing(tom, 'Caseloads of December 2026');
    expect(wordsOf(unanswered ?? {})).toContain('Amara Okoro: not answered');
    expect(standing(tom, 'Are these caseloads right? January 2027')).toHaveLength(1);
  });
});
