import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MoveStep } from '../../src/academy/move-team.ts';
import { buttonsOf, wordsOf } from '../support/card-reading.ts';
import type { Json } from '../support/fake-connector.ts';
import { type AcademyInTeams, academyInTeams, amara, helen, lutonQuiet, priya } from './academy-in-teams.ts';
import { ben, marta, owen, ruth, tom } from './roles-in-teams.ts';

const everybody = [amara, priya, helen, tom, ruth, marta, ben, owen];
const refusal = 'I cannot show or change that for you';
const link = 'https://documents.example.org/plans/2026-014';

let teams: AcademyInTeams;
let participantId = '';

async function opened(): Promise<void> {
  teams = await academyInTeams({ now: '2026-10-05T09:00:00Z', programme: lutonQuiet });
  for (const who of everybody) await teams.client.person(who).says('hello');
  participantId = (await teams.academy.ports.people.byEmail(amara.email))?.participantId ?? '';
}

const as = (who: typeof amara) => teams.client.person(who);
const at = (text: string) => {
  teams.time.now = Temporal.Instant.from(text);
};
async function steps(): Promise<readonly MoveStep[]> {
  return (await teams.academy.ports.files.load(participantId))?.file.moveSteps ?? [];
}
const last = (who: typeof amara) => wordsOf(as(who).lastCard());
/** The newest card about the request: the reminders of the year come between. */
const cardOf = (who: typeof amara) =>
  as(who)
    .messages()
    .map(({ card }) => card ?? {})
    .findLast((card) => /request to move team/i.test(wordsOf(card))) ?? {};
const news = (who: typeof amara) => wordsOf(cardOf(who));
/** Messages about the request that stand in somebody's chat, as words. */
const about = (who: typeof amara) =>
  as(who)
    .messages()
    .map(({ card }) => wordsOf(card ?? {}))
    .filter((words) => /request to move team/i.test(words));
/** How many messages about it somebody has been sent, updates not counted. */
const sentTo = (who: typeof amara) =>
  teams.connector.taken.filter(
    ({ method, conversationId, card }) =>
      method === 'POST' &&
      conversationId === as(who).conversationId &&
      /request to move team/i.test(wordsOf(card ?? {})),
  ).length;

/** A press that changes nothing, and so leads to no message. */
const tries = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  return wordsOf(answer.card ?? {});
};
const press = async (who: typeof amara, title: string, inputs: Readonly<Record<string, string>> = {}) => {
  const answer = await as(who).presses(title, { inputs });
  await teams.settled();
  return answer.card === undefined ? answer.text : wordsOf(answer.card);
};
const meeting = { heldOn: '2026-10-12', aims: 'workload', supports: 'mentor,training', link };

describe('a request to move team, from the wish to the answer', () => {
  beforeAll(opened);
  afterAll(() => teams.stop());

  it('begins with a card that says what it means, and with nothing kept', async () => {
    await as(amara).says('I want to move to another team');
    expect(last(amara)).toContain('conversation with Priya Nandakumar (Senior Practitioner)');
    expect(await steps()).toEqual([]);
  });

  it('is expressed by the NQSW, and the Senior Practitioner alone hears of it', async () => {
    const card = await press(amara, 'I wish to move team');
    expect(card).toContain('Your request to move team');
    expect(card).toContain('Monday 12 October 2026');
    expect(news(priya)).toContain('Amara Okoro’s request to move team');
    expect(buttonsOf(cardOf(priya)).map(({ title }) => title)).toEqual(['Conversation held']);
    for (const who of [helen, tom, ruth, marta, ben, owen]) expect(about(who)).toEqual([]);
  });

  it('shows the NQSW how it stands when asked, and does not begin a second time', async () => {
    await as(amara).says('where is my move request');
    expect(last(amara)).toContain('Priya Nandakumar (Senior Practitioner)');
    expect(last(amara)).toContain('Next: a conversation about it');
    await as(amara).says('I want to move team');
    expect(last(amara)).toContain('Next: a conversation about it');
    expect(await steps()).toHaveLength(1);
  });

  it('wants a date for the conversation that can be, and keeps what was typed', async () => {
    expect(await tries(priya, 'Conversation held')).toContain('Choose the date.');
    expect(await tries(priya, 'Conversation held', { heldOn: '2026-10-06' })).toContain('still to come');
    const early = await tries(priya, 'Conversation held', { heldOn: '2026-10-02' });
    expect(early).toContain('Monday 5 October 2026');
    expect(JSON.stringify(cardOf(priya))).toContain('2026-10-02');
    const held = await press(priya, 'Conversation held', { heldOn: '2026-10-05' });
    expect(held).toContain('Next: the three-way meeting');
    // Her own card; what she asked for in between stands as it was then.
    expect(about(amara)[0]).toContain('Next: the three-way meeting');
    expect((await steps()).map(({ step }) => step)).toEqual(['wish', 'conversation']);
  });

  it('takes the plan with aims and support from lists and a link, and says what is missing', async () => {
    at('2026-10-12T13:00:00Z');
    const nothing = await tries(priya, 'Save the support plan', { heldOn: '2026-10-12' });
    expect(nothing).toContain('Error: Choose at least one.');
    expect(nothing).toContain('Error: Paste the link to the document.');
    for (const [typed, reason] of [
      ['http://documents.example.org/plan', 'beginning with https://'],
      ['plan.docx', 'beginning with https://'],
      ['javascript:alert(1)', 'beginning with https://'],
      ['https://user:secret@documents/plan', 'user name and password'],
    ] as const) {
      expect(await tries(priya, 'Save the support plan', { ...meeting, link: typed })).toContain(reason);
    }
    const named = 'https://documents.example.org/plans/J.S.-DOB-12/03/2015';
    const refused = await tries(priya, 'Save the support plan', { ...meeting, link: named });
    expect(refused).toContain('Error: ');
    expect(JSON.stringify(cardOf(priya))).not.toContain('2015');
    expect(await steps()).toHaveLength(2);
    const saved = await press(priya, 'Save the support plan', meeting);
    expect(saved).toContain('Monday 9 November 2026');
    expect(saved).toContain('A mentor or buddy');
    expect(news(amara)).toContain('A support plan is agreed');
    expect(JSON.stringify(as(amara).lastCard())).toContain(`"url":"${link}"`);
  });

  it('does not let the plan be reviewed before its day, nor the request be made before the review', async () => {
    at('2026-11-02T10:00:00Z');
    const early = await tries(priya, 'Plan reviewed', { heldOn: '2026-11-02' });
    expect(early).toContain('Monday 9 November 2026');
    const [wish] = await steps();
    const forged = await as(amara).invokes('move-step', {
      v: 1,
      verb: 'move-step',
      participantId,
      requestId: wish?.requestId ?? '',
      step: 'request',
      seen: 3,
      reasons: 'travel',
    });
    const words = wordsOf(forged.card ?? {});
    expect(words).toContain('Not yet. The review of the support plan comes first: Priya Nandakumar');
    expect(words).toContain('Monday 9 November 2026');
    expect(await steps()).toHaveLength(3);
    for (const who of [ruth, tom]) expect(about(who)).toEqual([]);
  });

  it('reminds whoever’s turn it is on the day and three working days later, and nobody after it', async () => {
    const before = sentTo(priya);
    at('2026-11-09T09:00:00Z');
    await teams.settled();
    expect(sentTo(priya)).toBe(before + 1);
    expect(news(priya)).toContain('Reminder: Amara Okoro’s request to move team');
    at('2026-11-12T09:00:00Z');
    await teams.settled();
    expect(sentTo(priya)).toBe(before + 2);
    await press(priya, 'Plan reviewed', { heldOn: '2026-11-10' });
    expect(about(priya).filter((words) => words.includes('Reminder:'))).toEqual([]);
    at('2026-11-16T09:00:00Z');
    await teams.settled();
    expect(sentTo(priya)).toBe(before + 2);
  });

  it('asks the NQSW to stay or go on, and reaches exactly three with the formal request', async () => {
    expect(news(amara)).toContain('The plan is reviewed: stay, or go on?');
    expect(await press(amara, 'Go on with the request')).toContain('Next: the formal request');
    expect(await tries(amara, 'Send the formal request')).toContain('Error: Choose at least one.');
    const before = Object.fromEntries(everybody.map((who) => [who.name, sentTo(who)]));
    const sent = await press(amara, 'Send the formal request', { reasons: 'travel,kind-of-work' });
    expect(sent).toContain('With the Head of the Academy for an answer');
    const got = everybody.filter((who) => sentTo(who) > (before[who.name] ?? 0)).map(({ name }) => name);
    expect(got.toSorted()).toEqual(['Helen Boateng', 'Ruth Castellan', 'Tom Adeyemi']);
    for (const who of [tom, ruth, helen]) {
      expect(news(who)).toContain('Travel or place of work');
      expect(JSON.stringify(cardOf(who))).toContain(`"url":"${link}"`);
    }
    expect(buttonsOf(cardOf(ruth)).map(({ title }) => title)).toEqual(['Approve', 'Refuse', 'Ask for more']);
    for (const who of [tom, helen]) expect(buttonsOf(cardOf(who))).toEqual([]);
  });

  it('stands in the Academy Manager’s tracker with its step, age, next actor and date', async () => {
    await as(helen).says('move team requests');
    const words = last(helen);
    expect(words).toContain('Amara Okoro: With the Head of the Academy for an answer');
    expect(words).toContain('Next: Head of the Academy. Open for 30 working days.');
    expect(words).toContain('Monday 30 November 2026');
    await as(helen).presses('Open: Amara Okoro');
    expect(last(helen)).toContain('Formal request');
  });

  it('is answered by the Head alone, who can ask for more first', async () => {
    const requestId = (await steps())[0]?.requestId ?? '';
    for (const who of [amara, priya, tom, helen]) {
      const forged = await as(who).invokes('move-step', {
        v: 1,
        verb: 'move-step',
        participantId,
        requestId,
        step: 'approve',
        seen: 6,
      });
      expect(wordsOf(forged.card ?? {})).toContain('This step belongs to Head of the Academy');
    }
    expect(await tries(ruth, 'Ask for more')).toContain('Choose at least one.');
    await press(ruth, 'Ask for more', { questions: 'timing' });
    expect(news(amara)).toContain('When a move would suit');
    await press(amara, 'Send my answer', { reasons: 'travel', link: `${link}-answer` });
    expect(news(ruth)).toContain('With the Head of the Academy for an answer');
    expect(JSON.stringify(cardOf(ruth))).toContain(`${link}-answer`);
    expect(await tries(ruth, 'Refuse')).toContain('Choose the reason.');
    await press(ruth, 'Refuse', { reason: 'no-place' });
    for (const who of [amara, priya, tom, helen]) {
      expect(news(who)).toContain('Refused');
      expect(news(who)).toContain('No suitable place in another team now');
    }
    const all = everybody.flatMap((who) => about(who));
    expect(all.filter((words) => words.includes('Approve\n'))).toEqual([]);
    for (const who of [marta, ben, owen]) expect(about(who)).toEqual([]);
  });

  it('cannot be taken back after the answer, and leaves names and links out of the log', async () => {
    await as(amara).says('withdraw my move request');
    expect(last(amara)).toContain('You have no open request to move team');
    expect(teams.logLines.join('')).not.toMatch(/Amara|Okoro|Ruth|documents\.example|kind-of-work|travel/i);
  });
});

describe('a request to move team that is not pursued', () => {
  beforeAll(opened);
  afterAll(() => teams.stop());

  it('is closed by staying, and the Head and the Team Manager are never told', async () => {
    await as(amara).says('I want to move team');
    await press(amara, 'I wish to move team');
    await press(priya, 'Conversation held', { heldOn: '2026-10-05' });
    at('2026-10-12T13:00:00Z');
    await press(priya, 'Save the support plan', meeting);
    at('2026-11-09T13:00:00Z');
    await press(priya, 'Plan reviewed', { heldOn: '2026-11-09' });
    expect(await press(amara, 'Stay in my team')).toContain('Closed: staying in the team');
    expect(news(priya)).toContain('Closed: staying in the team');
    for (const who of [ruth, tom, helen]) expect(about(who)).toEqual([]);
    await as(ruth).says('where is the move request of Amara');
    expect(
      as(ruth)
        .messages()
        .map(({ card }) => wordsOf(card ?? {}))
        .join('\n'),
    ).not.toContain('staying in the team');
  });

  it('can be withdrawn, and everybody who was told is told once', async () => {
    await as(amara).says('I want to move team');
    await press(amara, 'I wish to move team');
    const before = sentTo(priya);
    await as(amara).says('withdraw my move request');
    await press(amara, 'Withdraw my request');
    expect(sentTo(priya)).toBe(before + 1);
    expect(news(priya)).toContain('Withdrawn');
    for (const who of [ruth, tom, helen]) expect(about(who).join('')).not.toContain('Amara');
    const again = await as(amara).invokes('move-step', {
      v: 1,
      verb: 'move-step',
      participantId,
      requestId: (await steps()).at(-1)?.requestId ?? '',
      step: 'withdraw',
      seen: 1,
    });
    await teams.settled();
    expect(wordsOf(again.card ?? {})).toContain('Withdrawn');
    expect(sentTo(priya)).toBe(before + 1);
  });
});

describe('twenty presses of each step at once', () => {
  beforeAll(opened);
  afterAll(() => teams.stop());

  const played: readonly (readonly [string, typeof amara, string, Json])[] = [
    ['conversation', priya, '2026-10-05T09:00:00Z', { heldOn: '2026-10-05' }],
    ['meeting', priya, '2026-10-12T09:00:00Z', meeting],
    ['review', priya, '2026-11-09T10:00:00Z', { heldOn: '2026-11-09' }],
    ['go-on', amara, '2026-11-09T11:00:00Z', {}],
    ['request', amara, '2026-11-09T12:00:00Z', { reasons: 'travel' }],
    ['ask-more', ruth, '2026-11-10T10:00:00Z', { questions: 'timing' }],
    ['answer-more', amara, '2026-11-10T11:00:00Z', { reasons: 'travel', link }],
    ['approve', ruth, '2026-11-11T10:00:00Z', {}],
    ['withdraw', amara, '2026-11-11T10:00:00Z', {}],
  ];
  const twenty = Array.from({ length: 20 }, (_, n) => n);

  it('of the wish begin one request', async () => {
    const answers = await Promise.all(
      twenty.map((n) =>
        as(amara).invokes('move-wish', { v: 1, verb: 'move-wish', submissionId: `wish-${n}` }),
      ),
    );
    expect(await steps()).toHaveLength(1);
    expect(new Set(answers.map(({ card }) => wordsOf(card ?? {}))).size).toBe(1);
    await teams.settled();
    expect(sentTo(priya)).toBe(1);
  });

  it.each(played)('of %s are one transition', async (step, who, now, inputs) => {
    at(now);
    const before = await steps();
    const requestId = before[0]?.requestId ?? '';
    const data = { v: 1, verb: 'move-step', participantId, requestId, step, seen: before.length, ...inputs };
    const answers = await Promise.all(twenty.map(() => as(who).invokes('move-step', data)));
    const isAnswered = step === 'withdraw';
    expect((await steps()).length).toBe(before.length + (isAnswered ? 0 : 1));
    expect(answers.every(({ card }) => card !== undefined)).toBe(true);
    expect(new Set(answers.map(({ card }) => wordsOf(card ?? {}))).size).toBe(1);
    await teams.settled();
  });

  it('of the withdrawal of another are one transition, which is told once', async () => {
    await as(amara).invokes('move-wish', { v: 1, verb: 'move-wish', submissionId: 'second' });
    await teams.settled();
    const [before, told] = [await steps(), sentTo(priya)];
    const requestId = before.at(-1)?.requestId ?? '';
    const data = { v: 1, verb: 'move-step', participantId, requestId, step: 'withdraw', seen: 1 };
    const answers = await Promise.all(twenty.map(() => as(amara).invokes('move-step', data)));
    expect(await steps()).toHaveLength(before.length + 1);
    expect(new Set(answers.map(({ card }) => wordsOf(card ?? {}))).size).toBe(1);
    await teams.settled();
    expect(sentTo(priya)).toBe(told + 1);
  });

  it('told each of the three of the formal request once, and of the answer once', () => {
    expect([sentTo(tom), sentTo(helen)]).toEqual([2, 2]);
    // The request, and again after what was asked for had been answered.
    expect(sentTo(ruth)).toBe(2);
  });
});

describe('requests of other people', () => {
  beforeAll(opened);
  afterAll(() => teams.stop());

  it('are refused in the words for those that do not exist, and the attempt is audited', async () => {
    await as(amara).says('I want to move team');
    await press(amara, 'I wish to move team');
    const requestId = (await steps())[0]?.requestId ?? '';
    const { version } = (await teams.academy.ports.files.load(participantId)) ?? { version: '' };
    for (const who of [ben, owen, marta, tom, ruth]) {
      for (const data of [
        { participantId, requestId },
        { participantId, requestId: 'no-such-request' },
        { participantId: 'no-such-participant', requestId },
      ]) {
        const taken = {
          v: 1,
          verb: 'move-step',
          ...data,
          step: 'conversation',
          seen: 1,
          heldOn: '2026-10-05',
        };
        const stepped = await as(who).invokes('move-step', taken);
        const opening = await as(who).invokes('move-open', { v: 1, verb: 'move-open', ...data });
        expect([who.name, stepped.text]).toEqual([who.name, opening.text]);
        expect(stepped.text).toContain(refusal);
      }
    }
    expect(await steps()).toHaveLength(1);
    const after = await teams.academy.ports.files.load(participantId);
    const revision = (text: string) => Number(text.split(' ')[0]);
    // Five people, two verbs, two ids of this participant each: what was tried stands in the file's audit.
    expect(revision(after?.version ?? '') - revision(version)).toBe(20);
  });

  it('do not show in anybody’s list before they have reached them', async () => {
    for (const who of [tom, ruth]) {
      await as(who).says('show me the move team requests');
      const words = last(who);
      expect(words).not.toContain('Amara');
    }
    await as(helen).says('move team requests');
    expect(last(helen)).toContain('Amara Okoro: Next: a conversation about it');
  });

  it('do nothing with an old card but show how it stands', async () => {
    const requestId = (await steps())[0]?.requestId ?? '';
    await press(priya, 'Conversation held', { heldOn: '2026-10-05' });
    const old = { v: 1, verb: 'move-step', participantId, requestId, step: 'meeting', seen: 1, ...meeting };
    const answer = await as(priya).invokes('move-step', old);
    expect(wordsOf(answer.card ?? {})).toContain('This card was from before');
    expect(await steps()).toHaveLength(2);
  });
});
