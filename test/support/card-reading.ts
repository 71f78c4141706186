/** What a person can see and press on an Adaptive Card. */
import type { Json } from './fake-connector.ts';

export interface CardAction {
  readonly type: string;
  readonly title: string;
  readonly verb: string | undefined;
  readonly data: Json;
  readonly fallback: CardAction | undefined;
}

/** Every object in a card, depth first. */
export function* cardParts(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const one of value) yield* cardParts(one);
  else if (typeof value === 'object' && value !== null) {
    yield value as Json;
    for (const one of Object.values(value)) yield* cardParts(one);
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const string = (value: unknown) => (typeof value === 'string' ? value : '');

function actionOf(part: Json): CardAction {
  return {
    type: string(part.type),
    title: string(part.title),
    verb: typeof part.verb === 'string' ? part.verb : undefined,
    data: isObject(part.data) ? part.data : {},
    fallback: isObject(part.fallback) ? actionOf(part.fallback) : undefined,
  };
}

/** The buttons that send something to the bot, in the order of the card. */
export function buttonsOf(card: Json): readonly CardAction[] {
  return [...cardParts(card)].filter((part) => part.type === 'Action.Execute').map(actionOf);
}

/** What the inputs of a card send when nobody touches them. */
export function untouchedInputs(card: Json): Record<string, string> {
  const inputs = [...cardParts(card)].filter((part) => string(part.type).startsWith('Input.'));
  const sent = (value: unknown) => (typeof value === 'number' ? String(value) : string(value));
  return Object.fromEntries(inputs.map((part) => [string(part.id), sent(part.value)]));
}

/** All the words on a card, one line for each text, fact, title and label; a space that keeps a line together reads as one. */
export function wordsOf(card: Json): string {
  const words = [...cardParts(card)].flatMap((part) => {
    const seen = ['title', 'label', 'errorMessage', 'placeholder', 'text'].map((name) => string(part[name]));
    return part.type === undefined ? [...seen, string(part.value)] : seen;
  });
  return words
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll('\u00a0', ' ');
}
