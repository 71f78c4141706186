import type { MessageView } from '../services/views.ts';
import type { Example } from './card.ts';

const everybody = { title: 'Who gets messages', value: 'everybody on the roster' };

/** The plain card as it shows how sending stands, and as it asks before everything stops. */
export const sendingExamples: readonly Example<MessageView>[] = [
  {
    title: 'sending is on',
    data: {
      heading: 'Messages are being sent',
      tone: 'good',
      lines: ['You can stop everything at once. Nothing is lost by it: what is owed waits.'],
      facts: [{ title: 'Waiting now', value: '3 messages' }, everybody],
      actions: [
        { title: 'Stop all sending', verb: 'sending-stop', data: {} },
        { title: 'Delivery report', verb: 'delivery-report', data: {} },
        { title: 'Who was not reached', verb: 'undelivered-open', data: {} },
      ],
    },
  },
  {
    title: 'before everything stops',
    data: {
      heading: 'Stop all messages, for everybody?',
      tone: 'warning',
      lines: [
        'No reminder, no record to agree and no alert goes out until somebody starts sending again. What is owed waits and loses nothing; people who write to me are still answered.',
      ],
      facts: [{ title: 'Waiting now', value: '3 messages' }],
      actions: [
        { title: 'Yes, stop all sending', verb: 'sending-stop-now', data: {} },
        { title: 'Leave it as it is', verb: 'sending-open', data: {} },
      ],
    },
  },
  {
    title: 'sending is stopped',
    data: {
      heading: 'All sending is stopped',
      tone: 'attention',
      lines: [
        'Nothing goes out by itself: no reminders, no records to agree, no alerts. People who write to me are still answered.',
      ],
      facts: [
        { title: 'Stopped by', value: 'Lindiwe Moyo' },
        { title: 'Since', value: 'Wed 30 Sep 2026, 10:12 (UK time)' },
        { title: 'Waiting now', value: '20 messages' },
        { title: 'Who gets messages', value: 'only the pilot group: Amara Okoro, Tom Adeyemi' },
      ],
      actions: [
        { title: 'Start sending again', verb: 'sending-resume', data: {} },
        { title: 'Delivery report', verb: 'delivery-report', data: {} },
      ],
    },
  },
];
