import { z } from 'zod';
import { findIdentifier } from '../academy/identifier-guard.ts';
import { isForSomebodyElse } from '../understanding/elsewhere-asked.ts';
import { instructsTheBot } from '../understanding/instructions-to-the-bot.ts';
import { reviewStages, type Understanding } from '../understanding/intents.ts';
import { everybody } from './everybody.ts';
import { masked } from './masked-text.ts';
import type { Needs } from './needs.ts';

/**
 * Asks a language model what a masked text means. Resolves to whatever the model said, not yet believed, or to
 * undefined when it said nothing in time; never rejects.
 */
export type Suggest = (maskedText: string) => Promise<unknown>;

/**
 * All that a model may choose: questions whose answer changes nothing. Recording, raising, withdrawing and the like are
 * begun only by somebody's own plain words or buttons, and distress is for the rules alone.
 */
export const suggestible = [
  'next-review',
  'next-supervision',
  'whats-next',
  'my-year',
  'why-date',
  'learning-sets',
  'my-bookings',
  'move-team-status',
  'people',
  'handbook',
  'help',
  'my-nqsws',
  'overdue',
] as const;

const suggestion = z.strictObject({
  intent: z.enum(suggestible),
  stage: z.enum(reviewStages).nullish(),
  series: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+){0,4}$/)
    .nullish(),
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .nullish(),
  date: z.iso.date().nullish(),
  person: z
    .string()
    .regex(/^\[person \d{1,2}\]$/)
    .nullish(),
});

/** What a model said, as far as it chose from the list; undefined for anything else. */
export function readSuggestion(said: unknown): z.output<typeof suggestion> | undefined {
  const read = suggestion.safeParse(said);
  return read.success ? read.data : undefined;
}

/** What a model's answer may be worth: it is acted on, and says that it is a guess. */
const confidence = 0.6;

/**
 * What a language model takes a text to mean that nothing else understood; undefined when there is no model, when the
 * text is not for it (case detail, casework, instructions to the bot) or when it chose nothing from the list.
 */
export async function suggestedUnderstanding(
  needs: Pick<Needs, 'suggest' | 'people' | 'log'>,
  text: string,
): Promise<Understanding | undefined> {
  const { suggest } = needs;
  if (suggest === undefined || isKeptFromModel(text)) return undefined;
  const names = (await everybody(needs.people)).map(({ name }) => name);
  const mask = masked(text, names);
  const said = readSuggestion(await suggest(mask.text));
  needs.log.info('suggestion.heard', { usable: said !== undefined });
  if (said === undefined) return undefined;
  const { intent, person, ...chosen } = said;
  const named = person == null ? undefined : mask.people.get(person);
  if (person != null && named === undefined) return undefined;
  const given = Object.entries(chosen).filter(([, value]) => value != null);
  const slots = { ...Object.fromEntries(given), ...(named === undefined ? {} : { person: named }) };
  return { intent, slots, confidence };
}

function isKeptFromModel(text: string): boolean {
  return findIdentifier(text) !== null || instructsTheBot(text) || isForSomebodyElse(text);
}
