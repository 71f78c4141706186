import { buckets, featuresOf } from '../src/understanding/features.ts';
import { intents } from '../src/understanding/intents.ts';
import { read } from '../src/understanding/reading.ts';
import { alphabet, middle, softmax } from '../src/understanding/second-opinion.ts';
import type { Utterance } from './understanding.ts';

/** A multinomial logistic regression: one row of weights for each intent. */
export type Weights = readonly Float64Array[];

const rounds = 20;
const firstRate = 1.5;
const decay = 1e-5;

interface Example {
  readonly features: readonly (readonly [number, number])[];
  readonly intent: number;
}

/** Trains by stochastic gradient descent in a fixed order of its own: the same messages give the same weights. */
export function trained(utterances: readonly Utterance[]): Weights {
  const weights = intents.map(() => new Float64Array(buckets));
  const examples = utterances.map(
    (utterance): Example => ({
      features: [...featuresOf(read(utterance.text))],
      intent: intents.indexOf(utterance.intent),
    }),
  );
  const next = randomNumbers();
  for (let round = 0; round < rounds; round += 1) {
    shuffle(examples, next);
    const rate = firstRate / (1 + 0.15 * round);
    for (const example of examples) learn(weights, example, rate);
  }
  return weights;
}

function learn(weights: Weights, { features, intent }: Example, rate: number): void {
  for (const [at, probability] of probabilities(weights, features).entries()) {
    const row = weights[at];
    const step = rate * (probability - (at === intent ? 1 : 0));
    if (row === undefined || Math.abs(step) < 1e-6) continue;
    for (const [bucket, value] of features) {
      row[bucket] = (row[bucket] ?? 0) * (1 - rate * decay) - step * value;
    }
  }
}

export function probabilities(
  weights: Weights,
  features: Iterable<readonly [number, number]>,
): readonly number[] {
  const list = [...features];
  return softmax(
    weights.map((row) => list.reduce((sum, [bucket, value]) => sum + (row[bucket] ?? 0) * value, 0)),
  );
}

function shuffle(examples: Example[], next: () => number): void {
  for (let i = examples.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    const [a, b] = [examples[i], examples[j]];
    if (a !== undefined && b !== undefined) [examples[i], examples[j]] = [b, a];
  }
}

/** A linear congruential generator: enough to mix an order, and the same everywhere. */
function randomNumbers(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The weights as src/understanding/second-opinion.json keeps them: 64 steps, a character each. */
export function weightsText(weights: Weights): string {
  const largest = Math.max(
    ...weights.map((row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
  );
  const step = Number((largest / middle).toPrecision(6));
  const lines = intents.map((intent, at) => {
    const row = [...(weights[at] ?? [])];
    const letters = row.map((value) => alphabet.charAt(Math.round(value / step) + middle));
    return [intent, letters.join('')] as const;
  });
  return `${JSON.stringify({ step, weights: Object.fromEntries(lines) }, null, 2)}\n`;
}
