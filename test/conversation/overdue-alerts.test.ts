import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OverdueAlert } from '../../src/academy/participant-file.ts';
import { alertNotices } from '../../src/services/alert-steps.ts';
import type { Fact } from '../../src/services/ports.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, escalations, helen, priya } from './academy-in-teams.ts';
import { ben, chatOf, fileOf, idsOf, marta } from './reminding.ts';

let teams: AcademyInTeams;
beforeEach(async () => {
  teams = await academyInTeams({ now: '2026-10-06T11:30:00Z' });
  for (const who of [helen, priya, marta]) await person(who).says('hello');
});
afterEach(() => teams.stop());

const person = (who: typeof amara) => teams.client.person(who);
const choose = async () => {
  await person(helen).says('use this channel for escalations', { in: escalations });
  await teams.settled();
};
const item = 'reflective-supervision-3';
const alertId = `${item}:2026-09-28`;

/** Keeps the alert as it is to be, and owes its notices, as the worker does. */
async function keep(who: typeof amara, change: string, alter: (alert: OverdueAlert) => OverdueAlert) {
  const { participantId } = await idsOf(teams, who);
  await teams.academy.ports.openAlerts.opening(participantId, alertId);
  const versioned = await teams.academy.ports.files.load(participantId);
  if (versioned === undefined) throw new Error(participantId);
  const { file, version } = versioned;
  const dueOn = Temporal.PlainDate.from('2026-09-28');
  const opened: OverdueAlert = {
    alertId,
    item,
    dueOn,
    openedAt: teams.time.now,
    acknowledged: null,
    assigned: null,
    assignedBefore: [],
    resolved: null,
    repeatedAt: [],
  };
  const alert = alter(file.overdueAlerts.find((one) => one.alertId === alertId) ?? opened);
  const facts: Fact[] = [
    { fact: 'overdue-alert-changed', alert },
    ...alertNotices(file, { card: 'overdue-alert', alert }, change, teams.time.now, []),
  ];
  expect(await teams.academy.ports.files.commit(participantId, version, facts, teams.time.now)).toBe(
    'committed',
  );
  await teams.academy.alarms.participant(participantId, teams.time.now);
  await teams.settled();
}
const open = (who = amara) => keep(who, 'opened', (alert) => alert);

const inChannel = () =>
  teams.connector
    .standing(escalations.id)
    .map(({ card }) => card ?? {})
    .filter((card) => wordsOf(card).includes('Reflective supervision 3'));
const titlesOf = (card: Parameters<typeof buttonsOf>[0]) => buttonsOf(card).map(({ title }) => title);
const alertOf = async (who = amara) => (await fileOf(teams, who)).overdueAlerts[0];

describe('an alert about something overdue', () => {
  it('says in the channel who, what and since when, and never why', async () => {
    await choose();
    await open();
    const [card] = inChannel();
    const words = wordsOf(card ?? {});
    expect(words).toContain('Reflective supervision 3 for Amara Okoro is overdue');
    expect(words).toContain('due Mon 28 Sep 2026');
    expect(words).toContain('nothing was recorded 6 working days after the date');
    expect(words).toContain('Family Safeguarding 1');
    expect(words.split('Who takes it on')[0]).not.toMatch(/Priya|leave|sick/);
    expect(titlesOf(card ?? {})).toEqual(['Acknowledge', 'Resolve', 'Assign']);
  });

  it('is acknowledged, given to somebody and resolved there, each once, with actor and time', async () => {
    await choose();
    await open();
    for (const _ of [1, 2]) {
      const data = { v: 1, verb: 'alert-acknowledge', alertId, ...(await idsOf(teams, amara)) };
      await person(helen).invokes('alert-acknowledge', data, { in: escalations });
    }
    await person(helen).presses('Assign', {
      in: escalations,
      inputs: { to: (await idsOf(teams, priya)).personId },
    });
    await teams.settled();
    expect(chatOf(teams, priya).at(-1)).toContain('This alert has been given to you');
    expect(titlesOf(person(priya).lastCard())).toEqual([]);
    await person(helen).presses('Resolve', { in: escalations });
    await teams.settled();
    const [card, ...more] = inChannel();
    expect(more).toEqual([]);
    const words = wordsOf(card ?? {});
    expect(words).toContain('Resolved by Helen Boateng, still not recorded as held');
    expect(words.match(/acknowledged by Helen Boateng/g)).toHaveLength(1);
    expect(words).toContain('assigned to Priya Nandakumar by Helen Boateng');
    expect(titlesOf(card ?? {})).toEqual([]);
    expect(await teams.academy.ports.openAlerts.list()).toEqual([]);
    expect(wordsOf(person(priya).lastCard())).toContain('the alert is closed');
  });

  it('posted again is a message of its own, and only the newest has buttons', async () => {
    await choose();
    await open();
    const again = (await alertOf())?.openedAt.add({ hours: 2 });
    if (again === undefined) throw new Error('no alert');
    teams.time.now = again;
    await keep(amara, 'again', (alert) => ({ ...alert, repeatedAt: [again] }));
    const [first, second] = inChannel();
    expect(wordsOf(first ?? {})).toContain('please use the newer message');
    expect(titlesOf(first ?? {})).toEqual([]);
    expect(wordsOf(second ?? {})).toContain('Posted again because nobody has acknowledged it.');
    await person(helen).presses('Acknowledge', { in: escalations });
    await teams.settled();
    const words = inChannel().map(wordsOf);
    expect(words).toHaveLength(2);
    for (const each of words) expect(each).toContain('Acknowledged by Helen Boateng');
    expect(words[1]).not.toContain('Posted again because');
  });

  it('names whoever recorded the session that closes it', async () => {
    await choose();
    await open();
    const verb = 'record-supervision';
    const { participantId } = await idsOf(teams, amara);
    const themes = teams.academy.programme.supervision.themes[0]?.code ?? '';
    const answers = { minutes: '95', mode: 'remote', childFile: 'yes', templateUsed: 'yes', themes };
    const record = { ...answers, coWorkerRecorded: 'yes', heldOn: '2026-09-28', item };
    await person(priya).invokes(verb, { v: 1, verb, participantId, submissionId: 's', ...record });
    await teams.settled();
    const [card] = inChannel();
    expect((await alertOf())?.resolved?.by).toBeNull();
    expect(wordsOf(card ?? {})).toContain('recorded by Priya Nandakumar as held on Mon 28 Sep 2026, closed');
    expect(titlesOf(card ?? {})).toEqual([]);
    expect(await teams.academy.ports.openAlerts.list()).toEqual([]);
  });

  it('that nobody but an Academy Manager may act on stays as it is, whoever presses', async () => {
    await choose();
    await open();
    for (const who of [priya, amara, ben, marta]) {
      for (const verb of ['alert-acknowledge', 'alert-resolve', 'alert-assign']) {
        const data = { v: 1, verb, alertId, to: (await idsOf(teams, priya)).personId };
        const { participantId } = await idsOf(teams, amara);
        const answer = await person(who).invokes(verb, { ...data, participantId }, { in: escalations });
        expect(answer.card).toBeUndefined();
      }
    }
    expect(await alertOf()).toMatchObject({ acknowledged: null, assigned: null, resolved: null });
  });

  it('of two people with the same item and date are two: what closes one leaves the other', async () => {
    await choose();
    await open();
    // Of Benedikt, who began later, nothing is due on that day: the worker closes what should not be.
    await open(ben);
    expect(inChannel().map((card) => wordsOf(card).split('\n')[0])).toEqual([
      'Reflective supervision 3 for Amara Okoro is overdue',
      'Reflective supervision 3 for Benedikt Søgaard: the alert is closed',
    ]);
    expect((await alertOf(ben))?.resolved).not.toBeNull();
    expect((await alertOf(amara))?.resolved).toBeNull();
    const { participantId } = await idsOf(teams, amara);
    expect(await teams.academy.ports.openAlerts.list()).toEqual([{ participantId, alertId }]);
  });

  it('comes into a channel that is chosen later, beside the caseload alerts', async () => {
    await open();
    expect(chatOf(teams, helen).at(-1)).toContain('This came to you alone');
    await person(amara).says('my caseload is 16');
    await teams.settled();
    await choose();
    const words = teams.connector.standing(escalations.id).map(({ card }) => wordsOf(card ?? {}));
    expect(words.filter((each) => each.includes('Reflective supervision 3'))).toHaveLength(1);
    expect(words.filter((each) => each.includes('16 of 15 children'))).toHaveLength(1);
    const alone = chatOf(teams, helen).filter((each) => each.includes('Reflective supervision 3'));
    expect(alone).toHaveLength(1);
    expect(alone[0]).not.toContain('This came to you alone');
  });
});
