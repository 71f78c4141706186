// The package's root declarations lead into TypeScript sources that our compiler options refuse; this module has no such lead.
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { z } from 'zod';
import { escapeMarkdown, plainTextThroughout } from './display-text.ts';
import { type Element, type FieldErrors, finishCard } from './finish-card.ts';

/** Teams takes far more; this keeps every card quick on a phone and safe for every client. */
export const largestCardBytes = 25 * 1024;

export class CardError extends Error {
  override readonly name = 'CardError';
  readonly code: 'card-view-invalid' | 'card-too-large';
  readonly card: string;
  constructor(code: CardError['code'], card: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.card = card;
  }
}

export interface Example<Data> {
  /** The state it shows: "with errors", "answered". */
  readonly title: string;
  readonly data: Data;
}

export interface CardDefinition<Data> {
  readonly name: string;
  /** The card's layout, bound to what `bind` gives. */
  readonly template: object;
  readonly schema: z.ZodType<Data>;
  readonly bind: (data: Data) => object;
  /** The reason at each input, by its id; shown under the input. */
  readonly fieldErrors?: (data: Data) => FieldErrors;
  /** The card in sentences: read aloud, and shown where a client cannot draw the card. */
  readonly sentences: (data: Data) => readonly (string | null)[];
  readonly examples: readonly Example<Data>[];
}

export interface Card<Data> {
  readonly name: string;
  readonly examples: readonly Example<Data>[];
  /** The card as it goes over the wire. Throws `CardError` for a view that the card cannot show. */
  readonly render: (data: unknown) => Element;
}

/** Spoken text may be read as markup by a client, so the characters that open it are left out. */
function spoken(sentences: readonly (string | null)[]): string {
  return sentences
    .filter((sentence) => sentence !== null && sentence !== '')
    .map((sentence) => (/[.!?…:]$/.test(sentence ?? '') ? sentence : `${sentence}.`))
    .join(' ')
    .replace(/[<>&]/g, ' ');
}

/** Ties a layout, the data it shows, its wording for the ear and its examples together. */
export function defineCard<Data>(definition: CardDefinition<Data>): Card<Data> {
  const { name, examples } = definition;
  let prepared: Template | undefined;

  /** Preparing a layout parses each of its expressions: too much for the start, so each card does it when first shown. */
  function template(): Template {
    prepared ??= new Template(definition.template);
    return prepared;
  }

  function viewOf(data: unknown): Data {
    const parsed = definition.schema.safeParse(plainTextThroughout(data));
    if (parsed.success) return parsed.data;
    const where = z.prettifyError(parsed.error);
    throw new CardError('card-view-invalid', name, `The card ${name} cannot show this view:\n${where}`);
  }

  function render(data: unknown): Element {
    const view = viewOf(data);
    const expanded: unknown = template().expand({ $root: definition.bind(view) });
    const words = spoken(definition.sentences(view));
    const finished = finishCard(expanded, definition.fieldErrors?.(view) ?? {}) as Element;
    const card = { ...finished, speak: words, fallbackText: escapeMarkdown(words) };
    const bytes = new TextEncoder().encode(JSON.stringify(card)).length;
    if (bytes > largestCardBytes) {
      throw new CardError(
        'card-too-large',
        name,
        `The card ${name} has ${bytes} bytes; ${largestCardBytes} are allowed.`,
      );
    }
    return card;
  }

  return { name, examples, render };
}
