/** What an Academy Manager asks or presses about sending as a whole. */

import type { Slots } from '../understanding/intents.ts';
import type { SendingRequest } from '../understanding/sending-words.ts';
import type { Asker } from './asker.ts';
import { openDeliveryReport } from './delivery-views.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { askToStop, openSendingState, startSendingAgain, stopAllSending } from './sending-views.ts';
import { message, newView, notForYou, pressedView } from './short-answers.ts';
import type { Submission } from './submissions.ts';
import type { Reply } from './turn.ts';
import { openUndeliveredList, tryAgain } from './undelivered-views.ts';
import type { View } from './views.ts';

/** For whoever means their own messages, or may not stop those of others. */
const onlyManagers = message('That is for an Academy Manager', [
  'Messages for everybody are stopped and started by an Academy Manager alone.',
  'To change when and how you are reminded yourself, write: my settings',
]);

function viewFor(needs: Needs, asker: Asker, request: SendingRequest, slots: Slots): Promise<View | null> {
  switch (request) {
    case 'stop':
      return askToStop(needs, asker);
    case 'resume':
      return startSendingAgain(needs, asker);
    case 'state':
      return openSendingState(needs, asker);
    case 'delivery-report':
      return openDeliveryReport(needs, asker, slots.month === undefined ? {} : { month: slots.month });
    default:
      return openUndeliveredList(needs, asker);
  }
}

/** Answers what was typed about sending as a whole. */
export async function answerSending(
  needs: Needs,
  asker: Asker,
  request: SendingRequest,
  slots: Slots,
): Promise<readonly Reply[]> {
  if (!may('control-sending', asker.person.roles, ['academy'])) return [newView(onlyManagers)];
  const view = await viewFor(needs, asker, request, slots);
  return [view === null ? notForYou(needs.programme) : newView(view)];
}

const sendingVerbs = [
  'sending-open',
  'sending-stop',
  'sending-stop-now',
  'sending-resume',
  'delivery-report',
  'undelivered-open',
  'undelivered-retry',
] as const satisfies readonly Submission['verb'][];
type SendingPress = Extract<Submission, { verb: (typeof sendingVerbs)[number] }>;

function pressedViewFor(needs: Needs, asker: Asker, press: SendingPress): Promise<View | null> {
  switch (press.verb) {
    case 'sending-open':
      return openSendingState(needs, asker);
    case 'sending-stop':
      return askToStop(needs, asker);
    case 'sending-stop-now':
      return stopAllSending(needs, asker);
    case 'sending-resume':
      return startSendingAgain(needs, asker);
    case 'delivery-report':
      return openDeliveryReport(needs, asker, press.data);
    case 'undelivered-open':
      return openUndeliveredList(needs, asker);
    case 'undelivered-retry':
      return tryAgain(needs, asker, press.data.who);
    default:
      return press satisfies never;
  }
}

/** Answers a button of the cards about sending: the card itself shows what came of it. */
export async function pressSending(
  needs: Needs,
  asker: Asker,
  press: SendingPress,
): Promise<readonly Reply[]> {
  const view = await pressedViewFor(needs, asker, press);
  return [view === null ? notForYou(needs.programme) : pressedView(view)];
}
