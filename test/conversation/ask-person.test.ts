import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../src/academy/question.ts';
import { tables } from '../../src/storage/table-store.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import {
  type AcademyInTeams,
  academyInTeams,
  amara,
  escalations,
  helen,
  lutonQuiet,
  priya,
} from './academy-in-teams.ts';
import { ben, marta, owen, tom } from './roles-in-teams.ts';

const everybody = [amara, priya, owen, marta, tom, helen, ben];
const words = 'can we swap the Thursday session for a visit to the mentoring group';
const refusal = 'I cannot show or change that for you';

let teams: AcademyInTeams;
let participantId = '';
beforeAll(async () => {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z', programme: lutonQuiet });
  for (const who of everybody) await as(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
});
afterAll(() => teams.stop());

const as = (who: typeof amara) => teams.client.person(who);
const at = (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
};
const news = (who: typeof amara) => wordsOf(as(who).lastCard());
const cards = (who: typeof amara) => as(who).messages().length;
async function questions(): Promise<readonly Question[]> {
  return (await teams.academy.ports.files.load(participantId))?.file.questions ?? [];
}
const idOf = async (who: typeof amara) => (await teams.academy.ports.people.byEmail(who.email))?.id ?? '';
async function onLeave(who: typeof amara, from: string, until: string): Promise<void> {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const leave = [{ fromOn: day(from), untilOn: day(until) }];
  const { preferences } = teams.academy.needs;
  await preferences.change(await idOf(who), (standing) => ({ ...standing, leave }), teams.time.now);
}
const everywhere = { from: '!', to: '\uffff' };
/** Every row of the store, as one text. */
async function store(): Promise<string> {
  const rows: string[] = [];
  for (const table of tables)
    for await (const row of teams.academy.storage.tables.range({ table, partition: everywhere }))
      rows.push(JSON.stringify(row));
  return rows.join('\n');
}

describe('a question to a person', () => {
  beforeEach(() => at('2026-10-05T09:00:00Z'));

  it('begins with a form that holds what was typed, and goes nowhere before it is sent', async () => {
    const before = cards(priya);
    await as(amara).says(`Can you ask my SP ${words}?`);
    await teams.settled();
    const form = JSON.stringify(as(amara).lastCard());
    expect(news(amara)).toContain('erased as soon as they have been seen');
    expect(form).toContain(`"value":"${words}?"`);
    expect(form).toContain('Senior Practitioner: Priya Nandakumar');
    expect([await questions(), cards(priya)]).toEqual([[], before]);
  });

  it('does not keep what may identify a child, typed in the chat or in the form', async () => {
    await as(amara).says('ask my supervisor about J.S., DOB 12/03/2015');
    expect(news(amara)).toContain('Error: This looks like');
    expect(JSON.stringify(as(amara).lastCard())).not.toContain('12/03/2015');
    const inputs = { to: 'assessor', question: 'about J.S., DOB 12/03/2015' };
    const refused = await as(amara).presses('Hand over my question', { inputs });
    expect(wordsOf(refused.card ?? {})).toContain('These words have not been kept');
    expect(JSON.stringify(refused.card)).toContain('"value":"assessor"');
    expect(await store()).not.toContain('12/03/2015');
    const empty = await as(amara).presses('Hand over my question', {
      inputs: { to: 'assessor', question: ' ' },
    });
    expect(wordsOf(empty.card ?? {})).toContain('Error: Say in a sentence or two');
  });

  it('reaches the one who holds the function, once however often it is pressed', async () => {
    await as(amara).says('pass this to my senior practitioner');
    const before = [cards(priya), cards(owen), cards(helen)];
    const sent = {
      v: 1,
      verb: 'question-send',
      submissionId: 'q-1',
      to: 'reflective-supervisor',
      question: words,
    };
    const answers = await Promise.all([1, 2, 3].map(() => as(amara).invokes('question-send', sent)));
    await teams.settled();
    for (const { card } of answers) expect(wordsOf(card ?? {})).toContain('Handed to Priya Nandakumar');
    expect(await questions()).toHaveLength(1);
    expect([cards(priya), cards(owen), cards(helen)]).toEqual([(before[0] ?? 0) + 1, ...before.slice(1)]);
    expect(news(priya)).toContain('A question from Amara Okoro');
    expect(news(priya)).toContain(words);
    const link = 'https://teams.microsoft.com/l/chat/0/0?users=amara.nqsw%40example.org';
    expect(JSON.stringify(as(priya).lastCard())).toContain(`"url":"${link}"`);
  });

  it('has its words in one row of the store, and neither in the audit nor in a message that waits nor in the log', async () => {
    const holding = (await store()).split('\n').filter((row) => row.includes(words));
    expect(holding.map((row) => (JSON.parse(row) as { rowKey: string }).rowKey.split('~')[0])).toEqual([
      'file-question',
    ]);
    expect(teams.logLines.join('')).not.toContain('swap');
  });

  it('is erased when it has been seen, and its NQSW’s own card says so in place', async () => {
    await as(amara).says('ask my SP');
    await as(amara).presses('Hand over my question', {
      inputs: { to: 'reflective-supervisor', question: words },
    });
    await teams.settled();
    const before = cards(amara);
    at('2026-10-05T10:20:00Z');
    const seen = await as(priya).presses('I have seen this');
    expect(wordsOf(seen.card ?? {})).toContain('The words are erased');
    expect(wordsOf(seen.card ?? {})).not.toContain('swap');
    await teams.settled();
    expect(news(amara)).toContain('Priya Nandakumar has seen your question');
    expect(news(amara)).toContain('11:20');
    expect(cards(amara)).toBe(before);
    const [, question] = await questions();
    expect(question).toMatchObject({ words: null, toName: 'Priya Nandakumar', ended: { as: 'seen' } });
    const again = await as(priya).invokes('question-seen', {
      v: 1,
      verb: 'question-seen',
      participantId,
      questionId: question?.questionId ?? '',
    });
    expect(wordsOf(again.card ?? {})).toContain('The words are erased');
    expect((await questions())[1]).toEqual(question);
  });

  it('goes to another of the same post while the holder is on leave, and both are told', async () => {
    await onLeave(priya, '2026-10-05', '2026-10-09');
    const before = cards(priya);
    await as(amara).says('I have a question for my supervisor: when is a good time for a chat');
    await as(amara).presses('Hand over my question', {
      inputs: { to: 'reflective-supervisor', question: 'when is a good time for a chat' },
    });
    await teams.settled();
    expect(news(amara)).toContain('Handed to Owen Prys');
    expect(news(amara)).toContain('The Senior Practitioner is on leave, so this went to Owen Prys');
    expect(news(owen)).toContain('so this went to you in their place');
    expect(cards(priya)).toBe(before);
  });

  it('goes to the Academy Manager when everybody else is away, and is given back when nobody is there', async () => {
    for (const who of [owen, marta]) await onLeave(who, '2026-10-05', '2026-10-09');
    await as(amara).says('ask my SP');
    await as(amara).presses('Hand over my question', { inputs: { to: 'assessor', question: 'one' } });
    await teams.settled();
    expect(news(amara)).toContain('Handed to Helen Boateng');
    await onLeave(helen, '2026-10-05', '2026-10-09');
    await as(amara).says('ask my SP');
    const kept = (await questions()).length;
    const none = await as(amara).presses('Hand over my question', {
      inputs: { to: 'reflective-supervisor', question: 'two' },
    });
    expect(wordsOf(none.card ?? {})).toContain('Nobody who could take it is there today');
    expect(JSON.stringify(none.card)).toContain('"value":"two"');
    expect(await questions()).toHaveLength(kept);
  });

  it('is refused to everybody to whom it was not handed in the words for one that does not exist, and audited', async () => {
    const open = (await questions()).find(({ ended }) => ended === null);
    const before = await questions();
    const revision = async () =>
      Number((await teams.academy.ports.files.load(participantId))?.version.split(' ')[0]);
    const start = await revision();
    for (const who of [amara, ben, tom, marta]) {
      for (const about of [
        { participantId, questionId: open?.questionId ?? '' },
        { participantId, questionId: 'no-such-question' },
        { participantId: 'no-such-participant', questionId: open?.questionId ?? '' },
      ]) {
        const answer = await as(who).invokes('question-seen', { v: 1, verb: 'question-seen', ...about });
        expect([who.name, answer.text?.slice(0, refusal.length)]).toEqual([who.name, refusal]);
      }
    }
    expect(await questions()).toEqual(before);
    expect((await revision()) - start).toBe(8);
  });

  it('is erased after five working days that nobody looked, and the NQSW is told', async () => {
    const waiting = (await questions()).filter(({ ended }) => ended === null).length;
    const before = cards(amara);
    at('2026-10-12T07:59:00Z');
    await teams.settled();
    expect((await questions()).filter(({ ended }) => ended === null)).toHaveLength(waiting);
    at('2026-10-12T08:00:00Z');
    await teams.settled();
    expect((await questions()).map((one) => one.words)).toEqual((await questions()).map(() => null));
    expect(cards(amara)).toBe(before + waiting);
    expect(news(amara)).toContain('Nobody has looked at your question');
    expect(wordsOf(as(owen).lastCard())).toContain('erased after five working days');
    expect(await store()).not.toMatch(/swap the Thursday|good time for a chat/);
    const standing = await questions();
    const mine = standing.find(({ toName }) => toName.startsWith('Owen'));
    const about = { participantId, questionId: mine?.questionId ?? '' };
    const late = await as(owen).invokes('question-seen', { v: 1, verb: 'question-seen', ...about });
    expect(wordsOf(late.card ?? {})).toContain('erased after five working days');
    expect(await questions()).toEqual(standing);
    await as(amara).presses('Ask again');
    expect(news(amara)).toContain('Ask a person');
  });
});

describe('somebody who struggles', () => {
  // The first turn of a day leaves when somebody was seen.
  beforeAll(() => as(amara).says('help'));
  const phrases = ["I can't cope", "I'm struggling", 'burnt out', 'I need to talk to someone'];

  it.each(phrases)('“%s” gets people to talk to at once, and nothing of it is kept', async (phrase) => {
    await teams.settled();
    const kept = async () =>
      (await store()).split('\n').filter((row) => !/^{"partitionKey":"seen~/.test(row));
    const [rows, logged] = [await kept(), teams.logLines.length];
    await as(amara).says(phrase);
    await teams.settled();
    expect(news(amara)).toContain('Please talk to somebody');
    expect(news(amara)).toContain('116 123');
    const card: Json = as(amara).lastCard();
    expect(JSON.stringify(card)).toContain('users=priya.senior%40example.org');
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Ask one of them to get in touch']);
    expect((await kept()).filter((row) => !rows.includes(row))).toEqual([]);
    expect(teams.logLines.slice(logged).join('')).not.toMatch(/wellbeing|cope|struggl|burnt/i);
  });

  it('in a channel is answered there with nothing about them', async () => {
    const channel = teams.client.channel(escalations);
    const asked = await as(amara).says('when is my next review', { in: channel });
    const answer = await as(amara).says("I can't cope", { in: channel });
    expect(answer.text).toBe(asked.text);
  });
});
