/**
 * What is the same on every card is done here once, after a template has been expanded, so that no template can
 * forget it: escaping, wrapping, errors at their field, empty values left out, and the fallback of every action.
 */
import { escapeMarkdown } from './display-text.ts';

/** Version of the data behind a button: cards stay in chats for years and their buttons keep working. */
export const dataVersion = 1;

export type Element = Record<string, unknown>;

/** The reason at a field, by the id of its input. */
export type FieldErrors = Readonly<Record<string, string | null | undefined>>;

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** So many characters fit beside a value on a phone: "Whose turn", "First recorded". */
const longestOnOneLine = 14;

/** Clients give the column of titles what the values leave: a short title of two words would stand on two lines. */
function kept(title: string): string {
  return title.length <= longestOnOneLine ? title.replaceAll(' ', '\u00a0') : title;
}

function showLiterally(fact: unknown): unknown {
  if (!isElement(fact)) return fact;
  return { title: escapeMarkdown(kept(String(fact.title))), value: escapeMarkdown(String(fact.value)) };
}

/** `Action.Execute`, and for clients without it the `Action.Submit` that sends the same verb and data. */
function withFallback(action: Element): Element {
  const data = { ...(isElement(action.data) ? action.data : {}), v: dataVersion, verb: action.verb };
  const { verb: _, fallback: __, ...rest } = action;
  return { ...action, data, fallback: { ...rest, type: 'Action.Submit', data } };
}

/** Some clients read the choices beside round and square boxes as markdown, others do not: a link needs `](`. */
function withoutLink(choice: unknown): unknown {
  return isElement(choice) ? { ...choice, title: String(choice.title).replaceAll('](', '] (') } : choice;
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

function wellFormedValue(type: unknown, value: unknown): unknown {
  if (value === '' || value === null) return undefined;
  if (type === 'Input.Number') return Number.isFinite(Number(value)) ? Number(value) : undefined;
  if (type === 'Input.Date') return isoDate.test(String(value)) ? value : undefined;
  return value;
}

/** Clients reject an empty date or number, so a bound that is not there is left out, not sent as ''. */
function withoutEmptyValues(input: Element): Element {
  const tidy: Element = {};
  for (const [key, value] of Object.entries(input)) {
    const bounded = key === 'value' || key === 'min' || key === 'max';
    const kept = bounded ? wellFormedValue(input.type, value) : value;
    if (key === 'choices' && Array.isArray(value)) tidy[key] = value.map(withoutLink);
    else if (kept !== undefined) tidy[key] = kept;
  }
  return tidy;
}

/** The reason stands under its input, where clients put their own; the panel holds the two together, the word says so without colour. */
function withItsError(input: Element, errors: FieldErrors): Element {
  const error = errors[String(input.id)];
  if (error === null || error === undefined) return input;
  return {
    type: 'Container',
    style: 'attention',
    ...(input.spacing === undefined ? {} : { spacing: input.spacing }),
    items: [
      { ...input, spacing: 'none' },
      {
        type: 'TextBlock',
        text: `Error: ${escapeMarkdown(error)}`,
        weight: 'bolder',
        wrap: true,
        spacing: 'small',
      },
    ],
  };
}

/** Finishes an expanded template, element by element. */
export function finishCard(value: unknown, errors: FieldErrors): unknown {
  if (Array.isArray(value)) return value.map((inner) => finishCard(inner, errors));
  if (!isElement(value)) return value;
  const type = String(value.type);
  if (type === 'TextBlock') return { ...value, text: escapeMarkdown(String(value.text)), wrap: true };
  if (type === 'FactSet' && Array.isArray(value.facts)) {
    return { ...value, facts: value.facts.map(showLiterally) };
  }
  if (type === 'Action.Execute') return withFallback(value);
  if (type.startsWith('Input.')) return withItsError(withoutEmptyValues(value), errors);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, finishCard(inner, errors)]));
}
