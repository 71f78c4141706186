import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AcademyInTeams, academyInTeams, amara, priya } from './academy-in-teams.ts';
import { type About, idsOf, remind } from './reminding.ts';

let teams: AcademyInTeams;
beforeEach(async () => {
  teams = await academyInTeams({ now: '2026-10-06T11:30:00Z' });
  for (const who of [amara, priya]) await teams.client.person(who).says('hello');
});
afterEach(() => teams.stop());

const fifth: About = {
  of: amara,
  item: 'reflective-supervision-5',
  dueOn: '2026-10-12',
  stage: 'before-5',
  recipient: 'reflective-supervisor',
};

/** The addresses on somebody's newest card. */
function addressesOf(who: typeof amara): readonly string[] {
  const printed = JSON.stringify(teams.client.person(who).lastCard());
  return [...printed.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url ?? '');
}

/** As a browser on this machine would fetch it: the public address stands for this port. */
async function fetched(address: string) {
  const path = address.replace('https://academy.example.org', '');
  const response = await fetch(`http://127.0.0.1:${teams.bot.port}${path}`);
  return { status: response.status, text: await response.text() };
}

const eventIn = (file: string) => {
  const [event] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  if (event === undefined) throw new Error('no event');
  return new ICAL.Event(event);
};

const fileAddress = (who: typeof amara) =>
  addressesOf(who).find((address) => address.includes('/calendar/')) ?? '';

async function pause(fromOn: string, untilOn: string | null): Promise<void> {
  const { participantId } = await idsOf(teams, amara);
  const versioned = await teams.academy.ports.files.load(participantId);
  const on = (text: string) => Temporal.PlainDate.from(text);
  const fact = {
    fact: 'pause-agreed',
    pause: { pauseId: 'pause', fromOn: on(fromOn), untilOn: untilOn === null ? null : on(untilOn) },
  } as const;
  await teams.academy.ports.files.commit(participantId, versioned?.version ?? '', [fact], teams.time.now);
}

it('a reminder opens a Teams meeting with the people, the day and an hour and a half filled in', async () => {
  await remind(teams, priya, [fifth]);
  const link = new URL(addressesOf(priya).find((address) => address.includes('meeting')) ?? '');
  expect([link.origin, link.pathname]).toEqual(['https://teams.microsoft.com', '/l/meeting/new']);
  expect(Object.fromEntries(link.searchParams)).toEqual({
    subject: 'Reflective supervision 5: Amara Okoro',
    startTime: '2026-10-12T10:00:00+01:00',
    endTime: '2026-10-12T11:30:00+01:00',
    attendees: 'amara.nqsw@example.org',
  });
});

it('the calendar file has the session as it stands, and follows it to a new date', async () => {
  await remind(teams, priya, [fifth]);
  const address = fileAddress(priya);
  expect(address).not.toMatch(/amara|supervision|priya/i);
  const before = eventIn((await fetched(address)).text);
  expect(before.summary).toBe('Reflective supervision 5: Amara Okoro');
  expect(before.startDate.toJSDate().toISOString()).toBe('2026-10-12T09:00:00.000Z');
  expect(before.endDate.toJSDate().toISOString()).toBe('2026-10-12T10:30:00.000Z');
  expect(before.description).toContain('Priya Nandakumar');
  teams.time.now = teams.time.now.add({ hours: 1 });
  await pause('2026-10-08', '2026-10-21');
  const after = eventIn((await fetched(address)).text);
  expect(after.startDate.toJSDate().toISOString()).toBe('2026-10-26T10:00:00.000Z');
  expect(after.uid).toBe(before.uid);
  expect(after.sequence).toBeGreaterThan(before.sequence);
});

it('a review is a whole day, and in the NQSW’s calendar it bears no name', async () => {
  await remind(teams, amara, [
    { of: amara, item: 'review-3m', dueOn: '2026-12-07', stage: 'before-5', recipient: 'nqsw' },
  ]);
  const event = eventIn((await fetched(fileAddress(amara))).text);
  expect(event.startDate.isDate).toBe(true);
  expect([event.summary, String(event.startDate)]).toEqual(['3-month review', '2026-12-07']);
});

it('an address is good for a fortnight, for as long as the item has a date and its reader a part in it', async () => {
  await remind(teams, priya, [fifth]);
  const address = fileAddress(priya);
  const gone = async (what: string) => {
    const { status, text } = await fetched(what);
    expect(status).toBe(404);
    expect(text).toMatch(/^This calendar link is no longer valid/);
    expect(text).not.toMatch(/Amara|supervision/);
  };
  await gone(address.replace(/.\.ics$/, '_.ics'));
  await gone('https://academy.example.org/calendar/anything.ics');
  await pause('2026-10-08', null);
  await gone(address);
  await pause('2026-10-08', '2026-10-09');
  expect((await fetched(address)).status).toBe(200);
  teams.time.now = teams.time.now.add({ hours: 24 * 14 + 1 });
  await gone(address);
});
