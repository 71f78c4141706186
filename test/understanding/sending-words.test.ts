import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sendingRequest } from '../../src/understanding/sending-words.ts';

const meant = {
  stop: [
    'stop all messages',
    'Stop all sending!',
    'stop sending',
    'pause sending',
    'please pause all messages',
    'pause all reminders',
    'suspend messages to everybody',
    'halt all notifications now',
    'switch off all messages',
    'turn all reminders off',
    'kill switch',
    'stop everything',
    'pause messaging for everyone',
  ],
  resume: [
    'resume sending',
    'start sending again',
    'start sending messages again please',
    'resume all messages',
    'turn messages back on',
    'unpause sending',
    'restart messages',
  ],
  state: [
    'is sending paused?',
    'are messages going out',
    'sending status',
    'has sending been stopped',
    'who is in the pilot group',
    'pilot group',
    'how many messages are waiting',
  ],
  'delivery-report': [
    'delivery report',
    'show the delivery report',
    'delivery figures please',
    'message report',
    'report on messages',
    'what messages were delivered',
    'did the messages arrive',
  ],
  undelivered: [
    'undelivered',
    'undelivered messages',
    'undelivered list',
    'who did not get their messages',
    "who didn't get the reminder",
    'which messages did not arrive',
    'failed messages that were never delivered',
    'what could not be delivered',
  ],
  'not-installed': [
    "who hasn't installed the app",
    'who has not added the app',
    "who doesn't have the app",
    'people without the app',
    'not installed the bot',
  ],
} as const;

describe('what is wanted of sending as a whole', () => {
  it.each(Object.entries(meant).flatMap(([request, texts]) => texts.map((text) => [text, request] as const)))(
    '“%s” is %s',
    (text, request) => {
      expect(sendingRequest(text)).toBe(request);
    },
  );

  it.each([
    '',
    'I want to stop',
    'i just want it all to stop',
    'I want everything to stop',
    'make it stop',
    'stop',
    'stop it',
    'please stop messaging me',
    'stop sending me reminders',
    "don't stop sending",
    'do not pause all messages',
    'never stop the messages',
    'pause my programme',
    'pause Amara',
    'can we pause the programme',
    'put my reminders on hold',
    'how do I stop my reminders',
    'turn off reminders',
    'pause reminders',
    'turn reminders back on',
    'start my programme',
    'when does the programme start',
    'message',
    'why did I get this message',
    'I did not get my message',
    'monthly report',
    'report my caseload',
    'report a concern',
    'I want to report a concern about my supervisor',
    'have I got the app',
    'help',
    'resume',
    'start again',
    'move team',
    'the session did not happen',
  ])('“%s” is none of it', (text) => {
    expect(sendingRequest(text)).toBeUndefined();
  });

  it('is seen in nothing that people have been recorded to say of anything else', () => {
    const switches = ['stop all messages', 'pause sending', 'resume sending'];
    const lines = ['utterances.txt', 'later.txt'].flatMap((file) => {
      let intent = '';
      return readFileSync(join(import.meta.dirname, file), 'utf8')
        .split('\n')
        .flatMap((line) => {
          if (line.startsWith('# ')) intent = line.slice(2).trim();
          const text = line.split(' => ')[0]?.trim() ?? '';
          return line.startsWith('#') || line.startsWith('//') || text === '' ? [] : [{ intent, text }];
        });
    });
    const taken = lines.filter(
      ({ intent, text }) =>
        intent !== 'report' && !switches.includes(text) && sendingRequest(text) !== undefined,
    );
    expect(taken).toEqual([]);
    expect(lines.length).toBeGreaterThan(2_000);
  });
});
