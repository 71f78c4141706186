import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planInputOf, yearPlan } from '../../src/academy/plan.ts';
import { saveAttendance } from '../../src/services/group-attendance.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya } from './academy-in-teams.ts';
import { chatOf, fileOf } from './reminding.ts';
import { ben, jo, marta, tom } from './roles-in-teams.ts';

const refusal = 'I cannot show or change that for you';
const closed = 'Personal supervision';

const programme = join(import.meta.dirname, '../fixtures/luton-supervision.yaml');

let teams: AcademyInTeams;
let participantId = '';

type Who = typeof amara;
const as = (who: Who) => teams.client.person(who);
const last = (who: Who) => wordsOf(as(who).lastCard());
const at = async (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
  await teams.settled();
};
const press = async (who: Who, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};
const say = async (who: Who, text: string) => {
  const answer = await as(who).says(text);
  await teams.settled();
  return answer.text === '' ? last(who) : answer.text;
};
const open = (who: Who, form: string, about = '') =>
  as(who).invokes('year-open', { v: 1, verb: 'year-open', participantId, form, about, opens: 'new' });
const entries = async (kind: string, who: Who = amara) =>
  (await fileOf(teams, who)).entries.filter(({ entry }) => entry === kind);
const itemOf = async (id: string, who: Who = amara) => {
  const { programme, calendar } = teams.academy.needs;
  const today = teams.time.now.toZonedDateTimeISO(programme.timeZone).toPlainDate();
  const plan = yearPlan(programme, calendar, planInputOf(await fileOf(teams, who)), today);
  return plan.items.find((item) => item.id === id);
};
const dueOf = async (id: string) => String((await itemOf(id))?.due);

beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-12T09:30:00Z', programme });
  for (const who of [amara, ben, priya, helen, tom, jo, marta]) await as(who).says('hello');
  await teams.settled();
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
});
afterAll(() => teams.stop());

describe('personal supervision (T2, L7)', () => {
  it('is entered by its day alone, typed by the host manager, once, and the NQSW is told', async () => {
    const form = await say(tom, 'personal supervision with Amara was on Tuesday');
    expect(form).toContain('Personal supervision with Amara Okoro');
    expect(form).toContain('Only the day is kept');
    expect(JSON.stringify(as(tom).lastCard())).toContain('2026-10-06');
    expect(await press(tom, 'Save the day', { on: '2026-10-13' })).toContain('That day is still to come');
    const [one, two] = await Promise.all([
      press(tom, 'Save the day', { on: '2026-10-06' }),
      press(tom, 'Save the day', { on: '2026-10-06' }),
    ]);
    expect([one, two].filter((words) => words.includes('held on Tuesday 6 October 2026'))).not.toHaveLength(
      0,
    );
    expect((await entries('date-held')).map((entry) => ('item' in entry ? entry.item : ''))).toEqual([
      'personal-supervision-1',
    ]);
    expect((await itemOf('personal-supervision-1'))?.status).toBe('done');
    expect(chatOf(teams, amara).filter((text) => text.includes('is recorded as held'))).toHaveLength(1);
  });

  it('is corrected by the deputy, who holds it too; what somebody else sends late is not kept', async () => {
    await open(jo, 'date-held', 'personal-supervision-1');
    await open(tom, 'date-held', 'personal-supervision-1');
    const choice = 'personal-supervision-1~again';
    expect(await press(jo, 'Save the day', { choice, on: '2026-10-08' })).toContain('Thursday 8 October');
    const late = await press(tom, 'Save the day', { choice: 'personal-supervision-1', on: '2026-10-07' });
    expect(late).toContain('Jo Whitfield entered Thursday 8 October 2026');
    expect(await entries('date-held')).toHaveLength(2);
  });

  it('shows nobody in the academy a date or a record of it', async () => {
    for (const who of [priya, marta, helen]) {
      expect((await open(who, 'date-held')).text).toContain(refusal);
      for (const text of [
        'when is Amara’s next supervision?',
        'what’s next for Amara',
        'Amara’s year',
        'what’s overdue for Amara?',
        'my NQSWs',
        'chronology of Amara',
      ])
        expect(await say(who, text)).not.toContain(closed);
    }
    expect(await say(helen, 'compliance report')).not.toContain(closed);
    expect(await say(amara, 'my chronology')).toContain('Personal supervision 1 held');
    expect(await say(tom, 'when is Amara’s next personal supervision?')).toContain('Personal supervision 2');
  });

  it('is chased from whoever holds it, and never in the academy’s channel', async () => {
    const personal = (await fileOf(teams, ben)).overdueAlerts;
    await at('2026-10-28T10:00:00Z');
    await at('2026-10-30T10:00:00Z');
    expect(
      chatOf(teams, tom).some((text) => text.includes('Personal supervision 1') && text.includes('overdue')),
    ).toBe(true);
    expect(personal.concat((await fileOf(teams, ben)).overdueAlerts).map(({ item }) => item)).not.toContain(
      'personal-supervision-1',
    );
  });
});

describe('another day for a session (P7)', () => {
  it('is asked for in so many words; the day comes back with what speaks against it', async () => {
    await at('2026-10-30T11:00:00Z');
    const form = await say(amara, 'can we move my reflective supervision on 16 November to 20 November');
    expect(form).toContain('Agree another day');
    expect(JSON.stringify(as(amara).lastCard())).toContain('2026-11-20');
    const warned = await press(amara, 'Propose this day', {
      choice: 'reflective-supervision-8',
      on: '2026-11-20',
    });
    expect(warned).toContain('The national standard would not be kept');
    expect(
      await press(amara, 'Propose this day', { choice: 'reflective-supervision-8', on: '2026-10-29' }),
    ).toContain('That day has gone by');
    expect(await entries('reschedule-proposed')).toHaveLength(0);
  });

  it('is proposed once, agreed on the other’s card, and both cards and every date follow', async () => {
    await say(amara, 'can we move my reflective supervision on 16 November to 12 November');
    const sent = { choice: 'reflective-supervision-8', on: '2026-11-12' };
    await Promise.all([press(amara, 'Propose this day', sent), press(amara, 'Propose this day', sent)]);
    expect(await entries('reschedule-proposed')).toHaveLength(1);
    const asked = 'Amara Okoro proposes Thursday 12 November 2026 instead of Monday 16 November 2026';
    expect(chatOf(teams, priya).filter((text) => text.includes(asked))).toHaveLength(1);
    expect(await dueOf('reflective-supervision-8')).toBe('2026-11-16');
    expect(await press(priya, 'Agree')).toContain('Agreed: Thursday 12 November 2026');
    expect(await dueOf('reflective-supervision-8')).toBe('2026-11-12');
    expect(await dueOf('reflective-supervision-9')).toBe('2026-11-30');
    for (const who of [amara, priya])
      expect(chatOf(teams, who).filter((text) => text.includes('Agreed: Thursday 12 November'))).toHaveLength(
        1,
      );
    expect(chatOf(teams, amara).some((text) => text.includes('Priya Nandakumar agreed'))).toBe(true);
    expect((await itemOf('reflective-supervision-8'))?.why.join(' ')).toContain(
      'Amara Okoro and Priya Nandakumar agreed on Fri 30 Oct 2026',
    );
  });

  it('is reminded of for its new day, once', { timeout: 60_000 }, async () => {
    await at('2026-11-11T10:00:00Z');
    const told = chatOf(teams, amara).filter(
      (text) => text.includes('Reflective supervision 8') && text.includes('tomorrow'),
    );
    expect(told).toHaveLength(1);
    const offered = as(priya)
      .messages()
      .flatMap(({ card }) => buttonsOf(card ?? {}));
    expect(offered.map(({ title }) => title)).toContain('Agree another day');
    await at('2026-11-13T10:00:00Z');
    expect(
      chatOf(teams, amara).some(
        (text) =>
          text.includes('Reflective supervision 8') && text.includes('16 Nov') && text.includes('tomorrow'),
      ),
    ).toBe(false);
  });

  it('can be answered with another proposal, taken back, and answered once by whoever is first', async () => {
    await open(priya, 'reschedule', 'reflective-supervision-9');
    await press(priya, 'Propose this day', { choice: 'reflective-supervision-9', on: '2026-11-26' });
    await press(amara, 'Propose this day', { on: '2026-11-27' });
    expect(chatOf(teams, priya).some((text) => text.includes('Another day has been proposed since'))).toBe(
      true,
    );
    const [agreed, back] = await Promise.all([press(priya, 'Agree'), press(amara, 'Take the proposal back')]);
    const answers = await entries('reschedule-answered');
    expect(answers).toHaveLength(2);
    const isAgreed = answers.some(
      (entry) => 'answer' in entry && entry.answer === 'agreed' && entry.at.equals(teams.time.now),
    );
    for (const words of [agreed, back])
      expect(words).toContain(isAgreed ? 'Agreed: Friday 27' : 'Taken back');
    expect(await dueOf('reflective-supervision-9')).toBe(isAgreed ? '2026-11-27' : '2026-11-30');
  });

  it('is for the two alone: not for whoever has another part in the year', async () => {
    expect((await open(helen, 'reschedule')).text).toContain(refusal);
    await open(marta, 'reschedule');
    expect(last(marta)).toContain('No session to come can be moved by you');
  });
});

describe('attendance of a group (A7, L10)', () => {
  it('is ticked for several at once by whoever leads it, and settles the nearest session of each', async () => {
    expect(await say(marta, 'record attendance at peer supervision')).toContain(
      'Peer supervision, Autumn 2026',
    );
    expect(await press(marta, 'Save attendance', { on: '2026-11-09', codes: '' })).toContain(
      'Tick whoever was there',
    );
    const inputs = { on: '2026-11-09', codes: participantId };
    const [one] = await Promise.all([
      press(marta, 'Save attendance', inputs),
      press(marta, 'Save attendance', inputs),
    ]);
    expect(one).toContain('1 person there');
    expect((await itemOf('peer-supervision-2'))?.status).toBe('done');
    // His second falls on the 23rd, and is nearer to that day than his first.
    expect((await itemOf('peer-supervision-2', ben))?.status).toBe('missed');
    expect(await entries('attendance')).toHaveLength(1);
    expect(await entries('attendance', ben)).toHaveLength(1);
    expect(chatOf(teams, ben).filter((text) => text.includes('you were not there'))).toHaveLength(1);
  });

  it('is corrected by recording the same day again', async () => {
    const both = `${participantId},${(await fileOf(teams, ben)).participant.id}`;
    await say(marta, 'record attendance at peer supervision');
    await press(marta, 'Save attendance', { on: '2026-11-09', codes: both });
    expect((await itemOf('peer-supervision-2', ben))?.status).toBe('done');
    expect(await entries('attendance')).toHaveLength(1);
  });

  it('is for whoever leads a group; of other meetings the NQSW says that they were there', async () => {
    expect((await open(amara, 'attendance')).text).toContain(refusal);
    expect(await say(priya, 'record attendance')).toContain('no group of yours');
    expect(await say(amara, 'I attended the team meeting')).toContain('Meetings you were at');
    expect(await press(amara, 'Save', { codes: 'team-meeting-9' })).toContain('you were there');
    expect((await itemOf('team-meeting-9'))?.status).toBe('done');
  });
});

describe('a session of a group at which nobody was (P4)', () => {
  const nobody = { on: '2026-12-07', codes: '' };

  it('is asked about, with what was typed, and never refused without a way on', async () => {
    await at('2026-12-08T10:00:00Z');
    expect(await say(marta, 'nobody came to peer supervision')).toContain('Tick whoever was there.');
    const asked = await press(marta, 'Save attendance', nobody);
    expect(asked).toContain('Nobody is ticked, so nothing is saved yet.');
    expect(asked).toContain('It did not take place: urgent work came first');
    expect(asked).not.toContain('Error:');
    expect(JSON.stringify(as(marta).lastCard())).toContain('"value":"2026-12-07"');
    const dated = await press(marta, 'Save attendance', { ...nobody, choice: '', to: '2026-12-14' });
    expect(dated).toContain('Error: Choose what happened.');
    const past = await press(marta, 'Save attendance', {
      ...nobody,
      choice: 'urgent-work',
      to: '2026-12-01',
    });
    expect(past).toContain('Error: That day has gone by.');
  });

  it('did not take place for any of them, who are told why and when it is to be instead', async () => {
    const said = await press(marta, 'Save attendance', {
      ...nobody,
      choice: 'urgent-work',
      to: '2026-12-14',
    });
    expect(said).toContain('Peer supervision on Monday 7 December 2026: it did not take place');
    expect(said).toContain('urgent work came first');
    for (const who of [amara, ben]) {
      const [told, more] = chatOf(teams, who).filter((text) => text.includes('did not take place'));
      expect(told).toContain('Monday 14 December 2026');
      expect(more).toBeUndefined();
      expect((await itemOf('peer-supervision-3', who))?.status).toBe('missed');
      expect((await entries('attendance', who)).at(-1)).toMatchObject({ because: 'urgent-work' });
    }
    expect(await say(amara, 'what have I missed?')).toMatch(
      /Peer supervision 3\n[^·]*· \n?missed: recorded as not held/,
    );
    expect(await say(helen, 'chronology of Amara')).toContain(
      'Peer supervision 3 did not take place (urgent work came first); rearranged to Mon 14 Dec 2026',
    );
  });

  it('is settled by the session on the other day', async () => {
    await at('2026-12-15T10:00:00Z');
    await say(marta, 'record attendance at peer supervision');
    await press(marta, 'Save attendance', { on: '2026-12-14', codes: participantId });
    expect((await itemOf('peer-supervision-3'))?.status).toBe('done');
    expect((await itemOf('peer-supervision-3', ben))?.status).toBe('missed');
    expect(
      chatOf(teams, amara).filter((text) => text.includes('Peer supervision 3: you were there')),
    ).toHaveLength(1);
  });

  it('was an absence of each where it was held and nobody came', async () => {
    await at('2027-01-12T10:00:00Z');
    await say(marta, 'record attendance at peer supervision');
    await press(marta, 'Save attendance', { on: '2027-01-11', codes: '' });
    const said = await press(marta, 'Save attendance', {
      on: '2027-01-11',
      codes: '',
      choice: 'nobody-came',
    });
    expect(said).toContain('Peer supervision on Monday 11 January 2027: nobody was there');
    expect(
      chatOf(teams, amara).filter((text) => text.includes('Peer supervision 4: you were not there')),
    ).toHaveLength(1);
    const missed = await say(ben, 'what have I missed?');
    expect(missed).toMatch(/missed: recorded as not held or not attended/);
    expect(missed).toMatch(/Peer supervision 4\n[^·]*· \n?missed: recorded as not attended/);
  });

  it('is not kept for somebody who was given to another in between', async () => {
    const { needs } = teams.academy;
    const { files, people } = teams.academy.ports;
    const person = await people.byEmail(marta.email);
    const first = (await fileOf(teams, amara)).allocations.find(({ function: of }) => of === 'assessor');
    if (person === undefined || first === undefined) throw new Error('The roster has changed.');
    const untilOn = Temporal.PlainDate.from('2027-01-11');
    let isFirst = true;
    const between: typeof needs = {
      ...needs,
      files: {
        load: files.load,
        commit: async (id, version, facts, when) => {
          if (!isFirst || id !== participantId) return files.commit(id, version, facts, when);
          isFirst = false;
          const given = { fact: 'allocated', allocation: { ...first, untilOn } } as const;
          await files.commit(id, version, [given], when);
          return 'conflict';
        },
      },
    };
    const today = Temporal.PlainDate.from('2027-01-12');
    const before = await entries('attendance');
    const code = 'peer-supervision~Autumn-2026';
    const view = await saveAttendance(
      between,
      { person, now: teams.time.now, today },
      {
        ...{ form: 'attendance', about: code, step: '', participantId: '', submissionId: 'in-between' },
        ...{ on: '2027-01-11', to: '', choice: '', codes: participantId, number: '', personId: '' },
      },
    );
    expect(JSON.stringify(view)).toContain('Not saved: somebody else leads this session for them now.');
    expect(await entries('attendance')).toEqual(before);
  });
});
