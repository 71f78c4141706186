import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/teams/plain-text.ts';

const bot = '<at>Academy Assistant</at>';

describe('what was typed', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['when is my next review', 'when is my next review'],
    [`${bot} when is my next review`, 'when is my next review'],
    [`${bot}&nbsp;use this channel for escalations\n`, 'use this channel for escalations'],
    [`hello ${bot}`, 'hello'],
    ['who is <at>Ben Ofori</at>?', 'who is Ben Ofori?'],
    ['<at id="0">Ben</at> and me', 'Ben and me'],
    ['caseload &gt; 15 &amp; rising', 'caseload > 15 & rising'],
    ['it&#39;s mine, it&#x27;s &quot;mine&quot;', 'it\'s mine, it\'s "mine"'],
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['one<br>two', 'one\ntwo'],
    ['a \u00a0\t b', 'a b'],
    ['next\u200b rev\u202eiew', 'next review'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['&bogus; &#0; &#x110000;', '&bogus; &#0; &#x110000;'],
    ['', ''],
  ];
  for (const [typed, read] of cases) {
    it(`${JSON.stringify(typed)} is read as ${JSON.stringify(read)}`, () => {
      expect(plainText(typed, [bot])).toBe(read);
    });
  }

  it('may hold what looks like a pattern', () => {
    expect(plainText('<at>Bot (test) [1]+</at> hello', ['<at>Bot (test) [1]+</at>'])).toBe('hello');
  });
});
