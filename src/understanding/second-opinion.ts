import { buckets, featuresOf } from './features.ts';
import { type Intent, intents } from './intents.ts';
import type { Reading } from './reading.ts';
import learnt from './second-opinion.json' with { type: 'json' };

/** What a classifier trained on the labelled messages takes a message to be, beside what the rules say. */
export interface SecondOpinion {
  readonly likeliest: Intent;
  /** From 0 to 1, for the likeliest. */
  readonly probability: number;
  readonly probabilityOf: (intent: Intent) => number;
}

/** Weights of one intent as text: a character a bucket, its place in the alphabet the step, the middle zero. */
export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-_';
export const middle = 32;

class UnusableWeights extends Error {
  readonly code = 'unusable-weights';
}

const table = intents.map((intent) => weightsFrom(intent, Object.entries(learnt.weights)));

function weightsFrom(intent: Intent, all: readonly (readonly [string, string])[]): Float64Array {
  const line = all.find(([name]) => name === intent)?.[1];
  if (line?.length !== buckets)
    throw new UnusableWeights(`second-opinion.json has no ${buckets} weights for ${intent}`);
  return Float64Array.from(line, (letter) => (alphabet.indexOf(letter) - middle) * learnt.step);
}

/** Softmax over one product of weights and features for each intent. Pure: the weights are part of the program. */
export function secondOpinion(reading: Reading): SecondOpinion {
  const features = [...featuresOf(reading)];
  const scores = table.map((weights) =>
    features.reduce((sum, [bucket, value]) => sum + (weights[bucket] ?? 0) * value, 0),
  );
  return opinionFrom(softmax(scores));
}

/** The same from a probability for each intent, in the order of the intents. */
export function opinionFrom(probabilities: readonly number[]): SecondOpinion {
  const highest = Math.max(...probabilities);
  return {
    likeliest: intents[probabilities.indexOf(highest)] ?? 'unknown',
    probability: highest,
    probabilityOf: (intent) => probabilities[intents.indexOf(intent)] ?? 0,
  };
}

export function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}
