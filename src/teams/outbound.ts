import { z } from 'zod';
import type { CardMessage, Log, PostedMessage, SendOutcome } from '../services/ports.ts';
import { attempt } from './attempt.ts';
import type { TeamsConnection } from './connection.ts';
import type { AttemptOptions, Connector, NewConversation, WireActivity } from './connector.ts';
import { normalisedObjectId } from './inbound.ts';
import { failedOutcome } from './send-outcome.ts';

type NotSent = Exclude<SendOutcome, { outcome: 'sent' }>;
type Answer<T> = { readonly outcome: 'answered'; readonly value: T } | NotSent;

export interface ConversationAt {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

export interface Member {
  readonly entraId: string | null;
  /** Lower case. */
  readonly email: string | null;
}

/** Every call to the connector that the product makes: one HTTP attempt each, bounded and classified. */
export interface Outbound {
  post(to: ConversationAt, activity: WireActivity, replyTo?: string | null): Promise<SendOutcome>;
  put(posted: PostedMessage, activity: WireActivity, deadlineMs?: number): Promise<SendOutcome>;
  create(serviceUrl: string, conversation: NewConversation): Promise<SendOutcome>;
  member(at: ConversationAt, userId: string): Promise<Member | undefined>;
}

const memberAnswer = z.object({
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
});

/** Told of each call before it is made, for Teams counts them all, and of each for which Teams had no room. */
export interface CallWatch {
  called(): void;
  refused(): void;
}

const nobody: CallWatch = { called() {}, refused() {} };

export function outboundOver(connection: TeamsConnection, log: Log, watch: CallWatch = nobody): Outbound {
  async function call<T>(
    serviceUrl: string,
    send: (connector: Connector, options: AttemptOptions) => Promise<T>,
    deadlineMs = connection.deadlineMs,
  ): Promise<Answer<T>> {
    if (!connection.hosts.allows(serviceUrl)) {
      log.warn('service-host.refused');
      return { outcome: 'permanent', code: 'service-host-refused' };
    }
    watch.called();
    const attempted = await attempt(deadlineMs, connection.after, async (options) =>
      send(await connection.open(serviceUrl), options),
    );
    if (attempted.ok) return { outcome: 'answered', value: attempted.value };
    const failed = failedOutcome(attempted);
    if (failed.outcome === 'throttled') watch.refused();
    return failed;
  }

  return {
    async post(to, activity, replyTo = null) {
      const answer = await call(to.serviceUrl, ({ conversations }, options) =>
        replyTo === null
          ? conversations.sendToConversation(to.conversationId, activity, options)
          : conversations.replyToActivity(to.conversationId, replyTo, activity, options),
      );
      return answer.outcome === 'answered' ? sent(to, answer.value.id) : answer;
    },

    async put(posted, activity, deadlineMs) {
      const { conversationId, activityId } = posted;
      if (activityId === '') return { outcome: 'unreachable', reason: 'not-found', code: 'no-activity-id' };
      const answer = await call(
        posted.serviceUrl,
        ({ conversations }, options) =>
          conversations.updateActivity(conversationId, activityId, { ...activity, id: activityId }, options),
        deadlineMs,
      );
      return answer.outcome === 'answered' ? { outcome: 'sent', posted } : answer;
    },

    async create(serviceUrl, conversation) {
      const answer = await call(serviceUrl, ({ conversations }, options) =>
        conversations.createConversation(conversation, options),
      );
      if (answer.outcome !== 'answered') return answer;
      const { id: conversationId, activityId } = answer.value;
      if (!conversationId) return { outcome: 'ambiguous', code: 'no-conversation-id' };
      // A thread is named after the message that opened it.
      return sent({ serviceUrl, conversationId }, activityId ?? conversationId.split(';messageid=')[1]);
    },

    async member(at, userId) {
      const answer = await call(at.serviceUrl, ({ conversations }, options) =>
        conversations.getConversationMember(at.conversationId, userId, options),
      );
      if (answer.outcome !== 'answered') {
        log.warn('member.unknown', { outcome: answer.outcome });
        return undefined;
      }
      const parsed = memberAnswer.safeParse(answer.value);
      if (!parsed.success) return undefined;
      const { email, userPrincipalName, aadObjectId, objectId } = parsed.data;
      return {
        entraId: normalisedObjectId(aadObjectId || objectId || null),
        email: (email || userPrincipalName || '').trim().toLowerCase() || null,
      };
    },
  };
}

/** A card goes alone, with a summary for the toast: Teams splits text and card and then names no message. */
export function cardActivity(message: CardMessage): WireActivity {
  return {
    type: 'message',
    summary: message.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
  };
}

export function textActivity(text: string): WireActivity {
  return { type: 'message', text, textFormat: 'plain', summary: text.slice(0, 200) };
}

function sent(at: ConversationAt, activityId: string | undefined): SendOutcome {
  const { serviceUrl, conversationId } = at;
  return { outcome: 'sent', posted: { serviceUrl, conversationId, activityId: activityId ?? '' } };
}
