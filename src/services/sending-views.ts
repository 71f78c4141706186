import { dateAndTime } from '../academy/wording.ts';
import type { Asker } from './asker.ts';
import {
  type ControlNeeds,
  resumeSending,
  type SendingSummary,
  sendingSummary,
  stopSending,
} from './control-sending.ts';
import type { Needs } from './needs.ts';
import { may } from './permission.ts';
import { message } from './short-answers.ts';
import type { ActionView, FactView, View } from './views.ts';

const stop: ActionView = { title: 'Stop all sending', verb: 'sending-stop', data: {} };
const stopNow: ActionView = { title: 'Yes, stop all sending', verb: 'sending-stop-now', data: {} };
const resume: ActionView = { title: 'Start sending again', verb: 'sending-resume', data: {} };
const leaveIt: ActionView = { title: 'Leave it as it is', verb: 'sending-open', data: {} };
export const openSending: ActionView = { title: 'Is sending on?', verb: 'sending-open', data: {} };
export const openDelivery: ActionView = { title: 'Delivery report', verb: 'delivery-report', data: {} };
export const openUndelivered: ActionView = {
  title: 'Who was not reached',
  verb: 'undelivered-open',
  data: {},
};

const mostNamed = 12;

/** "Amara Okoro, Ben Carter and 3 more" */
function namesOf(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

const messagesOf = (count: number) => `${count} ${count === 1 ? 'message' : 'messages'}`;

function pilotFact({ pilot }: SendingSummary): FactView {
  if (pilot === null) return { title: 'Who gets messages', value: 'everybody on the roster' };
  if (pilot.length === 0) return { title: 'Who gets messages', value: 'nobody: the pilot group is empty' };
  return { title: 'Who gets messages', value: `only the pilot group: ${namesOf(pilot)}` };
}

function stateView(needs: Pick<Needs, 'programme'>, summary: SendingSummary, note: readonly string[]): View {
  const { stopped, waiting } = summary;
  const waits = { title: 'Waiting now', value: messagesOf(waiting) };
  if (stopped === null) {
    const heading =
      summary.pilot === null ? 'Messages are being sent' : 'Messages go to the pilot group only';
    const lines = [...note, 'You can stop everything at once. Nothing is lost by it: what is owed waits.'];
    return message(heading, lines, {
      tone: summary.pilot === null ? 'good' : 'warning',
      facts: [waits, pilotFact(summary)],
      actions: [stop, openDelivery, openUndelivered],
    });
  }
  const since = dateAndTime(stopped.at, needs.programme.timeZone);
  const lines = [
    ...note,
    'Nothing goes out by itself: no reminders, no records to agree, no alerts. People who write to me are still answered.',
  ];
  return message('All sending is stopped', lines, {
    tone: 'attention',
    facts: [
      { title: 'Stopped by', value: stopped.by },
      { title: 'Since', value: since },
      waits,
      pilotFact(summary),
    ],
    actions: [resume, openDelivery],
  });
}

type ViewNeeds = ControlNeeds & Pick<Needs, 'programme' | 'log'>;

const isAllowed = (asker: Asker) => may('control-sending', asker.person.roles, ['academy']);
const refused = ({ log }: Pick<Needs, 'log'>, asker: Asker): null => {
  log.warn('permission.refused', { verb: 'control-sending', person: asker.person.id });
  return null;
};

/** How sending stands, for an Academy Manager; null for everybody else. */
export async function openSendingState(needs: ViewNeeds, asker: Asker): Promise<View | null> {
  if (!isAllowed(asker)) return refused(needs, asker);
  return stateView(needs, await sendingSummary(needs), []);
}

/** Asks once more before everything stops. */
export async function askToStop(needs: ViewNeeds, asker: Asker): Promise<View | null> {
  if (!isAllowed(asker)) return refused(needs, asker);
  const summary = await sendingSummary(needs);
  if (summary.stopped !== null) return stateView(needs, summary, ['It is stopped already.']);
  return message(
    'Stop all messages, for everybody?',
    [
      'No reminder, no record to agree and no alert goes out until somebody starts sending again. What is owed waits and loses nothing; people who write to me are still answered.',
    ],
    {
      tone: 'warning',
      facts: [{ title: 'Waiting now', value: messagesOf(summary.waiting) }],
      actions: [stopNow, leaveIt],
    },
  );
}

export async function stopAllSending(needs: ViewNeeds, asker: Asker): Promise<View | null> {
  if (!isAllowed(asker)) return refused(needs, asker);
  const came = await stopSending(needs, { by: asker.person.id, at: asker.now });
  needs.log.info('sending.stopped', { by: asker.person.id, came });
  return stateView(needs, await sendingSummary(needs), came === 'already' ? ['It was stopped already.'] : []);
}

export async function startSendingAgain(needs: ViewNeeds, asker: Asker): Promise<View | null> {
  if (!isAllowed(asker)) return refused(needs, asker);
  const { waiting } = await sendingSummary(needs);
  const came = await resumeSending(needs, { by: asker.person.id, at: asker.now });
  needs.log.info('sending.resumed', { by: asker.person.id, came, waiting });
  const note =
    came === 'already'
      ? 'It was not stopped.'
      : `Sending has started again. ${waiting === 0 ? 'Nothing was waiting.' : `What waited (${messagesOf(waiting)}) is going out now.`}`;
  return stateView(needs, await sendingSummary(needs), [note]);
}
