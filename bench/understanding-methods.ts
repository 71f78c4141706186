import { featuresOf } from '../src/understanding/features.ts';
import { heardAgain } from '../src/understanding/heard-again.ts';
import { read } from '../src/understanding/reading.ts';
import { opinionFrom } from '../src/understanding/second-opinion.ts';
import { understandFully } from '../src/understanding/understand.ts';
import { probabilities, trained, type Weights } from './train-second-opinion.ts';
import {
  type Evaluation,
  evaluate,
  labelledUtterances,
  laterUtterances,
  type Method,
  shortText,
  today,
  type Utterance,
} from './understanding.ts';

/*
 * Three ways to understand, trained on the same two thirds: the rules alone, a classifier alone, and the rules with
 * the classifier as second opinion. The later rounds are unseen by the classifier here, but not by the rules.
 */

const rules: Method = (text) => understandFully(text, { today }, (understood) => understood);

function classifier(weights: Weights, least: number): Method {
  return (text) => {
    const { likeliest, probability } = opinion(weights, text);
    return { intent: probability < least ? 'unknown' : likeliest, slots: {}, confidence: 1 };
  };
}

function both(weights: Weights): Method {
  return (text) =>
    understandFully(text, { today }, (understood, reading) =>
      heardAgain(understood, reading, (heard) => opinionFrom(probabilities(weights, featuresOf(heard)))),
    );
}

const opinion = (weights: Weights, text: string) =>
  opinionFrom(probabilities(weights, featuresOf(read(text))));

const folds = 4;
const thresholds = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
/** The share of wrong answers that a method may give (issue 8). */
const mostWrong = 0.03;

/** The lowest threshold at which the classifier answers few enough messages of a fold that it was not trained on wrongly. */
function tunedThreshold(messages: readonly Utterance[]): number {
  const parts = Array.from({ length: folds }, (_, fold) => ({
    unseen: messages.filter((_, at) => at % folds === fold),
    weights: trained(messages.filter((_, at) => at % folds !== fold)),
  }));
  const wrongAt = (least: number): number =>
    parts.reduce(
      (sum, { unseen, weights }) => sum + evaluate('', unseen, classifier(weights, least)).wrong,
      0,
    );
  return thresholds.find((least) => wrongAt(least) / messages.length <= mostWrong) ?? 1;
}

export function methodsText(): string {
  const all = labelledUtterances();
  const twoThirds = all.filter(({ heldOut }) => !heldOut);
  const weights = trained(twoThirds);
  const least = tunedThreshold(twoThirds);
  const methods: readonly (readonly [string, Method])[] = [
    ['the rules alone', rules],
    ['the classifier alone', classifier(weights, 0)],
    [`the classifier alone, refusing below ${least}`, classifier(weights, least)],
    ['the rules, the classifier as second opinion', both(weights)],
  ];
  const on = (title: string, messages: readonly Utterance[]): string =>
    [title, ...methods.map(([name, method]) => shortText(measured(name, messages, method)))].join('\n');
  return [
    'methods compared',
    on(
      `on the held-out third, ${Math.ceil(all.length / 3)} messages`,
      all.filter(({ heldOut }) => heldOut),
    ),
    on('on the later rounds, which the rules have been tuned on since', laterUtterances()),
  ].join('\n');
}

function measured(name: string, messages: readonly Utterance[], method: Method): Evaluation {
  evaluate('warming up', messages.slice(0, 200), method);
  return evaluate(name, messages, method);
}
