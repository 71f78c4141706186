import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya, stranger } from './academy-in-teams.ts';

const ben = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0004',
  name: 'Benedikt Søgaard',
  email: 'ben.nqsw@example.org',
};

let teams: AcademyInTeams;

/** Monday 16 November 2026, nine in the morning in London. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-11-16T09:00:00Z' });
  for (const one of [amara, ben, helen, priya]) await teams.client.person(one).says('hello');
});
afterAll(() => teams.stop());

const words = (card: Record<string, unknown> | undefined) => wordsOf(card ?? {});
const titles = (card: Record<string, unknown> | undefined) => buttonsOf(card ?? {}).map(({ title }) => title);
const move = async (to: string) => {
  teams.time.now = Temporal.Instant.from(to);
  await teams.settled();
};
const idOf = async (email: string) => (await teams.academy.ports.people.byEmail(email))?.id ?? '';
/** Messages in somebody's chat in which these words stand. */
const told = (who: Parameters<typeof teams.client.person>[0], text: string | RegExp) =>
  teams.client
    .person(who)
    .messages()
    .filter(({ card }) => new RegExp(text).test(words(card)));

describe('the Academy Manager plans a session', () => {
  it('gets a form, and the reason at the field when something is missing', async () => {
    const manager = teams.client.person(helen);
    await manager.says('action learning sets');
    expect(words(manager.lastCard())).toContain('No session is planned yet');
    const form = await manager.presses('Plan sessions');
    expect(words(form.card)).toContain('Who leads it');
    const refused = await manager.presses('Plan it', {
      inputs: { onDate: '2026-11-02', capacity: '0', place: 'Room 2.14', link: 'http://example.org' },
    });
    const said = words(refused.card);
    expect(said).toContain('Choose who leads it.');
    expect(said).toContain('This date has gone by');
    expect(said).toContain('Give the number of places, from 1 to 80');
    expect(said).toContain('https://');
    expect(JSON.stringify(refused.card)).toContain('"value":"Room 2.14"');
  });

  it('plans it once, however often the form is sent, and everybody who may come is told once', async () => {
    const manager = teams.client.person(helen);
    const inputs = {
      facilitator: await idOf(priya.email),
      onDate: '2026-12-03',
      capacity: '1',
      place: 'Room 2.14',
      link: '',
    };
    const form = manager.lastMessage();
    const planned = await manager.presses('Plan it', { inputs, on: form });
    expect(words(planned.card)).toContain('Thursday 3 December 2026, 14:00 to 15:30 (UK time)');
    await manager.presses('Plan it', { inputs, on: form });
    await teams.settled();
    for (const one of [amara, ben]) expect(told(one, 'A session is planned')).toHaveLength(1);
    expect(told(priya, 'A session is planned')).toHaveLength(0);
    expect(told(priya, 'You lead this session')).toHaveLength(1);
  });
});

describe('members book', () => {
  it('sees date, time, who leads, where and the places left, and books', async () => {
    const nqsw = teams.client.person(amara);
    await nqsw.says('what learning sets are there?');
    const list = words(nqsw.lastCard());
    for (const part of ['Thursday 3 December 2026', 'Priya Nandakumar', 'Room 2.14', '1 place left']) {
      expect(list).toContain(part);
    }
    const booked = await nqsw.presses('Book a place');
    expect(words(booked.card)).toContain('You have a place.');
    expect(words(booked.card)).toContain('Everybody else only listens');
    await nqsw.says('am I booked?');
    expect(words(nqsw.lastCard())).toContain('You have a place.');
  });

  it('by typing: a full session is said to be full, and the waiting list is offered', async () => {
    const other = teams.client.person(ben);
    await other.says('book me on the action learning set on 3 December');
    const card = words(other.lastCard());
    expect(card).toContain('There is no place left, so nothing has been booked.');
    expect(titles(other.lastCard())).toContain('Join the waiting list');
    const waits = await other.presses('Join the waiting list');
    expect(words(waits.card)).toContain('You are first on the waiting list');
  });

  it('volunteers with a topic that names nobody, of 5 to 10 minutes', async () => {
    const nqsw = teams.client.person(amara);
    await nqsw.says('I want to present at the learning set on 3 December');
    const refused = await nqsw.presses('Present this topic', {
      inputs: { topic: 'Discussed J.S., DOB 12/03/2015', minutes: '30' },
    });
    expect(words(refused.card)).toContain('This looks like a date of birth');
    expect(words(refused.card)).toContain('Give 5 to 10 whole minutes.');
    expect(JSON.stringify(refused.card)).not.toContain('12/03/2015');
    const kept = await nqsw.presses('Present this topic', {
      inputs: { topic: 'Working with parents who avoid us', minutes: '10' },
    });
    expect(words(kept.card)).toContain('You present “Working with parents who avoid us”, 10 minutes.');
  });

  it('gives the place up by typing; the first who waits is offered it, once, and takes it', async () => {
    const nqsw = teams.client.person(amara);
    await nqsw.says('cancel Thursday 3 December');
    expect(words(nqsw.lastCard())).toContain('You are not coming.');
    await teams.settled();
    const offers = told(ben, 'A place has become free');
    expect(offers).toHaveLength(1);
    expect(words(offers[0]?.card)).toContain('A place is kept for you until Tue 17 Nov 2026, 09:00');
    await teams.settled();
    expect(told(ben, 'A place has become free')).toHaveLength(1);
    const taken = await teams.client.person(ben).presses('Take the place');
    expect(words(taken.card)).toContain('You have a place.');
  });

  it('passes an offer that nobody takes to the next, and says so on the card', async () => {
    const nqsw = teams.client.person(amara);
    await nqsw.says('show me the learning sets');
    await nqsw.presses('Join the waiting list');
    await teams.client.person(ben).says('cancel my als booking on 3 December');
    await teams.settled();
    expect(told(amara, 'A place has become free')).toHaveLength(1);
    await move('2026-11-17T09:00:00Z');
    expect(told(amara, 'The time to take the place')).not.toHaveLength(0);
    const late = await nqsw.invokes('learning-set-accept', {
      v: 1,
      sessionId: (await onlySession()).id,
    });
    expect(words(late.card)).toContain('no longer kept for you');
  });
});

function sessionsOn(date: string) {
  const from = Temporal.Instant.from(`${date}T00:00:00Z`);
  return teams.academy.ports.learningSets.between(from, from.add({ hours: 24 }));
}

async function onlySession() {
  const [found] = await sessionsOn('2026-12-03');
  if (found === undefined) throw new Error('there is no session');
  return found.set;
}

describe('a session is changed', () => {
  it('asks what is to happen when fewer places are left than are taken, and drops nobody', async () => {
    const manager = teams.client.person(helen);
    await manager.says('learning sets');
    await manager.presses('Open it');
    await manager.presses('Change this session');
    await manager.presses('Save the changes', { inputs: { capacity: '2' } });
    await teams.client.person(amara).says('book me on the learning set on 3 December');
    await teams.client.person(ben).says('book me on the learning set on 3 December');
    await manager.presses('Change this session');
    const asked = await manager.presses('Save the changes', { inputs: { capacity: '1' } });
    expect(words(asked.card)).toContain('2 places are taken: 1 more than you leave');
    expect((await onlySession()).terms.capacity).toBe(2);
    const saved = await manager.presses('Save the changes', {
      inputs: { capacity: '1', whenOverbooked: 'last-wait' },
    });
    expect(words(saved.card)).toContain('1 of 1 place taken, 1 waiting.');
    await teams.settled();
    expect(told(ben, 'There are fewer places now')).toHaveLength(1);
    expect(words(told(ben, 'There are fewer places now')[0]?.card)).toContain('first on the waiting list');
  });

  it('tells everybody with a place, or waiting, of a new time once', async () => {
    const manager = teams.client.person(helen);
    await manager.presses('Change this session');
    await manager.presses('Save the changes', { inputs: { time: '15:00' } });
    await teams.settled();
    for (const one of [amara, ben]) {
      const changed = told(one, 'This session has changed');
      expect(changed).toHaveLength(1);
      expect(words(changed[0]?.card)).toContain('15:00 to 16:30 (UK time)');
    }
  });
});

describe('before and after the session', () => {
  it('reminds whoever has a place five working days and one working day before', async () => {
    await move('2026-11-26T09:00:00Z');
    expect(told(amara, 'A reminder')).toHaveLength(1);
    expect(told(ben, 'A reminder')).toHaveLength(0);
    await move('2026-12-02T09:00:00Z');
    expect(told(amara, 'A reminder')).toHaveLength(2);
  });

  it('asks whoever led it who came, and shows them what was said', async () => {
    await move('2026-12-03T16:29:00Z');
    expect(told(priya, 'who came')).toHaveLength(0);
    await move('2026-12-03T16:30:00Z');
    expect(told(priya, 'who came')).toHaveLength(1);
    const marked = await teams.client.person(priya).presses('Save attendance');
    expect(words(marked.card)).toContain('Attendance marked by Priya Nandakumar.');
    expect(words(marked.card)).toContain('Amara Okoro: came');
    await teams.settled();
    expect(told(amara, 'You came.')).not.toHaveLength(0);
  });

  it('gives the manager take-up and attendance for each cohort, and who did not come', async () => {
    const facilitator = teams.client.person(priya);
    await facilitator.presses('Correct attendance');
    const asked = await facilitator.presses('Save attendance', { inputs: { attended: '' } });
    expect(words(asked.card)).toContain('Nobody is ticked, so nothing is saved yet.');
    await facilitator.presses('Save attendance', { inputs: { attended: '', happened: 'nobody-came' } });
    const manager = teams.client.person(helen);
    await manager.says('learning sets');
    const figures = await manager.presses('Take-up and attendance');
    expect(words(figures.card)).toContain('Autumn 2026');
    expect(words(figures.card)).toContain('1 booked, 0 of 1 came, 1 waiting');
    expect(words(figures.card)).toContain('Amara Okoro: Action learning set, Thu 3 Dec 2026');
  });
});

describe('a series is cancelled, session by session', () => {
  it('plans every session of it, tells each person of a cancelled one once, and leaves the others', async () => {
    const manager = teams.client.person(helen);
    await manager.says('learning sets');
    await manager.presses('Plan sessions');
    const planned = await manager.presses('Plan it', {
      inputs: {
        facilitator: await idOf(priya.email),
        onDate: '2027-01-07',
        place: 'Online',
        link: 'https://teams.example.org/meet/1',
        howOften: '3',
        everyWeeks: '4',
      },
    });
    expect(words(planned.card)).toContain('3 sessions planned');
    expect(words(planned.card)).toContain('Thursday 4 March 2027');
    await teams.settled();
    const [announced, ...others] = told(amara, 'A series of 3 sessions is planned');
    expect(others).toEqual([]);
    const dates = ['Thu 7 Jan 2027', 'Thu 4 Feb 2027', 'Thu 4 Mar 2027'];
    expect(words(announced?.card)).toMatch(new RegExp(`All dates\\s+${dates.join('[^\\n]*\\s+')}`));
    expect(titles(announced?.card)).toContain('All sessions');
    for (const one of [amara, ben]) await teams.client.person(one).says('book me on the als on 7 January');
    await teams.client.person(amara).says('book me on the als on 4 February');
    await manager.says('learning sets');
    await manager.presses('Open it');
    await manager.presses('Cancel this session');
    await manager.presses('Cancel and tell everybody');
    await teams.settled();
    for (const one of [amara, ben, priya]) expect(told(one, 'This session is cancelled')).toHaveLength(1);
    await teams.client.person(amara).says('my bookings');
    const left = words(teams.client.person(amara).lastCard());
    expect(left).toContain('Thursday 4 February 2027');
    expect(left).not.toContain('7 January');
  });
});

describe('a session that counts for a series of the programme', () => {
  it('enrols everybody who may come, and is a held record in the file of whoever came', async () => {
    const manager = teams.client.person(helen);
    await manager.says('learning sets');
    await manager.presses('Plan sessions');
    const inputs = {
      title: 'Peer supervision',
      facilitator: await idOf(priya.email),
      onDate: '2026-12-10',
      place: 'Room 1',
      countsFor: 'peer-supervision',
      enrol: 'everybody',
      capacity: '1',
    };
    const tooFew = await manager.presses('Plan it', { inputs });
    expect(words(tooFew.card)).toContain('2 people may come');
    await manager.presses('Plan it', { inputs: { ...inputs, capacity: '6' } });
    await teams.settled();
    for (const one of [amara, ben]) {
      expect(told(one, /Peer supervision\nA session is planned\.\nThursday 10 December/)).toHaveLength(1);
    }

    await move('2026-12-10T15:30:00Z');
    const facilitator = teams.client.person(priya);
    await facilitator.presses('Save attendance', { inputs: { attended: await idOf(amara.email) } });
    await teams.settled();
    const came = await recordsOf(amara.email, 'peer-supervision');
    expect(came.map(({ item, outcome }) => [item, outcome])).toEqual([['peer-supervision-3', 'held']]);
    expect(await recordsOf(ben.email, 'peer-supervision')).toEqual([]);

    await facilitator.presses('Correct attendance');
    await facilitator.presses('Save attendance', { inputs: { attended: await idOf(ben.email) } });
    await teams.settled();
    await teams.settled();
    expect((await recordsOf(amara.email, 'peer-supervision')).map(({ outcome }) => outcome)).toEqual([
      'held',
      'did-not-happen',
    ]);
    expect((await recordsOf(ben.email, 'peer-supervision')).map(({ outcome }) => outcome)).toEqual(['held']);
  });
});

async function recordsOf(email: string, series: string) {
  const person = await teams.academy.ports.people.byEmail(email);
  const versioned = await teams.academy.ports.files.load(person?.participantId ?? '');
  return (versioned?.file.records ?? []).filter(({ item }) => item.startsWith(series));
}

describe('in the calendar', () => {
  const addressOn = (card: Record<string, unknown> | undefined) =>
    /"url":"https:\/\/academy\.example\.org(\/calendar\/[^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
  /** As a calendar that knows nothing of us reads it. */
  const opened = async (address: string) => {
    const response = await fetch(`http://127.0.0.1:${teams.bot.port}${address}`);
    const calendar = new ICAL.Component(ICAL.parse(await response.text()));
    const [event] = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    return {
      method: calendar.getFirstPropertyValue('method'),
      uid: event?.uid,
      sequence: event?.sequence ?? 0,
      status: event?.component.getFirstPropertyValue('status'),
      starts: event?.startDate.toJSDate().toISOString(),
      ends: event?.endDate.toJSDate().toISOString(),
      where: event?.location,
    };
  };

  it('is one event from booking to cancelling: made, moved and taken away', async () => {
    const nqsw = teams.client.person(amara);
    await nqsw.says('book me on the als on 4 March');
    const address = addressOn(nqsw.lastCard());
    const made = await opened(address);
    expect(made).toMatchObject({
      method: 'PUBLISH',
      status: 'CONFIRMED',
      starts: '2027-03-04T14:00:00.000Z',
      ends: '2027-03-04T15:30:00.000Z',
      where: 'Online',
    });

    const manager = teams.client.person(helen);
    teams.time.now = teams.time.now.add({ minutes: 1 });
    await manager.says('learning sets');
    const march = (await sessionsOn('2027-03-04'))[0]?.set.id ?? '';
    await manager.invokes(
      'learning-set-lead',
      { v: 1, sessionId: march },
      { replyToId: manager.lastMessage().activityId },
    );
    await manager.presses('Change this session');
    await manager.presses('Save the changes', { inputs: { onDate: '2027-03-11', time: '10:00' } });
    const moved = await opened(address);
    expect(moved.uid).toBe(made.uid);
    expect(moved.sequence).toBeGreaterThan(made.sequence);
    expect(moved).toMatchObject({ status: 'CONFIRMED', starts: '2027-03-11T10:00:00.000Z' });

    teams.time.now = teams.time.now.add({ minutes: 1 });
    await manager.presses('Cancel this session');
    await manager.presses('Cancel and tell everybody');
    const gone = await opened(address);
    expect(gone.uid).toBe(made.uid);
    expect(gone.sequence).toBeGreaterThan(moved.sequence);
    expect(gone).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
  });

  it('is nobody else’s: whoever never had a place gets no file', async () => {
    const { sessionId } = { sessionId: (await onlySession()).id };
    const until = teams.time.now.add({ hours: 24 });
    const personId = await idOf('jo.deputy@example.org');
    const target = { kind: 'learning-set', sessionId, personId } as const;
    const address = await teams.academy.ports.calendarLinks.to(target, until);
    const path = address?.replace('https://academy.example.org', '') ?? '';
    expect((await fetch(`http://127.0.0.1:${teams.bot.port}${path}`)).status).toBe(404);
  });
});

describe('nobody else', () => {
  it.each([
    ['learning-set-plan-open', {}],
    ['learning-set-cancel-open', {}],
    ['learning-set-cancel', {}],
    ['learning-set-lead', {}],
    ['learning-set-attendance-open', {}],
    ['learning-set-attendance', { attended: '', apologies: '' }],
    ['learning-set-figures', {}],
  ])('may press %s as a member, whether the session exists or not', async (verb, more) => {
    const sessionId = (await onlySession()).id;
    const mine = await teams.client.person(amara).invokes(verb, { v: 1, sessionId, ...more });
    const none = await teams.client.person(amara).invokes(verb, { v: 1, sessionId: 'no-such', ...more });
    expect(mine.text).toContain('I cannot show or change that for you');
    expect(none.text).toBe(mine.text);
  });

  it('who is on no roster sees anything of it', async () => {
    const person = teams.client.person(stranger);
    await person.says('learning sets');
    expect(words(person.lastCard())).toContain('I do not know you yet');
  });
});
