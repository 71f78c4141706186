import type { Intent } from './intents.ts';
import { read } from './reading.ts';
import { secondOpinion } from './second-opinion.ts';

/** What was made of each stretch of a message, so that somebody can see why it was understood as it was. */
export interface Explanation {
  readonly heard: readonly { readonly words: string; readonly as: readonly string[] }[];
  /** Words that say something, but nothing to this bot. */
  readonly unexplained: readonly string[];
  readonly secondOpinion: { readonly intent: Intent; readonly probability: number };
}

export function explained(text: string): Explanation {
  const reading = read(text);
  const { likeliest, probability } = secondOpinion(reading);
  return {
    heard: reading.spans.map(({ from, length, concepts }) => ({
      words: reading.texts.slice(from, from + length).join(' '),
      as: concepts,
    })),
    unexplained: reading.unexplained,
    secondOpinion: { intent: likeliest, probability: Math.round(probability * 100) / 100 },
  };
}
