import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, plainText, plainTextThroughout } from '../../src/cards/display-text.ts';
import { cardMessage, cards } from '../../src/cards/index.ts';
import { elementsOf, elementsOfType } from './card-tree.ts';

/** Reads text as CommonMark reads punctuation: a backslash before it makes it literal. */
const asRead = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Any character that would still be read as formatting. */
const active = (markdown: string) => /[*_`[\]<>~|]/.test(markdown.replace(/\\./g, ''));

const nasty = [
  '[Reset your password](https://evil.example)',
  '**bold** _it_ ~~gone~~ `code`',
  '<at>Everyone</at> <b>x</b>',
  '# heading',
  '- item',
  '+ item',
  '1. item',
  '2) item',
  '> quote',
  '&lt;script&gt; &amp; &#42;',
  '{{DATE(2027-02-14T06:08:39Z, SHORT)}}',
  '![x](https://evil.example/y.png)',
  'back\\slash \\*not\\*',
  '| a | b |',
  '\\',
];

describe('text for a TextBlock', () => {
  it.each(nasty)('shows %s as it was written', (text) => {
    const escaped = escapeMarkdown(text);
    expect(asRead(escaped)).toBe(text);
    expect(active(escaped)).toBe(false);
    expect(escaped).not.toMatch(/^\s*([-+#]|\d+[.)]\s)/);
    expect(escaped).not.toMatch(/(^|[^\\])&#?\w+;|\{\{DATE\(|\]\(/);
  });

  it('leaves ordinary punctuation alone', () => {
    const sentences = [
      '5 days overdue (3 working days)',
      "What's next: Mon–Fri, 09:00; 50% & more!",
      'Zoë O’Brien-Łuk',
    ];
    for (const sentence of sentences) expect(escapeMarkdown(sentence)).toBe(sentence);
  });

  it('is read back as it was written, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(asRead(escapeMarkdown(text))).toBe(text);
        expect(active(escapeMarkdown(text))).toBe(false);
      }),
      { seed: 20260914, numRuns: 500 },
    );
  });

  it('loses what cannot be seen: bidirectional, zero-width and control characters, and lone surrogates', () => {
    expect(plainText('Am\u202eara\u200b Ok\u2066oro\ufeff')).toBe('Amara Okoro');
    expect(plainText('one\r\n\ttwo\u0000three\u2028four')).toBe('one two three four');
    expect(plainText('\ud800x')).toBe('\ufffdx');
    expect(plainTextThroughout({ a: ['\u200bx', 1, null], b: { c: 'y\u202e' } })).toEqual({
      a: ['x', 1, null],
      b: { c: 'y' },
    });
  });
});

/** A place in a template. */
const placeholder = (expression: string) => `\${${expression}}`;

/** Puts a text into every string of a view that is free to be anything; ids, verbs and choices' values keep theirs. */
function poisoned(value: unknown, text: string, key = ''): unknown {
  const kept = [
    'verb',
    'value',
    'tone',
    'standing',
    'data',
    'participantId',
    'submissionId',
    'item',
    'mode',
    'kind',
    'mark',
    'id',
    'owner',
    'record',
    'on',
  ];
  if (kept.includes(key)) return value;
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((inner) => poisoned(inner, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, poisoned(inner, text, name)]),
  );
}

describe('a card whose every text is an attack', () => {
  // 60 characters at most, as titles of buttons are.
  const attacks = [
    `[a](https://evil.example) ${placeholder('name')} <at>x</at>`,
    `${placeholder('$root.participantId')} **b** {{DATE(x)}}`,
  ];
  const cases = Object.values(cards).flatMap(({ name, examples, render }) =>
    examples.flatMap(({ title, data }) => attacks.map((attack) => ({ name, title, attack, data, render }))),
  );

  it.each(cases)('$name, $title: shows $attack and does nothing else with it', ({ attack, data, render }) => {
    const card = render(poisoned(data, attack));
    const shown = [
      ...elementsOfType(card, 'TextBlock').map((element) => String(element.text)),
      ...elementsOfType(card, 'FactSet').flatMap((set) =>
        elementsOf(set.facts).flatMap((fact) => [String(fact.title), String(fact.value)]),
      ),
    ];
    expect(shown.some((text) => asRead(text).includes(attack))).toBe(true);
    expect(shown.filter((text) => active(text))).toEqual([]);
    const titles = elementsOf(elementsOfType(card, 'Input.ChoiceSet').map((input) => input.choices));
    expect(titles.filter((choice) => String(choice.title).includes(']('))).toEqual([]);
    expect(elementsOfType(card, 'Action.OpenUrl')).toEqual([]);
    expect(JSON.stringify(card)).not.toContain('p-amara **b**');
  });
});

describe('the words for the toast', () => {
  it('are plain and short', () => {
    const { summary } = cardMessage({
      card: 'message',
      summary: `Amara\u202e ${'long '.repeat(100)}`,
      data: { heading: 'x', tone: 'default', lines: [], facts: [], actions: [] },
    });
    expect(summary.startsWith('Amara long')).toBe(true);
    expect(summary.length).toBeLessThanOrEqual(150);
  });
});
