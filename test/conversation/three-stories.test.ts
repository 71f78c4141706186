import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import {
  type AcademyInTeams,
  academyInTeams,
  amara,
  escalations,
  helen,
  priya,
  stranger,
} from './academy-in-teams.ts';

const recordInputs = {
  item: 'reflective-supervision-4',
  heldOn: '2026-10-05',
  minutes: '95',
  mode: 'face-to-face',
  childFile: 'yes',
  templateUsed: 'yes',
  coWorkerRecorded: 'yes',
};

let teams: AcademyInTeams;

/** Monday 5 October 2026, ten in the morning in London. Amara began on 7 September. */
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z' });
});
afterAll(() => teams.stop());

const firstTheme = () => teams.academy.programme.supervision.themes[0]?.code ?? '';

describe('an NQSW asks when the next review is', () => {
  it('gets which, the weekday and date, the days left, who leads it, what comes before it, and why', async () => {
    const person = teams.client.person(amara);
    await person.says('hi, wens my next review??');
    const words = wordsOf(person.lastCard());
    expect(words).toContain('3-month review');
    expect(words).toContain('Monday 7 December 2026');
    expect(words).toContain('in 63 days');
    expect(words).toContain('Marta Kowalczyk');
    expect(words).toContain('Reflective supervision 4');
    expect(words).toContain('Start Mon 7 Sep 2026 + 3 months = Mon 7 Dec 2026');
    expect(JSON.stringify(person.lastCard())).toContain('"title":"Why this date?"');
  });

  it.each([
    ['when is my next supervision', 'Your next supervision'],
    ["what's next", 'What’s next for you'],
    ['help', 'What I can do for you'],
    ['who is my practice educator?', 'The people around you'],
  ])('answers “%s” with its card', async (text, heading) => {
    const person = teams.client.person(amara);
    await person.says(text);
    expect(wordsOf(person.lastCard())).toContain(heading);
  });

  it('answers a button as it answers the words on it', async () => {
    const person = teams.client.person(amara);
    await person.says('help');
    await person.presses('When is my next review?');
    expect(wordsOf(person.lastCard())).toContain('3-month review');
  });

  it('says nothing of anybody else, in the same words whoever it is', async () => {
    const person = teams.client.person(amara);
    const known = await person.says("when is Ben's next review?");
    const unknown = await person.says("when is Zebedee's next review?");
    expect(known.text).toContain('I cannot show or change that for you');
    expect(unknown.text).toBe(known.text);
  });

  it('lets the Academy Manager ask for any NQSW by name, and nobody else whom they do not support', async () => {
    const manager = teams.client.person(helen);
    await manager.says("when is Benedikt's next review?");
    expect(wordsOf(manager.lastCard())).toContain('Benedikt Søgaard’s next review');
    const sp = await teams.client.person(priya).says("when is Benedikt's next review?");
    expect(sp.text).toContain('I cannot show or change that for you');
  });

  it('names people to talk to when somebody of the staff struggles, too', async () => {
    const sp = teams.client.person(priya);
    await sp.says("I can't cope any more");
    expect(wordsOf(sp.lastCard())).toContain('Helen Boateng');
  });

  it('gives somebody who is on no roster no data, and says whom to ask', async () => {
    const person = teams.client.person(stranger);
    await person.says('when is my next review?');
    const words = wordsOf(person.lastCard());
    expect(words).toContain('I do not know you yet');
    expect(words).toContain('Academy Manager');
    expect(words).not.toContain('review');
  });
});

describe('a Senior Practitioner records a supervision', () => {
  it('gets the form for whom they support, keeps what was typed when something is missing, and records once', async () => {
    const sp = teams.client.person(priya);
    const nqsw = teams.client.person(amara);
    await sp.says('record supervision');
    const form = wordsOf(sp.lastCard());
    expect(form).toContain('Amara Okoro');
    expect(form).toContain('Reflective supervision 4');

    const refused = await sp.presses('Record supervision', { inputs: { ...recordInputs, themes: '' } });
    expect(wordsOf(refused.card ?? {})).toContain('Choose at least one theme');
    expect(JSON.stringify(refused.card)).toContain('"value":"2026-10-05"');

    const inputs = {
      ...recordInputs,
      themes: firstTheme(),
      action1What: 'Book on court skills training',
      action1Owner: 'nqsw',
      action1Due: '2026-11-02',
    };
    const kept = await sp.presses('Record supervision', { inputs });
    expect(wordsOf(kept.card ?? {})).toContain('Waiting for Amara Okoro to agree');
    await teams.settled();
    const asked = wordsOf(nqsw.lastCard());
    expect(asked).toContain('Priya Nandakumar has recorded this session with you');
    expect(asked).toContain('Book on court skills training');

    const participantId = (await teams.academy.ports.people.byEntraId(amara.entraId))?.participantId ?? '';
    const file = await teams.academy.ports.files.load(participantId);
    expect(file?.file.records).toHaveLength(1);
    expect(
      nqsw.messages().filter(({ card }) => wordsOf(card ?? {}).includes('has recorded this session')),
    ).toHaveLength(1);
  });

  it('hears of a disagreement on the same card, and so does the Academy Manager', async () => {
    const [sp, nqsw, manager] = [priya, amara, helen].map((who) => teams.client.person(who));
    if (sp === undefined || nqsw === undefined || manager === undefined) throw new Error('three people');
    await manager.says('hello');
    const unsaid = await nqsw.presses('Not right');
    expect(wordsOf(unsaid.card ?? {})).toContain('Choose what is not right');
    const said = await nqsw.presses('Not right', { inputs: { reason: 'wrong-length' } });
    expect(wordsOf(said.card ?? {})).toContain('The length is wrong');
    expect(buttonsOf(said.card ?? {}).map(({ title }) => title)).toEqual(['What’s next', 'My year']);
    await teams.settled();
    const recorded = sp
      .messages()
      .find(({ card }) => wordsOf(card ?? {}).includes('Recorded: Reflective supervision 4'));
    expect(wordsOf(recorded?.card ?? {})).toContain('it is not right');
    expect(wordsOf(manager.lastCard())).toContain('Amara Okoro does not agree with a supervision record');
  });

  it('records it again, and the NQSW agrees', async () => {
    const [sp, nqsw] = [priya, amara].map((who) => teams.client.person(who));
    if (sp === undefined || nqsw === undefined) throw new Error('two people');
    await sp.says('record supervision for Amara');
    expect(wordsOf(sp.lastCard())).toContain('not agreed, record it again');
    const inputs = { ...recordInputs, minutes: '60', themes: firstTheme() };
    await sp.presses('Record supervision', { inputs });
    await teams.settled();
    expect(wordsOf(nqsw.lastCard())).toContain('60 minutes (less than the 90 expected)');
    await nqsw.presses('Agree');
    await nqsw.invokes('confirm-agree', { v: 1, verb: 'confirm-agree', participantId: 'x', recordId: 'y' });
    await teams.settled();
    const cards = sp.messages().map(({ card }) => wordsOf(card ?? {}));
    expect(cards.filter((words) => words.includes('Amara Okoro agreed on Mon 5 Oct 2026'))).toHaveLength(1);
  });

  it('says that a session did not happen, and the NQSW is told the new date', async () => {
    const [sp, nqsw] = [priya, amara].map((who) => teams.client.person(who));
    if (sp === undefined || nqsw === undefined) throw new Error('two people');
    await sp.says('record supervision');
    const opened = await sp.presses('It did not happen');
    expect(wordsOf(opened.card ?? {})).toContain('did not happen');
    const save = buttonsOf(opened.card ?? {}).find(({ verb }) => verb === 'record-not-happened')?.title ?? '';
    const bad = await sp.presses(save, { inputs: { reason: 'urgent-work', rearrangedOn: '2026-10-01' } });
    expect(wordsOf(bad.card ?? {})).toContain('has gone by');
    const sunday = await sp.presses(save, { inputs: { reason: 'urgent-work', rearrangedOn: '2026-10-11' } });
    expect(wordsOf(sunday.card ?? {})).toContain('is not a working day');
    expect(wordsOf(sunday.card ?? {})).not.toContain('Reflective supervision 5');
    const kept = await sp.presses(save, { inputs: { reason: 'urgent-work', rearrangedOn: '2026-10-08' } });
    expect(wordsOf(kept.card ?? {})).toContain('counts as missed until it is held');
    await teams.settled();
    expect(wordsOf(nqsw.lastCard())).toContain('Thursday 8 October 2026');
  });
});

describe('a caseload over the limit', () => {
  it('alerts the manager alone while no channel is chosen, and says so', async () => {
    const [nqsw, manager] = [amara, helen].map((who) => teams.client.person(who));
    if (nqsw === undefined || manager === undefined) throw new Error('two people');
    await nqsw.says('my caseload is 16');
    expect(wordsOf(nqsw.lastCard())).toContain('over the limit');
    await teams.settled();
    const words = wordsOf(manager.lastCard());
    expect(words).toContain('16 of 15 children');
    expect(words).toContain('no channel has been chosen');
  });

  it('comes to the channel that the manager chooses, once, and is updated in place by 17 and by 15', async () => {
    const [nqsw, manager] = [amara, helen].map((who) => teams.client.person(who));
    if (nqsw === undefined || manager === undefined) throw new Error('two people');
    const channel = teams.client.channel(escalations);
    const refused = await nqsw.says('use this channel for escalations', { in: channel });
    expect(refused.text).toContain('I cannot show or change that for you');
    await manager.says('<at>Academy Assistant</at> use this channel for escalations', { in: channel });
    await teams.settled();
    const alerts = () =>
      teams.connector.taken.filter(
        ({ method, card }) => method === 'POST' && wordsOf(card ?? {}).includes('of 15 children'),
      );
    const inChannel = () =>
      alerts().filter(({ conversationId }) => conversationId.startsWith(escalations.id));
    expect(inChannel()).toHaveLength(1);
    const thread = inChannel()[0]?.conversationId ?? '';
    const standing = () => wordsOf(teams.connector.standing(thread).at(-1)?.card ?? {});
    expect(standing()).toContain('16 of 15 children');

    await nqsw.says('my caseload is 17');
    await teams.settled();
    expect(standing()).toContain('17 of 15 children');

    const notYours = await nqsw.presses('Acknowledge', { in: { ...channel, id: thread } });
    expect(notYours.text).toContain('I cannot show or change that for you');
    await manager.presses('Acknowledge', { in: { ...channel, id: thread } });
    await teams.settled();
    expect(standing()).toContain('acknowledged by Helen Boateng');

    const priyaId = (await teams.academy.ports.people.byEmail(priya.email))?.id ?? '';
    await manager.presses('Assign', { in: { ...channel, id: thread }, inputs: { to: priyaId } });
    await teams.settled();
    expect(standing()).toContain('Assigned to Priya Nandakumar');
    expect(wordsOf(teams.client.person(priya).lastCard())).toContain('given to you');

    await nqsw.says('my caseload is 15');
    await teams.settled();
    expect(standing()).toContain('Resolved');
    expect(inChannel()).toHaveLength(1);

    await nqsw.says('caseload now 18');
    await teams.settled();
    expect(inChannel()).toHaveLength(2);
  });
});

it('writes ids and verbs into the log, never a name, an address or a text', () => {
  const log = teams.logLines.join('');
  expect(teams.logLines.length).toBeGreaterThan(3);
  expect(log).not.toMatch(/Amara|Okoro|Priya|Helen|example\.org|caseload is|court skills/i);
});
