import { describe, expect, it } from 'vitest';
import { galleryEntries } from '../../src/cards/gallery.ts';
import {
  actionTitles,
  cards,
  largestCardBytes,
  parseSubmission,
  submissionVerbs,
} from '../../src/cards/index.ts';
import { type Element, elementsOfType } from './card-tree.ts';
import { complaints } from './public-parser.ts';

const entries = galleryEntries();

function answerTo(input: Element): string {
  if (input.type === 'Input.Date') return '2026-09-29';
  if (input.type === 'Input.Number') return '14';
  if (input.type === 'Input.Toggle') return String(input.valueOn);
  const first = (input.choices as readonly Element[] | undefined)?.[0];
  return first === undefined ? 'Draft the learning log' : String(first.value);
}

/** What a client sends for this action: its own data, and the inputs unless it takes none. */
function sentBy(action: Element, card: object): Element {
  const inputs = action.associatedInputs === 'none' ? [] : elementsOfType(card, /^Input\./);
  const answers = Object.fromEntries(inputs.map((input) => [String(input.id), answerTo(input)]));
  return { ...(action.data as Element), ...answers };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : Object.values(Object(value)).map(textOf).join(' ');

describe('the public parser', () => {
  it('complains of a card that breaks the rules, so that its silence means something', () => {
    const broken = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'Input.Text', label: 'No id' }, { type: 'Nonsense' }],
    };
    expect(complaints(broken).length).toBeGreaterThanOrEqual(2);
  });
});

describe.each(entries.map((entry) => [entry.title, entry] as const))('%s', (_, { payload }) => {
  const card = payload as Element;
  const printed = JSON.stringify(card);
  const executes = elementsOfType(card, 'Action.Execute');
  const submits = elementsOfType(card, 'Action.Submit');
  const inputs = elementsOfType(card, /^Input\./);

  it('is a valid card of version 1.5', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(complaints(card)).toEqual([]);
  });

  it('has no unfilled place, no empty bound and no stray word of the machine', () => {
    expect(printed).not.toMatch(/\$\{|undefined|\[object|NaN|"(value|min|max)":(""|null)/);
    expect(Buffer.byteLength(printed)).toBeLessThanOrEqual(largestCardBytes);
  });

  it('says aloud, and where it cannot be drawn, what it is about', () => {
    expect(String(card.speak).length).toBeGreaterThan(10);
    expect(String(card.fallbackText).length).toBeGreaterThan(10);
    expect(String(card.speak)).not.toMatch(/[<>&\\]/);
  });

  it('labels every input, and says what is missing where an answer is required', () => {
    for (const input of inputs) {
      expect(textOf(input.label).length, String(input.id)).toBeGreaterThan(2);
      if (input.isRequired === true) expect(textOf(input.errorMessage).length).toBeGreaterThan(5);
    }
    expect(new Set(inputs.map((input) => input.id)).size).toBe(inputs.length);
  });

  it('wraps every text and begins with a heading', () => {
    const texts = elementsOfType(card, 'TextBlock');
    expect(texts.every((text) => text.wrap === true)).toBe(true);
    expect(texts.some((text) => text.style === 'heading')).toBe(true);
  });

  it('has at most six buttons in a row, each saying what it does, with a fallback that sends the same', () => {
    for (const set of elementsOfType(card, 'ActionSet')) {
      expect((set.actions as unknown[]).length).toBeLessThanOrEqual(6);
      expect((set.actions as unknown[]).length).toBeGreaterThan(0);
    }
    expect(submits).toHaveLength(executes.length);
    for (const action of executes) {
      const fallback = action.fallback as Element;
      expect(String(action.title)).toMatch(/[a-z]{2}/i);
      expect(action.data).toMatchObject({ v: 1, verb: action.verb });
      expect(fallback).toMatchObject({ type: 'Action.Submit', title: action.title, data: action.data });
      expect(fallback.associatedInputs).toBe(action.associatedInputs);
      const title = actionTitles[action.verb as keyof typeof actionTitles];
      if (title !== 'free') expect(action.title).toBe(title);
    }
  });

  it('sends what parseSubmission reads', () => {
    for (const action of executes) {
      const parsed = parseSubmission(String(action.verb), sentBy(action, card));
      expect(parsed, `${action.title}`).toMatchObject({ ok: true, submission: { verb: action.verb } });
    }
  });
});

describe('the examples together', () => {
  it('press every verb there is', () => {
    const pressed = entries.flatMap(({ payload }) =>
      elementsOfType(payload, 'Action.Execute').map(({ verb }) => verb),
    );
    expect(new Set(pressed)).toEqual(new Set(submissionVerbs));
  });

  it('show every card in at least two states', () => {
    for (const { name, examples } of Object.values(cards))
      expect(examples.length, name).toBeGreaterThanOrEqual(2);
  });
});
