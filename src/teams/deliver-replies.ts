import { setTimeout as pause } from 'node:timers/promises';
import type { CardMessage, Log, PostedCards, PostedMessage, Recipient, Subject } from '../services/ports.ts';
import type { Reply } from '../services/turn.ts';
import type { View } from '../services/views.ts';
import { aiLabel } from './ai-label.ts';
import type { TeamsConnection } from './connection.ts';
import type { Inbound } from './inbound.ts';
import { cardAnswer, type InvokeAnswer, messageAnswer } from './invoke-answer.ts';
import { cardActivity, type Outbound, textActivity } from './outbound.ts';
import { outcomeIds } from './send-outcome.ts';

export interface DeliveryNeeds {
  readonly outbound: Outbound;
  readonly connection: Pick<TeamsConnection, 'after'>;
  /** Lays a view out as a card. */
  readonly bind: (view: View) => CardMessage;
  readonly postedCards: Pick<PostedCards, 'remember'>;
  readonly log: Log;
}

export interface Delivered {
  /** Null when nobody waits for an answer to an invoke. */
  readonly invoke: InvokeAnswer | null;
  /** Whether Teams took every message before this was answered. */
  readonly complete: boolean;
}

export interface Delivery {
  readonly inbound: Inbound;
  /** Whose subject a reply shows; null when the sender is nobody we know. */
  readonly recipient: () => Promise<Recipient | null>;
  readonly replies: readonly Reply[];
}

type ViewReply = Extract<Reply, { kind: 'view' }>;

/** An invoke must be answered within ten seconds or so; the update of the card behind it may not use them up. */
const updateWhileInvokedMs = 4000;
/** What Teams has not taken by then goes on being tried once the invoke has been answered. */
const postWhileInvokedMs = 6000;

/**
 * Somebody waits: a reply for which Teams had no room is tried again soon, whatever Teams asks of messages that can wait.
 * Nothing of it was taken, so nothing can come twice. Milliseconds.
 */
export const throttledPauses = [500, 1_000, 2_000, 4_000, 8_000, 8_000];

const answeredBelow = 'Your answer is in a new message below.';

/**
 * Carries the replies of one turn to Teams, in order. Answers the invoke, if it was one, with the card that
 * replaces the pressed one, or else with the words.
 */
export async function deliverReplies(needs: DeliveryNeeds, delivery: Delivery): Promise<Delivered> {
  const { inbound, replies } = delivery;
  const invoked = inbound.type === 'invoke';
  const pressed = replies.find((reply) => reply.kind === 'view' && reply.at === 'pressed');
  // Words alone are the answer to an invoke themselves; beside a card they are a message of their own.
  const messages = invoked && !pressed ? replies.filter((reply) => reply.kind === 'view') : replies;
  const posting = postInOrder(needs, delivery, messages);
  if (!invoked) return { invoke: null, complete: await posting };
  const complete = await whileInvoked(needs, posting);
  return { invoke: invokeAnswer(needs, replies, pressed), complete };
}

async function postInOrder(
  needs: DeliveryNeeds,
  delivery: Delivery,
  replies: readonly Reply[],
): Promise<boolean> {
  let complete = true;
  for (const reply of replies) complete = (await postReply(needs, delivery, reply)) && complete;
  return complete;
}

/** Whoever pressed would otherwise be told that the app cannot be reached, although their answer is on its way. */
async function whileInvoked({ connection, log }: DeliveryNeeds, posting: Promise<boolean>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const cancel = connection.after(postWhileInvokedMs, () => resolve('late'));
  try {
    const complete = await Promise.race([posting, late]);
    if (complete !== 'late') return complete;
    posting.catch((fault) => log.error('reply.not-sent-late', fault));
    return false;
  } finally {
    cancel();
  }
}

function invokeAnswer(
  needs: DeliveryNeeds,
  replies: readonly Reply[],
  pressed: Reply | undefined,
): InvokeAnswer {
  if (pressed?.kind === 'view') return cardAnswer(needs.bind(pressed.view).card);
  const words = replies.flatMap((reply) => (reply.kind === 'text' ? [reply.text] : []));
  return messageAnswer(words.join('\n\n') || answeredBelow);
}

function labelled(activity: ReturnType<typeof textActivity>, { suggested }: Reply) {
  return suggested === true ? { ...activity, entities: [aiLabel] } : activity;
}

async function postReply(needs: DeliveryNeeds, delivery: Delivery, reply: Reply): Promise<boolean> {
  if (reply.kind === 'text') {
    return (await post(needs, delivery.inbound, labelled(textActivity(reply.text), reply))) !== undefined;
  }
  const known = reply.shows && invokedCard(delivery.inbound, reply);
  // Before the update of the card, which may take seconds: meanwhile somebody may answer, and the card is to show it.
  if (known && reply.shows) await remember(needs, delivery, reply.shows, known);
  const posted = await showView(needs, delivery.inbound, reply);
  if (posted && reply.shows && !known) await remember(needs, delivery, reply.shows, posted);
  return posted !== undefined;
}

/** The message that an invoke replaces: it stays where it is, whatever becomes of its update. */
function invokedCard({ type, serviceUrl, conversationId, replyToId }: Inbound, reply: ViewReply) {
  if (type !== 'invoke' || reply.at !== 'pressed' || replyToId === null) return undefined;
  return { serviceUrl, conversationId, activityId: replyToId };
}

async function showView(
  needs: DeliveryNeeds,
  inbound: Inbound,
  reply: ViewReply,
): Promise<PostedMessage | undefined> {
  const activity = labelled(cardActivity(needs.bind(reply.view)), reply);
  if (reply.at === 'new' || inbound.replyToId === null) {
    // An invoke that names no card shows the new one through its answer alone.
    return reply.at === 'pressed' && inbound.type === 'invoke' ? undefined : post(needs, inbound, activity);
  }
  const { serviceUrl, conversationId, replyToId: activityId } = inbound;
  const invoked = inbound.type === 'invoke';
  const pressed = { serviceUrl, conversationId, activityId };
  const outcome = await needs.outbound.put(pressed, activity, invoked ? updateWhileInvokedMs : undefined);
  if (outcome.outcome === 'sent') return pressed;
  needs.log.warn('card.not-updated', outcomeIds(outcome));
  // Somebody without Universal Actions would otherwise see nothing happen.
  if (!invoked && outcome.outcome === 'unreachable') return post(needs, inbound, activity);
  return invoked ? pressed : undefined;
}

async function post(
  needs: DeliveryNeeds,
  inbound: Inbound,
  activity: ReturnType<typeof textActivity>,
): Promise<PostedMessage | undefined> {
  const replyTo = inbound.type === 'message' ? inbound.activityId : null;
  let outcome = await needs.outbound.post(inbound, activity, replyTo);
  for (const milliseconds of throttledPauses) {
    if (outcome.outcome !== 'throttled') break;
    await pause(milliseconds);
    outcome = await needs.outbound.post(inbound, activity, replyTo);
  }
  if (outcome.outcome === 'sent') return outcome.posted;
  needs.log.warn('reply.not-sent', outcomeIds(outcome));
  return undefined;
}

async function remember(
  needs: DeliveryNeeds,
  delivery: Delivery,
  subject: Subject,
  posted: PostedMessage,
): Promise<void> {
  const recipient = await delivery.recipient();
  if (recipient) await needs.postedCards.remember(recipient, subject, posted);
}
