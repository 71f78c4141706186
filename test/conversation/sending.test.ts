import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limitSending } from '../../src/services/control-sending.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, priya, stranger } from './academy-in-teams.ts';

const ruth = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0009',
  name: 'Ruth Castellan',
  email: 'ruth.head@example.org',
};

let teams: AcademyInTeams;
beforeEach(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z' });
  await person(helen).says('hello');
});
afterEach(() => teams.stop());

const person = (who: typeof amara) => teams.client.person(who);
const wordsFor = (who: typeof amara) => wordsOf(person(who).lastCard());
const titlesFor = (who: typeof amara) => buttonsOf(person(who).lastCard()).map(({ title }) => title);

/** A worker asks the switch once a second at most. */
const untilWorkersKnow = () => new Promise((resolve) => setTimeout(resolve, 1_100));

const sendingVerbs = [
  ['sending-open', {}],
  ['sending-stop', {}],
  ['sending-stop-now', {}],
  ['sending-resume', {}],
  ['delivery-report', { days: '7' }],
  ['undelivered-open', {}],
  ['undelivered-retry', { who: 'everybody' }],
] as const;

const alertsAt = (who: typeof amara) =>
  teams.connector
    .standing(person(who).conversationId)
    .map(({ card }) => wordsOf(card ?? {}))
    .filter((words) => words.includes('of 15 children'));

async function reports(count: number): Promise<void> {
  teams.time.now = teams.time.now.add({ minutes: 1 });
  await person(amara).says(`my caseload is ${count}`);
}

/** Over the limit and back under it: one alert each time. */
async function alerts(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await reports(16 + (n % 3));
    await reports(10);
  }
}

const recordsWith = (who: typeof amara) =>
  teams.connector
    .standing(person(who).conversationId)
    .filter(({ card }) => wordsOf(card ?? {}).includes('Reflective supervision 4'));

async function priyaRecords(): Promise<void> {
  const theme = teams.academy.programme.supervision.themes[0]?.code ?? '';
  await person(priya).says('record supervision');
  await person(priya).presses('Record supervision', {
    inputs: {
      item: 'reflective-supervision-4',
      heldOn: '2026-10-05',
      minutes: '95',
      mode: 'face-to-face',
      themes: theme,
      childFile: 'yes',
      templateUsed: 'yes',
      coWorkerRecorded: 'yes',
    },
  });
  await teams.settled();
}

async function audited(): Promise<readonly unknown[]> {
  const { tables } = teams.academy.storage;
  const found: unknown[] = [];
  for await (const { body } of tables.range({ table: 'audit', partition: 'academy' })) {
    if (JSON.stringify(body).includes('control-sending')) found.push(body);
  }
  return found;
}

describe('stopping all sending', () => {
  it('is asked once more, stops within a second, loses nothing, and sends everything once when started again', async () => {
    await person(helen).says('stop all messages');
    expect(wordsFor(helen)).toContain('Stop all messages, for everybody?');
    expect((await teams.academy.ports.sending.state()).paused).toBeNull();
    await person(helen).presses('Yes, stop all sending');
    expect(wordsFor(helen)).toContain('All sending is stopped');
    expect(wordsFor(helen)).toContain('Helen Boateng');
    expect(wordsFor(helen)).toContain('Mon 5 Oct 2026, 10:00');

    await untilWorkersKnow();
    await alerts(20);
    await teams.settled();
    expect(alertsAt(helen)).toEqual([]);
    await person(helen).says('is sending on?');
    expect(wordsFor(helen)).toContain('All sending is stopped');
    const waits = /Waiting now\n(\d+) messages/.exec(wordsFor(helen))?.[1];
    expect(Number(waits)).toBeGreaterThanOrEqual(20);

    await person(helen).presses('Start sending again');
    // The first of what waited may be there already.
    const cards = person(helen)
      .messages()
      .map(({ card }) => wordsOf(card ?? {}));
    expect(cards.join('\n')).toContain('Sending has started again');
    // One conversation takes eight messages in two seconds.
    await vi.waitFor(
      async () => {
        await teams.settled();
        expect(alertsAt(helen)).toHaveLength(20);
      },
      { timeout: 30_000, interval: 500 },
    );
    const posted = teams.connector.taken.filter(
      ({ method, conversationId, card }) =>
        method === 'POST' &&
        conversationId === person(helen).conversationId &&
        wordsOf(card ?? {}).includes('of 15 children'),
    );
    expect(posted).toHaveLength(20);
    await person(helen).says('sending status');
    expect(wordsFor(helen)).toContain('Messages are being sent');
    expect(wordsFor(helen)).toContain('0 messages');
    const id = (await teams.academy.ports.people.byEmail(helen.email))?.id;
    expect(await audited()).toMatchObject([
      { verb: 'control-sending', by: id, outcome: 'stopped' },
      { verb: 'control-sending', by: id, outcome: 'resumed' },
    ]);
  }, 60_000);

  it('leaves answers to people as they are', async () => {
    await person(helen).says('stop all messages');
    await person(helen).presses('Yes, stop all sending');
    await person(amara).says('when is my next review?');
    expect(wordsFor(amara)).toContain('3-month review');
  });

  it('can be thought better of', async () => {
    await person(helen).says('pause sending');
    await person(helen).presses('Leave it as it is');
    expect(wordsFor(helen)).toContain('Messages are being sent');
    expect(await audited()).toEqual([]);
  });

  it('says so when it is pressed twice, and keeps who was first', async () => {
    await person(helen).invokes('sending-stop-now', { v: 1, verb: 'sending-stop-now' });
    teams.time.now = teams.time.now.add({ hours: 1 });
    const again = await person(helen).invokes('sending-stop-now', { v: 1, verb: 'sending-stop-now' });
    expect(wordsOf(again.card ?? {})).toContain('It was stopped already.');
    expect(wordsOf(again.card ?? {})).toContain('10:00');
    await person(helen).says('resume sending');
    await person(helen).says('resume sending');
    expect(wordsFor(helen)).toContain('It was not stopped.');
    expect(await audited()).toHaveLength(2);
  });
});

describe('a pilot group', () => {
  it('gets its messages, others get none, and what was kept for them arrives when the pilot ends', async () => {
    const idOf = async ({ email }: { readonly email: string }) =>
      (await teams.academy.ports.people.byEmail(email))?.id ?? '';
    await person(amara).says('hello');
    const step = { by: 'command-line', at: teams.time.now };
    await limitSending(teams.academy.needs, [await idOf(helen)], step);
    await reports(16);
    await priyaRecords();
    expect(alertsAt(helen)).toHaveLength(1);
    expect(recordsWith(amara)).toEqual([]);

    await person(helen).says('pilot group');
    expect(wordsFor(helen)).toContain('only the pilot group: Helen Boateng');
    await person(helen).says('delivery report');
    expect(wordsFor(helen)).toMatch(/Held back\n1 of \d/);
    expect(wordsFor(helen)).toContain('not in the pilot group: 1');
    await person(helen).says('undelivered');
    expect(wordsFor(helen)).toContain('Every message has arrived');

    await limitSending(teams.academy.needs, [await idOf(helen), await idOf(priya)], step);
    await teams.settled();
    expect(recordsWith(amara)).toEqual([]);
    await limitSending(teams.academy.needs, null, step);
    await teams.settled();
    expect(recordsWith(amara)).toHaveLength(1);
  });
});

describe('whoever is no Academy Manager', () => {
  it.each([amara, priya, ruth])('$name can press none of it, and is told whose it is', async (who) => {
    await person(who).says('hello');
    for (const [verb, data] of sendingVerbs) {
      const answer = await person(who).invokes(verb, { v: 1, verb, ...data });
      expect(answer.text, verb).toContain('I cannot show or change that for you');
    }
    for (const text of [
      'stop all messages',
      'resume sending',
      'delivery report',
      'who is in the pilot group',
    ]) {
      await person(who).says(text);
      expect(wordsFor(who), text).toContain('That is for an Academy Manager');
    }
    expect((await teams.academy.ports.sending.state()).paused).toBeNull();
    expect(await audited()).toEqual([]);
  });

  it('and is not known either gets no more than that', async () => {
    await person(stranger).says('stop all messages');
    expect(wordsFor(stranger)).toContain('I do not know you yet');
  });

  it('and is in distress is heard first', async () => {
    await person(helen).says('I want everything to stop, I can’t cope');
    expect(wordsFor(helen)).toContain('Please talk to somebody');
  });

  it('cannot stop it in a channel', async () => {
    const channel = { id: '19:c@thread.tacv2', name: 'C', teamId: '19:t@thread.tacv2' };
    const answer = await person(helen).says('stop all messages', { in: channel });
    expect(answer.text).toContain('in our private chat');
  });
});

describe('a message that does not arrive', () => {
  const blocked = { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } };
  it('stands on the list with the reason in plain words, and is tried again until it arrives', async () => {
    await person(amara).says('hello');
    await person(amara).removes();
    await priyaRecords();
    expect(recordsWith(amara)).toEqual([]);

    await person(helen).says('who did not get their messages?');
    expect(wordsFor(helen)).toContain('1 message for 1 person.');
    expect(wordsFor(helen)).toContain('Amara Okoro');
    expect(wordsFor(helen)).toContain('has removed the app');
    expect(wordsFor(helen)).toContain('since Mon 5 Oct 2026');
    expect(wordsFor(helen)).toContain('ask them to add it again');

    teams.connector.fail(blocked, { method: 'POST' });
    const id = (await teams.academy.ports.people.byEmail(amara.email))?.id ?? '';
    const data = { v: 1, verb: 'undelivered-retry', who: id };
    const tried = await person(helen).invokes('undelivered-retry', data);
    expect(wordsOf(tried.card ?? {})).toContain('Trying again: 1 message for Amara Okoro.');
    await teams.settled();
    expect(recordsWith(amara)).toEqual([]);
    await person(helen).says('undelivered messages');
    expect(wordsFor(helen)).toContain('has blocked the app');

    await person(helen).presses('Try again');
    await teams.settled();
    expect(recordsWith(amara)).toHaveLength(1);
    await person(helen).says('undelivered');
    expect(wordsFor(helen)).toContain('Every message has arrived');
    expect(titlesFor(helen)).not.toContain('Try again');
  });

  it('to somebody without the app has nowhere to go, and goes by itself once they add it', async () => {
    await priyaRecords();
    await person(helen).says('undelivered');
    expect(wordsFor(helen)).toContain('has not added the app');
    const answer = await person(helen).presses('Try again');
    expect(wordsOf(answer.card ?? {})).toContain('There is nowhere to send to yet for Amara Okoro');
    await person(amara).installs();
    await teams.settled();
    expect(recordsWith(amara)).toHaveLength(1);
  });

  it('may have been dealt with meanwhile: a button of an old card says so', async () => {
    const answer = await person(helen).invokes('undelivered-retry', {
      v: 1,
      verb: 'undelivered-retry',
      who: 'somebody-long-gone',
    });
    expect(wordsOf(answer.card ?? {})).toContain('No message waits for them any more.');
  });

  it('shows in the delivery report with its reason, and so does who has no app on the list', async () => {
    await person(priya).says('Amara’s caseload is 16');
    await priyaRecords();
    await teams.settled();
    await person(helen).says('delivery report');
    const words = wordsFor(helen);
    expect(words).toContain('Sun 6 Sep 2026 to Mon 5 Oct 2026');
    expect(words).toMatch(/Not reached\n1 of \d/);
    expect(words).toContain('has not added the app: 1');
    expect(words).toContain('Records to agree');
    expect(words).toContain('0 sent, 1 did not arrive');
    await person(helen).presses('Who was not reached');
    expect(wordsFor(helen)).toContain('of the 9 people on the roster cannot be reached');
    expect(wordsFor(helen)).toContain('NQSW, Family Safeguarding 1');
    expect(wordsFor(helen)).toContain('Benedikt Søgaard');
  });

  it('of another month is not in the report of this one', async () => {
    await priyaRecords();
    await person(helen).says('delivery report for September');
    expect(wordsFor(helen)).toContain('Tue 1 Sep 2026 to Wed 30 Sep 2026');
    expect(wordsFor(helen)).not.toContain('Amara Okoro');
  });
});
