import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Intent, Slots, Understanding } from '../../src/understanding/intents.ts';
import { understand } from '../../src/understanding/understand.ts';

const today = Temporal.PlainDate.from('2026-11-04');

/** Says one thing after the other, each leaning on the one before. */
function dialogue(...texts: readonly string[]): Understanding {
  let follows: Understanding | undefined;
  for (const text of texts)
    follows = understand(text, follows === undefined ? { today } : { today, follows });
  if (follows === undefined) throw new Error('A dialogue has at least one message');
  return follows;
}

const dialogues: readonly (readonly [readonly string[], Intent, Slots])[] = [
  [['when is my next review', 'and the one after?'], 'next-review', { skip: 1 }],
  [['when is my next review', 'and the one after?', 'and the one after that?'], 'next-review', { skip: 2 }],
  [['when is my 3 month review', 'and the one after?'], 'next-review', { stage: '6m' }],
  [['when is my final review', 'and the one after?'], 'next-review', { stage: '12m', skip: 1 }],
  [
    ['next reflective supervision', 'and then?'],
    'next-supervision',
    { series: 'reflective-supervision', skip: 1 },
  ],
  [['when is my next review', 'why?'], 'why-date', {}],
  [['when is my next supervision', 'why?'], 'next-supervision', {}],
  [['when is my 6 month review', 'why then?'], 'why-date', { stage: '6m' }],
  [['when is my next review', 'and the one after?', 'why?'], 'why-date', { skip: 1 }],
  [['next case supervision', 'how come'], 'why-date', { series: 'case-supervision' }],
  [['when is my next review', 'what about supervision?'], 'next-supervision', {}],
  [['when is my next supervision', 'and my review?'], 'next-review', {}],
  [['when is my 3 month review', 'and the 9 month one'], 'next-review', { stage: '9m' }],
  [["when is Tom's next review", 'what about supervision?'], 'next-supervision', { person: 'Tom' }],
  [["when is Tom's next review", 'and Amara?'], 'next-review', { person: 'Amara' }],
  [["when is Tom's next review", 'and amara?'], 'next-review', { person: 'amara' }],
  [["when is Tom's 6 month review", 'and mine?'], 'next-review', { stage: '6m' }],
  [["when is Tom's next review", 'when is his next supervision'], 'next-supervision', { person: 'Tom' }],
  [["what's due in November", 'and december?'], 'whats-next', { month: '2026-12' }],
  [['when is my next review', 'and when is that?'], 'next-review', {}],
  [['when is my next review', 'what about learning sets'], 'learning-sets', {}],
  [['my caseload is 16', 'thanks'], 'thanks', {}],
  [['when is my next review', 'my caseload is 16'], 'caseload', { count: 16 }],
  [['my caseload is 16', 'what about 18?'], 'caseload', { count: 18, tentative: true }],
  [['when is my next review', 'what about the weather?'], 'unknown', {}],
  [['hello', 'why?'], 'unknown', {}],
  [['when is my next review', "and I can't cope"], 'wellbeing', {}],
];

describe('a message that leans on the one before', () => {
  it.each(dialogues)('%j', (texts, intent, slots) => {
    const understood = dialogue(...texts);
    const acted = understood.confidence >= 0.6 ? understood.intent : 'unknown';
    expect({ intent: acted, slots: acted === 'unknown' ? {} : understood.slots }).toEqual({ intent, slots });
  });

  it('means nothing by itself', () => {
    for (const text of ['and the one after?', 'and Amara?', 'and mine?']) {
      expect(understand(text, { today }).intent, text).toBe('unknown');
    }
  });
});
