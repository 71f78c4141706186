import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { understand } from '../../src/understanding/understand.ts';

const today = Temporal.PlainDate.from('2026-11-04');

describe('a caseload that was not plainly said to be today’s', () => {
  it.each([
    ['my caseload was 16 last week', 16],
    ['i had 16 children', 16],
    ['i used to have 16 children', 16],
    ['i dont have 16 children', 16],
    ["my caseload isn't 16", 16],
    ["my caseload ain't 16", 16],
    ['what if my caseload was 18', 18],
    ['if i had 18 children', 18],
    ['should my caseload be 16', 16],
    ['is 16 children too many', 16],
    ['is my caseload 16', 16],
    ['can i have 18 children', 18],
    ['up to 16?', 16],
    ['i will have 16 next week', 16],
    ['im going to have 16 on monday', 16],
    ['my caseload is about 16', 16],
    ['my caseload is 14 or 15', 14],
    ['my caseload is 16 max', 16],
    ['someone said my caseload is 16', 16],
    ['caseload sixteen and a half', 16.5],
    ['16½ children', 16.5],
  ])('keeps its number, and says that it is tentative: %s', (text, count) => {
    expect(understand(text, { today })).toMatchObject({
      intent: 'caseload',
      slots: { count, tentative: true },
    });
  });

  it.each([
    'my caseload went up by 2',
    'my caseload has gone up 2',
    'add 2 to my caseload',
    'minus 2 children',
  ])('has no number when only a change was said: %s', (text) => {
    const { intent, slots } = understand(text, { today });
    expect({ intent, slots }).toEqual({ intent: 'caseload', slots: { tentative: true } });
  });

  it.each([
    ['my caseload is 16', 16],
    ['I now have 16 children', 16],
    ["we're at 16 cases", 16],
    ['no my caseload is 16', 16],
    ['can you update my caseload to 16', 16],
    ['went up by 2 to 16 children', 16],
    ['had 2 new cases so now at 18', 18],
    ['caseload from 14 to 16', 16],
    ['too many cases, I have 22', 22],
  ])('is not this: %s', (text, count) => {
    const { intent, slots } = understand(text, { today });
    expect({ intent, slots }).toEqual({ intent: 'caseload', slots: { count } });
  });

  it('is not a question without any number', () => {
    expect(understand("what's my caseload", { today }).slots).toEqual({});
  });
});
