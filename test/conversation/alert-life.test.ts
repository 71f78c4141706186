import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/card-reading.ts';
import {
  type AcademyInTeams,
  academyInTeams,
  amara,
  escalations,
  helen,
  lutonQuiet,
  priya,
} from './academy-in-teams.ts';

const marta = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0004',
  name: 'Marta Kowalczyk',
  email: 'marta.educator@example.org',
};
const elsewhere = { id: '19:elsewhere@thread.tacv2', name: 'Elsewhere', teamId: '19:other@thread.tacv2' };

let teams: AcademyInTeams;
beforeEach(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z' });
});
afterEach(() => teams.stop());

const person = (who: typeof amara) => teams.client.person(who);
const choose = (channel: typeof escalations) =>
  person(helen).says('use this channel for escalations', { in: channel });

async function reports(count: number): Promise<void> {
  await person(amara).says(`my caseload is ${count}`);
  await teams.settled();
}

/** The alerts that stand in a conversation, oldest first. */
const alertsIn = (conversationId: string) =>
  teams.connector
    .standing(conversationId)
    .map(({ card }) => wordsOf(card ?? {}))
    .filter((words) => words.includes('of 15 children'));

async function theAlert() {
  const participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
  const versioned = await teams.academy.ports.files.load(participantId);
  return { participantId, alertId: versioned?.file.alerts.at(-1)?.alertId ?? '' };
}

const idOf = async ({ email }: { readonly email: string }) =>
  (await teams.academy.ports.people.byEmail(email))?.id ?? '';

async function assign(to: string) {
  const data = { v: 1, verb: 'alert-assign', ...(await theAlert()), to };
  const answer = await person(helen).invokes('alert-assign', data, { in: escalations });
  await teams.settled();
  return answer;
}

describe('an alert', () => {
  it('reaches a manager who did not have the app yet, on the day that they first write', async () => {
    await reports(16);
    await person(helen).says('hello');
    await teams.settled();
    expect(alertsIn(person(helen).conversationId)).toHaveLength(1);
  });

  it('loses the words “came to you alone” when a channel is chosen, and stands in both places', async () => {
    await person(helen).says('hello');
    await reports(16);
    expect(alertsIn(person(helen).conversationId)[0]).toContain('This came to you alone');
    await choose(escalations);
    await teams.settled();
    expect(alertsIn(escalations.id)).toHaveLength(1);
    expect(alertsIn(person(helen).conversationId)[0]).not.toContain('This came to you alone');
  });

  it('is not forgotten when an old form is sent once more, whose answer stays true', async () => {
    const form = { v: 1, verb: 'caseload-report', submissionId: 'old', count: '10' };
    const about = { ...form, participantId: (await theAlert()).participantId };
    await person(amara).invokes('caseload-report', about);
    await reports(16);
    const again = await person(amara).invokes('caseload-report', about);
    expect(wordsOf(again.card ?? {})).not.toContain('still over the limit');
    await choose(escalations);
    await teams.settled();
    expect(alertsIn(escalations.id)).toHaveLength(1);
  });

  it('that a manager resolves while the caseload is high is followed by a new one only for a higher count', async () => {
    await choose(escalations);
    await reports(16);
    await person(helen).invokes(
      'alert-resolve',
      { v: 1, verb: 'alert-resolve', ...(await theAlert()) },
      { in: escalations },
    );
    await reports(16);
    expect(alertsIn(escalations.id)).toHaveLength(1);
    await reports(18);
    const [first, second, ...more] = alertsIn(escalations.id);
    expect(first).toContain('Resolved by Helen Boateng, still over the limit');
    expect(second).toContain('18 of 15 children');
    expect(more).toEqual([]);
  });

  it('is not posted again for somebody who has left, and says why it is closed', async () => {
    await choose(escalations);
    await reports(16);
    await person(helen).says('Amara has left');
    const leaving = { inputs: { on: '2026-10-05', choice: 'agency-work' } };
    await person(helen).presses('Show what that moves', leaving);
    await person(helen).presses('They leave on this day');
    for (const day of ['08', '12', '20']) {
      teams.time.now = Temporal.Instant.from(`2026-10-${day}T09:00:00Z`);
      await teams.settled();
    }
    const [alert, ...more] = alertsIn(escalations.id);
    expect(alert).toContain('caseload alert is closed');
    expect(alert).toContain('no longer on the programme, closed');
    expect(alert).not.toContain('posted again');
    expect(more).toEqual([]);
  });

  it('is closed on the morning after somebody’s last day although it has been acknowledged', async () => {
    await teams.stop();
    teams = await academyInTeams({ now: '2026-10-05T09:00:00Z', programme: lutonQuiet });
    await choose(escalations);
    await reports(16);
    const acknowledged = { v: 1, verb: 'alert-acknowledge', ...(await theAlert()) };
    await person(helen).invokes('alert-acknowledge', acknowledged, { in: escalations });
    await person(helen).says('Amara has left');
    const leaving = { inputs: { on: '2026-10-05', choice: 'agency-work' } };
    await person(helen).presses('Show what that moves', leaving);
    await person(helen).presses('They leave on this day');
    await teams.settled();
    expect(alertsIn(escalations.id)[0]).not.toContain('closed');
    teams.time.now = Temporal.Instant.from('2026-10-06T09:00:00Z');
    await teams.settled();
    expect(alertsIn(escalations.id)[0]).toContain('no longer on the programme, closed');
  });

  it('goes to the manager alone while the app is out of the channel, says why, and is up to date there again', async () => {
    await person(helen).says('hello');
    await person(helen).installs('add', { in: escalations });
    await choose(escalations);
    await reports(16);
    await person(helen).removes('remove', { in: escalations });
    await reports(17);
    expect(alertsIn(person(helen).conversationId)[0]).toContain('the app is no longer in the channel');
    await person(helen).installs('add', { in: escalations });
    await teams.settled();
    expect(alertsIn(escalations.id)).toEqual([expect.stringContaining('17 of 15 children')]);
  });

  it('is brought up to date in a channel that is chosen again', async () => {
    await choose(escalations);
    await reports(16);
    await choose(elsewhere);
    await person(helen).removes('remove', { in: escalations });
    await reports(17);
    await choose(escalations);
    await teams.settled();
    expect(alertsIn(escalations.id)).toEqual([expect.stringContaining('17 of 15 children')]);
    expect(alertsIn(elsewhere.id)).toEqual([expect.stringContaining('17 of 15 children')]);
  });

  it('is taken off the card of whoever it is given on from, and goes to nobody who is not on the list', async () => {
    for (const who of [priya, marta]) await person(who).says('hello');
    await choose(escalations);
    await reports(16);
    await assign(await idOf(priya));
    expect(wordsOf(person(priya).lastCard())).toContain('This alert has been given to you');
    await assign(await idOf(marta));
    expect(wordsOf(person(marta).lastCard())).toContain('This alert has been given to you');
    expect(wordsOf(person(priya).lastCard())).toContain('no longer with you');
    expect(alertsIn(person(priya).conversationId)).toEqual([]);
    const refused = await assign(await idOf({ email: 'ben.nqsw@example.org' }));
    expect(wordsOf(refused.card ?? {})).toContain('Choose a person from the list');
    expect(wordsOf(refused.card ?? {})).toContain('Assigned to Marta Kowalczyk');
  });
});

it('tells the manager who heard of a disagreement that the session has been recorded anew', async () => {
  for (const who of [amara, helen]) await person(who).says('hello');
  const participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
  const record = (submissionId: string) => {
    const verb = 'record-supervision';
    const themes = teams.academy.programme.supervision.themes[0]?.code ?? '';
    const answers = { minutes: '95', mode: 'remote', childFile: 'yes', templateUsed: 'yes' };
    const data = { ...answers, themes, coWorkerRecorded: 'yes', heldOn: '2026-10-05' };
    const item = 'reflective-supervision-4';
    return person(priya).invokes(verb, { v: 1, verb, participantId, submissionId, item, ...data });
  };
  await record('first');
  await teams.settled();
  await person(amara).presses('Not right', { inputs: { reason: 'wrong-date' } });
  await teams.settled();
  expect(wordsOf(person(helen).lastCard())).toContain('the record stands until a new one is sent');
  await record('second');
  await teams.settled();
  expect(wordsOf(person(helen).lastCard())).toContain('A later record of this session has been sent since');
});
