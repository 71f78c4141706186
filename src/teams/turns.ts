import type { Temporal } from 'temporal-polyfill';
import { answer, type Said } from './answering.ts';
import type { BotParts } from './bot-needs.ts';
import type { Inbound } from './inbound.ts';
import { errorAnswer, type InvokeAnswer, messageAnswer } from './invoke-answer.ts';
import { textActivity } from './outbound.ts';
import { plainText } from './plain-text.ts';
import { executedButton, type PressedButton, submittedButton } from './pressed-button.ts';
import { outcomeIds } from './send-outcome.ts';
import { orSorry } from './sorry.ts';

/** What people say and press. Neither throws: a fault becomes a sentence and a log line. */
export interface Turns {
  message(inbound: Inbound): Promise<void>;
  button(inbound: Inbound): Promise<InvokeAnswer>;
}

const oldCard =
  'I do not know this button any more: the card is probably an old one. Please ask me again and use the new card.';

export function turnsOver(parts: BotParts): Turns {
  async function say(inbound: Inbound, text: string): Promise<void> {
    const outcome = await parts.outbound.post(inbound, textActivity(text), inbound.activityId);
    if (outcome.outcome !== 'sent') parts.log.warn('reply.not-sent', outcomeIds(outcome));
  }

  function pressedSubmission({ verb, data }: PressedButton): Said | null {
    const read = parts.readSubmission(verb, data);
    if (read.ok) return { kind: 'submission', submission: read.submission };
    parts.log.warn('button.refused', { code: read.code });
    return null;
  }

  function messageSaid(inbound: Inbound): Said | null {
    const pressed = submittedButton(inbound.value);
    if (pressed) return pressedSubmission(pressed);
    return { kind: 'text', text: plainText(inbound.text, inbound.botMentions) };
  }

  async function answerMessage(inbound: Inbound): Promise<void> {
    const now = parts.clock.now();
    if (await isRedelivered(parts, inbound, now)) return;
    const said = messageSaid(inbound);
    if (said) await answer(parts, inbound, said, now);
    else await say(inbound, oldCard);
  }

  async function answerButton(inbound: Inbound, pressed: PressedButton): Promise<InvokeAnswer> {
    const said = pressedSubmission(pressed);
    if (!said) return messageAnswer(oldCard);
    // Not looked up among what was seen before: pressed twice, it must be answered twice, with the same answer.
    const { invoke } = await answer(parts, inbound, said, parts.clock.now());
    return invoke ?? messageAnswer('');
  }

  return {
    async message(inbound) {
      const done = await orSorry(parts, inbound, () => answerMessage(inbound));
      if (!done.ok) await say(inbound, done.words);
    },

    async button(inbound) {
      const pressed = executedButton(inbound.value);
      if (!pressed) return errorAnswer('bad-action', 'This card sent something that I cannot read.');
      const done = await orSorry(parts, inbound, () => answerButton(inbound, pressed));
      return done.ok ? done.value : messageAnswer(done.words);
    },
  };
}

/** Teams delivers an activity again when the first answer was slow; what it did the first time stands. */
export async function isRedelivered(
  parts: BotParts,
  inbound: Inbound,
  now: Temporal.Instant,
): Promise<boolean> {
  if (inbound.activityId === null) return false;
  return !(await parts.inboundLedger.firstSeen(inbound.conversationId, inbound.activityId, now));
}
