import { describe, expect, it } from 'vitest';
import { askPersonRequest } from '../../src/understanding/ask-person-words.ts';

/* What is meant for a person, with what it says to them; what is for the bot. */
const forAPerson: readonly (readonly [string, string])[] = [
  ['ask my SP if I can swap my study day', 'if I can swap my study day'],
  ['Can you ask my sp: can we move Thursday?', 'can we move Thursday?'],
  ['please could you ask my supervisor whether friday works', 'whether friday works'],
  ['can you pass this to my senior practitioner', ''],
  ['pass a message to my PE - I will be late on Monday', 'I will be late on Monday'],
  ['can you forward this question to my team manager', ''],
  ['message my manager: the room has changed', 'the room has changed'],
  ['I have a question for my practice educator: which form is it', 'which form is it'],
  ['question for my mentor', ''],
  ['ask somebody', ''],
  ['ask a person', ''],
  ['can I speak to a human', ''],
  ['let me talk to a real person please', ''],
  ['hand it over to the academy manager', ''],
];
const forTheBot = [
  'when is my next review',
  'who is my SP',
  'who do I ask about leave',
  'should I ask my SP?',
  'ask my SP who is my manager',
  'what does a senior practitioner do',
  'my SP cancelled on Thursday',
  'record supervision with my SP',
  'change Tom’s supervisor',
  'send me the handbook',
  'give me the date of my review',
  'how do I get to talk to my SP more often',
  'supervision with my manager was on Monday',
  'ask',
  'message',
];

describe('a message that is meant for a person', () => {
  it.each(forAPerson)('%s', (text, words) => {
    expect(askPersonRequest(text)).toEqual({ words });
  });
  it.each(forTheBot)('is not “%s”', (text) => {
    expect(askPersonRequest(text)).toBeUndefined();
  });
});
