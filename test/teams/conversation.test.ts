import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, Respond, Turn } from '../../src/services/turn.ts';
import { type RunningBot, startBot } from '../support/running-bot.ts';
import { askHelp, message, newMessage } from './views.ts';

let bot: RunningBot;
let heard: Turn[] = [];
let answers: (turn: Turn) => readonly Reply[] | Promise<readonly Reply[]> = () => [];
const respond: Respond = async (turn) => {
  heard.push(turn);
  return answers(turn);
};

beforeAll(async () => {
  bot = await startBot({ respond });
});
afterAll(() => bot.stop());
beforeEach(() => {
  heard = [];
  answers = () => [];
});

let people = 0;
const person = () => {
  const n = ++people;
  return bot.client.person({
    entraId: `5f0c9a52-8a52-4b52-9f4e-${String(n).padStart(12, '0')}`,
    name: `Person ${n}`,
    email: `Person.${n}@example.org`,
  });
};
const channel = { id: '19:alerts@thread.tacv2', name: 'Alerts', teamId: '19:general@thread.tacv2' };

describe('a typed message', () => {
  it('reaches the academy as its words, its sender and its place, and is answered with words', async () => {
    const amara = person();
    answers = () => [{ kind: 'text', text: 'On Monday 8 March 2027.' }];

    const { status, text } = await amara.says('when is my next review');

    expect(status).toBe(200);
    expect(text).toBe('On Monday 8 March 2027.');
    expect(heard).toMatchObject([
      {
        kind: 'text',
        text: 'when is my next review',
        sender: { entraId: amara.entraId },
        place: { kind: 'personal', channelId: null },
        now: bot.time.now,
      },
    ]);
  });

  it('is answered with a card that goes alone and has a summary for the toast', async () => {
    const amara = person();
    answers = () => [newMessage('Your next review', [askHelp])];

    const { sent } = await amara.says('next review');

    expect(sent).toHaveLength(1);
    expect(sent[0]?.activity).toMatchObject({ type: 'message', summary: 'Your next review' });
    expect(sent[0]?.activity.text).toBeUndefined();
    expect(sent[0]?.activity.attachments).toHaveLength(1);
    expect(JSON.stringify(amara.lastCard())).toContain('Your next review');
  });

  it('loses the bot’s mention, keeps other names, and loses what the editor adds', async () => {
    const amara = person();
    await amara.sends(
      {
        type: 'message',
        text: '<at>Academy Assistant</at>&nbsp;who is <at>Ben</at>&#39;s assessor &amp; mentor?',
        entities: [
          { type: 'mention', text: '<at>Academy Assistant</at>', mentioned: { id: '28:academy-bot' } },
          { type: 'mention', text: '<at>Ben</at>', mentioned: { id: '29:ben' } },
        ],
      },
      { in: channel },
    );
    expect(heard).toMatchObject([
      { text: "who is Ben's assessor & mentor?", place: { kind: 'channel', channelId: channel.id } },
    ]);
  });

  it('is answered once when Teams delivers it twice', async () => {
    const amara = person();
    answers = () => [{ kind: 'text', text: 'once' }];

    const first = await amara.says('hello', { activityId: 'the-same' });
    const second = await amara.says('hello', { activityId: 'the-same' });

    expect([first.sent.length, second.sent.length]).toEqual([1, 0]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(heard).toHaveLength(1);
  });

  it('lets the academy ask Teams for the sender’s e-mail, once, and not unless it asks', async () => {
    const amara = person();
    const asked = () => bot.connector.calls.filter((call) => call.path.includes('/members/')).length;
    const before = asked();
    await amara.says('hello');
    expect(asked() - before).toBe(0);

    let emails: unknown[] = [];
    answers = async ({ sender }) => {
      emails = [await sender.email(), await sender.email()];
      return [];
    };
    await amara.says('hello again');
    expect(emails).toEqual([amara.email.toLowerCase(), amara.email.toLowerCase()]);
    expect(asked() - before).toBe(1);
  });

  it('becomes a plain sentence with a reference when the academy fails, and the log holds the same reference', async () => {
    const amara = person();
    answers = () => {
      throw new Error('secret: Amara Okoro, born 1 May');
    };

    const { status, text } = await amara.says('hello');

    expect(status).toBe(200);
    const reference = /reference ([0-9A-Z]+)/.exec(text)?.[1];
    expect(text).toMatch(/^Something went wrong on my side/);
    expect(text).not.toContain('secret');
    const line = bot.log.lines.findLast((one) => one.event === 'turn.failed');
    expect(line).toMatchObject({ level: 'error', ids: { reference } });
    expect(JSON.stringify(line?.ids)).not.toContain('secret');
  });

  it('gets an answer even where Teams leaves out the object id, from the connector', async () => {
    const amara = person();
    await amara.sends({ type: 'message', text: 'hello', from: { id: amara.userId } });
    expect(heard).toMatchObject([{ sender: { entraId: amara.entraId } }]);
  });
});

describe('a pressed button', () => {
  const ask = async (who: ReturnType<typeof person>) => {
    answers = () => [newMessage('Before', [askHelp])];
    await who.says('help');
  };

  it('answers with the card that replaces the pressed one, and updates the message so that it stays', async () => {
    const amara = person();
    await ask(amara);
    answers = () => [{ kind: 'view', at: 'pressed', view: message('After') }];

    const { status, body, card, sent } = await amara.presses('Show help');

    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(card)).toContain('After');
    expect(sent.map((one) => one.method)).toEqual(['PUT']);
    expect(amara.messages()).toHaveLength(1);
    expect(JSON.stringify(amara.lastCard())).toContain('After');
    expect(heard.at(-1)).toMatchObject({
      kind: 'submission',
      submission: { verb: 'ask', data: { intent: 'help' } },
    });
  });

  it('never touches a message that was not pressed, whoever presses and whatever comes back', async () => {
    const [amara, ben] = [person(), person()];
    await ask(amara);
    await ask(ben);
    const before = bot.connector.taken.length;
    answers = () => [
      { kind: 'view', at: 'pressed', view: message('For the presser') },
      newMessage('New'),
      { kind: 'text', text: 'words' },
    ];

    await ben.presses('Show help');
    await amara.invokes('ask', { v: 1, intent: 'help' });

    const puts = bot.connector.taken.slice(before).filter((one) => one.method === 'PUT');
    expect(puts.map((one) => one.conversationId)).toEqual([ben.conversationId]);
    expect(JSON.stringify(amara.messages()[0]?.card)).toContain('Before');
    expect(bot.connector.taken.every((one) => !JSON.stringify(one.card ?? {}).includes('"refresh"'))).toBe(
      true,
    );
  });

  it('is answered with words where there is no card to show', async () => {
    const amara = person();
    await ask(amara);
    answers = () => [{ kind: 'text', text: 'That is not yours to see.' }];

    const { body, sent } = await amara.presses('Show help');

    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'That is not yours to see.',
    });
    expect(sent).toEqual([]);
  });

  it('is answered the same when it is pressed twice', async () => {
    const amara = person();
    await ask(amara);
    const card = amara.lastMessage();
    answers = () => [{ kind: 'view', at: 'pressed', view: message('Kept') }];

    const first = await amara.presses('Show help', { on: card });
    const second = await amara.presses('Show help', { on: card });

    expect(second.body).toEqual(first.body);
    expect(heard.filter((turn) => turn.kind === 'submission')).toHaveLength(2);
  });

  it('works from a client that only submits: the message is updated', async () => {
    const amara = person();
    await ask(amara);
    answers = () => [{ kind: 'view', at: 'pressed', view: message('After') }];

    const { status, sent } = await amara.submits('Show help');

    expect(status).toBe(200);
    expect(sent.map((one) => one.method)).toEqual(['PUT']);
    expect(heard.at(-1)).toMatchObject({ kind: 'submission', submission: { verb: 'ask' } });
  });

  it('is answered with a new message when the pressed one has been deleted', async () => {
    const amara = person();
    await ask(amara);
    answers = () => [{ kind: 'view', at: 'pressed', view: message('After') }];
    bot.connector.fail(
      { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } },
      { method: 'PUT' },
    );

    const { sent } = await amara.submits('Show help');

    expect(sent.map((one) => one.method)).toEqual(['POST']);
  });

  it('says so when the card is too old, and asks nobody', async () => {
    const amara = person();
    const { status, text } = await amara.invokes('no-such-verb', { v: 1 });
    expect(status).toBe(200);
    expect(text).toMatch(/old one/);
    const submitted = await amara.sends({ type: 'message', value: { verb: 'no-such-verb' } });
    expect(submitted.text).toMatch(/old one/);
    expect(heard).toEqual([]);
  });

  it('does nothing when a client refreshes a card by itself', async () => {
    const amara = person();
    const { status, body } = await amara.sends({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'ask', data: { v: 1, intent: 'help' } }, trigger: 'automatic' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
    expect(heard).toEqual([]);
  });

  it('of another kind than the bot offers is refused in the body, with HTTP 200', async () => {
    const amara = person();
    const { status, body } = await amara.sends({ type: 'invoke', name: 'task/fetch', value: {} });
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  });

  it('remembers where a subject is shown, for the person who sees it', async () => {
    const amara = person();
    const known = {
      id: `p-${amara.entraId}`,
      email: amara.email.toLowerCase(),
      name: amara.name,
      roles: ['nqsw'],
      team: 'North',
      entraId: amara.entraId,
      nonWorkingDays: [],
      participantId: null,
    } as const;
    await bot.repositories.roster.save([known], []);
    const rostered = await bot.repositories.people.byEntraId(amara.entraId);
    const subject = { card: 'confirm-record', participantId: 'n-1', recordId: 'r-1' } as const;
    await ask(amara);
    answers = () => [{ kind: 'view', at: 'pressed', view: message('Recorded'), shows: subject }];
    await amara.presses('Show help');

    const recipient = { kind: 'person', personId: rostered?.id ?? '' } as const;
    expect(await bot.repositories.postedCards.find(recipient, subject)).toEqual({
      serviceUrl: bot.connector.url,
      conversationId: amara.conversationId,
      activityId: amara.lastMessage().activityId,
    });
  });

  it('gives a sentence instead of an error when the academy fails', async () => {
    const amara = person();
    answers = () => {
      throw new Error('store is down');
    };
    const { status, body } = await amara.invokes('ask', { v: 1, intent: 'help' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(String(body.value)).toMatch(/went wrong on my side.*reference/);
  });
});
