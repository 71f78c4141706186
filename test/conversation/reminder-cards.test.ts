import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya, stranger } from './academy-in-teams.ts';
import { type About, ben, chatOf, fileOf, idsOf, marta, refresh, remind } from './reminding.ts';

let teams: AcademyInTeams;
beforeEach(async () => {
  // A Tuesday past noon, when nothing is sent by itself: reflective supervision 5 is due on Monday the 12th.
  teams = await academyInTeams({ now: '2026-10-06T11:30:00Z' });
  for (const who of [amara, priya]) await person(who).says('hello');
});
afterEach(() => teams.stop());

const person = (who: typeof amara) => teams.client.person(who);
const titlesOf = (card: Json) => buttonsOf(card).map(({ title }) => title);

const fifth: About = {
  of: amara,
  item: 'reflective-supervision-5',
  dueOn: '2026-10-12',
  stage: 'before-5',
  recipient: 'reflective-supervisor',
};
const fourth: About = {
  of: amara,
  item: 'reflective-supervision-4',
  dueOn: '2026-10-05',
  stage: 'overdue-1',
  recipient: 'reflective-supervisor',
};

async function dataOf(about: About, moment: string) {
  const { participantId } = await idsOf(teams, about.of);
  return { v: 1, moment, participantId, item: about.item, dueOn: about.dueOn };
}

async function puts(who: typeof amara, about: About, moment: string, choice: string, date = '') {
  const verb = 'reminder-snooze';
  return person(who).invokes(verb, { verb, ...(await dataOf(about, moment)), choice, date });
}

describe('a reminder', () => {
  it('says what, when, with whom, and offers what can be done before the date', async () => {
    await remind(teams, priya, [fifth]);
    const words = wordsOf(person(priya).lastCard());
    expect(words).toContain('Reflective supervision 5 for Amara Okoro is due in 6 days');
    expect(words).toContain('Monday 12 October 2026');
    expect(words).toContain('4 working days to go.');
    expect(titlesOf(person(priya).lastCard())).toEqual([
      'Agree another day',
      'Record it',
      'Remind me then',
      'What’s next',
      'Change how I am reminded',
    ]);
    expect(words).toContain('Why this date?');
  });

  it('gives an overdue session its two answers, which open forms below and leave the reminder standing', async () => {
    const { moment } = await remind(teams, priya, [fourth]);
    const standing = person(priya).lastMessage();
    expect(titlesOf(standing.card ?? {})).toEqual([
      'Record it',
      'It did not happen',
      'What’s next',
      'Change how I am reminded',
    ]);
    await person(priya).presses('It did not happen', { on: standing });
    expect(wordsOf(person(priya).lastCard())).toContain(
      'Reflective supervision 4 – due Mon 5 Oct 2026, overdue',
    );
    await person(priya).presses('Record it', { on: standing });
    const inputs = { childFile: 'yes', templateUsed: 'yes', coWorkerRecorded: 'yes', heldOn: '2026-10-05' };
    const themes = teams.academy.programme.supervision.themes[0]?.code ?? '';
    await person(priya).presses('Record supervision', { inputs: { ...inputs, themes } });
    await teams.settled();
    await refresh(teams, priya, moment);
    const [reminder] = person(priya)
      .messages()
      .filter(({ activityId }) => activityId === standing.activityId);
    expect(wordsOf(reminder?.card ?? {})).toContain('Reflective supervision 4 for Amara Okoro is done');
    expect(wordsOf(reminder?.card ?? {})).toContain('recorded by Priya Nandakumar');
    expect(titlesOf(reminder?.card ?? {})).not.toContain('Record it');
  });

  it('asks the NQSW to ask, and gives them nothing to record', async () => {
    await remind(teams, amara, [{ ...fourth, recipient: 'nqsw' }]);
    const words = wordsOf(person(amara).lastCard());
    expect(words).toContain('Reflective supervision 4 is overdue');
    expect(words).toContain('please ask the Senior Practitioner to record it');
    expect(titlesOf(person(amara).lastCard())).toEqual(['What’s next', 'Change how I am reminded']);
  });

  it('is not sent when it comes so late that a later stage of the same date says it all', async () => {
    teams.time.now = Temporal.Instant.from('2026-10-09T11:30:00Z');
    await teams.settled();
    const before = chatOf(teams, priya).length;
    await remind(teams, priya, [fifth]);
    expect(chatOf(teams, priya)).toHaveLength(before);
    teams.time.now = Temporal.Instant.from('2026-10-09T11:31:00Z');
    await remind(teams, priya, [{ ...fifth, stage: 'before-1' }]);
    expect(chatOf(teams, priya)).toHaveLength(before + 1);
  });

  it('is not sent when what it asks for was recorded, moved or put off before its moment', async () => {
    const before = chatOf(teams, priya).length;
    const { participantId } = await idsOf(teams, amara);
    const verb = 'record-supervision';
    const themes = teams.academy.programme.supervision.themes[0]?.code ?? '';
    const answers = { minutes: '95', mode: 'remote', childFile: 'yes', templateUsed: 'yes', themes };
    const record = { ...answers, coWorkerRecorded: 'yes', heldOn: '2026-10-05', item: fourth.item };
    await person(priya).invokes(verb, { v: 1, verb, participantId, submissionId: 's', ...record });
    await puts(priya, fifth, teams.time.now.toString(), 'date', '2026-10-09');
    await teams.settled();
    await remind(teams, priya, [fourth, fifth, { ...fifth, dueOn: '2026-10-13' }]);
    expect(chatOf(teams, priya).filter((words) => words.includes('reminders of'))).toEqual([]);
    expect(chatOf(teams, priya).slice(before).join()).not.toContain('is due');
  });

  it('strikes the old date when a pause has moved it', async () => {
    const { moment } = await remind(teams, priya, [fifth]);
    const { participantId } = await idsOf(teams, amara);
    const versioned = await teams.academy.ports.files.load(participantId);
    const on = (text: string) => Temporal.PlainDate.from(text);
    const pause = { pauseId: 'pause', fromOn: on('2026-10-08'), untilOn: on('2026-10-14') };
    await teams.academy.ports.files.commit(
      participantId,
      versioned?.version ?? '',
      [{ fact: 'pause-agreed', pause }],
      teams.time.now,
    );
    const stale = await puts(priya, fifth, moment, 'tomorrow');
    expect(wordsOf(stale.card ?? {})).toContain('Reflective supervision 5 for Amara Okoro has moved');
    expect(JSON.stringify(stale.card)).toContain('"text":"Mon 12 Oct 2026","strikethrough":true');
    expect(wordsOf(stale.card ?? {})).toContain('Monday 19 October 2026');
    expect((await fileOf(teams, amara)).snoozes).toEqual([]);
  });

  it('leaves out whoever is somebody else’s, and shows nothing of it any more once they have gone', async () => {
    const { moment } = await remind(teams, priya, [fifth]);
    const before = chatOf(teams, priya).length;
    await remind(teams, marta, [fifth]);
    expect(chatOf(teams, marta)).toEqual([]);
    const { participantId } = await idsOf(teams, amara);
    const versioned = await teams.academy.ports.files.load(participantId);
    const supervisor = versioned?.file.allocations.find((one) => one.function === 'reflective-supervisor');
    expect(supervisor?.name).toBe('Priya Nandakumar');
    teams.time.now = teams.time.now.add({ hours: 1 });
    await endAllocation(participantId, supervisor?.fromOn.toString() ?? '');
    await refresh(teams, priya, moment);
    expect(chatOf(teams, priya)).toHaveLength(before);
    expect(chatOf(teams, priya).at(-1)).toContain('These reminders are no longer yours');
    expect(chatOf(teams, priya).at(-1)).not.toContain('Amara');
  });
});

/** As an import does it: the allocation has ended on the day before today. */
async function endAllocation(participantId: string, fromOn: string): Promise<void> {
  const { tables } = teams.academy.storage;
  const rowKey = `file-allocation~reflective-supervisor~${fromOn}`;
  const row = await tables.get('participants', participantId, rowKey);
  if (row === undefined) throw new Error(rowKey);
  const body = { ...(row.body as object), untilOn: '2026-10-05' };
  await tables.put('participants', { ...row, body });
}

describe('several reminders of one moment', () => {
  const third: About = {
    of: ben,
    item: 'reflective-supervision-3',
    dueOn: '2026-10-12',
    stage: 'before-5',
    recipient: 'host-manager',
  };
  const both: readonly About[] = [fifth, fourth];

  it('are one message, what is overdue first, and unfold one at a time', async () => {
    const { moment } = await remind(teams, priya, both);
    const words = wordsOf(person(priya).lastCard());
    expect(words).toContain('2 reminders of Tue 6 Oct 2026');
    expect(words.indexOf('supervision 4')).toBeLessThan(words.indexOf('supervision 5'));
    expect(titlesOf(person(priya).lastCard()).filter((title) => title === 'Choose what to do')).toHaveLength(
      2,
    );
    const pressed = await person(priya).presses('Choose what to do');
    expect(titlesOf(pressed.card ?? {})).toEqual([
      'Record it',
      'It did not happen',
      'Choose what to do',
      'What’s next',
      'Change how I am reminded',
    ]);
    const verb = 'reminder-choose';
    const other = await person(priya).invokes(verb, { verb, ...(await dataOf(fifth, moment)) });
    expect(titlesOf(other.card ?? {}).filter((title) => title === 'Choose what to do')).toHaveLength(1);
    expect(titlesOf(other.card ?? {})).toContain('Remind me then');
  });

  it('keep the others when one is put off', async () => {
    await remind(teams, priya, both);
    const message = person(priya).lastMessage();
    const { moment } = { moment: teams.time.now.toString() };
    const answer = await puts(priya, fifth, moment, 'tomorrow');
    expect(wordsOf(answer.card ?? {})).toContain('I will remind you again on Wed 7 Oct 2026');
    expect(wordsOf(answer.card ?? {})).toContain('Reflective supervision 4');
    expect(wordsOf(message.card ?? {})).toContain('Reflective supervision 4');
  });

  it('are not shown to somebody who has no part in them, whatever their buttons say', async () => {
    const { moment } = await remind(teams, priya, both);
    for (const who of [stranger, ben, helen, marta]) {
      const about = who === marta ? { ...third, item: 'nothing-1' } : fifth;
      const answer = await puts(who, about, moment, 'tomorrow');
      expect(JSON.stringify([answer.body, answer.text]), who.name).not.toContain('Reflective');
    }
    expect((await fileOf(teams, amara)).snoozes).toEqual([]);
  });
});

describe('putting off', () => {
  it('keeps the day, for this person alone, and moves no date', async () => {
    const { moment } = await remind(teams, priya, [fifth]);
    const answer = await person(priya).presses('Remind me then', { inputs: { choice: 'tomorrow' } });
    expect(wordsOf(answer.card ?? {})).toContain('I will remind you again on Wed 7 Oct 2026');
    const { snoozes } = await fileOf(teams, amara);
    const { personId } = await idsOf(teams, priya);
    expect(snoozes.map(({ untilOn, ...one }) => [one.personId, one.item, String(untilOn)])).toEqual([
      [personId, 'reflective-supervision-5', '2026-10-07'],
    ]);
    await refresh(teams, priya, moment);
    expect(chatOf(teams, priya).at(-1)).toContain(
      'You have put this off: I will remind you on Wed 7 Oct 2026.',
    );
    await person(amara).says('when is my next supervision?');
    expect(wordsOf(person(amara).lastCard())).not.toContain('7 October');
  });

  it.each([
    ['', '', 'Choose when to be reminded again.'],
    ['for-ever', '', 'Choose when to be reminded again.'],
    ['date', '', 'This is not a date.'],
    ['date', 'soon', 'This is not a date.'],
    ['date', '2026-10-06', 'This day has come already.'],
    ['date', '2026-10-13', 'It is due on Monday 12 October 2026. Choose that day or one before it.'],
    ['date', '2026-10-10', 'Nothing is sent to you on Saturday 10 October 2026.'],
  ])('to “%s” “%s” is refused at its field, and what was typed stays', async (choice, date, words) => {
    const { moment } = await remind(teams, priya, [fifth]);
    const answer = await puts(priya, fifth, moment, choice, date);
    expect(wordsOf(answer.card ?? {})).toContain(`Error: ${words}`);
    if (/^\d/.test(date)) expect(JSON.stringify(answer.card)).toContain(`"value":"${date}"`);
    expect(JSON.stringify(answer.card)).toMatch(/"id":"later","isVisible":true/);
    expect((await fileOf(teams, amara)).snoozes).toEqual([]);
  });

  it('is refused for what is overdue, and for a date that nobody was told', async () => {
    const { moment } = await remind(teams, priya, [fourth, fifth]);
    await puts(priya, fourth, moment, 'tomorrow');
    await puts(priya, { ...fifth, dueOn: '2026-10-14' }, moment, 'tomorrow');
    expect((await fileOf(teams, amara)).snoozes).toEqual([]);
  });

  it('pressed twenty times at once is kept once', async () => {
    const { moment } = await remind(teams, priya, [fifth]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => puts(priya, fifth, moment, 'tomorrow')),
    );
    for (const { card } of answers) expect(wordsOf(card ?? {})).toContain('again on Wed 7 Oct 2026');
    expect((await fileOf(teams, amara)).snoozes).toHaveLength(1);
    const { participantId } = await idsOf(teams, amara);
    const audit = teams.academy.storage.tables.range({
      table: 'participants',
      partition: participantId,
      rows: { from: 'audit', to: 'audiu' },
    });
    const kept: unknown[] = [];
    for await (const { body } of audit) kept.push(body);
    expect(kept.filter((body) => JSON.stringify(body).includes('put-off-reminder'))).toHaveLength(1);
  });

  it.each([
    ['a moment that is none', { moment: 'yesterday' }],
    ['a date that is none', { dueOn: '2026-13-40' }],
    ['an item with a path', { item: '../x' }],
    ['nobody', { participantId: '' }],
    ['somebody who does not exist', { participantId: 'p-nobody' }],
    ['an item that does not exist', { item: 'reflective-supervision-99' }],
  ])('with %s is refused in words', async (_, fault) => {
    const { moment } = await remind(teams, priya, [fifth]);
    const verb = 'reminder-snooze';
    const data = { verb, ...(await dataOf(fifth, moment)), choice: 'tomorrow', ...fault };
    const answer = await person(priya).invokes(verb, data);
    expect([answer.status, answer.card]).toEqual([200, undefined]);
    expect(answer.text.length).toBeGreaterThan(10);
    expect((await fileOf(teams, amara)).snoozes).toEqual([]);
  });

  it('is not done in a channel', async () => {
    const { moment } = await remind(teams, priya, [fifth]);
    const verb = 'reminder-snooze';
    const data = { verb, ...(await dataOf(fifth, moment)), choice: 'tomorrow' };
    const channel = teams.client.channel({ id: '19:x@thread.tacv2', name: 'X', teamId: '19:t@thread.tacv2' });
    const answer = await person(priya).invokes(verb, data, { in: channel });
    expect(answer.text).toContain('private chat');
    expect((await fileOf(teams, amara)).snoozes).toEqual([]);
  });
});

it('what is put off comes up again on its day, in a message of its own, and not before', async () => {
  // A Friday: five working days before Monday the 12th is the Monday after.
  const early = await academyInTeams({ now: '2026-10-02T11:30:00Z' });
  try {
    await early.client.person(priya).says('hello');
    await early.settled();
    const at = async (instant: string) => {
      early.time.now = Temporal.Instant.from(instant);
      await early.settled();
      return chatOf(early, priya).filter((words) => words.includes('Reflective supervision 5'));
    };
    expect(await at('2026-10-05T08:00:00Z')).toHaveLength(1);
    const { participantId } = await idsOf(early, amara);
    const verb = 'reminder-snooze';
    const about = { participantId, item: fifth.item, dueOn: fifth.dueOn, moment: '2026-10-05T08:00:00Z' };
    const data = { v: 1, verb, ...about, choice: 'date', date: '2026-10-07' };
    const answer = await early.client.person(priya).invokes(verb, data);
    expect(wordsOf(answer.card ?? {})).toContain('I will remind you again on Wed 7 Oct 2026');
    expect(await at('2026-10-06T08:00:00Z')).toHaveLength(1);
    expect(await at('2026-10-07T07:59:00Z')).toHaveLength(1);
    const [, again, ...more] = await at('2026-10-07T08:00:00Z');
    expect(more).toEqual([]);
    expect(again).toContain('You asked me to bring this up again.');
  } finally {
    await early.stop();
  }
});
