import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import { addressUpkeep } from './address-upkeep.ts';
import { admit } from './admission.ts';
import type { TeamsBotNeeds } from './bot-needs.ts';
import { type Inbound, readInbound } from './inbound.ts';
import { errorAnswer, type InvokeAnswer } from './invoke-answer.ts';
import { lifecycleOver } from './lifecycle.ts';
import { outboundOver } from './outbound.ts';
import { turnsOver } from './turns.ts';

/** One request as it came over HTTP, its body already parsed as JSON. */
export interface ActivityRequest {
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface ActivityAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface TeamsBot {
  /** Answers one activity. Never throws and never answers 5xx for what an activity contains. */
  receive(request: ActivityRequest): Promise<ActivityAnswer>;
}

const inboundKey = Symbol('inbound');

/** The conversation with Teams: lets an activity in, routes it, and carries the replies back. */
export function createTeamsBot(needs: TeamsBotNeeds): TeamsBot {
  const { connection, log } = needs;
  const parts = {
    ...needs,
    upkeep: addressUpkeep(needs.addressBook),
    outbound: outboundOver(connection, log, needs.calls),
  };
  const turns = turnsOver(parts);
  const lifecycle = lifecycleOver(parts);
  const app = new Application({
    adapter: connection.adapter,
    // One timer would be shared by all turns, and another turn's end would stop it.
    startTypingTimer: false,
    // The SDK builds a pattern from the mention's text; `plainText` removes it literally.
    removeRecipientMention: false,
  });

  // Own invoke responses: the SDK's card handlers can overwrite the message for everybody.
  app.addRoute(
    async ({ activity }) => activity.name === 'adaptiveCard/action',
    async (context) => answerInvoke(context, await turns.button(inboundOf(context))),
    true,
  );
  app.addRoute(
    async () => true,
    async (context) => answerInvoke(context, errorAnswer('unknown-invoke', 'This bot does not offer that.')),
    true,
  );
  app.activity('message', async (context) => turns.message(inboundOf(context)));
  app.activity('installationUpdate', async (context) => lifecycle.installation(inboundOf(context)));
  app.activity('conversationUpdate', async (context) => lifecycle.conversationChange(inboundOf(context)));

  async function runTurn(inbound: Inbound, context: TurnContext): Promise<void> {
    context.turnState.set(inboundKey, inbound);
    await app.run(context);
  }

  return {
    async receive({ authorization, body }) {
      const read = readInbound(body);
      if (!read.ok) return refused(400, 'bad-activity', read.at);
      const admission = await admit(connection, read.inbound, authorization, log);
      if (!admission.admitted) {
        log.warn('activity.refused', { why: admission.why });
        return refused(admission.status, admission.status === 401 ? 'unauthorised' : 'try-again');
      }
      try {
        const answer = await admission.run((context) => runTurn(read.inbound, context));
        return { status: answer?.status ?? 200, body: answer?.body };
      } catch (cause) {
        log.error('turn.not-run', cause, { type: read.inbound.type });
        return { status: 200 };
      }
    },
  };
}

async function answerInvoke(context: TurnContext, body: InvokeAnswer): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

function inboundOf(context: TurnContext): Inbound {
  return context.turnState.get(inboundKey);
}

function refused(status: number, code: string, at?: string): ActivityAnswer {
  return { status, body: { error: at === undefined ? { code } : { code, at } } };
}
