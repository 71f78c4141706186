/** Teams, acting for people: builds the activities that it would send, and shows what people then see. */
import { buttonsOf, type CardAction, untouchedInputs } from './card-reading.ts';
import type { FakeConnector, Json, TakenMessage } from './fake-connector.ts';

export interface BotClientOptions {
  /** Where the bot takes activities, "http://127.0.0.1:3978/api/messages". */
  readonly endpoint: string;
  readonly connector: FakeConnector;
  /** The authorization header for a service URL; none in local mode. */
  readonly authorize?: (serviceUrl: string) => Promise<string>;
  readonly tenantId?: string;
  readonly botId?: string;
}

export interface Exchange {
  readonly status: number;
  /** What the HTTP answer held; for a button `{statusCode, type, value}`. */
  readonly body: Json;
  /** The messages that the bot sent before it answered, updates included. */
  readonly sent: readonly TakenMessage[];
  /** The card that replaces the pressed one, if the answer is one. */
  readonly card: Json | undefined;
  /** The words of the answer: the invoke's own, or else those of the messages. */
  readonly text: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
}

export interface PersonOptions {
  readonly entraId: string;
  readonly name: string;
  readonly email: string;
}

export interface PressOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly in?: Channel;
  /** The message whose button is pressed; otherwise the newest that has it. */
  readonly on?: TakenMessage;
}

export interface TestPerson extends PersonOptions {
  /** The person's id towards the bot. */
  readonly userId: string;
  readonly conversationId: string;
  says(text: string, options?: { in?: Channel; activityId?: string }): Promise<Exchange>;
  /** Presses the newest button with this title (`Action.Execute`), with the inputs as they stand or as given. */
  presses(title: string, options?: PressOptions): Promise<Exchange>;
  /** The same from a client that only knows `Action.Submit`. */
  submits(title: string, options?: PressOptions): Promise<Exchange>;
  /** Sends what no card offers: for verbs and data that somebody made up. */
  invokes(verb: string, data: Json, options?: { replyToId?: string; in?: Channel }): Promise<Exchange>;
  installs(
    action?: 'add' | 'add-upgrade',
    options?: { in?: Channel; activityId?: string },
  ): Promise<Exchange>;
  removes(action?: 'remove' | 'remove-upgrade', options?: { in?: Channel }): Promise<Exchange>;
  /** Any activity, over what the person would send. */
  sends(activity: Json, options?: { in?: Channel }): Promise<Exchange>;
  /** What stands in the person's chat with the bot, oldest first. */
  messages(): readonly TakenMessage[];
  lastMessage(): TakenMessage;
  lastCard(): Json;
}

export interface BotClient {
  person(options: PersonOptions): TestPerson;
  channel(options: Channel): Channel;
  /** Posts one activity and waits for the answer. */
  post(activity: unknown, headers?: Readonly<Record<string, string>>): Promise<Exchange>;
}

export const testTenant = '0b5e6a3c-3b67-4c5e-9d55-6f1f0a6c2f01';

export function createBotClient(options: BotClientOptions): BotClient {
  const { endpoint, connector } = options;
  const tenantId = options.tenantId ?? testTenant;
  const botId = options.botId ?? '28:academy-bot';
  let ids = 0;

  async function post(activity: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Exchange> {
    const before = connector.taken.length;
    const authorization = await options.authorize?.(connector.url);
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(authorization === undefined ? {} : { Authorization: authorization }),
        ...headers,
      },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    const body: Json = text === '' ? {} : JSON.parse(text);
    const sent = connector.taken.slice(before);
    return { status: response.status, body, sent, card: cardOf(body), text: textOf(body, sent) };
  }

  function person({ entraId, name, email }: PersonOptions): TestPerson {
    const userId = `29:${entraId}`;
    const conversationId = `a:${entraId}`;
    connector.knows({ id: userId, name, aadObjectId: entraId, email });

    const base = (where: Channel | undefined): Json => ({
      id: `inbound-${++ids}-${entraId}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      timestamp: '2026-09-14T08:00:00.000Z',
      locale: 'en-GB',
      from: { id: userId, name, aadObjectId: entraId },
      recipient: { id: botId, name: 'Academy Assistant' },
      ...place(where, conversationId, tenantId),
    });
    const sends = (activity: Json, { in: where }: { in?: Channel } = {}) =>
      post({ ...base(where), ...activity });

    function find(title: string, { in: where, on }: PressOptions): Found {
      const messages = on ? [on] : connector.standing(where?.id ?? conversationId).toReversed();
      const found = messages.flatMap((message) =>
        buttonsOf(message.card ?? {}).map((action) => ({ message, action })),
      );
      const first = found.find(({ action }) => action.title === title);
      if (first) return first;
      const titles = found.map(({ action }) => action.title).join(', ') || 'none';
      throw new Error(`${name} sees no button “${title}”, only: ${titles}`);
    }

    /** A button pressed in a channel comes from the thread of its card. */
    const threadOf = ({ conversationId: id }: TakenMessage, where: Channel | undefined): Json =>
      where ? { conversation: { ...conversationIn(where, tenantId), id } } : {};

    return {
      entraId,
      name,
      email,
      userId,
      conversationId,
      sends,
      says: (text, { in: where, activityId } = {}) =>
        sends(
          { type: 'message', text, textFormat: 'plain', ...(activityId ? { id: activityId } : {}) },
          where ? { in: where } : {},
        ),
      presses: (title, options = {}) => {
        const { message, action } = find(title, options);
        const data = { ...action.data, ...untouchedInputs(message.card ?? {}), ...options.inputs };
        return post({
          ...base(options.in),
          ...threadOf(message, options.in),
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: message.activityId,
          value: { action: { type: 'Action.Execute', verb: action.verb, data }, trigger: 'manual' },
        });
      },
      submits: (title, options = {}) => {
        const { message, action } = find(title, options);
        const inputs = { ...untouchedInputs(message.card ?? {}), ...options.inputs };
        const value = { ...(action.fallback?.data ?? { verb: action.verb, ...action.data }), ...inputs };
        return post({
          ...base(options.in),
          ...threadOf(message, options.in),
          type: 'message',
          replyToId: message.activityId,
          value,
        });
      },
      invokes: (verb, data, { replyToId, in: where } = {}) =>
        post({
          ...base(where),
          type: 'invoke',
          name: 'adaptiveCard/action',
          ...(replyToId === undefined ? {} : { replyToId }),
          value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        }),
      installs: (action = 'add', { in: where, activityId } = {}) =>
        sends(
          { type: 'installationUpdate', action, ...(activityId ? { id: activityId } : {}) },
          where ? { in: where } : {},
        ),
      removes: (action = 'remove', { in: where } = {}) =>
        sends({ type: 'installationUpdate', action }, where ? { in: where } : {}),
      messages: () => connector.standing(conversationId),
      lastMessage: () => lastOf(connector.standing(conversationId), name),
      lastCard: () => {
        const cards = connector.standing(conversationId).filter((one) => one.card !== undefined);
        return lastOf(cards, name).card ?? {};
      },
    };
  }

  return { person, channel: (channel) => channel, post };
}

interface Found {
  readonly message: TakenMessage;
  readonly action: CardAction;
}

function place(where: Channel | undefined, conversationId: string, tenantId: string): Json {
  if (!where) {
    return {
      conversation: { id: conversationId, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
    };
  }
  return {
    conversation: conversationIn(where, tenantId),
    channelData: {
      tenant: { id: tenantId },
      team: { id: where.teamId, name: 'Social Work Academy' },
      channel: { id: where.id, name: where.name },
    },
  };
}

function conversationIn(where: Channel, tenantId: string): Json {
  return { id: where.id, conversationType: 'channel', isGroup: true, tenantId };
}

function lastOf(messages: readonly TakenMessage[], name: string): TakenMessage {
  const last = messages.at(-1);
  if (!last) throw new Error(`${name} has not been sent anything yet.`);
  return last;
}

function cardOf(body: Json): Json | undefined {
  return body.type === 'application/vnd.microsoft.card.adaptive' ? (body.value as Json) : undefined;
}

function textOf(body: Json, sent: readonly TakenMessage[]): string {
  if (body.type === 'application/vnd.microsoft.activity.message') return String(body.value);
  return sent.flatMap((one) => (one.text === undefined ? [] : [one.text])).join('\n');
}
