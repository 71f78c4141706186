/** What people see of a session when somebody else has changed it, or acts on a card that is older than the session. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/academy/plan.ts';
import { submitAttendance } from '../../src/services/attend-learning-set.ts';
import { takeEnrolmentStep } from '../../src/services/manage-enrolment.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { ben, owen } from './roles-in-teams.ts';

let teams: AcademyInTeams;

/** Monday 16 November 2026, nine in the morning in London. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-11-16T09:00:00Z', programme: lutonQuiet });
  for (const one of [amara, ben, helen, owen, priya]) await teams.client.person(one).says('hello');
});
afterAll(() => teams.stop());

const words = (card: Record<string, unknown> | undefined) => wordsOf(card ?? {});
const titles = (card: Record<string, unknown> | undefined) => buttonsOf(card ?? {}).map(({ title }) => title);
const idOf = async (email: string) => (await teams.academy.ports.people.byEmail(email))?.id ?? '';
const told = (who: Parameters<typeof teams.client.person>[0], text: string) =>
  teams.client
    .person(who)
    .messages()
    .filter(({ card }) => words(card).includes(text));

async function sessions() {
  const from = Temporal.Instant.from('2026-11-16T00:00:00Z');
  const found = await teams.academy.ports.learningSets.between(from, from.add({ hours: 24 * 366 }));
  return found.map(({ set }) => set);
}

describe('a long series', () => {
  it('that is sent again with other answers shows what was planned, not what was not', async () => {
    const manager = teams.client.person(helen);
    await manager.says('learning sets');
    await manager.presses('Plan sessions');
    const form = manager.lastMessage();
    const inputs = {
      facilitator: await idOf(priya.email),
      onDate: '2026-12-03',
      place: 'Room 2.14',
      howOften: '10',
      everyWeeks: '2',
    };
    await manager.presses('Plan it', { inputs, on: form });
    const again = await manager.presses('Plan it', {
      inputs: { ...inputs, onDate: '2026-12-10', place: 'Room 9' },
      on: form,
    });
    expect(words(again.card)).toContain('Thursday 3 December 2026');
    expect(words(again.card)).not.toContain('10 December');
    expect((await sessions()).map(({ terms }) => terms.place)).toEqual(Array(10).fill('Room 2.14'));
    await teams.settled();
  });

  it('is longer than its list: the manager reaches a later session by its date', async () => {
    const manager = teams.client.person(helen);
    await manager.says('learning sets');
    expect(words(manager.lastCard())).toContain('… and 2 more. To see one of them, ask for its date.');
    expect(words(manager.lastCard())).not.toContain('8 April 2027');
    await manager.says('learning sets on 8 April 2027');
    expect(words(manager.lastCard())).toContain('1 session on Thursday 8 April 2027.');
    const opened = await manager.presses('Open it');
    expect(words(opened.card)).toContain('Thursday 8 April 2027, 14:00 to 15:30');
  });
});

describe('a booking that was meant otherwise', () => {
  it('for a day without one, the others are shown', async () => {
    const nqsw = teams.client.person(amara);
    await nqsw.says('book me on the learning set on 3 December');
    await nqsw.says('cancel Thursday');
    const card = words(nqsw.lastCard());
    expect(card).toContain('no place and wait for none on Thursday 19 November 2026. This is what you have.');
    expect(card).toContain('Thursday 3 December 2026');
  });
});

describe('somebody else leads', () => {
  it('tells whoever led it, whose card offers nothing any more, and whoever leads it now', async () => {
    const manager = teams.client.person(helen);
    expect(words(told(priya, 'Led by')[0]?.card)).toContain('Priya Nandakumar');
    await manager.says('learning sets on 3 December');
    await manager.presses('Open it');
    await manager.presses('Change this session');
    await manager.presses('Save the changes', { inputs: { facilitator: await idOf(owen.email) } });
    await teams.settled();
    expect(told(priya, 'Somebody else leads this session now.')).toHaveLength(1);
    const cards = told(priya, 'Thursday 3 December 2026');
    expect(cards).toHaveLength(2);
    for (const { card } of cards) {
      expect(words(card)).toContain('Owen Prys');
      expect(titles(card)).toEqual(['My bookings']);
      expect(words(card)).not.toContain('Put it in my calendar');
    }
    const [changed] = told(owen, 'This session has changed');
    expect(titles(changed?.card)).toEqual(['My bookings']);
    expect(words(changed?.card)).toContain('Put it in my calendar');
  });
});

describe('attendance that the manager has marked', () => {
  it('stands on the facilitator’s card too, so that the form there cannot undo it', async () => {
    await teams.client.person(ben).says('book me on the learning set on 3 December');
    teams.time.now = Temporal.Instant.from('2026-12-03T15:30:00Z');
    await teams.settled();
    expect(told(owen, 'who came?')).toHaveLength(1);
    const manager = teams.client.person(helen);
    await manager.says('learning sets on 3 December');
    await manager.presses('Open it');
    await manager.presses('Mark attendance');
    await manager.presses('Save attendance', { inputs: { attended: await idOf(amara.email) } });
    await teams.settled();
    expect(told(owen, 'who came?')).toEqual([]);
    const [marked] = told(owen, 'Attendance marked by Helen Boateng.');
    expect(words(marked?.card)).toContain('Benedikt Søgaard: did not come');
    expect(titles(marked?.card)).toContain('Correct attendance');
    const [came] = told(amara, 'You came.');
    expect(words(came?.card)).not.toContain('How we work');
  });
});

describe('somebody who has left the programme', () => {
  it('is invited to no session any more, and keeps the place that they had until they give it up', async () => {
    const nqsw = teams.client.person(amara);
    await nqsw.says('book me on the learning set on 17 December');
    expect(words(nqsw.lastCard())).toContain('You have a place.');
    const person = await teams.academy.ports.people.byEmail(amara.email);
    const today = Temporal.PlainDate.from('2026-12-03');
    const step = { step: 'leave', on: today, reason: 'other-council' } as const;
    const { academy } = teams;
    const needs = { ...academy, ...academy.ports, calendar: calendarOf(academy.programme) };
    const by = { kind: 'command-line', now: teams.time.now, today } as const;
    const left = await takeEnrolmentStep(needs, by, person?.participantId ?? '', step);
    expect(left.ok).toBe(true);
    teams.time.now = Temporal.Instant.from('2026-12-07T10:00:00Z');
    await nqsw.says('learning sets');
    expect(words(nqsw.lastCard())).toContain('1 session to come');
    expect(words(nqsw.lastCard())).toContain('Thursday 17 December 2026');
    const [, later] = (await sessions()).filter(
      ({ terms }) => Temporal.Instant.compare(terms.startsAt, teams.time.now) > 0,
    );
    const refused = await nqsw.invokes('learning-set-book', { v: 1, sessionId: later?.id ?? '' });
    expect(refused.text).toContain('I cannot show or change that for you');
  });
});

describe('two who change one session at once', () => {
  it('are one change: the second is told what is new, and keeps what they typed', async () => {
    const manager = teams.client.person(helen);
    await manager.says('learning sets on 14 January 2027');
    await manager.presses('Open it');
    await manager.presses('Change this session');
    const form = manager.lastMessage();
    const saved = await manager.presses('Save the changes', { inputs: { time: '15:00' }, on: form });
    expect(words(saved.card)).toContain('Saved.');
    const again = await manager.presses('Save the changes', { inputs: { time: '15:00' }, on: form });
    expect(words(again.card)).toContain('Thursday 14 January 2027, 15:00');
    const second = await manager.presses('Save the changes', { inputs: { place: 'Room 9' }, on: form });
    const asked = words(second.card);
    expect(asked).toContain('Helen Boateng changed this session after you opened the form.');
    expect(asked).toContain('Starts at: 15:00 (was 14:00).');
    expect(JSON.stringify(second.card)).toContain('"value":"Room 9"');
    expect(JSON.stringify(second.card)).toContain('"value":"15:00"');
    const both = await manager.presses('Save the changes', { inputs: { place: 'Room 9' } });
    expect(words(both.card)).toContain('Room 9');
    const set = (await sessions()).find(({ terms }) => terms.place === 'Room 9');
    expect(String(set?.terms.startsAt)).toBe('2027-01-14T15:00:00Z');
  });
});

describe('a session to which nobody came', () => {
  const at = Temporal.Instant.from('2026-12-17T15:30:00Z');

  it('did not take place: it is nobody’s absence, and whoever planned it can plan it again', async () => {
    await teams.client.person(ben).says('book me on the learning set on 17 December');
    teams.time.now = at;
    await teams.settled();
    const facilitator = teams.client.person(priya);
    const asked = await facilitator.presses('Save attendance', { inputs: { attended: '' } });
    expect(words(asked.card)).toContain('If nobody was there: what happened?');
    const said = await facilitator.presses('Save attendance', {
      inputs: { attended: '', happened: 'urgent-work' },
    });
    expect(words(said.card)).toContain('It did not take place: urgent work came first.');
    expect(titles(said.card)).not.toContain('Plan it again');
    await teams.settled();
    expect(told(ben, 'It did not take place: urgent work came first.')).not.toHaveLength(0);
    const manager = teams.client.person(helen);
    expect(told(helen, 'Priya Nandakumar said so.')).toHaveLength(1);
    const form = await manager.presses('Plan it again');
    expect(words(form.card)).toContain('Plan sessions');
    expect(JSON.stringify(form.card)).toContain('"value":"Room 2.14"');
    await manager.says('learning sets');
    const figures = words((await manager.presses('Take-up and attendance')).card);
    expect(figures).toContain('1 session did not take place.');
    expect(figures).not.toContain('Thu 17 Dec 2026');
  });

  it('is not marked by somebody who was taken off it in between', async () => {
    const { needs } = teams.academy;
    const { learningSets, people } = teams.academy.ports;
    const [set] = (await sessions()).filter(({ marked }) => marked?.notHeld !== undefined);
    const person = await people.byEmail(priya.email);
    if (set === undefined || person === undefined) throw new Error('There is no such session.');
    let isFirst = true;
    const between: typeof needs = {
      ...needs,
      learningSets: {
        ...learningSets,
        commit: async (before, after, facts, when) => {
          if (!isFirst || before === null) return learningSets.commit(before, after, facts, when);
          isFirst = false;
          const facilitator = { personId: await idOf(owen.email), name: 'Owen Prys' };
          const handed = { ...before.set, terms: { ...before.set.terms, facilitator } };
          await learningSets.commit(before, handed, { ...facts, notices: [] }, when);
          return 'conflict';
        },
      },
    };
    const asker = { person, now: at, today: Temporal.PlainDate.from('2026-12-17') };
    const sent = { sessionId: set.id, attended: await idOf(ben.email), apologies: '', happened: '' };
    const reply = await submitAttendance(between, asker, sent);
    expect(JSON.stringify(reply)).toContain('I cannot show or change that for you');
    expect((await learningSets.load(set.id))?.set.marked).toEqual(set.marked);
  });
});
