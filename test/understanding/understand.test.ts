import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { confidenceThreshold, type Intent, intents, type Slots } from '../../src/understanding/intents.ts';
import { understand, understandFully } from '../../src/understanding/understand.ts';

const today = Temporal.PlainDate.from('2026-11-04');
const of = (text: string): Intent => {
  const { intent, confidence } = understand(text, { today });
  return confidence >= confidenceThreshold ? intent : 'unknown';
};

describe('what a message means', () => {
  it.each(['', '   ', '\n', '\u200b', '<at>Academy Assistant</at>'])(
    'is unknown when nothing was said: %j',
    (text) => {
      expect(understand(text, { today })).toEqual({ intent: 'unknown', slots: {}, confidence: 1 });
    },
  );

  it('does not change with a mention, capitals, curly apostrophes or punctuation', () => {
    for (const text of [
      '<at>Academy Assistant</at> whats my next review',
      'WHEN IS MY NEXT REVIEW',
      'When\u2019s my next review???',
      'when is my next review...',
      '  when   is my\nnext review ',
      '**when is my next review**',
    ]) {
      expect(of(text), text).toBe('next-review');
    }
  });

  it.each<[string, Intent, Slots]>([
    ['cant make tues supo', 'record-supervision', { date: '2026-11-10', happened: false }],
    ["didn't have supervision on Tuesday", 'record-supervision', { date: '2026-11-03', happened: false }],
    [
      'log supervision with amara.okoro@example.org',
      'record-supervision',
      { person: 'amara.okoro@example.org' },
    ],
    ["when is Amara Okoro's next review", 'next-review', { person: 'Amara Okoro' }],
    ["james' next review", 'next-review', { person: 'james' }],
    ['when is james next review', 'next-review', { person: 'james' }],
    ["when is Grace's next review", 'next-review', { person: 'Grace' }],
    ['log supervision with Will yesterday', 'record-supervision', { person: 'Will', date: '2026-11-03' }],
    ['my caseload is -3', 'caseload', { count: -3 }],
    ['my caseload is 15.5', 'caseload', { count: 15.5 }],
    ['my caseload went from 14 to 16', 'caseload', { count: 16 }],
    ['my caseload is twenty one', 'caseload', { count: 21 }],
    ['I have 16 of 15 children', 'caseload', { count: 16 }],
    ['Kofi has a caseload of 17', 'caseload', { person: 'Kofi', count: 17 }],
    ['my SP - when am I seeing her next', 'next-supervision', {}],
    ['when is his next review', 'next-review', { person: 'his' }],
    ['why that particular date?', 'why-date', {}],
    ['thanks for your help today', 'thanks', {}],
    ['half an hour of protected time', 'protected-time', { hours: 0.5 }],
    ['an hour and a half of protected time on Monday', 'protected-time', { hours: 1.5, date: '2026-11-02' }],
    ['when is my 3-monthly review', 'next-review', { stage: '3m' }],
    ['what is due in March', 'whats-next', { month: '2027-03' }],
    ['monthly report for March', 'report', { month: '2026-03' }],
  ])('%s', (text, intent, slots) => {
    const understood = understand(text, { today });
    expect({ intent: understood.intent, slots: understood.slots }).toEqual({ intent, slots });
  });

  it('asks back with at most three candidates when it is not sure, and offers none when it is', () => {
    const unsure = understandFully('transfer please', { today });
    expect(unsure.confidence).toBeLessThan(confidenceThreshold);
    expect(unsure.candidates).toContain('move-team');
    expect(unsure.candidates.length).toBeLessThanOrEqual(3);
    expect(understandFully('when is my next review', { today }).candidates).toEqual([]);
  });

  it('hears both questions of one message, each with its own particulars', () => {
    const both = understandFully("when is Tom's next review and who is my PE?", { today });
    expect(both.intent).toBe('next-review');
    expect(both.slots).toEqual({ person: 'Tom' });
    expect(both.also.map(({ intent, slots }) => ({ intent, slots }))).toEqual([
      { intent: 'people', slots: {} },
    ]);
    expect(understandFully("cant make tues supo, when's the next one", { today }).intent).toBe(
      'record-supervision',
    );
    expect(understandFully('hi, when is my next review? thanks', { today }).also).toEqual([]);
  });

  it('is always one of the intents, with a confidence from 0 to 1, and the same every time', () => {
    const words =
      'when next review supervision my is the and why tom caseload 16 help, stressed? on friday cancel als not ! move team'.split(
        ' ',
      );
    const message = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(message, (text) => {
        const understood = understandFully(text, { today });
        expect(intents).toContain(understood.intent);
        expect(understood.confidence).toBeGreaterThanOrEqual(0);
        expect(understood.confidence).toBeLessThanOrEqual(1);
        expect(understood.candidates.length).toBeLessThanOrEqual(3);
        expect(understandFully(text, { today })).toEqual(understood);
      }),
      { seed: 8, numRuns: 400 },
    );
  });

  it('survives one slip of the keyboard in a word of six letters or more', () => {
    const asked: readonly (readonly [string, Intent])[] = [
      ['when is my next review', 'next-review'],
      ['when is my next supervision', 'next-supervision'],
      ['my caseload is 16', 'caseload'],
      ['record supervision', 'record-supervision'],
      ['who is my practice educator', 'people'],
      ['change my reminder settings', 'settings'],
      ['show me the timeline', 'my-year'],
      ['I want to transfer to another team', 'move-team'],
    ];
    const slip = fc.tuple(
      fc.constantFrom(...asked),
      fc.nat(),
      fc.nat(),
      fc.constantFrom('drop', 'double', 'swap'),
    );
    let understood = 0;
    const runs = 300;
    fc.assert(
      fc.property(slip, ([[text, intent], word, letter, how]) => {
        if (of(slipped(text, word, letter, how)) === intent) understood += 1;
      }),
      { seed: 16, numRuns: runs },
    );
    expect(understood / runs).toBeGreaterThanOrEqual(0.97);
  });

  it('reads a very long message no further than it needs and no slower', () => {
    const long = `${'lorem ipsum dolor '.repeat(2_000)} when is my next review`;
    const before = process.cpuUsage();
    expect(understand(long, { today }).intent).toBe('unknown');
    expect(process.cpuUsage(before).user).toBeLessThan(200_000);
  });
});

/** One slip inside a long word, never at its first letter. */
function slipped(text: string, word: number, letter: number, how: string): string {
  const words = text.split(' ');
  const long = [...words.keys()].filter((index) => (words[index] ?? '').length >= 6);
  const at = long[word % long.length] ?? 0;
  const whole = words[at] ?? '';
  const place = 1 + (letter % (whole.length - 2));
  const [left, right] = [whole.slice(0, place), whole.slice(place)];
  if (how === 'drop') words[at] = left + right.slice(1);
  else if (how === 'double') words[at] = `${left}${right.charAt(0)}${right}`;
  else words[at] = `${left}${right.charAt(1)}${right.charAt(0)}${right.slice(2)}`;
  return words.join(' ');
}
