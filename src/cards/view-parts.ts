/** The parts that views are made of, as zod schemas. Bounds keep every card within its size. */
import { z } from 'zod';
import type { ActionView, ChoiceView, FactView, Tone } from '../services/views.ts';
import { submissionVerbs } from './verbs.ts';

/** A line, a heading, a sentence or two. */
export const text = z.string().max(600);
export const texts = z.array(text).max(30);

export const tone = z.enum(['default', 'good', 'warning', 'attention']) satisfies z.ZodType<Tone>;

const fact = z.object({ title: text, value: text }) satisfies z.ZodType<FactView>;
export const facts = z.array(fact).max(15);

const choice = z.object({ title: text, value: z.string().max(100) }) satisfies z.ZodType<ChoiceView>;
export const choices = z.array(choice).max(200);

export const action = z.object({
  title: z.string().min(1).max(60),
  verb: z.enum(submissionVerbs),
  data: z.record(z.string(), z.union([z.string().max(200), z.number(), z.boolean()])),
}) satisfies z.ZodType<ActionView>;

/** More than six buttons are cut off by some clients; a card with one of its own has room for five of these. */
export const actions = z.array(action).max(6);

/** What a person typed or chose, given back to them. */
export const typed = z.string().max(500);
export const error = text.nullable();

/** The container style that goes with a tone: untoned panels are grey. */
export function panelOf(value: Tone): Tone | 'emphasis' {
  return value === 'default' ? 'emphasis' : value;
}

/** The first button is the one most people want. */
export function withPrimary(buttons: readonly ActionView[]): object[] {
  return buttons.map((button, at) => ({ ...button, style: at === 0 ? 'positive' : 'default' }));
}

/** Typed by somebody, or made by the bot: what is no address is no button. */
export const link = z.object({ title: z.string().min(1).max(60), url: z.string().max(2000) });
export const isAddress = ({ url }: { readonly url: string }) =>
  /^(https:\/\/|http:\/\/127\.0\.0\.1[:/])/.test(url);
